"""Which proof shows which side of the debtor's card of identity, and where its corners are, as a person said or as usual."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from workstation.casework.case_file import CaseFile
from workstation.casework.said.corners import Corners, read_corners
from workstation.casework.said.fields import ID_COPY, paper_fields


@dataclass(frozen=True, slots=True)
class CardSide:
    """``page`` counts from 0; without ``corners`` those hold that the card's edges propose."""

    name: str
    item_id: str
    page: int
    corners: Corners | None


def card_sides(file: CaseFile, bank: str, typed: Mapping[str, str] | None = None) -> Iterator[CardSide]:
    """Front and back, as far as a proof shows them; ``typed``: what is said but not kept yet, in place of what is."""
    said = file.said(ID_COPY, bank) if typed is None else typed
    usual = {one.key: one.default for one in paper_fields(file, ID_COPY, bank)}
    for name in ("front", "back"):
        item_id, _, page = (said.get(name) or usual.get(name, "")).partition("/")
        if item_id:
            yield CardSide(name, item_id, int(page or 0), read_corners(said.get(f"{name}_corners", "")))


def cut_confirmed(file: CaseFile, bank: str) -> bool:
    """Whether a person confirmed how the card is cut out of its proofs."""
    return file.said(ID_COPY, bank).get("confirmed") == "yes"
