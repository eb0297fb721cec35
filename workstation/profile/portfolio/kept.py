"""What a dry run keeps of a list of a million rows: entities packed as the values of their rows, findings packed, keys as numbers.

Nothing here touches the disk: what is packed stays in this process, compressed once it is more than a little.
"""

from __future__ import annotations

import marshal
import pickle
import zlib
from array import array
from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from heapq import merge
from typing import Any, Final, Protocol, TypeVar, overload

E = TypeVar("E")
T = TypeVar("T")

Values = tuple[Any, ...]
BLOCK: Final = 1000
"""Items packed together."""
_PLAIN_BLOCKS: Final = 2
"""So many blocks stay as they are: what most lists hold needs no packing."""
_COMPRESSED_FROM: Final = 4 * 2**20
"""Bytes held before blocks are compressed: up to there it is memory that is spared least by time."""
_NEWEST: Final = 1 << 15
_MARKS: Final = 1 << 20
"""Bytes of marks, one of their bits for each key: where it is not set, nothing needs to be looked for."""


class Codec(Protocol[E]):
    """Entities as plain values and back: what a store makes of them, so that nothing has to be made twice."""

    def values(self, entity: E) -> Values:
        """Texts, whole numbers and None."""
        ...

    def entity(self, values: Values) -> E:
        """The way back."""
        ...


class Kept(Sequence[T]):
    """Items in the order in which they came, in blocks; the last ones may still be changed. ``pack``, ``unpack``: a block as bytes
    and back; ``made`` an item of what is kept of it.
    """

    def __init__(
        self,
        values: Callable[[T], Any],
        made: Callable[[Any], T],
        pack: Callable[[list[Any]], bytes] | None,
        unpack: Callable[[bytes], list[Any]],
        compressed_from: int = _COMPRESSED_FROM,
    ) -> None:
        """``compressed_from``: bytes of blocks that are held as they are."""
        self._compressed_from = compressed_from
        self._values, self._made, self._pack, self._unpack = values, made, pack, unpack
        self._plain: list[Any] = []
        self._packed: list[tuple[bool, bytes]] = []
        self._held = 0
        self._unpacked: tuple[int, list[Any]] = (-1, [])

    def append(self, item: T) -> None:
        """One more."""
        if self._pack is not None and len(self._plain) >= _PLAIN_BLOCKS * BLOCK:
            self._seal(self._pack)
        self._plain.append(self._values(item))

    def _seal(self, pack: Callable[[list[Any]], bytes]) -> None:
        data = pack(self._plain[:BLOCK])
        del self._plain[:BLOCK]
        if self._held >= self._compressed_from:
            self._packed.append((True, zlib.compress(data, 1)))
        else:
            self._packed.append((False, data))
            self._held += len(data)

    def blocks(self) -> Iterator[list[Any]]:
        """What is kept of the items, some at a time."""
        for number in range(len(self._packed)):
            yield self._block(number)
        for at in range(0, len(self._plain), BLOCK):
            yield self._plain[at : at + BLOCK]

    def _block(self, number: int) -> list[Any]:
        compressed, data = self._packed[number]
        return self._unpack(zlib.decompress(data) if compressed else data)

    def _last_block(self, number: int) -> list[Any]:
        """A block that stays unpacked until another one is asked for: who looks at one item looks at the next."""
        last, block = self._unpacked
        if last != number:
            block = self._block(number)
            self._unpacked = number, block  # both at once, since threads may look together
        return block

    def at_hand(self, at: int) -> bool:
        """Whether `replace` may change the one of this place: it is not packed yet."""
        return at >= len(self._packed) * BLOCK

    def replace(self, at: int, item: T) -> None:
        """Change one that is at hand."""
        self._plain[at - len(self._packed) * BLOCK] = self._values(item)

    def __len__(self) -> int:
        return len(self._packed) * BLOCK + len(self._plain)

    def __iter__(self) -> Iterator[T]:
        for block in self.blocks():
            yield from map(self._made, block)

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[T]: ...
    def __getitem__(self, at: int | slice) -> T | Sequence[T]:
        if isinstance(at, slice):
            return [self[place] for place in range(*at.indices(len(self)))]
        place = range(len(self))[at]
        number, rest = divmod(place, BLOCK)
        if number < len(self._packed):
            return self._made(self._last_block(number)[rest])
        return self._made(self._plain[place - len(self._packed) * BLOCK])

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Kept | tuple):
            return len(self) == len(other) and all(one == two for one, two in zip(self, other, strict=True))
        return NotImplemented

    __hash__ = None  # type: ignore[assignment]  # it grows


def kept_with(codec: Codec[E] | None, parts: Callable[[T], tuple[Any, E]], made: Callable[[Any, E], T]) -> Kept[T]:
    """Items of a plain value and an entity; the entity is kept as its values, behind that one; without a codec as it is."""
    if codec is None:
        return Kept(_same, _same, None, marshal.loads)
    values_of, entity_of = codec.values, codec.entity

    def values(item: T) -> Values:
        first, entity = parts(item)
        return (first, *values_of(entity))

    return Kept(values, lambda kept: made(kept[0], entity_of(kept[1:])), marshal.dumps, marshal.loads)


def kept_items() -> Kept[Any]:
    """Findings and rows that go back: packed by pickle, which only ever reads here what it wrote here."""
    return Kept(_same, _same, pickle.dumps, pickle.loads)


def _same(item: Any) -> Any:
    return item


class KeyNumbers:
    """Key → a number up to 2³², in 12 bytes a key: the newest in a dictionary, older ones sorted. Keys are told apart by their 64
    bits of hash; two that share one are taken for the same, and among a million keys there are none with odds of 1 : 20 million.
    """

    def __init__(self) -> None:
        self._newest: dict[int, int] = {}
        self._marks = bytearray(_MARKS)
        self._older: list[tuple[array[int], array[int]]] = []

    def get(self, key: Hashable) -> int | None:
        """The number of a key."""
        code = hash(key)
        if not self._marks[(code >> 3) % _MARKS] & (1 << (code & 7)):
            return None
        if (number := self._newest.get(code)) is not None:
            return number
        for codes, numbers in self._older:
            at = bisect_left(codes, code)
            if at < len(codes) and codes[at] == code:
                return numbers[at]
        return None

    def put(self, key: Hashable, number: int) -> None:
        """Give a key that has none its number."""
        code = hash(key)
        self._marks[(code >> 3) % _MARKS] |= 1 << (code & 7)
        self._newest[code] = number
        if len(self._newest) >= _NEWEST:
            self._sort()

    def _sort(self) -> None:
        newest = sorted(self._newest.items())
        self._newest = {}
        runs: list[Iterable[tuple[int, int]]] = [newest]
        count = len(newest)
        while self._older and len(self._older[-1][0]) <= 2 * count:
            codes, numbers = self._older.pop()
            runs.append(zip(codes, numbers, strict=True))
            count += len(codes)
        sorted_codes, sorted_numbers = array("q"), array("I")
        for code, number in merge(*runs):
            sorted_codes.append(code)
            sorted_numbers.append(number)
        self._older.append((sorted_codes, sorted_numbers))
