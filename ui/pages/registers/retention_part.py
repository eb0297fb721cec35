"""Until when ended cases are kept, and the run that deletes those whose time is over, confirmed by a supervisor."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.look.wording import NONE, day, desk_moment
from ui.pages.registers.part import RegisterPart
from ui.value_table import ColumnSpec, Table
from ui.vouching import VouchingSheet, ask_supervisor, needs_supervisor
from ui.widgets.editors import CheckEdit
from ui.widgets.field import caption
from ui.widgets.parts import button, column, label, row
from workstation.actions.keep import retention
from workstation.actions.keep.register_texts import retention_title
from workstation.actions.keep.retention import DeletionRun, PastRun, deletable, list_code
from workstation.casework.keeping.retention import RetentionLine
from workstation.errors import Refused
from workstation.wording import filled

if TYPE_CHECKING:
    from workstation.actions.desk import Desk
    from workstation.actions.keep.register_tables import PlainTable


class RetentionPart(RegisterPart):
    """The list is what a run would delete; the button names how many, then wants to be pressed again, then asks a supervisor."""

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__(session, context)
        self._asked = ""
        self.sheet: VouchingSheet | None = None
        self.due_only = CheckEdit(self.tr("Only wha&t may be deleted"))
        self.due_only.edited.connect(self.show_lines)
        self.button = button("", on_click=self.remove)
        self.list: Table[RetentionLine] = Table(
            [
                ColumnSpec(self.tr("Case no."), lambda one: retention_title(one, self.wording), 124, whole=True),
                ColumnSpec(self.tr("Name or file"), lambda one: one.name, 130, private=True),
                ColumnSpec(self.tr("Settled"), lambda one: day(one.retention.settled_on), 96, whole=True),
                ColumnSpec(self.tr("Last record"), self._last, 170),
                ColumnSpec(self.tr("Its day"), lambda one: day(one.retention.last.on), 96, whole=True),
                ColumnSpec(self.tr("Kept until"), lambda one: day(one.retention.keep_until), 96, whole=True, bold=True),
                ColumnSpec(self.tr("Why it is kept"), self._why),
            ],
            sortable=True,
            privacy=context.privacy,
            empty=self.tr(
                "Nothing to delete. Cases with settled or closed accounts, and lists with rejected rows, are listed here."
            ),
        )
        self.list.setAccessibleName(self.tr("Ended cases"))
        self.list.picked.connect(lambda _one: self._show_why())
        self.list.opened.connect(lambda one: self.opened.emit(one.case_id))
        self.runs: Table[PastRun] = Table(
            [
                ColumnSpec(self.tr("Entry"), lambda one: f"{one.entry:,}", 80, figure=True),
                ColumnSpec(self.tr("When"), lambda one: desk_moment(one.at), 150, whole=True),
                ColumnSpec(self.tr("By"), lambda one: one.by, 140),
                ColumnSpec(self.tr("Confirmed by"), lambda one: one.vouched or one.by),
                ColumnSpec(self.tr("Cases"), lambda one: f"{one.cases:,}", 80, figure=True),
                ColumnSpec(self.tr("Records"), lambda one: f"{one.records:,}", 90, figure=True),
            ],
            line=26,
            empty=self.tr("Nothing was deleted yet."),
        )
        self.runs.setAccessibleName(self.tr("Runs in the log"))
        self.result = label("", "advice", wrap=True)
        self.result.hide()
        self.why = label("", "quiet", wrap=True)
        self._runs = caption(self.tr("Runs in the log"))
        parts = (row(self.due_only, -1, self.button, gap=8), self.note, self.result, self.list, self.why)
        body = column(*parts, self._runs, self.runs, gap=8)
        body.setStretch(3, 1)
        self.setLayout(body)

    def question(self) -> Callable[[Desk], tuple[RetentionLine, ...]]:
        return retention.retention_lines

    def show_lines(self) -> None:
        due = deletable(self.lines)
        if self._asked and self._asked != list_code(due):  # the list that was asked about is no more
            self._asked = ""
            self.result.hide()
        shown = due if self.due_only.raw() else self.lines
        self.list.show_rows(shown)
        if shown:
            self.list.selectRow(0)
        self._show_why()
        self.runs.show_rows(self.session.read(retention.past_runs))
        for part in (self._runs, self.runs):
            part.setVisible(bool(self.runs.content.rows))
        self.runs.setFixedHeight(26 * (min(len(self.runs.content.rows), 3) + 1) + 12)
        self.button.setText(filled(self.tr("De&lete {count} {count|entry|entries}…"), {"count": f"{len(due):,}"}))
        self.button.setEnabled(bool(due) and not self.session.desk.read_only)
        told = self.tr(
            "Ended cases and lists with rejected rows: {count}, of which {due} may be deleted. Each is kept by the longest rule."
        )
        self.note.setText(told.format(count=f"{len(self.lines):,}", due=f"{len(due):,}"))

    def table(self) -> PlainTable:
        from workstation.actions.keep.register_tables import retention_table

        return retention_table(self.list.content.rows, self.wording)

    def entry(self) -> QWidget:
        return self.list

    def remove(self) -> None:
        """List what goes, ask once more, then delete it for good by a supervisor's word."""
        due = deletable(self.lines)
        code = list_code(due)
        if not due or not self.button.isEnabled():
            return
        if self._asked != code:
            self.due_only.load(True)
            self.show_lines()
            self._asked = code
            told = self.tr(
                "{count} {count|entry goes|entries go} with all records (list {code}) and cannot be brought back from this desk."
                " Export the list if it is to be kept, then press again."
            )
            self._tell("△ " + filled(told, {"count": f"{len(due):,}", "code": code}))
            return
        self._delete([one.case_id for one in due], code)

    def _delete(self, case_ids: list[str], code: str) -> None:
        try:
            run = self.session.write(retention.run_deletion, case_ids, code)
        except Refused as refused:
            if needs_supervisor(refused):
                self.sheet = ask_supervisor(
                    self, self.session, self.context, lambda _vouched: self._delete(case_ids, code)
                )
                return
            self._tell("✕ " + self.context.words.finding(refused.findings[0]))
            return
        self._asked = ""
        self.due_only.load(False)
        self.load()
        self._tell("✓ " + self._told(run))

    def _told(self, run: DeletionRun) -> str:
        cases = (
            filled(
                self.tr("{number} ({records} {records|record|records}, {files} {files|file|files})"),
                {
                    "number": retention_title(one.line, self.wording),
                    "records": f"{one.records:,}",
                    "files": f"{one.files:,}",
                },
            )
            for one in run.cases
        )
        told = self.tr("Deleted, confirmed by {name}: {cases}. {count} {count|file|files} went into quarantine.")
        return filled(told, {"name": run.by, "cases": self.context.words.listed(cases), "count": f"{run.set_aside:,}"})

    def _tell(self, text: str) -> None:
        self.result.setText(text)
        self.result.show()

    def _last(self, one: RetentionLine) -> str:
        return self.context.words.label("record", one.retention.last.table)

    def _show_why(self) -> None:
        """All that speaks of the chosen case, which may be too long for its line."""
        one = self.list.current()
        if one is None:
            self.why.setText("")
            return
        kept = one.retention
        rule = filled(
            self.tr("{years} {years|year|years} by {rule}"),
            {"years": kept.years or NONE, "rule": kept.rule.name or NONE},
        )
        self.why.setText(f"{self._why(one)} · {rule}")

    def _why(self, one: RetentionLine) -> str:
        words = self.context.words
        return " ".join(words.finding(hold) for hold in one.retention.holds) or self.tr("May be deleted")
