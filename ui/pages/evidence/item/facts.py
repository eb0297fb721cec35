"""What the agent reads off a proof: issuer, number, dates, the period it covers, original or copy."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.form import Form
from ui.pages.evidence.item.offers import OffersLine, shown_value
from ui.saving import save_form
from ui.widgets.day_edit import DayEdit
from ui.widgets.editors import ChoiceEdit, TextEdit
from ui.widgets.field import Field
from ui.widgets.parts import button, column, label, row
from ui.widgets.room.flow import lines
from ui.widgets.scrolled import Scrolled, keep_in_sight
from workstation.actions.evidence import items
from workstation.actions.evidence.items import ItemFacts
from workstation.casework.offered_facts import Offer, Period, offered_facts
from workstation.errors import Refused
from workstation.wording import filled

if TYPE_CHECKING:
    from workstation.casework.case_file import CaseFile
    from workstation.evidence.checklist import ChecklistLine
    from workstation.evidence.verification import EvidenceItem

_NUMBER: Final = 140
"""Pixels in which a number of eighteen digits is read whole."""
_PLACES = {
    "issuer": (0, 0, 2), "form": (1, 0, 1), "document_number": (1, 1, 2), "issued_on": (2, 0, 1),
    "account_id": (2, 1, 1), "covers_from": (3, 0, 1), "covers_to": (3, 1, 1), "note": (4, 0, 2),
}  # fmt: skip


class FactsForm(QWidget):
    """Changing facts voids earlier checks, and says so. The last covered day is shown as people read it: included."""

    edited = Signal()
    saved = Signal()

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__()
        self._session, self._context = session, context
        self._item: EvidenceItem | None = None
        self._file: CaseFile | None = None
        self._line: ChecklistLine | None = None
        self._before: EvidenceItem | None = None
        self._period: tuple[str, Period] | None = None
        today = session.desk.clock.today
        self.accounts = ChoiceEdit({}, empty=self.tr("All accounts"))
        fields = (
            Field("issuer", self.tr("Issued by"), TextEdit()),
            Field("form", self.tr("Submitted as"), ChoiceEdit(context.words.choices("form"), empty=None)),
            Field("document_number", self.tr("Document number"), TextEdit(asks=_NUMBER)),
            Field("issued_on", self.tr("Issued on"), DayEdit(context.theme, today)),
            Field("account_id", self.tr("Account"), self.accounts),
            Field("covers_from", self.tr("Covers from"), DayEdit(context.theme, today, "first")),
            Field("covers_to", self.tr("To (inclusive)"), DayEdit(context.theme, today, "last")),
            Field("note", self.tr("Note"), TextEdit(free=True)),
        )
        self.form = Form("item", context.words, fields, context.privacy, session.drafts, "evidence")
        self.form.edited.connect(self.edited)
        self.required = label("", "hint", wrap=True)
        self.button = button(self.tr("Save details"), "primary", self.go_on)
        self.offers = OffersLine(context)
        self.offers.taken.connect(self._on_offers_taken)
        number = 1 + max(line for line, _, _ in _PLACES.values())
        rows = [[key for key, (line, _, _) in _PLACES.items() if line == at] for at in range(number)]
        grid = lines([[(self.form.fields[key], _PLACES[key][2]) for key in keys] for keys in rows], line_gap=8)
        shown = Scrolled(column(grid, self.form.conflicts, -1, gap=8))
        body = column(self.required, shown, self.offers, row(-1, self.button), gap=8)
        body.setStretch(1, 1)
        self.setLayout(body)

    def load(self, file: CaseFile, line: ChecklistLine | None, item: EvidenceItem | None) -> None:
        """Show the facts of an item; typing not saved yet stays."""
        self._file, self._line = file, line
        self.setEnabled(item is not None)
        self.required.setText(self._required_text(file, line))
        shown = self._context.privacy.text
        if self.modified and item is not None and self._item is not None and item.id == self._item.id:
            self.form.refresh(_values(item), item)
            self._show_offers()
            return
        self._item = item
        self.form.about(file.case.id, item.id if item is not None else "")
        self.accounts.offer(
            {account.id: f"{account.bank} ····{shown(account.tail)}" for account in file.accounts},
            empty=self.tr("All accounts"),
        )
        self.form.load(_values(item) if item is not None else {"form": "copy"}, item)
        self._show_offers()

    def offer_period(self, item_id: str, period: Period) -> None:
        """A statement was read: what it covers is known."""
        self._period = item_id, period
        self._show_offers()

    def _show_offers(self) -> None:
        item, file, line = self._item, self._file, self._line
        if item is None or file is None or line is None:
            self.offers.show_offers((), {})
            return
        period = self._period[1] if self._period is not None and self._period[0] == item.id else None
        before = self._before if self._before is not None and self._before.case_id == item.case_id else None
        offers = offered_facts(file, line.requirement, item, before, period)
        self.offers.show_offers([one for one in offers if self._is_empty(one.key)], file.accounts_by_id)

    def _on_offers_taken(self, offers: tuple[Offer, ...]) -> None:
        for offer in offers:
            if self._is_empty(offer.key):
                editor = self.form.fields[offer.key].editor
                editor.load(shown_value(offer))
                editor.edited.emit()
        self._show_offers()
        self.focus_next()

    def _is_empty(self, key: str) -> bool:
        return not self.form.fields[key].editor.raw()

    def focus_next(self) -> bool:
        """Put the cursor into the first field that the entry needs and that is empty, else on the button; False for the latter."""
        for key in self._needed():
            if self._is_empty(key):
                self.form.fields[key].editor.setFocus()
                keep_in_sight(self.form.fields[key].editor)
                return True
        self.button.setFocus()
        return False

    def _needed(self) -> list[str]:
        """The fields without which the checklist finds fault, in their order."""
        if self._line is None or self._file is None:
            return []
        one = self._line.requirement
        several = one.per_account and len(self._file.accounts) > 1
        wanted = {
            "issuer": bool(one.accepted or one.refused),
            "issued_on": bool(one.freshness_days) and not one.covers_months,
            "account_id": several,
            "covers_from": bool(one.covers_months),
            "covers_to": bool(one.covers_months),
        }
        return [key for key in _PLACES if wanted.get(key)]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the next field that the entry needs; with all of them filled it saves and goes on to the check."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() and not event.isAutoRepeat():
            if not self.focus_next():
                self.go_on()
        else:
            super().keyPressEvent(event)

    def go_on(self) -> None:
        """Save what was read off the proof, and go on to its check."""
        if self._item is not None and (not self.modified or self.save()):
            self.saved.emit()

    def _required_text(self, file: CaseFile, line: ChecklistLine | None) -> str:
        """What the pack wants of this proof, in one line."""
        if line is None:
            return ""
        required, words = line.requirement, self._context.words
        parts = []
        if required.accepted:
            issuers = [words.titled(one.title, one.code) for one in required.accepted]
            parts.append(self.tr("issued by {issuers}").format(issuers=words.listed(issuers)))
        if required.original_needed:
            parts.append(self.tr("original"))
        if required.stamp:
            parts.append(self.tr("stamped"))
        if required.covers_months:
            parts.append(filled(self.tr("last {count} {count|month|months}"), {"count": required.covers_months}))
        if required.freshness_days:
            parts.append(filled(self.tr("not older than {count} {count|day|days}"), {"count": required.freshness_days}))
        return self.tr("Required: {parts}").format(parts=words.listed(parts)) if parts else ""

    @property
    def modified(self) -> bool:
        """Whether facts were typed that are not saved."""
        return self._item is not None and self.form.modified

    def save(self) -> bool:
        """Keep the facts; False when one cannot be read."""
        if self._item is None:
            return True
        item_id = self._item.id
        try:
            self.form.draft()
        except Refused as refused:
            self.form.show(refused.findings)
            return False

        def act() -> None:
            self._session.run(items.change_facts, item_id, _facts(self.form.draft()), self.form.base)

        if not save_form(self._session, self.form, act, self.form.show):
            return False
        self.form.accept()
        self._before = self._session.read(items.item, item_id)
        self.edited.emit()
        return True


def _values(item: EvidenceItem) -> dict[str, Any]:
    values = {key: getattr(item, key) for key in _PLACES}
    if isinstance(item.covers_to, date):
        values["covers_to"] = item.covers_to - timedelta(days=1)
    return values


def _facts(values: dict[str, Any]) -> ItemFacts:
    if values["covers_to"] is not None:
        values["covers_to"] += timedelta(days=1)
    return ItemFacts(**values)
