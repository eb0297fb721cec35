"""Kept rates by debtor, agent, bank or method, each with its formula; under them the promises of the chosen one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QWidget

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.look.wording import NONE, amount, day
from ui.pages.registers.part import RegisterPart, code_of, day_of
from ui.value_table import ColumnSpec, Table
from ui.widgets.editors import ChoiceEdit
from ui.widgets.parts import column, label, row
from workstation.actions.keep import registers
from workstation.actions.keep.register_texts import amount_formula, count_formula, group_text
from workstation.actions.keep.registers import RatedPromise, RateGroup, RateLine

if TYPE_CHECKING:
    from workstation.actions.desk import Desk
    from workstation.actions.keep.register_tables import PlainTable


class RatesPart(RegisterPart):
    """Choosing a group shows its promises; Enter on a promise opens its case."""

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__(session, context)
        names = {
            "agent": self.tr("Agent"),
            "bank": self.tr("Bank"),
            "debtor": self.tr("Debtor"),
            "method": self.tr("Method"),
        }
        self.by = ChoiceEdit(names, empty=None)
        self.by.load("bank")
        self.named(self.by, self.tr("Rates by"), 120)
        self.since, self.until = self.day_edits(self.tr("Due from"), self.tr("Due to"))
        self.groups: Table[RateLine] = Table(
            self._group_columns(),
            sortable=True,
            privacy=context.privacy,
            empty=self.tr("No promise is due in this time. Promises are taken on the page Keeping of a case (Ctrl+7)."),
        )
        self.groups.setAccessibleName(self.tr("Kept rates"))
        self.groups.picked.connect(lambda _one: self._show_promises())
        self.groups.opened.connect(lambda _one: self.promises.setFocus())
        self.promises: Table[RatedPromise] = Table(
            self._promise_columns(),
            sortable=True,
            privacy=context.privacy,
            empty=self.tr("Choose a group above; its promises are listed here."),
        )
        self.promises.setAccessibleName(self.tr("Promises of the group"))
        self.promises.opened.connect(lambda one: self.opened.emit(one.case_id))
        choices = row(
            label(self.tr("By"), "label"), self.by, label(self.tr("due from"), "label"), self.since,
            label(self.tr("to"), "label"), self.until, -1, gap=8,
        )  # fmt: skip
        body = column(choices, self.note, self.groups, self.promises, gap=8)
        body.setStretch(2, 2)
        body.setStretch(3, 3)
        self.setLayout(body)

    def _group_columns(self) -> list[ColumnSpec[RateLine]]:
        return [
            ColumnSpec(self.tr("Group"), self._group, bold=True, private=True, keep=(1, 0)),
            ColumnSpec(self.tr("Currency"), lambda one: one.currency, 76),
            ColumnSpec(
                self.tr("Kept / due"), lambda one: count_formula(one) or NONE, 150, figure=True,
                order=lambda one: one.rate.count,
            ),
            ColumnSpec(
                self.tr("In time / promised"), lambda one: amount_formula(one) or NONE, 280, figure=True,
                order=lambda one: one.rate.amount,
            ),
            ColumnSpec(self.tr("Moved"), lambda one: str(one.rate.moves), 70, figure=True),
            ColumnSpec(self.tr("Cancelled"), lambda one: str(one.rate.cancelled), 84, figure=True),
            ColumnSpec(self.tr("Promises"), lambda one: str(len(one.promises)), 84, figure=True),
        ]  # fmt: skip

    def _promise_columns(self) -> list[ColumnSpec[RatedPromise]]:
        words = self.context.words
        return [
            ColumnSpec(self.tr("Due"), lambda one: day(one.state.due_on), 96, whole=True),
            ColumnSpec(self.tr("Case no."), lambda one: one.number, 124, whole=True),
            ColumnSpec(self.tr("Name"), lambda one: one.name, 110, private=True),
            ColumnSpec(self.tr("Bank"), lambda one: one.account.bank),
            ColumnSpec(self.tr("Ending"), lambda one: one.account.tail, 62, private=True, keep=(0, 0), whole=True),
            ColumnSpec(self.tr("Taken by"), lambda one: one.entry.by, 100),
            ColumnSpec(self.tr("Promised"), lambda one: amount(one.entry.amount), 112, figure=True),
            ColumnSpec(self.tr("In time"), lambda one: amount(one.state.in_time), 112, figure=True),
            ColumnSpec(self.tr("State"), lambda one: words.label("promise_state", one.state.state), 96),
        ]

    def question(self) -> Callable[[Desk], tuple[RateLine, ...]]:
        return partial(_asked, cast(RateGroup, code_of(self.by)), day_of(self.since), day_of(self.until))

    def show_lines(self) -> None:
        chosen = self.groups.current()
        self.groups.show_rows(self.lines, lambda one: chosen is not None and one.group == chosen.group)
        if self.groups.current() is None and self.lines:
            self.groups.selectRow(0)
        self._show_promises()
        told = self.tr(
            "Kept rate = promises kept / promises due; by amount = received in time / promised. Moved after their day they"
            " count as broken, cancelled ones do not count."
        )
        self.note.setText(told if self.lines else self.tr("No promise is due in this time."))

    def table(self) -> PlainTable:
        from workstation.actions.keep.register_tables import rates_table

        return rates_table(self.lines, code_of(self.by), self.wording)

    def entry(self) -> QWidget:
        return self.groups if self.lines else self.by

    def _show_promises(self) -> None:
        chosen = self.groups.current()
        self.promises.show_rows(chosen.promises if chosen else ())

    def _group(self, one: RateLine) -> str:
        return group_text(one, code_of(self.by), self.wording)


def _asked(by: RateGroup, since: date | None, until: date | None, desk: Desk) -> tuple[RateLine, ...]:
    return registers.rate_lines(desk, by, "", since, until)
