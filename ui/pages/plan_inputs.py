"""What the agent tries out: number or payment, down payment, waiver and deferral by slider, arrows or typing; and the rest."""

from __future__ import annotations

import re
from datetime import date
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from ui.form import Field, Form, caption
from ui.kit import Kit
from ui.pages.plan_draft import Draft, DraftHistory, Leads
from ui.pages.plan_terms import METHODS, UNITS, WITH_INTEREST, first_trial, made_terms, shown_terms
from ui.widgets.day_edit import DayEdit
from ui.widgets.editors import ChoiceEdit, CountEdit
from ui.widgets.money_edit import MoneyEdit
from ui.widgets.parts import Card, label, row
from ui.widgets.rate_edit import RateEdit
from ui.widgets.slider_field import SliderField
from ui.wording import amount
from workstation.errors import Finding
from workstation.plan.schedule import Schedule
from workstation.plan.terms import FixedPayment, Terms
from workstation.profile.account import Account

SLIDERS: Final = ("instalments", "affordable", "down_payment", "waive_principal", "deferral_months", "grace_principal")
_STEP_MINOR: Final = 10_00
"""Sliders of amounts move by ten major units."""
_PLACES: Final = (
    (("method", 3), ("first_due", 3)),
    *(((key, 6),) for key in SLIDERS),
    (("treat_interest", 2), ("treat_penalty", 2), ("treat_fees", 2)),
    (("rate", 2), ("deferral_interest", 2), ("rounding", 2)),
)
_MNEMONIC: Final = re.compile(r"\(&.\)|&")
"""``(&N)`` as Chinese labels have it, or the bare sign."""


