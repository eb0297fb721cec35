"""The objects of one PDF file and the bytes in which they stand: small ones packed together, streams each by itself.

Files keep to ISO 32000-1 (PDF 1.7) and to the syntax that ISO 19005-2 §6.1 asks for. The same objects give the same bytes.
"""

from __future__ import annotations

import hashlib
import zlib
from itertools import accumulate
from typing import Final

_HEADER: Final = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_PACKED: Final = 1000
"""Objects in one stream of objects, at most: a reader unpacks a whole one for any of them."""
_LEVEL: Final = 4
_FREE: Final = b"\0\0\0\0\0\xff\xff"
"""The entry of a number that no object has."""
_ESCAPED: Final = str.maketrans({"\\": "\\\\", "(": "\\(", ")": "\\)"})


class ObjectFile:
    """Objects by number, from 1. A number can be taken before its object is known."""

    def __init__(self) -> None:
        self._plain: dict[int, str] = {}
        self._streams: list[tuple[int, bytes]] = []
        self._taken = 0

    def take(self, count: int = 1) -> int:
        """The first of so many numbers in a row."""
        first = self._taken + 1
        self._taken += count
        return first

    def put(self, number: int, body: str) -> None:
        """The object of a number that was taken; a character of ``body`` is a byte."""
        self._plain[number] = body

    def add(self, body: str) -> int:
        """An object under the next number."""
        number = self.take()
        self._plain[number] = body
        return number

    def stream(self, entries: str, data: bytes, number: int = 0) -> int:
        """A stream with ``data`` as its filters left them; ``entries`` of its dictionary lack the length."""
        number = number or self.take()
        head = f"{number} 0 obj\n<<{entries}/Length {len(data)}>>\nstream\n"
        self._streams.append((number, b"".join((head.encode("latin-1"), data, b"\nendstream\nendobj\n"))))
        return number

    def deflated(self, entries: str, data: bytes, level: int = _LEVEL) -> int:
        """A stream that is compressed here."""
        return self.stream(f"{entries}/Filter/FlateDecode", zlib.compress(data, level))

    def written(self, root: int, info: int) -> bytes:
        """The whole file; ``root`` and ``info`` are the numbers of catalogue and properties."""
        entries: dict[int, bytes] = {}
        self._pack(entries)
        parts, at = [_HEADER], len(_HEADER)
        for number, data in self._streams:
            entries[number] = b"\1" + at.to_bytes(4, "big") + b"\0\0"
            parts.append(data)
            at += len(data)
        body = b"".join(parts)
        return body + self._index(entries, f"/Root {root} 0 R/Info {info} 0 R{_name(body)}", at)

    def _pack(self, entries: dict[int, bytes]) -> None:
        """Objects that are no streams go into streams of objects (§7.5.7)."""
        numbers = sorted(self._plain)
        for start in range(0, len(numbers), _PACKED):
            packed = numbers[start : start + _PACKED]
            bodies = [self._plain[number] for number in packed]
            begins = accumulate((len(body) + 1 for body in bodies), initial=0)
            head = " ".join([f"{number} {at}" for number, at in zip(packed, begins, strict=False)]) + "\n"
            container = self.take()
            first = b"\2" + container.to_bytes(4, "big")
            entries.update((number, first + place.to_bytes(2, "big")) for place, number in enumerate(packed))
            data = zlib.compress((head + "\n".join(bodies)).encode("latin-1"), _LEVEL)
            kind = f"/Type/ObjStm/N {len(packed)}/First {len(head)}/Filter/FlateDecode"
            self.stream(kind, data, container)

    def _index(self, entries: dict[int, bytes], trailer: str, at: int) -> bytes:
        """The cross-reference stream (§7.5.8), which is the trailer as well."""
        number = self.take()
        entries[number] = b"\1" + at.to_bytes(4, "big") + b"\0\0"
        data = zlib.compress(_from_above([entries.get(one, _FREE) for one in range(number + 1)]), _LEVEL)
        lines = "/DecodeParms<</Predictor 12/Columns 7>>"
        kind = f"/Type/XRef/Size {number + 1}/W[1 4 2]{trailer}/Filter/FlateDecode{lines}/Length {len(data)}"
        head = f"{number} 0 obj\n<<{kind}>>\nstream\n"
        foot = f"\nendstream\nendobj\nstartxref\n{at}\n%%EOF\n"
        return head.encode("ascii") + data + foot.encode("ascii")


def _from_above(entries: list[bytes]) -> bytes:
    """Each entry as what it differs from the one before, behind the 2 that says so (PNG's predictor Up): a tenth of the bytes."""
    rows = b"\2" + b"\2".join(entries)
    made = bytearray(rows[:8])
    made += bytes([(one - above) & 255 for one, above in zip(rows[8:], rows, strict=False)])
    made[::8] = b"\2" * len(entries)
    return bytes(made)


def _name(body: bytes) -> str:
    """The identifier of a file: the same bytes have the same."""
    digest = hashlib.sha256(body).hexdigest()[:32].upper()
    return f"/ID[<{digest}><{digest}>]"


def text_string(text: str) -> str:
    """A text for people as a string object."""
    if text.isascii() and text.isprintable():
        return f"({text.translate(_ESCAPED)})"
    return f"<FEFF{text.encode('utf-16-be').hex().upper()}>"


def rectangle(left: float, low: float, right: float, high: float) -> str:
    """Four edges as an array."""
    return f"[{left:.2f} {low:.2f} {right:.2f} {high:.2f}]"
