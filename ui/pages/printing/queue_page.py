"""The print queue: papers of many cases, each with its state, printed one after the other while the desk goes on working."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QProgressBar, QStackedWidget, QWidget

from ui.background import TaskProgress
from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.look.icons import icon
from ui.look.wording import moment
from ui.pages.application.print_sheet import OrderForm
from ui.printing.print_queue import PrintQueue, QueueLine
from ui.typed_signal import TypedSignal, signal
from ui.value_table import ColumnSpec, Table
from ui.widgets.editors import CheckEdit, ChoiceEdit
from ui.widgets.parts import Card, button, column, in_role, label
from ui.widgets.room.flow import flow, shared
from ui.widgets.scrolled import beside
from workstation.actions import cases
from workstation.actions.banks.bank_forms import BANK_FORM
from workstation.actions.printing import outgoing
from workstation.casework.paper_kinds import KINDS
from workstation.casework.printed import PACKET
from workstation.errors import Refused
from workstation.wording import filled

_ICONS = {
    "waiting": ("state-missing", "text_2"), "printing": ("print", "accent"), "printed": ("check", "good"),
    "already": ("granted", "text_2"), "failed": ("state-failed", "bad"), "cancelled": ("minus", "text_2"),
}  # fmt: skip


class PrintQueuePage(QWidget):
    """``opened`` carries a case id."""

    opened: TypedSignal[str] = signal(1)

    def __init__(self, session: DeskSession, context: UiContext, queue: PrintQueue) -> None:
        super().__init__()
        self._session, self._context, self.queue = session, context, queue
        self._task = TaskProgress()
        kinds = {kind.name: context.words.label("paper_kind", kind.name) for kind in KINDS}
        form = {BANK_FORM: context.words.label("paper_kind", BANK_FORM)}
        self.kind = ChoiceEdit({PACKET: self.tr("Bound packet"), **form, **kinds}, empty=None)
        self.kind.setAccessibleName(self.tr("Which paper"))
        self.kind.setFixedWidth(220)
        self.ready_button = button(self.tr("Add all &ready"), on_click=queue.add_ready)
        self.clear_button = button(self.tr("Remove fini&shed"), on_click=queue.remove)
        self.table: Table[QueueLine] = Table(
            self._columns(),
            line=30,
            privacy=context.privacy,
            empty=self.tr("Nothing waits. Choose cases in the list and add them (Ctrl+Shift+P)."),
        )
        self.table.setAccessibleName(self.tr("Print queue"))
        names = {"printer": self.tr("Pri&nter"), "copies": self.tr("C&opies"), "sides": self.tr("S&ides")}
        self.form = OrderForm(context, names, parts=False)
        self.again = CheckEdit(self.tr("Print a&gain if already printed"))
        self.start_button = button(self.tr("&Print all pending"), "primary", self.start)
        self.stop_button = button(self.tr("S&top"), on_click=queue.stop)
        self.note = label("", "finding", wrap=True)
        self.count = label("", "quiet")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self._lay_out()
        self._connect()
        self.reload()

    def _lay_out(self) -> None:
        empty = label(
            self.tr("The queue is empty. Select cases in the list and press Ctrl+Shift+P, or add all that are ready."),
            "quiet",
            wrap=True,
        )
        empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget()
        for view in (self.table, empty):
            self._stack.addWidget(view)
        fields = self.form.fields
        second = shared(fields["copies"], fields["sides"], gap=8)
        second.setStretch(0, 2)
        second.setStretch(1, 3)
        self.note.setMinimumHeight(52)
        self.note.setAlignment(Qt.AlignmentFlag.AlignTop)
        order = Card(fields["printer"], second, self.again, self.start_button, self.stop_button, self.bar,
                     self.note, -1, gap=10)  # fmt: skip
        order.setMaximumWidth(360)
        title = flow(label(self.tr("Print queue"), "title"), self.count, -1, gap=12)
        tools = flow(self.ready_button, self.clear_button, -1, in_role(label(self.tr("Paper to add from the list")), "label"),
                    self.kind, gap=8)  # fmt: skip
        lower = beside(Card(self._stack, padding=8), order)
        lower.setStretch(0, 1)
        body = column(title, tools, lower, margins=20)
        body.setStretch(2, 1)
        self.setLayout(body)

    def _connect(self) -> None:
        self.queue.changed.connect(self.reload)
        self.table.opened.connect(lambda line: self.opened.emit(line.job.case_id))
        task = self._task
        self._session.closed.connect(task.forget)
        self.destroyed.connect(lambda: task.forget())
        self._context.background.run(self._context.printing.names, self.form.offer, lambda _error: None, task)

    def _columns(self) -> list[ColumnSpec[QueueLine]]:
        words = self._context.words
        return [
            ColumnSpec(self.tr("Case no."), lambda line: line.job.number, 128),
            ColumnSpec(self.tr("Name"), lambda line: line.job.name, 110, bold=True, private=True),
            ColumnSpec(self.tr("Bank"), lambda line: line.job.bank, 128),
            ColumnSpec(self.tr("Paper"), self._paper, 128),
            ColumnSpec(self.tr("State"), lambda line: words.label("print_state", line.state), 116, icon=self._icon),
            ColumnSpec(self.tr("Details"), self.outcome_text),
        ]

    def _paper(self, line: QueueLine) -> str:
        kind = line.job.kind
        return self.tr("Packet") if kind == PACKET else self._context.words.label("paper_kind", kind)

    def _icon(self, line: QueueLine) -> QIcon:
        name, token = _ICONS[line.state]
        return icon(self._context.theme, name, token)

    def outcome_text(self, line: QueueLine) -> str:
        """Why it failed, or when and where it was printed."""
        if line.findings:
            more = self.tr(" And {count} more.").format(count=len(line.findings) - 1) if line.findings[1:] else ""
            return self._context.words.finding(line.findings[0]) + more
        if line.record is not None:
            when = moment(line.record.at, self._session.read(cases.case_zone, line.record.case_id))
            return f"{when}  {line.record.printer} ×{line.record.copies}"
        return ""

    def reload(self) -> None:
        """Show the queue as it is."""
        queue, before = self.queue, self.table.current()
        self.table.show_rows(queue.lines, lambda line: before is not None and line.job == before.job)
        self._stack.setCurrentIndex(0 if queue.lines else 1)
        self.count.setText(
            self.tr("{done} of {count} finished").format(done=queue.settled, count=len(queue.lines))
            if queue.lines
            else ""
        )
        self.bar.setRange(0, max(1, len(queue.lines)))
        self.bar.setValue(queue.settled)
        self.start_button.setEnabled(bool(queue.waiting) and not queue.running)
        self.stop_button.setEnabled(queue.running or queue.looking)
        self.clear_button.setEnabled(bool(queue.settled) and not queue.running)
        self.ready_button.setEnabled(not queue.looking)

    def add_cases(self, case_ids: list[str]) -> None:
        """Put the chosen paper of some cases into the queue."""
        if not case_ids:
            self._context.notices.show_message(self.tr("Select cases in the list first."))
        else:
            self.queue.add_cases(case_ids, str(self.kind.raw()), self._tell_added)

    def _tell_added(self, count: int) -> None:
        self._context.notices.show_message(
            filled(self.tr("{count} {count|paper|papers} added to the print queue"), {"count": count})
        )

    def start(self) -> None:
        """Print what waits; what is wrong with the order is shown at its field."""
        self.note.setText("")
        try:
            order = self.form.order()
            if not order.printer:
                raise Refused(outgoing.no_printer())
        except Refused as refused:
            self.form.show(refused.findings)
            self.note.setText("✕ " + self._context.words.finding(refused.findings[0]))
            return
        self.queue.start(order, self.again.isChecked())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.stop_button.isEnabled():
            self.queue.stop()
        else:
            super().keyPressEvent(event)
