"""Papers written in the background: one at a time, and only the one that was asked for last is shown."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.background import Background, TaskProgress
from ui.typed_signal import TypedSignal, signal

if TYPE_CHECKING:
    from workstation.actions.printing.left_before import LeftBefore
    from workstation.actions.printing.outgoing import Made, OutgoingPaper, OutgoingSource

    Source = OutgoingSource | LeftBefore


class RenderJob(QObject):
    """``made`` carries a source and its paper, ``failed`` a source and the error. What was asked for before is let go."""

    made: TypedSignal[OutgoingSource | LeftBefore, Made | OutgoingPaper] = signal(2)
    failed: TypedSignal[OutgoingSource | LeftBefore, Exception] = signal(2)

    def __init__(self, background: Background, task: TaskProgress, parent: QObject) -> None:
        super().__init__(parent)
        self._background, self._task = background, task
        self._requested: Source | None = None
        self._running: Source | None = None

    @property
    def busy(self) -> bool:
        """Whether a paper is being written that somebody still waits for."""
        return self._requested is not None

    def ask(self, source: Source) -> None:
        """Write this one next; whatever is being written now will not be shown."""
        self._requested = source
        if self._running is None:
            self._start()

    def drop(self) -> None:
        """Nobody waits any more."""
        self._requested = None

    def _start(self) -> None:
        source = self._running = self._requested
        if source is not None:
            done, failed = partial(self._on_done, source), partial(self._on_failed, source)
            self._background.run(source.build, done, failed, self._task)

    def _on_done(self, source: Source, made: Made | OutgoingPaper) -> None:
        if self._settles(source):
            self.made.emit(source, made)

    def _on_failed(self, source: Source, error: Exception) -> None:
        if self._settles(source):
            self.failed.emit(source, error)

    def _settles(self, source: Source) -> bool:
        """Whether the paper just written is the one waited for; otherwise the next one is started."""
        self._running = None
        if source is self._requested:
            self._requested = None
            return True
        self._start()
        return False
