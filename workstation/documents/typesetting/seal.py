"""The verification code of a PDF: the head of its own SHA-256, checkable with nothing but the file.

A file cannot hold its own hash, so the hash is taken with the places of code and QR picture blank (filled with the digit 0).
Both live in streams written as plain hexadecimal behind a fixed comment, and are filled in afterwards (`fact_code`).
The code proves that not a byte changed since the desk wrote the file; who wrote it is known by the desk's record of the hash.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import Final

from workstation.documents.typesetting.fact_code import BLANK, bears_facts, read_facts, with_squares

_CODE_MARK: Final = b"%concord code\n"
_QR_MARK: Final = b"%concord qr\n"
LETTERS: Final = "0123456789ABCDEF-"
"""What a code is written with."""
_MODULES: Final = 33  # papers of before the picture told figures: a QR code of version 4
_QR_BYTES: Final = _MODULES * ((_MODULES + 7) // 8)
_SHOWN: Final = re.compile(
    _CODE_MARK.hex().encode() + rb"[0-9a-f]*?" + b" Td (".hex().encode() + rb"([0-9a-f]{28}|(?:00[0-9a-f]{2}){14})29"
)
"""The code in one byte a character, as papers of before composite fonts have it, or in two."""
_PICTURE: Final = re.compile(
    _QR_MARK.hex().encode() + rb"[0-9a-f]*?" + b" ID ".hex().encode() + rb"([0-9a-f]{%d})" % (2 * _QR_BYTES)
)


@dataclass(frozen=True, slots=True)
class Seal:
    """What a file says of itself (``code``) and what it really is (``digest``, SHA-256 hex of its blanked bytes).

    ``facts``: what its QR picture should tell, empty where it has none; ``shown``: it does.
    """

    code: str
    digest: str
    facts: str = ""
    shown: bool = True

    @property
    def intact(self) -> bool:
        """Whether code and picture on the file are of this file."""
        return self.shown and self.code == short_code(self.digest)


def short_code(digest: str) -> str:
    """``7F3A-91C2-0BE4``: the first 48 bits of a hash, for people."""
    head = digest[:12].upper()
    return f"{head[:4]}-{head[4:8]}-{head[8:12]}"


def code_stream(font: str, size: float, colour: str) -> bytes:
    """The hexadecimal content of a form that draws the code at its origin; ``colour`` are operators.

    ``font`` is the resource name of a composite font whose codes are those of ASCII, in two bytes.
    """
    blank = BLANK.encode("utf-16-be")
    drawing = f"{colour} BT {font} {size} Tf 0 0 Td (".encode("ascii") + blank + b") Tj ET\n"
    return _hexadecimal(_CODE_MARK + drawing)


def sealed(data: bytes) -> tuple[bytes, str]:
    """The file with code and QR filled in, and the hash they show. A file without a place for them is returned as it is."""
    blank = _blanked(data)
    digest = hashlib.sha256(blank).hexdigest()
    code = short_code(digest)
    return with_squares(_with_code(blank, code), code), digest


def read_seal(data: bytes) -> Seal | None:
    """The seal of a file, or None when it has none of ours."""
    shown = _found(data, _CODE_MARK, _SHOWN)
    if shown is None:
        return None
    code = bytes.fromhex(shown[1].decode("ascii")).replace(b"\0", b"").decode("latin-1")
    digest, told = hashlib.sha256(_blanked(data)).hexdigest(), read_facts(data, code)
    return Seal(code, digest) if told is None else Seal(code, digest, told.text.replace(BLANK, code), told.shown)


def bears_marks(data: bytes) -> bool:
    """Whether bytes hold a place of ours as the search for it would see it."""
    return any(mark.hex().encode("ascii") in data for mark in (_CODE_MARK, _QR_MARK)) or bears_facts(data)


def _hexadecimal(content: bytes) -> bytes:
    return content.hex().encode("ascii") + b">"


def _blanked(data: bytes) -> bytes:
    blank = with_squares(_with_code(data, BLANK), "")
    found = _found(blank, _QR_MARK, _PICTURE)
    return blank[: found.start(1)] + b"0" * (2 * _QR_BYTES) + blank[found.end(1) :] if found else blank


def _found(data: bytes, mark: bytes, pattern: re.Pattern[bytes]) -> re.Match[bytes] | None:
    """The first place of ours; the mark is looked for as bytes, many times as fast as by a pattern."""
    at = data.find(mark.hex().encode("ascii"))
    return pattern.search(data, at) if at >= 0 else None


def _with_code(data: bytes, code: str) -> bytes:
    found = _found(data, _CODE_MARK, _SHOWN)
    if found is None:
        return data
    wide = len(found[1]) == 4 * len(code)
    value = code.encode("utf-16-be" if wide else "ascii").hex().encode("ascii")
    return data[: found.start(1)] + value + data[found.end(1) :]
