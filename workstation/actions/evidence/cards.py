"""Sides of a card of identity as they are shown to whoever places its corners: uncut, in the colours of the proof."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workstation.actions.desk import Desk
from workstation.documents.packet.exhibits.card import CardOnScreen, card_on_screen
from workstation.evidence.verification import EvidenceItem
from workstation.received.apart.allowance import BUILDING
from workstation.received.apart.readers import IN_PROCESS, Readers, Reading
from workstation.store.vault import Vault

__all__ = ["CardOnScreen", "CardsSource", "cards_source"]


@dataclass(frozen=True, slots=True)
class CardsSource:
    """Proofs with the page (from 0) to show of each, before anything is drawn: on any thread, it may take seconds."""

    sides: tuple[tuple[EvidenceItem, int], ...]
    vault: Vault
    readers: Readers = IN_PROCESS

    def build(self) -> tuple[CardOnScreen | None, ...]:
        """One a side; None where the proof has no such page. Raises `Damaged` as the vault does."""
        return tuple(self._side(item, page) for item, page in self.sides)

    def _side(self, item: EvidenceItem, page: int) -> CardOnScreen | None:
        about = Reading(item.file_name, f"evidence.{item.requirement}", BUILDING)
        return self.readers.read(about, card_on_screen, self.vault.read(item.sha256), page)


def cards_source(desk: Desk, places: Sequence[tuple[str, int]]) -> CardsSource:
    """All that the sides are drawn from; ``places``: proof and page of each."""
    sides = tuple((desk.store.get(EvidenceItem, item_id), page) for item_id, page in places)
    return CardsSource(sides, desk.vault, desk.readers)
