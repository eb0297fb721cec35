"""Where the list of a statement begins: the row of column titles below whatever the issuer prints above it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

from workstation.evidence.statements import cells
from workstation.evidence.statements.layout import Layout
from workstation.evidence.statements.titles import stacked

Rows = Sequence[Sequence[str]]
"""Cells as text without padding."""

_SEARCHED: Final = 60  # rows above a header; the longest known preamble has 25


def header_row(layout: Layout, rows: Rows, titles: Sequence[frozenset[str]] = ()) -> int | None:
    """Index of the row that holds all columns of the layout below its marks; None when this is another layout.

    ``titles`` are `titles_of` the rows, for who asks many layouts about one table.
    """
    wanted = _wanted(layout.header)
    for index, found in enumerate(titles or titles_of(rows)):
        if wanted <= found:
            above = "\n".join(" ".join(row) for row in rows[:index])
            return index if all(mark in above for mark in layout.marks) else None
    return None


@lru_cache
def _wanted(header: tuple[str, ...]) -> frozenset[str]:
    return frozenset(map(cells.plain, header))


def stacked_rows(rows: Rows) -> Rows:
    """The first rows as headings of two rows, each put under the row above it."""
    first = rows[: _SEARCHED + 1]
    return [*first[:1], *(stacked(upper, lower) for upper, lower in pairwise(first))]


def titles_of(rows: Rows) -> tuple[frozenset[str], ...]:
    """The cells of the first rows as column titles are compared."""
    return tuple(frozenset(map(cells.title, row)) for row in rows[:_SEARCHED])
