"""What left the desk: every packet once written, with its hash."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class PrintedPacket:
    """Version ``version`` (1, 2 …) of the packet of one case for one bank. ``sha256`` of the PDF's bytes, hex."""

    id: str
    case_id: str
    bank: str
    version: int
    sha256: str
    pages: int
    at: datetime
    by: str
    draft: bool
