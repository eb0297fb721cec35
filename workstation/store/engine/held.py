"""What cases hold, kind by kind: of one case, or of a block of them that was read at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from workstation.store.records.repository import Mapper, Row

E = TypeVar("E")


class OfCase:
    """The entities of one case, kind by kind, each in the order in which they came."""

    def __init__(self, read: Callable[[type[Any]], tuple[Any, ...]]) -> None:
        self._read = read

    def all(self, kind: type[E]) -> tuple[E, ...]:
        """Those of one kind."""
        found: tuple[E, ...] = self._read(kind)
        return found


class OfCases:
    """The rows of a block of cases, each of which becomes an entity when it is asked for."""

    def __init__(self, found: Sequence[tuple[Mapper[Any], Sequence[Row]]]) -> None:
        """``found``: the rows of each kind that was asked for, in their order."""
        self._found = {mapper.kind: (mapper, _by_case(mapper, rows)) for mapper, rows in found}

    def of(self, case_id: str) -> OfCase:
        """Those of one case. Asking it for a kind that was not read raises TypeError: none would be an untrue answer."""
        return OfCase(lambda kind: self._all(kind, case_id))

    def kinds(self, case_id: str) -> list[type[Any]]:
        """Those kinds of which a case has anything."""
        return [kind for kind, (_, held) in self._found.items() if case_id in held]

    def _all(self, kind: type[E], case_id: str) -> tuple[E, ...]:
        if kind not in self._found:
            raise TypeError(f"{kind.__name__} was not asked for")
        mapper, held = self._found[kind]
        return tuple(map(mapper.entity, held.get(case_id, ())))


def _by_case(mapper: Mapper[Any], rows: Sequence[Row]) -> Mapping[str, Sequence[Row]]:
    found: dict[str, list[Row]] = {}
    at = mapper.columns.index("case_id")
    for row in rows:
        found.setdefault(row[at], []).append(row)
    return found
