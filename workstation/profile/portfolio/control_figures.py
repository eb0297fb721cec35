"""The bank's own control figures under and above its list, compared with the rows that were read: sums, and how many there are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from workstation.errors import Finding, Refused
from workstation.money import Money
from workstation.profile.portfolio import cells as cells_of
from workstation.profile.portfolio.layout import ColumnSource, PortfolioLayout
from workstation.profile.portfolio.portfolio import COMPONENTS
from workstation.received.tables import Row

AMOUNTS: Final = (*COMPONENTS, "total")
DIFFERENCES: Final = frozenset(
    {"sum_differs", "sum_count_differs", "sum_unreadable", "total_differs", "sheet_left", "column_twice"}
)
"""Codes of findings that say that a list contradicts itself or goes on elsewhere; a person confirms before it is imported."""

_COUNT: Final = re.compile(r"([0-9]{1,7}) *(?:户|戶|笔|筆|条|條|件|人|位|records?\b|rows?\b|accounts?\b)")
_ABOVE: Final = re.compile(
    r"(?:共计?|合计|总计|总|合計|總計)[:： ]*([0-9]{1,7}) *(?:户|戶|笔|筆|条|條|件|人|位)"
    r"|(?:总?户数|总?笔数|总?件数|案件数)[:： ]*([0-9]{1,7})(?![0-9.,年月日])"
)


def control_findings(layout: PortfolioLayout, rows: int, people: int, sums: bool) -> Iterator[Finding]:
    """Every control figure that is not what the rows say: sum_differs, sum_count_differs, sum_unreadable. Subject is its row.
    Other sheets that hold a list, too: sheet_left; subject is the sheet. Two columns of one title: column_twice.

    A sum may be that of all rows above it, or of those since the sum before. ``rows``: how many there are; ``sums``: whether the
    list has any, for which its rows are read once more.
    """
    yield from _above(layout, rows, people)
    yield from (Finding("sheet_left", sheet, {"sheet": sheet, "rows": str(count)}) for sheet, count in layout.others)
    yield from (Finding("column_twice", title, {"column": title, "other": place}) for title, place in layout.twice())
    if not sums:
        return
    sources = list(_sources(layout))
    seen, found = _Added(len(sources)), list[tuple[int, Row, _Added, _Added]]()
    since = _Added(len(sources))
    for number, cells, is_sum in layout.rows():
        if is_sum:
            found.append((number, cells, seen.copy(), since))
            since = _Added(len(sources))
            continue
        figures = [_minor(source.read(cells), layout, source) or 0 for source in sources]
        seen.add(figures)
        since.add(figures)
    for number, cells, above, part in found:
        whole, some = (above, part) if above.rows else (seen, seen)  # a sum on top is that of all below it
        for at, source in enumerate(sources):
            yield from _sum(layout, number, cells, source, whole.sums[at], some.sums[at])
        yield from _count(number, cells, {whole.rows, some.rows, people}, whole.rows)


class _Added:
    """Rows counted, and their figures by column added up."""

    def __init__(self, columns: int) -> None:
        self.rows, self.sums = 0, [0] * columns

    def add(self, figures: Sequence[int]) -> None:
        self.rows += 1
        self.sums = [one + other for one, other in zip(self.sums, figures, strict=True)]

    def copy(self) -> _Added:
        made = _Added(0)
        made.rows, made.sums = self.rows, list(self.sums)
        return made


def _sources(layout: PortfolioLayout) -> Iterator[ColumnSource]:
    for field in AMOUNTS:
        yield from (source for source in layout.sources.get(field, ()) if source.column >= 0)


def _sum(
    layout: PortfolioLayout, number: int, cells: Row, source: ColumnSource, whole: int, part: int
) -> Iterator[Finding]:
    text = source.read(cells)
    if cells_of.blank(text):
        return
    shown = {"column": layout.header[source.column], "text": text}
    stated = _minor(text, layout, source)
    if stated is None:
        yield Finding("sum_unreadable", f"row {number}", shown)
    elif stated not in (whole, part):
        expected = Money(whole, layout.currency).grouped()
        yield Finding("sum_differs", f"row {number}", {**shown, "expected": expected})


def _minor(text: str, layout: PortfolioLayout, source: ColumnSource) -> int | None:
    """Minor units of a cell, in whatever currency its list is: sums compare figures. None for what is no amount."""
    try:
        return None if cells_of.blank(text) else cells_of.amount(text, layout.currency, source.unit).minor
    except Refused:
        return None


def _count(number: int, cells: Row, right: set[int], rows: int) -> Iterator[Finding]:
    for cell in cells:
        found = _COUNT.search(cell)
        if found and int(found[1]) not in right:
            yield Finding("sum_count_differs", f"row {number}", {"text": found[0], "rows": str(rows)})


def _above(layout: PortfolioLayout, rows: int, people: int) -> Iterator[Finding]:
    """Numbers of debtors or rows in the lines above the list."""
    for index, cells in enumerate(layout.sheet.first[: layout.header_row]):
        found = _ABOVE.search(" ".join(cells))
        if found and int(found[1] or found[2]) not in (rows, people):
            yield Finding("sum_count_differs", f"row {index + 1}", {"text": found[0], "rows": str(rows)})
