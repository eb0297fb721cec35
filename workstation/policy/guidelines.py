"""Guideline living costs: what is usually spent on the categories of a budget, where a source says so."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from workstation.money import HALF_UP, Money
from workstation.policy.rules import Labels, Source
from workstation.policy.toml_section import Section

EXPENSES: Final = (
    "rent", "food", "utilities", "transport", "communication", "clothing", "medical", "education", "childcare", "elder_care",
    "insurance", "other",
)  # fmt: skip
"""Categories of spending in a budget, by their keys in the wording."""


@dataclass(frozen=True, slots=True)
class Guideline:
    """What is usually spent on some categories together: ``yearly`` whole minor units for each person; ``what`` says of whom."""

    categories: tuple[str, ...]
    yearly: int
    what: Labels
    source: Source

    def monthly(self, persons: int, currency: str) -> Money:
        """For a household of so many persons, a month."""
        return Money(self.yearly * persons, currency).times(Fraction(1, 12), HALF_UP)


def guidelines(top: Section) -> tuple[Guideline, ...]:
    """Guideline living costs, each category once; a pack without them leaves the list out."""
    found: list[Guideline] = []
    for section in top.tables("guidelines") if top.has("guidelines") else ():
        one = Guideline(
            section.texts("categories", EXPENSES),
            section.whole("yearly", 1, 10**10),
            section.labels("what"),
            section.source(),
        )
        if twice := [name for name in one.categories if any(name in other.categories for other in found)]:
            section.report("pack_duplicate", "categories", found=", ".join(twice))
        found.append(one)
        section.done()
    return tuple(found)
