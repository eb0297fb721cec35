"""The candidates for one account: every offer of the pack that answers the case, in each of its choices."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import product
from typing import Any, Final, NamedTuple

from workstation.currencies import payable_unit
from workstation.dates import add_months
from workstation.errors import Finding
from workstation.money import HALF_UP, Money, Rounding
from workstation.plan.options.caps import last_day
from workstation.plan.options.option import Option
from workstation.plan.schedule.lengths import Lengths
from workstation.plan.schedule.term_checks import term_findings
from workstation.plan.schedule.terms import Terms
from workstation.policy.pack import Pack
from workstation.policy.rules import Offer, Tier, spoken_figures
from workstation.profile.account import Account
from workstation.rates import Rate

Authority = Callable[[Terms], Callable[[int], Mapping[str, Tier]]]
"""Terms → number of instalments → concession → the lowest tier that may grant it: `promise.authority.tiers_by_length`."""

ACCOMPANYING: Final = ("down_payment", "stop_collection")
"""Concessions of an offer that its terms do not show in their treatment, rate or length."""
EVEN_BUT_LESS_LAST: Final = Rounding(1, "up")
"""Instalments are rounded up to the cent (`even_but_less_last`: to what can be paid).

The last one is then the smallest, and no row is above the agreed payment.
"""
_NO_INTEREST: Final = Rate(Decimal(0))


def even_but_less_last(currency: str) -> Rounding:
    """`EVEN_BUT_LESS_LAST` to the smallest amount that can be paid in a currency."""
    return replace(EVEN_BUT_LESS_LAST, unit=payable_unit(currency))


class Candidate(NamedTuple):
    """Terms to be tried: those of ``lengths`` with ``rows`` instalments."""

    id: str
    account_id: str
    offer: Offer
    lengths: Lengths
    rows: int

    @property
    def terms(self) -> Terms:
        """The terms as they would be agreed."""
        return self.lengths.terms(self.rows)


def candidates(
    name: str, account: Account, requests: tuple[str, ...], first_due: date, today: date, pack: Pack
) -> tuple[list[Candidate], tuple[Finding, ...]]:
    """Every candidate, and findings for offers that could not be tried. ``name`` begins the ids: ``6214:interest_free-36``.

    Interest runs from the day of the balances (today when they name none). An offer at the contract's rate needs the rate.
    """
    start = account.as_of or today
    if first_due < start:
        figures = {"day": first_due.isoformat(), "earliest": start.isoformat()}
        return [], (Finding("day_too_early", "first_due", figures),)
    found: list[Candidate] = []
    unknown: list[Offer] = []
    untried: list[Finding] = []
    meant = [offer for offer in pack.offers if answers(offer, requests, account.product)]
    for offer in meant:
        rate = _rate(offer, account)
        if rate is None:
            unknown.append(offer)
            continue
        opening = _opening(account, offer, rate, first_due, start)
        choices = list(_choices(name, offer, account.id, opening, pack, today))
        # Choices differ in length and deferral only, so checks of the longest speak for all.
        refused = term_findings(max(choices, key=lambda one: (one.rows, one.lengths.longest.deferral_months)).terms)
        untried += refused
        found += [] if refused else choices
    if not meant:
        untried.append(Finding("option_no_offer", f"account.{account.id}", _named(account, [])))
    if unknown:
        untried.append(Finding("option_rate_unknown", f"account.{account.id}", _named(account, unknown)))
    return found, tuple(untried)


def answers(offer: Offer, requests: tuple[str, ...], product_code: str) -> bool:
    """Whether an offer is meant for a product and one of the requests; offers that name none are meant for all."""
    wanted = not offer.requests or not set(offer.requests).isdisjoint(requests)
    return wanted and (not offer.products or product_code in offer.products)


_Asked = tuple[Callable[[int], Mapping[str, Tier]], Mapping[str, Tier]]
"""Who must grant what by the number of instalments, and what accompanies the offer."""


class Weighing:
    """Candidates of one account become options. Those that differ in their length alone ask once what they share."""

    def __init__(self, pack: Pack, authority: Authority) -> None:
        self._pack = pack
        self._authority = authority
        self._asked: dict[Lengths, _Asked] = {}

    def option_of(self, candidate: Candidate) -> Option:
        """The candidate with its figures. Raises `Refused` when its rows cannot be worked out."""
        lengths, rows, currency = candidate.lengths, candidate.rows, candidate.lengths.longest.currency
        figures = lengths.figures(rows)
        by_length, beside = self._asked.get(lengths) or self._asking(candidate)
        return Option(
            candidate.id,
            candidate.account_id,
            candidate.offer,
            lengths.longest,
            rows,
            Money(figures.payment, currency),
            Money(lengths.up_front, currency),
            Money(figures.total, currency),
            Money(figures.cost, currency),
            figures.steepest,
            lengths.due_on(1),
            lengths.due_on(rows),
            {**by_length(rows), **beside},
        )

    def _asking(self, candidate: Candidate) -> _Asked:
        offer, lengths = candidate.offer, candidate.lengths
        named = (name for name in ACCOMPANYING if name in offer.concessions)
        beside: Mapping[str, Tier] = {name: self._pack.authority_for(name, offer.down_payment) for name in named}
        self._asked[lengths] = asked = self._authority(lengths.longest), beside
        return asked


def least_payment(candidate: Candidate) -> int:
    """What the largest instalment is at least, in minor units: what the rows hold of the debt, shared evenly."""
    return -(-candidate.lengths.held // candidate.rows)


def _rate(offer: Offer, account: Account) -> Rate | None:
    if offer.rate is not None:
        return Rate(offer.rate)
    return _NO_INTEREST if offer.method == "interest_free" else account.rate


def _opening(account: Account, offer: Offer, rate: Rate, first_due: date, start: date) -> Mapping[str, Any]:
    """What all choices of an offer share. Shares of the principal are brought to the cent; a waiver never rounds up."""
    return {
        "principal": account.principal,
        "interest": account.interest,
        "penalty": account.penalty,
        "fees": account.fees,
        "waive_principal": account.principal.times(offer.waive_principal, Rounding(mode="down")),
        "down_payment": account.principal.times(offer.down_payment, HALF_UP),
        "method": offer.method,
        "rate": rate,
        "first_due": first_due,
        "interest_from": start,
        "treat_interest": offer.treat_interest,
        "treat_penalty": offer.treat_penalty,
        "treat_fees": offer.treat_fees,
        "deferral_interest": offer.deferral_interest,
        "rounding": even_but_less_last(account.currency),
    }


def _choices(
    name: str, offer: Offer, account_id: str, opening: Mapping[str, Any], pack: Pack, today: date
) -> Iterator[Candidate]:
    """Every length and deferral; a deferral moves the first due day by as many months. The id names the length of the offer."""
    until = last_day(max(opening["interest_from"], today), pack)
    deferrals = offer.deferral_months or (0,)
    lengths = {months: _lengths(opening, offer, months) for months in deferrals}
    for asked, months in product(offer.instalments, deferrals):
        rows = _fitting(lengths[months], asked, pack, until)
        if rows != asked and rows in offer.instalments:
            continue
        option_id = f"{name}:{offer.code}-{asked}" + (f"-{months}" if months else "")
        yield Candidate(option_id, account_id, offer, lengths[months], rows)


def _lengths(opening: Mapping[str, Any], offer: Offer, months: int) -> Lengths:
    first_due = add_months(opening["first_due"], months) if months else opening["first_due"]
    most = {"instalments": max(offer.instalments), "deferral_months": months}
    return Lengths(Terms(**{**opening, **most, "first_due": first_due}))


def _fitting(lengths: Lengths, rows: int, pack: Pack, until: date) -> int:
    """One row less where only the way to the first pay day makes them one too many.

    Sixty instalments of which the first is five weeks away end some days after five years: fifty-nine are the offer then.
    """
    months = rows + lengths.longest.deferral_months
    if rows == 1 or months > pack.limits.max_instalments or lengths.due_on(rows) <= until:
        return rows
    return rows - 1 if lengths.due_on(rows - 1) <= until else rows


def _named(account: Account, offers: list[Offer]) -> dict[str, str]:
    titles = spoken_figures("offers", [offer.title for offer in offers])
    return {"bank": account.bank, "tail": account.tail, **titles}
