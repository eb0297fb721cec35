"""Bytes as letters and digits that a scanner types, a QR code holds and a person can type: groups of five with a check sign each.

The alphabet is Crockford's base 32 (no I, L, O, U; I and L are read as 1, O as 0). The sixth sign of a group is a sum in the
field of 32 elements with a weight a place and the group's own number in it: one wrong sign, two exchanged neighbours and a
group out of place are found, and the group is named.
"""

from __future__ import annotations

from typing import Final

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS: Final = str.maketrans({"I": "1", "L": "1", "O": "0"})
_GROUP: Final = 5
_BITS: Final = 5
_FIELD: Final = 0b100101  # x^5 + x^2 + 1 is primitive
_MARKS: Final = {"R": "request", "G": "grant"}


class CodeFault(ValueError):
    """A code that cannot be read. ``group``: the first group that is wrong, from 1; 0 where the code as a whole is."""

    def __init__(self, group: int) -> None:
        super().__init__(f"group {group}")
        self.group = group


def coded(data: bytes, mark: str) -> str:
    """Groups by hyphens behind ``R`` (a request) or ``G`` (a grant): ``G-4X…``."""
    symbols = _symbols(data)
    groups = [symbols[at : at + _GROUP] for at in range(0, len(symbols), _GROUP)]
    texts = ("".join(ALPHABET[one] for one in (*group, _check(group, place))) for place, group in enumerate(groups, 1))
    return "-".join((mark, *texts))


def decoded(text: str, mark: str) -> bytes:
    """The bytes of a code, however it is broken into lines and groups; lines in front of it that are no code are passed over.

    Raises `CodeFault` with the group that is wrong.
    """
    plain = _plain(text)
    if not plain.startswith(mark) or len(plain) < 2:
        raise CodeFault(0)
    signs = plain[1:].translate(_READ_AS)
    symbols: list[int] = []
    for place, at in enumerate(range(0, len(signs), _GROUP + 1), 1):
        group = [ALPHABET.find(sign) for sign in signs[at : at + _GROUP + 1]]
        if len(group) < 2 or -1 in group or _check(group[:-1], place) != group[-1]:
            raise CodeFault(place)
        symbols += group[:-1]
    return _bytes(symbols)


def mark_of(text: str) -> str:
    """``R``, ``G``, or nothing for a text that is no code."""
    plain = _plain(text)
    return plain[0] if plain and plain[0] in _MARKS else ""


def file_text(code: str, title: str) -> str:
    """A code as the text of a file: a line that says what it is, then groups, eight a line."""
    mark, *groups = code.split("-")
    lines = ["-".join(groups[at : at + 8]) for at in range(0, len(groups), 8)]
    return "\n".join((f"# {title}", f"{mark}-{lines[0]}" if lines else mark, *lines[1:])) + "\n"


def _plain(text: str) -> str:
    lines = (line for line in text.upper().splitlines() if not line.startswith("#"))
    return "".join(sign for line in lines for sign in line if sign.isalnum())


def _check(group: list[int], place: int) -> int:
    total = place % 32
    for at, value in enumerate(group, 1):
        total ^= _times(value, _power(at))
    return total


def _power(exponent: int) -> int:
    value = 1
    for _ in range(exponent):
        value = _times(value, 2)
    return value


def _times(a: int, b: int) -> int:
    product = 0
    while b:
        if b & 1:
            product ^= a
        a <<= 1
        if a & 32:
            a ^= _FIELD
        b >>= 1
    return product


def _symbols(data: bytes) -> list[int]:
    count = -(-8 * len(data) // _BITS)
    number = int.from_bytes(data, "big") << (count * _BITS - 8 * len(data))
    return [number >> (_BITS * at) & 31 for at in reversed(range(count))]


def _bytes(symbols: list[int]) -> bytes:
    bits = _BITS * len(symbols)
    spare = bits % 8
    number = 0
    for one in symbols:
        number = number << _BITS | one
    if spare >= _BITS or number & ((1 << spare) - 1):
        raise CodeFault(0)
    return (number >> spare).to_bytes(bits // 8, "big")
