"""A credit report beside the accounts of its case: what it says of each, what differs, and what the case lacks."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.background import TaskProgress
from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.edits.own_button import own
from ui.look.icons import icon
from ui.look.wording import NONE, amount, day
from ui.pages.evidence.statement.recognition import RecognitionBar
from ui.value_table import ColumnSpec, Table
from ui.widgets.editors import TextEdit
from ui.widgets.field import caption
from ui.widgets.parts import Card, Elided, button, column, icon_button, label, name_field, row
from ui.widgets.room.flow import flow
from ui.widgets.scrolled import Folding
from workstation.actions.evidence import credit_reports
from workstation.actions.evidence.credit_reports import ReportRead
from workstation.actions.evidence.recognition import SCANNED, recognised_of
from workstation.errors import Damaged, Finding, Refused
from workstation.evidence.credit_report.comparison import ComparedAccount
from workstation.wording import filled

_LEAST, _MOST = 300, 400


class CreditReportSheet(QWidget):
    """``closed`` asks to go back to the evidence."""

    closed = Signal()

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__()
        self._session, self._context = session, context
        self._item_id = ""
        self._read: ReportRead | None = None
        self._task = TaskProgress(self)
        self._signs = {name: icon(context.theme, name, color) for name, color in _SIGNS.items()}
        self.back = icon_button(context.theme, "back", self.tr("Back to evidence (Esc)"), self.closed.emit)
        self.facts = Elided("", "quiet")
        self.recognition = RecognitionBar(session, context)
        self.table: Table[ComparedAccount] = Table(
            self._columns(),
            privacy=context.privacy,
            empty=self.tr("The accounts that the report names are listed here beside those of the case."),
        )
        self.table.setAccessibleName(self.tr("Accounts of the report"))
        self.findings: Table[Finding] = Table(
            [ColumnSpec(self.tr("Finding"), context.words.finding)],
            line=28,
            empty=self.tr("Nothing differs between the report and the case."),
        )
        self.findings.setAccessibleName(self.tr("Findings"))
        self.findings.horizontalHeader().hide()
        self.whole = label("", wrap=True)
        self.whole.setMinimumHeight(74)
        self.number = TextEdit(secret=True)
        self.number_label = label(self.tr("Account &number"))
        name_field(self.number_label, self.number)
        self.number.returnPressed.connect(self.add)
        self.add_button = button(self.tr("&Add to case"), "primary", self.add)
        own(self.add_button, self)
        self.hint = label("", "hint", wrap=True)
        self._lay_out()
        self.table.picked.connect(self._on_account_picked)
        self.findings.picked.connect(self._on_finding_picked)
        self.recognition.kept.connect(lambda: self.ask(self._item_id))
        session.closed.connect(self._task.forget)

    def _columns(self) -> list[ColumnSpec[ComparedAccount]]:
        return [
            ColumnSpec(self.tr("Page"), lambda one: str(one.reported.page), 48, figure=True, order=_page),
            ColumnSpec(self.tr("Lender"), lambda one: one.reported.lender, bold=True, icon=self._sign),
            ColumnSpec(self.tr("Kind"), self._kind, 104),
            ColumnSpec(self.tr("Balance"), lambda one: amount(one.reported.balance), 96, figure=True),
            ColumnSpec(self.tr("Overdue"), lambda one: amount(one.reported.overdue), 96, figure=True),
            ColumnSpec(self.tr("In the case"), self._match, 104),
        ]

    def _lay_out(self) -> None:
        head = row(self.back, label(self.tr("Credit report"), "section"), self.facts, self.recognition, gap=10)
        head.setStretch(2, 1)
        accounts = Card(self.table, gap=8)
        accounts.body.setStretch(0, 1)
        found = Card(caption(self.tr("Findings")), self.findings, self.whole, gap=8)
        found.body.setStretch(1, 1)
        asked = flow(self.number_label, self.number, self.add_button, gap=8)
        found.body.addLayout(asked)
        found.body.addWidget(self.hint)
        found.setMinimumWidth(_LEAST)
        found.setMaximumWidth(_MOST)
        parts = Folding(accounts, found, stretches=(5, 3))
        body = column(head, parts, gap=8)
        body.setStretch(1, 1)
        self.setLayout(body)

    def ask(self, item_id: str) -> None:
        """Read a file as a credit report, in the background."""
        self._task.forget()
        if item_id != self._item_id:
            self._show_nothing()
        self._item_id = item_id
        self.recognition.offer("")
        self.facts.set_text(self.tr("Reading the credit report…"))
        self._task = TaskProgress(self)
        work = self._session.read(credit_reports.report_reader, item_id)
        self._context.background.run(work, self._on_read, self._on_failed, self._task)

    def _show_nothing(self) -> None:
        self._read = None
        self.table.show_rows(())
        self.findings.show_rows(())
        self.whole.setText("")
        self._offer(None)

    def _on_read(self, read: ReportRead) -> None:
        chosen = self.table.current()
        self._read = read
        self.recognition.offer(read.item.id, self._session.read(recognised_of, read.item.id))
        self._say()
        self.table.show_rows(
            read.comparison.accounts, lambda one: chosen is not None and one.reported == chosen.reported
        )
        self._offer(self.table.current())
        self.table.setFocus()

    def _say(self) -> None:
        """What is told in words, again when privacy mode changes."""
        read = self._read
        if read is None:
            return
        count = filled(self.tr("{count} {count|account|accounts}"), {"count": len(read.report.accounts)})
        made = day(read.report.made_on) if read.report.made_on else NONE
        self.facts.set_text("  ·  ".join(filter(None, (read.report.number, made, count))))
        self.findings.show_rows(read.findings)
        nothing = self.tr("The report agrees with the accounts of the case.")
        self.whole.setText("" if read.findings else nothing)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, Refused | Damaged):
            raise error
        self._show_nothing()
        self.facts.set_text("")
        found = error.findings if isinstance(error, Refused) else ()
        self.whole.setText("\n".join(map(self._context.words.finding, found)) or str(error))
        self.recognition.offer(self._item_id if any(one.code == SCANNED for one in found) else "")
        self.back.setFocus()

    def _sign(self, one: ComparedAccount) -> QIcon | None:
        if one.account is None:
            return None if one.reported.is_over else self._signs["plus"]
        return self._signs["warning" if one.differences else "state-verified"]

    def _kind(self, one: ComparedAccount) -> str:
        """The kind of account, and how it stands where it no longer runs as it should."""
        words, state = self._context.words, one.reported.state
        kind = words.label("reported_kind", one.reported.kind)
        return kind if state == "open" else f"{words.label('reported_state', state)} · {kind}"

    def _match(self, one: ComparedAccount) -> str:
        if one.account is None:
            return NONE if one.reported.is_over else self.tr("Not in the case")
        return f"{one.account.bank} {self._context.privacy.text(one.account.tail)}"

    def _on_account_picked(self, one: ComparedAccount | None) -> None:
        self._offer(one)
        if one is not None:
            told = [*one.differences, *([credit_reports.new_account(one.reported)] if self._is_fresh(one) else [])]
            self.whole.setText("\n".join(map(self._context.words.finding, told)))

    def _on_finding_picked(self, one: Finding | None) -> None:
        if one is not None:
            self.whole.setText(self._context.words.finding(one))

    def _is_fresh(self, one: ComparedAccount | None) -> bool:
        return self._read is not None and one is not None and one.reported in self._read.fresh

    def _offer(self, one: ComparedAccount | None) -> None:
        """Whether the chosen account can be taken into the case."""
        offered = one is not None and self._is_fresh(one) and one.reported.currency == "CNY"
        for part in (self.number_label, self.number, self.add_button):
            part.setEnabled(offered)
        self.number.load(one.reported.tail if one is not None and offered else "")
        split = self.tr(
            "The report does not divide the balance; it is entered as principal, to be corrected under Profile."
        )
        self.hint.setText(split if offered else "")

    def add(self) -> None:
        """Take the chosen account into the case, with the number that was typed."""
        one, read = self.table.current(), self._read
        if one is None or read is None or not self.add_button.isEnabled():
            return
        try:
            self._session.run(credit_reports.add_reported, read.item.case_id, one.reported, str(self.number.raw()))
        except Refused as refused:
            self.whole.setText("\n".join(map(self._context.words.finding, refused.findings)))
            self.number.setFocus()
            return
        self._context.notices.show_message(self.tr("Account added to the case."))
        self.ask(self._item_id)

    def cover(self) -> None:
        """Say again what names people and numbers."""
        self._say()
        if self._context.privacy.hidden:
            self.whole.setText("")
        self.number.cover(self._context.privacy.hidden)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


_SIGNS = {"warning": "warning", "state-verified": "good", "plus": "accent"}


def _page(one: ComparedAccount) -> int:
    return one.reported.page
