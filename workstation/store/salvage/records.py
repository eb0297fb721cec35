"""Rows out of the pages of SQLite's B-trees, stepping over pages that are missing (https://www.sqlite.org/fileformat2.html)."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from workstation.store.salvage.pages import USABLE, Pages

_INTERIOR_INDEX, _INTERIOR_TABLE, _LEAF_INDEX, _LEAF_TABLE = 2, 5, 10, 13
_DEEPEST: Final = 20
Values = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: its rowid and its values in the order of the columns."""

    rowid: int
    values: Values


class Trees:
    """Walks trees by their root page, a leaf at a time; which pages it reached is known by a byte each."""

    def __init__(self, pages: Pages) -> None:
        self._pages = pages
        self._reached = bytearray(pages.count + 1)

    def rows(self, root: int, gap: Callable[[int], None]) -> Iterator[Row]:
        """The rows of a table that can be read, one leaf after the other; ``gap`` is told how many pages and rows cannot."""
        for number in self.leaves(root, _INTERIOR_TABLE):
            page = self._pages[abs(number)]
            if number < 0 or page is None or page[_start(abs(number))] != _LEAF_TABLE:
                gap(1)
                continue
            rows, broken = self.leaf_rows(number)
            gap(broken)
            yield from rows

    def leaf_rows(self, number: int) -> tuple[list[Row], int]:
        """The rows of one leaf, and how many of them run on over pages that cannot be read."""
        page, found, broken = self._pages[number], list[Row](), 0
        assert page is not None
        for at in _cells(page, number):
            try:
                size, at = _varint(page, at)
                rowid, at = _varint(page, at)
                found.append(Row(_signed(rowid), _decoded(self._payload(page, at, size, USABLE - 35))))
            except (IndexError, ValueError, struct.error):
                broken += 1
        return found, broken

    def index_entries(self, root: int, gap: Callable[[int], None]) -> Iterator[Values]:
        """What an index still knows, its columns and the rowid for each entry that can be read; ``gap`` is told what cannot."""
        limit = (USABLE - 12) * 64 // 255 - 23
        for number in self._all_pages(root):
            page = self._pages[number]
            if page is None or page[_start(number)] not in (_INTERIOR_INDEX, _LEAF_INDEX):
                gap(1)
                continue
            skip = 4 if page[_start(number)] == _INTERIOR_INDEX else 0
            for at in _cells(page, number):
                try:
                    size, place = _varint(page, at + skip)
                    yield _decoded(self._payload(page, place, size, limit))
                except (IndexError, ValueError, struct.error):
                    gap(1)

    def leaves(self, number: int, interior: int = _INTERIOR_TABLE, depth: int = 0) -> Iterator[int]:
        """Leaves in order; the number of a page that cannot be read, or is no part of such a tree, is negative."""
        page = self._pages[number]
        if page is None or depth > _DEEPEST or self._reached[number]:
            yield -number
            return
        self._reached[number] = 1
        if page[_start(number)] != interior:
            yield number
            return
        for child in _children(page, number):
            yield from self.leaves(child, interior, depth + 1)

    def _all_pages(self, number: int, depth: int = 0) -> Iterator[int]:
        page = self._pages[number]
        yield number
        if page is not None and depth < _DEEPEST and page[_start(number)] == _INTERIOR_INDEX:
            for child in _children(page, number):
                yield from self._all_pages(child, depth + 1)

    def _payload(self, page: bytes, at: int, size: int, limit: int) -> bytes:
        """The bytes of a row, followed over its overflow pages. Raises ValueError when one of them cannot be read."""
        if size <= limit:
            return page[at : at + size]
        least = (USABLE - 12) * 32 // 255 - 23
        held = least + (size - least) % (USABLE - 4)
        held = held if held <= limit else least
        data, following = page[at : at + held], struct.unpack(">I", page[at + held : at + held + 4])[0]
        while len(data) < size:
            overflow = self._pages[following]
            if not following or overflow is None:
                raise ValueError("an overflow page cannot be read")
            self._reached[following] = 1
            data += overflow[4 : 4 + size - len(data)]
            following = struct.unpack(">I", overflow[:4])[0]
        return data

    def strays(self) -> Iterator[int]:
        """Leaves of tables that no tree has reached and that are not free: their parent cannot be read."""
        free = set(self._free())
        for number in range(1, self._pages.count + 1):
            page = self._pages[number]
            if (
                page is not None
                and not self._reached[number]
                and number not in free
                and page[_start(number)] == _LEAF_TABLE
            ):
                yield number

    def _free(self) -> Iterator[int]:
        first = self._pages[1]
        trunk = struct.unpack(">I", first[32:36])[0] if first is not None else 0
        seen: set[int] = set()
        while trunk and trunk not in seen:
            seen.add(trunk)
            yield trunk
            page = self._pages[trunk]
            if page is None:
                return
            trunk, count = struct.unpack(">2I", page[:8])
            yield from struct.unpack(f">{min(count, USABLE // 4 - 2)}I", page[8 : 8 + 4 * min(count, USABLE // 4 - 2)])


def _start(number: int) -> int:
    return 100 if number == 1 else 0


def _cells(page: bytes, number: int) -> list[int]:
    start = _start(number)
    count = struct.unpack(">H", page[start + 3 : start + 5])[0]
    first = start + (12 if page[start] in (_INTERIOR_INDEX, _INTERIOR_TABLE) else 8)
    if first + 2 * count > USABLE:
        return []
    return [at for at in struct.unpack(f">{count}H", page[first : first + 2 * count]) if first <= at < USABLE]


def _children(page: bytes, number: int) -> list[int]:
    start = _start(number)
    left = [struct.unpack(">I", page[at : at + 4])[0] for at in _cells(page, number)]
    return [*left, struct.unpack(">I", page[start + 8 : start + 12])[0]]


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for position in range(9):
        byte = data[at + position]
        if position == 8:
            return value << 8 | byte, at + 9
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + position + 1
    raise ValueError("no number")


def _signed(value: int) -> int:
    return value - (1 << 64) if value >= 1 << 63 else value


_WHOLE: Final = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}


def _decoded(payload: bytes) -> Values:
    """The values of a record. Raises ValueError, IndexError or struct.error for one that is none."""
    end, at = _varint(payload, 0)
    kinds: list[int] = []
    while at < end:
        kind, at = _varint(payload, at)
        kinds.append(kind)
    values: list[Any] = []
    for kind in kinds:
        value, at = _value(payload, at, kind)
        values.append(value)
    if at > len(payload):
        raise ValueError("cut short")
    return tuple(values)


def _value(payload: bytes, at: int, kind: int) -> tuple[Any, int]:
    if kind == 0:
        return None, at
    if kind in _WHOLE:
        size = _WHOLE[kind]
        return int.from_bytes(payload[at : at + size], "big", signed=True), at + size
    if kind == 7:
        return struct.unpack(">d", payload[at : at + 8])[0], at + 8
    if kind in (8, 9):
        return kind - 8, at
    if kind < 12:
        raise ValueError("a kind that is kept for later")
    size = (kind - 12) // 2
    data = payload[at : at + size]
    return (data.decode("utf-8") if kind % 2 else data), at + size
