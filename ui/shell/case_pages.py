"""The pages of a case: their classes, each imported when it is first needed, and the supply of blank ones."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.page import CasePage
from ui.widgets.room.page_stack import PageStack
from workstation.field_ref import FieldRef
from workstation.profile.case import Stage

if TYPE_CHECKING:
    from ui.desk_session import Changes

PAGES: Final = ("profile", "conversation", "evidence", "plan", "application", "bank_forms", "keep")

_PAGE_OF_AREA: Final = {
    "debtor": "profile", "account": "profile", "budget": "profile",
    FieldRef.CASE_ACCOUNTS: "profile", FieldRef.CASE_BUDGET: "profile",
    "case": "conversation", "contact": "conversation", "evidence": "evidence", "waiver": "evidence", "consistency": "evidence",
    "verification": "evidence", "plan": "plan", "approval": "plan", "claim": "plan", "costs": "plan", "application": "application",
    "bank_form": "bank_forms", "keep": "keep",
}  # fmt: skip
OUTSIDE: Final = ("bank", "desk", "elsewhere")
NAMED_BY_PAPERS: Final = frozenset({"BankContact", "DeskSettings"})
PAGE_OF_STAGE: Final = {
    Stage.UNDERSTAND: "conversation", Stage.EVIDENCE: "evidence", Stage.VERIFY: "evidence",
    Stage.PLAN: "plan", Stage.APPLY: "application", Stage.KEEP: "keep",
}  # fmt: skip

_QUIET_MS: Final = 150
"""How long nothing was opened or typed before a page is made ahead."""
_BETWEEN_MS: Final = 15
"""Between two steps of that, for keys and clicks that came meanwhile."""
_MOST_HELD: Final = 10
"""Pages alive at once, those of the open case and blank ones; one takes two to seven megabytes."""
_FOR_NEXT: Final = ("evidence", "plan", "conversation")
"""The pages at which most cases open, or that take longest."""
_MADE_FOR: Final = frozenset({"DeskSettings", "User"})
"""What pages ask once, when they are made."""


def page_class(page: str) -> Callable[[DeskSession, UiContext], CasePage]:
    """The class of a page; each is imported when it is first opened."""
    match page:
        case "profile":
            from ui.pages.profile.page import ProfilePage

            return ProfilePage
        case "conversation":
            from ui.pages.conversation.page import ConversationPage

            return ConversationPage
        case "evidence":
            from ui.pages.evidence.page import EvidencePage

            return EvidencePage
        case "plan":
            from ui.pages.plan.page import PlanPage

            return PlanPage
        case "keep":
            from ui.pages.keep.page import KeepPage

            return KeepPage
        case "bank_forms":
            from ui.pages.bank_forms.page import BankFormsPage

            return BankFormsPage
        case _:
            from ui.pages.application.page import ApplicationPage

            return ApplicationPage


def page_of(field_ref: str) -> str:
    """The page on which the field of a finding lies: ``case.accounts`` → profile, ``plan.<account>`` → plan."""
    area = field_ref.partition(".")[0]
    return _PAGE_OF_AREA.get(field_ref) or _PAGE_OF_AREA.get(area, "profile")


def load_classes() -> None:
    """Load the modules of every page."""
    for page in PAGES:
        page_class(page)


class PageSupply(QObject):
    """Makes blank pages ahead and lets used ones go, one step at a time while nobody waits: half of what opening a page takes.

    Each is given away once, so that nothing of one case is ever seen in another.
    """

    def __init__(self, stack: PageStack, session: DeskSession, context: UiContext, parent: QObject) -> None:
        super().__init__(parent)
        self._stack, self._session, self._context = stack, session, context
        self._ready: dict[str, CasePage] = {}
        self._used: list[QWidget] = []
        self._begun: tuple[str, CasePage] | None = None
        self._open: Collection[str] = ()
        self._asked = self._loaded = self._ended = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.step)
        session.changed.connect(self._on_session_changed)
        session.day_changed.connect(self.drop)
        session.closed.connect(self._end)

    @property
    def names(self) -> tuple[str, ...]:
        """The pages that wait here."""
        return tuple(self._ready)

    @property
    def at_work(self) -> str:
        """The page that is made and has no place yet; empty between two."""
        return self._begun[0] if self._begun is not None else ""

    @property
    def waiting(self) -> bool:
        """Whether a step follows once nobody opens or types anything."""
        return self._timer.isActive()

    def give(self, page: str) -> CasePage:
        """A blank page, to be loaded; it is made now where none waits."""
        made = self._ready.pop(page, None)
        if made is None and self._begun is not None and self._begun[0] == page:
            made, self._begun = self._begun[1], None
        return made or page_class(page)(self._session, self._context)

    def rest(self, opened: Collection[str]) -> None:
        """Somebody opened or typed something just now; ``opened`` are the pages that the case holds."""
        self._open = opened
        if self._ended or not self._context.background.makes_ahead:
            return
        if self._loaded:
            self._timer.start(_QUIET_MS)
        elif not self._asked:
            self._asked = True
            self._context.background.run(load_classes, self._on_loaded, lambda _: None)

    def take_back(self, page: CasePage) -> None:
        """Let a page of a case go that is left, once what it puts on record has come in."""
        held = self._stack.take_out(page)
        if page.running:
            page.rested.connect(held.deleteLater)
        elif self._context.background.makes_ahead:
            self._used.append(held)
            if len(self._used) > len(PAGES):  # somebody goes from case to case without a rest
                self._used.pop(0).deleteLater()
        else:
            held.deleteLater()

    def drop(self) -> None:
        """Let all blank ones go: what they were made for is no more."""
        for made in self._ready.values():
            self._stack.take_out(made).deleteLater()
        self._ready.clear()
        if self._begun is not None:
            self._begun[1].deleteLater()
            self._begun = None

    def _end(self) -> None:
        """Of a desk that is being closed nothing is made, whatever its drafts still tell."""
        self._ended = True
        self._timer.stop()

    def _on_loaded(self, _done: object) -> None:
        self._loaded = True
        self.rest(self._open)

    def step(self) -> bool:
        """Destroy a used page, make one, or give the one that was made its place, which styles it: one of these at once.

        False where nothing was left to be done.
        """
        if self._used:
            self._used.pop().deleteLater()
        elif self._begun is not None:
            page, made = self._begun
            self._begun = None
            self._stack.take(made, waiting=True)
            self._ready[page] = made
        elif (wanted := self._wanted()) is not None:
            self._begun = wanted, page_class(wanted)(self._session, self._context)
        else:
            return False
        self._timer.start(_BETWEEN_MS)
        return True

    def _wanted(self) -> str | None:
        """The next page to be made: what the open case has not shown yet, then what the next one may open at."""
        if len(self._open) + len(self._ready) >= _MOST_HELD:
            return None
        wanted = (*(page for page in PAGES if page not in self._open), *_FOR_NEXT)
        return next((page for page in wanted if page not in self._ready), None)

    def _on_session_changed(self, changes: Changes) -> None:
        if changes.kinds & _MADE_FOR:
            self.drop()
