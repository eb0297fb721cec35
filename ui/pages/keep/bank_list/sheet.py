"""A bank's list of payments or of balances on the page of keeping: read, asked about row by row, then taken in one step."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.pages.keep.bank_list.columns import ListColumns
from ui.pages.keep.bank_list.file_reading import ListReading
from ui.pages.keep.bank_list.lines import ListPlan, lines_of, taken_rows
from ui.pages.keep.bank_list.matching import ListMatching
from ui.pages.keep.bank_list.question import ListQuestion
from ui.pages.keep.bank_list.rejected_rows import RejectedRows
from ui.pages.keep.bank_list.remembered import RememberedColumns
from ui.pages.keep.bank_list.said import ListSaid
from ui.pages.keep.bank_list.table import ListTable
from ui.pages.keep.bank_list.work import taken_in
from ui.widgets.parts import Elided, button, column, icon_button, label, row
from workstation.actions.keep.account_match import KnownAccount
from workstation.actions.keep.list_answers import ListAnswers, ListFile
from workstation.errors import Finding, Refused
from workstation.profile.batch import Import
from workstation.promise.balance_list import BALANCE_FIELDS
from workstation.promise.payment_list import PAYMENT_FIELDS
from workstation.received.regular_file import MAX_LIST, whole
from workstation.wording import filled

_LACKS_COLUMNS: Final = ("payment_columns_missing", "balance_columns_missing")
_OUTDATED: Final = ("payments_outdated", "balances_outdated")


class BankList(QWidget):
    """Nothing is stored before *Import*; ``closed`` leads back. ``balances``: the list is of balances, else of payments."""

    closed = Signal()

    def __init__(self, session: DeskSession, context: UiContext, *, balances: bool) -> None:
        super().__init__()
        self._session, self._context, self._balances = session, context, balances
        self.plan: ListPlan | None = None
        self._file: ListFile | None = None
        self._said: dict[int, bool] = {}
        self._accounts: dict[int, str] = {}
        self._offered: dict[int, tuple[KnownAccount, ...]] = {}
        self._columns: dict[str, str] = {}
        self._then: Callable[[], None] | None = None
        self.reading = ListReading(session, context)
        self.file = Elided("", "quiet")
        self.note = label("", "finding", wrap=True)
        self.compute_button = button(self.tr("Co&mpute with LibreOffice"), on_click=self._compute)
        self.choose_button = button(self.tr("Choose &file…"), on_click=self.choose)
        self.columns_button = button(self.tr("&Columns"), on_click=self._turn_columns)
        self.columns_button.setCheckable(True)
        self.import_button = button("", "primary", self.run)
        self.rejects = RejectedRows(session, context)
        self.said = ListSaid(context, session.desk.clock.today)
        self.columns = ListColumns(context, BALANCE_FIELDS if balances else PAYMENT_FIELDS)
        self.question = ListQuestion(context)
        self.table = ListTable(context, balances=balances)
        self.matching = ListMatching(session, context, balances=balances)
        self.remembered = RememberedColumns(session, context)
        self._connect()
        self._lay_out()
        self.clear()

    def _connect(self) -> None:
        self.rejects.refused.connect(self._show_findings)
        self.said.edited.connect(self._try)
        self.remembered.forgotten.connect(self._try)
        self.reading.read.connect(self._on_read)
        self.reading.refused.connect(self._on_unread)
        self.matching.planned.connect(self._on_planned)
        self.matching.refused.connect(self._on_not_planned)
        self.matching.stopped.connect(self._on_stopped)
        self.columns.edited.connect(self._on_columns_edited)
        self.question.taken.connect(self._on_taken)
        self.question.account_chosen.connect(self._on_account_chosen)
        self.question.rest_left.connect(self._on_rest_left)
        self.table.picked.connect(lambda _line: self._show_question())
        self.table.opened.connect(lambda _line: self.question.focus())
        self._context.privacy.changed.connect(self._show_plan)

    def _lay_out(self) -> None:
        back = icon_button(self._context.theme, "back", self.tr("Back to keeping (Esc)"), self.closed.emit)
        name = self.tr("Balances stated by a bank") if self._balances else self.tr("Payments of a bank's list")
        buttons = (self.columns_button, self.rejects, self.choose_button, self.import_button)
        head = row(back, label(name, "section"), self.file, *buttons, gap=8)
        head.setStretch(2, 1)
        noted = row(self.note, self.compute_button, gap=8)
        noted.setStretch(0, 1)
        above = (self.remembered, self.said, self.columns, self.matching)
        body = column(head, noted, *above, self.table, self.question, gap=6)
        body.setStretch(6, 1)
        self.setLayout(body)

    def clear(self) -> None:
        """Forget the file and every answer."""
        self.reading.forget()
        self.matching.forget()
        self._file = None
        self.rejects.show_batch(None)
        self.said.clear()
        self.columns_button.setChecked(False)
        self._said, self._accounts, self._offered = {}, {}, {}
        self._columns = {}
        self.plan = None
        self.file.set_text("")
        self._show_note("")
        self._show_plan()

    def choose(self) -> None:
        """Ask for a file and try it."""
        kinds = self.tr("Lists") + " (*.xlsx *.xls *.ods *.et *.csv *.txt)"
        chosen = self._context.files.existing(self, self.tr("List of a bank"), kinds)
        if chosen is not None:
            self.try_file(chosen)

    def try_file(self, path: Path) -> None:
        """Read a file in the background, then the dry run."""
        try:
            self.try_data(whole(path, MAX_LIST), path.name)
        except Refused as refused:
            self.clear()
            self._show_findings(refused.findings)

    def try_data(self, data: bytes, name: str, computed: bytes = b"") -> None:
        """Read bytes under a name; nothing is stored."""
        self.clear()
        self.file.set_text(self.tr("Reading {file}…").format(file=self._context.privacy.file_name(name)))
        self.reading.begin(data, name, computed)

    def _compute(self) -> None:
        self.compute_button.hide()
        self.reading.compute()

    def _on_read(self, file: ListFile) -> None:
        self._file = file
        self._try(self._go_to_first)

    def _on_unread(self, findings: tuple[Finding, ...], may_compute: bool) -> None:
        self.file.set_text("")
        self._show_findings(findings)
        self.compute_button.setVisible(may_compute)

    def _go_to_first(self) -> None:
        if not (self.columns.focus() if self.columns_button.isChecked() else self.said.focus()):
            self._go_to_question(0)

    def _try(self, then: Callable[[], None] | None = None) -> None:
        """The dry run with everything that was said so far, in the background; ``then`` once its rows are shown."""
        if self._file is None:
            return
        self._then = then
        given = (dict(self._columns), dict(self._accounts), self.said.on)
        self.matching.begin(self._file, ListAnswers(self.said.order, self.said.in_balance, *given))
        self._show_buttons()

    def _on_planned(self, plan: ListPlan) -> None:
        self.plan = plan
        self._offered.update((one.row.row, one.candidates) for one in plan.open)
        self._show_findings(() if self.said.sums_compared else plan.to_confirm)
        self._show_plan()

    def _on_not_planned(self, findings: tuple[Finding, ...]) -> None:
        self.plan = None
        self._show_findings(findings)
        lacking = any(one.code in _LACKS_COLUMNS for one in findings)
        if lacking and self._file is not None and not self.columns_button.isChecked():
            self.columns_button.setChecked(True)
            self.columns.offer(self._file.columns, self._columns)
        self._show_plan()

    def _on_stopped(self) -> None:
        self.plan = None
        self._show_plan()
        self._show_note(self.tr("Stopped: nothing was matched. Choose the file again, or answer a question."))

    def _show_plan(self, _hidden: bool = False) -> None:
        lines = lines_of(self.plan, self._said, self._offered) if self.plan else ()
        current = self.table.current()
        kept = current.row if current else -1
        self.table.show_rows(lines, lambda one: one.row == kept or (kept < 0 and one.waiting))
        told = self.plan.to_confirm if self.plan else ()
        self.said.ask((*told, *(finding for one in lines for finding in one.findings)))
        self.remembered.show_mapping(self.plan.remembered if self.plan else None)
        self.columns.setVisible(self.columns_button.isChecked())
        self.columns_button.setVisible(self._file is not None)
        self.table.say_empty(read=self._file is not None)
        if self._file is not None:
            self.file.set_text(self._context.privacy.file_name(self._file.name))
        self._show_buttons()
        self._show_question()
        if self._then is not None and not self.matching.running:
            then, self._then = self._then, None
            then()

    def _show_buttons(self) -> None:
        taken = sum(one.taken is True for one in self.table.content.rows)
        payments = self.tr("&Import {count} {count|payment|payments}")
        words = self.tr("&Import {count} {count|balance|balances}") if self._balances else payments
        self.import_button.setText(filled(words, {"count": f"{taken:,}"}))
        self.import_button.setEnabled(bool(taken or self._waiting) and not self.matching.running)

    def _show_question(self) -> None:
        self.question.show_line(self.table.current(), self._waiting)
        self.question.setVisible(self._waiting > 0 or self.table.current() is not None)

    @property
    def _waiting(self) -> int:
        return sum(one.waiting for one in self.table.content.rows)

    def _turn_columns(self) -> None:
        if self._file is not None:
            self.columns.offer(self._file.columns, self.plan.columns if self.plan else self._columns)
        self._show_plan()

    def _on_columns_edited(self) -> None:
        self._columns = self.columns.columns
        self._said, self._accounts, self._offered = {}, {}, {}
        self._try()

    def _on_taken(self, taken: bool) -> None:
        line = self.table.current()
        if line is not None and line.asked:
            self._said[line.row] = taken
            self._show_plan()
            self._go_to_question(line.row)

    def _on_account_chosen(self, account_id: str) -> None:
        if (line := self.table.current()) is not None:
            for said in (self._accounts, self._said):
                said.pop(line.row, None)
            self._accounts |= {line.row: account_id} if account_id else {}
            self._try(self.question.focus)

    def _on_rest_left(self) -> None:
        self._said |= {one.row: False for one in self.table.content.rows if one.waiting}
        self._show_plan()
        self.import_button.setFocus()

    def _go_to_question(self, after: int) -> None:
        """Go to the next row that waits, from the top again at the end; without one, to the import."""
        rows = [one.row for one in self.table.content.rows if one.waiting]
        wanted = next((one for one in rows if one > after), rows[0] if rows else 0)
        if wanted:
            self.table.select(lambda one: one.row == wanted)
            self.question.focus()
        elif self.import_button.isEnabled():
            self.import_button.setFocus()

    def run(self) -> None:
        """Take in what is ready and what was confirmed; while rows wait for an answer, go to the next of them."""
        if self.plan is not None and self._waiting:
            self._show_note(self.tr("Answer the rows that are asked about, or leave them all out."))
            self._go_to_question(0)
        elif self.plan is not None:
            self._take_in(self.plan)

    def _take_in(self, plan: ListPlan) -> None:
        try:
            batch = taken_in(self._session, plan, tuple(taken_rows(self.table.content.rows)), self.said)
        except Refused as refused:
            told = partial(self._show_findings, refused.findings)
            self._try(told) if any(one.code in _OUTDATED for one in refused.findings) else told()
        else:
            self._tell(batch)

    def _tell(self, batch: Import) -> None:
        balances = self.tr("{count} {count|balance|balances} noted from {file}; rows kept as rejected: {rejected}")
        payments = self.tr("{count} {count|payment|payments} recorded from {file}; rows kept as rejected: {rejected}")
        name = self._context.privacy.file_name(batch.file_name)
        figures = {"count": f"{batch.accepted:,}", "rejected": f"{batch.rejected:,}"}
        self.clear()
        self._context.notices.show_message(filled(balances if self._balances else payments, {"file": name, **figures}))
        self.rejects.show_batch(batch)
        if not batch.rejected:
            self.closed.emit()

    def _show_findings(self, findings: tuple[Finding, ...]) -> None:
        self._show_note(" ".join(self._context.words.finding(one) for one in findings[:3]))

    def _show_note(self, text: str) -> None:
        self.note.setText("✕ " + text if text else "")
        self.note.setVisible(bool(text))
        self.compute_button.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
