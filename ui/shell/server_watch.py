"""A desk on a server whose connection goes: the window says so at once, asks in the background, and says when it is back."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Final

from PySide6.QtCore import QObject, QTimer

from ui.background import TaskProgress
from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.shell.desk_banner import DeskBanner
from workstation.actions.drafts import bring_typing
from workstation.errors import Refused, ServerAway

LOOK_MS: Final = 1000


class ServerWatch(QObject):
    """Watches one open desk on a server. Nothing on the window's thread waits for a server that is away."""

    def __init__(self, session: DeskSession, context: UiContext, banner: DeskBanner) -> None:
        super().__init__(session)
        self._session, self._context, self._banner = session, context, banner
        self.lost, self._turned_away = False, 0
        self._task: TaskProgress | None = None
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()
        session.closed.connect(self._on_session_closed)
        session.desk.let_nobody_wait()
        self._bring()
        self._ahead = TaskProgress(self)
        session.reading_ahead = True
        context.background.run(session.desk.store.read_ahead, self._on_read_ahead, self._on_not_read, self._ahead)

    def look(self) -> None:
        """See whether the connection stands, and ask for the server where it does not."""
        store = self._session.desk.store
        lost, turned_away = store.is_lost, store.turned_away
        if lost != self.lost:
            self.lost = lost
            self._banner.load_again()
            if not lost:
                self._bring()
                self._context.notices.show_message(self.tr("The server answers again."))
        if not lost and turned_away != self._turned_away:
            self._turned_away = turned_away
            self._tell_anew()
        if lost and self._task is None:
            task = self._task = TaskProgress(self)
            self._context.background.run(store.answers, self._on_asked, self._on_failed, task)

    def _bring(self) -> None:
        with suppress(Refused):  # it waits in its file until the next time
            self._session.write(bring_typing)

    def _tell_anew(self) -> None:
        """Pages that could not read while the server was away do so now."""
        with suppress(ServerAway):  # away once more: that is counted, too
            self._session.desk.tell_anew()

    def _on_asked(self, answered: bool) -> None:
        self._task = None
        if answered:
            self._session.look()
            self.look()

    def _on_failed(self, error: Exception) -> None:
        self._task = None
        raise error

    def _on_read_ahead(self, take: Callable[[], None]) -> None:
        take()
        self._end_ahead()

    def _on_not_read(self, error: Exception) -> None:
        self._end_ahead()  # whoever asks for such a list reads by itself, and is told what is wrong
        if not isinstance(error, Refused):
            raise error

    def _end_ahead(self) -> None:
        self._session.reading_ahead = False
        self._session.read_ahead.emit()

    def _on_session_closed(self) -> None:
        self._timer.stop()
        self._ahead.forget()
        if self._task is not None:
            self._task.forget()
