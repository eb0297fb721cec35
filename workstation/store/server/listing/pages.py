"""The list of cases of an office, a page at a time, in the orders that its server can sort by: last change, and stage."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

from workstation.store.listing.case_line import CaseLine
from workstation.store.listing.wanted import Order, SortedBy
from workstation.store.server.connection import ServerDatabase

SORTED: Final[Mapping[SortedBy, tuple[str, ...]]] = MappingProxyType(
    {
        "updated": ('"touched_at" COLLATE "C"', '"place"'),
        "stage": ('"stage"', '"touched_at" COLLATE "C"', '"place"'),
    }
)
"""Order → the columns by which the server sorts; every other order is made at the workstation, which alone can read its values."""
_PAGE: Final = 500

LinesOf = Callable[[Mapping[bytes, str]], tuple[CaseLine, ...]]


class ServerList:
    """The cases of a condition in an order, as they were when this was made but for the lines themselves.

    ``count``: how many they are. A page is entered behind the last line of the one before it, by an index.
    """

    def __init__(
        self, server: ServerDatabase, lines_of: LinesOf, where: str, values: Sequence[object], order: Order
    ) -> None:
        self._server, self._lines_of = server, lines_of
        self._where, self._values = where, tuple(values)
        self._columns, self._down = SORTED[order.by], order.down
        self.count = int(server.run(f'SELECT count(*) FROM "case" {where}', self._values).fetchone()[0])
        self._passed: list[int] = [0]
        self._keys: list[tuple[Any, ...]] = [()]

    def lines(self, start: int, size: int) -> tuple[CaseLine, ...]:
        """Up to ``size`` lines from the ``start``-th on, wherever in the list. Raises `StorageFailed`."""
        at = bisect_right(self._passed, start) - 1
        rows = self._server.run(*self._statement(self._keys[at], size, start - self._passed[at])).fetchall()
        if rows and len(rows) == size:
            self._remember(start + size, tuple(rows[-1][2:]))
        return self._lines_of({bytes(key): touched for key, touched, *_ in rows})

    def each(self, limit: int | None = None) -> Iterator[CaseLine]:
        """One line after the other, all of them without ``limit``."""
        wanted = self.count if limit is None else min(limit, self.count)
        for start in range(0, wanted, _PAGE):
            yield from self.lines(start, min(_PAGE, wanted - start))

    def _statement(self, key: tuple[Any, ...], size: int, skipped: int) -> tuple[str, tuple[Any, ...]]:
        names, marks = ", ".join(self._columns), ", ".join(["%s"] * len(key))
        behind = f"({names}) {'<' if self._down else '>'} ({marks})" if key else ""
        where = f"{self._where} {'AND' if self._where else 'WHERE'} {behind}" if behind else self._where
        ordered = ", ".join(f"{name} {'DESC' if self._down else 'ASC'}" for name in self._columns)
        return (
            f'SELECT "key", "touched_at", {names} FROM "case" {where} ORDER BY {ordered} LIMIT %s OFFSET %s',
            (*self._values, *key, size, skipped),
        )

    def _remember(self, passed: int, key: tuple[Any, ...]) -> None:
        at = bisect_right(self._passed, passed)
        if self._passed[at - 1] != passed:
            self._passed.insert(at, passed)
            self._keys.insert(at, key)
