"""The rows that an import did not take, written as a workbook on request."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from ui.background import TaskProgress
from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.typed_signal import TypedSignal, signal
from ui.widgets.parts import Button
from workstation.actions import imports
from workstation.actions.outputs import write_output
from workstation.errors import Finding, Refused
from workstation.profile.batch import Import


class RejectedRows(Button):
    """A button while the last import sent rows back; ``refused`` carries why they could not be written."""

    refused: TypedSignal[tuple[Finding, ...]] = signal(1)

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__(self.tr("Save &rejected rows…"))
        self._session, self._context = session, context
        self._batch: Import | None = None
        self._watch = watch = TaskProgress()
        session.closed.connect(watch.forget)
        self.destroyed.connect(lambda: watch.forget())
        self.setAutoDefault(True)
        self.clicked.connect(lambda: self.save())
        self.hide()

    def show_batch(self, batch: Import | None) -> None:
        """Offer the rows that an import sent back."""
        self._batch = batch if batch is not None and batch.rejected else None
        self.setVisible(self._batch is not None)
        if self._batch is not None:
            self.setFocus()

    def save(self) -> None:
        """Ask where, and write them in the background."""
        if self._batch is None:
            return
        folder = Path(self._context.preferences.export_folder)
        proposal = str(folder / f"{self._batch.file_name}.rejected.xlsx")
        target = self._context.files.target(self, self.tr("Save rejected rows"), proposal, "XLSX (*.xlsx)")
        if target is not None:
            work = self._session.read(imports.kept_rejects, self._batch.id, self._context.words.language)
            self._context.background.run(work, partial(self._write, target), self._on_failed, self._watch)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, Refused):
            raise error
        self.refused.emit(error.findings)

    def _write(self, target: Path, data: bytes) -> None:
        try:
            write_output(target, data)
        except Refused as refused:
            self.refused.emit(refused.findings)
            return
        self._context.notices.tell_written(self.tr("Saved: {file}").format(file=target), target)
