"""A list of cases that is held whole and sorted here, where no index of its columns can be had."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import Any, Final

from workstation.money import currency_rank
from workstation.store.listing.amounts import first_of
from workstation.store.listing.case_line import APART, CaseLine
from workstation.store.listing.wanted import LAST_CHANGED, Order, SortedBy

_KEYS: Final[Mapping[SortedBy, Callable[[CaseLine], Any]]] = MappingProxyType(
    {
        "number": lambda line: line.number,
        "name": lambda line: line.name,
        "stage": lambda line: (line.stage, line.updated_at),
        "banks": lambda line: APART.join(line.banks),
        "reason": lambda line: line.reason,
        "agent": lambda line: line.agent,
        "next": lambda line: line.next_on or date.min,
        "overdue": lambda line: -(line.due_on or date.max).toordinal(),
        "owed": lambda line: first_of(line.owed).minor,
        "updated": lambda line: (line.updated_at, line.number),
        "printed": lambda line: (line.printed_at is not None, line.printed_at or line.updated_at),
    }
)


class HeldList:
    """The cases of ``lines``, the last changed first, in an order. ``count``: how many they are."""

    def __init__(self, lines: Sequence[CaseLine], order: Order = LAST_CHANGED) -> None:
        self.count = len(lines)
        found = sorted(lines, key=_KEYS[order.by], reverse=order.down)
        if order.by == "reason":
            found.sort(key=lambda line: order.place(line.reason), reverse=order.down)
        if order.by == "owed":
            found.sort(key=lambda line: currency_rank(first_of(line.owed).currency))
        self._lines = tuple(lines if order == LAST_CHANGED else found)

    def lines(self, start: int, size: int) -> tuple[CaseLine, ...]:
        """Up to ``size`` lines from the ``start``-th on."""
        return self._lines[start : start + size]

    def each(self, limit: int | None = None) -> Iterator[CaseLine]:
        """One line after the other, all of them without ``limit``."""
        return iter(self._lines if limit is None else self._lines[:limit])
