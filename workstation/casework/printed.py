"""What left the desk: every packet once written, with its hash and its facts, and every time a paper went to a printer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Final

PACKET: Final = "packet"
"""What a print record calls the bound packet, where single papers stand by their kind."""
_BANK_BYTES: Final = 150
"""Most file systems take 255 bytes for a name; number, kind and version need some of them."""


def file_name(number: str, bank: str, kind: str, version: int = 0) -> str:
    """What a paper's file is called: ``CC-2026-00001-招商银行.pdf`` for a packet, its kind behind it otherwise.

    A bank with a name longer than files may have is cut, and told from others that begin alike by six characters of its hash.
    """
    parts = [number, _short(bank), "" if kind == PACKET else kind, f"v{version}" if version else ""]
    name = "-".join(part for part in parts if part)
    return "".join("_" if char in '/\\:*?"<>|' or not char.isprintable() else char for char in name) + ".pdf"


def _short(bank: str) -> str:
    data = bank.encode()
    if len(data) <= _BANK_BYTES:
        return bank
    return data[: _BANK_BYTES - 7].decode(errors="ignore") + "~" + sha256(data).hexdigest()[:6]


@dataclass(frozen=True, slots=True)
class PacketFact:
    """One fact as it stood when a packet was written: the place where it is kept, and its value as text."""

    place: str
    value: str


@dataclass(frozen=True, slots=True)
class PrintedPacket:
    """Version ``version`` (1, 2 …) of the packet of one case for one bank. ``sha256`` of the PDF's bytes, hex.

    ``facts`` is empty for a packet written before facts were kept.
    """

    id: str
    case_id: str
    bank: str
    version: int
    sha256: str
    pages: int
    at: datetime
    by: str
    draft: bool
    facts: tuple[PacketFact, ...] = ()


@dataclass(frozen=True, slots=True)
class PrintRecord:
    """A paper was handed to a printer.

    ``kind`` is `PACKET` or the name of a paper kind; ``packet_id`` the version that was printed when it was a packet.
    ``sha256`` of the paper's bytes, which the vault keeps; ``part`` the pages, ``2-3``, when not all of them were asked for.
    """

    id: str
    case_id: str
    kind: str
    bank: str
    sha256: str
    pages: int
    copies: int
    printer: str
    at: datetime
    by: str
    part: str = ""
    draft: bool = False
    packet_id: str = ""


def whole_print(records: Iterable[PrintRecord], kind: str, bank: str, sha256: str) -> PrintRecord | None:
    """The last time all pages of just these bytes went to a printer."""
    found = [one for one in records if (one.kind, one.bank, one.sha256, one.part) == (kind, bank, sha256, "")]
    return found[-1] if found else None
