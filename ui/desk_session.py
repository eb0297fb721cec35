"""The open desk as the window knows it: every action runs through here, and pages are notified of what it changed."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial, wraps
from typing import TYPE_CHECKING, Any, Concatenate, Final, ParamSpec, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from ui.drafts.journal import Drafts
from ui.edits.history import EditHistory
from ui.typed_signal import TypedSignal, signal
from workstation.actions.edits.edit import edit_of
from workstation.errors import ServerAway, StorageFailed
from workstation.event_log import name_of

if TYPE_CHECKING:
    from workstation.actions.desk import Desk
    from workstation.actions.printing.outgoing import OutgoingPaper
    from workstation.casework.print_order import PrintOrder
    from workstation.casework.printed import PrintRecord
    from workstation.store.changes import Changes as Changes  # for pages that hear of them

P = ParamSpec("P")
T = TypeVar("T")
Receiver = TypeVar("Receiver")

_LOOK_MS: Final = 1000
_LOOKS_AT_PEOPLE: Final = 5
"""Who else has the desk open is read from files, so less often."""


def unasked(slot: Callable[Concatenate[Receiver, P], object]) -> Callable[Concatenate[Receiver, P], None]:
    """A slot that nobody asked for, of news or of a timer: where the server of the desk is away, what is shown stays.

    That it is away stands over the page already (`ui.shell.server_watch`), and everybody hears of everything once it answers.
    """

    @wraps(slot)
    def kept(receiver: Receiver, /, *args: P.args, **kwargs: P.kwargs) -> None:
        with suppress(ServerAway):
            slot(receiver, *args, **kwargs)

    return kept


class Handing:
    """One paper being handed to a printer; ``done`` once it was, or was refused."""

    def __init__(self, send: Callable[[], None]) -> None:
        self._send = send
        self.done = False

    def __call__(self) -> None:
        """Hand it over; raises what the printer raises."""
        try:
            self._send()
        finally:
            self.done = True


class DeskSession(QObject):
    """Wraps one open `Desk`; ``changed`` carries the `Changes` of each action after its transaction is committed."""

    changed: TypedSignal[Changes] = signal(1)
    closed = Signal()
    others_changed = Signal()
    """Somebody else opened or left the desk."""
    day_changed = Signal()
    """Another day has begun: what is due, overdue or gone stale is so from now on."""

    read_ahead = Signal()
    """What was being read ahead is at hand, or cannot be read."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.drafts, self.edits = Drafts(desk, self), EditHistory(desk)
        self._acting = ""
        self.reading_ahead = False
        """Whether what lists need of every case is being read on another thread: on a server desk, after opening."""
        self._handing: list[Handing] = []
        self._unrecorded: list[Callable[[Desk], PrintRecord]] = []
        desk.listeners.append(self._on_desk_changed)
        self.others = desk.others
        self._looks, self._today = 0, desk.clock.today()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._on_timer_timeout)
        self._timer.start()

    def run(self, action: Callable[Concatenate[Any, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run an action in its transaction; `Refused` passes through untouched. An edit of a case is remembered for Ctrl+Z."""
        self._acting = name_of(action)
        try:
            result: T = self.desk.run(action, *args, **kwargs)
        finally:
            self._acting = ""
        return result

    def write(self, action: Callable[Concatenate[Any, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Call an action that prepares at length first and opens its own short transaction; `Refused` passes through."""
        from workstation.actions.roles import need_of

        self.desk.entitle(need_of(action))
        return action(self.desk, *args, **kwargs)

    def read(self, query: Callable[Concatenate[Any, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Ask without changing anything."""
        return query(self.desk, *args, **kwargs)

    def look(self) -> None:
        """Take in what other processes wrote, and who else has the desk open: every second, and when the window is used again."""
        self.desk.look()
        if (today := self.desk.clock.today()) != self._today:
            self._today = today
            self.day_changed.emit()
        others = self.desk.others
        if others != self.others:
            self.others = others
            self.others_changed.emit()

    def _on_timer_timeout(self) -> None:
        self._looks += 1
        if self._looks % _LOOKS_AT_PEOPLE:
            self.desk.look()
        else:
            self.look()
            self._record_again()

    def hand_over(
        self, send: Callable[[PrintOrder, OutgoingPaper], None], order: PrintOrder, paper: OutgoingPaper
    ) -> Handing:
        """A paper on its way to a printer, to be called on any thread; until that is done the desk is not closed over it."""
        from workstation.actions.printing.outgoing import handing_over

        made = Handing(handing_over(self.desk, send, order, paper))
        self._handing.append(made)
        return made

    def record_print(self, paper: OutgoingPaper, order: PrintOrder) -> PrintRecord:
        """Put on record that a printer took a paper just now.

        Raises `StorageFailed` (print_unrecorded, and why): it is then tried again until it is on record or the desk is closed.
        """
        from workstation.actions.printing.outgoing import record_print, unrecorded

        at = self.desk.clock.now()
        try:
            return self.run(record_print, paper, order, at)
        except StorageFailed as failed:
            self._unrecorded.append(partial(record_print, paper=paper, order=order, at=at))
            raise unrecorded(failed) from failed

    def _record_again(self) -> None:
        with suppress(StorageFailed):
            while self._unrecorded:
                self.run(self._unrecorded[0])
                del self._unrecorded[0]

    @property
    def handing(self) -> bool:
        """Whether a paper is on its way to a printer."""
        self._handing = [one for one in self._handing if not one.done]
        return bool(self._handing)

    def close(self) -> None:
        """Close the desk; nothing can be read afterwards, and pages that meant to are notified first."""
        self.hand_on()
        self.desk.close()

    def hand_on(self) -> None:
        """End as when closing, with the desk left open to whoever takes it over."""
        self._timer.stop()
        self.closed.emit()
        self.drafts.close()
        if self._on_desk_changed in self.desk.listeners:  # none are left where the desk is closed already
            self.desk.listeners.remove(self._on_desk_changed)

    def _on_desk_changed(self, changes: Changes) -> None:
        acting, self._acting = self._acting, ""  # what others do while a page follows is theirs
        if acting:
            self.edits.take(edit_of(acting, changes))
        self.changed.emit(changes)
