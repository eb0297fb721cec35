"""What is said of a paper beyond the figures of its case: choices among clauses, and what only a person can fill in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class PaperEntry:
    """``text`` for ``key`` of ``paper`` to ``bank``; empty: taken back. Entries are kept, the latest counts."""

    id: str
    case_id: str
    bank: str
    paper: str
    key: str
    text: str
    at: datetime
    by: str


def text_before(entries: Iterable[PaperEntry], entry: PaperEntry) -> str:
    """What stood in the place of an entry when it was made; empty where nothing did."""
    text = ""
    for one in entries:
        if one.id == entry.id:
            break
        if (one.paper, one.bank, one.key) == (entry.paper, entry.bank, entry.key):
            text = one.text
    return text


def standing_entries(entries: Iterable[PaperEntry], paper: str, bank: str) -> Mapping[str, str]:
    """Key → text of one paper to one bank, as they stand; what was taken back is left out."""
    said = {one.key: one.text for one in entries if (one.paper, one.bank) == (paper, bank)}
    return {key: text for key, text in said.items() if text}
