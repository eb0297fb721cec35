"""One case brought back from a backup of this desk: which backup, which of its cases, what it would change; then one step."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from ui.backup.runner import BackupRunner
from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.look.wording import desk_moment, masked_name
from ui.pages.bundles.conflicts import Conflicts
from ui.pages.bundles.plan_label import PlanLabel
from ui.pages.bundles.steps import Steps
from ui.typed_signal import TypedSignal, signal
from ui.value_table import ColumnSpec, Table
from ui.widgets.editors import TextEdit
from ui.widgets.field import caption
from ui.widgets.masked_label import MaskedLabel
from ui.widgets.parts import Card, Elided, button, column, icon_button, label
from ui.widgets.room.flow import flow
from ui.widgets.scrolled import beside
from workstation.actions.backup import one_case
from workstation.actions.transfer.merge_plan import MergePlan
from workstation.errors import Refused
from workstation.wording import filled

if TYPE_CHECKING:
    from workstation.actions.backup.one_case import CaseLine, CopiedCase
    from workstation.actions.backup.restoring import CopiesFound, CopyFound

_TABLE_HEIGHT = 132
_SEARCH_MS = 120
_MARKS = {"verified": "✓ ", "present": "", "lacking": "⚠ ", "damaged": "✕ "}


class RestoreCasePage(QWidget):
    """``opened`` carries the id of the case that came back; ``closed`` leads back."""

    opened: TypedSignal[str] = signal(1)
    closed = Signal()

    def __init__(self, session: DeskSession, context: UiContext, runner: BackupRunner) -> None:
        super().__init__()
        self._session, self._context, self._runner = session, context, runner
        self._found: CopiesFound | None = None
        self._lines: tuple[CaseLine, ...] = ()
        self._read: CopiedCase | None = None
        self.plan: MergePlan | None = None
        self.place = Elided("", "quiet")
        self.choose_button = button(self.tr("Ch&oose folder…"), on_click=self.choose)
        self.restore_button = button(self.tr("&Restore case"), "primary", self.restore)
        self.steps = Steps(session, context)
        self.copies: Table[CopyFound] = Table(
            self._copy_columns(),
            empty=self.tr("No backups found. Choose the folder or stick that holds them."),
        )
        self.copies.setAccessibleName(self.tr("Backups found"))
        self.search = TextEdit(self.tr("Name, case number or bank"), secret=True)
        self.search.setAccessibleName(self.tr("Search in this backup"))
        self.search.setClearButtonEnabled(True)
        self.cases: Table[CaseLine] = Table(
            self._case_columns(),
            privacy=context.privacy,
            empty=self.tr("Choose a backup; its cases are listed here."),
        )
        self.cases.setAccessibleName(self.tr("Cases in this backup"))
        self.look_button = button(self.tr("Com&pare"), on_click=self.compare)
        self.person = MaskedLabel(context.privacy, masked_name, "section")
        self.does, self.notices = PlanLabel(context), label("", "advice", wrap=True)
        self.conflicts = Conflicts(context, self.tr("In the backup"), self.tr("Take all from bac&kup"))
        self._lay_out()
        self._connect()
        self._show_plan(None)

    def _lay_out(self) -> None:
        back = icon_button(self._context.theme, "back", self.tr("Back to settings"), self.closed.emit)
        title = label(self.tr("Restore a case from a backup"), "title")
        head = flow(back, title, self.place, self.choose_button, self.restore_button, gap=12)
        head.setStretch(2, 1)
        for table in (self.copies, self.cases):
            table.setMinimumHeight(_TABLE_HEIGHT)
        left = Card(caption(self.tr("Backup")), self.copies, gap=8)
        finding = flow(caption(self.tr("Case")), self.search, self.look_button, gap=12)
        finding.setStretch(1, 1)
        right = Card(finding, self.cases, gap=8)
        upper = beside(left, right)
        upper.setStretch(0, 2)
        upper.setStretch(1, 3)
        told = column(caption(self.tr("What it would change")), self.person, self.does, self.notices, -1, gap=8)
        lower = beside(Card(told), Card(self.conflicts))
        lower.setStretch(0, 2)
        lower.setStretch(1, 3)
        body = column(head, self.steps, upper, lower, margins=20)
        body.setStretch(2, 1)
        body.setStretch(3, 1)
        self.setLayout(body)

    def _copy_columns(self) -> list[ColumnSpec[CopyFound]]:
        return [
            ColumnSpec(self.tr("Date"), _made_at, 124, whole=True),
            ColumnSpec(self.tr("State"), self._state),
            ColumnSpec(
                self.tr("Cases"), lambda one: f"{one.manifest.cases:,}" if one.manifest else "—", 64, figure=True
            ),
        ]

    def _case_columns(self) -> list[ColumnSpec[CaseLine]]:
        words = self._context.words
        return [
            ColumnSpec(self.tr("Case no."), lambda line: line.number, 118, whole=True),
            ColumnSpec(self.tr("Name"), lambda line: line.name, 104, bold=True, private=True),
            ColumnSpec(self.tr("Banks"), lambda line: words.listed(line.banks)),
            ColumnSpec(self.tr("Stage"), lambda line: words.label("stage", line.stage.key), 104),
            ColumnSpec(self.tr("Updated"), lambda line: desk_moment(line.updated_at), 128, figure=True),
        ]

    def _connect(self) -> None:
        self._timer = QTimer(self, singleShot=True, interval=_SEARCH_MS)
        self._timer.timeout.connect(self._show_cases)
        self._session.closed.connect(self._timer.stop)
        self.search.textChanged.connect(lambda _text: self._timer.start())
        self.search.returnPressed.connect(self._on_search_entered)
        self._context.privacy.changed.connect(self.search.cover)
        self.search.cover(self._context.privacy.hidden)
        self.copies.picked.connect(self._on_copy_picked)
        self.copies.opened.connect(lambda _copy: self.cases.setFocus())
        self.cases.picked.connect(lambda _line: self._show_plan(None))
        self.cases.opened.connect(lambda _line: self.compare())
        self.conflicts.changed.connect(self._show_button)

    def _state(self, copy: CopyFound) -> str:
        lacking = f" ({len(copy.lacking):,})" if copy.lacking else ""
        return _MARKS[copy.state.value] + self._context.words.label("backup_state", copy.state.value) + lacking

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.start()

    def start(self) -> None:
        """Look where backups are made to; where none are yet, wait for a folder to be chosen."""
        if self._found is None and self._runner.place:
            self.look(Path(self._runner.place))
        (self.copies if self._found is not None else self.choose_button).setFocus()

    def choose(self) -> None:
        """Ask for another folder or stick; the backups made from now on still go where they did."""
        chosen = self._context.files.folder(self, self.tr("Folder or stick with the backups"), self._runner.place)
        if chosen is not None:
            self.look(Path(chosen))

    def look(self, place: Path) -> None:
        """Look for backups of this desk in the background."""
        self._found = None
        self.copies.show_rows(())
        self._take_lines(())
        self.place.set_text(str(place))
        work = self._session.read(one_case.own_copies, place)
        self._run(lambda _step: work(), self._on_found)

    def compare(self) -> None:
        """Read the chosen case of the backup, and show what bringing it back would do here."""
        found, copy, line = self._found, self.copies.current(), self.cases.current()
        if found is None or copy is None or line is None:
            return
        self._run(lambda _step: one_case.read_case(found, copy, line.case_id), self._on_case_read)

    def restore(self) -> None:
        """Take its files in in the background, then merge."""
        read, plan = self._read, self.plan
        if read is None or plan is None or not self.restore_button.isEnabled():
            return
        self.restore_button.setEnabled(False)
        try:
            work = self._session.write(one_case.files_taking, read, plan)
        except Refused as refused:
            self.steps.show_refused(refused)
            return
        self._run(work, partial(self._on_taken, read, plan))

    def run_main_action(self) -> None:
        """Restore, or what comes before it."""
        if self.plan is not None:
            self.restore()
        elif self.cases.current() is not None:
            self.compare()
        else:
            self.choose()

    def _run(self, work, done) -> None:  # type: ignore[no-untyped-def]  # of any result
        """What was asked before gives way: the person has chosen something else."""
        self.steps.forget()
        self._show_plan(self.plan)
        self.steps.run(work, done, self._on_failed)

    def _on_failed(self) -> None:
        """The note says why."""
        self._show_plan(self.plan)

    def _on_found(self, found: CopiesFound) -> None:
        self._found = found
        self.copies.show_rows(found.copies)
        whole = next((number for number, one in enumerate(found.copies) if one.state.value != "damaged"), 0)
        self.copies.selectRow(whole)
        self.copies.setFocus()

    def _on_copy_picked(self, copy: CopyFound | None) -> None:
        self._take_lines(())
        found = self._found
        if copy is not None and found is not None:
            self._run(lambda _step: one_case.cases_in(found, copy), self._take_lines)

    def _take_lines(self, lines: tuple[CaseLine, ...]) -> None:
        self._lines = lines
        self._show_cases()

    def _show_cases(self) -> None:
        """The cases that fit what is typed."""
        self._timer.stop()
        typed = self.search.text().strip().casefold()
        shown = [line for line in self._lines if typed in "\n".join((line.number, line.name, *line.banks)).casefold()]
        self.cases.show_rows(shown)
        if shown:
            self.cases.selectRow(0)
        self._show_plan(None)

    def _on_search_entered(self) -> None:
        self._show_cases()
        self.cases.setFocus()

    def _on_case_read(self, read: CopiedCase) -> None:
        self._read = read
        try:
            plan = self._session.read(one_case.plan_case, read)
        except Refused as refused:
            self._show_plan(None)
            self.steps.show_refused(refused)
            return
        self._show_plan(plan)
        wanted = self.conflicts.table if plan.conflicts else self.restore_button
        (self.cases if plan.does_nothing else wanted).setFocus()

    def _on_taken(self, read: CopiedCase, plan: MergePlan, _new_files: int) -> None:
        try:
            done = self._session.run(one_case.bring_back_taken, read, plan, frozenset(self.conflicts.chosen))
        except Refused as refused:
            if any(finding.code == "transfer_outdated" for finding in refused.findings):
                self._on_case_read(read)
            else:
                self._show_plan(plan)
            self.steps.show_refused(refused)
            return
        text = self.tr("Case {number} restored: {added} {added|entry|entries} added, {changed} changed.")
        self._context.notices.show_message(
            filled(text, {"number": done.number, "added": done.added, "changed": done.changed})
        )
        self._show_plan(None)
        self.opened.emit(done.case_id)

    def _show_plan(self, plan: MergePlan | None) -> None:
        if plan is not self.plan or plan is None:
            self.conflicts.show_conflicts(plan.conflicts if plan else ())
        self.plan = plan
        self.person.set_plain(f"{plan.person}" if plan else "")
        self.does.show_plan(plan)
        if plan is not None and plan.does_nothing:
            self.does.setText(self.tr("The case here is as it is in the backup: there is nothing to restore."))
        told = plan.notices if plan else ()
        self.notices.setText("\n".join("△ " + self._context.words.finding(one) for one in told[:6]))
        self._show_button()
        self.look_button.setEnabled(self.cases.current() is not None)

    def _show_button(self) -> None:
        """Something is to be written: conflicts alone change nothing until the other side is taken in one."""
        plan = self.plan
        writes = plan is not None and (plan.added or plan.changed or plan.removed or self.conflicts.chosen)
        self.restore_button.setEnabled(bool(writes) and self._session.desk.user.works)


def _made_at(copy: CopyFound) -> str:
    return desk_moment(copy.manifest.made_at) if copy.manifest else copy.folder.name[:10]
