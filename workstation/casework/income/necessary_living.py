"""What a month of living may cost without proof: by the rules of the case, else as a person looked it up and says so."""

from __future__ import annotations

from dataclasses import dataclass

from workstation.casework.case_file import CaseFile
from workstation.errors import Refused
from workstation.money import Money, Rounding
from workstation.policy.filing import Living, LivingCost

PAPER, AMOUNT, SOURCE = "application", "living_minimum", "living_source"
"""The entry of the application, and its keys."""


@dataclass(frozen=True, slots=True)
class NecessaryLiving:
    """``cost``: the rule for the place, None where no place is named. ``minimum``: its figure, else the one that is stated with
    ``stated_source``; None: nobody has found it.
    """

    rule: Living
    cost: LivingCost | None
    minimum: Money | None
    stated_source: str = ""

    @property
    def limit(self) -> Money | None:
        """Up to this much a month needs no proof."""
        return self.minimum.times(self.rule.factor.value, Rounding()) if self.minimum is not None else None


def necessary_living(file: CaseFile) -> NecessaryLiving | None:
    """None where the rules of the case know no such figure."""
    rule = file.pack.filing.living
    if rule is None:
        return None
    cost = living_cost(file)
    if cost is None or cost.amount is not None:
        return NecessaryLiving(
            rule, cost, Money(cost.amount, file.pack.currency) if cost and cost.amount is not None else None
        )
    said = file.said(PAPER, next(iter(file.addressees), ""))
    stated, source = stated_amount(said.get(AMOUNT, ""), file.pack.currency), said.get(SOURCE, "").strip()
    return NecessaryLiving(rule, cost, stated, source) if stated and source else NecessaryLiving(rule, cost, None)


def living_cost(file: CaseFile) -> LivingCost | None:
    """The rule's entry for the place where the debtor lives, on the day of the case."""
    rule = file.pack.filing.living
    address = file.debtor.address("residence") or file.debtor.address("registered")
    return rule.cost(address, file.today) if rule else None


def stated_amount(text: str, currency: str) -> Money | None:
    """An amount as typed; None for what is none, or not above zero."""
    try:
        found = Money.parse(text, currency)
    except Refused:
        return None
    return found if found.minor > 0 else None
