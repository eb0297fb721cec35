"""The code of a packet that came back as a scan or a photograph: what its QR picture tells."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

CODE: Final = re.compile(r"\b([0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4})\b")
_EARLIER: Final = re.compile(r"SHA256:([0-9A-F]{64})")
"""What the picture of earlier papers tells."""


@dataclass(frozen=True, slots=True)
class ScannedCode:
    """``page`` (from 1) with the picture, the ``code`` in it, and its whole ``text``; earlier papers told their hash alone."""

    page: int
    code: str
    text: str


def scanned_code(data: bytes) -> ScannedCode | None:
    """The first QR picture of ours on the pages of a file."""
    from workstation.received.qr_texts import qr_texts  # here, since only a worker reads foreign pages

    for page, text in qr_texts(data):
        code = _code(text)
        if code:
            return ScannedCode(page, code, text)
    return None


def _code(text: str) -> str:
    if (earlier := _EARLIER.fullmatch(text.strip())) is not None:
        head = earlier[1][:12]
        return f"{head[:4]}-{head[4:8]}-{head[8:]}"
    found = CODE.findall(text.rstrip().rpartition("\n")[2])
    return str(found[-1]) if found else ""
