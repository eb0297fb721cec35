"""What the agent tries out: the number of instalments or what can be paid, first due day, what is waived, and the rate."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSlider

from ui.form import Field, Form, caption
from ui.kit import Kit
from ui.widgets.day_edit import DayEdit
from ui.widgets.editors import ChoiceEdit, CountEdit
from ui.widgets.money_edit import MoneyEdit
from ui.widgets.parts import Card, label, row
from ui.widgets.rate_edit import RateEdit
from ui.wording import amount
from workstation.actions.plans import opening_terms
from workstation.dates import add_months
from workstation.errors import Finding, Refused
from workstation.money import HALF_UP
from workstation.plan.terms import Terms
from workstation.profile.account import Account
from workstation.rates import Rate

COMPONENTS: Final = ("principal", "interest", "penalty", "fees")
METHODS: Final = ("interest_free", "equal_instalment", "equal_principal", "flat_fee", "flat_interest", "lump_sum")
NO_RATE: Final = Rate(Decimal(0))
_UNITS: Final = {"1": "0.01", "10": "0.1", "100": "1", "1000": "10"}
_PLACES: Final = (
    (("account", 6),),
    (("method", 3), ("instalments", 3)),
    (("slider", 6),),
    (("affordable", 3), ("first_due", 3)),
    (("down_payment", 3), ("rate", 3)),
    (("treat_interest", 2), ("treat_penalty", 2), ("treat_fees", 2)),
    (("deferral_months", 3), ("deferral_interest", 3)),
    (("rounding", 3), ("waive_principal", 3)),
)


class PlanInputs(Card):
    """``edited`` after every key; `terms` makes the terms of an account from what stands here."""

    edited = Signal()
    account_picked = Signal(object)

    def __init__(self, kit: Kit, today: date) -> None:
        super().__init__(gap=6, padding=14)
        self._kit, self._today = kit, today
        self._base: Terms | None = None
        self.setFixedWidth(316)
        self.accounts = ChoiceEdit({}, empty=None)
        self.accounts.edited.connect(lambda: self.account_picked.emit(self.accounts.raw()))
        self.form = Form("terms", kit.words, self._fields())
        self.form.edited.connect(self.edited)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(1, 60)
        self.slider.setAccessibleName(self.tr("Number of instalments"))
        self.slider.valueChanged.connect(self._on_slider_moved)
        self.form.fields["instalments"].editor.edited.connect(self._on_instalments_edited)
        self.form.fields["affordable"].editor.edited.connect(self._on_affordable_edited)
        self.owed = label("", "hint")
        self.body.addLayout(row(caption(self.tr("Try out")), -1, self.owed))
        self.body.addLayout(self._grid())
        self.body.addStretch()

    def _fields(self) -> list[Field]:
        words, theme = self._kit.words, self._kit.theme
        methods = {code: words.label("method", code) for code in METHODS}
        treatments = words.choices("treatment")
        return [
            Field("method", self.tr("&Method"), ChoiceEdit(methods, empty=None)),
            Field("instalments", self.tr("I&nstalments"), CountEdit(1, 600)),
            Field("affordable", self.tr("or: can pay at most"), MoneyEdit(optional=True)),
            Field("first_due", self.tr("First due"), DayEdit(theme, self._today)),
            Field("down_payment", self.tr("Down payment"), MoneyEdit()),
            Field("treat_interest", self.tr("Interest"), ChoiceEdit(treatments, empty=None)),
            Field("treat_penalty", self.tr("Penalty"), ChoiceEdit(treatments, empty=None)),
            Field("treat_fees", self.tr("Fees"), ChoiceEdit(treatments, empty=None)),
            Field("deferral_months", self.tr("Deferral"), CountEdit(0, 36, self.tr("months"))),
            Field(
                "deferral_interest", self.tr("meanwhile"), ChoiceEdit(words.choices("deferral_interest"), empty=None)
            ),
            Field("rounding", self.tr("Round to"), ChoiceEdit(_UNITS, empty=None)),
            Field("rate", self.tr("Rate a year"), RateEdit()),
            Field("waive_principal", self.tr("Principal waived"), MoneyEdit()),
        ]

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        self.accounts.setAccessibleName(self.tr("Account"))
        parts: dict[str, Any] = {**self.form.fields, "account": self.accounts, "slider": self.slider}
        for number, line in enumerate(_PLACES):
            start = 0
            for key, width in line:
                grid.addWidget(parts[key], number, start, 1, width)
                start += width
        for side in range(6):
            grid.setColumnStretch(side, 1)
            grid.setColumnMinimumWidth(side, 34)
        return grid

    def offer(self, accounts: tuple[Account, ...], chosen: str, most: int) -> None:
        """List the accounts of the case; ``most`` instalments are what the pack allows."""
        self.slider.setMaximum(most)
        words = self._kit.words
        names = {one.id: f"{one.bank} {words.label('product', one.product)} ····{one.tail}" for one in accounts}
        self.accounts.offer(names)
        self.accounts.load(chosen)

    def load(self, account: Account, terms: Terms | None) -> None:
        """Show kept terms, or what a first trial starts from."""
        self._base = terms
        self.owed.setText(self.tr("Owed {amount}").format(amount=amount(account.owed)))
        for field in self.form.fields.values():
            if isinstance(field.editor, MoneyEdit):
                field.editor.currency = account.currency
        self.form.load(_shown(terms) if terms is not None else self._first(account))
        self._on_instalments_edited()
        self._show_rate_name()

    def _first(self, account: Account) -> dict[str, object]:
        following = add_months(self._today, 1, account.due_day or self._today.day)
        return {
            "method": "interest_free", "instalments": 12, "first_due": following, "treat_interest": "in_plan",
            "treat_penalty": "waive", "treat_fees": "in_plan", "deferral_interest": "stops", "rounding": "1",
            "rate": account.rate,
        }  # fmt: skip

    def terms(self, account: Account) -> Terms:
        """The terms meant: what stands here over the terms it began from. Raises `Refused` with what cannot be read."""
        values = self.form.draft()
        self._show_rate_name()
        if values["first_due"] is None:
            found = Finding("required_field", "terms.first_due")
            self.form.show((found,))
            raise Refused(found)
        rate: Rate | None = values.pop("rate")
        flat_fee = values["method"] == "flat_fee"
        values["rounding"] = replace(self._base.rounding if self._base else HALF_UP, unit=int(values["rounding"]))
        values["deferral_months"] = values["deferral_months"] or 0
        if values["method"] == "interest_free" or rate is None:
            rate = NO_RATE
        values |= {"period_fee": rate.value if flat_fee else NO_RATE.value, "rate": NO_RATE if flat_fee else rate}
        if values["method"] == "lump_sum":
            values |= {"instalments": values["instalments"] if values["instalments"] == 1 else None, "affordable": None}
        if self._base is None:
            return opening_terms(account, interest_from=account.as_of or self._today, **values)
        owed = {key: getattr(account, key) for key in COMPONENTS}
        return replace(self._base, **owed, **values)

    def tell(self, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        """Show what the calculator refused at its field; answers what has none here."""
        placed = [Finding(one.code, f"terms.{one.subject.rpartition('.')[2]}", one.figures) for one in findings]
        left = {one.subject for one in self.form.show(placed)}
        return tuple(one for one, seen in zip(findings, placed, strict=True) if seen.subject in left)

    def _show_rate_name(self) -> None:
        flat_fee = self.form.fields["method"].editor.raw() == "flat_fee"
        self.form.fields["rate"].name.setText(self.tr("Fee a period") if flat_fee else self.tr("Rate a year"))
        self.form.fields["rate"].editor.setEnabled(self.form.fields["method"].editor.raw() != "interest_free")

    def _on_slider_moved(self, count: int) -> None:
        editor = self.form.fields["instalments"].editor
        if editor.raw() == str(count):
            return
        editor.load(count)
        self.form.fields["affordable"].editor.load(None)
        self.edited.emit()

    def _on_instalments_edited(self) -> None:
        typed = str(self.form.fields["instalments"].editor.raw())
        if typed:
            self.form.fields["affordable"].editor.load(None)
        if typed.isdecimal():
            self.slider.blockSignals(True)
            self.slider.setValue(int(typed))
            self.slider.blockSignals(False)

    def _on_affordable_edited(self) -> None:
        if self.form.fields["affordable"].editor.raw():
            self.form.fields["instalments"].editor.load(None)


def _shown(terms: Terms) -> dict[str, object]:
    """Kept terms as the form knows them."""
    same = ("method", "instalments", "affordable", "first_due", "down_payment", "treat_interest", "treat_penalty",
            "treat_fees", "deferral_interest", "waive_principal")  # fmt: skip
    shown: dict[str, object] = {key: getattr(terms, key) for key in same}
    shown["rounding"] = str(terms.rounding.unit)
    shown["deferral_months"] = terms.deferral_months or None
    shown["rate"] = Rate(terms.period_fee) if terms.period_fee else terms.rate if terms.rate.value else None
    return shown
