"""The loan as the lender's table of costs tells it: amount, days, instalments, interest and the yearly cost that it names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, Final

from PySide6.QtWidgets import QGridLayout

from ui.context import UiContext
from ui.drafts.journal import Drafts
from ui.form import Form
from ui.widgets.day_edit import DayEdit
from ui.widgets.editors import IN_INSTALMENTS, ChoiceEdit, CountEdit
from ui.widgets.field import Field
from ui.widgets.money_edit import MoneyEdit
from ui.widgets.rate_edit import RateEdit
from ui.widgets.room.field_grid import field_grid
from workstation.errors import Finding, Refused
from workstation.plan.schedule.lender_table import COUNTS, LENT_METHODS, LenderCost, LenderTable
from workstation.profile.account import Account
from workstation.rates import Rate

_LINES: Final = (("lent",), ("on", "first_due"), ("instalments", "method"), ("rate", "day_count"), ("stated",))
_NEEDED: Final = ("lent", "on", "first_due", "instalments", "rate")


class LoanForm(Form):
    """Fields by the names of `LenderTable`; `table` reads them with the items that stand beside."""

    def __init__(self, context: UiContext, today: Callable[[], date], drafts: Drafts) -> None:
        super().__init__("costs", context.words, (), context.privacy, drafts, "plan")
        words, theme = context.words, context.theme
        self._lent = MoneyEdit(optional=True)
        for field in (
            Field("lent", self.tr("Amount lent"), self._lent),
            Field("on", self.tr("Day of the loan"), DayEdit(theme, today)),
            Field("first_due", self.tr("First due day"), DayEdit(theme, today)),
            Field("instalments", self.tr("Instalments"), CountEdit(1, 600, counted=IN_INSTALMENTS)),
            Field("method", self.tr("Repayment"), ChoiceEdit(
                {one: words.label("lent_method", one) for one in LENT_METHODS}, empty=None)),
            Field("rate", self.tr("Interest, a year"), RateEdit()),
            Field("day_count", self.tr("Count of days"), ChoiceEdit(
                {one: words.label("day_count", one) for one in COUNTS}, empty=None)),
            Field("stated", self.tr("Yearly cost that the table states"), RateEdit()),
        ):  # fmt: skip
            self.take(field)

    def grid(self) -> QGridLayout:
        """Two columns of fields; what a label has no room for stands below."""
        return field_grid(self.fields, _LINES, self.footer)

    def show_table(self, account: Account, kept: LenderTable | None) -> None:
        """What is kept of an account; before that what the account itself says, to be compared with the table."""
        self._lent.currency = account.currency
        if kept is None:
            told = {"on": account.opened_on, "instalments": account.term, "rate": account.rate}
            self.load({"method": LENT_METHODS[0], "day_count": COUNTS[0], **told})
        else:
            self.load({key: getattr(kept, key) for key in self.fields}, kept)

    def table(self, account: Account, items: Sequence[LenderCost], **who: Any) -> LenderTable:
        """The table as typed. Raises `Refused` at its fields."""
        values = self.draft()
        if missing := [key for key in _NEEDED if values[key] is None]:
            raise Refused(*[Finding("required_field", f"costs.{key}") for key in missing])
        stated = values["stated"]
        if isinstance(stated, Rate) and stated.per != "annual":
            raise Refused(Finding("cost_rate_annual", "costs.stated"))
        told = {key: values[key] for key in (*_NEEDED, "method", "day_count", "stated")}
        return LenderTable(account.id, account.case_id, items=tuple(items), currency=account.currency, **told, **who)
