"""The figures of the application that one proof may show: what each is now, and whether a page was confirmed to show it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.context import UiContext
from ui.look.wording import amount, day
from ui.value_table import ColumnSpec, Table
from workstation.actions.evidence import sources
from workstation.actions.evidence.sources import FigureState, ItemSource, Proposal
from workstation.money import Money

if TYPE_CHECKING:
    from workstation.casework.case_file import CaseFile
    from workstation.casework.sources.figures import SourcedFigure


class FigureList(QObject):
    """``table`` shows them; what the text of the proof says comes first."""

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self._file: CaseFile | None = None
        self._item_id = ""
        self._said: frozenset[str] = frozenset()
        self.table: Table[FigureState] = Table(
            [
                ColumnSpec(self.tr("Figure"), self._name, 96, whole=True),
                ColumnSpec(self.tr("Value"), lambda one: self._value(one.figure), private=True),
                ColumnSpec(self.tr("Source"), self._state, 80, whole=True),
            ],
            line=28,
            privacy=context.privacy,
            empty=self.tr("Figures that a proof can show are listed here once they are entered."),
        )
        self.table.setAccessibleName(self.tr("Figures of the application"))

    def show_figures(self, file: CaseFile, source: ItemSource, said: Sequence[Proposal], key: str) -> None:
        """Those that a proof may show; ``key`` is chosen, else the first that is not confirmed on it."""
        self._file, self._item_id = file, source.item.id
        self._said = frozenset(one.figure for one in said)
        may = {one.key for one in source.figures}
        states = [one for one in sources.figure_states(file) if one.figure.key in may]
        states.sort(key=lambda one: one.figure.key not in self._said)
        first = key or next((one.figure.key for one in states if not self.is_here(one)), "")
        self.table.blockSignals(True)
        self.table.show_rows(states)
        self.table.selectRow(0)
        self.choose(first)
        self.table.blockSignals(False)

    def choose(self, key: str) -> None:
        """Choose a figure."""
        self.table.select(lambda one: one.figure.key == key)

    def go_on(self, key: str) -> None:
        """To the next figure that this proof says and that is not confirmed on it; else it stays at ``key``."""
        left = [one for one in self.table.content.rows if one.figure.key in self._said and not self.is_here(one)]
        self.choose(left[0].figure.key if left else key)
        self.table.setFocus()

    def is_here(self, one: FigureState) -> bool:
        """Whether a figure was confirmed on this proof."""
        return any(held.item_id == self._item_id for held in one.sources)

    def _name(self, one: FigureState) -> str:
        figure, words = one.figure, self._context.words
        if figure.line is not None:
            category = words.label(f"category.{figure.line.side}", figure.line.category)
            return f"{category} · {words.label('every', figure.line.every)}"
        name = words.label("paper.component" if figure.kind == "amount" else "paper.figure", figure.name)
        accounts = self._file.accounts_by_id if self._file is not None else {}
        account = accounts.get(figure.account_id) if len(accounts) > 1 else None
        return f"{name} · {account.bank} {self._context.privacy.text(account.tail)}" if account else name

    def _value(self, figure: SourcedFigure) -> str:
        value = figure.value
        if isinstance(value, Money):
            return amount(value)
        if not isinstance(value, str):
            return day(value)
        reason = self._file.pack.reasons.get(value) if figure.kind == "meaning" and self._file is not None else None
        return self._context.words.titled(reason.title, value) if reason is not None else value

    def _state(self, one: FigureState) -> str:
        if self.is_here(one):
            return self.tr("✓ here")
        if one.sources:
            return self.tr("✓ elsewhere")
        if one.outdated:
            return self.tr("△ value changed")
        return self.tr("found here") if one.figure.key in self._said else ""
