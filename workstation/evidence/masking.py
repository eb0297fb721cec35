"""Numbers on copies of identity and bank cards: where they stand, and which of them a copy that leaves the desk may show.

The original in the vault stays whole; only the copy bound into a packet is covered, in its very pixels.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from workstation.errors import Finding
from workstation.evidence.verification import EvidenceItem, Mask
from workstation.policy.rules import CopyRule, Requirement

_LONG_NUMBER: Final = re.compile(r"(?<![\dA-Za-z])\d(?:[ \u00a0-]?\d){11,18}[\dXx]?(?![\dA-Za-z])")
"""Card numbers have 13 to 19 digits (ISO/IEC 7812-1), resident numbers 17 and a check sign (GB 11643)."""
_HIDDEN: Final = "*"


@dataclass(frozen=True, slots=True)
class Hidden:
    """Signs ``start`` up to, not including, ``end`` of a text are to be covered."""

    start: int
    end: int


def hidden_parts(text: str, rule: CopyRule) -> Iterator[Hidden]:
    """The parts of long numbers in a text that a copy under this rule may not show."""
    if rule.number != "middle":
        return
    for found in _LONG_NUMBER.finditer(text):
        positions = [found.start() + position for position, char in enumerate(found[0]) if char.isalnum()]
        middle = positions[rule.first : len(positions) - rule.last]
        if middle:
            yield Hidden(middle[0], middle[-1] + 1)


def number_masks(source: bytes | Path, rule: CopyRule) -> tuple[Mask, ...]:
    """Where the text of a PDF or OFD shows what a copy may not show; empty for a scan or an unreadable PDF.

    Raises `Refused` as `as_pdf`.
    """
    from workstation.received.ofd.apart import as_pdf
    from workstation.received.pdf.rendering import text_regions  # opens foreign bytes: only a worker gets here

    paper = source if isinstance(source, Path) else as_pdf(source)
    found = text_regions(paper, lambda text: ((part.start, part.end) for part in hidden_parts(text, rule)))
    return tuple(Mask(one.page, one.left, one.top, one.width, one.height) for one in found)


def hidden_number(number: str, rule: CopyRule | None) -> str:
    """A typed document number as papers may print it: the middle as stars where the rule hides it."""
    if rule is None or rule.number != "middle" or not number:
        return number
    positions = [position for position, char in enumerate(number) if char.isalnum()]
    shown = {*positions[: rule.first], *positions[max(len(positions) - rule.last, 0) :]}
    if len(positions) <= rule.first + rule.last:
        shown = set(positions[-rule.last :] if rule.last else ())
    return "".join(
        _HIDDEN if position in positions and position not in shown else char for position, char in enumerate(number)
    )


def masks_to_burn(requirement: Requirement, item: EvidenceItem) -> tuple[Mask, ...]:
    """The rectangles that cover the bound copy; none where the pack wants the number whole or the paper bears none."""
    return item.masks if requirement.copy is not None and requirement.copy.number != "whole" else ()


def held_back(requirement: Requirement, item: EvidenceItem) -> bool:
    """Whether the copy may not be bound at all yet: its number must be covered and nobody has located it."""
    return requirement.copy is not None and requirement.copy.number == "middle" and not item.number_placed


def number_findings(requirement: Requirement, item: EvidenceItem) -> Iterator[Finding]:
    """What to say about the number on a copy."""
    if held_back(requirement, item) and requirement.copy is not None:
        figures = {"file": item.file_name, "first": str(requirement.copy.first), "last": str(requirement.copy.last)}
        yield Finding("number_uncovered", f"evidence.{requirement.code}", figures)
