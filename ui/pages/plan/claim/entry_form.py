"""One dated entry being typed: what is asked for follows its kind; Enter in a field adds it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.context import UiContext
from ui.drafts.journal import Drafts
from ui.edits.own_button import own
from ui.form import Form
from ui.pages.plan.claim.bounds_edit import BoundsEdit
from ui.widgets.day_edit import DayEdit
from ui.widgets.editors import ChoiceEdit, TextEdit
from ui.widgets.field import Field
from ui.widgets.money_edit import MoneyEdit
from ui.widgets.parts import button, row
from workstation.casework.claims.fields import ENTRY_KINDS
from workstation.errors import Finding, Refused
from workstation.plan.rebuilt.claim import ITEMS
from workstation.profile.account_fact import FACT_KINDS, MAY_AMOUNT, MAY_PARTY, SECURITIES, WITH_AMOUNT, WITH_PARTY

_ASKED: Final[Mapping[str, tuple[str, ...]]] = {
    "payment": ("amount",), "rate": ("rate",), "default_rate": ("rate",), "charge": ("item", "amount"),
    "pause": ("last", "last_day"), "claim": ("item", "amount"),
    **{kind: (*(("sum",) if kind in (*WITH_AMOUNT, *MAY_AMOUNT) else ()), *(("agreed",) if kind == "received" else ()),
              *(("secures",) if kind in (*SECURITIES, *MAY_PARTY) else ("party",) if kind in WITH_PARTY else ()), "proof")
       for kind in FACT_KINDS},
}  # fmt: skip


class EntryForm(QWidget):
    """``added`` when the entry is to be taken; `value` reads it."""

    added = Signal()

    def __init__(self, context: UiContext, today: Callable[[], date], drafts: Drafts) -> None:
        super().__init__()
        self.setObjectName("plain")
        words, theme = context.words, context.theme
        kinds: dict[str, str] = {kind: words.label("claim_entry", kind) for kind in ENTRY_KINDS}
        kinds |= {kind: words.label("account_fact", kind) for kind in FACT_KINDS}
        items: dict[str, str] = {item: words.label("claim_item", item) for item in ITEMS}
        last = {"paused": self.tr("Not counted"), "counted": self.tr("Counted")}
        fields = (
            Field("kind", self.tr("Entry"), ChoiceEdit(kinds, empty=None)),
            Field("on", self.tr("Day"), DayEdit(theme, today)),
            Field("last", self.tr("Last day"), DayEdit(theme, today)),
            Field("last_day", self.tr("Interest of the last day"), ChoiceEdit(last, empty=None)),
            Field("item", self.tr("Item"), ChoiceEdit(items, empty=None)),
            Field("amount", self.tr("Amount"), BoundsEdit("money")),
            Field("rate", self.tr("Rate"), BoundsEdit("rate")),
            Field("sum", self.tr("Amount"), MoneyEdit(optional=True)),
            Field("agreed", self.tr("Amount in the contract"), MoneyEdit(optional=True)),
            Field("party", self.tr("Creditor now"), TextEdit()),
            Field("secures", self.tr("What or who secures it"), TextEdit()),
            Field("proof", self.tr("Proof"), TextEdit()),
        )
        self.form = Form("account_fact", words, fields, context.privacy, drafts, "plan")
        self.form.edited.connect(self._follow)
        self.add_button = button(self.tr("&Add"), "small", self.added.emit)
        for field in fields:
            if isinstance(field.editor, QLineEdit):
                field.editor.returnPressed.connect(self.added.emit)
        body = row(*fields, self.add_button, gap=6)
        self.setLayout(body)
        own(self.add_button, self, saves=True)

    def load(self, case_id: str, account_id: str, currency: str) -> None:
        """Begin anew for an account; what was typed for it and not added comes back."""
        for field in self.form.fields.values():
            if isinstance(field.editor, (BoundsEdit, MoneyEdit)):
                field.editor.currency = currency
        if self.form.about(case_id, account_id) or not self.form.modified:
            self.clear(str(self.form.fields["kind"].editor.raw() or ENTRY_KINDS[0]))
        self._follow()

    def clear(self, kind: str) -> None:
        """Empty fields for the next entry of a kind."""
        self.form.load({"kind": kind})
        self._follow()

    @property
    def kind(self) -> str:
        """The kind that is chosen."""
        return str(self.form.fields["kind"].editor.raw())

    def value(self) -> dict[str, Any]:
        """The entry: of a fact the arguments of `add_fact`, else as a question has it. Raises `Refused` at its fields."""
        values, kind = self.form.draft(), self.kind
        may = ("agreed", "sum") if kind in MAY_AMOUNT else ("agreed",)
        missing = [key for key in ("on", *_ASKED[kind]) if values[key] is None and key not in may]
        if missing:
            raise Refused(*[Finding("required_field", f"account_fact.{key}") for key in missing])
        on: date = values["on"]
        if kind in FACT_KINDS:
            told = {key: values[key] for key in _ASKED[kind]}
            return {"on": on, **told, "party": told.get("party") or told.get("secures") or ""}
        if kind == "pause":
            return {"first": on.isoformat(), "last": values["last"].isoformat(), "last_day": values["last_day"]}
        if kind in ("rate", "default_rate"):
            return {"from": on.isoformat(), **values["rate"]}
        if kind == "claim":
            return {"on": on.isoformat(), values["item"]: values["amount"]}
        part = {"component": values["item"]} if kind == "charge" else {}
        return {"on": on.isoformat(), **part, "amount": values["amount"]}

    def told(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Show findings at their fields, answer the others; an action speaks of fields of keeping."""
        who = "secures" if self.kind in (*SECURITIES, *MAY_PARTY) else "party"
        fields = {"keep.amount": "sum", "keep.on": "on", "keep.agreed": "agreed", "keep.party": who}
        placed = (
            Finding(one.code, f"account_fact.{fields[one.subject]}", one.figures) if one.subject in fields else one
            for one in findings
        )
        return self.form.show(placed)

    def _follow(self) -> None:
        """Show the fields of the kind."""
        asked = ("kind", "on", *_ASKED.get(self.kind, ()))
        for key, field in self.form.fields.items():
            field.setVisible(key in asked)
