"""The classes of the pages of a case; each is imported when it is first opened."""

from __future__ import annotations

from collections.abc import Callable

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.page import CasePage


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
        case "bank_forms":
            from ui.pages.bank_forms.page import BankFormsPage

            return BankFormsPage
        case _:
            from ui.pages.application.page import ApplicationPage

            return ApplicationPage
