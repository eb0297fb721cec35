"""One option as a value: its terms, what they cost the household, and who must grant what they ask for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from workstation.money import Money
from workstation.plan.rate.true_rate import TrueRate
from workstation.plan.schedule.calculate import Schedule, schedule
from workstation.plan.schedule.terms import Terms
from workstation.policy.rules import Offer, Tier

Weights = tuple[int, int, int, int, int, int]
"""Payment, total, end (day number), sum up front, concessions of the bank, concessions beyond the agent; less is better."""


@dataclass(frozen=True)
class Option:
    """Terms of one offer of the pack with their figures. No slots: terms and schedule are made when asked for.

    ``longest`` are the terms in the most instalments that were tried; ``payment`` is the largest of the instalments; ``total`` all
    that is paid, up front and in instalments; ``cost`` what of it is new interest and fees; ``steepest``: no row charges more on
    its balance, in millionths a year of 360 days; ``tiers``: concession → the lowest tier that may grant it.
    """

    id: str
    account_id: str
    offer: Offer
    longest: Terms
    instalments: int
    payment: Money
    up_front: Money
    total: Money
    cost: Money
    steepest: int
    first_due: date
    last_due: date
    tiers: Mapping[str, Tier]

    @cached_property
    def terms(self) -> Terms:
        """The terms as they would be agreed."""
        return replace(self.longest, instalments=self.instalments)

    @cached_property
    def schedule(self) -> Schedule:
        """The rows."""
        return schedule(self.terms)

    @property
    def true_rate(self) -> TrueRate | None:
        """The yearly cost; None when nothing is financed."""
        return self.schedule.true_rate

    @property
    def asked_of_bank(self) -> int:
        """How many concessions only the bank may grant."""
        return list(self.tiers.values()).count("bank")

    @property
    def asked(self) -> int:
        """How many concessions the agent may not grant alone."""
        return len(self.tiers) - list(self.tiers.values()).count("agent")

    @property
    def weights(self) -> Weights:
        """All figures by which one option may outdo another."""
        end = self.last_due.toordinal()
        return (self.payment.minor, self.total.minor, end, self.up_front.minor, self.asked_of_bank, self.asked)
