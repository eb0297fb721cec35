"""The file of a bank's list being read in the background, its formulas computed by LibreOffice where a person wants it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from ui.background import TaskProgress
from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.typed_signal import TypedSignal, signal
from workstation.actions import formulas
from workstation.actions.keep.list_answers import ListFile, list_file
from workstation.errors import Finding, Refused


class ListReading(QObject):
    """``read`` carries the file; ``refused`` why it cannot be read, and whether computing its formulas would help."""

    read: TypedSignal[ListFile] = signal(1)
    refused: TypedSignal[tuple[Finding, ...], bool] = signal(2)

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._data, self._name = b"", ""
        self._task = TaskProgress(self)
        session.closed.connect(self.forget)

    def forget(self) -> None:
        """Drop what is under way."""
        self._task.forget()

    def begin(self, data: bytes, name: str, computed: bytes = b"") -> None:
        """Read bytes under a name; what was read before is dropped."""
        self.forget()
        self._data, self._name, self._task = data, name, TaskProgress(self)
        work = partial(list_file, self._context.readers, data, name, computed)
        self._context.background.run(work, self.read.emit, self._on_failed, self._task)

    def compute(self) -> None:
        """Have the formulas of the file computed, then read it."""
        work = partial(formulas.computed_copy, self._data, self._name, partial(self._task.step, 0, 1))
        done = partial(self.begin, self._data, self._name)
        self._context.background.run(work, done, self._on_failed, self._task)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, Refused):
            raise error
        lacking = any(one.code == formulas.NOT_COMPUTED for one in error.findings)
        self.refused.emit(error.findings, lacking and formulas.can_compute())
