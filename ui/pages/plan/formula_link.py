"""Where a clicked figure of a column leads: to the schedule, with the formula or the finding that belongs to it."""

from __future__ import annotations

from ui.context import UiContext
from ui.pages.plan.columns import PlanColumns
from ui.pages.plan.schedule import ScheduleCard
from ui.pages.plan.tabs import PlanTabs
from workstation.errors import Finding
from workstation.plan.debt.comparison import Compared, Owing, Waiting
from workstation.plan.explained.comparison_formulas import of_payment, of_saved, of_total, of_waiting, of_waiting_parts
from workstation.plan.explained.rate_formulas import of_rates


class Explained:
    """Hears the columns and speaks on the line under the schedule."""

    def __init__(self, context: UiContext, columns: PlanColumns, tabs: PlanTabs, schedule: ScheduleCard) -> None:
        self._context, self._tabs, self._schedule = context, tabs, schedule
        columns.amount_requested.connect(self._on_amount_requested)
        columns.owing_requested.connect(self._on_owing_requested)
        columns.waiting.cap_requested.connect(self._on_cap_requested)

    def _on_amount_requested(self, requested: tuple[Compared, str]) -> None:
        plan, name = requested
        self._tabs.turn_to("schedule")
        if name == "cost":
            self._schedule.explain_rates(of_rates(plan.schedule))
            return
        formula = of_total(plan) if name == "total" else of_saved(plan) if name == "saved" else of_payment(plan)
        self._schedule.explain(formula)

    def _on_owing_requested(self, requested: tuple[Waiting, Owing]) -> None:
        waiting, point = requested
        self._tabs.turn_to("schedule")
        self._schedule.explain(of_waiting(waiting, point), of_waiting_parts(waiting, point))

    def _on_cap_requested(self, caps: tuple[Finding, ...]) -> None:
        self._tabs.turn_to("schedule")
        self._schedule.formula.show_message(" ".join(map(self._context.words.finding, caps)))
