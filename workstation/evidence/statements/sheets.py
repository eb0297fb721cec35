"""A sheet as the readers of statements see it: cells drawn as one give their day or words to every row that they cover."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Final

from workstation.evidence.statements import cells
from workstation.received.tables import Row, Sheet

_GROUND: Final = "CNY"
"""Whether a text is an amount at all is asked in any currency."""


def sheet_rows(sheet: Sheet) -> tuple[Row, ...]:
    """The rows of a sheet. An amount that several rows share stays in the first of them: the file holds it once.

    Numbers that lost digits are written with a power of ten, as people see them, so that no reader takes them for whole ones.
    """
    if not sheet.merged and not sheet.inexact:
        return sheet.rows
    rows = [list(row) for row in sheet.rows]
    for row, column in sheet.inexact:
        if row < len(rows):
            rows[row][column] = _shortened(rows[row][column])
    for top, left, bottom, _ in sheet.merged:
        text = rows[top][left] if top < len(rows) and left < len(rows[top]) else ""
        if text and (cells.looks_like_day(text) or cells.amount(text, _GROUND) is None):
            for below in range(top + 1, min(bottom + 1, len(rows))):
                rows[below] += [""] * (left + 1 - len(rows[below]))
                rows[below][left] = rows[below][left] or text
    return tuple(map(tuple, rows))


def _shortened(text: str) -> str:
    try:
        return f"{Decimal(text):.14E}"
    except InvalidOperation:
        return text
