"""Which lines are found: counted by indexes alone, then told in the way that is quickest to list them by."""

from __future__ import annotations

from math import isqrt
from typing import Any, Final, NamedTuple

from workstation.store.encrypted import EncryptedDatabase
from workstation.store.listing.wanted import FOUND, Condition, Order, Wanted
from workstation.store.listing.words import ARCHIVED

_FEW: Final = 8
"""Lines found by the index of a column that are worth sorting, as a multiple of the root of all lines."""


class _Source(NamedTuple):
    """One way to find lines: by words, or by the index of a column. ``column``: as what it names a line."""

    table: str
    column: str
    where: str
    values: tuple[Any, ...]
    size: int

    @property
    def lines(self) -> str:
        """The lines, each once."""
        return f"SELECT {self.column} FROM {self.table} WHERE {self.where}"


class Found:
    """The lines of what is wanted. ``count``: how many; ``states``: 0 for those that are not archived, 1 for those that are."""

    def __init__(self, database: EncryptedDatabase, wanted: Wanted) -> None:
        self._database, self._wanted = database, wanted
        counts: dict[int, int] = dict(database.run('SELECT "archived", "count" FROM "case_line_total"').fetchall())
        archived = wanted.archived
        self.states: tuple[int, ...] = (0, 1) if archived is None else (int(archived),)
        self._total = sum(counts[state] for state in self.states)
        self._all = sum(counts.values())
        self._conditions = wanted.only.conditions
        self.question = self._asked(wanted.question, hidden=counts[1])
        self._sources = sorted(self._ways(), key=lambda one: one.size)
        self.count = self._counted()

    @property
    def is_everything(self) -> bool:
        """Whether no line of these states is left out."""
        return self.count == self._total

    @property
    def is_few(self) -> bool:
        """Whether they are quicker looked up and sorted than walked to."""
        root = isqrt(self._all)
        return self.count <= root or (bool(self._conditions) and self._sources[0].size <= _FEW * root)

    def looked_up(self) -> tuple[str, tuple[Any, ...]]:
        """The condition of just these lines, entered by what finds the fewest."""
        first = self._sources[0]
        entered = f'"line" IN ({first.lines})' if first.column == '"rowid"' else first.where
        rest = [f'+"line" IN ({one.lines})' for one in self._sources[1:]]
        return " AND ".join((entered, *rest)), tuple(value for one in self._sources for value in one.values)

    @property
    def every_line(self) -> tuple[str, tuple[Any, ...]]:
        """What asks for just these lines, in no order."""
        if self._sources:
            where, values = self.looked_up()
            return f'SELECT "line" FROM "case_line" WHERE {where}', values
        states = ", ".join(map(str, self.states))
        return f'SELECT "line" FROM "case_line" INDEXED BY "case_line_touched" WHERE "archived" IN ({states})', ()

    def asked_along(self, order: Order) -> tuple[str, tuple[Any, ...]]:
        """The condition that is asked of each line on the way along the index of an order."""
        parts, values = list[str](), list[Any]()
        if self.question:
            words = next(one for one in self._sources if one.column == '"rowid"')
            asked, given = self._wanted.each_asked(words.size, self._all, order)
            parts.append(asked or f'+"line" IN ({FOUND})')
            values += given if asked else (self.question,)
        for one in self._conditions:
            among = f' OR +"line" IN ({one.among})' if self._is_among(one) else ""
            parts.append(f"({one.written(by_index=False)}{among})")
            values += one.values * (2 if among else 1)
        return " AND ".join(parts), tuple(values)

    def _asked(self, question: str, *, hidden: int) -> str:
        if not question or len(self.states) > 1 or (not self.states[0] and not hidden):
            return question
        return f'({question}) {"AND" if self.states[0] else "NOT"} "{ARCHIVED}"'

    def _ways(self) -> list[_Source]:
        found = []
        if self.question:
            size = self._number('SELECT count(*) FROM "case_words" WHERE "case_words" MATCH ?', (self.question,))
            found.append(_Source('"case_words"', '"rowid"', '"case_words" MATCH ?', (self.question,), size))
        for one in self._conditions:
            found.append(self._way(one))
        return found

    def _way(self, one: Condition) -> _Source:
        states = ", ".join(map(str, self.states))
        stated = f'"archived" IN ({states})' if len(self.states) > 1 else f'"archived" = {states}'
        where, values = f"{stated} AND {one.written(by_index=True)}", one.values
        if self._is_among(one):
            where, values = (
                f'"line" IN (SELECT "line" FROM "case_line" WHERE {where} UNION {one.among})',
                one.values * 2,
            )
            where = f"+{stated} AND {where}"
        size = self._number(f'SELECT count(*) FROM "case_line" WHERE {where}', values)
        return _Source('"case_line"', '"line"', where, values, size)

    def _is_among(self, one: Condition) -> bool:
        return bool(one.among) and self._number(f"SELECT EXISTS ({one.among})", one.values) > 0

    def _counted(self) -> int:
        if not self._sources:
            return self._total
        if len(self._sources) == 1 or not self._sources[0].size:
            return self._sources[0].size
        if self._sources[0].size <= _FEW * isqrt(self._all):
            where, values = self.looked_up()
            return self._number(f'SELECT count(*) FROM "case_line" WHERE {where}', values)
        # The fewest are held, the most are read once, in the order of their index.
        *rest, most = self._sources
        among = " AND ".join(f"+{most.column} IN ({one.lines})" for one in rest)
        values = (*most.values, *(value for one in rest for value in one.values))
        return self._number(f"SELECT count(*) FROM {most.table} WHERE {most.where} AND {among}", values)

    def _number(self, asked: str, values: tuple[Any, ...]) -> int:
        return int(self._database.run(asked, values).fetchone()[0])
