"""What comes due in the next days, with whom to call and whether that number may be called now."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from ui.context import UiContext
from ui.desk_session import DeskSession
from ui.look.wording import NONE, amount, day
from ui.pages.registers.part import RegisterPart, code_of
from ui.value_table import ColumnSpec, Table
from ui.widgets.editors import ChoiceEdit
from ui.widgets.parts import column, label
from ui.widgets.room.flow import flow
from workstation.actions.keep import registers
from workstation.actions.keep.register_texts import coming_detail
from workstation.actions.keep.registers import ComingLine
from workstation.casework.keeping.coming import COMING_KINDS
from workstation.policy.keeping_rules import keeping_calendar
from workstation.wording import filled

if TYPE_CHECKING:
    from workstation.actions.desk import Desk
    from workstation.actions.keep.register_tables import PlainTable

_SPANS: Final = (1, 3, 7, 14, 30, 60, 90)


class ComingPart(RegisterPart):
    """The first day first; Enter opens the case. Exported it is a list to call by, with a column for what became of it."""

    def __init__(self, session: DeskSession, context: UiContext) -> None:
        super().__init__(session, context)
        words, usual = context.words, keeping_calendar().remind_days.value
        spans = sorted({*_SPANS, usual})
        self.span = ChoiceEdit(
            {str(one): filled(self.tr("{count} {count|day|days}"), {"count": one}) for one in spans}, empty=None
        )
        self.span.load(str(usual))
        kinds: dict[str, str] = {one: words.label("coming_kind", one) for one in COMING_KINDS}
        self.kind = ChoiceEdit(kinds, empty=self.tr("Everything"))
        self.named(self.span, self.tr("Days from today"), 110)
        self.named(self.kind, self.tr("Kind"), 190)
        self.list: Table[ComingLine] = Table(
            [
                ColumnSpec(self.tr("Due"), lambda one: day(one.coming.on), 96, whole=True),
                ColumnSpec(self.tr("Days"), lambda one: str(one.days), 50, figure=True, order=lambda one: one.days),
                ColumnSpec(self.tr("What"), self._what, 156, bold=True),
                ColumnSpec(self.tr("Case no."), lambda one: one.number, 124, whole=True),
                ColumnSpec(self.tr("Name"), lambda one: one.name, 96, private=True),
                ColumnSpec(self.tr("Bank"), lambda one: one.coming.account.bank if one.coming.account else NONE, 110),
                ColumnSpec(self.tr("Amount"), lambda one: amount(one.coming.amount), 108, figure=True),
                ColumnSpec(
                    self.tr("Telephone"), lambda one: one.phone or NONE, 116, private=True, keep=(3, 4), whole=True
                ),
                ColumnSpec(self.tr("Call"), self._call),
            ],
            sortable=True,
            privacy=context.privacy,
            empty=self.tr(
                "Nothing comes due in these days. Instalments, promises, reviews and next steps are reminded of here."
            ),
        )
        self.list.setAccessibleName(self.tr("Coming due"))
        self.list.opened.connect(lambda one: self.opened.emit(one.case_id))
        choices = flow(
            label(self.tr("Within"), "label"), self.span, label(self.tr("show"), "label"), self.kind, -1, gap=8
        )
        body = column(choices, self.note, self.list, gap=8)
        body.setStretch(2, 1)
        self.setLayout(body)

    def question(self) -> Callable[[Desk], tuple[ComingLine, ...]]:
        return partial(_asked, int(code_of(self.span)))

    def shown(self) -> tuple[ComingLine, ...]:
        """The lines of the chosen kind."""
        kind = code_of(self.kind)
        return tuple(one for one in self.lines if not kind or one.coming.kind == kind)

    def show_lines(self) -> None:
        chosen = self.list.current()
        self.list.show_rows(self.shown(), lambda one: one == chosen)
        told = self.tr(
            "{count} to remind of. Whether a number may be called now follows the rules of contact; Enter opens the case."
        )
        self.note.setText(told.format(count=len(self.shown())))

    def table(self) -> PlainTable:
        from workstation.actions.keep.register_tables import coming_table

        return coming_table(self.shown(), self.wording)

    def entry(self) -> QWidget:
        return self.list if self.lines else self.span

    def _what(self, one: ComingLine) -> str:
        detail = coming_detail(one.coming, self.wording)
        if one.coming.no:
            return detail
        said = self.context.privacy.text(detail) if one.coming.step else detail
        return " · ".join(filter(None, (self.context.words.label("coming_kind", one.coming.kind), said)))

    def _call(self, one: ComingLine) -> str:
        words = self.context.words
        if not one.phone or one.closed is None:
            return words.label("register", "may_call" if one.phone else "no_phone")
        told = words.finding(one.closed)
        return f"✕ {one.from_at.strftime('%m-%d %H:%M')} · {told}" if one.from_at else f"✕ {told}"


def _asked(days: int, desk: Desk) -> tuple[ComingLine, ...]:
    return registers.coming(desk, days)
