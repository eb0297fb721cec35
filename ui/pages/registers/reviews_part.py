"""The yearly review of every case with a schedule, and the proofs to ask for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.look.wording import NONE, day
from ui.pages.registers.part import RegisterPart
from ui.value_table import ColumnSpec, Table
from ui.widgets.field import caption
from ui.widgets.parts import Card, column, label
from ui.widgets.scrolled import Scrolled
from workstation.actions.keep import registers
from workstation.actions.keep.registers import ReviewLine
from workstation.policy.keeping_rules import keeping_calendar
from workstation.wording import filled

if TYPE_CHECKING:
    from workstation.actions.desk import Desk
    from workstation.actions.keep.register_tables import PlainTable


class ReviewsPart(RegisterPart):
    """The first day first; under the list the proofs of the chosen case: ✓ came, ○ to ask for."""

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__(session, context)
        self.list: Table[ReviewLine] = Table(
            [
                ColumnSpec(self.tr("Review"), lambda one: day(one.review.on), 96, whole=True),
                ColumnSpec(self.tr("Days"), lambda one: str(one.days), 56, figure=True, order=lambda one: one.days),
                ColumnSpec(self.tr("Ask from"), lambda one: day(one.review.invite_on), 96, whole=True),
                ColumnSpec(self.tr("Case no."), lambda one: one.number, 124, whole=True),
                ColumnSpec(self.tr("Name"), lambda one: one.name, bold=True, private=True, whole=True),
                ColumnSpec(
                    self.tr("Telephone"), lambda one: one.phone or NONE, 116, private=True, keep=(3, 4), whole=True
                ),
                ColumnSpec(self.tr("To ask for"), lambda one: str(len(one.review.missing)), 84, figure=True),
            ],
            sortable=True,
            privacy=context.privacy,
            empty=self.tr(
                "No yearly review comes up. It is a year after a bank's schedule is adopted on the page Keeping (Ctrl+7)."
            ),
        )
        self.list.setAccessibleName(self.tr("Yearly reviews"))
        self.list.picked.connect(lambda _one: self._show_proofs())
        self.list.opened.connect(lambda one: self.opened.emit(one.case_id))
        self.proofs = label("", wrap=True)
        self.proofs.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.proofs.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.proofs.setAccessibleName(self.tr("Proofs to ask for"))
        beside = Card(caption(self.tr("Proofs to ask for")), Scrolled(self.proofs), gap=8)
        beside.body.setStretch(1, 1)
        body = column(self.note, self.list, beside, gap=8)
        body.setStretch(1, 3)
        body.setStretch(2, 2)
        self.setLayout(body)

    def question(self) -> Callable[[Desk], tuple[ReviewLine, ...]]:
        return registers.reviews

    def show_lines(self) -> None:
        chosen, rules = self.list.current(), keeping_calendar()
        self.list.show_rows(self.lines, lambda one: chosen is not None and one.case_id == chosen.case_id)
        if self.list.current() is None and self.lines:
            self.list.selectRow(0)
        self._show_proofs()
        told = self.tr(
            "A schedule is reviewed every {months} {months|month|months}; proofs are asked for {days} "
            "{days|day|days} before. A review is complete when each of them was received since."
        )
        self.note.setText(filled(told, {"months": rules.review_months.value, "days": rules.invite_days.value}))

    def table(self) -> PlainTable:
        from workstation.actions.keep.register_tables import reviews_table

        return reviews_table(self.lines, self.wording)

    def entry(self) -> QWidget:
        return self.list

    def _show_proofs(self) -> None:
        chosen, language = self.list.current(), self.context.words.language
        proofs = chosen.review.proofs if chosen else ()
        self.proofs.setText(
            "\n".join(
                ("✓ " if one.came else "○ ") + " / ".join(each.text(language) for each in one.any_of) for one in proofs
            )
        )
