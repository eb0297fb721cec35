"""One item of the lender's table being typed: what is asked for follows how it is paid; Enter in a field adds it."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.context import UiContext
from ui.drafts.journal import Drafts
from ui.edits.own_button import own
from ui.form import Form
from ui.widgets.editors import ChoiceEdit, TextEdit
from ui.widgets.field import Field
from ui.widgets.money_edit import MoneyEdit
from ui.widgets.parts import button
from ui.widgets.rate_edit import RateEdit
from ui.widgets.room.flow import lines as flow_lines
from workstation.errors import Finding, Refused
from workstation.money import Money
from workstation.plan.schedule.lender_table import AMOUNTS, BASES, LenderCost
from workstation.rates import Rate, Span

_TIMES: Final[dict[Span, int]] = {"annual": 1, "monthly": 12}


class ItemForm(QWidget):
    """``added`` when the item is to be taken; `value` reads it."""

    added = Signal()

    def __init__(self, context: UiContext, drafts: Drafts) -> None:
        super().__init__()
        self.setObjectName("plain")
        words = context.words
        self.amount, self.share = MoneyEdit(optional=True), RateEdit()
        fields = (
            Field("name", self.tr("Item of cost"), TextEdit()),
            Field(
                "basis", self.tr("Paid"), ChoiceEdit({one: words.label("cost_basis", one) for one in BASES}, empty=None)
            ),
            Field("amount", self.tr("Amount"), self.amount),
            Field("share", self.tr("Share"), self.share),
            Field("payee", self.tr("Received by"), TextEdit()),
            Field("stated", self.tr("Yearly rate stated"), RateEdit()),
        )
        self.form = Form("cost_item", words, fields, context.privacy, drafts, "plan")
        self.form.edited.connect(self._follow)
        self.add_button = button(self.tr("&Add"), "small", self.added.emit)
        for field in fields:
            if isinstance(field.editor, QLineEdit):
                field.editor.returnPressed.connect(self.added.emit)
        self.setLayout(flow_lines([[*((field, 1) for field in fields), (self.add_button, 0)]], gap=6))
        own(self.add_button, self, saves=True)

    def load(self, case_id: str, account_id: str, currency: str) -> None:
        """Begin anew for an account; what was typed for it and not added comes back."""
        self.amount.currency = currency
        if self.form.about(case_id, account_id) or not self.form.modified:
            self.clear(str(self.form.fields["basis"].editor.raw() or "each"))
        self._follow()

    def clear(self, basis: str) -> None:
        """Empty fields for the next item."""
        self.form.load({"basis": basis})
        self._follow()

    def put(self, item: LenderCost) -> None:
        """Show an item that is to be typed anew."""
        share, stated = (Rate(Decimal(text)) if text else None for text in (item.share, item.stated))
        amount = item.amount if item.basis in AMOUNTS else None
        told = {"name": item.name, "basis": item.basis, "payee": item.payee}
        self.form.load({**told, "amount": amount, "share": share, "stated": stated})
        self._follow()

    @property
    def basis(self) -> str:
        """How the item is paid."""
        return str(self.form.fields["basis"].editor.raw())

    def value(self) -> LenderCost:
        """The item as typed. Raises `Refused` at its fields."""
        values, basis = self.form.draft(), self.basis
        asked = "amount" if basis in AMOUNTS else "share"
        if missing := [key for key in ("name", asked) if values[key] in (None, "")]:
            raise Refused(*[Finding("required_field", f"cost_item.{key}") for key in missing])
        amount = values["amount"] if basis in AMOUNTS else Money.zero(self.amount.currency)
        share = "" if basis in AMOUNTS else _yearly(values["share"], basis)
        stated = values["stated"]
        if stated is not None and stated.per != "annual":
            raise Refused(Finding("cost_rate_annual", "cost_item.stated"))
        said = stated.text() if stated else ""
        return LenderCost(values["name"].strip(), basis, amount, share, (values["payee"] or "").strip(), said)

    def _follow(self) -> None:
        """Show amount or share, as the item is paid."""
        paid = self.basis in AMOUNTS
        self.share.judged = "monthly" if self.basis == "lent" else None
        self.form.fields["amount"].setVisible(paid)
        self.form.fields["share"].setVisible(not paid)


def _yearly(share: Rate, basis: str) -> str:
    """A share of the balance is one of a year, twelve times that of a month; a share of the loan is one of each instalment."""
    if share.per not in _TIMES:
        raise Refused(Finding("cost_rate_annual", "cost_item.share"))
    return format(share.value * (_TIMES[share.per] if basis == "balance" else 1), "f")
