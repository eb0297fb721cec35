"""What left the desk: every packet once written, with its hash and the facts that it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


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
