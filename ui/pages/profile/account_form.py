"""The form of one account: whose it is, what is owed and since when, and what was agreed in the contract."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final

from ui.context import UiContext
from ui.drafts.journal import Drafts
from ui.form import Form
from ui.look.wording import amount
from ui.pages.profile.number_edit import NumberEdit
from ui.widgets.dates.month_day_edit import MonthDayEdit
from ui.widgets.day_edit import DayEdit
from ui.widgets.editors import IN_INSTALMENTS, ChoiceEdit, CountEdit, TextEdit
from ui.widgets.field import Field
from ui.widgets.money_edit import MoneyEdit
from ui.widgets.parts import label
from ui.widgets.rate_edit import RateEdit
from ui.widgets.room.flow import Flow, lines
from workstation.dates import add_days
from workstation.errors import Refused
from workstation.money import MINOR_DIGITS, Money, total
from workstation.profile.account import Account
from workstation.profile.due_day import DUE_DAY

_MONEY: Final = ("principal", "interest", "penalty", "fees")
_DAYS: Final = ("due_on", "overdue_since")
_LINES: Final = (
    (("bank", 5), ("product", 4), ("currency", 3)),
    (("number", 3), ("due_on", 3), ("overdue_since", 3), ("as_of", 3)),
    (("principal", 3), ("interest", 3), ("penalty", 3), ("fees", 3)),
    (("minimum_due", 3), ("limit", 3), ("rate", 3), ("opened_on", 3)),
    (("term", 2), ("instalments_paid", 2), ("instalments_left", 2), ("statement_day", 3), ("due_day", 3)),
    (("purpose", 12),),
)


class AccountForm(Form):
    """Fields by the names of `Account`; amounts follow the currency that is chosen here."""

    def __init__(self, context: UiContext, today: Callable[[], date], drafts: Drafts) -> None:
        super().__init__("account", context.words, (), context.privacy, drafts, "profile")
        self.owed = label("", "figure")
        for field in self._make(context, today):
            self.take(field)
        self.fields["currency"].editor.edited.connect(self._on_currency_edited)
        for key in _MONEY:
            self.fields[key].editor.edited.connect(self._show_owed)
        self.fields["due_on"].editor.edited.connect(lambda: self._follow("due_on", "overdue_since", 1))
        self.fields["overdue_since"].editor.edited.connect(lambda: self._follow("overdue_since", "due_on", -1))

    def _make(self, context: UiContext, today: Callable[[], date]) -> list[Field]:
        words, theme = context.words, context.theme
        currencies = {code: code for code in MINOR_DIGITS}
        return [
            Field("bank", self.tr("Ban&k"), TextEdit(self.tr("Full legal name"))),
            Field("product", self.tr("Product"), ChoiceEdit(words.choices("product"), empty=None)),
            Field("currency", self.tr("Currency"), ChoiceEdit(currencies, empty=None)),
            Field("number", self.tr("Account number"), NumberEdit(theme, "account.number")),
            Field("due_on", self.tr("Due day missed"), DayEdit(theme, today)),
            Field("overdue_since", self.tr("First day overdue"), DayEdit(theme, today)),
            Field("as_of", self.tr("Balances as of"), DayEdit(theme, today)),
            Field("principal", self.tr("Principal"), MoneyEdit()),
            Field("interest", self.tr("Interest"), MoneyEdit()),
            Field("penalty", self.tr("Penalty"), MoneyEdit()),
            Field("fees", self.tr("Fees"), MoneyEdit()),
            Field("minimum_due", self.tr("Minimum due"), MoneyEdit(optional=True)),
            Field("limit", self.tr("Limit"), MoneyEdit(optional=True)),
            Field("rate", self.tr("Contract rate"), RateEdit(self.tr("E.g. 18.25% or 0.05%/day"))),
            Field("opened_on", self.tr("Opened on"), DayEdit(theme, today)),
            Field("term", self.tr("Term"), CountEdit(1, 600, counted=IN_INSTALMENTS)),
            Field("instalments_paid", self.tr("Paid"), CountEdit(0, 600, counted=IN_INSTALMENTS)),
            Field("instalments_left", self.tr("Remaining"), CountEdit(0, 600, counted=IN_INSTALMENTS)),
            Field("statement_day", self.tr("Statement day"), MonthDayEdit()),
            Field("due_day", self.tr("Due day"), MonthDayEdit()),
            Field("purpose", self.tr("Loan purpose"), TextEdit(free=True)),
        ]

    def grid(self) -> Flow:
        """All fields by twelve shares a line, the sum at the bottom."""
        made = lines([[(self.fields[key], share) for key, share in line] for line in _LINES])
        made.line((self.owed, 4), (self.footer, 8))
        return made.line((self.conflicts, 1))

    def load(self, values: Account | Mapping[str, object], entity: object = None) -> None:
        """Show an account."""
        if isinstance(values, Account):
            self._set_currency(values.currency)
            values, entity = self.values(values), values
        super().load(values, entity)
        self._show_owed()

    def values(self, account: Account) -> dict[str, object]:
        """An account as the form knows it."""
        return {key: getattr(account, key) for key in self.fields}

    def draft(self) -> dict[str, Any]:
        """Values of `Account`; a day that was typed is the due day itself, one left alone keeps what it was given as."""
        self._set_currency(str(self.fields["currency"].editor.draft()))
        values = super().draft()
        first, base = values.pop("overdue_since"), self.base
        if (values["due_on"], first) != (base.due_on, base.overdue_since):
            values |= {"due_given": values["due_on"], "due_source": DUE_DAY if values["due_on"] else ""}
        return values

    def _on_conflict_chosen(self, key: str, take: bool) -> None:
        """What is chosen of one of the two days holds for the other; nobody is asked twice."""
        for other in _DAYS:
            if key in _DAYS and other != key and other in self._rebase.open:
                theirs = self._rebase.open.pop(other)
                if take:
                    self._take(other, theirs)
        super()._on_conflict_chosen(key, take)

    def _follow(self, typed: str, other: str, step: int) -> None:
        """The first day overdue is the day after the due day, whichever of the two is typed."""
        day, held = self.fields[typed].editor.raw(), self.fields[other].editor.raw()
        if isinstance(day, date) or (day is None and isinstance(held, date)):  # what is half typed there stays
            self.fields[other].editor.load(add_days(day, step) if day else None)
            self.fields[other].clear_message()

    def _show_conflicts(self) -> None:
        super()._show_conflicts()
        self.owed.setVisible(not self.conflicted)

    def _set_currency(self, currency: str) -> None:
        for field in self.fields.values():
            if isinstance(field.editor, MoneyEdit):
                field.editor.currency = currency

    def _on_currency_edited(self) -> None:
        self._set_currency(str(self.fields["currency"].editor.draft()))
        self._show_owed()

    def _show_owed(self) -> None:
        """The sum as typed so far; a dash while one of the amounts cannot be read."""
        try:
            owed: Money | None = total([self.fields[key].editor.draft() for key in _MONEY])
        except Refused:
            owed = None
        self.owed.setText(self.tr("Total owed: {amount}").format(amount=amount(owed)))
