"""The classes of the pages of a case; each is imported when it is first opened."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.page import CasePage
from workstation.field_ref import FieldRef
from workstation.profile.case import Stage

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
