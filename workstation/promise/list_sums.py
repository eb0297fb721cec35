"""The sums that a bank's list prints of itself, compared with the rows above them; a person confirms where they differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workstation.errors import Finding, Refused
from workstation.list_scale import decimal_unit
from workstation.money import Money
from workstation.profile.portfolio import cells as cells_of
from workstation.promise.bank_list import FoundList
from workstation.received.tables import Row

Numbered = tuple[int, Row]


def sum_findings(found: FoundList, fields: Sequence[str], currency: str) -> Iterator[Finding]:
    """Every sum that is not what its rows say: sum_differs, sum_unreadable. It may be that of all rows above, or since the last."""
    before = 0
    for number, cells in found.sums:
        above = [cells for row, cells in found.lines if row < number] or [cells for _, cells in found.lines]
        since = [cells for row, cells in found.lines if before < row < number]
        before = number
        for at in (at for field in fields for at in found.columns.get(field, ())):
            text = cells[at].strip() if at < len(cells) else ""
            if cells_of.blank(text):
                continue
            shown = {"column": found.header[at], "text": text}
            stated, whole = _minor(found, at, cells, currency), _added(found, at, above, currency)
            if stated is None:
                yield Finding("sum_unreadable", f"row {number}", shown)
            elif stated not in (whole, _added(found, at, since, currency)):
                expected = Money(whole, currency).grouped()
                yield Finding("sum_differs", f"row {number}", {**shown, "expected": expected})


def _added(found: FoundList, at: int, rows: Sequence[Row], currency: str) -> int:
    return sum(_minor(found, at, cells, currency) or 0 for cells in rows)


def _minor(found: FoundList, at: int, cells: Row, currency: str) -> int | None:
    """Minor units of a cell, in whatever currency its row is: sums compare figures. None for what is no amount."""
    text = cells[at].strip() if at < len(cells) else ""
    try:
        return None if cells_of.blank(text) else cells_of.amount(text, currency, decimal_unit(found.scale(at))).minor
    except Refused:
        return None
