"""The file in which a proof came, where that was not the proof itself: a PDF or a ZIP under a password, a member of a ZIP."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ItemContainer:
    """What was submitted for an item, kept unchanged in the vault: ``sha256`` of its bytes (hex), ``password`` that opens it,
    ``member`` that was taken out of it, empty for a PDF.
    """

    item_id: str
    case_id: str
    sha256: str
    file_name: str
    size: int
    password: str = ""
    member: str = ""
