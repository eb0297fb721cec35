"""What the bank claims beside what was rebuilt: where the two part first, and in which item."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from workstation.money import Money
from workstation.plan.debt.balances import COMPONENTS, Balances
from workstation.plan.rebuilt.history import History
from workstation.plan.rebuilt.rebuild import Reading, Rebuilt, rebuild

Item = Literal["principal", "interest", "penalty", "fees", "total"]
ITEMS: Final[tuple[Item, ...]] = (*COMPONENTS, "total")


@dataclass(frozen=True, slots=True)
class Claim:
    """What the bank says was owed in the evening of a day, item by item; what it does not say is left out."""

    on: date
    amounts: Mapping[Item, Money]


@dataclass(frozen=True, slots=True)
class Difference:
    """An item that is claimed otherwise than rebuilt. ``beyond``: how far it lies above the most (below the least: negative)."""

    on: date
    item: Item
    claimed: Money
    least: Money
    most: Money | None
    beyond: Money


@dataclass(frozen=True, slots=True)
class Compared:
    """``agreed_on``: the last claim before the first difference that agrees item by item; None when there is none.

    A claim that lies between two bounds is possible, not agreed: what nobody knows stays to be asked.
    """

    rebuilt: Rebuilt
    differences: tuple[Difference, ...]
    agreed_on: date | None

    @property
    def first(self) -> Difference | None:
        """The first item that differs on the first day that has one; the sum of all only where no part of it differs."""
        return self.differences[0] if self.differences else None


def compare(history: History, claims: Sequence[Claim]) -> Compared:
    """Rebuild what was owed on the day of each claim and hold the two against each other. Raises `Refused` as `rebuild`."""
    rebuilt = rebuild(history, [claim.on for claim in claims])
    readings = {reading.on: reading for reading in rebuilt.readings}
    ordered = sorted(claims, key=lambda claim: claim.on)
    found = tuple(one for claim in ordered for one in _differences(claim, readings[claim.on]))
    before = (claim for claim in ordered if not found or claim.on < found[0].on)
    agreed = [claim.on for claim in before if _agrees(claim, readings[claim.on])]
    return Compared(rebuilt, found, agreed[-1] if agreed else None)


def _agrees(claim: Claim, reading: Reading) -> bool:
    """Whether every item that is claimed is known to the fen and is what is claimed."""
    most = reading.most
    known = (
        most is not None and part_of(reading.least, item) == claimed == part_of(most, item)
        for item, claimed in claim.amounts.items()
    )
    return bool(claim.amounts) and all(known)


def _differences(claim: Claim, reading: Reading) -> Iterator[Difference]:
    for item in ITEMS:
        claimed = claim.amounts.get(item)
        if claimed is None:
            continue
        least, most = part_of(reading.least, item), part_of(reading.most, item) if reading.most else None
        if claimed < least:
            yield Difference(claim.on, item, claimed, least, most, claimed - least)
        elif most is not None and claimed > most:
            yield Difference(claim.on, item, claimed, least, most, claimed - most)


def part_of(balances: Balances, item: Item) -> Money:
    """An item of a balance, or all of them together."""
    return balances.total if item == "total" else balances.part(item)
