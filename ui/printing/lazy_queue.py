"""The print queue of an open desk, made when it is first opened: the writers it brings take a while to load."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.background import Background
from ui.printing.printers import Printing

if TYPE_CHECKING:
    from ui.desk_session import DeskSession
    from ui.printing.print_queue import PrintQueue


class LazyPrintQueue:
    """Belongs to whoever opened the session and outlives every workbench, so that a change of language leaves the queue running."""

    def __init__(self, session: DeskSession, background: Background, printing: Printing) -> None:
        self._session, self._background, self._printing = session, background, printing
        self._queue: PrintQueue | None = None

    @property
    def running(self) -> bool:
        """Whether a paper is being printed."""
        return self._queue is not None and self._queue.running

    @property
    def holds(self) -> bool:
        """Whether there are lines in it, or are soon."""
        return self._queue is not None and (bool(self._queue.lines) or self._queue.looking)

    def stop(self) -> None:
        """Cancel what is pending."""
        if self._queue is not None:
            self._queue.stop()

    def get(self) -> PrintQueue:
        """The queue."""
        if self._queue is None:
            from ui.printing.print_queue import PrintQueue

            self._queue = PrintQueue(self._session, self._background, self._printing)
        return self._queue
