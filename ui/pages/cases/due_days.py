"""Due days in question: those that a list or an earlier desk left open, answered here, and those that count differently since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from ui.context import UiContext
from ui.desk_session import DeskSession, unasked
from ui.look.wording import NONE, day
from ui.typed_signal import TypedSignal, signal
from ui.value_table import ColumnSpec, Table
from ui.widgets.field import caption
from ui.widgets.parts import Card, button, column, icon_button, label
from ui.widgets.room.flow import flow
from workstation.actions import due_days
from workstation.actions.due_days import CountedDays, DueDayLine
from workstation.errors import Refused
from workstation.profile.account import Account
from workstation.profile.due_day import DUE_DAY, FIRST_DAY
from workstation.wording import filled

if TYPE_CHECKING:
    from ui.desk_session import Changes


class DueDaysPage(QWidget):
    """``opened`` carries the id of a case to look at. Several lines are chosen at once; Ctrl+A chooses all."""

    closed = Signal()
    opened: TypedSignal[str] = signal(1)

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__()
        self._session, self._context = session, context
        self.note = label("", "finding", wrap=True)
        self.unclear = self._table(self.tr("Days to explain"))
        self.changed = self._table(self.tr("Accounts that count differently"))
        self.due_button = button(self.tr("They are d&ue days"), on_click=lambda: self.answer(DUE_DAY))
        self.first_button = button(self.tr("They are fi&rst days overdue"), on_click=lambda: self.answer(FIRST_DAY))
        self.noted_button = button(self.tr("&Noted"), on_click=self.take_note)
        self._lay_out()
        session.changed.connect(self._on_session_changed)
        context.privacy.changed.connect(self._on_privacy_changed)
        self.reload()

    def _on_privacy_changed(self, _hidden: bool) -> None:
        self.reload()

    def _lay_out(self) -> None:
        back = icon_button(self._context.theme, "back", self.tr("Back to cases (Ctrl+0)"), self.closed.emit)
        head = flow(back, label(self.tr("Due days to check"), "title"), self.note)
        head.setStretch(2, 1)
        asked = self.tr(
            "Days overdue count from the due day; the first day overdue is the day after. Nobody has said which of the two"
            " these days are. Until then they count on as due days, and no final paper prints them. Choose lines (Ctrl+A:"
            " all), then say what they are."
        )
        told = self.tr(
            "These lists gave the first day overdue, which earlier versions counted from as the due day. By the true due"
            " day the bucket or the order of payments is another one today."
        )
        first = Card(
            flow(caption(self.tr("Days to explain")), -1, self.due_button, self.first_button),
            label(asked, "hint", wrap=True), self.unclear, gap=8,
        )  # fmt: skip
        second = Card(
            flow(caption(self.tr("Accounts that count differently")), -1, self.noted_button),
            label(told, "hint", wrap=True), self.changed, gap=8,
        )  # fmt: skip
        for card in (first, second):
            card.body.setStretch(2, 1)
        layout = column(head, first, second, margins=20)
        layout.setStretch(1, 3)
        layout.setStretch(2, 2)
        self.setLayout(layout)

    def _table(self, name: str) -> Table[DueDayLine]:
        columns: list[ColumnSpec[DueDayLine]] = [
            ColumnSpec(self.tr("Case no."), lambda line: line.number, 118, whole=True),
            ColumnSpec(self.tr("Name"), lambda line: line.name, 110, bold=True, private=True),
            ColumnSpec(self.tr("Bank"), lambda line: line.account.bank),
            ColumnSpec(
                self.tr("Tail"), lambda line: line.account.tail or NONE, 56, private=True, keep=(0, 0), whole=True
            ),
            ColumnSpec(self.tr("Day given"), lambda line: day(line.given), 100, figure=True),
            ColumnSpec(self.tr("Given by"), self._given_by, 150),
            ColumnSpec(self.tr("If due day"), lambda line: self._counted(line.as_due), 190),
            ColumnSpec(self.tr("If first day overdue"), lambda line: self._counted(line.as_first), 190),
        ]
        table: Table[DueDayLine] = Table(
            columns,
            privacy=self._context.privacy,
            empty=self.tr("No due day is in question."),
        )
        table.setAccessibleName(name)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.opened.connect(lambda line: self.opened.emit(line.case_id))
        table.selectionModel().selectionChanged.connect(lambda *_: self._show_buttons())
        return table

    def _given_by(self, line: DueDayLine) -> str:
        return self._context.privacy.file_name(line.file_name) if line.file_name else self.tr("typed")

    def _counted(self, counted: CountedDays) -> str:
        if counted.late:
            return self.tr("{days} · {bucket}, principal first").format(days=counted.days, bucket=counted.bucket)
        return f"{counted.days} · {counted.bucket}"

    def reload(self) -> None:
        """Ask the desk again."""
        self.unclear.show_rows(self._session.read(due_days.unclear_due_days))
        self.changed.show_rows(self._session.read(due_days.changed_due_days))
        self._show_buttons()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            (self.unclear if self.unclear.content.rows else self.changed).setFocus()

    def answer(self, source: str) -> None:
        """Say what the chosen days are; the answer can be taken back."""
        asked = [line.account for line in _chosen(self.unclear)]
        if not asked:
            return
        try:
            self._session.run(due_days.answer_due_days, [account.id for account in asked], source)
        except Refused as refused:
            self.note.setText("✕ " + self._context.words.finding(refused.findings[0]))
            return
        self.note.setText("")
        text = filled(self.tr("{count} due {count|day|days} settled."), {"count": len(asked)})
        self._context.notices.show_message(
            text, self.tr("Undo"), lambda: self._session.run(due_days.ask_again, tuple(asked))
        )
        self.unclear.setFocus()

    def take_note(self) -> None:
        """Take the chosen accounts off the second list."""
        chosen = [line.account.id for line in _chosen(self.changed)]
        if chosen:
            self._session.run(due_days.note_due_days, chosen)
            self.changed.setFocus()

    def _show_buttons(self) -> None:
        if not hasattr(self, "noted_button"):
            return
        asked = bool(_chosen(self.unclear))
        self.due_button.setEnabled(asked)
        self.first_button.setEnabled(asked)
        self.noted_button.setEnabled(bool(_chosen(self.changed)))

    @unasked
    def _on_session_changed(self, changes: Changes) -> None:
        if Account.__name__ in changes.kinds:
            self.reload()


def _chosen(table: Table[DueDayLine]) -> list[DueDayLine]:
    rows = sorted(index.row() for index in table.selectionModel().selectedRows())
    return [table.content.rows[number] for number in rows]
