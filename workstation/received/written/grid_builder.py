"""Cells put into a grid as they come: spans kept, what a spreadsheet says of a cell heeded, and an end to every table."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import Final

from workstation.received.written.page import Grid, Place

MAX_ROWS: Final = 200_000
MAX_COLUMNS: Final = 1_000
MAX_CELLS: Final = 8_000_000
"""As of any table that is read."""
_FIGURE: Final = re.compile(r"[-+(]?[0-9][0-9,]*(?:\.[0-9]*)?(?:E[-+]?[0-9]+)?\)?|#+", re.IGNORECASE)
_SURE_DIGITS: Final = 15


class TooLarge(Exception):
    """A table passes the limits; the message tells its size."""


class GridBuilder:
    """Rows and cells in their order; ``taken`` gives the table so far and begins anew."""

    def __init__(self) -> None:
        self._begin()
        self.in_cell = False
        self._given: dict[str, str] = {}
        self._text = ""

    def _begin(self) -> None:
        self._rows: list[list[str]] = []
        self._covered: dict[int, int] = {}
        self._merged: list[tuple[int, int, int, int]] = []
        self._uncomputed: set[Place] = set()
        self._inexact: set[Place] = set()
        self._widest = 0

    def begin_row(self) -> None:
        """A new row; cells of rows above that reach into it keep their columns."""
        if self._rows:
            self._covered = {column: left - 1 for column, left in self._covered.items() if left > 1}
        self._rows.append([])
        if len(self._rows) > MAX_ROWS or len(self._rows) * self._widest > MAX_CELLS:
            raise TooLarge(f"{len(self._rows):,} × {self._widest:,}")

    def begin_cell(self, given: dict[str, str]) -> None:
        """A new cell with its attributes."""
        if not self._rows:
            self.begin_row()
        self.in_cell, self._given, self._text = True, given, ""

    def add(self, text: str) -> None:
        """Text of the open cell, of which more may follow."""
        self._text = f"{self._text}\n{text}".strip()

    def end_cell(self, text: str) -> None:
        """The open cell ends."""
        self.add(text)
        self._put(self._text)
        self.in_cell, self._text = False, ""

    def _put(self, text: str) -> None:
        if not self._rows:  # a table inside the cell has ended what was before
            self.begin_row()
        row, at = self._rows[-1], len(self._rows) - 1
        while self._covered.get(len(row), 0):
            row.append("")
        column = len(row)
        across, down = _span(self._given, "colspan", MAX_COLUMNS), _span(self._given, "rowspan", MAX_ROWS)
        row += [self._value(text, (at, column)), *[""] * (across - 1)]
        if len(row) > MAX_COLUMNS:
            raise TooLarge(f"{len(self._rows):,} × {len(row):,}")
        self._widest = max(self._widest, len(row))
        if down > 1:
            self._covered |= dict.fromkeys(range(column, column + across), down)
        if across > 1 or down > 1:
            self._merged.append((at, column, at + down - 1, column + across - 1))

    def _value(self, text: str, place: Place) -> str:
        """The text of a cell; where a program of tables gives the number behind what is shown, that."""
        number = self._given.get("x:num", "").strip()
        if number and (not text or _FIGURE.fullmatch(text)):
            text = _plain(number) or text
            if len(text.lstrip("-").partition(".")[0]) > _SURE_DIGITS:
                self._inexact.add(place)
        elif not text and (formula := self._given.get("x:fmla")):
            self._uncomputed.add(place)
            return formula
        return text

    def taken(self) -> Grid | None:
        """The table up to here, None where it holds nothing."""
        if self._text:
            self._put(self._text)
            self._text = ""
        last = len(self._rows) - 1
        merged = tuple((top, left, min(bottom, last), right) for top, left, bottom, right in self._merged)
        grid = Grid(tuple(map(tuple, self._rows)), merged, frozenset(self._uncomputed), frozenset(self._inexact))
        self._begin()
        return grid if any(map(any, grid.rows)) or grid.uncomputed else None


def _span(given: dict[str, str], name: str, most: int) -> int:
    digits = re.match(r"\s*([0-9]{1,6})", given.get(name, ""))
    return min(max(int(digits[1]), 1), most) if digits else 1


def _plain(number: str) -> str:
    """A number with the digits that a spreadsheet is sure of, without a power of ten; empty for what is none."""
    try:
        value = Decimal(number)
    except InvalidOperation:
        return ""
    if not value.is_finite() or abs(value.adjusted()) > 40:
        return ""
    text = format(Decimal(format(value, f".{_SURE_DIGITS}g")) if value.adjusted() < _SURE_DIGITS else value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
