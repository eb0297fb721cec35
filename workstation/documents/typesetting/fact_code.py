"""The QR picture of a packet: its key figures in plain text with the code of the file, so that any telephone reads them.

The text lies beside the picture in the same hexadecimal stream and is hashed with the file; only the squares are blank then. A
picture that says something else than that text is noticed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final

import segno
from segno import consts, encoder

_MARK: Final = b"%concord facts\n%"
_STREAM: Final = re.compile(_MARK.hex().encode("ascii") + rb"(?:[0-9a-f]{2})*")
_CONTENT: Final = re.compile(re.escape(_MARK) + rb"([0-9a-f]*)\nq .{1,80}? BI /W (\d+) .{1,40}? ID ", re.DOTALL)
_ENCODER: Final[Any] = encoder  # the library tells types of its front door only
_BITS: Final = bytes.maketrans(b"\0\1", b"10")
BLANK: Final = "0000-0000-0000"
"""Where the text will tell the code."""


@dataclass(frozen=True, slots=True)
class FactCode:
    """The text with a blank in place of the code, and whether the squares in the file are those of text and code."""

    text: str
    shown: bool


def fact_stream(text: str, side: float) -> bytes:
    """The hexadecimal content of a form that draws the picture, ``side`` points wide, from its origin up, its squares blank."""
    width = squares_across(text)
    head = f"\nq {side} 0 0 {side} 0 0 cm BI /W {width} /H {width} /BPC 1 /CS /G ID ".encode("ascii")
    content = _MARK + text.encode().hex().encode("ascii") + head + bytes(_bytes(width)) + b"\nEI Q\n"
    return content.hex().encode("ascii") + b">"


def with_squares(data: bytes, code: str) -> bytes:
    """The file with the picture that tells ``code``; empty: with blank squares. One without a place for it is given back."""
    found = _place(data)
    if found is None:
        return data
    start, end, text, width = found
    squares = _squares(text.replace(BLANK, code)) if code else bytes(_bytes(width))
    return data[:start] + squares.hex().encode("ascii") + data[end:]


def read_facts(data: bytes, code: str) -> FactCode | None:
    """What the picture of a file should tell, and whether it does; None where there is none."""
    found = _place(data)
    if found is None:
        return None
    start, end, text, _ = found
    wanted = _squares(text.replace(BLANK, code)).hex().encode("ascii")
    return FactCode(text, data[start:end] == wanted)


def bears_facts(data: bytes) -> bool:
    """Whether bytes hold a place of ours."""
    return _MARK.hex().encode("ascii") in data


def _place(data: bytes) -> tuple[int, int, str, int] | None:
    """Where the squares are in the file, as hexadecimal digits, the text, and how many squares a side has."""
    at = data.find(_MARK.hex().encode("ascii"))
    stream = _STREAM.match(data, at) if at >= 0 else None
    content = _CONTENT.match(bytes.fromhex(stream[0].decode("ascii"))) if stream else None
    if stream is None or content is None:
        return None
    width = int(content[2])
    start = stream.start() + 2 * content.end()
    text = bytes.fromhex(content[1].decode("ascii")).decode(errors="replace")
    return start, start + 2 * _bytes(width), text, width


def _bytes(width: int) -> int:
    return width * -(-width // 8)


def squares_across(text: str) -> int:
    """Squares a side, known before the picture is made."""
    parts = _ENCODER.prepare_data(text, None, "utf-8")
    version = _ENCODER.find_version(parts, consts.ERROR_LEVEL_M, eci=False, micro=False)
    return int(_ENCODER.calc_matrix_size(version))


def _squares(text: str) -> bytes:
    """One bit a square, rows padded to bytes; 1 is white, as in a grey picture of one bit."""
    picture = segno.make(text, error="m", mask=2, encoding="utf-8", boost_error=False, micro=False)
    rows = (bytes(row).translate(_BITS) for row in picture.matrix)
    return b"".join(int(row + b"1" * (-len(row) % 8), 2).to_bytes(-(-len(row) // 8), "big") for row in rows)
