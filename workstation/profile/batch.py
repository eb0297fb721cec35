"""One import of a bank's portfolio, kept so that it can be undone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Import:
    """``rows`` = ``accepted`` + ``rejected``; ``sha256`` of the file's bytes, hex."""

    id: str
    file_name: str
    sha256: str
    at: datetime
    by: str
    rows: int
    accepted: int
    rejected: int
    undone_at: datetime | None = None
