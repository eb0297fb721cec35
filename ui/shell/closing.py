"""A desk closing behind the cover: typing goes to the journal, a paper on its way to a printer arrives, the desk closes."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from workstation.actions import drafts
from workstation.errors import Refused

if TYPE_CHECKING:
    from ui.desk_session import DeskSession
    from ui.shell.work_place import Place
    from ui.shell.workbench import Workbench

_LOOK_MS: Final = 50
_LONGEST_MS: Final = 30_000
"""How long a paper that is being sent is waited for; the printer has its bytes within seconds, or hangs."""
_TRIES: Final = 5
_QUIET: Final = 2
"""Looks in a row without a paper on its way: the first may come just before its record is made."""


class DeskClosing(QObject):
    """Closes one desk; ``closed`` is called once, at once where nothing is being sent."""

    def __init__(self, session: DeskSession, workbench: Workbench, closed: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._workbench, self._closed = session, workbench, closed
        self._looks = self._quiet = 0
        self.timer = QTimer(self, interval=_LOOK_MS)
        self.timer.timeout.connect(self._on_timeout)

    def begin(self, place: Place) -> None:
        """Put typing and place on disk, within a second whatever stands in the way; tell all work to stop."""
        keep_all(self._session, place)
        self._workbench.stop_work()
        if self._workbench.sending:
            self.timer.start()
        else:
            self._finish()

    def then(self, closed: Callable[[], None]) -> None:
        """Do something else once it is closed: the person has meanwhile closed the window."""
        self._closed = closed

    def _on_timeout(self) -> None:
        self._looks += 1
        self._quiet = 0 if self._workbench.sending else self._quiet + 1
        if self._quiet >= _QUIET or self._looks * _LOOK_MS >= _LONGEST_MS:
            self._finish()

    def _finish(self) -> None:
        self.timer.stop()
        self._session.close()
        self._session.deleteLater()
        self._workbench.deleteLater()
        self.deleteLater()
        closed = self._closed
        del self._session, self._workbench, self._closed  # nothing here keeps what a person typed
        closed()


def keep_all(session: DeskSession, place: Place) -> None:
    """The journal, a few times where another window is in the way; then the place, which is worth one try."""
    for _ in range(_TRIES):
        if session.drafts.flush():
            break
    try:
        session.write(drafts.keep_place, json.dumps(place, ensure_ascii=False))
    except Refused:
        return  # the person begins at the list of cases


def place_in(session: DeskSession) -> Place:
    """Where the person was when the desk was closed, or nothing."""
    text = session.read(drafts.place_of)
    return json.loads(text) if text else {}
