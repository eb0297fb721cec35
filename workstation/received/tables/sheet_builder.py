"""Cells put where they belong, in any order of rows, with an end to what a file may claim; formats and formulas heeded."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Final

from workstation.characters import restored
from workstation.received.tables.shown import shown
from workstation.received.tables.table import Row, Sheet, check_extent
from workstation.received.tables.text_file import UNSEEN

_SURE_DIGITS: Final = 15
_MOST_TENS: Final = 40


class SheetBuilder:
    """Collects one sheet; places are (row, column) from 0."""

    def __init__(self, title: str, name: str) -> None:
        self.title, self._name = title, name
        self._cells: dict[int, dict[int, str]] = {}
        self._merged: list[tuple[int, int, int, int]] = []
        self._inexact: set[tuple[int, int]] = set()
        self._uncomputed: set[tuple[int, int]] = set()
        self._rows = self._columns = 0

    def put(self, row: int, column: int, text: str) -> None:
        """A cell that shows ``text``. Raises `Refused` (table_too_large) for one beyond the limits."""
        self._rows, self._columns = max(self._rows, row + 1), max(self._columns, column + 1)
        check_extent(self._rows, self._columns, self._name)
        self._cells.setdefault(row, {})[column] = restored(UNSEEN.sub("", text)).strip()

    def number(self, row: int, column: int, written: str, code: str = "") -> None:
        """A number as the file writes it, under a number format that shows another figure, if any. Raises `ValueError`."""
        value = _decimal(written)
        text = format(value, "f")
        if abs(value) >= 10**_SURE_DIGITS:
            self._inexact.add((row, column))
        elif value != value.to_integral_value():
            text = format(Decimal(format(value, f".{_SURE_DIGITS}g")), "f")
        if "." in text:
            text = text.rstrip("0").rstrip(".")
        self.put(row, column, shown(Decimal(text), code) if code else text)

    def formula(self, row: int, column: int, text: str) -> None:
        """A formula whose result is not in the file."""
        self.put(row, column, text if text.startswith("=") else f"={text or '…'}")
        self._uncomputed.add((row, column))

    def merge(self, row: int, column: int, across: int, down: int) -> None:
        """A cell drawn over so many more columns and rows."""
        if across or down:
            self._merged.append((row, column, row + down, column + across))

    def sheet(self) -> Sheet:
        """What was collected."""
        rows: list[Row] = []
        for at in sorted(self._cells):
            rows += [()] * (at - len(rows))
            cells = self._cells[at]
            rows.append(tuple(cells.get(column, "") for column in range(max(cells) + 1)))
        while rows and not any(rows[-1]):
            rows.pop()
        return Sheet(
            self.title, tuple(rows), frozenset(self._inexact), frozenset(self._uncomputed), merged=tuple(self._merged)
        )


def _decimal(written: str) -> Decimal:
    try:
        value = Decimal(written)
    except InvalidOperation:
        raise ValueError(f"{written} is no number") from None
    if not value.is_finite() or abs(value.adjusted()) > _MOST_TENS:
        raise ValueError(f"{written} is no number of a table")
    return value
