"""A paper of the packet printed by itself: what the cover says of it elsewhere, under its own title."""

from __future__ import annotations

from typing import Final

from workstation.documents.packet.figures import PacketFigures
from workstation.documents.typesetting.blocks import Block, Fields, LabelledValue, Title
from workstation.documents.typesetting.phrases import Phrases

_UNNAMED: Final = ("schedule", "evidence", "provenance")
"""Papers that leave to the cover whose they are."""


def alone(blocks: tuple[Block, ...], kind: str, figures: PacketFigures, phrases: Phrases) -> tuple[Block, ...]:
    """The blocks of a paper with applicant, number and day below its title, where the paper does not name them itself."""
    if kind not in _UNNAMED:
        return blocks
    at = next(i for i, block in enumerate(blocks) if isinstance(block, Title)) + 1
    return (*blocks[:at], _whose(figures, phrases), *blocks[at:])


def _whose(figures: PacketFigures, phrases: Phrases) -> Fields:
    told = {"applicant": figures.applicant.name, "number": figures.number, "made_on": figures.made_on}
    return Fields((tuple(LabelledValue(phrases.text(f"label.{key}"), value) for key, value in told.items()),))
