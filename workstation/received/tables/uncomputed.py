"""Formulas whose result nobody has stored: named so that a person can mend them, or filled from a copy that was computed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from workstation.errors import Finding, Refused
from workstation.received.tables.marks import Place, column_letters
from workstation.received.tables.table import Row, Sheet, Table

_FIGURE: Final = re.compile(r"[-+]?[0-9][0-9,.%-]*")
_FAILED: Final = re.compile(r"#[A-Z0-9/!?]+|Err:[0-9]+")
_MOST_COLUMNS: Final = 6


def refuse_uncomputed(table: Table, name: str) -> Table:
    """The table, where every value of its visible sheets is stored.

    Raises `Refused` (table_not_computed) naming the columns, since no value, or the 0 that some programs store, is no amount.
    """
    found = tuple(_named(table, name))
    if found:
        raise Refused(*found)
    return table


def _named(table: Table, name: str) -> Iterator[Finding]:
    for sheet in table.sheets:
        if sheet.uncomputed:
            yield Finding("table_not_computed", name, {"name": name, **_figures(sheet, sheet.uncomputed)})


def computed_findings(table: Table, name: str) -> tuple[Finding, ...]:
    """What is said of values that were computed here, for a person to look at (formulas_computed)."""
    return tuple(
        Finding("formulas_computed", name, {"name": name, **_figures(sheet, sheet.computed)})
        for sheet in table.sheets
        if sheet.computed
    )


def _figures(sheet: Sheet, places: frozenset[Place]) -> dict[str, str]:
    columns = sorted({column for _, column in places})
    named = [_column(sheet, column, min(row for row, at in places if at == column)) for column in columns]
    shown = named[:_MOST_COLUMNS] + ["…"] * (len(named) > _MOST_COLUMNS)
    return {"sheet": sheet.name, "columns": ", ".join(shown), "cells": str(len(places))}


def _column(sheet: Sheet, column: int, first: int) -> str:
    """A column by the nearest words above its first formula, and by its letters."""
    above = (row[column] for row in reversed(sheet.rows[:first]) if len(row) > column)
    title = next((text for text in above if text and text[0] != "=" and not _FIGURE.fullmatch(text)), "")
    return f"{title} ({column_letters(column)})" if title else column_letters(column)


def completed(table: Table, copy: Table) -> Table:
    """The table with the results that a computed copy of the same file holds; every other cell stays as it was read.

    A formula that failed there, too, stays without a result.
    """
    copies = {sheet.name: sheet for sheet in copy.sheets}
    return replace(table, sheets=tuple(_filled(sheet, copies.get(sheet.name)) for sheet in table.sheets))


def _filled(sheet: Sheet, copy: Sheet | None) -> Sheet:
    if copy is None or not sheet.uncomputed:
        return sheet
    results = {
        (row, column): copy.rows[row][column]
        for row, column in sheet.uncomputed - copy.uncomputed
        if row < len(copy.rows) and column < len(copy.rows[row]) and not _FAILED.fullmatch(copy.rows[row][column])
    }
    rows = tuple(_with(row, index, results) for index, row in enumerate(sheet.rows))
    done = frozenset(results)
    return replace(sheet, rows=rows, uncomputed=sheet.uncomputed - done, computed=done)


def _with(row: Row, index: int, results: dict[Place, str]) -> Row:
    return tuple(results.get((index, column), text) for column, text in enumerate(row))
