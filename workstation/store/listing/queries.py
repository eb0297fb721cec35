"""The list of cases: found by what is typed, sorted by any column, read a page at a time off its indexes."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from math import isqrt
from typing import Any, Final, Literal, Protocol

from workstation.errors import StorageFailed
from workstation.profile.case import Stage
from workstation.store.encrypted import EncryptedDatabase
from workstation.store.listing.case_line import COLUMNS, CaseLine, line_of, unreadable_line
from workstation.store.listing.words import question
from workstation.store.storage_errors import UNREADABLE

SortedBy = Literal["number", "name", "stage", "banks", "reason", "overdue", "owed", "updated", "printed"]
_FOUND: Final = 'SELECT "rowid" FROM "case_words" WHERE "case_words" MATCH ?'
_HELD: Final = f'EXISTS ({_FOUND} AND "rowid" = "line")'
_AMONG: Final = f'+"line" IN ({_FOUND})'
_LOOKED_UP: Final = f'"line" IN ({_FOUND})'
_ONE_IN: Final = 12
"""Where more than one case in so many is at a stage, the column of a case is asked until a page is full."""
_ASKED_APART: Final = 22_000
"""What it costs to ask each case by itself for a page, in found cases listed: worth it where nearly every other one is found."""
_PAGE: Final = 500

_BY: Final[dict[SortedBy, tuple[str, ...]]] = {
    "number": ("number",),
    "name": ("name", "line"),
    "stage": ("stage", "touched_at", "number"),
    "banks": ("banks", "line"),
    "reason": ("reason", "line"),
    "overdue": ("overdue", "line"),
    "owed": ("rank", "amount", "line"),
    "updated": ("touched_at", "number"),
    "printed": ("printed_at", "touched_at", "number"),
}
"""The columns that an order goes by; the last tells any two cases apart."""
_OWED_DOWN: Final = ("rank", "owing", "line")
"""Currencies keep their order, whichever way the amounts are sorted."""


@dataclass(frozen=True, slots=True)
class Order:
    """How a list is sorted: at first the last changed case on top."""

    by: SortedBy = "updated"
    down: bool = True

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that it goes by."""
        return _OWED_DOWN if self.by == "owed" and self.down else _BY[self.by]

    @property
    def turned(self) -> bool:
        """Whether their values go down."""
        return self.down and self.by != "owed"


LAST_CHANGED: Final = Order()


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which cases a list shows: found by what was ``typed``, at a ``stage``."""

    typed: str = ""
    stage: Stage | None = None

    @property
    def question(self) -> str:
        """As the index of words is asked; empty for every case."""
        return question(self.typed, self.stage)

    def each_asked(self, count: int, total: int, order: Order) -> tuple[str, tuple[Any, ...]]:
        """A condition by which a case is asked by itself, with its values; empty where it is quicker to list what is found."""
        typed = question(self.typed)
        if (typed and (" *" in typed or count * count <= _ASKED_APART * total)) or count * _ONE_IN <= total:
            return "", ()
        parts = [_HELD] if typed else []
        # By another column than those of its index the stage is not looked up: what has it would have to be sorted.
        staged = '"stage" = ?' if order.by in ("stage", "updated") else '+"stage" = ?'
        parts += [staged] if self.stage is not None else []
        return " AND ".join(parts), (
            *([typed] if typed else ()),
            *([int(self.stage)] if self.stage is not None else ()),
        )


class Listed(Protocol):
    """Cases in their order, read a page at a time. ``count``: how many they are."""

    @property
    def count(self) -> int:
        """How many cases there are."""

    def lines(self, start: int, size: int) -> tuple[CaseLine, ...]:
        """Up to ``size`` lines from the ``start``-th on."""

    def each(self, limit: int | None = None) -> Iterator[CaseLine]:
        """One line after the other, all of them without ``limit``."""


class CaseList:
    """The cases that are wanted, in their order, as they were when this was made. ``count``: how many they are."""

    def __init__(self, database: EncryptedDatabase, wanted: Wanted = Wanted(), order: Order = LAST_CHANGED) -> None:
        self._database, self._order, self._asked = database, order, wanted.question
        total = int(database.run('SELECT "count" FROM "case_line_total"').fetchone()[0])
        self.count = self._found() if self._asked else total
        self._sorted: list[int] | None = None
        self._where: tuple[str, tuple[Any, ...]] = ("", ())
        self._passed: list[int] = [0]
        self._keys: list[tuple[Any, ...]] = [()]
        if self.count == total:
            return
        if self.count <= isqrt(
            total
        ):  # looked up and sorted; of more, those are read that come first in the index of a column
            columns = self._columns("DESC" if order.turned else "ASC")
            listed = f'SELECT "line" FROM "case_line" WHERE {_LOOKED_UP} ORDER BY {columns}'
            self._sorted = [line for (line,) in database.run(listed, (self._asked,))]
        else:
            each = wanted.each_asked(self.count, total, order)
            self._where = each if each[0] else (_AMONG, (self._asked,))

    def _found(self) -> int:
        asked = 'SELECT count(*) FROM "case_words" WHERE "case_words" MATCH ?'
        return int(self._database.run(asked, (self._asked,)).fetchone()[0])

    def lines(self, start: int, size: int) -> tuple[CaseLine, ...]:
        """Up to ``size`` lines from the ``start``-th on, wherever in the list. Raises `StorageFailed`."""
        if self._sorted is not None:
            return self._lines_of(self._sorted[start : start + size])
        at = bisect_right(self._passed, start) - 1
        passed, key = self._passed[at], self._keys[at]
        rows = self._database.run(*self._statement(key, size, start - passed)).fetchall()
        own = len(self._order.columns)
        if rows and len(rows) == size:
            self._remember(start + size, tuple(rows[-1][:own]))
        return tuple(line_of(row[own:]) for row in rows)

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

    def _statement(self, key: tuple[Any, ...], size: int, skipped: int) -> tuple[str, tuple[Any, ...]]:
        """The lines behind those that a ``key`` ends: an index is entered there, and nothing before it is read."""
        turned, own = self._order.turned, _names(self._order.columns)
        parts = [f"({own}) {'<' if turned else '>'} ({', '.join('?' * len(key))})"] if key else []
        parts += [self._where[0]] if self._where[0] else []
        where = f" WHERE {' AND '.join(parts)}" if parts else ""
        ordered = self._columns("DESC" if turned else "ASC")
        return (
            f'SELECT {own}, {_names(COLUMNS)} FROM "case_line"{where} ORDER BY {ordered} LIMIT ? OFFSET ?',
            (*key, *self._where[1], size, skipped),
        )

    def _columns(self, direction: str) -> str:
        return ", ".join(f'"{name}" {direction}' for name in self._order.columns)

    def _remember(self, passed: int, key: tuple[Any, ...]) -> None:
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
        found = {line for (line,) in run(_FOUND, (self._asked,))} if self._asked else ids.keys()
        for line, number, touched_at in [one for one in listed if one[0] in found][:limit]:
            try:
                yield from self._lines_of([line])
            except StorageFailed:
                yield unreadable_line(ids.get(line, ""), number, touched_at)


def _names(columns: tuple[str, ...]) -> str:
    return ", ".join(f'"{name}"' for name in columns)


def bank_names(database: EncryptedDatabase) -> tuple[str, ...]:
    """Every bank that an account names or of which something is known, by name."""
    rows = database.run('SELECT "bank" FROM "account" UNION SELECT "bank" FROM "bank_contact" ORDER BY 1').fetchall()
    return tuple(name for (name,) in rows)
