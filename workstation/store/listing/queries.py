"""The list of cases: found by what is typed and chosen, sorted by any column, read a page at a time off its indexes."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple, Protocol

from workstation.errors import StorageFailed
from workstation.store.encrypted import EncryptedDatabase
from workstation.store.listing.case_line import APART, COLUMNS, CaseLine, line_of, unreadable_line
from workstation.store.listing.found import Found
from workstation.store.listing.wanted import LAST_CHANGED, NOT_ARCHIVED, Order, Wanted
from workstation.store.storage_errors import UNREADABLE

_PAGE: Final = 500
_EACH: Final = (
    'WITH RECURSIVE "held" ("one") AS (SELECT min("{column}") FROM "case_line" WHERE "archived" = ? UNION ALL SELECT '
    '(SELECT min("{column}") FROM "case_line" WHERE "archived" = ? AND "{column}" > "one") FROM "held" WHERE "one" IS NOT NULL) '
    'SELECT "one" FROM "held" WHERE "one" IS NOT NULL'
)
"""Every value that a column of a line has, each looked up by the one before it."""


class Listed(Protocol):
    """Cases in their order, read a page at a time. ``count``: how many they are."""

    @property
    def count(self) -> int:
        """How many cases there are."""

    def lines(self, start: int, size: int) -> tuple[CaseLine, ...]:
        """Up to ``size`` lines from the ``start``-th on."""

    def each(self, limit: int | None = None) -> Iterator[CaseLine]:
        """One line after the other, all of them without ``limit``."""


class _Part(NamedTuple):
    """Lines that lie side by side in every index: archived or not; of one reason, where a reader's order of reasons parts them."""

    archived: int
    reason: str | None = None

    @property
    def where(self) -> tuple[str, tuple[Any, ...]]:
        """The condition by which they are entered."""
        if self.reason is None:
            return '"archived" = ?', (self.archived,)
        return '"archived" = ? AND "reason" = ?', (self.archived, self.reason)


