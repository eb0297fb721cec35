"""All cases of the desk: search by name, pinyin, phone, ID or account tail; open one, begin one, import a portfolio."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.look.icons import icon
from ui.look.wording import NONE, amount, day
from ui.pages.cases.case_table import CaseRows, CaseTable
from ui.pages.cases.coming_button import ComingButton
from ui.pages.cases.export import CasesExport
from ui.typed_signal import TypedSignal, signal
from ui.value_table import ColumnSpec
from ui.widgets.editors import ChoiceEdit, TextEdit
from ui.widgets.parts import Card, button, column, icon_button, in_role, label
from ui.widgets.room.flow import flow
from workstation.actions import cases
from workstation.actions.due_days import due_days_to_check
from workstation.casework.printed import PrintRecord
from workstation.errors import Refused
from workstation.money import Money, in_order
from workstation.policy.versions import version
from workstation.profile.account import Account
from workstation.profile.batch import Import
from workstation.profile.case import Case, Stage, StageChange
from workstation.profile.debtor import Debtor
from workstation.promise.ending import AccountEnd
from workstation.wording import filled

if TYPE_CHECKING:
    from ui.desk_session import Changes
    from workstation.store.listing.case_line import CaseLine
    from workstation.store.listing.wanted import SortedBy

_SORTS: Final[tuple[SortedBy, ...]] = (
    "number", "name", "stage", "banks", "reason", "overdue", "owed", "updated", "printed",
)  # fmt: skip
"""What each column sorts by."""
_SEARCH_MS = 120
_KINDS = frozenset(kind.__name__ for kind in (Account, AccountEnd, Case, Debtor, Import, PrintRecord, StageChange))


class CasesPage(QWidget):
    """``opened`` carries a case id; ``import_requested`` leads to the import, ``bundle_requested`` to the bundles, and
    ``due_days_requested`` to due days in question, ``registers_requested`` to what comes due;
    ``queue_requested`` carries ids of cases to print.
    """

    opened: TypedSignal[str] = signal(1)
    import_requested = Signal()
    bundle_requested = Signal()
    due_days_requested = Signal()
    registers_requested = Signal()
    queue_requested: TypedSignal[list[str]] = signal(1)

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__()
        self._session, self._context = session, context
        self._today = session.desk.clock.today()
        search = self.tr("Search by name, pinyin, phone, ID or last account digits (Ctrl+F)")
        self.search = TextEdit(search, secret=True)
        self.search.setAccessibleName(self.tr("Search"))
        self.search.setClearButtonEnabled(True)
        self.search.addAction(
            QAction(icon(context.theme, "search"), "", self), QLineEdit.ActionPosition.LeadingPosition
        )
        stages = {str(int(stage)): context.words.label("stage", stage.key) for stage in Stage}
        self.stage = ChoiceEdit(stages, empty=self.tr("All stages"))
        self.stage.setAccessibleName(self.tr("Stage"))
        self.stage.setFixedWidth(132)
        self.name = TextEdit(self.tr("Debtor name"), secret=True)
        self.name.setAccessibleName(self.tr("Debtor name"))
        self.name.setFixedWidth(190)
        self._journal = session.drafts.of_editors("cases/new", {"name": self.name})
        self._journal.begin("")
        self.new_button = button(self.tr("New case"), "primary", self.begin_case)
        self.new_button.setToolTip("Ctrl+N")
        self.import_button = button(self.tr("&Import portfolio"), on_click=self.import_requested.emit)
        self.export = CasesExport(session, context)
        self.due_days_button = button("", "quiet", self.due_days_requested.emit)
        self.coming = ComingButton(session, context, self.registers_requested.emit)
        self.note = label("", "finding")
        self.count = label("", "quiet")
        self.table = CaseTable(self._columns(), _SORTS, context.privacy)
        self.table.setAccessibleName(self.tr("Cases"))
        self.queue_button = icon_button(
            context.theme, "print", self.tr("Add selected cases to print queue (Ctrl+Shift+P)"),
            lambda: self.queue_requested.emit(self.table.chosen()),
        )  # fmt: skip
        self.bundle_button = icon_button(
            context.theme, "file", self.tr("Take in bundle… (Ctrl+Shift+I)"), self.bundle_requested.emit
        )
        self._asked: object = None
        self._timer = QTimer(self, singleShot=True, interval=_SEARCH_MS)
        self._lay_out()
        self._connect()
        self.reload()
        self._show_due_days()

    def _lay_out(self) -> None:
        self._empty = _empty_note(
            self.tr("No cases yet"), self.tr("Enter a name above and click New case, or import a bank's portfolio.")
        )
        self._nothing = _empty_note(
            self.tr("No matches"),
            self.tr("Try part of a name, pinyin initials or the last digits of an account number."),
        )
        self._stack = QStackedWidget()
        for view in (self.table, self._empty, self._nothing):
            self._stack.addWidget(view)
        heading = label(self.tr("Cases"), "title")
        title = flow(heading, self.count, self.due_days_button, self.coming, -1, self.note, gap=12)
        tools = flow(
            self.search, self.stage, self.queue_button, self.bundle_button, self.import_button, self.export,
            self.name, self.new_button, gap=8,
        )  # fmt: skip
        tools.setStretch(0, 1)
        self.setLayout(column(title, tools, Card(self._stack, padding=8), margins=20))

    def _connect(self) -> None:
        self._timer.timeout.connect(self.reload)
        self.search.textChanged.connect(lambda _text: self._timer.start())
        self.search.returnPressed.connect(self._on_search_entered)
        self.stage.edited.connect(self.reload)
        self.name.returnPressed.connect(self.begin_case)
        self.name.edited.connect(lambda: self.note.setText(""))
        self.table.opened.connect(lambda line: self.opened.emit(line.case_id))
        self._session.changed.connect(self._on_session_changed)
        self._session.day_changed.connect(self._on_day_changed)
        self._session.closed.connect(self._timer.stop)
        self.table.reordered.connect(self.reload)
        self._session.drafts.changed.connect(self.table.viewport().update)
        for typed in (self.search, self.name):
            self._context.privacy.changed.connect(typed.cover)
            typed.cover(self._context.privacy.hidden)

    def _columns(self) -> list[ColumnSpec[CaseLine]]:
        today = self._today

        def days(line: CaseLine) -> int | None:
            return max(0, (today - line.due_on).days) if line.due_on else None

        return [
            ColumnSpec(self.tr("Case no."), self._numbered, 124, whole=True),
            ColumnSpec(self.tr("Name"), lambda line: line.name, 150, bold=True, private=True),
            ColumnSpec(self.tr("Stage"), lambda line: self._stage_text(line), 112),
            ColumnSpec(self.tr("Banks"), lambda line: _banks(line.banks)),
            ColumnSpec(self.tr("Reason"), lambda line: self._reason(line), 112),
            ColumnSpec(
                self.tr("Overdue"),
                lambda line: (
                    filled(self.tr("{count} {count|day|days}"), {"count": days(line)})
                    if days(line) is not None
                    else NONE
                ),
                92,
                figure=True,
            ),
            ColumnSpec(
                self.tr("Owed"),
                lambda line: "  ".join(amount(one) for one in _owed(line)),
                176,
                figure=True,
                bold=True,
                more=self._stated,
                tip=self.tr(
                    "Sorted currency by currency; a case that owes in several is compared by the first it shows"
                ),
            ),
            ColumnSpec(self.tr("Updated"), lambda line: self._day_of(line, line.updated_at), 100, figure=True),
            ColumnSpec(
                self.tr("Printed"),
                lambda line: self._day_of(line, line.printed_at),
                100,
                figure=True,
            ),
        ]

    def _stated(self, line: CaseLine) -> str:
        """Of which day the amounts are."""
        return self.tr("As stated for {day}").format(day=day(line.as_of)) if line.as_of else ""

    def _numbered(self, line: CaseLine) -> str:
        """The number, with a dot where something typed is not saved yet."""
        return f"{line.number} •" if line.case_id in self._session.drafts.cases else line.number

    def _stage_text(self, line: CaseLine) -> str:
        stage = Stage(int(line.stage))
        return f"{int(stage)}  {self._context.words.label('stage', stage.key)}"

    def _reason(self, line: CaseLine) -> str:
        for pack in self._session.desk.packs.values():
            if line.reason in pack.reasons:
                return str(pack.reasons[line.reason].text(self._context.words.language))
        return line.reason or NONE

    def _day_of(self, line: CaseLine, instant: datetime | None) -> str:
        """The day by the clock of the case, as its own papers tell it; a case that cannot be read tells neither pack nor day."""
        pack = version(line.pack, self._session.desk.packs)
        return day(instant.astimezone(pack.conduct.zone).date() if pack is not None and instant is not None else None)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.table.setFocus()
        self.coming.begin()
        if self._timer.isActive():
            self.reload()

    def reload(self) -> None:
        """Ask the store again; the selected cases stay selected."""
        self._timer.stop()
        text = self.search.text().strip()
        stage = Stage(int(str(self.stage.raw()))) if self.stage.raw() else None
        self.export.search, self.export.stage = text, stage
        listed = self._session.desk.store.case_list(text, stage, self.table.order)
        asked, self._asked = self._asked, (text, stage, self.table.order)
        self.table.show_rows(CaseRows(listed))
        if asked != self._asked and not self.table.currentIndex().isValid():
            self.table.scrollToTop()
        self.count.setText(filled(self.tr("{count} {count|case|cases}"), {"count": f"{listed.count:,}"}))
        nothing = self._nothing if text or stage else self._empty
        self._stack.setCurrentWidget(self.table if listed.count else nothing)

    def _show_due_days(self) -> None:
        """How many due days are in question; nothing to press where none is."""
        count = self._session.read(due_days_to_check)
        self.due_days_button.setText(self.tr("&Due days to check: {count}").format(count=count))
        self.due_days_button.setVisible(count > 0)

    def chosen(self) -> list[str]:
        """The ids of the chosen cases, in the order of the list."""
        return self.table.chosen()

    def begin_case(self) -> None:
        """Open a case for the name that was typed, and go to it."""
        try:
            case_id = self._session.run(cases.new_case, str(self.name.draft()))
        except Refused as refused:
            self.note.setText("✕ " + self._context.words.finding(refused.findings[0]))
            self.name.setFocus()
            return
        self.name.clear()
        self._journal.settled()
        self.opened.emit(case_id)

    def start_new(self) -> None:
        """Put the cursor where the name of a new debtor goes (Ctrl+N)."""
        self.name.setFocus()
        self.name.selectAll()

    def start_search(self) -> None:
        """Put the cursor into the search (Ctrl+F)."""
        self.search.setFocus()
        self.search.selectAll()

    def _on_search_entered(self) -> None:
        self.reload()
        if len(self.table.content.rows) == 1:
            self.opened.emit(self.table.content.rows[0].case_id)
        else:
            self.table.setFocus()
            self.table.selectRow(0)

    def _on_day_changed(self) -> None:
        self._today = self._session.desk.clock.today()
        self.reload()

    def _on_session_changed(self, changes: Changes) -> None:
        if _KINDS & changes.kinds:
            self._timer.start()
        if Account.__name__ in changes.kinds:
            self._show_due_days()


def _owed(line: CaseLine) -> tuple[Money, ...]:
    """What is owed in every currency, in the order of the table of currencies; the first is the one that sorting compares."""
    return in_order(line.owed) or (Money.zero(),)


def _banks(banks: object) -> str:
    return banks if isinstance(banks, str) else "、".join(banks)  # type: ignore[arg-type]


def _empty_note(title: str, advice: str) -> QWidget:
    view = QWidget()
    body = QVBoxLayout(view)
    body.addStretch(2)
    for made in (in_role(label(title), "section"), label(advice, "quiet")):
        made.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        body.addWidget(made)
    body.addStretch(3)
    return view
