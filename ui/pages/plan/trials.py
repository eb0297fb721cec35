"""What is being tried on each account, and trials started on several accounts in one step, which Ctrl+Z takes back in one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.context import UiContext
from ui.pages.plan.undo import Draft
from workstation.actions.plans.shares import kept_terms
from workstation.casework.keeping.accounts import owed_today
from workstation.plan.schedule.terms import Terms
from workstation.profile.account import Account
from workstation.wording import filled

if TYPE_CHECKING:
    from ui.pages.plan.inputs import PlanInputs
    from ui.pages.plan.shares.tab import SharesTab
    from ui.pages.plan.tabs import PlanTabs
    from workstation.actions.plans.shares import ShareLine
    from workstation.casework.case_file import CaseFile


@dataclass(frozen=True, slots=True)
class _Step:
    """What one account stood at before and after; the terms are None where nothing was tried yet."""

    account: Account
    before: Draft
    after: Draft
    terms_before: Terms | None
    terms_after: Terms


class SharedTrials(QObject):
    """``edited`` when fields changed. An account that was edited since the shares were used is left as it is by their undo."""

    edited = Signal()

    def __init__(self, context: UiContext, inputs: PlanInputs, tabs: PlanTabs) -> None:
        super().__init__()
        self._context = context
        self._inputs, self._tabs = inputs, tabs
        self._shares: SharesTab | None = None
        self.terms: dict[str, Terms] = {}
        self._steps: tuple[_Step, ...] = ()
        self._shown: Account | None = None
        self._file: CaseFile | None = None
        tabs.turned.connect(lambda _name: self._show())

    def follow(self, shares: SharesTab) -> None:
        """Start what is used of the sheet of shares, and show the trials there."""
        self._shares = shares
        shares.used.connect(self._on_used)
        if self._file is not None:
            shares.load(self._file)

    def load(self, file: CaseFile, shown: Account | None) -> None:
        """Take the case, and the account whose trial stands in the fields."""
        self._file, self._shown = file, shown
        if self._shares is not None:
            self._shares.load(file)
        self._show()

    def note(self, account_id: str, terms: Terms) -> None:
        """Take what is being tried on an account."""
        self.terms[account_id] = terms
        self._show()

    def undo(self) -> bool:
        """Take back the last edit; on the sheet of shares, all that was started from it. False when there is none."""
        return (self._tabs.shown == "shares" and self._taken_back()) or self._inputs.undo()

    def redo(self) -> bool:
        """Do again what was taken back."""
        return (self._tabs.shown == "shares" and self._take_again()) or self._inputs.redo()

    def take_back(self) -> None:
        """Take back what was started from the shares, whatever sheet is shown."""
        self._taken_back()

    def _taken_back(self) -> bool:
        return self._walk(lambda step: step.after, self._inputs.history.undo, lambda step: step.terms_before)

    def _take_again(self) -> bool:
        return self._walk(lambda step: step.before, self._inputs.history.redo, lambda step: step.terms_after)

    def _show(self) -> None:
        if self._shares is not None and self._tabs.shown == "shares":
            self._shares.show_trials(self.terms)

    def _on_used(self, lines: tuple[ShareLine, ...]) -> None:
        if self._file is None or self._shown is None:
            return
        begun = (self._begun(line, self._file) for line in lines)
        self._steps = tuple(step for step in begun if step is not None)
        self._inputs.resume(self._shown)
        self.edited.emit()
        told = filled(
            self.tr("{count|Trial|Trials} started on {count} {count|account|accounts}; nothing is saved yet"),
            {"count": len(self._steps)},
        )
        self._context.notices.show_message(told, self.tr("Undo"), self.take_back)

    def _begun(self, line: ShareLine, file: CaseFile) -> _Step | None:
        """The trial of one account in the fields and in its history; None where that changes nothing."""
        account, terms, history = line.share.account, line.terms, self._inputs.history
        if terms is None:
            return None
        if history.has_draft(account.id):
            self._inputs.resume(account)
        else:
            self._inputs.load(owed_today(file, account), kept_terms(file, account.id), file.debtor.pay_day)
        before, known = history.draft(account.id), self.terms.get(account.id)
        self._inputs.try_terms(account, terms)
        self.terms[account.id] = terms
        after = history.draft(account.id)
        return _Step(account, before, after, known, terms) if after != before else None

    def _walk(
        self, stands: Callable[[_Step], Draft], go: Callable[[str], bool], terms: Callable[[_Step], Terms | None]
    ) -> bool:
        """Walk every account on which nothing followed the step; False when there is none."""
        if self._shown is None:
            return False
        walked = [one for one in self._steps if self._inputs.history.draft(one.account.id) == stands(one)]
        for step in walked:
            self._inputs.resume(step.account)
            go(step.account.id)
            known = terms(step)
            if known is None:
                self.terms.pop(step.account.id, None)
            else:
                self.terms[step.account.id] = known
        if walked:
            self._inputs.resume(self._shown)
            self.edited.emit()
        return bool(walked)
