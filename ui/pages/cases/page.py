"""All cases of the desk: search by name, pinyin, phone, ID or account tail; open one, begin one, import a portfolio."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QLineEdit, QStackedWidget, QWidget

from ui.context import UiContext
from ui.desk_session import DeskSession, unasked
from ui.look.icons import icon
from ui.pages.cases.case_table import CaseRows, CaseTable
from ui.pages.cases.columns import AGENT, KINDS, SORTS, CaseColumns
from ui.pages.cases.coming_button import ComingButton
from ui.pages.cases.export import CasesExport
from ui.pages.cases.filters import CaseFilters
from ui.pages.cases.menu import CaseMenu
from ui.pages.cases.nothing_found import NoCases, NothingFound, may_be_a_name
from ui.pages.cases.views import CaseViews
from ui.typed_signal import TypedSignal, signal
from ui.widgets.editors import ChoiceEdit, TextEdit
from ui.widgets.parts import Card, button, column, icon_button, label
from ui.widgets.room.flow import flow
from workstation.actions import cases
from workstation.actions.due_days import due_days_to_check
from workstation.errors import Refused, ServerAway
from workstation.profile.account import Account
from workstation.profile.case import Stage
from workstation.store.listing.wanted import Order
from workstation.wording import filled

if TYPE_CHECKING:
    from ui.desk_session import Changes
    from workstation.casework.draft import CaseView

_SEARCH_MS = 120


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
        self._columns = CaseColumns(session, context, self._today)
        self.table = CaseTable(self._columns.made(), SORTS, context.privacy, session.desk)
        self.table.setAccessibleName(self.tr("Cases"))
        self.queue_button = icon_button(
            context.theme, "print", self.tr("Add selected cases to print queue (Ctrl+Shift+P)"),
            lambda: self.queue_requested.emit(self.table.chosen()),
        )  # fmt: skip
        self.bundle_button = icon_button(
            context.theme, "file", self.tr("Take in bundle… (Ctrl+Shift+I)"), self.bundle_requested.emit
        )
        self.filters = CaseFilters(session, context)
        self.filters.hide()
        self.filter_button = button(self.tr("Filters"))
        self.filter_button.setCheckable(True)
        self.filter_button.setShortcut("Ctrl+Shift+J")
        self.filter_button.setToolTip(
            self.tr("Filter by bank, reason, bucket, agent, next step, amount, archive (Ctrl+Shift+J)")
        )
        self.views = CaseViews(session, context, self, self.shown)
        self.menu = CaseMenu(session, context, self, self.table)
        self._asked, self._waits = object(), False
        self._timer = QTimer(self, singleShot=True, interval=_SEARCH_MS)
        self._lay_out()
        self._connect()
        self._timer.start()  # today is what is seen first
        self._show_due_days()

    def _lay_out(self) -> None:
        self._empty, self.nothing = NoCases(), NothingFound(self._context.privacy)
        self._stack = QStackedWidget()
        for view in (self.table, self._empty, self.nothing):
            self._stack.addWidget(view)
        heading = label(self.tr("Cases"), "title")
        title = flow(heading, self.count, self.due_days_button, self.coming, -1, self.note, gap=12)
        tools = flow(
            self.search, self.stage, self.filter_button, self.views, self.queue_button, self.bundle_button,
            self.import_button, self.export, self.name, self.new_button, gap=8,
        )  # fmt: skip
        tools.setStretch(0, 1)
        self.setLayout(column(title, tools, self.filters, Card(self._stack, padding=8), margins=20))

    def _connect(self) -> None:
        self._timer.timeout.connect(self.reload)
        self.search.textChanged.connect(lambda _text: self._timer.start())
        self.search.returnPressed.connect(self._on_search_entered)
        self.stage.edited.connect(self.reload)
        self.filters.changed.connect(self.reload)
        self.filter_button.toggled.connect(self._on_filters_toggled)
        self.views.chosen.connect(self.show_view)
        self.menu.opened.connect(self.opened)
        self.menu.queued.connect(self.queue_requested)
        self.nothing.case_wanted.connect(self._on_case_wanted)
        self.nothing.archive_wanted.connect(self._on_archive_wanted)
        self.nothing.clearing_wanted.connect(self._on_clearing_wanted)
        self.name.returnPressed.connect(self.begin_case)
        self.name.edited.connect(lambda: self.note.setText(""))
        self.table.opened.connect(lambda line: self.opened.emit(line.case_id))
        self._session.changed.connect(self._on_session_changed)
        self._session.day_changed.connect(self._on_day_changed)
        self._session.closed.connect(self._timer.stop)
        self._session.read_ahead.connect(self.reload)
        self.table.reordered.connect(self.reload)
        self._session.drafts.changed.connect(self.table.viewport().update)
        for typed in (self.search, self.name):
            self._context.privacy.changed.connect(typed.cover)
            typed.cover(self._context.privacy.hidden)

    def take_cursor(self) -> bool:
        """Work begins in the list, which takes no cursor while it is empty."""
        self.table.setFocus()
        return self.table.hasFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.table.setFocus()
        self.coming.begin()
        if self._timer.isActive():
            self.reload()

    def reload(self) -> None:
        """Ask the store again; the selected cases stay selected. Where it is out of reach that is said in place of their count."""
        self._timer.stop()
        try:
            self._read()
        except ServerAway as away:
            self._waits = True
            self.count.setText("✕ " + self._context.words.finding(away.findings[0]))

    def _read(self) -> None:
        text = self.search.text().strip()
        stage = Stage(int(str(self.stage.raw()))) if self.stage.raw() else None
        only = self.filters.only
        self._waits = self._session.reading_ahead and not self._session.desk.store.is_quick(
            text, self.table.order, only
        )
        if self._waits:
            self.count.setText(self.tr("Reading…"))
            self.table.show_rows(())
            return
        self.export.search, self.export.stage, self.export.only = text, stage, only
        listed = self._session.desk.store.case_list(text, stage, self.table.order, only)
        asked, self._asked = self._asked, (text, stage, self.table.order, only)
        self.table.show_rows(CaseRows(listed))
        if asked != self._asked and not self.table.currentIndex().isValid():
            self.table.scrollToTop()
        self.count.setText(filled(self.tr("{count} {count|case|cases}"), {"count": f"{listed.count:,}"}))
        self.table.setColumnHidden(AGENT, not self._session.desk.store.agent_names())
        if listed.count:
            self._stack.setCurrentWidget(self.table)
        else:
            self._show_nothing(text, stage)

    def _show_nothing(self, text: str, stage: Stage | None) -> None:
        filtered = bool(stage or self.filters.shown)
        archived = self._session.desk.store.case_count(text, stage, replace(self.filters.only, archived=True))
        if self.filters.only.archived is not False:
            archived = 0
        self.nothing.show_offers(text if may_be_a_name(text) else "", archived, filtered)
        self._stack.setCurrentWidget(self.nothing if text or filtered or archived else self._empty)

    def shown(self) -> str:
        """What the list is filtered and sorted by, as a view keeps it."""
        order = self.table.order
        kept: dict[str, Any] = {
            "typed": self.search.text().strip(),
            "stage": str(self.stage.raw()),
            **self.filters.shown,
        }
        return json.dumps({**kept, "by": order.by, "down": order.down}, ensure_ascii=False)

    def show_view(self, view: CaseView) -> None:
        """Show what a view keeps."""
        kept = json.loads(view.shown)
        self.search.setText(kept.get("typed", ""))
        self.stage.load(kept.get("stage", ""))
        self.filters.load({key: value for key, value in kept.items() if isinstance(value, str)})
        self.filter_button.setChecked(bool(self.filters.shown))
        self.table.show_order(Order(kept["by"], kept["down"]))
        self.reload()
        self.table.setFocus()

    def _on_filters_toggled(self, wanted: bool) -> None:
        self.filters.setVisible(wanted)
        if wanted:
            self.filters.offer()
            self.filters.bank.setFocus()
        elif self.filters.shown:
            self.filters.clear()

    def _on_case_wanted(self) -> None:
        self.name.setText(self.search.text().strip())
        self.begin_case()

    def _on_archive_wanted(self) -> None:
        self.filters.load({**self.filters.shown, "archived": "archived"})
        self.filter_button.setChecked(True)
        self.reload()

    def _on_clearing_wanted(self) -> None:
        self.stage.load("")
        self.filter_button.setChecked(False)
        self.filters.clear()
        self.search.clear()

    def _show_due_days(self) -> None:
        """How many due days are in question; nothing to press where none is."""
        count = self._session.read(due_days_to_check)
        self.due_days_button.setText(self.tr("Due da&ys to check: {count}").format(count=count))
        self.due_days_button.setVisible(count > 0)

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
        if self._waits:
            return
        if len(self.table.content.rows) == 1:
            self.opened.emit(self.table.content.rows[0].case_id)
        else:
            self.table.setFocus()
            self.table.selectRow(0)

    @unasked
    def _on_day_changed(self) -> None:
        self._today = self._columns.today = self._session.desk.clock.today()
        self.filters.load(self.filters.shown)
        self.reload()

    @unasked
    def _on_session_changed(self, changes: Changes) -> None:
        if KINDS & changes.kinds:
            self._timer.start()
        if Account.__name__ in changes.kinds:
            self._show_due_days()
