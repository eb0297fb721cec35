"""How a paper is printed, and what may not be requested: what goes to a bank or is signed gets a sheet of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from workstation.errors import Finding
from workstation.field_ref import FieldRef

Sides = Literal["one", "long_edge", "short_edge"]

SIDES: Final[tuple[Sides, ...]] = ("one", "long_edge", "short_edge")
PER_SHEET: Final = (1, 2, 4)
MOST_COPIES: Final = 50
HANDOUTS: Final = frozenset({"comparison", "evidence-request", "formulas"})
"""Papers that are only read: neither filed by a bank nor signed, so that they may be made smaller."""
_RANGE: Final = re.compile(r"(\d{1,4})(?:\s*[-–—～~]\s*(\d{1,4}))?")


@dataclass(frozen=True, slots=True)
class PrintOrder:
    """``printer`` by its name in the system; ``per_sheet`` pages share a side; ``part`` is empty (all), ``3`` or ``2-5``.

    Pages always print at their own size; only several on a sheet make them smaller.
    """

    printer: str
    copies: int = 1
    sides: Sides = "one"
    per_sheet: int = 1
    part: str = ""

    def span(self, pages: int) -> tuple[int, int]:
        """First and last page of a paper of so many pages, counted from 1; (0, 0) when ``part`` does not name any."""
        if not self.part:
            return 1, pages
        found = _RANGE.fullmatch(self.part.strip())
        if found is None:
            return 0, 0
        first, last = int(found[1]), int(found[2] or found[1])
        return (first, last) if 1 <= first <= last <= pages else (0, 0)


def order_findings(order: PrintOrder, kind: str, pages: int) -> tuple[Finding, ...]:
    """What forbids an order for a paper of ``kind`` (or ``packet``) with so many pages, each at its field ``print.…``."""
    return tuple(_findings(order, kind, pages))


def _findings(order: PrintOrder, kind: str, pages: int) -> Iterator[Finding]:
    if not order.printer:
        yield Finding("printer_missing", FieldRef.PRINT_PRINTER)
    if not 1 <= order.copies <= MOST_COPIES:
        yield Finding(
            "print_copies_unusual", FieldRef.PRINT_COPIES, {"copies": str(order.copies), "most": str(MOST_COPIES)}
        )
    if order.per_sheet != 1 and kind not in HANDOUTS:
        yield Finding("print_several_on_sheet", FieldRef.PRINT_PER_SHEET, {"per_sheet": str(order.per_sheet)})
    if order.span(pages) == (0, 0):
        yield Finding("print_pages_unreadable", FieldRef.PRINT_PART, {"text": order.part, "pages": str(pages)})
