"""One plan for all creditors in two stages: equal payments without interest, then what is left.

Reference: the reporting rules of Taiwan's credit centre: 72 payments at 0 %, of which the last takes all that is left where no
second stage follows.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from workstation.currencies import payable_unit
from workstation.errors import Finding, Refused
from workstation.money import Money, Rounding
from workstation.plan.options.affordability import pro_rata
from workstation.plan.options.shares import other_currency
from workstation.plan.schedule.terms import Step, Terms
from workstation.profile.account import Account
from workstation.rates import Rate

_ROUNDED: Final = "up"
"""Instalments are rounded up to what can be paid, so that the last one is the smallest."""


@dataclass(frozen=True, slots=True)
class TwoStages:
    """``monthly`` is paid in all in each of the ``first`` instalments, without interest. ``second``: how many follow (None: as many
    as keep them at or below the first, within ``most`` in all), at ``rate`` a year.
    """

    monthly: Money
    first: int
    first_due: date
    most: int
    second: int | None = None
    rate: Rate = Rate.parse("0")


def two_stage_terms(accounts: Sequence[Account], stages: TwoStages, today: date) -> tuple[tuple[Account, Terms], ...]:
    """The terms of every account that owes something: the month is shared by balance, in amounts that can be paid.

    Old interest and fees are in the plan, penalty is asked to be waived. Raises `Refused`: ``amount_not_positive``,
    ``stages_not_needed`` where the first stage pays an account off, ``share_nothing`` where one would get nothing; where none owes
    anything in the currency of ``monthly``, ``share_other_currency`` for each that owes in another, else ``shares_nothing``.
    """
    if stages.monthly.minor <= 0:
        raise Refused(Finding("amount_not_positive", "shares.monthly", {"amount": stages.monthly.grouped()}))
    owing = [one for one in accounts if one.owed and one.currency == stages.monthly.currency]
    if not owing:
        others = [other_currency(one) for one in accounts if one.owed]
        raise Refused(*(others or [Finding("shares_nothing", "plan")]))
    unit = payable_unit(stages.monthly.currency)
    offers = pro_rata(stages.monthly, [_negotiated(one) for one in owing], None, unit)
    found = [finding for one, offer in zip(owing, offers, strict=True) if (finding := _against(one, offer, stages))]
    if found:
        raise Refused(*found)
    second = stages.second or _second(owing, offers, stages)
    return tuple((one, _terms(one, offer, second, stages, today)) for one, offer in zip(owing, offers, strict=True))


def _negotiated(account: Account) -> Money:
    return account.principal + account.interest + account.fees


def _against(account: Account, offer: Money, stages: TwoStages) -> Finding | None:
    figures = {"bank": account.bank, "tail": account.tail}
    if not offer:
        return Finding("share_nothing", f"account.{account.id}", figures)
    if offer.minor * stages.first >= _negotiated(account).minor:
        return Finding("stages_not_needed", f"account.{account.id}", {**figures, "count": str(stages.first)})
    return None


def _second(accounts: Sequence[Account], offers: Sequence[Money], stages: TwoStages) -> int:
    """As many as keep every later payment without interest at or below the first ones, within the most that there may be."""
    needed = [
        -(-(_negotiated(one).minor - offer.minor * stages.first) // offer.minor)
        for one, offer in zip(accounts, offers, strict=True)
    ]
    return max(1, min(max(needed), stages.most - stages.first))


def _terms(account: Account, offer: Money, second: int, stages: TwoStages, today: date) -> Terms:
    none = Money.zero(account.currency)
    return Terms(
        principal=account.principal,
        interest=account.interest,
        penalty=account.penalty,
        fees=account.fees,
        first_due=stages.first_due,
        interest_from=account.as_of or today,
        waive_principal=none,
        down_payment=none,
        method="step",
        instalments=stages.first + second,
        rate=stages.rate,
        grace_interest=stages.first if stages.rate.value else 0,
        treat_penalty="waive",
        steps=(Step(1, offer), Step(stages.first + 1, None)),
        rounding=Rounding(payable_unit(account.currency), _ROUNDED),
    )