class PlanInputs(Card):
    """``edited`` after every key; `terms` makes the terms of an account from what stands here. Ctrl+Z and Ctrl+Y undo and redo."""

    edited = Signal()
    account_picked = Signal(object)

    def __init__(self, kit: Kit, today: date) -> None:
        super().__init__(gap=4, padding=12)
        self._kit, self._today = kit, today
        self._base: Terms | None = None
        self._account: Account | None = None
        self.leads: Leads = "instalments"
        self.fixed: tuple[FixedPayment, ...] = ()
        self.history = DraftHistory(self._restore)
        self.setFixedWidth(304)
        self.accounts = ChoiceEdit({}, empty=None)
        self.accounts.setAccessibleName(self.tr("Account"))
        self.accounts.edited.connect(lambda: self.account_picked.emit(self.accounts.raw()))
        self.form = Form("terms", kit.words, self._fields())
        self.owed = label("", "hint")
        self._follows = self.tr("Follows from the other; change it and the other follows")
        for key, field in self.form.fields.items():
            field.edited.connect(partial(self._on_field_edited, key))
            field.editor.installEventFilter(self)
            field.editor.setAccessibleName(_MNEMONIC.sub("", field.name.text()))
        self.slider = self._slid("instalments").slider
        self.pay_slider = self._slid("affordable").slider
        for key in SLIDERS:
            self._slid(key).slider.sliderReleased.connect(self.history.rest)
            self._slid(key).slider.installEventFilter(self)
        self.body.addLayout(row(caption(self.tr("Try out")), -1, self.owed))
        self.body.addWidget(self.accounts)
        self.body.addLayout(self._grid())
        self.body.addStretch()
        self._order()

    def _fields(self) -> list[Field]:
        words, theme = self._kit.words, self._kit.theme
        methods = {code: words.label("method", code) for code in METHODS}
        treatments = words.choices("treatment")
        return [
            Field("method", self.tr("&Method"), ChoiceEdit(methods, empty=None)),
            Field("first_due", self.tr("First due"), DayEdit(theme, self._today)),
            SliderField(theme, "instalments", self.tr("I&nstalments"), CountEdit(1, 600)),
            SliderField(theme, "affordable", self.tr("&Payment"), MoneyEdit(optional=True), _STEP_MINOR),
            SliderField(theme, "down_payment", self.tr("Paid down"), MoneyEdit(), _STEP_MINOR),
            SliderField(theme, "waive_principal", self.tr("Waived"), MoneyEdit(), _STEP_MINOR),
            SliderField(theme, "deferral_months", self.tr("Deferral"), CountEdit(0, 36, self.tr("months"))),
            SliderField(theme, "grace_principal", self.tr("Interest only"), CountEdit(0, 36, self.tr("instalments"))),
            Field("treat_interest", self.tr("Interest"), ChoiceEdit(treatments, empty=None)),
            Field("treat_penalty", self.tr("Penalty"), ChoiceEdit(treatments, empty=None)),
            Field("treat_fees", self.tr("Fees"), ChoiceEdit(treatments, empty=None)),
            Field("rate", self.tr("Rate"), RateEdit()),
            Field("deferral_interest", self.tr("In deferral"), ChoiceEdit(words.choices("deferral_interest"), empty=None)),
            Field("rounding", self.tr("Round to"), ChoiceEdit(UNITS, empty=None)),
        ]  # fmt: skip

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(3)
        for number, line in enumerate(_PLACES):
            start = 0
            for key, width in line:
                field = self.form.fields[key]
                grid.addWidget(field, number, start, 1, width)
                start += width
        for side in range(6):
            grid.setColumnStretch(side, 1)
            grid.setColumnMinimumWidth(side, 34)
        return grid

    def _order(self) -> None:
        """The Tab key goes line by line; each slider comes before its own editor, as they stand."""
        last: QWidget = self.accounts
        for key in (key for line in _PLACES for key, _ in line):
            field = self.form.fields[key]
            for part in (field.slider, field.editor) if isinstance(field, SliderField) else (field.editor,):
                QWidget.setTabOrder(last, part)
                last = part

    def offer(self, accounts: tuple[Account, ...], chosen: str, most: int, hidden: bool) -> None:
        """List the accounts of the case; ``most`` instalments are what the pack allows."""
        self._slid("instalments").span(1, most, 6)
        for key in ("deferral_months", "grace_principal"):
            self._slid(key).span(0, 12, 3)
        words = self._kit.words
        names = {
            one.id: f"{one.bank} {words.label('product', one.product)} ····{'＊' * 4 if hidden else one.tail}"
            for one in accounts
        }
        self.accounts.offer(names)
        self.accounts.load(chosen)

    def load(self, account: Account, terms: Terms | None) -> None:
        """Begin anew from kept terms, or from what a first trial starts with."""
        self._take(account, terms)
        self.form.load(shown_terms(terms) if terms is not None else first_trial(account, self._today))
        self.fixed = terms.fixed if terms is not None else ()
        self.leads = (
            "affordable" if terms is not None and terms.instalments is None and terms.affordable else "instalments"
        )
        self.follow_all()
        self.history.begin(account.id, self.draft())

    def resume(self, account: Account) -> None:
        """Go on where the account was left."""
        self._take(account, self._base)
        self._fill(self.history.draft(account.id))

    def try_terms(self, account: Account, terms: Terms) -> None:
        """Put other terms into the fields as one step that can be undone."""
        self.history.rest()
        self.form.load(shown_terms(terms))
        self.fixed = terms.fixed
        self.leads = "instalments" if terms.instalments is not None else "affordable"
        self._base = terms
        self.follow_all()
        self.history.note(account.id, self.draft(), "terms")
        self.history.rest()

    def _take(self, account: Account, terms: Terms | None) -> None:
        self._account, self._base = account, terms
        self.owed.setText(self.tr("Owed {amount}").format(amount=amount(account.owed)))
        for field in self.form.fields.values():
            if isinstance(field.editor, MoneyEdit):
                field.editor.currency = account.currency
        # A sixth of the balance a month is more than any household in arrears pays; typing goes beyond it.
        for key, part in (("affordable", 6), ("down_payment", 2), ("waive_principal", 1)):
            most = account.principal.split(part)[0]
            self._slid(key).span(0 if part < 6 else 1, -(-most.minor // _STEP_MINOR), 10)

    def terms(self, account: Account) -> Terms:
        """The terms meant: what stands here over the terms it began from. Raises `Refused` with what cannot be read."""
        self._fit_method()
        for field in self.form.fields.values():
            field.hush()
        return made_terms(self.form, self._base, account, self._today, self.leads, self.fixed)

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

    def tell(self, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        """Show what the calculator refused at its field; answers what has none here."""
        places = [one.subject.replace("grace.", "grace_").rpartition(".")[2] for one in findings]
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
        typed = tuple((key, str(_typed(field.editor))) for key, field in self.form.fields.items())
        return Draft(typed, self.leads, self.fixed)

    def undo(self) -> None:
        """Take back the last edit of the terms."""
        if self._account is not None and self.history.back(self._account.id):
            self.edited.emit()

    def redo(self) -> None:
        """Do again what was taken back."""
        if self._account is not None and self.history.forth(self._account.id):
            self.edited.emit()

    def _restore(self, draft: Draft) -> None:
        self._fill(draft)
        if self._account is not None:
            self.history.shown(self._account.id, draft)

    def _fill(self, draft: Draft) -> None:
        for key, text in draft.typed:
            editor = self.form.fields[key].editor
            if isinstance(editor, QLineEdit):
                editor.setText(text)
            else:
                editor.load(text)
            self.form.fields[key].hush()
        self.leads, self.fixed = draft.leads, draft.fixed
        self.follow_all()

    def _slid(self, key: str) -> SliderField:
        field = self.form.fields[key]
        if not isinstance(field, SliderField):
            raise TypeError(key)
        return field

    def _on_field_edited(self, key: str) -> None:
        if key in SLIDERS:
            self._slid(key).follow()
        if key == "instalments" or (key == "affordable" and self.form.fields[key].editor.raw() is None):
            self.leads = "instalments"
        elif key == "affordable":
            self.leads = "affordable"
        if key in ("instalments", "affordable"):
            for other in ("instalments", "affordable"):
                self.form.fields[other].hush()
        self._edited(key)

    def _edited(self, key: str) -> None:
        if self._account is not None:
            self.history.note(self._account.id, self.draft(), key)
        self.edited.emit()

    def _fit_method(self) -> None:
        method = self.form.fields["method"].editor.raw()
        self.form.fields["rate"].name.setText(self.tr("Fee rate") if method == "flat_fee" else self.tr("Rate"))
        self.form.fields["rate"].editor.setEnabled(method != "interest_free")
        grace = self.form.fields["grace_principal"]
        grace.setVisible(method in WITH_INTEREST or grace.editor.raw() not in ("", "0", None))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Undo belongs to the plan, not to the letters of one field."""
        if event.type() == QEvent.Type.FocusOut:
            self.history.rest()
            if isinstance(watched, QLineEdit) and not watched.text():
                self.edited.emit()
        if isinstance(event, QKeyEvent) and event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            undo, redo = event.matches(QKeySequence.StandardKey.Undo), _is_redo(event)
            if (undo or redo) and event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if undo or redo:
                self.undo() if undo else self.redo()
                return True
        return super().eventFilter(watched, event)


def _is_redo(event: QKeyEvent) -> bool:
    ctrl_y = event.key() == Qt.Key.Key_Y and event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return ctrl_y or event.matches(QKeySequence.StandardKey.Redo)


def _typed(editor: Any) -> object:
    return editor.text() if isinstance(editor, QLineEdit) else editor.raw()
