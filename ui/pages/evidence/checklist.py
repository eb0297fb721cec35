"""The evidence checklist as a list: each entry with its state as shape, word and colour, and why it is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QSize, Signal
from PySide6.QtGui import QIcon

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.look.icons import icon
from ui.look.wording import Words, day
from ui.typed_signal import TypedSignal, signal
from ui.value_table import ColumnSpec, Table
from ui.widgets.field import caption
from ui.widgets.parts import Card, button, label, row
from ui.widgets.room.flow import shared
from workstation.evidence.checklist import (
    ChecklistLine,
    State,
    alternatives,
    goes_stale,
    line_met,
    open_lines,
    standing,
)

if TYPE_CHECKING:
    from workstation.casework.case_file import CaseFile

_COLORS: Final = {
    "missing": "text_2", "received": "accent", "failed": "bad", "verified": "good", "waived": "warning", "stale": "warning",
}  # fmt: skip

_LEAST, _MOST = 236, 304


class ChecklistCard(Card):
    """``picked`` carries the `ChecklistLine` that was chosen."""

    picked: TypedSignal[ChecklistLine | None] = signal(1)
    consistency_requested = Signal()
    request_paper_requested = Signal()
    sources_requested = Signal()
    files_requested = Signal()

    def __init__(self, context: UiContext) -> None:
        super().__init__(gap=8)
        self._context = context
        self._lines: tuple[ChecklistLine, ...] = ()
        self._icons = {state: icon(context.theme, f"state-{state}", color) for state, color in _COLORS.items()}
        self.setMinimumWidth(_LEAST)
        self.setMaximumWidth(_MOST)
        self.count = label("", "quiet")
        self.table: Table[ChecklistLine] = Table(
            [
                ColumnSpec(self.tr("Requirement"), self._title, icon=self._icon),
                ColumnSpec(self.tr("State"), self._state, 84),
            ],
            line=32,
            empty=self.tr("No proofs are asked for yet. Choose reason and requests on the page Conversation (Ctrl+2)."),
        )
        self.table.setAccessibleName(self.tr("Evidence checklist"))
        self.table.picked.connect(self._on_table_picked)
        self.why = label("", "quiet", wrap=True)
        self.why.setMinimumHeight(58)
        self.fresh = label("", "hint", wrap=True)
        self.body.addLayout(row(caption(self.tr("Checklist")), -1, self.count))
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.why)
        self.body.addWidget(self.fresh)
        self.consistency = button(self.tr("C&ross-check"), "small", self.consistency_requested.emit)
        self.consistency.setToolTip(self.tr("Compare the details in the case, in submitted packets and in statements"))
        self.request = button(self.tr("Re&quest"), "small", self.request_paper_requested.emit)
        self.request.setToolTip(self.tr("Letter to the debtor: what is missing, who issues it, and by when"))
        self.sources = button(self.tr("Confirm fi&gures"), "small", self.sources_requested.emit)
        self.sources.setToolTip(self.tr("Confirm on which page of this document each figure of the application stands"))
        self.files = button("", "small", self.files_requested.emit)
        self.files.setToolTip(self.tr("All files of this case as tiles; new ones are assigned to their entries there"))
        self.body.addLayout(shared(self.consistency, self.request, gap=8))
        self.body.addLayout(shared(self.sources, self.files, gap=8))

    def sizeHint(self) -> QSize:
        """As wide as it may be; where the window is narrow it gives way."""
        return QSize(_MOST, super().sizeHint().height())

    @property
    def line(self) -> ChecklistLine | None:
        """The chosen entry."""
        return self.table.current()

    def load(self, file: CaseFile, first: str = "") -> None:
        """Show the checklist of a case; the chosen entry stays chosen, else it begins at ``first``."""
        chosen = self.line.requirement.code if self.line else first
        self._lines = file.checklist
        self.table.blockSignals(True)
        self.table.show_rows(self._lines)
        first = chosen or next((line.requirement.code for line in open_lines(self._lines)), "")
        self.table.select(lambda line: line.requirement.code == first)
        if self.line is None and self._lines:
            self.table.selectRow(0)
        self.table.blockSignals(False)
        needed = [line for line in self._lines if not self._spared(line)]
        done = sum(line_met(line) for line in needed)
        self.count.setText(self.tr("{done} of {count} verified").format(done=done, count=len(needed)))
        self._show_fresh()
        self._explain(self.line)

    def show_contradictions(self, count: int) -> None:
        """Say how many facts are stated differently in two places."""
        self.consistency.setText(
            self.tr("C&ross-check △ {count}").format(count=count) if count else self.tr("C&ross-check")
        )

    def show_files(self, count: int, fresh: int) -> None:
        """Say how many files the case has, or how many of them wait to be assigned."""
        text = self.tr("Fi&les △ {count}").format(count=fresh) if fresh else self.tr("Fi&les {count}")
        self.files.setText(text.format(count=count))

    def choose(self, code: str) -> None:
        """Choose an entry by the code of its requirement."""
        self.table.select(lambda line: line.requirement.code == code)
        self.table.setFocus()

    def code_at(self, point: QPoint) -> str:
        """The code of the entry at a point of this card; empty where there is none."""
        position = self.table.viewport().mapFrom(self, point)
        index = self.table.indexAt(position) if self.table.viewport().rect().contains(position) else None
        return self.table.content.rows[index.row()].requirement.code if index is not None and index.isValid() else ""

    def _show_fresh(self) -> None:
        first = goes_stale(self._lines)
        if first is None:
            self.fresh.setText("")
            return
        title = self._context.words.titled(first.requirement.title, first.requirement.code)
        self.fresh.setText(self.tr("Expires on {day}: {title}").format(day=day(first.on), title=title))

    def _title(self, line: ChecklistLine) -> str:
        return self._context.words.titled(line.requirement.title, line.requirement.code)

    def _state(self, line: ChecklistLine) -> str:
        if self._spared(line):
            return self.tr("Not required")
        return state_text(line, self._context.words)

    def _spared(self, line: ChecklistLine) -> bool:
        """Whether another entry of its any-of group was submitted instead."""
        others = alternatives(self._lines, line)
        return line.state == "missing" and any(line_met(one, "received") for one in others)

    def _icon(self, line: ChecklistLine) -> QIcon:
        return self._icons[sign_of(line)]

    def _on_table_picked(self, line: ChecklistLine | None) -> None:
        self._explain(line)
        self.picked.emit(line)

    def _explain(self, line: ChecklistLine | None) -> None:
        if line is None:
            self.why.setText(
                self.tr("The required evidence depends on reason and request: complete the conversation first.")
            )
            return
        others = [self._title(one) for one in alternatives(self._lines, line) if one is not line]
        text = self._context.words.titled(line.requirement.why)
        if others:
            text += self.tr(" One of these is sufficient: {others}.").format(others=self._context.words.listed(others))
        self.why.setText(text)


def sign_of(line: ChecklistLine) -> State:
    """The state whose sign an entry bears: what is proven for some of its accounts only is under way."""
    state, count, _ = standing(line)
    return "received" if count and state == "verified" else state


def state_text(line: ChecklistLine, words: Words) -> str:
    """How far an entry has come, and for how many of its accounts where not for all."""
    state, count, accounts = standing(line)
    said = words.label("evidence_state", state)
    return f"{said} {count}/{accounts}" if count else said


def typed_at(session: DeskSession, file: CaseFile) -> tuple[str, str]:
    """The file and the entry in which something typed waits, to begin at, or nothing."""
    drafts, case = session.drafts, file.case.id
    item_id = drafts.latest(case, "evidence/item/") or drafts.latest(case, "evidence/verification/")
    codes = (line.requirement.code for line in file.checklist for one in line.items if one.id == item_id)
    return item_id, next(codes, "") or drafts.latest(case, "evidence/waiver/")
