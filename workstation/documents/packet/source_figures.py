"""Where the figures of a packet come from."""

from __future__ import annotations

from dataclasses import dataclass

from workstation.evidence.figure_source import How
from workstation.evidence.verification import Mask
from workstation.evidence.written_value import WrittenValue
from workstation.money import Money


@dataclass(frozen=True, slots=True)
class SourcePlace:
    """A place on an exhibit where a person confirmed a figure; ``part`` (from 1) of the exhibit begins the page that shows it.

    ``covered``: the copy that is bound hides it. ``value``: what the text of that page, if it has any, must say.
    """

    no: int
    part: int
    how: How
    place: Mask
    value: WrittenValue
    covered: bool = False

    @property
    def anchor(self) -> str:
        """The place of that page in the packet."""
        return f"exhibit.{self.no}" if self.part == 1 else f"exhibit.{self.no}.{self.part}"


@dataclass(frozen=True, slots=True)
class ProvenanceFigures:
    """Where a figure comes from: confirmed places, or a text ``paper.source.<words>`` that may name the page of ``anchor``."""

    figure: str
    value: str | Money
    places: tuple[SourcePlace, ...]
    words: str = ""
    anchor: str = ""
