"""A form read in the background before its mapping is shown: a reader that has rested takes a second to start."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from ui.background import TaskProgress
from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.typed_signal import TypedSignal, signal
from workstation.actions.banks.form_mapping import FormSketch, form_sketch


class SketchReading(QObject):
    """``read`` carries the form's id, the bank it was asked for and the `FormSketch`; ``failed`` why it could not be read."""

    read: TypedSignal[str, str, FormSketch] = signal(3)
    failed: TypedSignal[Exception] = signal(1)

    def __init__(self, session: DeskSession, context: UiContext, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._context = session, context
        self._task = TaskProgress(self)
        session.closed.connect(self._on_session_closed)

    def _on_session_closed(self) -> None:
        self._task.forget()

    def begin(self, form_id: str, bank: str) -> None:
        """Read a form; one asked for before is not waited for. Raises `Refused`, `Damaged` when it is not there."""
        self._task.forget()
        self._task = TaskProgress(self)
        work = self._session.read(form_sketch, form_id, self._context.words.language)
        self._context.background.run(work, partial(self.read.emit, form_id, bank), self.failed.emit, self._task)
