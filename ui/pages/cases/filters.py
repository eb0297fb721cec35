"""What the list of cases is filtered by beside its search and stage: one row of choices, each of a column."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.widgets.day_edit import DayEdit
from ui.widgets.editors import ChoiceEdit
from ui.widgets.money_edit import MoneyEdit
from ui.widgets.parts import button, label
from ui.widgets.room.flow import flow
from workstation.actions.filing.choices import NO_DUE_DAY, bucket_names, bucket_spans, reason_codes
from workstation.errors import Refused
from workstation.money import MINOR_DIGITS, Money
from workstation.store.listing.wanted import LISTED, CaseFilter

_NONE: Final = "-"
_BETWEEN: Final = "between"
_STATES: Final[Mapping[str, bool | None]] = {"": False, "archived": True, "both": None}


class CaseFilters(QWidget):
    """``changed`` tells that something else is chosen; `only` is what is chosen as the store is asked."""

    changed = Signal()

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__()
        self._session, self._context = session, context
        self._only = LISTED
        self.bank, self.agent = ChoiceEdit({}), ChoiceEdit({})
        self.reason = ChoiceEdit(self._reasons(), empty=self.tr("All reasons"))
        buckets = {**{name: name for name in bucket_names(session.desk.packs)}, NO_DUE_DAY: self.tr("No due day")}
        self.bucket = ChoiceEdit(buckets, empty=self.tr("All buckets"))
        steps = {
            "0": self.tr("Next step until today"),
            "7": self.tr("Next step within 7 days"),
            "30": self.tr("Next step within 30 days"),
            _BETWEEN: self.tr("Next step between…"),
        }
        self.next = ChoiceEdit(steps, empty=self.tr("Any next step"))
        today = session.desk.clock.today
        self.since, self.until = DayEdit(context.theme, today, "first"), DayEdit(context.theme, today, "last")
        self.least, self.most = MoneyEdit(optional=True), MoneyEdit(optional=True)
        self.currency = ChoiceEdit({code: code for code in MINOR_DIGITS}, empty=None)
        states = {"archived": self.tr("Archived"), "both": self.tr("Archived as well")}
        self.archived = ChoiceEdit(states, empty=self.tr("Not archived"))
        self.clear_button = button(self.tr("Clear filters"), "quiet", self.clear)
        self.note = label("", "finding")
        self._choices: dict[str, Any] = {
            "bank": self.bank, "reason": self.reason, "bucket": self.bucket, "agent": self.agent, "next": self.next,
            "since": self.since, "until": self.until, "least": self.least, "most": self.most, "currency": self.currency,
            "archived": self.archived,
        }  # fmt: skip
        names = {
            "bank": self.tr("Bank"), "reason": self.tr("Reason"), "bucket": self.tr("Bucket"), "agent": self.tr("Agent"),
            "next": self.tr("Next step"), "since": self.tr("Next step from"), "until": self.tr("Next step until"),
            "least": self.tr("Owes at least"), "most": self.tr("Owes at most"), "currency": self.tr("Currency"),
            "archived": self.tr("Archive"),
        }  # fmt: skip
        for key, editor in self._choices.items():
            editor.setAccessibleName(names[key])
            editor.setToolTip(names[key])
            editor.edited.connect(self._on_edited)
        for edit in (self.least, self.most):
            edit.setFixedWidth(112)
            edit.setPlaceholderText("")
        for day_edit in (self.since, self.until):
            day_edit.setFixedWidth(128)
        self.least.setPlaceholderText(names["least"])
        self.most.setPlaceholderText(names["most"])
        self.offer()
        self.setLayout(
            flow(
                self.bank, self.reason, self.bucket, self.agent, self.next, self.since, self.until,
                self.least, self.most, self.currency, self.archived, self.clear_button, self.note, -1, gap=8,
            )
        )  # fmt: skip
        self._read()

    def offer(self) -> None:
        """Offer the banks and agents that cases have by now."""
        store = self._session.desk.store
        self._offer(self.bank, {name: name for name in store.bank_names()}, self.tr("All banks"))
        agents = {name: name for name in store.agent_names()}
        self._offer(self.agent, {_NONE: self.tr("Nobody's"), **agents}, self.tr("Anybody's"))

    def _offer(self, editor: ChoiceEdit, choices: dict[str, str], empty: str) -> None:
        before = editor.raw()
        editor.offer(choices, empty=empty)
        editor.load(before)

    def _reasons(self) -> dict[str, str]:
        packs, language = self._session.desk.packs, self._context.words.language
        texts = {code: one.text(language) for pack in packs.values() for code, one in pack.reasons.items()}
        return {_NONE: self.tr("No reason yet"), **{code: str(texts[code]) for code in reason_codes(packs)}}

    @property
    def only(self) -> CaseFilter:
        """What is chosen; where something cannot be read, what was chosen before it."""
        return self._only

    @property
    def shown(self) -> dict[str, str]:
        """What stands in each choice, those that choose nothing left out."""
        found = {key: self._text(editor) for key, editor in self._choices.items()}
        if not found["least"] and not found["most"]:
            found["currency"] = ""
        return {key: text for key, text in found.items() if text}

    def _text(self, editor: Any) -> str:
        return str(editor.raw()) if isinstance(editor, ChoiceEdit) else editor.text().strip()

    def load(self, shown: Mapping[str, str]) -> None:
        """Choose what a view has; nobody is told."""
        for key, editor in self._choices.items():
            if isinstance(editor, ChoiceEdit):
                editor.load(shown.get(key) or ("CNY" if key == "currency" else ""))
            else:
                editor.setText(shown.get(key, ""))
        self._read()

    def clear(self) -> None:
        """Choose nothing."""
        self.load({})
        self.changed.emit()

    def _on_edited(self) -> None:
        if self._read():
            self.changed.emit()

    def _read(self) -> bool:
        self._show_days()
        self.clear_button.setVisible(bool(self.shown))
        try:
            self._only = self._asked()
        except Refused as refused:
            self.note.setText("✕ " + self._context.words.finding(refused.findings[0]))
            return False
        self.note.setText("")
        return True

    def _asked(self) -> CaseFilter:
        desk = self._session.desk
        self.least.currency = self.most.currency = str(self.currency.raw())
        since, until = self._days(desk.clock.today())
        least, most = self.least.draft(), self.most.draft()
        assert (least is None or isinstance(least, Money)) and (most is None or isinstance(most, Money))
        reason, agent, bucket = (str(editor.raw()) for editor in (self.reason, self.agent, self.bucket))
        return CaseFilter(
            bank=str(self.bank.raw()),
            reason=None if not reason else "" if reason == _NONE else reason,
            agent=None if not agent else "" if agent == _NONE else agent,
            next_since=since,
            next_until=until,
            owed_least=least,
            owed_most=most,
            due=bucket_spans(desk.packs, bucket, desk.clock.today()) if bucket else (),
            archived=_STATES[str(self.archived.raw())],
        )

    def _days(self, today: date) -> tuple[date | None, date | None]:
        step = str(self.next.raw())
        if step == _BETWEEN:
            since, until = self.since.draft(), self.until.draft()
            assert (since is None or isinstance(since, date)) and (until is None or isinstance(until, date))
            return since, until
        return None, today + timedelta(days=int(step)) if step else None

    def _show_days(self) -> None:
        for editor in (self.since, self.until):
            editor.setVisible(self.next.raw() == _BETWEEN)
