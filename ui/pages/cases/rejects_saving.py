"""Rejected rows written as a workbook: of the file that was just tried, or of any import of earlier days."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ui.background import TaskProgress
from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.typed_signal import TypedSignal, signal
from ui.widgets.parts import button
from workstation.actions import imports
from workstation.actions.outputs import write_output
from workstation.errors import Refused
from workstation.profile.batch import Import
from workstation.profile.portfolio.portfolio import ImportPlan


class RejectsSaving(QWidget):
    """Holds the button of the file that was tried; ``refused`` carries why nothing was written."""

    refused: TypedSignal[Refused] = signal(1)

    def __init__(self, session: DeskSession, context: UiContext, watch: TaskProgress) -> None:
        super().__init__()
        self._session, self._context, self._watch = session, context, watch
        self._plan: ImportPlan | None = None
        self.button = button(self.tr("Save &rejected rows…"), on_click=self.save)
        self.hide()

    def show_plan(self, plan: ImportPlan | None) -> None:
        """The file that was tried."""
        self._plan = plan
        self._show_button()

    def _show_button(self) -> None:
        self.button.setEnabled(bool(self._plan and self._plan.rejected))

    def save(self) -> None:
        """Write the rejected rows of the file that was just tried."""
        if self._plan is not None:
            work = partial(imports.rejects_workbook, self._plan, self._context.words.language)
            self._save_workbook(work, self._plan.file_name)

    def save_past(self, batch: Import) -> None:
        """Write those of an import again."""
        try:
            work = self._session.read(imports.kept_rejects, batch.id, self._context.words.language)
        except Refused as refused:
            self.refused.emit(refused)
            return
        self._save_workbook(work, batch.file_name)

    def _save_workbook(self, work: Callable[[], bytes], name: str) -> None:
        folder = Path(self._context.preferences.export_folder)
        proposal = str(folder / f"{name}.rejected.xlsx")
        target = self._context.files.target(self, self.tr("Save rejected rows"), proposal, "XLSX (*.xlsx)")
        if target is not None:
            self.button.setEnabled(False)
            self._context.background.run(work, partial(self._write, target), self._on_failed, self._watch)

    def _on_failed(self, error: Exception) -> None:
        self._show_button()
        raise error

    def _write(self, target: Path, data: bytes) -> None:
        self._show_button()
        try:
            write_output(target, data)
        except Refused as refused:
            self.refused.emit(refused)
            return
        self._context.notices.tell_written(self.tr("Saved: {file}").format(file=target), target)
