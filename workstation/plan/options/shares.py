"""What a household can pay a month, divided over its accounts by balance, and what speaks against the offers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from workstation.errors import Finding, refuse_if
from workstation.money import Money, total
from workstation.plan.options.affordability import pro_rata
from workstation.profile.account import Account


@dataclass(frozen=True, slots=True)
class Division:
    """``monthly`` is divided. No offer is below ``token`` (None: no such payments); offers are whole multiples of ``unit``
    minor units, but for tokens and for what pays a balance off.
    """

    monthly: Money
    token: Money | None = None
    unit: int = 1


@dataclass(frozen=True, slots=True)
class Bounds:
    """What offers are set against: the stated ``surplus``, what is ``payable`` of it after the margin, the surplus that
    statements ``proved`` (None: nobody looked, or they prove nothing), and the token payment that is usual.
    """

    surplus: Money
    payable: Money
    proved: Money | None = None
    token: Money | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """One account: its exact ``part`` of all that is owed, its monthly ``offer``, whether that was raised to the token."""

    account: Account
    part: Fraction
    offer: Money
    token: bool
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Shares:
    """Every account that owes something in the currency that is divided, in the order of the accounts."""

    division: Division
    rows: tuple[Share, ...]
    findings: tuple[Finding, ...]

    @property
    def offered(self) -> Money:
        """The sum of all offers."""
        return total([row.offer for row in self.rows], self.division.monthly.currency)

    @property
    def left(self) -> Money:
        """What is not offered of the monthly sum; negative where token payments are more."""
        return self.division.monthly - self.offered


def divide(accounts: Sequence[Account], division: Division, bounds: Bounds) -> Shares:
    """Divide a monthly sum over accounts. Findings name what exceeds the means, and what an account would get too little of.

    Raises `Refused`: ``amount_negative`` or ``amount_not_positive`` at ``shares.monthly``, ``shares.token``, ``shares.unit``.
    """
    refuse_if(_unusable(division))
    currency = division.monthly.currency
    owing = [account for account in accounts if account.owed and account.currency == currency]
    balances = [account.owed for account in owing]
    offers = pro_rata(division.monthly, balances, division.token, division.unit)
    owed = total(balances, currency)
    rows = tuple(
        _share(account, account.owed.share_of(owed), offer, division, bounds)
        for account, offer in zip(owing, offers, strict=True)
    )
    made = Shares(division, rows, ())
    others = [account for account in accounts if account.owed and account.currency != currency]
    return Shares(division, rows, (*_together(made, bounds), *map(other_currency, others)))


def _unusable(division: Division) -> Iterator[Finding]:
    for key, amount in (("monthly", division.monthly), ("token", division.token)):
        if amount is not None and amount.minor < 0:
            yield Finding("amount_negative", f"shares.{key}", {"amount": amount.grouped()})
    if division.unit < 1:
        yield Finding("amount_not_positive", "shares.unit", {"amount": str(division.unit)})


def _share(account: Account, part: Fraction, offer: Money, division: Division, bounds: Bounds) -> Share:
    raised = division.token is not None and division.monthly.minor * part < offer.minor <= division.token.minor
    return Share(account, part, offer, raised, tuple(_too_little(account, offer, bounds.token)))


def _too_little(account: Account, offer: Money, usual: Money | None) -> Iterator[Finding]:
    named = {"bank": account.bank, "tail": account.tail}
    if not offer:
        yield Finding("share_nothing", f"account.{account.id}", named)
    elif usual is not None and offer < min(usual, account.owed):
        figures = {**named, "offer": offer.grouped(), "token": usual.grouped()}
        yield Finding("share_below_token", f"account.{account.id}", figures)


def _together(made: Shares, bounds: Bounds) -> Iterator[Finding]:
    """The sum against the money divided and the means; the stated surplus counts before what is kept back of it."""
    offered, monthly = made.offered, made.division.monthly
    if not bounds.payable:
        yield Finding("shares_no_surplus", "shares.monthly", {"surplus": bounds.surplus.grouped()})
    if offered > monthly:
        yield Finding("shares_tokens_beyond", "shares.token", _excess(offered, monthly))
    if bounds.proved is not None and offered > bounds.proved:
        yield Finding("shares_beyond_proved", "shares.monthly", _excess(offered, bounds.proved))
    if offered and offered > bounds.surplus:
        yield Finding("shares_beyond_surplus", "shares.monthly", _excess(offered, bounds.surplus))
    elif offered > bounds.payable:
        yield Finding("shares_in_margin", "shares.monthly", _excess(offered, bounds.payable))


def _excess(offered: Money, capacity: Money) -> dict[str, str]:
    return {"offered": offered.grouped(), "means": capacity.grouped(), "difference": (offered - capacity).grouped()}


def other_currency(account: Account) -> Finding:
    """That an account is owed in another currency than the one that is divided."""
    figures = {"bank": account.bank, "tail": account.tail, "currency": account.currency}
    return Finding("share_other_currency", f"account.{account.id}", figures)
