"""How much comes due in the next days, over every case: counted in the background, and a way to the list."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer

from ui.background import TaskProgress
from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.widgets.parts import Button, in_role
from workstation.actions.keep.reading import read_aside
from workstation.conversation.contact import ContactEntry
from workstation.errors import Refused
from workstation.promise.adoption import Adoption, MissedTreatment
from workstation.promise.bank_reply import BankReply
from workstation.promise.ending import AccountEnd
from workstation.promise.payment import Payment
from workstation.promise.promise_entry import PromiseChange, PromiseEntry

if TYPE_CHECKING:
    from ui.desk_session import Changes
    from workstation.actions.desk import Desk

_KINDS: Final = frozenset(
    kind.__name__
    for kind in (
        Adoption, MissedTreatment, Payment, PromiseEntry, PromiseChange, BankReply, AccountEnd, ContactEntry,
    )
)  # fmt: skip
_AFTER_MS: Final = 1500


class ComingButton(Button):
    """Hidden where nothing comes due. It counts a moment after the list is shown, and again when something of it changed."""

    def __init__(self, session: DeskSession, context: UiContext, on_click: Callable[[], object]) -> None:
        super().__init__()
        in_role(self, "quiet")
        self._session, self._context = session, context
        self._stale = True
        self._task = TaskProgress(self)
        self._timer = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._timer.timeout.connect(self.count)
        self.clicked.connect(lambda: on_click())
        session.changed.connect(self._on_session_changed)
        session.day_changed.connect(self._count_again)
        session.closed.connect(self._stop)
        self.hide()

    def begin(self) -> None:
        """The list is on screen: count soon, if anything changed since."""
        if self._stale:
            self._timer.start()

    def count(self) -> None:
        """Count now."""
        self._stale = False
        self._task.forget()
        self._task = TaskProgress(self)
        self._context.background.run(
            read_aside(self._session.desk, _counted), self._on_counted, self._on_failed, self._task
        )

    def _on_counted(self, count: int) -> None:
        self.setText(self.tr("Comin&g due: {count}").format(count=f"{count:,}"))
        self.setVisible(count > 0)

    def _on_failed(self, error: Exception) -> None:
        """What cannot be read is told where it is looked at; the list of cases goes on without this count."""
        if not isinstance(error, Refused):
            raise error
        self.hide()

    def _on_session_changed(self, changes: Changes) -> None:
        if _KINDS & changes.kinds:
            self._count_again()

    def _count_again(self) -> None:
        self._stale = True
        page = self.parentWidget()
        if page is not None and page.isVisible():  # else when the list is shown again
            self._timer.start()

    def _stop(self) -> None:
        self._timer.stop()
        self._task.forget()


def _counted(desk: Desk) -> int:
    from workstation.actions.keep.registers import coming

    return len(coming(desk))
