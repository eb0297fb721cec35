"""The sheets behind the tabs of the plan, each made when it is first turned to: on most visits most of them stay unseen."""

from __future__ import annotations

from abc import abstractmethod
from functools import cached_property, partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QWidget

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.page import CasePage
from ui.pages.plan.approvals import ApprovalsCard
from ui.pages.plan.claim.tab import ClaimTab
from ui.pages.plan.costs.tab import CostsTab
from ui.pages.plan.counter import CounterTab
from ui.pages.plan.options import OptionsTab
from ui.pages.plan.shares.tab import SharesTab
from workstation.actions.plans.options import options_of

if TYPE_CHECKING:
    from ui.pages.plan.tabs import PlanTabs
    from ui.pages.plan.trials import SharedTrials
    from workstation.plan.options.options import AccountOptions
    from workstation.plan.schedule.terms import Terms

S = TypeVar("S", bound=QWidget)
T = TypeVar("T", CounterTab, ClaimTab, CostsTab)


class SheetPage(CasePage):
    """Asking for a sheet makes it, with the case and the account that are shown; afterwards it follows them."""

    tabs: PlanTabs
    trials: SharedTrials

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__(session, context)
        self._account_id = ""

    @abstractmethod
    def try_terms(self, terms: Terms) -> None:
        """Put terms into the fields as a trial."""

    @abstractmethod
    def counter_trial(self) -> None:
        """Hand the terms that are being tried to the counter-offer."""

    @abstractmethod
    def turn_to_account(self, account_id: str) -> None:
        """Show the schedule of another account."""

    @abstractmethod
    def write_paper(self, kind: str, bank: str) -> None:
        """Write one of the papers for the debtor as a file."""

    @cached_property
    def options(self) -> OptionsTab:
        """What the person can keep, in the order of the method."""
        made = self._placed("options", OptionsTab(self.context))
        made.terms_requested.connect(self.try_terms)
        if self._file is not None:
            made.show_options(self.options_found())
        return made

    @cached_property
    def counter(self) -> CounterTab:
        """What the bank asks instead."""
        made = self._placed("counter", CounterTab(self.session, self.context))
        made.countered.connect(self.try_terms)
        made.trial_requested.connect(self.counter_trial)
        return self._loaded(made)

    @cached_property
    def shares(self) -> SharesTab:
        """What each account gets of the money that is there."""
        made = self._placed("shares", SharesTab(self.session, self.context))
        made.account_requested.connect(self.turn_to_account)
        self.trials.follow(made)
        return made

    @cached_property
    def claim(self) -> ClaimTab:
        """What the bank claims, beside what was rebuilt."""
        made = self._placed("claim", ClaimTab(self.session, self.context))
        made.sheet_requested.connect(partial(self.write_paper, "claim-questions"))
        return self._loaded(made)

    @cached_property
    def costs(self) -> CostsTab:
        """What the loan costs."""
        made = self._placed("costs", CostsTab(self.session, self.context))
        made.sheet_requested.connect(partial(self.write_paper, "cost-table"))
        return self._loaded(made)

    @cached_property
    def approvals(self) -> ApprovalsCard:
        """Who has to agree to the chosen version."""
        made = self._placed("approvals", ApprovalsCard(self.session, self.context))
        made.edited.connect(self.edited)
        if self._file is not None:
            made.load(self.file, self.file.chosen(self._account_id))
        return made

    def _placed(self, name: str, sheet: S) -> S:
        self.tabs.place(name, sheet)
        return sheet

    def _loaded(self, sheet: T) -> T:
        if self._file is not None:
            sheet.load(self.file, self._account_id)
        return sheet

    def options_found(self) -> AccountOptions | None:
        """What can be offered on the account that is shown."""
        return next((one for one in options_of(self.file) if one.account_id == self._account_id), None)

    def load_sheets(self, found: AccountOptions | None) -> None:
        """Show the case on every sheet that was made. ``found``: `options_found`."""
        for name in self.__dict__.keys() & {"counter", "claim", "costs"}:
            sheet = getattr(self, name)
            sheet.load(self.file, self._account_id)
        if "options" in self.__dict__:
            self.options.show_options(found)
        if "approvals" in self.__dict__:
            self.approvals.load(self.file, self.file.chosen(self._account_id))
