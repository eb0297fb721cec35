"""Which proof shows which side of the debtor's card of identity, and where its corners are, as a person said or as usual."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from workstation.casework.case_file import CaseFile
from workstation.casework.said.corners import Corners, read_corners
from workstation.casework.said.fields import ID_COPY, paper_fields


@dataclass(frozen=True, slots=True)
class CardSide:
    """``page`` counts from 0; without ``corners`` those hold that the card's edges propose.

    ``half``: where the page shows both sides, this one is looked for in its first (1) or second half (2), as copying shops lay
    them out; else 0.
    """

    name: str
    item_id: str
    page: int
    corners: Corners | None
    half: int = 0


def card_sides(file: CaseFile, bank: str, typed: Mapping[str, str] | None = None) -> Iterator[CardSide]:
    """Front and back, as far as a proof shows them; ``typed``: what is said but not kept yet, in place of what is."""
    said = file.said(ID_COPY, bank) if typed is None else typed
    usual = {one.key: one.default for one in paper_fields(file, ID_COPY, bank)}
    places = {name: said.get(name) or usual.get(name, "") for name in ("front", "back")}
    together = len({*places.values()}) == 1
    for half, (name, place) in enumerate(places.items(), 1):
        item_id, _, page = place.partition("/")
        if item_id:
            corners = read_corners(said.get(f"{name}_corners", ""))
            yield CardSide(name, item_id, int(page or 0), corners, half if together else 0)


def cut_confirmed(file: CaseFile, bank: str) -> bool:
    """Whether a person confirmed how the card is cut out of its proofs."""
    return file.said(ID_COPY, bank).get("confirmed") == "yes"
