"""What households usually spend, reckoned from the file of the rules itself: averages a year for each person, a twelfth of them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Final

from tests.actions.papers.generated.rows import Table, rounded

_CARD: Final = Path("resources/policies/cn-card.toml")
"""The rules of which those for consumer loans are a part."""


@cache
def _averages() -> list[Table]:
    found: list[Table] = tomllib.loads(_CARD.read_text("utf-8"))["guidelines"]
    return found


def usual_costs(case: Table) -> Iterator[int]:
    """A month for the household, one figure for each line of spending that a source speaks of; Taiwan's rules know none."""
    if case.get("pack") == "tw-prenegotiation":
        return
    persons = 1 + case.get("debtor", {}).get("children", 0)
    for line in case.get("budget", ()):
        for one in _averages():
            if line["side"] == "expense" and line["category"] in one["categories"]:
                yield rounded(Fraction(one["yearly"] * persons, 12), "half_up")
