"""Claimed against rebuilt: every item that the bank claims beside its bounds, and the first day and item where they part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from workstation.casework.case_file import CaseFile
from workstation.casework.claims.input import gathered, whole_question
from workstation.casework.claims.received import received_findings
from workstation.errors import Finding
from workstation.money import Money
from workstation.plan.calc.rebuilt_json import rebuild_question
from workstation.plan.rebuilt.claim import ITEMS, Claim, Compared, Difference, Item, compare, part_of
from workstation.plan.rebuilt.history import History
from workstation.profile.account import Account


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """One item that is claimed on a day. ``most`` None: nobody knows. ``difference``: None while it lies between the bounds."""

    on: date
    item: Item
    claimed: Money
    least: Money
    most: Money | None
    difference: Difference | None


@dataclass(frozen=True, slots=True)
class ClaimCheck:
    """An account rebuilt and held against its claims; ``compared`` is None while nothing is claimed."""

    account: Account
    history: History
    lines: tuple[ClaimLine, ...]
    compared: Compared | None
    findings: tuple[Finding, ...]

    @property
    def first(self) -> Difference | None:
        """Where claim and rebuilt debt part first."""
        return self.compared.first if self.compared else None


def check_claim(file: CaseFile, account: Account, question: Mapping[str, Any] | None = None) -> ClaimCheck:
    """Rebuild an account by ``question``, or by what was gathered for it, and compare it with every claim.

    Raises `Refused` as `rebuild_question` and `rebuild`, naming the key that is at fault or missing.
    """
    asked = whole_question(file, account, gathered(file, account) if question is None else question)
    history, _, claims = rebuild_question(asked)
    compared = compare(history, claims) if claims else None
    lines = tuple(_lines(claims, compared)) if compared else ()
    return ClaimCheck(account, history, lines, compared, received_findings(file, account))


def _lines(claims: list[Claim], compared: Compared) -> Iterator[ClaimLine]:
    readings = {one.on: one for one in compared.rebuilt.readings}
    left = list(compared.differences)
    for claim in sorted(claims, key=lambda one: one.on):
        reading = readings[claim.on]
        for item in ITEMS:
            if (claimed := claim.amounts.get(item)) is None:
                continue
            most = part_of(reading.most, item) if reading.most else None
            found = next((one for one in left if (one.on, one.item, one.claimed) == (claim.on, item, claimed)), None)
            yield ClaimLine(claim.on, item, claimed, part_of(reading.least, item), most, found)
