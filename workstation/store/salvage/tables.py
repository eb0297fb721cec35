"""Which rows belong to which table of a damaged database, and which its indexes still know to be missing."""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

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

    ``gaps``: pages and rows that could not be read; ``strays``: rows taken from pages whose parent cannot be read; ``more``:
    whether other rows may be lost that no index tells of.
    """

    rows: list[Row] = field(default_factory=list)
    gaps: int = 0
    strays: int = 0
    lost: dict[int, Facts] = field(default_factory=dict)
    more: bool = False


def version_of(pages: Pages) -> int | None:
    """The schema that the damaged database was written by; None when its first page cannot be read."""
    first = pages[1]
    return struct.unpack(">I", first[_VERSION])[0] if first is not None else None


def found_tables(pages: Pages, shapes: Mapping[str, Shape]) -> dict[str, Found]:
    """What can be read of every table."""
    trees = Trees(pages)
    schema, gaps = trees.rows(1)
    roots = {
        row.values[1]: row.values[3]
        for row in schema
        if len(row.values) > 3 and row.values[0] in ("table", "index") and isinstance(row.values[3], int)
    }
    found = {name: _table(trees, roots.get(name), gaps) for name in shapes}
    for name, root in roots.items():
        if name.startswith(DERIVED):  # read, so that none of its rows is taken for a stray of another
            trees.rows(root)
    _take_strays(trees, found, shapes)
    for name, one in found.items():
        if one.gaps:
            _note_missing(one, trees, roots, shapes[name])
    return found


def _table(trees: Trees, root: int | None, schema_gaps: int) -> Found:
    if root is None:
        return Found(gaps=1 if schema_gaps else 0)
    rows, gaps = trees.rows(root)
    return Found(rows, gaps)


def _take_strays(trees: Trees, found: Mapping[str, Found], shapes: Mapping[str, Shape]) -> None:
    """Rows of leaves without a parent, by their shape; what could be of two tables is of neither."""
    open_tables = [shapes[name] for name, one in found.items() if one.gaps]
    known = {name: {row.rowid for row in one.rows} for name, one in found.items()}
    if not open_tables:
        return
    for number in trees.strays():
        rows, _ = trees.leaf_rows(number)
        takers = [shape for shape in open_tables if rows and all(map(shape.takes, rows))]
        if len(takers) != 1:
            continue
        name = takers[0].name
        new = [row for row in rows if row.rowid not in known[name]]
        known[name].update(row.rowid for row in new)
        found[name].rows += new
        found[name].strays += len(new)


def _note_missing(found: Found, trees: Trees, roots: Mapping[str, int], shape: Shape) -> None:
    """Every index names each row of its table: one that is whole names all that are lost."""
    read, found.more = {row.rowid for row in found.rows}, True
    for name, columns in shape.indexes.items():
        entries, whole = trees.index_entries(roots[name]) if name in roots else ([], False)
        found.more &= not whole
        for entry in entries:
            if len(entry) == len(columns) + 1 and isinstance(entry[-1], int) and entry[-1] not in read:
                found.lost.setdefault(entry[-1], {}).update(zip(columns, entry[:-1], strict=True))
