"""Keeping (stage six): each account with its line of progress, its schedule, and the entries about it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.files import accept_files, local_files
from ui.look.wording import NONE, amount, day
from ui.page import CasePage
from ui.pages.keep.account_lines import coming_lines, progress_line
from ui.pages.keep.panel import EntryPanel
from ui.pages.keep.panels import panel_class
from ui.value_table import ColumnSpec, Table
from ui.widgets.field import caption
from ui.widgets.parts import Card, button, column, label, row
from ui.widgets.room.page_stack import PageStack
from ui.widgets.room.reading_order import enter
from ui.widgets.room.tab_row import TabRow
from ui.widgets.scrolled import Scrolled, beside
from workstation.casework.keeping.accounts import KeptAccount, kept_accounts
from workstation.promise.ending import SETTLED
from workstation.promise.instalments import Instalment

if TYPE_CHECKING:
    from ui.pages.keep.bank_list.sheet import BankList
    from workstation.casework.case_file import CaseFile

_ROWS_SHOWN: Final = 4
_LINE: Final = 28


class KeepPage(CasePage):
    """Accounts above, the schedule of the chosen one on the left, what is entered about it on the right."""

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__(session, context)
        self.accounts: Table[KeptAccount] = Table(
            self._account_columns(),
            privacy=context.privacy,
            line=_LINE,
            empty=self.tr("No accounts yet. Add them on the page Profile (Ctrl+1)."),
        )
        self.accounts.setAccessibleName(self.tr("Accounts"))
        self.accounts.picked.connect(self._on_account_picked)
        self.schedule: Table[Instalment] = Table(
            self._schedule_columns(),
            line=26,
            empty=self.tr("Its instalments are shown here once a schedule is adopted."),
        )
        self.schedule.setAccessibleName(self.tr("Schedule"))
        self.status = label("", "quiet", wrap=True)
        self.findings = label("", "advice", wrap=True)
        self._filling = False
        self._lines: dict[str, str] = {}
        self.panels: dict[str, EntryPanel] = {}
        """Those that were opened."""
        names = {
            "payments": self.tr("Payments"),
            "promises": self.tr("Promises"),
            "instalments": self.tr("Missed instalment"),
            "oral": self.tr("Oral agreements"),
            "ending": self.tr("Schedule and end"),
        }
        self.choices: dict[str, QPushButton] = {}
        self._stack = PageStack()
        self._areas = {name: PageStack() for name in names}  # in this order, whichever is opened first
        for name, text in names.items():
            self._stack.addWidget(self._areas[name])
            made = self.choices[name] = button(text, "tab", partial(self.turn_to, name))
            made.setCheckable(True)
            made.setShortcut(f"Alt+{len(self.choices)}")
            made.setToolTip(f"Alt+{len(self.choices)}")
        self.schedule.picked.connect(self._on_instalment_picked)
        self._lay_out()
        self._lists: dict[str, BankList] = {}
        accept_files(self)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.activated.connect(self.paste)
        self.turn_to("payments")

    def _account_columns(self) -> list[ColumnSpec[KeptAccount]]:
        return [
            ColumnSpec(self.tr("Bank"), lambda one: one.account.bank, 150, bold=True),
            ColumnSpec(self.tr("Ending"), lambda one: one.account.tail, 62, private=True, keep=(0, 0), whole=True),
            ColumnSpec(self.tr("Progress"), self._progress),
            ColumnSpec(self.tr("Owed today"), self._owed, 118, figure=True),
            ColumnSpec(self.tr("Behind"), self._behind, 100, figure=True),
            ColumnSpec(self.tr("Next due"), self._next_due, 100, whole=True),
        ]

    def _schedule_columns(self) -> list[ColumnSpec[Instalment]]:
        words = self.context.words
        return [
            ColumnSpec(self.tr("No."), lambda one: str(one.no), 40, figure=True),
            ColumnSpec(self.tr("Due"), lambda one: day(one.due_on), 88, whole=True),
            ColumnSpec(self.tr("Amount"), lambda one: amount(one.amount), 96, figure=True),
            ColumnSpec(self.tr("Received"), lambda one: amount(one.received), 96, figure=True),
            ColumnSpec(self.tr("State"), lambda one: self._state(one, words.label("instalment_state", one.state))),
        ]

    def _lay_out(self) -> None:
        above = Card(self.accounts, gap=0, padding=8)
        self.schedule.setMinimumHeight(26 * 3)
        told = column(self.status, self.schedule, self.findings, gap=6)
        told.setStretch(1, 1)
        plan = Card(caption(self.tr("Adopted schedule")), Scrolled(told), gap=6, padding=12)
        plan.body.setStretch(1, 1)
        entry = Card(TabRow(tuple(self.choices.values()), gap=4), self._stack, gap=6, padding=12)
        entry.body.setStretch(1, 1)
        below = beside(plan, entry, stretches=(9, 11))
        body = column(above, below, gap=8)
        body.setStretch(1, 1)
        self._kept = QWidget()
        self._kept.setLayout(body)
        self.views = PageStack()
        self.views.addWidget(self._kept)
        self.setLayout(row(self.views))

    def fill(self, file: CaseFile) -> None:
        chosen = self.accounts.current()
        wanted = chosen.account.id if chosen else ""
        kept = kept_accounts(file)
        self._lines = {}
        self._filling = True  # what is chosen meanwhile is shown once, at the end
        self.accounts.show_rows(kept, lambda one: one.account.id == wanted)
        self.accounts.setFixedHeight(_LINE * (min(max(len(kept), 1), _ROWS_SHOWN) + 1) + 12)
        if self.accounts.current() is None and kept:
            self.accounts.selectRow(0)
        self._filling = False
        self._show_account(self.accounts.current())

    @property
    def modified(self) -> bool:
        return any(panel.modified for panel in self.panels.values())

    def save(self) -> bool:
        """What goes on record waits for its own button."""
        return True

    def turn_to(self, name: str) -> None:
        """Show one kind of entry, its cursor in the first field to fill; each is made when it is first opened."""
        if name not in self.panels:
            panel = self.panels[name] = panel_class(name)(self.session, self.context)
            panel.edited.connect(self.edited)
            panel.list_requested.connect(self.open_list)
            self._areas[name].addWidget(Scrolled(panel))
            if self._file is not None:
                panel.load(self.file, self.accounts.current())
        self._stack.setCurrentWidget(self._areas[name])
        for key, choice in self.choices.items():
            choice.setChecked(key == name)
        enter(self._stack, self.panels[name])

    def take_cursor(self) -> bool:
        """Which of several accounts is meant comes before what is entered."""
        if len(self.accounts.content.rows) > 1:
            self.accounts.setFocus()
            return True
        return super().take_cursor()

    def focus_field(self, field_ref: str) -> bool:
        """Choose the account of a finding and open what ends it, or the panel that is named: ``keep.<account>.<panel>``."""
        _, key, panel = f"{field_ref}..".split(".")[:3]
        for number, one in enumerate(self.accounts.content.rows):
            if one.account.id == key:
                self.accounts.selectRow(number)
                self.turn_to(panel or "ending")
                next(iter(self.panels[panel or "ending"].form.fields.values())).editor.setFocus()
                return True
        return False

    # ── Lists of a bank: chosen, dropped or pasted ──

    def bank_list(self, kind: str) -> BankList:
        """The sheet for lists of ``payments`` or ``balances``, made when it is first asked for."""
        if kind not in self._lists:
            from ui.pages.keep.bank_list.sheet import BankList

            made = self._lists[kind] = BankList(self.session, self.context, balances=kind == "balances")
            made.closed.connect(self.close_list)
            self.views.addWidget(made)
        return self._lists[kind]

    def open_list(self, kind: str) -> BankList:
        """Show the sheet; it is empty until a file is chosen, dropped or pasted."""
        sheet = self.bank_list(kind)
        self.views.setCurrentWidget(sheet)
        sheet.choose_button.setFocus()
        return sheet

    def close_list(self) -> None:
        """Back to the accounts; what was asked and not taken in is forgotten."""
        for sheet in self._lists.values():
            sheet.clear()
        self.views.setCurrentWidget(self._kept)
        self.accounts.setFocus()

    @property
    def _wanted_list(self) -> str:
        """Which kind of list a file is that nobody named: that of the open sheet, else of what is being entered."""
        open_ = next((kind for kind, sheet in self._lists.items() if sheet is self.views.currentWidget()), "")
        return open_ or ("balances" if self.choices["ending"].isChecked() else "payments")

    def paste(self) -> None:
        """Take a file, or copied cells, from the clipboard."""
        data = QGuiApplication.clipboard().mimeData()
        text = data.text() if data.hasText() and not local_files(data) else ""
        if file := self.context.single_file(data):
            self.open_list(self._wanted_list).try_file(file)
        elif "\n" in text.strip():
            self.open_list(self._wanted_list).try_data(text.encode(), self.tr("Clipboard") + ".txt")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if local_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        if file := self.context.single_file(event.mimeData()):
            self.open_list(self._wanted_list).try_file(file)

    def primary(self) -> QPushButton | None:
        if self.views.currentWidget() is not self._kept:
            return self.bank_list(self._wanted_list).import_button
        return next(
            self.panels[name].button for name, area in self._areas.items() if area is self._stack.currentWidget()
        )

    def _on_account_picked(self, one: KeptAccount | None) -> None:
        if self._file is not None and not self._filling:
            self._show_account(one)

    def _show_account(self, kept: KeptAccount | None) -> None:
        for panel in self.panels.values():
            panel.load(self.file, kept)
        rows = kept.keeping.instalments if kept else ()
        next_due = kept.keeping.next_due if kept else None
        self.schedule.show_rows(rows, lambda one: one == next_due)
        self.status.setText(self._status(kept))
        found = kept.findings if kept else ()
        told = [
            *(coming_lines(self.file, kept, self.context.words) if kept else ()),
            *("△ " + self.context.words.finding(one) for one in found[:3]),
        ]
        self.findings.setText("\n".join(told))
        self.findings.setVisible(bool(told))

    def _on_instalment_picked(self, one: Instalment | None) -> None:
        if "instalments" in self.panels:
            self.panels["instalments"].choose(one)

    def _status(self, kept: KeptAccount | None) -> str:
        if kept is None:
            return self.tr("Add an account in the profile first.")
        if kept.adoption is None or kept.plan is None:
            return self.tr("No schedule adopted yet. Record the bank's reply, then adopt it under “Schedule and end”.")
        told = self.tr("Version {version}, adopted on {day}; received {received}")
        return told.format(
            version=kept.plan.version, day=day(kept.adoption.on), received=amount(kept.keeping.ledger.received)
        )

    def _progress(self, one: KeptAccount) -> str:
        """The line of progress; made once for each time that the case is read, since it is drawn again and again."""
        if one.account.id not in self._lines:
            self._lines[one.account.id] = progress_line(self.file, one.account, self.context.words)
        return self._lines[one.account.id]

    def _owed(self, one: KeptAccount) -> str:
        """A bank that counts an account as settled asks for nothing more, whatever ours comes to."""
        end = self.file.end(one.account.id)
        return NONE if end is not None and end.how == SETTLED else amount(one.keeping.ledger.owed)

    def _behind(self, one: KeptAccount) -> str:
        return amount(one.keeping.behind) if one.keeping.broken and self._runs(one) else NONE

    def _next_due(self, one: KeptAccount) -> str:
        return day(one.keeping.next_due.due_on) if one.keeping.next_due and self._runs(one) else NONE

    def _runs(self, one: KeptAccount) -> bool:
        return self.file.end(one.account.id) is None

    def _state(self, one: Instalment, text: str) -> str:
        if one.late:
            return self.tr("{state}, late").format(state=text)
        return self.tr("{state}, was {day}").format(state=text, day=day(one.was)) if one.was else text
