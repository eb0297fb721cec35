"""Plans side by side and beside doing nothing: the same figures on the same lines, the best of each line marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.context import UiContext
from ui.pages.plan.column import PlanColumn, WaitingColumn
from ui.typed_signal import TypedSignal, signal
from ui.widgets.parts import Card, column, in_role, label
from ui.widgets.room.flow import Flow
from workstation.casework.case_file import CaseFile
from workstation.casework.gating.bank_terms import is_banks_own
from workstation.plan.debt.balances import Balances
from workstation.plan.debt.comparison import MOST, Compared
from workstation.plan.schedule.terms import Terms
from workstation.plan.version import PlanVersion

if TYPE_CHECKING:
    from workstation.actions.plans.options import PlansCompared
    from workstation.plan.debt.comparison import Owing, Waiting
    from workstation.plan.options.options import AccountOptions
    from workstation.profile.account import Account

HEIGHT = 238
_BEST = ("monthly", "total", "saved", "rate", "last_due")


@dataclass(frozen=True, slots=True)
class ComparedPlan:
    """One plan of the comparison: the trial (neither ``plan`` nor ``offered``), a kept version, or an option on offer."""

    heading: str
    terms: Terms
    plan: PlanVersion | None = None
    offered: str = ""
    why: str = ""


class PlanColumns(QWidget):
    """Doing nothing first, then the trial, then up to three more. The chosen version wears the accent edge."""

    choice_requested: TypedSignal[PlanVersion] = signal(1)
    terms_requested: TypedSignal[Terms] = signal(1)
    amount_requested: TypedSignal[tuple[Compared, str]] = signal(1)
    owing_requested: TypedSignal[tuple[Waiting, Owing]] = signal(1)

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._sides: tuple[ComparedPlan, ...] = ()
        self._compared: tuple[Compared, ...] = ()
        self._marks: list[frozenset[str]] = []
        self.waiting = WaitingColumn(context)
        self.waiting.amount_requested.connect(self.owing_requested)
        self.trial = PlanColumn(context)
        self.trial.show_actions(kept=False, offered=False, chosen=False)
        self.trial.amount_requested.connect(self.amount_requested)
        self.kept: dict[str, PlanColumn] = {}
        self.compared: list[PlanColumn] = []
        self._banks_own: frozenset[str] = frozenset()
        self._beside: list[QWidget] = []
        self._line = Flow(8, 8)
        self.star = label(
            self.tr("★ the best of the plans side by side, line by line; it decides nothing."), "hint", wrap=True
        )
        self.star.hide()
        self.setLayout(column(self._line, self.star, gap=4))
        for first in (self.waiting, self.trial):
            first.setMinimumHeight(HEIGHT)

    def sides(
        self, account: Account, own: list[PlanVersion], chosen: PlanVersion | None, found: AccountOptions | None
    ) -> list[ComparedPlan]:
        """The chosen version and the latest others; where there is room, what ranks first. All are of today's balance."""
        owed = Balances.of(account)
        own = [plan for plan in own if Balances.of(plan.terms) == owed]
        latest = own[-(MOST - 1) :]
        if chosen in own and chosen not in latest:
            latest = [plan for plan in own if plan == chosen] + latest[1:]
        sides = [ComparedPlan(self.tr("Version {number}").format(number=one.version), one.terms, one) for one in latest]
        for ranked in found.offered if found else ():
            if len(sides) < MOST - 1 and all(side.terms != ranked.option.terms for side in sides):
                heading = self.tr("Proposal {number}").format(number=ranked.rank)
                why = self._context.words.finding(ranked.why)
                sides.append(ComparedPlan(heading, ranked.option.terms, None, ranked.option.id, why))
        return sides

    def offer(self, sides: Sequence[ComparedPlan], chosen: str, file: CaseFile) -> None:
        """Make the columns beside the trial again. Of terms that a bank offered and granted nobody here decides."""
        self._banks_own = frozenset(one.plan.id for one in sides if one.plan and is_banks_own(file, one.plan))
        self._line.let_go()
        for old in self._beside:
            old.hide()
            old.deleteLater()
        self.kept, self.compared, self._sides, self._compared = {}, [], tuple(sides), ()
        for side in sides:
            made = PlanColumn(self._context)
            plan_id = side.plan.id if side.plan else ""
            made.show_actions(
                kept=side.plan is not None, offered=bool(side.offered), chosen=bool(plan_id) and plan_id == chosen
            )
            made.setToolTip(side.why)
            made.amount_requested.connect(self.amount_requested)
            made.chosen.connect(lambda side=side: self.choice_requested.emit(side.plan))
            made.opened.connect(lambda side=side: self.terms_requested.emit(side.terms))
            self.compared.append(made)
            if side.plan is not None:
                self.kept[side.plan.id] = made
        self._beside = [*self.compared, *(self._vacant() for _ in range(MOST - 1 - len(self.compared)))]
        for one in self._beside:
            one.setMinimumHeight(HEIGHT)
        self._line.line(*((one, 1) for one in (self.waiting, self.trial, *self._beside)))

    def _vacant(self) -> Card:
        words = label(self.tr("Saved versions are shown here side by side."), "quiet", wrap=True)
        made = Card(-1, words, -1)
        words.setAlignment(words.alignment().AlignCenter)
        return in_role(made, "drop")

    def show_compared(self, found: PlansCompared | None, missing: int) -> None:
        """Fill the columns beside the trial; once for many steps of a slider, which leave them as they are."""
        self._compared = found.comparison.plans if found else ()
        self._marks = [frozenset()] * len(self.compared)
        for number, side_column in enumerate(self.compared):
            if found is not None:
                plan = self._compared[number]
                side = self._sides[number]
                tiers = None if side.plan and side.plan.id in self._banks_own else found.tiers[number]
                side_column.show_plan(side.heading, plan, tiers, found.caps[number], missing)
        if found is not None:
            self._show_waiting(found)

    def show_trial(self, found: PlansCompared, missing: int) -> None:
        """Fill the column of the trial, and mark what is best now."""
        plan = found.comparison.plans[0]
        marks = _best((plan, *self._compared)) if self._compared else {}
        best = [
            frozenset(name for name, numbers in marks.items() if no in numbers) for no in range(len(self._compared) + 1)
        ]
        self.trial.show_plan(self.tr("Trial"), plan, found.tiers[0], found.caps[0], missing, best[0])
        for number, side_column in enumerate(self.compared):
            if self._compared and best[number + 1] != self._marks[number]:
                side_column.mark(self._compared[number], best[number + 1])
                self._marks[number] = best[number + 1]
        self.star.setVisible(any(best))
        self._show_waiting(found)

    def _show_waiting(self, found: PlansCompared) -> None:
        told = " ".join(self._context.words.finding(one) for one in found.findings)
        self.waiting.show_waiting(found.comparison.waiting, told)
        self.waiting.show_cap(found.default_cost)


def _best(plans: Sequence[Compared]) -> dict[str, frozenset[int]]:
    """Figure → the places of the plans that are best in it; a figure in which all are alike marks none."""
    found = {}
    for name in _BEST:
        values = [_figure(plan, name) for plan in plans]
        known = [value for value in values if value is not None]
        if len(set(known)) > 1:
            found[name] = frozenset(number for number, value in enumerate(values) if value == min(known))
    return found


def _figure(plan: Compared, name: str) -> int | None:
    """Less is better in each."""
    match name:
        case "monthly":
            return plan.monthly.minor
        case "total":
            return plan.total.minor
        case "saved":
            saved = next((one for one in plan.saved if one.months), None)
            return -saved.amount.minor if saved else None
        case "last_due":
            return plan.last_due.toordinal()
        case _:
            return int(plan.true_rate.simple * 1_000_000) if plan.true_rate else None
