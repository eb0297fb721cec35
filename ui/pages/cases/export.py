"""The cases found as one workbook, written in the background: how far it is, and a way to stop it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.background import Cancelled, TaskProgress
from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.widgets.parts import button, label, row
from workstation.errors import Damaged, Refused
from workstation.profile.case import Stage
from workstation.store.listing.wanted import LISTED
from workstation.wording import filled

if TYPE_CHECKING:
    from workstation.actions.papers.workbooks import PortfolioWritten


class CasesExport(QWidget):
    """One button that asks where to write; while the work runs, its progress and a stop button stand in its place."""

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__()
        self._session, self._context = session, context
        self.search = ""
        self.stage: Stage | None = None
        self.only = LISTED
        self.button = button(self.tr("&Export…"), on_click=self.ask)
        self.button.setToolTip(self.tr("Export the listed cases and their schedules to one workbook (Ctrl+Shift+X)"))
        self.progress = label("", "quiet")
        self.progress.setAccessibleName(self.tr("Export progress"))
        self.stop_button = button(self.tr("Sto&p"), on_click=self.stop)
        self.note = label("", "finding")
        self._task = TaskProgress(self)
        self.setLayout(row(self.note, self.progress, self.stop_button, self.button, gap=8))
        session.closed.connect(self._forget)
        self._show_running(False)

    def ask(self) -> None:
        """Ask where to write, then begin."""
        folder = Path(self._context.preferences.export_folder)
        name = self.tr("cases-{day}.xlsx").format(day=self._session.desk.clock.today().isoformat())
        target = self._context.files.target(self, self.tr("Export listed cases"), str(folder / name), "XLSX (*.xlsx)")
        if target is None:
            return
        self.note.setText("")
        from workstation.actions.papers import (
            workbooks,
        )  # brings all that writes papers: nobody who unlocks a desk waits for it

        source = self._session.read(workbooks.portfolio_source, self.search, self.stage, self.only)
        self._task = TaskProgress(self)
        self._task.stepped.connect(self._on_progress)
        self._show_running(True)
        work = partial(source.write, target, self._task.step)
        done = partial(self._on_written, target)
        self._context.background.run(work, done, self._on_failed, self._task)

    def stop(self) -> None:
        """Stop the work; no half-written file stays behind."""
        self._task.cancel()

    def _forget(self) -> None:
        self._task.forget()

    def _on_progress(self, done: int, total: int) -> None:
        self.progress.setText(self.tr("Writing {done} of {total}…").format(done=f"{done:,}", total=f"{total:,}"))

    def _on_written(self, target: Path, written: PortfolioWritten) -> None:
        self._show_running(False)
        self._context.preferences.export_folder = str(target.parent)
        text = self.tr("Exported: {file}, {cases} {cases|case|cases}, {schedules} {schedules|schedule|schedules}")
        self._context.notices.tell_written(
            filled(text, {"file": target, "cases": f"{written.cases:,}", "schedules": f"{written.schedules:,}"}), target
        )

    def _on_failed(self, error: Exception) -> None:
        self._show_running(False)
        if isinstance(error, Cancelled):
            self._context.notices.show_message(self.tr("Export stopped; no file was written."))
        elif isinstance(error, Refused):
            self.note.setText("✕ " + self._context.words.finding(error.findings[0]))
        elif isinstance(error, Damaged):
            self.note.setText("✕ " + str(error))
        else:
            raise error

    def _show_running(self, running: bool) -> None:
        self.button.setVisible(not running)
        self.progress.setVisible(running)
        self.stop_button.setVisible(running)
        self.progress.setText("")
