"""Which rows belong to which table of a damaged database, and which its indexes still know to be missing."""

from __future__ import annotations

import struct
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Protocol

from workstation.store.listing.projection import DERIVED
from workstation.store.salvage.pages import Pages
from workstation.store.salvage.records import Row, Trees

_VERSION: Final = slice(60, 64)
Facts = dict[str, Any]
"""Column → value."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A table as the new database has it: its columns with their types, in order, and the columns of its indexes by their names.

    ``numbered``: the column that is the row's own number, which SQLite keeps as a blank; empty for none.
    """

    name: str
    columns: tuple[str, ...]
    types: tuple[str, ...]
    required: tuple[bool, ...]
    numbered: str
    indexes: Mapping[str, tuple[str, ...]]
    fits: Callable[[Facts], bool]

    def takes(self, row: Row) -> bool:
        """Whether a row could be one of this table: no more values than columns, each of its type, and an entity of it."""
        if len(row.values) > len(self.columns):
            return False
        facts = self.facts(row)
        for name, kind, required in zip(self.columns, self.types, self.required, strict=True):
            value = facts.get(name)
            if value is None:
                if required and name in facts:
                    return False
            elif not isinstance(value, str if kind == "TEXT" else int):
                return False
        return self.fits(facts)

    def facts(self, row: Row) -> Facts:
        """The values by their columns; columns that were added later are not among them."""
        facts = dict(zip(self.columns, row.values, strict=False))
        return facts | {self.numbered: row.rowid} if self.numbered else facts


@dataclass(slots=True)
class Found:
    """What was found of one table. ``lost``: rowid → what an index knows of a row that could not be read.

    ``refused``: numbers of the rows that the new table does not take; ``gaps``: pages and rows that could not be read; ``strays``:
    rows taken from pages whose parent cannot be read; ``more``: whether other rows may be lost that no index tells of.
    """

    refused: set[int] = field(default_factory=set)
    gaps: int = 0
    strays: int = 0
    lost: dict[int, Facts] = field(default_factory=dict)
    more: bool = False

    def gap(self, count: int) -> None:
        """So many more pages or rows could not be read."""
        self.gaps += count


class NewTables(Protocol):
    """Where rows go as they are found."""

    def put(self, shape: Shape, rows: Iterable[Row]) -> Iterator[int]:
        """Put rows down under their own numbers; answers those that the table does not take."""

    def holds(self, shape: Shape, rowid: int) -> bool:
        """Whether a row of this number was put down."""


def version_of(pages: Pages) -> int | None:
    """The schema that the damaged database was written by; None when its first page cannot be read."""
    first = pages[1]
    return struct.unpack(">I", first[_VERSION])[0] if first is not None else None


def salvaged_tables(pages: Pages, shapes: Mapping[str, Shape], new: NewTables) -> dict[str, Found]:
    """What can be read of every table goes into the new ones, a leaf at a time."""
    trees, of_schema = Trees(pages), Found()
    roots = {
        row.values[1]: row.values[3]
        for row in trees.rows(1, of_schema.gap)
        if len(row.values) > 3 and row.values[0] in ("table", "index") and isinstance(row.values[3], int)
    }
    found: dict[str, Found] = {}
    for name, shape in shapes.items():
        one = found[name] = Found()
        if name in roots:
            _take(new, shape, one, trees.rows(roots[name], one.gap))
        else:
            one.gaps = 1 if of_schema.gaps else 0
    if any(one.gaps for one in found.values()):
        for name, root in roots.items():
            if name.startswith(DERIVED):  # read, so that none of its rows is taken for a stray of another
                deque(trees.rows(root, Found().gap), maxlen=0)
        _take_strays(trees, found, shapes, new)
    for name, one in found.items():
        if one.gaps and not name.startswith(DERIVED):
            _note_missing(one, trees, roots, shapes[name], new)
    return {name: one for name, one in found.items() if not name.startswith(DERIVED)}


def _take(new: NewTables, shape: Shape, found: Found, rows: Iterable[Row]) -> None:
    """The list of cases is made anew: of its tables only what cannot be read is counted."""
    if shape.name.startswith(DERIVED):
        deque(rows, maxlen=0)
    else:
        found.refused.update(new.put(shape, rows))


def _take_strays(trees: Trees, found: Mapping[str, Found], shapes: Mapping[str, Shape], new: NewTables) -> None:
    """Rows of leaves without a parent, by their shape; what could be of two tables is of neither."""
    open_tables = [shapes[name] for name, one in found.items() if one.gaps]
    for number in trees.strays():
        rows, _ = trees.leaf_rows(number)
        takers = [shape for shape in open_tables if rows and all(map(shape.takes, rows))]
        if len(takers) != 1:
            continue
        (shape,), one = takers, found[takers[0].name]
        others = [row for row in rows if row.rowid not in one.refused and not new.holds(shape, row.rowid)]
        _take(new, shape, one, others)
        one.strays += len(others)


def _note_missing(found: Found, trees: Trees, roots: Mapping[str, int], shape: Shape, new: NewTables) -> None:
    """Every index names each row of its table: one that is whole names all that are lost."""
    found.more = True
    for name, columns in shape.indexes.items():
        broken = Found(gaps=name not in roots)
        for entry in trees.index_entries(roots[name], broken.gap) if name in roots else ():
            if len(entry) != len(columns) + 1 or not isinstance(entry[-1], int):
                continue
            if entry[-1] not in found.refused and not new.holds(shape, entry[-1]):
                found.lost.setdefault(entry[-1], {}).update(zip(columns, entry[:-1], strict=True))
        found.more &= broken.gaps > 0
