"""What the agent tries out: number or payment, down payment, waiver and deferral by slider, arrows or typing; and the rest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from ui.context import UiContext
from ui.drafts.journal import Drafts
from ui.edits.keys import is_redo, is_undo
from ui.look.wording import amount
from ui.pages.plan.form import MORE, SLIDERS, STEP_MINOR, PlanForm, local_field_ref
from ui.pages.plan.terms_from_form import (
    BY_ROW,
    USUAL,
    WITH_INTEREST,
    first_trial,
    further_steps,
    made_terms,
    shown_steps,
    shown_terms,
)
from ui.pages.plan.trial_draft import fill_fields, from_journal, journalled, typed_fields
from ui.pages.plan.undo import Draft, DraftHistory, Leads
from ui.typed_signal import TypedSignal, signal
from ui.widgets.editors import ChoiceEdit
from ui.widgets.money_edit import MoneyEdit
from ui.widgets.parts import Card, label
from ui.widgets.room.flow import flow
from ui.widgets.slider_field import SliderField
from workstation.errors import Finding, Refused
from workstation.plan.schedule import starting
from workstation.plan.schedule.calculate import Schedule
from workstation.plan.schedule.terms import FixedPayment, Step, Terms
from workstation.profile.account import Account


class PlanInputs(Card):
    """``edited`` after every key; `terms` makes the terms of an account from what stands here. Ctrl+Z and Ctrl+Y undo and redo."""

    edited = Signal()
    account_picked: TypedSignal[str] = signal(1)

    def __init__(self, context: UiContext, today: Callable[[], date], drafts: Drafts) -> None:
        super().__init__(gap=4, padding=12)
        self._context, self._today = context, today
        self._account: Account | None = None
        self.leads: Leads = "instalments"
        self.fixed: tuple[FixedPayment, ...] = ()
        self._further: tuple[Step, ...] = ()
        self.history = DraftHistory(self._restore)
        self._method, self._count = "", "12"
        self.accounts = ChoiceEdit({}, empty=None)
        self.accounts.setAccessibleName(self.tr("Account"))
        self.accounts.edited.connect(lambda: self.account_picked.emit(str(self.accounts.raw())))
        self.sheets = PlanForm(context, today)
        self.form = self.sheets.form
        self.owed = label("", "hint")
        self._follows = self.tr("Calculated from the other; change it and the other is recalculated")
        for key, field in self.form.fields.items():
            field.edited.connect(partial(self._on_field_edited, key))
            field.editor.installEventFilter(self)
        self.slider, self.pay_slider = (self._slid(key).slider for key in ("instalments", "affordable"))
        for key in SLIDERS:
            self._slid(key).slider.sliderReleased.connect(self.history.rest)
            self._slid(key).slider.installEventFilter(self)
        self.body.addLayout(flow(self.sheets.heads, -1, self.owed, gap=4))
        for part in (self.accounts, self.sheets.top, self.sheets):
            self.body.addWidget(part)
        self.body.addStretch()
        self.journal = drafts.group("plan/terms", self.sheets.top, lambda: journalled(self.draft()), self._put_typed)

    def offer(self, accounts: tuple[Account, ...], chosen: str, most: int, hidden: bool) -> None:
        """List the accounts of the case; ``most`` instalments are what the pack allows."""
        self._slid("instalments").span(1, most, 6)
        for key in ("deferral_months", "grace_principal"):
            self._slid(key).span(0, 12, 3)
        self.accounts.offer({
            one.id: f"{one.bank} {self._context.words.label('product', one.product)} ····{'＊' * 4 if hidden else one.tail}"
            for one in accounts
        })  # fmt: skip
        self.accounts.load(chosen)

    def load(self, account: Account, terms: Terms | None, pay_day: int | None) -> None:
        """Begin again from kept terms, or from what a first trial starts with: on the debtor's ``pay_day``."""
        self._take(account)
        self.form.load(shown_terms(terms) if terms is not None else first_trial(account, self._today(), pay_day))
        self.fixed, self._further = (terms.fixed, further_steps(terms)) if terms is not None else ((), ())
        self.leads = (
            "affordable" if terms is not None and terms.instalments is None and terms.affordable else "instalments"
        )
        self.follow_all()
        self.history.begin(account.id, self.draft())
        self.journal.loaded()

    def resume(self, account: Account) -> None:
        """Go on where the account was left."""
        self._take(account)
        self._fill(self.history.draft(account.id))
        self.journal.resumed()

    def _put_typed(self, state: dict[str, Any]) -> None:
        """A draft put back is one step of the history, so that it can be undone."""
        self._fill(from_journal({**journalled(self.draft()), **state}))
        self.history.rest()
        self._edited("draft")

    def try_terms(self, account: Account, terms: Terms) -> None:
        """Put other terms into the fields as one step that can be undone."""
        self.history.rest()
        self.form.load(shown_terms(terms))
        self.fixed, self._further = terms.fixed, further_steps(terms)
        self.leads = "instalments" if terms.instalments is not None else "affordable"
        self.follow_all()
        self.history.note(account.id, self.draft(), "terms")
        self.history.rest()
        self.journal.note()

    def _take(self, account: Account) -> None:
        self._account = account
        self.journal.about(account.case_id, account.id)
        self.owed.setText(self.tr("Owed {amount}").format(amount=amount(account.owed)))
        for field in self.form.fields.values():
            if isinstance(field.editor, MoneyEdit):
                field.editor.currency = account.currency
        # A sixth of the balance a month is more than any household in arrears pays; typing goes beyond it.
        for key, part in (("affordable", 6), ("down_payment", 2), ("waive_principal", 1)):
            most = account.principal.split(part)[0]
            self._slid(key).span(0 if part < 6 else 1, -(-most.minor // STEP_MINOR), 10)

    def terms(self, account: Account) -> Terms:
        """The terms meant. Raises `Refused` with what cannot be read."""
        self._fit_method()
        for field in self.form.fields.values():
            field.clear_message()
        terms = made_terms(self.form, account, self.leads, self.fixed, self._further)
        if terms.method == "custom" and terms.instalments and (terms.fixed or terms.instalments > 1):
            terms = replace(terms, fixed=starting.completed(terms))
        return terms

    def follow(self, made: Schedule, payment: Any) -> None:
        """Show the figure that follows from the one that leads."""
        number, paid = self._slid("instalments"), self._slid("affordable")
        number.set_leading(self.leads == "instalments", "" if self.leads == "instalments" else self._follows)
        paid.set_leading(self.leads == "affordable", "" if self.leads == "affordable" else self._follows)
        if self.leads == "affordable":
            number.show_value(len(made.rows))
        else:
            paid.show_value(payment)

    def follow_all(self) -> None:
        """Bring every slider to its figure."""
        for key in SLIDERS:
            self._slid(key).follow()
        self._fit_method()

    def show_message(self, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        """Show what the calculator refused at its field; answers what has none here."""
        places = [local_field_ref(one.subject) for one in findings]
        placed = [Finding(one.code, f"terms.{at}", one.figures) for one, at in zip(findings, places, strict=True)]
        left = {one.subject for one in self.form.show(placed)}
        return tuple(one for one, seen in zip(findings, placed, strict=True) if seen.subject in left)

    def lock(self, fixed: tuple[FixedPayment, ...]) -> None:
        """Lock rows to amounts; the others share the rest."""
        self.history.rest()
        self.fixed = fixed
        # A locked row may be above what one payment may be, so the number that stands there is kept.
        if fixed and self.form.fields["instalments"].editor.raw():
            self.leads = "instalments"
        self._edited("fixed")
        self.history.rest()

    def draft(self) -> Draft:
        """What stands here."""
        return Draft(typed_fields(self.form), self.leads, self.fixed, self._further)

    def undo(self) -> bool:
        """Take back the last edit of the terms; False when there is none."""
        return self._walk(self.history.undo)

    def redo(self) -> bool:
        """Do again what was taken back."""
        return self._walk(self.history.redo)

    def _walk(self, step: Callable[[str], bool]) -> bool:
        if self._account is None or not step(self._account.id):
            return False
        self.journal.note()
        self.edited.emit()
        return True

    def _restore(self, draft: Draft) -> None:
        self._fill(draft)
        if self._account is not None:
            self.history.shown(self._account.id, draft)

    def _fill(self, draft: Draft) -> None:
        fill_fields(self.form, draft.typed)
        self.leads, self.fixed, self._further = draft.leads, draft.fixed, draft.further
        self.follow_all()

    def _slid(self, key: str) -> SliderField:
        field = self.form.fields[key]
        if not isinstance(field, SliderField):
            raise TypeError(key)
        return field

    def _on_field_edited(self, key: str) -> None:
        if key in SLIDERS:
            self._slid(key).follow()
        if key == "method":
            self.history.rest()
            self._begin_method(str(self.form.fields["method"].editor.raw()))
        if key == "instalments" or (key == "affordable" and self.form.fields[key].editor.raw() is None):
            self.leads = "instalments"
        elif key == "affordable":
            self.leads = "affordable"
        if key in ("instalments", "affordable"):
            for other in ("instalments", "affordable"):
                self.form.fields[other].clear_message()
        self._edited(key)

    def _begin_method(self, method: str) -> None:
        """Give a method that takes amounts row by row something to start from; rows locked under another one are freed."""
        number, before = self.form.fields["instalments"].editor, self._method
        self._method, self.fixed = method, ()
        if method in BY_ROW:
            self.leads = "instalments"
        if method == "lump_sum":
            self._count = number.text() or self._count
            number.load(1)
        elif before == "lump_sum":
            number.load(self._count)
        self._price(method, before)
        if method == "step":
            self.sheets.turn_to("steps")
        try:
            self._start_rows(method, before)
        except Refused:
            return  # the terms are refused as they stand, which the page then says

    def _price(self, method: str, before: str) -> None:
        """What stopped bearing interest stays so; a fee a period is no yearly rate, nor the other way round."""
        rate = self.form.fields["rate"].editor
        if (method in BY_ROW and before == "interest_free") or (method == "flat_fee") != (before == "flat_fee"):
            rate.load(None)
        if method in WITH_INTEREST and method not in BY_ROW and not rate.text() and self._account is not None:
            rate.load(self._account.rate)

    def _start_rows(self, method: str, before: str) -> None:
        if self._account is None or method not in ("step", "custom"):
            return
        terms = made_terms(self.form, self._account, "instalments", (), ())
        if method == "custom":
            self.fixed = starting.own_rows(terms, before)
        elif not terms.steps:
            for key, value in shown_steps(starting.first_steps(terms)).items():
                self.form.fields[key].editor.load(value)

    def _edited(self, key: str) -> None:
        if self._account is not None:
            self.history.note(self._account.id, self.draft(), key)
            self.journal.note()
        self.edited.emit()

    def _fit_method(self) -> None:
        fields, method = self.form.fields, str(self.form.fields["method"].editor.raw())
        self._method = method
        fields["rate"].name.setText(self.tr("Fee rate") if method == "flat_fee" else self.tr("Rate"))
        fields["rate"].editor.setEnabled(method != "interest_free")
        fields["rate"].editor.judged = "monthly" if method == "flat_fee" else None
        fields["affordable"].setEnabled(method not in BY_ROW)
        grace = fields["grace_principal"]
        grace.setVisible(method in WITH_INTEREST or grace.editor.raw() not in ("", "0", None))
        self.sheets.show_steps(method == "step")
        usual = {**USUAL, "interest_from": (self._account and self._account.as_of) or self._today()}
        self.sheets.mark_more(any(fields[key].editor.raw() != usual[key] for key in MORE))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Undo belongs to the plan, not to the letters of one field."""
        if event.type() == QEvent.Type.FocusOut:
            self.history.rest()
            if isinstance(watched, QLineEdit) and not watched.text():
                self.edited.emit()
        if isinstance(event, QKeyEvent) and (is_undo(event) or is_redo(event)):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                return self.undo() if is_undo(event) else self.redo()
        return False
