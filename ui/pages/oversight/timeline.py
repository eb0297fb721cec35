"""The timeline of a case as the log has it, with the reasons on record: chosen by kind, person, day and words, and written out."""

from __future__ import annotations

from datetime import UTC, date, tzinfo
from pathlib import Path
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.look.wording import masked_name, moment
from ui.value_table import ColumnSpec, Table
from ui.widgets.day_edit import DayEdit
from ui.widgets.editors import CheckEdit, ChoiceEdit
from ui.widgets.masked_label import MaskedLabel
from ui.widgets.parts import button, column, icon_button, label
from ui.widgets.room.flow import flow
from workstation.actions import cases
from workstation.actions.oversight import timeline
from workstation.actions.oversight.timeline import Chosen, TimelineLine
from workstation.errors import Refused
from workstation.wording import Wording, filled


class TimelinePage(QWidget):
    """One case at a time, as `load` was told; ``closed`` leads back to it."""

    closed = Signal()

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__()
        self._session, self._context = session, context
        self._words = Wording(context.words.language)
        self._case_id, self._number = "", ""
        self._lines: tuple[TimelineLine, ...] = ()
        self._reasons: dict[TimelineLine, str] = {}
        self._zone: tzinfo = UTC
        self.case = MaskedLabel(context.privacy, masked_name, "section")
        self.case.setMinimumWidth(160)
        self.number = label("", "quiet")
        self.kind = ChoiceEdit({}, empty=self.tr("Every kind"))
        self.person = ChoiceEdit({}, empty=self.tr("Everybody"))
        today = session.desk.clock.today
        self.since, self.until = DayEdit(context.theme, today, "first"), DayEdit(context.theme, today, "last")
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(self.tr("Reason contains…"))
        self.reason.setAccessibleName(self.tr("Reason contains…"))
        self.reason.textChanged.connect(self._show)
        self.reasoned = CheckEdit(self.tr("Only with a reason"))
        self.reasoned.edited.connect(self._show)
        self.export_button = button(self.tr("&Export…"), on_click=self.ask)
        self.note = label("", "hint", wrap=True)
        self.table: Table[TimelineLine] = Table(
            [
                ColumnSpec(
                    self.tr("Entry"), lambda one: f"{one.number:,}", 80, figure=True, order=lambda one: one.number
                ),
                ColumnSpec(self.tr("When"), lambda one: moment(one.at, self._zone), 140, whole=True),
                ColumnSpec(self.tr("By"), self._who, 170),
                ColumnSpec(self.tr("What changed"), lambda one: timeline.said(one.changes, self._words), 330),
                ColumnSpec(self.tr("Reason"), lambda one: self._reasons.get(one, ""), private=True, keep=(0, 0)),
            ],
            privacy=context.privacy,
            empty=self.tr("No entry fits what is chosen above."),
        )
        self.table.setAccessibleName(self.tr("Timeline"))
        self._lay_out()

    def _lay_out(self) -> None:
        for editor, name in (
            (self.kind, self.tr("Kind")),
            (self.person, self.tr("Person")),
            (self.since, self.tr("From day")),
            (self.until, self.tr("To day")),
        ):
            editor.setAccessibleName(name)
            editor.setFixedWidth(170 if isinstance(editor, ChoiceEdit) else 140)
            editor.edited.connect(self._show)
        back = icon_button(self._context.theme, "back", self.tr("Back to the case"), self.closed.emit)
        head = flow(back, label(self.tr("Timeline"), "title"), self.case, self.number, self.export_button, gap=12)
        head.setStretch(2, 1)
        self.reason.setMinimumWidth(self.reason.fontMetrics().horizontalAdvance(self.reason.placeholderText()) + 32)
        chosen = flow(
            label(self.tr("Show"), "label"), self.kind, self.person, label(self.tr("from"), "label"), self.since,
            label(self.tr("to"), "label"), self.until, self.reason, self.reasoned, gap=8,
        )  # fmt: skip
        chosen.setStretch(7, 1)
        body = column(head, chosen, self.note, self.table, margins=20)
        body.setStretch(3, 1)
        self.setLayout(body)

    def load(self, case_id: str) -> None:
        """Show a case from its beginning."""
        file = self._session.read(cases.load_case, case_id)
        self._case_id, self._number, self._zone = case_id, file.case.number, file.zone
        self.case.set_plain(file.debtor.name)
        self.number.setText(self._number)
        self._lines = self._session.read(timeline.timeline, case_id)
        reasons = self._session.read(timeline.line_reasons, case_id, self._lines, self._words)
        self._reasons = dict(zip(self._lines, reasons, strict=True))
        tables = dict.fromkeys(change.table for line in self._lines for change in line.changes)
        people = dict.fromkeys(name for line in self._lines for name in (line.by, line.vouched) if name)
        self.kind.offer({one: self._context.words.label("record", one) for one in tables}, empty=self.tr("Every kind"))
        self.person.offer({one: one for one in people}, empty=self.tr("Everybody"))
        self.since.load(None)
        self.until.load(None)
        self.reason.clear()
        self.reasoned.load(False)
        self._show()
        self.kind.setFocus()

    def run_main_action(self) -> None:
        """Write it out."""
        self.ask()

    def shown(self) -> tuple[TimelineLine, ...]:
        """The lines that are wanted, the latest first."""
        days = (self.since.raw(), self.until.raw())
        since, until = (one if isinstance(one, date) else None for one in days)
        text, only = self.reason.text().strip(), bool(self.reasoned.raw())
        chosen = Chosen(cast(str, self.kind.raw()), cast(str, self.person.raw()), since, until, text, only)
        dated = [(one, one.at.astimezone(self._zone).date()) for one in self._lines]
        kept = [one for one, day in dated if chosen.takes(one, day, self._reasons[one])]
        return tuple(reversed(kept))

    def ask(self) -> None:
        """Ask where to, and write what is shown."""
        folder = Path(self._context.preferences.export_folder)
        name = self.tr("{number}-timeline.xlsx").format(number=self._number)
        kinds = "XLSX (*.xlsx);;PDF (*.pdf);;CSV (*.csv)"
        target = self._context.files.target(self, self.tr("Export timeline"), str(folder / name), kinds)
        if target is None:
            return
        try:
            lines = [(one, self._reasons[one]) for one in reversed(self.shown())]
            timeline.write_timeline(self._session.desk, target, lines, self._words)
        except Refused as refused:
            self._say("✕ " + self._context.words.finding(refused.findings[0]))
            return
        self._context.preferences.export_folder = str(target.parent)
        self._context.notices.tell_written(self.tr("Exported: {file}").format(file=target), target)

    def _show(self) -> None:
        lines = self.shown()
        self.table.show_rows(lines)
        self.export_button.setEnabled(bool(lines))
        text = self.tr(
            "{shown} of {all} {all|entry|entries}. Each is bound to the one before by its digest; “workstation "
            "log verify” checks them."
        )
        self._say(filled(text, {"shown": f"{len(lines):,}", "all": f"{len(self._lines):,}"}))

    def _say(self, text: str) -> None:
        self.note.setText(text)

    def _who(self, line: TimelineLine) -> str:
        who = f"{line.by} + {line.vouched}" if line.vouched else line.by or self.tr("Program")
        return f"{who} · {line.desk}" if line.desk else who
