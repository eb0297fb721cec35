"""One import of a bank's portfolio, kept so that it can be undone, and the rows that it sent back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from workstation.errors import Finding


@dataclass(frozen=True, slots=True)
class Import:
    """``rows`` = ``accepted`` + ``rejected``; ``sha256`` of the file's bytes, hex; ``header``: its column titles.

    ``revision``: that of the transaction that brought it; whatever touches one of its cases later has a greater one.
    """

    id: str
    file_name: str
    sha256: str
    at: datetime
    by: str
    rows: int
    accepted: int
    rejected: int
    undone_at: datetime | None = None
    header: tuple[str, ...] = ()
    revision: int = 0


@dataclass(frozen=True, slots=True)
class ImportReject:
    """A row of the file that was not taken: its number there (from 1), its cells as text, and everything that is wrong with it."""

    id: str
    import_id: str
    row: int
    cells: tuple[str, ...]
    reasons: tuple[Finding, ...]
