"""Sides of a card of identity as they are shown to whoever places its corners: uncut, in the colours of the proof."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workstation.actions.desk import Desk
from workstation.casework.said.card_sides import CardSide
from workstation.documents.packet.exhibits.card import CardOnScreen, card_on_screen
from workstation.evidence.verification import EvidenceItem
from workstation.received.apart.allowance import BUILDING
from workstation.received.apart.readers import IN_PROCESS, Readers, Reading
from workstation.store.vault import Vault

__all__ = ["CardOnScreen", "CardsSource", "cards_source"]


@dataclass(frozen=True, slots=True)
class CardsSource:
    """Sides with the proofs that show them, before anything is drawn: on any thread, it may take seconds."""

    sides: tuple[tuple[EvidenceItem, CardSide], ...]
    vault: Vault
    readers: Readers = IN_PROCESS

    def build(self) -> tuple[CardOnScreen | None, ...]:
        """One a side; None where the proof has no such page. Raises `Damaged` as the vault does."""
        return tuple(self._side(item, side) for item, side in self.sides)

    def _side(self, item: EvidenceItem, side: CardSide) -> CardOnScreen | None:
        about = Reading(item.file_name, f"evidence.{item.requirement}", BUILDING)
        return self.readers.read(about, card_on_screen, self.vault.read(item.sha256), side.page, side.half)


def cards_source(desk: Desk, sides: Sequence[CardSide]) -> CardsSource:
    """All that the sides are drawn from."""
    shown = tuple((desk.store.get(EvidenceItem, side.item_id), side) for side in sides)
    return CardsSource(shown, desk.vault, desk.readers)
