"""The contract as it is known: opening balance, rates' count of days, statement, order, penalty and minimum due."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from itertools import permutations
from typing import Final

from PySide6.QtWidgets import QGridLayout

from ui.context import UiContext
from ui.drafts.journal import Drafts
from ui.form import Form
from ui.pages.plan.claim.bounds_edit import BoundsEdit
from ui.widgets.dates.month_day_edit import MonthDayEdit
from ui.widgets.day_edit import DayEdit
from ui.widgets.editors import ChoiceEdit, CountEdit
from ui.widgets.field import Field
from ui.widgets.room.field_grid import field_grid
from workstation.plan.debt.balances import COMPONENTS

_LINES: Final = (
    ("since", "statement_day"), ("principal", "interest"), ("penalty", "fees"), ("day_count", "compounding"),
    ("settles", "payment_day"), ("due_on", "until_days"), ("early",), ("late",), ("penalty_rate", "due_days"),
    ("penalty_minimum", "penalty_maximum"), ("grace_days", "tolerance"), ("minimum_share", "unpaid"),
    ("step_rate", "step_after"),
)  # fmt: skip


class ClaimTermsForm(Form):
    """Fields by the keys of `claims.fields`; an empty field is one that the contract does not have."""

    def __init__(self, context: UiContext, today: Callable[[], date], drafts: Drafts) -> None:
        super().__init__("claim", context.words, (), context.privacy, drafts, "plan")
        for field in self._make(context, today):
            self.take(field)

    def _make(self, context: UiContext, today: Callable[[], date]) -> list[Field]:
        theme, named = context.theme, partial(context.words.label, "claim_field")
        words = {part: context.words.label("claim_item", part) for part in COMPONENTS}
        order = " → " if context.words.language == "en" else "→"
        orders = {" ".join(one): order.join(words[part] for part in one) for one in permutations(COMPONENTS)}
        counts = {one: context.words.label("day_count", one) for one in ("actual/365", "actual/360", "30/360")}
        return [
            Field("since", named("since"), DayEdit(theme, today)),
            Field("statement_day", named("statement_day"), MonthDayEdit()),
            *(Field(part, _at_first(context, part), BoundsEdit("money")) for part in COMPONENTS),
            Field("day_count", named("day_count"), ChoiceEdit(counts, empty=None)),
            Field("compounding", named("compounding"), ChoiceEdit(
                {"none": self.tr("None"), "monthly": self.tr("Monthly")}, empty=None)),
            Field("settles", named("settles"), ChoiceEdit(
                {"statement": self.tr("On statement days"), "payment": self.tr("Also before payments")}, empty=None)),
            Field("payment_day", named("payment_day"), ChoiceEdit(
                {"free": self.tr("Bears no interest"), "counted": self.tr("Bears interest")}, empty=None)),
            Field("due_on", named("due_on"), DayEdit(theme, today)),
            Field("until_days", named("until_days"), CountEdit(0, 100_000)),
            Field("early", named("early"), ChoiceEdit(orders, empty=None)),
            Field("late", named("late"), ChoiceEdit(orders, empty=None)),
            Field("penalty_rate", named("penalty_rate"), BoundsEdit("share")),
            Field("due_days", named("due_days"), CountEdit(0, 27)),
            Field("penalty_minimum", named("penalty_minimum"), BoundsEdit("money")),
            Field("penalty_maximum", named("penalty_maximum"), BoundsEdit("money")),
            Field("grace_days", named("grace_days"), BoundsEdit("days")),
            Field("tolerance", named("tolerance"), BoundsEdit("money")),
            Field("minimum_share", named("minimum_share"), BoundsEdit("share")),
            Field("unpaid", named("unpaid"), ChoiceEdit(
                {"carried": self.tr("Asked again"), "dropped": self.tr("Dropped")}, empty=None)),
            Field("step_rate", named("step_rate"), BoundsEdit("share")),
            Field("step_after", named("step_after"), CountEdit(0, 120)),
        ]  # fmt: skip

    def grid(self) -> QGridLayout:
        """Two columns of fields; what a label has no room for stands below."""
        return field_grid(self.fields, _LINES, self.footer)

    def set_currency(self, currency: str) -> None:
        """Amounts are of the account's currency."""
        for field in self.fields.values():
            if isinstance(field.editor, BoundsEdit):
                field.editor.currency = currency


def _at_first(context: UiContext, part: str) -> str:
    """What is asked of a component of the opening balance."""
    return context.words.sentence("claim_field.at_first", {"item": context.words.label("claim_item", part)})
