"""The entries of a statement as rows of editors: assets, past income, dependants; an empty row is none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from ui.context import UiContext
from ui.widgets.editor_state import put_state, typed_state
from ui.widgets.editors import ChoiceEdit, CountEdit, TextEdit
from ui.widgets.money_edit import MoneyEdit
from ui.widgets.parts import clear, label
from workstation.errors import Refused
from workstation.money import Money
from workstation.profile.statement import StatementKind, StatementLine, read_share, share_shown

_SPARE: Final = 2  # empty rows that stand ready
_YEARS: Final = (1990, 2200)


class ShareEdit(TextEdit):
    """A share of responsibility in hundredths of a percent, or nothing."""

    def __init__(self) -> None:
        super().__init__("50%")
        self.setAlignment(Qt.AlignmentFlag.AlignRight)

    def load(self, value: object) -> None:
        self.setText(share_shown(value) if isinstance(value, int) else "")

    def draft(self) -> object:
        text = self.text().strip()
        return read_share(text) if text else None


def _begun(editors: tuple[Any, ...]) -> bool:
    """Whether anything was typed beside the kind."""
    return any(editor.text().strip() for editor in editors[1:])


class StatementLines(QWidget):
    """A grid of kind, name, amount, year, share and note, with empty rows at the end."""

    edited = Signal()

    def __init__(self, context: UiContext) -> None:
        super().__init__()
        self._context = context
        self.rows: list[tuple[Any, ...]] = []
        self._currency = ""
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 4, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        for side, stretch in ((1, 3), (5, 2)):
            self._grid.setColumnStretch(side, stretch)

    def load(self, lines: Sequence[StatementLine], currency: str) -> None:
        """Show stored entries and empty rows after them; where they stand already, nothing moves."""
        if self.rows and currency == self._currency and self._stands(tuple(lines)):
            return
        self._currency = currency
        self._build(len(lines) + _SPARE)
        for editors, line in zip(self.rows, lines, strict=False):
            values = (line.kind, line.name, line.amount, line.year, line.share, line.note)
            for editor, value in zip(editors, values, strict=True):
                editor.load(value)

    def _stands(self, lines: tuple[StatementLine, ...]) -> bool:
        try:
            return self.draft() == lines and not _begun(self.rows[-1])
        except Refused:
            return False

    def add_row(self) -> None:
        """One more empty row, with the cursor in it; what stands in the others stays."""
        typed = self.typed()
        self._build(len(self.rows) + 1)
        self.put_typed(typed)
        self.rows[-1][0].setFocus()

    def _build(self, count: int) -> None:
        clear(self._grid)
        names = (
            self.tr("Kind"), self.tr("Name or description"), self.tr("Amount"), self.tr("Year"),
            self.tr("Share of support"), self.tr("Note"),
        )  # fmt: skip
        for side, name in enumerate(names):
            self._grid.addWidget(label(name, "label"), 0, side)
        self.rows = []
        for number in range(count):
            editors: tuple[Any, ...] = (
                ChoiceEdit(self._context.words.choices("statement_kind"), empty=None), TextEdit(), MoneyEdit(self._currency),
                CountEdit(*_YEARS), ShareEdit(), TextEdit(free=True),
            )  # fmt: skip
            for side, editor in enumerate(editors):
                editor.setAccessibleName(f"{names[side]} {number + 1}")
                editor.edited.connect(self.edited)
                self._grid.addWidget(editor, number + 1, side)
            for side, width in ((0, 140), (2, 120), (3, 72), (4, 96)):
                editors[side].setFixedWidth(width)
            self.rows.append(editors)
        self._grid.setRowStretch(count + 1, 1)

    def raw(self) -> tuple[object, ...]:
        """What stands in the rows in which anything was typed, comparable."""
        return tuple(tuple(editor.raw() for editor in editors) for editors in self.rows if _begun(editors))

    def typed(self) -> dict[str, object]:
        """What stands in the editors by number, as typed."""
        return {str(number): [typed_state(one) for one in editors] for number, editors in enumerate(self.rows)}

    def put_typed(self, state: Mapping[str, Any]) -> None:
        """Put back what `typed` answered."""
        if len(state) > len(self.rows):
            self._build(len(state))
        for number, editors in enumerate(self.rows):
            for editor, one in zip(editors, state.get(str(number), ()), strict=False):
                put_state(editor, one)

    def draft(self) -> tuple[StatementLine, ...]:
        """The entries, those without a name, too. Raises `Refused` where an amount, a year or a share cannot be read."""
        found = []
        for kind, name, amount, year, share, note in self.rows:
            if _begun((kind, name, amount, year, share, note)):
                found.append(
                    StatementLine(
                        cast(StatementKind, kind.draft()),
                        name.text().strip(),
                        cast(Money, amount.draft()),
                        cast("int | None", year.draft()),
                        cast("int | None", share.draft()),
                        note.text().strip(),
                    )
                )
        return tuple(found)
