"""The bank's counter-offer: key in what it asks, see line by line what that changes, then accept, counter or stay with ours."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.edits.own_button import NO_BUTTON, own
from ui.form import Form
from ui.look.wording import NONE, day
from ui.pages.plan.terms_from_form import NO_RATE, shown_terms
from ui.typed_signal import TypedSignal, signal
from ui.value_table import ColumnSpec, Table
from ui.widgets.day_edit import DayEdit
from ui.widgets.editors import IN_INSTALMENTS, ChoiceEdit, CountEdit, TextEdit
from ui.widgets.field import Field
from ui.widgets.money_edit import MoneyEdit
from ui.widgets.parts import Elided, button, column, in_role, label
from ui.widgets.rate_edit import RateEdit
from ui.widgets.room.flow import flow, lines
from ui.widgets.scrolled import Folding, Scrolled
from workstation.actions.keep.counter_replies import accept_offer, record_offer
from workstation.casework.keeping.accounts import offer_findings, standing_answer
from workstation.errors import Finding, Refused
from workstation.field_ref import FieldRef
from workstation.money import Money
from workstation.plan.calc.terms_json import terms_from_json, terms_to_json
from workstation.plan.options.counter_offer import Difference, TermValue, counter, listed, share_text, text_of
from workstation.plan.schedule.terms import METHODS, Terms
from workstation.plan.version import PlanVersion
from workstation.rates import Rate

if TYPE_CHECKING:
    from workstation.casework.case_file import CaseFile

_PLACES: Final = (
    ("method", "instalments", "first_due"),
    ("rate", "down_payment", "waive_principal"),
    ("treat_interest", "treat_penalty", "treat_fees"),
    ("by", "note", "valid_until"),
)
_TERMS_WIDTH: Final = 340
_TABLE_WIDTH: Final = 440
_ANSWER: Final = ("by", "note", "valid_until")
_CHOICES: Final = {"method": "method", "deferral_interest": "deferral_interest"}
_Said = tuple[str, str, date | None]
"""Who answered, what was noted, and until when the offer holds."""


class CounterTab(QWidget):
    """Trying is free; only the three answers put something on record. ``countered`` carries the terms to go on from."""

    countered: TypedSignal[Terms] = signal(1)
    trial_requested = Signal()

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__()
        self._session, self._context = session, context
        self.ours: PlanVersion | None = None
        self._taken: Terms | None = None
        self._kept_taken: Terms | None = None
        self.form = Form("counter", context.words, self._fields())
        self.form.edited.connect(self.redraw)
        self._journal = session.drafts.group(
            "plan/counter", self.form.fields["method"], self._typed, self._put_typed,
            lambda _base: self.form.modified or self._taken is not self._kept_taken,
        )  # fmt: skip
        self.form.edited.connect(self._journal.note)
        self.status = Elided("", "hint")
        self.status.setFixedHeight(20)
        self.standing = label("", "advice", wrap=True)
        empty = self.tr("Key in the bank's terms: what differs from ours is listed here.")
        self.table: Table[Difference] = Table(self._columns(), line=26, empty=empty)
        self.table.setAccessibleName(self.tr("Differences"))
        self.trial_button = button(self.tr("Copy terms from trial"), "link", self.trial_requested.emit)
        self.trial_button.setToolTip(
            self.tr("For terms beyond these fields, try them out on the left and copy them here")
        )
        self.accept_button = button(self.tr("Accep&t"), "small", self.accept)
        self.counter_button = button(self.tr("Co&unter"), "small", self.go_on)
        self.refuse_button = button(self.tr("Keep &ours"), "small", self.refuse)
        own(NO_BUTTON, self)
        self._lay_out()

    def _fields(self) -> list[Field]:
        words = self._context.words
        treatments = words.choices("treatment")
        methods: dict[str, str] = {code: words.label("method", code) for code in METHODS}
        return [
            Field("method", self.tr("Method"), ChoiceEdit(methods, empty=None)),
            Field("instalments", self.tr("Instalments"), CountEdit(1, 600, counted=IN_INSTALMENTS)),
            Field("first_due", self.tr("First due"), DayEdit(self._context.theme, self._session.desk.clock.today)),
            Field("rate", self.tr("Rate"), RateEdit()),
            Field("down_payment", self.tr("Down payment"), MoneyEdit()),
            Field("waive_principal", self.tr("Waived"), MoneyEdit()),
            Field("treat_interest", self.tr("Interest"), ChoiceEdit(treatments, empty=None)),
            Field("treat_penalty", self.tr("Penalty"), ChoiceEdit(treatments, empty=None)),
            Field("treat_fees", self.tr("Fees"), ChoiceEdit(treatments, empty=None)),
            Field("by", self.tr("Replied by"), TextEdit()),
            Field("note", self.tr("Note"), TextEdit(free=True)),
            Field("valid_until", self.tr("Valid until"), DayEdit(self._context.theme, self._session.desk.clock.today)),
        ]

    def _columns(self) -> list[ColumnSpec[Difference]]:
        return [
            ColumnSpec(self.tr("Term"), lambda one: self._context.words.label("term", one.field), 0),
            ColumnSpec(self.tr("Ours"), lambda one: self._text_of(one, one.ours), 84, figure=True),
            ColumnSpec(self.tr("Theirs"), lambda one: self._text_of(one, one.theirs), 84, figure=True, bold=True),
            ColumnSpec(self.tr("Payment change"), lambda one: _moved(one.payment), 84, figure=True),
            ColumnSpec(self.tr("Total change"), lambda one: _moved(one.total), 86, figure=True),
        ]

    def _lay_out(self) -> None:
        fields = self.form.fields
        grid = lines([[(fields[key], 1) for key in keys] for keys in _PLACES], gap=8, line_gap=3)
        terms = QWidget()
        terms.setObjectName("plain")
        terms.setLayout(column(grid, -1, gap=4))
        buttons = flow(self.trial_button, -1, self.accept_button, self.counter_button, self.refuse_button, gap=6)
        right = column(self.status, self.table, buttons, gap=3)
        right.setStretch(1, 1)
        self.table.setMinimumHeight(26 * 4)
        answer = QWidget()
        answer.setObjectName("plain")
        answer.setLayout(right)
        both = Folding(terms, answer, needs=lambda: _TERMS_WIDTH + _TABLE_WIDTH, gap=12, stretches=(2, 3))
        body = column(self.standing, Scrolled(both), gap=2)
        body.setStretch(1, 1)
        self.setLayout(body)

    def load(self, file: CaseFile, account_id: str) -> None:
        """Start from our version: the chosen one, else the latest."""
        own = [plan for plan in file.plans if plan.account_id == account_id]
        ours = file.chosen(account_id) or (own[-1] if own else None)
        if ours is not None and (self.ours is None or ours.id != self.ours.id):
            for field in self.form.fields.values():
                if isinstance(field.editor, MoneyEdit):
                    field.editor.currency = ours.terms.currency
            self._taken = self._kept_taken = None
            self._journal.about(file.case.id, ours.id)
            self.form.load(shown_terms(ours.terms))
            self.ours = ours
            self._journal.loaded()
        self.ours = ours
        self._show_standing(file, account_id)
        self.redraw()

    def _show_standing(self, file: CaseFile, account_id: str) -> None:
        """Until when the bank's last answer holds; once that day is past, that it must be asked again."""
        reply = standing_answer(file, file.account(account_id)) if account_id else None
        until = reply.valid_until if reply else None
        expired = list(offer_findings(file, file.account(account_id))) if until else []
        told = self.tr("The bank's answer holds until {day}.").format(day=day(until)) if until else ""
        self.standing.setText("△ " + self._context.words.finding(expired[0]) if expired else told)
        in_role(self.standing, "advice" if expired else "hint")
        self.standing.setVisible(bool(until))

    def take(self, terms: Terms) -> None:
        """Take whole terms as the bank's; what is in the fields goes on from them."""
        self._taken = terms
        self.form.load(shown_terms(terms))
        self._journal.note()
        self.redraw()

    def _typed(self) -> dict[str, Any]:
        return {**self.form.typed(), "taken": terms_to_json(self._taken) if self._taken is not None else None}

    def _put_typed(self, state: dict[str, Any]) -> None:
        if state.get("taken"):
            self._taken = terms_from_json(state["taken"])
        elif "taken" in state:
            self._taken = None
        self.form.put_typed({key: value for key, value in state.items() if key != "taken"})

    def terms(self, ours: Terms) -> Terms:
        """The bank's terms: ours, or those taken over, with what was keyed in. Raises `Refused` with what cannot be read."""
        rate_edit = self.form.fields["rate"].editor
        rate_edit.judged = "monthly" if self.form.fields["method"].editor.raw() == "flat_fee" else None
        values: dict[str, Any] = self.form.draft()
        for key in _ANSWER:
            values.pop(key)
        rate: Rate = values.pop("rate") or NO_RATE
        flat_fee = values["method"] == "flat_fee"
        if values["first_due"] is None:
            raise Refused(Finding("required_field", "counter.first_due"))
        values |= {"rate": NO_RATE if flat_fee else rate, "period_fee": rate.value if flat_fee else NO_RATE.value}
        if values["instalments"] is not None:
            values["affordable"] = None
        return replace(self._taken or ours, **values)

    def redraw(self) -> None:
        """Show what the bank's terms change."""
        found: tuple[Difference, ...] = ()
        if self.ours is None:
            said = self.tr("Save and choose a version first; then enter the bank's reply here.")
        else:
            said, found = self._compared(self.ours)
        for field in self.form.fields.values():
            field.setEnabled(self.ours is not None)
        self.status.set_text(said)
        self.table.show_rows(found)
        self.trial_button.setEnabled(self.ours is not None)
        self._warn_of_past()
        for made in (self.accept_button, self.counter_button, self.refuse_button):
            made.setEnabled(bool(found))

    def _warn_of_past(self) -> None:
        """An offer whose last day is past cannot be taken; it may still be kept on record."""
        field = self.form.fields["valid_until"]
        until = field.editor.raw()
        if isinstance(until, date) and until < self._session.desk.clock.today():
            found = Finding("bank_grant_expired", FieldRef.REPLY_VALID_UNTIL, {"day": until.isoformat()})
            field.show_message(self._context.words.finding(found), advice=True)

    def _compared(self, ours: PlanVersion) -> tuple[str, tuple[Difference, ...]]:
        for field in self.form.fields.values():
            field.clear_message()
        try:
            found = counter(ours.terms, self.terms(ours.terms))
        except Refused as refused:
            return self._sentences(refused.findings), ()
        if not found:
            return self.tr("Enter the bank's terms. So far they are the same as our version {number}.").format(
                number=ours.version
            ), ()
        return self.tr("Compared with our version {number}").format(number=ours.version), found

    def _sentences(self, findings: tuple[Finding, ...]) -> str:
        placed = [Finding(one.code, f"counter.{one.subject.rpartition('.')[2]}", one.figures) for one in findings]
        self.form.show(placed)
        return " ".join(self._context.words.finding(one) for one in findings)

    def accept(self) -> None:
        """Take the bank's terms: kept, chosen, and granted by the bank."""
        self._answer(lambda ours, terms, said: self._session.run(accept_offer, ours.id, terms, *said))

    def refuse(self) -> None:
        """Keep the bank's terms on record and stay with ours."""
        self._answer(lambda ours, terms, said: self._session.run(record_offer, ours.id, terms, *said))

    def go_on(self) -> None:
        """Keep the bank's terms on record and go on from them."""
        theirs = self._answer(lambda ours, terms, said: self._session.run(record_offer, ours.id, terms, *said))
        if theirs is not None:
            self.countered.emit(theirs.terms)

    def _answer(self, record: Callable[[PlanVersion, Terms, _Said], PlanVersion]) -> PlanVersion | None:
        if self.ours is None:
            return None
        try:
            terms = self.terms(self.ours.terms)
            values = self.form.draft()
            kept = record(self.ours, terms, (values["by"], values["note"], values["valid_until"]))
        except Refused as refused:
            self.status.set_text(self._sentences(refused.findings))
            return None
        for key in _ANSWER:
            self.form.fields[key].editor.load(None)
        self.form.accept()
        self._kept_taken = self._taken
        self._journal.settled()
        return kept

    def _text_of(self, one: Difference, value: TermValue) -> str:
        words = self._context.words
        match value:
            case Money() as amount:
                return amount.grouped()
            case Rate() as rate:
                said_per = f"paper.comparison.rate_{rate.per}"
                return rate.percent() if rate.per == "annual" else words.sentence(said_per, {"rate": rate.percent()})
            case Decimal() as share:
                return share_text(one.field, share)
            case tuple() as several:
                return listed(several, words.sentence("paper.counter-reply.evenly", {})) or NONE
            case str() as code:
                section = "treatment" if one.field.startswith("treat_") else _CHOICES.get(one.field, one.field)
                return words.label(section, code)
            case _:
                return text_of(value) or NONE


def _moved(money: Money | None) -> str:
    """By how much, with its sign; a dash where it cannot be told alone."""
    if money is None:
        return NONE
    return f"+{money.grouped()}" if money > Money.zero(money.currency) else money.grouped() if money else "0"
