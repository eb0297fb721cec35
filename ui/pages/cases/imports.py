"""Import of a bank's portfolio: a dry run with control totals first, then one step in, and one step back."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.background import Cancelled, TaskProgress
from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.pages.cases.column_naming import ColumnNaming
from ui.pages.cases.confirmation import ImportConfirmation
from ui.pages.cases.day_order_question import DayOrderQuestion
from ui.pages.cases.import_history import ImportHistory
from ui.pages.cases.import_totals import TotalsTable
from ui.pages.cases.list_drop import ListDrop
from ui.pages.cases.list_progress import ImportProgress, WaitingCursor
from ui.pages.cases.rate_question import RateQuestion
from ui.pages.cases.rejects_saving import RejectsSaving
from ui.pages.cases.row_parts import RowParts
from ui.pages.keep.bank_list.remembered import RememberedColumns
from ui.typed_signal import TypedSignal, signal
from ui.widgets.parts import Elided, button, column, icon_button, label
from ui.widgets.room.flow import flow
from ui.widgets.scrolled import beside
from workstation.actions import formulas, imports
from workstation.actions.intake.named_columns import NamedPlan
from workstation.errors import Refused
from workstation.profile.batch import Import
from workstation.profile.portfolio.named_layout import ListHeading, NamedField
from workstation.profile.portfolio.portfolio import ImportPlan
from workstation.received.regular_file import MAX_LIST, whole
from workstation.wording import filled

_COLUMNS = frozenset(("portfolio_column", "portfolio_mapped_column", "column_named_twice", "column_not_named"))
"""What a person answers by naming columns."""


class ImportsPage(QWidget):
    """Nothing is stored before the totals were seen; rejected rows go back as a workbook with the reason in the row.

    ``opened`` carries the id of a case that the file speaks of; ``closed`` leads back.
    """

    closed = Signal()
    opened: TypedSignal[str] = signal(1)

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__()
        self._session, self._context, self._file_name = session, context, context.privacy.file_name
        self.plan: ImportPlan | None = None
        self._watch = watch = TaskProgress()
        self.progress = ImportProgress(session)
        session.closed.connect(watch.forget)
        self.destroyed.connect(lambda: watch.forget())
        self.file = Elided("", "quiet")
        self.note = label("", "finding", wrap=True)
        self.choose_button = button(self.tr("Ch&oose file…"), on_click=self.choose)
        self.import_button = button("", "primary", self.run)
        self.columns_button = button(self.tr("Col&umns…"), on_click=self.open_columns)
        self.rejects = RejectsSaving(session, context, watch)
        self.rejects.refused.connect(self._show_findings)
        self.naming = ColumnNaming(context, session.desk.store.bank_names)
        self.naming.asked.connect(self._on_columns_named)
        self.naming.closed.connect(self._close_columns)
        self.remembered = RememberedColumns(session, context)
        self.remembered.forgotten.connect(self._on_rates_answered)
        self.totals = TotalsTable(context)
        self.rates = RateQuestion()
        self.rates.answered.connect(self._on_rates_answered)
        self.confirmation = ImportConfirmation(context)
        self.confirmation.compute_requested.connect(self.compute)
        self.confirmation.answered.connect(self._show_import_button)
        self.day_order = DayOrderQuestion()
        self.day_order.answered.connect(self._on_rates_answered)
        self._path: Path | None = None
        self._computed, self._lacking = b"", False
        self._named: tuple[NamedField, ...] = ()
        self._remembered: tuple[NamedField, ...] = ()
        self._cursor = WaitingCursor(self, self.choose_button, self.import_button, self.columns_button)
        self.totals.cases.opened.connect(self.opened)
        self.listed = RowParts(context, self.rejects.button)
        self.rejected = self.listed.rejected
        self.listed.naming_requested.connect(self.open_columns)
        context.privacy.changed.connect(self._on_privacy_changed)
        self.history = ImportHistory(session, context)
        self.history.undo_requested.connect(self._undo)
        self.history.rejects_requested.connect(self.rejects.save_past)
        self._lay_out()
        ListDrop(self, self.choose_button, self.totals, self.try_file, self._tell)
        self._tell("")
        self._show_plan(None)

    def _lay_out(self) -> None:
        back = icon_button(self._context.theme, "back", self.tr("Back to cases (Ctrl+0)"), self.closed.emit)
        title = label(self.tr("Import portfolio"), "title")
        head = flow(back, title, self.file, self.progress, self.columns_button, self.choose_button, self.import_button)
        head.setStretch(2, 1)
        upper = beside(self.totals, self.listed)
        upper.setStretch(0, 6)  # amounts are never cut, sentences may wrap
        upper.setStretch(1, 5)
        shown = column(self.remembered, self.rates, self.day_order, self.confirmation, upper, self.history)
        shown.setStretch(4, 3)
        shown.setStretch(5, 2)
        self.result = QWidget()
        self.result.setObjectName("plain")
        self.result.setLayout(shown)
        body = column(head, self.note, self.result, self.naming, margins=20)
        body.setStretch(2, 1)
        body.setStretch(3, 1)
        self.setLayout(body)

    def choose(self) -> None:
        """Ask for a file and try it."""
        kinds = self.tr("Portfolios") + " (*.xlsx *.xls *.ods *.et *.csv *.txt)"
        chosen = self._context.files.existing(self, self.tr("Import portfolio"), kinds)
        if chosen is not None:
            self.try_file(chosen)

    def try_file(self, path: Path) -> None:
        """The dry run, in the background; nothing is stored."""
        if path != self._path:
            self.rates.clear()
            self._computed, self._named = b"", ()
            self.day_order.clear()
        self._path = path
        self._close_columns()
        self._tell("")
        self.confirmation.clear()
        self.file.set_text(self.tr("Reading {file}…").format(file=self._file_name(path.name)))
        self.import_button.setEnabled(False)
        self._show_running(True)
        said = imports.Said(self.rates.units, self.day_order.order, self._computed, self._named)
        watch = self.progress.begin_reading()
        work = partial(imports.plan_said, self._session.desk, path, said, watch.step)
        self._context.background.run(work, self._on_plan_made, partial(self._on_plan_failed, path), watch)

    def compute(self) -> None:
        """Have the formulas of the file computed, in the background; the dry run then shows what came of it."""
        path = self._path
        if path is not None:
            self.confirmation.clear()
            self._tell(self.tr("LibreOffice is computing {file}…").format(file=self._file_name(path.name)))
            work, done = partial(_computed, path, self._watch), partial(self._on_computed, path)
            self._context.background.run(work, done, partial(self._on_plan_failed, path), self._watch)

    def _on_computed(self, path: Path, copy: bytes) -> None:
        if path == self._path:
            self._computed = copy
            self.try_file(path)

    def _show_running(self, running: bool) -> None:
        self.choose_button.setEnabled(not running)
        if running:
            self._cursor.wait()
        else:
            self.progress.hide()

    def _on_plan_made(self, made: NamedPlan) -> None:
        self._show_running(False)
        plan = made.plan
        self._remembered = made.named if made.remembered else ()
        self.remembered.show_mapping(made.remembered)
        self.rates.ask(finding for one in plan.rejected for finding in one.findings)
        self.day_order.ask(finding for one in plan.rejected for finding in one.findings)
        self._show_plan(plan)
        self._cursor.go_on(self.import_button if self.import_button.isEnabled() else self.listed.shown)

    def _on_rates_answered(self) -> None:
        if self._path is not None:
            self.try_file(self._path)

    def _on_plan_failed(self, path: Path, error: Exception) -> None:
        self._show_running(False)
        self._show_plan(None)
        self._cursor.go_on(self.choose_button)
        self._tell_failure(error)
        if isinstance(error, Refused):
            codes = {finding.code for finding in error.findings}
            if formulas.NOT_COMPUTED in codes and not self._computed and formulas.can_compute():
                self.confirmation.offer_computing()
            self.columns_button.setEnabled(bool(codes & _COLUMNS))
            self._lacking = codes == {"portfolio_column"}
            if codes & _COLUMNS:
                self.open_columns()

    def _tell_failure(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            self._tell(self.tr("Stopped; nothing was stored."))
        elif isinstance(error, Refused):
            self._show_findings(error)
        else:
            raise error

    def open_columns(self) -> None:
        """Read the first rows of the file in the background, and let a person say what each column holds."""
        if self._path is not None:
            work = partial(imports.headings_of, self._session.desk, self._path, self._computed)
            failed = partial(self._on_plan_failed, self._path)
            self._context.background.run(work, self._on_headings_read, failed, self._watch)

    def _on_headings_read(self, headings: tuple[ListHeading, ...]) -> None:
        if not headings:  # nothing in it can head a list: what it lacks stays said
            self.columns_button.setEnabled(False)
            return
        if self.plan is None and self._lacking:
            self._tell("")  # each is asked for beside the columns
        self.naming.load(headings, self._named or self._remembered, lacking=self.plan is None)
        self.result.hide()
        self.import_button.hide()
        self.naming.show()
        self.naming.focus()

    def _close_columns(self) -> None:
        self.naming.hide()
        self.import_button.show()
        self.result.show()

    def _on_columns_named(self) -> None:
        self._named = self.naming.named
        self._on_rates_answered()

    def _show_plan(self, plan: ImportPlan | None) -> None:
        self.plan = plan
        self.columns_button.setEnabled(plan is not None)
        self.rejects.show_plan(plan)
        shown = {"file": self._file_name(plan.file_name), "rows": f"{plan.rows:,}"} if plan else {}
        self.file.set_text(filled(self.tr("{file}: {rows} {rows|row|rows}"), shown) if plan else "")
        count = {"count": f"{len(plan.claims) if plan else 0:,}"}
        self.import_button.setText(filled(self.tr("Import {count} {count|account|accounts}"), count))
        self.confirmation.ask(plan.to_confirm if plan else ())
        self._show_import_button()
        self.totals.show_plan(plan)
        self.listed.show_plan(plan)
        if plan is None:
            self.remembered.show_mapping(None)

    def _show_import_button(self) -> None:
        self.import_button.setEnabled(bool(self.plan and self.plan.claims) and self.confirmation.settled)

    def run(self) -> None:
        """Store what the dry run accepted, in the background; stopped on the way, nothing of it is stored."""
        plan = self.plan
        if plan is None:
            return
        self.import_button.setEnabled(False)
        self._show_running(True)
        watch = self.progress.begin_storing()
        work = partial(
            imports.import_beside, self._session.desk, plan, self.confirmation.codes, watch.step, self._named
        )
        self._context.background.run(work, self._on_imported, self._on_import_failed, watch)

    def _on_import_failed(self, error: Exception) -> None:
        self._show_running(False)
        self._show_import_button()
        self._cursor.go_on(self.import_button)
        self._tell_failure(error)

    def _on_imported(self, batch: Import) -> None:
        self._show_running(False)
        self._session.look()
        self._path, self._named = None, ()
        self._show_plan(None)
        self._cursor.go_on(self.choose_button)
        said = {"count": f"{batch.accepted:,}", "file": self._file_name(batch.file_name)}
        text = filled(self.tr("{count} {count|account|accounts} imported from {file}."), said)
        self._context.notices.show_message(text, self.tr("Undo"), lambda: self._undo(batch.id))

    def _tell(self, text: str) -> None:
        self.note.setText(text)
        self.note.setVisible(bool(text))

    def _show_findings(self, refused: Refused) -> None:
        self._tell("✕ " + " ".join(self._context.words.finding(one) for one in refused.findings[:3]))

    def _undo(self, import_id: str) -> None:
        try:
            batch = self._session.run(imports.undo_import, import_id)
        except Refused as refused:
            self._show_findings(refused)
            return
        undone = self.tr("The import of {file} was undone.")
        self._context.notices.show_message(undone.format(file=self._file_name(batch.file_name)))

    def _on_privacy_changed(self, _hidden: bool) -> None:
        self._tell("")
        self._show_plan(self.plan)


def _computed(path: Path, watch: TaskProgress) -> bytes:
    return formulas.computed_copy(whole(path, MAX_LIST), path.name, partial(watch.step, 0, 1))
