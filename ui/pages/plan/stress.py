"""Whether the plan holds when life does not: less income, a festival month, a missed payment; and what would hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.context import UiContext
from ui.drafts.journal import Drafts
from ui.form import Form
from ui.pages.plan.column import set_text
from ui.widgets.editors import ChoiceEdit
from ui.widgets.field import Field, caption
from ui.widgets.money_edit import MoneyEdit
from ui.widgets.parts import Card, Elided, column, in_role, label
from ui.widgets.room.flow import Flow, Part
from workstation.actions.plans.stress import Strain
from workstation.errors import Refused
from workstation.money import Money
from workstation.plan.options.affordability import StressResult

if TYPE_CHECKING:
    from workstation.profile.budget import Budget

ORDER = ("as_is", "income_10", "income_20", "income_30", "festival", "missed_payment")
"""The trials in the order in which they stand."""


class StressStrip(Card):
    """One place for each trial: holds, or the first month that breaks; below it the largest instalment that would hold."""

    edited = Signal()

    def __init__(self, context: UiContext, drafts: Drafts) -> None:
        super().__init__(gap=0, padding=8)
        self._context = context
        self._currency = "CNY"
        names = {
            "as_is": self.tr("As is"), "income_10": self.tr("Income −10%"), "income_20": self.tr("Income −20%"),
            "income_30": self.tr("Income −30%"), "festival": self.tr("Festival"), "missed_payment": self.tr("One missed"),
        }  # fmt: skip
        months = {str(month): self.tr("Month {number}").format(number=month) for month in range(1, 13)}
        self.form = Form(
            "strain",
            context.words,
            (
                Field("month", self.tr("Month"), ChoiceEdit(months, empty=self.tr("None"))),
                Field("cost", self.tr("Extra"), MoneyEdit()),
                Field("reserve", self.tr("Savings"), MoneyEdit()),
            ),
            context.privacy,
            drafts,
            "plan",
        )
        self.form.load({})
        self.form.edited.connect(self.edited)
        self.results = {code: Elided("", whole=True) for code in ORDER}
        self.safe = {code: Elided("", "label", whole=True) for code in ORDER}
        parts: list[tuple[Part, int]] = [
            (column(caption(self.tr("Stress test")), label(self.tr("Largest safe"), "label"), gap=0), 0)
        ]
        for code in ORDER:
            name = label(names[code], "label")
            name.setToolTip(context.words.label("stress", code))
            parts.append((column(name, self.results[code], self.safe[code], gap=0), 1))
        fields = self.form.fields
        self.body.addLayout(Flow(4, 4).line(*parts, *((fields[key], 1) for key in ("month", "cost", "reserve"))))

    def begin(self, case: str, budget: Budget) -> None:
        """Take the currency of the household; what was tried on the case earlier comes back."""
        self._currency = budget.currency
        for key in ("cost", "reserve"):
            editor = self.form.fields[key].editor
            if isinstance(editor, MoneyEdit):
                editor.currency = budget.currency
        if self.form.about(case):
            self.form.load({})

    def strain(self) -> Strain:
        """What was asked of the debtor; what cannot be read counts as nothing and is marked at its field."""
        try:
            values = self.form.draft()
        except Refused:
            return Strain(Money.zero(self._currency))
        month = int(values["month"]) if values["month"] else None
        return Strain(values["reserve"], month, values["cost"])

    def show_results(self, results: tuple[StressResult, ...]) -> None:
        """Show each trial; a dash where it was not tried."""
        by_name = {one.stress.name: one for one in results}
        for code in ORDER:
            one = by_name.get(code)
            result = self.results[code]
            if one is None:
                set_text(result, "—")
                in_role(result, "quiet")
                set_text(self.safe[code], "")
                continue
            broken = one.breaks_in
            set_text(result, f"✕ {broken[0]}-{broken[1]:02d}" if broken else self.tr("✓ Holds"))
            in_role(result, "bad" if broken else "good")
            result.setToolTip(
                self.tr("First month that cannot be paid") if broken else self.tr("Every month can be paid")
            )
            set_text(self.safe[code], "≤ " + one.largest_safe.grouped())
            self.safe[code].setToolTip(
                self.tr("Largest monthly instalment that holds: {amount}").format(amount=one.largest_safe.grouped())
            )
