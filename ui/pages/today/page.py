"""Today: what is late, due, awaited or one step from done, over every case; each line leads to the field where it is done."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from ui.background import TaskProgress
from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.look.wording import NONE, amount, day
from ui.pages.today.recent import RecentCases
from ui.typed_signal import TypedSignal, signal
from ui.value_table import ColumnSpec, Table
from ui.widgets.editors import ChoiceEdit
from ui.widgets.parts import Card, button, column, label
from ui.widgets.room.flow import flow
from ui.widgets.scrolled import beside
from workstation.actions.keep.reading import read_aside
from workstation.errors import Refused
from workstation.policy.keeping_rules import keeping_calendar
from workstation.wording import Wording, filled

if TYPE_CHECKING:
    from ui.desk_session import Changes
    from workstation.actions.day.reading import Day, TaskLine
    from workstation.actions.desk import Desk

_SPANS: Final = (0, 1, 3, 7, 14)
_AFTER_MS: Final = 400
_SIDE: Final = 196
_WIDE: Final = 1000
"""Pixels from which there is room for the number of the case; else it stands under the list."""


class TodayPage(QWidget):
    """``opened`` carries a case id and the field where its task is done, empty for the case itself.

    A task that was done gives its place in the list to the next one, so that the way through the day is Enter, work, back, Enter.
    """

    opened: TypedSignal[str, str] = signal(2)
    new_case_requested = Signal()
    import_requested = Signal()
    backup_requested = Signal()

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__()
        self._session, self._context = session, context
        self._wording = Wording(context.words.language)
        self.day: Day | None = None
        self._at = -1
        self._task = TaskProgress(self)
        self._timer = QTimer(self, singleShot=True, interval=_AFTER_MS)
        self._timer.timeout.connect(self.load)
        usual = keeping_calendar().remind_days.value
        spans = {
            str(one): filled(self.tr("{count} {count|day|days} ahead"), {"count": one})
            for one in sorted({*_SPANS, usual})
        }
        self.span = ChoiceEdit(spans | {"0": self.tr("Today only")}, empty=None)
        self.span.load(str(usual))
        self.span.setAccessibleName(self.tr("How far ahead"))
        self.span.setMinimumWidth(150)
        self.title = label("", "title")
        self.count = label("", "quiet")
        self.backup = button("", "link", self.backup_requested.emit)
        self.backup.hide()
        self._nothing = self.tr(
            "Nothing is left to do. What comes due, what banks owe an answer and what is one step from done stands here."
        )
        self._no_case = self.tr("No cases yet. Begin one on the right, or import a bank's portfolio.")
        self.list: Table[TaskLine] = Table(
            self._columns(), sortable=True, line=32, privacy=context.privacy, empty=self.tr("Reading…")
        )
        self.list.setAccessibleName(self.tr("What there is to do"))
        self.full = label("", "quiet", wrap=True)
        self.recent = RecentCases(context)
        self.begin = column(
            button(self.tr("New case"), on_click=self.new_case_requested.emit),
            button(self.tr("Import portfolio"), on_click=self.import_requested.emit),
            gap=8,
        )
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        head = flow(self.title, self.count, -1, self.backup, self.span, gap=12)
        side = Card(column(label(self.tr("Changed last"), "section"), self.recent, -1, self.begin, gap=8), padding=12)
        side.setMaximumWidth(_SIDE + 60)
        whole = column(self.list, self.full, gap=6)
        whole.setStretch(0, 1)
        body = beside(Card(whole, padding=8), side, gap=12)
        body.setStretch(0, 1)
        layout = column(head, body, margins=20)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def _connect(self) -> None:
        self.span.edited.connect(self.load)
        self.list.opened.connect(self.open_line)
        self.list.picked.connect(self._show_full)
        self.recent.opened.connect(self._on_recent_opened)
        self._session.changed.connect(self._on_session_changed)
        self._session.day_changed.connect(self._reload)
        self._session.closed.connect(self._stop)
        self._context.privacy.changed.connect(self._on_privacy_changed)

    def _columns(self) -> list[ColumnSpec[TaskLine]]:
        return [
            ColumnSpec(self.tr("When"), self._when, 96, whole=True, order=_order_of_days),
            ColumnSpec(self.tr("Task"), self._kind, 132, bold=True, whole=True),
            ColumnSpec(self.tr("Name"), lambda one: one.name, 128, private=True),
            ColumnSpec(self.tr("Bank"), self._banks, 104),
            ColumnSpec(
                self.tr("Amount"), lambda one: amount(one.task.amount) if one.task.amount else NONE, 104, figure=True,
                order=lambda one: one.task.amount.minor if one.task.amount else -1,
            ),
            ColumnSpec(self.tr("What it is about"), self._detail),
            ColumnSpec(self.tr("Case no."), lambda one: one.number, 124, whole=True),
        ]  # fmt: skip

    def load(self) -> None:
        """Read the day again, beside the window."""
        self._timer.stop()
        self._task.forget()
        self._task = TaskProgress(self)
        if self.day is None:
            self.count.setText(self.tr("Reading…"))
        work = read_aside(self._session.desk, partial(_asked, int(str(self.span.raw()))))
        self._context.background.run(work, self._on_read, self._on_failed, self._task)

    def open_line(self, line: TaskLine) -> None:
        """Go where a task is done."""
        self._at = self.list.content.rows.index(line)
        self.opened.emit(line.case_id, line.task.place)

    def open_next(self) -> None:
        """Go to the task after the one that was opened last, from wherever the person is."""
        rows = self.list.content.rows
        if not rows:
            self._context.notices.show_message(self.tr("Nothing is left to do today."))
            return
        self._at = (self._at + 1) % len(rows)
        self.list.selectRow(self._at)
        self.open_line(rows[self._at])

    def run_main_action(self) -> None:
        """Open the chosen task, or the first."""
        line = self.list.current() or next(iter(self.list.content.rows), None)
        if line is not None:
            self.open_line(line)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.load()
            self.list.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        last, narrow = len(self.list.content.columns) - 1, self.width() < _WIDE
        if narrow != self.list.isColumnHidden(last):
            self.list.setColumnHidden(last, narrow)
            self.list.measure(self.list.content.rows)

    def _show_full(self, line: TaskLine | None) -> None:
        """The whole of what a narrow column cuts."""
        told = (line.number, self._detail(line)) if line is not None else ()
        self.full.setText("  ·  ".join(filter(None, told)))

    def _on_read(self, read: Day) -> None:
        before = self.list.current()
        number = self.list.currentIndex().row()
        self.day = read
        self._show_head(read)
        self.list.say_instead(self._nothing if read.recent else self._no_case)
        self.list.show_rows(read.lines)
        self._select(before, number)
        self.recent.show_cases(read.recent)

    def _select(self, before: TaskLine | None, number: int) -> None:
        """The same task, or what took its place."""
        rows = self.list.content.rows
        same = next((at for at, one in enumerate(rows) if before and _same(one, before)), None)
        if rows:
            self.list.selectRow(min(max(number, 0), len(rows) - 1) if same is None else same)
            if same is None and before is not None:
                self._at = self.list.currentIndex().row() - 1

    def _show_head(self, read: Day) -> None:
        self.title.setText(self.tr("Today, {day}").format(day=day(read.on)))
        late = sum(1 for one in read.lines if one.days is not None and one.days < 0)
        due = sum(1 for one in read.lines if one.days == 0)
        parts = [self.tr("{count} late").format(count=late)] if late else []
        parts += [self.tr("{count} today").format(count=due)] if due else []
        self.count.setText("  ·  ".join([*parts, self.tr("{count} in all").format(count=len(read.lines))]))
        self.backup.setVisible(read.without_copy is not None)
        if read.without_copy is not None:
            never, ago = self.tr("⚠ No backup yet"), self.tr("⚠ Last backup {days} {days|day|days} ago")
            self.backup.setText(never if read.without_copy < 0 else filled(ago, {"days": read.without_copy}))

    def _when(self, one: TaskLine) -> str:
        from workstation.actions.day.texts import when_text

        said = when_text(one.days, self._wording)
        return f"{one.task.on:%m-%d}  {said}" if one.task.on and one.days else said

    def _kind(self, one: TaskLine) -> str:
        from workstation.actions.day.texts import kind_text

        return kind_text(one.task, one.days, self._wording)

    def _banks(self, one: TaskLine) -> str:
        from workstation.actions.day.texts import banks_text

        return banks_text(one.task, self._wording) or NONE

    def _detail(self, one: TaskLine) -> str:
        from workstation.actions.day.texts import task_detail

        said = task_detail(one.task, one.stage, self._wording, self._context.words.finding)
        return self._context.privacy.text(said) if one.task.kind == "contact" else said

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, Refused):
            raise error
        self.count.setText("✕ " + self._context.words.finding(error.findings[0]))

    def _on_recent_opened(self, case_id: str) -> None:
        self.opened.emit(case_id, "")

    def _on_privacy_changed(self, _hidden: bool) -> None:
        if self.day is not None:
            self._on_read(self.day)

    def _on_session_changed(self, _changes: Changes) -> None:
        if self.isVisible():
            self._timer.start()

    def _reload(self) -> None:
        if self.isVisible():
            self.load()

    def _stop(self) -> None:
        self._timer.stop()
        self._task.forget()


def _same(one: TaskLine, other: TaskLine) -> bool:
    return (one.case_id, one.task.kind, one.task.place) == (other.case_id, other.task.kind, other.task.place)


def _order_of_days(one: TaskLine) -> int:
    return 10**6 if one.days is None else one.days


def _asked(days: int, desk: Desk) -> Day:
    from workstation.actions.day.reading import day_of_work

    return day_of_work(desk, days)
