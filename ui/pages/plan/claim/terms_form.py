"""The contract as it is known: opening balance, rates' count of days, statement, order, penalty and minimum due."""

from __future__ import annotations

from datetime import date
from itertools import permutations
from typing import Final

from PySide6.QtWidgets import QGridLayout

from ui.context import UiContext
from ui.drafts.journal import Drafts
from ui.form import Form
from ui.pages.plan.claim.bounds_edit import BoundsEdit
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

    def __init__(self, context: UiContext, today: date, drafts: Drafts) -> None:
        super().__init__("claim", context.words, (), context.privacy, drafts, "plan")
        for field in self._make(context, today):
            self.take(field)

    def _make(self, context: UiContext, today: date) -> list[Field]:
        theme = context.theme
        words = {part: context.words.label("claim_item", part) for part in COMPONENTS}
        order = " → " if context.words.language == "en" else "→"
        orders = {" ".join(one): order.join(words[part] for part in one) for one in permutations(COMPONENTS)}
        counts = {one: context.words.label("day_count", one) for one in ("actual/365", "actual/360", "30/360")}
        return [
            Field("since", self.tr("Reckoned from"), DayEdit(theme, today)),
            Field("statement_day", self.tr("Statement day"), CountEdit(1, 31)),
            *(Field(part, self.tr("{item} at first").format(item=words[part]), BoundsEdit("money")) for part in COMPONENTS),
            Field("day_count", self.tr("Count of days"), ChoiceEdit(counts, empty=None)),
            Field("compounding", self.tr("Compound interest"), ChoiceEdit(
                {"none": self.tr("None"), "monthly": self.tr("Monthly")}, empty=None)),
            Field("settles", self.tr("Interest put down"), ChoiceEdit(
                {"statement": self.tr("On statement days"), "payment": self.tr("Also before payments")}, empty=None)),
            Field("payment_day", self.tr("Day of a payment"), ChoiceEdit(
                {"free": self.tr("Bears no interest"), "counted": self.tr("Bears interest")}, empty=None)),
            Field("due_on", self.tr("Due day missed"), DayEdit(theme, today)),
            Field("until_days", self.tr("Changes after days"), CountEdit(0, 100_000)),
            Field("early", self.tr("Order until then"), ChoiceEdit(orders, empty=None)),
            Field("late", self.tr("Order after that"), ChoiceEdit(orders, empty=None)),
            Field("penalty_rate", self.tr("Penalty, share"), BoundsEdit("share")),
            Field("due_days", self.tr("Days to pay"), CountEdit(0, 27)),
            Field("penalty_minimum", self.tr("Penalty at least"), BoundsEdit("money")),
            Field("penalty_maximum", self.tr("Penalty at most"), BoundsEdit("money")),
            Field("grace_days", self.tr("Days of grace"), BoundsEdit("days")),
            Field("tolerance", self.tr("Tolerance"), BoundsEdit("money")),
            Field("minimum_share", self.tr("Minimum due, share"), BoundsEdit("share")),
            Field("unpaid", self.tr("Unpaid minimum"), ChoiceEdit(
                {"carried": self.tr("Asked again"), "dropped": self.tr("Dropped")}, empty=None)),
            Field("step_rate", self.tr("Stepped-up rate"), BoundsEdit("share")),
            Field("step_after", self.tr("After months"), CountEdit(0, 120)),
        ]  # fmt: skip

    def grid(self) -> QGridLayout:
        """Two columns of fields; what a label has no room for stands below."""
        return field_grid(self.fields, _LINES, self.footer)

    def set_currency(self, currency: str) -> None:
        """Amounts are of the account's currency."""
        for field in self.fields.values():
            if isinstance(field.editor, BoundsEdit):
                field.editor.currency = currency
