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

Numbered = tuple[int, Row]
"""Row number as a spreadsheet shows it, and its cells."""

AMOUNTS: Final = (*COMPONENTS, "total")
DIFFERENCES: Final = frozenset({"sum_differs", "sum_count_differs", "sum_unreadable", "total_differs"})
"""Codes of findings that say that a list contradicts itself; a person confirms before it is imported."""

_COUNT: Final = re.compile(r"([0-9]{1,7}) *(?:户|戶|笔|筆|条|條|件|人|位|records?\b|rows?\b|accounts?\b)")
_ABOVE: Final = re.compile(
    r"(?:共计?|合计|总计|总|合計|總計)[:： ]*([0-9]{1,7}) *(?:户|戶|笔|筆|条|條|件|人|位)"
    r"|(?:总?户数|总?笔数|总?件数|案件数)[:： ]*([0-9]{1,7})(?![0-9.,年月日])"
)


def control_findings(layout: PortfolioLayout, rows: Sequence[Numbered], people: int) -> Iterator[Finding]:
    """Every control figure that is not what the rows say: sum_differs, sum_count_differs, sum_unreadable. Subject is its row.

    A sum may be that of all rows above it, or of those since the sum before.
    """
    yield from _above(layout, len(rows), people)
    before = 0
    for number, cells in layout.sums:
        above = [row for row in rows if row[0] < number] or list(rows)
        since = [row for row in above if row[0] > before]
        before = number
        for field in AMOUNTS:
            for source in layout.sources.get(field, ()):
                if source.column >= 0:
                    yield from _sum(layout, number, cells, source, above, since)
        yield from _count(number, cells, {len(above), len(since), people}, len(above))


def _sum(
    layout: PortfolioLayout,
    number: int,
    cells: Row,
    source: ColumnSource,
    above: Sequence[Numbered],
    since: Sequence[Numbered],
) -> Iterator[Finding]:
    text = source.read(cells)
    if cells_of.blank(text):
        return
    shown = {"column": layout.header[source.column], "text": text}
    stated = _minor(text, layout, source)
    if stated is None:
        yield Finding("sum_unreadable", f"row {number}", shown)
        return
    whole, part = (_added(group, layout, source) for group in (above, since))
    if stated not in (whole, part):
        expected = Money(whole, layout.mapping.currency).grouped()
        yield Finding("sum_differs", f"row {number}", {**shown, "expected": expected})


def _added(rows: Sequence[Numbered], layout: PortfolioLayout, source: ColumnSource) -> int:
    return sum(_minor(source.read(cells), layout, source) or 0 for _, cells in rows)


def _minor(text: str, layout: PortfolioLayout, source: ColumnSource) -> int | None:
    """Minor units of a cell, in whatever currency its list is: sums compare figures. None for what is no amount."""
    try:
        return None if cells_of.blank(text) else cells_of.amount(text, layout.mapping.currency, source.unit).minor
    except Refused:
        return None


def _count(number: int, cells: Row, right: set[int], rows: int) -> Iterator[Finding]:
    for cell in cells:
        found = _COUNT.search(cell)
        if found and int(found[1]) not in right:
            yield Finding("sum_count_differs", f"row {number}", {"text": found[0], "rows": str(rows)})


def _above(layout: PortfolioLayout, rows: int, people: int) -> Iterator[Finding]:
    """Numbers of debtors or rows in the lines above the list."""
    for index, cells in enumerate(layout.sheet.rows[: layout.header_row]):
        found = _ABOVE.search(" ".join(cells))
        if found and int(found[1] or found[2]) not in (rows, people):
            yield Finding("sum_count_differs", f"row {index + 1}", {"text": found[0], "rows": str(rows)})