class CaseList:
    """The cases that are wanted, in their order, as they were when this was made. ``count``: how many they are."""

    def __init__(self, database: EncryptedDatabase, wanted: Wanted = NOT_ARCHIVED, order: Order = LAST_CHANGED) -> None:
        self._database, self._order = database, order
        self._found = found = Found(database, wanted)
        self.count = found.count
        self._runs = self._parted(found.states)
        self._sorted: list[int] | None = None
        self._where: tuple[str, tuple[Any, ...]] = ("", ())
        self._passed: list[int] = [0]
        self._keys: list[tuple[int, tuple[Any, ...]]] = [(0, ())]
        if found.is_everything:
            return
        if found.is_few:  # looked up and sorted; of more, those are read that come first in the index of a column
            self._sorted = self._in_order(*found.looked_up())
        else:
            self._where = found.asked_along(order)

    def _parted(self, states: Sequence[int]) -> list[tuple[_Part, ...]]:
        """What is listed one after the other, and what of each is merged."""
        if self._order.by == "reason":
            reasons = sorted(
                held_in(self._database, "reason", states), key=self._order.place, reverse=self._order.turned
            )
            return [tuple(_Part(state, reason) for state in states) for reason in reasons]
        return [tuple(map(_Part, states))]

    def _in_order(self, where: str, values: tuple[Any, ...]) -> list[int]:
        columns = ", ".join(f'+"{name}" {self._direction}' for name in self._order.columns)
        asked = f'SELECT "line", "reason" FROM "case_line" WHERE {where} ORDER BY {columns}'
        rows = self._database.run(asked, values).fetchall()
        if self._order.by == "reason":
            rows.sort(key=lambda row: self._order.place(row[1]), reverse=self._order.turned)
        return [line for line, _ in rows]

    def lines(self, start: int, size: int) -> tuple[CaseLine, ...]:
        """Up to ``size`` lines from the ``start``-th on, wherever in the list. Raises `StorageFailed`."""
        if self._sorted is not None:
            return self._lines_of(self._sorted[start : start + size])
        at = bisect_right(self._passed, start) - 1
        passed, (first, key) = self._passed[at], self._keys[at]
        skipped, rows, end = start - passed, list[tuple[Any, ...]](), (first, key)
        for number in range(first, len(self._runs)):
            found = self._rows(number, key, size - len(rows), skipped)
            if found:
                end = number, tuple(found[-1][: len(self._order.columns)])
                rows += found
            if len(rows) == size:
                break
            skipped = 0 if found or not skipped else skipped - self._left(number, key)
            key = ()
        if rows and len(rows) == size:
            self._remember(start + size, end)
        return tuple(line_of(row[len(self._order.columns) :]) for row in rows)

    def each(self, limit: int | None = None) -> Iterator[CaseLine]:
        """One line after the other, all of them without ``limit``. A damaged page costs the lines it holds, not the list."""
        wanted = self.count if limit is None else min(limit, self.count)
        given = 0
        try:
            for start in range(0, wanted, _PAGE):
                for line in self.lines(start, min(_PAGE, wanted - start)):
                    yield line
                    given += 1
        except StorageFailed as failed:
            if failed.findings[0].code != UNREADABLE or given:
                raise
            yield from self._one_by_one(wanted)

    def _lines_of(self, wanted: list[int]) -> tuple[CaseLine, ...]:
        listed = f'SELECT "line", {_names(COLUMNS)} FROM "case_line" WHERE "line" IN (SELECT value FROM json_each(?))'
        found = {row[0]: line_of(row[1:]) for row in self._database.run(listed, (json.dumps(wanted),))}
        return tuple(found[line] for line in wanted if line in found)

    def _rows(self, number: int, key: tuple[Any, ...], size: int, skipped: int) -> list[tuple[Any, ...]]:
        rows: list[tuple[Any, ...]] = self._database.run(*self._statement(number, key, size, skipped)).fetchall()
        return rows

    def _left(self, number: int, key: tuple[Any, ...]) -> int:
        """How many lines of a run are behind a key."""
        found = [self._listed(one, key, "count(*)") for one in self._runs[number]]
        return sum(int(self._database.run(asked, values).fetchone()[0]) for asked, values in found)

    def _statement(self, number: int, key: tuple[Any, ...], size: int, skipped: int) -> tuple[str, tuple[Any, ...]]:
        """The lines of a run behind those that a ``key`` ends: an index is entered there, and nothing before it is read."""
        columns = _names((*self._order.columns, *COLUMNS))
        parts = [self._listed(one, key, columns) for one in self._runs[number]]
        selects = " UNION ALL ".join(asked for asked, _ in parts)
        ordered = ", ".join(f"{at} {self._direction}" for at in range(1, len(self._order.columns) + 1))
        values = (value for _, given in parts for value in given)
        return f"{selects} ORDER BY {ordered} LIMIT ? OFFSET ?", (*values, size, skipped)

    def _listed(self, part: _Part, key: tuple[Any, ...], columns: str) -> tuple[str, list[Any]]:
        where, values = [part.where[0]], [*part.where[1]]
        if key:
            own = _names(self._order.columns)
            where.append(f"({own}) {'<' if self._order.turned else '>'} ({', '.join('?' * len(key))})")
            values += key
        if self._where[0]:
            where.append(self._where[0])
            values += self._where[1]
        return f'SELECT {columns} FROM "case_line" WHERE {" AND ".join(where)}', values

    @property
    def _direction(self) -> str:
        return "DESC" if self._order.turned else "ASC"

    def _remember(self, passed: int, key: tuple[int, tuple[Any, ...]]) -> None:
        at = bisect_right(self._passed, passed)
        if self._passed[at - 1] != passed:
            self._passed.insert(at, passed)
            self._keys.insert(at, key)

    def _one_by_one(self, limit: int) -> Iterator[CaseLine]:
        """Each line by itself, the last changed first; of one that cannot be read stays what indexes know."""
        run = self._database.run
        ids = dict(
            run('SELECT "line", "case_id" FROM "case_line" INDEXED BY "sqlite_autoindex_case_line_1"').fetchall()
        )
        listed = run(
            'SELECT "line", "number", "touched_at" FROM "case_line" INDEXED BY "case_line_touched" '
            'ORDER BY "touched_at" DESC, "number" DESC'
        ).fetchall()
        found = {line for (line,) in run(*self._found.every_line)}
        for line, number, touched_at in [one for one in listed if one[0] in found][:limit]:
            try:
                yield from self._lines_of([line])
            except StorageFailed:
                yield unreadable_line(ids.get(line, ""), number, touched_at)


def _names(columns: tuple[str, ...]) -> str:
    return ", ".join(f'"{name}"' for name in columns)


def held_in(database: EncryptedDatabase, column: str, states: Sequence[int] = (0, 1)) -> set[str]:
    """Every value of a column of the lines, which has an index."""
    asked = _EACH.format(column=column)
    return {one for state in states for (one,) in database.run(asked, (state, state)).fetchall()}


def bank_names(database: EncryptedDatabase) -> tuple[str, ...]:
    """Every bank that an account names or of which something is known, by name."""
    listed = {bank for banks in held_in(database, "banks") for bank in banks.split(APART)}
    known = {name for (name,) in database.run('SELECT "bank" FROM "bank_contact"')}
    return tuple(sorted(listed - {""} | known))


def agent_names(database: EncryptedDatabase) -> tuple[str, ...]:
    """Everybody to whom a case is given, by name."""
    return tuple(sorted(held_in(database, "agent") - {""}))
