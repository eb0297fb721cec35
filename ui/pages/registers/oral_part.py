"""The register of oral agreements: who agreed what, where the recording is, and until when it is kept."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.look.wording import NONE, moment
from ui.pages.registers.part import RegisterPart, day_of
from ui.value_table import ColumnSpec, Table
from ui.widgets.editors import CheckEdit, TextEdit
from ui.widgets.parts import column, label, row
from workstation.actions.keep import registers
from workstation.actions.keep.register_texts import kept_text
from workstation.casework.keeping.oral_register import OralFilter, OralLine

if TYPE_CHECKING:
    from workstation.actions.desk import Desk
    from workstation.actions.keep.register_tables import PlainTable


class OralPart(RegisterPart):
    """The latest first; what is typed into the search is looked for in every text of a line."""

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__(session, context)
        self.search = TextEdit(self.tr("Bank, clerk, words, recording, name or case number"), secret=True)
        self.search.setAccessibleName(self.tr("Search the register"))
        self.search.textChanged.connect(self._show)
        self.since, self.until = self.day_edits(self.tr("From day"), self.tr("To day"))
        self.open_only = CheckEdit(self.tr("Only what is &not settled"))
        self.open_only.edited.connect(self.load)
        context.privacy.changed.connect(self.search.cover)
        self.search.cover(context.privacy.hidden)
        self.list: Table[OralLine] = Table(
            [
                ColumnSpec(self.tr("Agreed"), lambda one: moment(one.agreement.agreed_at, one.zone), 132, whole=True),
                ColumnSpec(self.tr("Case no."), lambda one: one.number, 124, whole=True),
                ColumnSpec(self.tr("Name"), lambda one: one.name, 96, private=True),
                ColumnSpec(self.tr("Bank"), lambda one: one.account.bank, 110),
                ColumnSpec(self.tr("Ending"), lambda one: one.account.tail, 62, private=True, keep=(0, 0), whole=True),
                ColumnSpec(self.tr("Clerk"), self._clerk, 110),
                ColumnSpec(self.tr("What was agreed"), lambda one: one.agreement.terms, private=True, keep=(0, 0)),
                ColumnSpec(self.tr("Recording"), lambda one: one.agreement.recording, 140, private=True, keep=(0, 0)),
                ColumnSpec(self.tr("Kept until"), lambda one: kept_text(one, self.wording), 124),
            ],
            sortable=True,
            privacy=context.privacy,
            empty=self.tr(
                "No oral agreements. They are entered on the page Keeping of a case (Ctrl+7), under Oral agreements."
            ),
        )
        self.list.setAccessibleName(self.tr("Oral agreements"))
        self.list.opened.connect(lambda one: self.opened.emit(one.case_id))
        choices = row(
            self.search, label(self.tr("from"), "label"), self.since, label(self.tr("to"), "label"), self.until,
            self.open_only, gap=8,
        )  # fmt: skip
        choices.setStretch(0, 1)
        body = column(choices, self.note, self.list, gap=8)
        body.setStretch(2, 1)
        self.setLayout(body)

    def question(self) -> Callable[[Desk], tuple[OralLine, ...]]:
        wanted = OralFilter("", day_of(self.since), day_of(self.until), bool(self.open_only.raw()))
        return partial(_asked, wanted)

    def shown(self) -> tuple[OralLine, ...]:
        """The lines in which the search is found."""
        wanted = OralFilter(self.search.text().strip())
        return tuple(one for one in self.lines if wanted.takes(one))

    def show_lines(self) -> None:
        self._show()

    def _show(self) -> None:
        lines, chosen = self.shown(), self.list.current()
        self.list.show_rows(lines, lambda one: chosen is not None and one.agreement.id == chosen.agreement.id)
        held = sum(one.settled_on is None for one in lines)
        told = self.tr(
            "Agreements: {count}, on accounts that are not settled: {held}. They are entered on the page Keeping."
        )
        self.note.setText(told.format(count=len(lines), held=held))

    def table(self) -> PlainTable:
        from workstation.actions.keep.register_tables import oral_table

        return oral_table(self.shown(), self.wording)

    def entry(self) -> QWidget:
        return self.search

    def _clerk(self, one: OralLine) -> str:
        return " ".join(filter(None, (one.agreement.clerk, one.agreement.clerk_number))) or NONE


def _asked(wanted: OralFilter, desk: Desk) -> tuple[OralLine, ...]:
    return registers.oral_register(desk, wanted=wanted)
