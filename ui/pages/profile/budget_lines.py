"""The lines of one side of a budget: every category stands ready, so that nothing is forgotten; empty ones are not kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from ui.context import UiContext
from ui.merging import draft_of
from ui.typed_signal import TypedSignal, signal
from ui.widgets.editor_state import put_state, typed_state
from ui.widgets.editors import ChoiceEdit
from ui.widgets.money_edit import MoneyEdit
from ui.widgets.parts import clear, label, name_field, restyle
from workstation.errors import Refused
from workstation.money import Money
from workstation.profile.budget import BudgetLine, Every, Side

_STEPS: Final = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class BudgetLines(QWidget):
    """A grid of category, amount and period. A category that is stored twice stands twice."""

    edited = Signal()
    passed: TypedSignal[int] = signal(1)
    """Up or down was pressed at an end: which way."""

    def __init__(self, context: UiContext, side: Side) -> None:
        super().__init__()
        self._context, self._side = context, side
        self.rows: list[tuple[str, MoneyEdit, ChoiceEdit, str]] = []
        self._names: list[QLabel] = []
        self.guides: dict[str, QLabel] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 4, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(3)
        self._grid.setColumnStretch(0, 1)

    def load(self, lines: Sequence[BudgetLine], currency: str) -> None:
        """Show stored lines among all categories."""
        known = self._context.words.choices(f"category.{self._side}")
        stored = {line.category for line in lines}
        empty = [BudgetLine(self._side, code, Money.zero(currency)) for code in known if code not in stored]
        order = {code: index for index, code in enumerate(known)}
        wanted = sorted([*lines, *empty], key=lambda line: order.get(line.category, len(order)))
        if [line.category for line in wanted] != [code for code, *_ in self.rows]:
            self._build(wanted, currency)
        for (_, edit, every, _), line in zip(self.rows, wanted, strict=True):
            if not (edit.hasFocus() and draft_of(edit) == line.amount):  # half an amount and its cursor stay
                edit.load(line.amount)
            every.load(line.every)
        self.read_in(currency)

    def read_in(self, currency: str) -> None:
        """Read what stands in the lines, and what is typed from now on, in a currency."""
        for _, edit, *_ in self.rows:
            edit.currency = currency

    def _build(self, wanted: Sequence[BudgetLine], currency: str) -> None:
        clear(self._grid)
        self.rows, self.guides = [], {}
        for number, line in enumerate(wanted):
            name = label(self._context.words.label(f"category.{self._side}", line.category))
            edit = MoneyEdit(currency)
            every = ChoiceEdit(self._context.words.choices("every"), empty=None)
            name_field(name, edit)
            edit.setAccessibleName(name.text())
            every.setAccessibleName(self.tr("Period of {category}").format(category=name.text()))
            edit.setMinimumWidth(80 if self._side == "expense" else 90)
            every.setFixedWidth(max(104, every.whole_width + 2))
            for side, part in enumerate((name, edit, every)):
                self._grid.addWidget(part, number, side)
            if self._side == "expense" and line.category not in self.guides:
                self.guides[line.category] = label("", "hint")
                self._grid.addWidget(self.guides[line.category], number, 3)
            edit.edited.connect(lambda edit=edit: self._on_edited(edit))
            every.edited.connect(self.edited)
            self.rows.append((line.category, edit, every, line.note))
        self._grid.setRowStretch(len(wanted), 1)

    def show_guidelines(self, guides: Mapping[str, tuple[str, str]]) -> None:
        """Beside each category what is usually spent, and in its tip of whom and by which source; or how to fill the gap."""
        for code, shown in self.guides.items():
            text, tip = guides.get(code, ("", ""))
            shown.setText(text)
            shown.setToolTip(tip)
            shown.setAccessibleName(tip)

    def raw(self) -> tuple[object, ...]:
        """What stands in the lines, comparable."""
        return tuple((code, edit.raw(), every.raw()) for code, edit, every, _ in self.rows)

    def typed(self) -> dict[str, object]:
        """What stands in the editors by number and category, as typed."""
        return {
            f"{number}.{code}": [typed_state(edit), typed_state(every)]
            for number, (code, edit, every, _) in enumerate(self.rows)
        }

    def put_typed(self, state: Mapping[str, Any]) -> None:
        """Put back what `typed` answered; a line that is gone is passed over."""
        for number, (code, edit, every, _) in enumerate(self.rows):
            for editor, one in zip((edit, every), state.get(f"{number}.{code}", ()), strict=False):
                put_state(editor, one)

    def draft(self) -> list[BudgetLine]:
        """The lines that hold an amount. Raises `Refused` and marks the line when one cannot be read."""
        lines = []
        for code, edit, every, note in self.rows:
            try:
                amount = cast(Money, edit.draft())
            except Refused as refused:
                self._mark(edit, self._context.words.finding(refused.findings[0]))
                raise
            if amount:
                lines.append(BudgetLine(self._side, code, amount, cast(Every, every.draft()), note))
        return lines

    @property
    def wrong(self) -> str:
        """What is said of the first line that cannot be read, with its name; empty where each can."""
        wrong = (edit for _, edit, *_ in self.rows if edit.property("wrong"))
        return next((self._context.words.attributed(edit.accessibleName(), edit.toolTip()) for edit in wrong), "")

    def focus_first(self) -> None:
        """Put the cursor into the first line."""
        self.enter(0)

    def enter(self, at: int) -> None:
        """Put the cursor into the amount of a line; -1 is the last."""
        if self.rows:
            self.rows[at][1].setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down go from amount to amount; Tab comes by the periods, too."""
        step = _STEPS.get(Qt.Key(event.key()), 0)
        at = next((at for at, (_, edit, *_) in enumerate(self.rows) if edit.hasFocus()), None)
        if not step or at is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif 0 <= at + step < len(self.rows):
            self.enter(at + step)
        else:
            self.passed.emit(step)

    def _on_edited(self, edit: MoneyEdit) -> None:
        self._mark(edit, "")
        self.edited.emit()

    def _mark(self, edit: MoneyEdit, sentence: str) -> None:
        edit.setToolTip(sentence)
        edit.setAccessibleDescription(sentence)
        if bool(edit.property("wrong")) != bool(sentence):
            edit.setProperty("wrong", bool(sentence))
            restyle(edit)
