"""Who may grant what. Nothing reads as granted before the authority of its tier has granted it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Literal

from workstation.plan.schedule.terms import Terms
from workstation.policy.pack import Pack
from workstation.policy.rules import Tier

Decision = Literal["requested", "granted", "countered", "refused"]
"""``countered``: not granted as asked, but with terms of the authority's own, which are kept as a version."""


@dataclass(frozen=True, slots=True)
class Approval:
    """One decision on one plan version by one authority (agent, supervisor, bank); the latest of an authority counts.

    ``offer``: the plan version that holds the authority's own terms, when it countered with some.
    """

    id: str
    plan_id: str
    case_id: str
    authority: str
    decision: Decision
    by: str
    at: datetime
    note: str = ""
    offer: str = ""


def concessions(terms: Terms, instalments: int) -> dict[str, Decimal]:
    """What terms ask to be granted: concession → its size (a share of the amount, or a count of instalments or months)."""
    waived = {
        "waive_interest": (terms.treat_interest, terms.interest),
        "waive_penalty": (terms.treat_penalty, terms.penalty),
        "waive_fees": (terms.treat_fees, terms.fees),
    }
    requested = {name: Decimal(1) for name, (treatment, amount) in waived.items() if treatment == "waive" and amount}
    if terms.waive_principal:
        share = terms.waive_principal.share_of(terms.principal)
        requested["waive_principal"] = Decimal(share.numerator) / share.denominator
    requested[_counted(terms)] = Decimal(instalments)
    if terms.method != "lump_sum" and (terms.method == "interest_free" or not terms.rate.value):
        requested["stop_interest"] = Decimal(1)
    if terms.deferral_months:
        requested["deferral"] = Decimal(terms.deferral_months)
    return requested


def tiers_by_length(terms: Terms, pack: Pack) -> Callable[[int], Mapping[str, Tier]]:
    """`tiers` of the terms for any number of instalments: that number is the size of one concession and touches no other."""
    alike, counted = tiers(terms, 1, pack), _counted(terms)

    def by_length(instalments: int) -> Mapping[str, Tier]:
        return {**alike, counted: pack.authority_for(counted, Decimal(instalments))}

    return by_length


def _counted(terms: Terms) -> str:
    """The concession whose size is the number of instalments."""
    return "settlement" if terms.method == "lump_sum" else "instalments"


def tiers(terms: Terms, instalments: int, pack: Pack) -> dict[str, Tier]:
    """Concession → the lowest tier of the pack that may grant it at its size."""
    return {name: pack.authority_for(name, size) for name, size in concessions(terms, instalments).items()}


def required_authorities(terms: Terms, instalments: int, pack: Pack) -> tuple[Tier, ...]:
    """Whose approval must be on record before these terms may be applied for.

    What an agent may grant needs nobody; what only the bank may grant is what the application asks the bank for.
    """
    return ("supervisor",) if "supervisor" in tiers(terms, instalments, pack).values() else ()
