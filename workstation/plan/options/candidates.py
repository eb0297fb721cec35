"""The candidates for one account: every offer of the pack that answers the case, in each of its choices."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import product
from operator import add
from typing import Any, Final, NamedTuple

from workstation.currencies import payable_unit
from workstation.dates import add_months
from workstation.errors import Finding
from workstation.money import HALF_UP, Money, Rounding
from workstation.plan.options.caps import last_day
from workstation.plan.options.option import Option
from workstation.plan.schedule.due_days import last_due_day
from workstation.plan.schedule.frame import PlanFrame, frame
from workstation.plan.schedule.term_checks import term_findings
from workstation.plan.schedule.terms import Terms
from workstation.plan.schedule.walk import Walked, walk
from workstation.policy.pack import Pack
from workstation.policy.rules import Offer, Tier, label
from workstation.profile.account import Account
from workstation.rates import Rate

Authority = Callable[[Terms, int], Mapping[str, Tier]]
"""(terms, instalments) → concession → the lowest tier that may grant it; `workstation.promise.authority.tiers` with a pack."""

ACCOMPANYING: Final = ("down_payment", "stop_collection")
"""Concessions of an offer that its terms do not show in their treatment, rate or length."""
EVEN_BUT_LESS_LAST: Final = Rounding(1, "up")
"""Instalments are rounded up to the cent (`even_but_less_last`: to what can be paid).

The last one is then the smallest, and no row is above the agreed payment.
"""
_A_YEAR: Final = 360 * 10**6
_NO_INTEREST: Final = Rate(Decimal(0))


def even_but_less_last(currency: str) -> Rounding:
    """`EVEN_BUT_LESS_LAST` to the smallest amount that can be paid in a currency."""
    return replace(EVEN_BUT_LESS_LAST, unit=payable_unit(currency))


class Candidate(NamedTuple):
    """Terms to be tried; ``rows`` instalments."""

    id: str
    account_id: str
    offer: Offer
    terms: Terms
    rows: int


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
        refused = term_findings(max(choices, key=lambda one: (one.rows, one.terms.deferral_months)).terms)
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


def option_of(candidate: Candidate, pack: Pack, authority: Authority) -> Option:
    """The candidate with its figures. Raises `Refused` when its rows cannot be worked out.

    Thousands of candidates are weighed and few are shown, so the figures come from the walk itself, without its rows.
    """
    terms, offer = candidate.terms, candidate.offer
    plan_frame = frame(terms, candidate.rows)
    walked = walk(plan_frame, terms.currency, terms.remainder)
    payments = list(map(add, map(add, walked.principal, walked.interest), plan_frame.carried))
    fees = plan_frame.fee * candidate.rows
    up_front, due_on = plan_frame.old.up_front, plan_frame.due.due_on
    beside: dict[str, Tier] = {
        name: pack.authority_for(name, offer.down_payment) for name in ACCOMPANYING if name in offer.concessions
    }
    return Option(
        candidate.id,
        candidate.account_id,
        offer,
        terms,
        candidate.rows,
        Money(max(payments) + plan_frame.fee, terms.currency),
        Money(up_front, terms.currency),
        Money(sum(payments) + fees + up_front, terms.currency),
        Money(sum(walked.interest) + fees, terms.currency),
        _steepest(plan_frame, walked),
        due_on[0],
        due_on[-1],
        {**authority(terms, candidate.rows), **beside},
    )


def _steepest(plan_frame: PlanFrame, walked: Walked) -> int:
    openings = (plan_frame.old.financed, *walked.closing)
    rows = zip(walked.interest, openings, plan_frame.accrual.days, strict=False)
    charged = [(interest + plan_frame.fee, opening * days) for interest, opening, days in rows]
    return max([-(-charge * _A_YEAR // borne) if borne else _A_YEAR for charge, borne in charged if charge], default=0)


def least_payment(candidate: Candidate) -> Money:
    """What the largest instalment is at least: the amounts of the plan shared evenly, without any new interest or fee."""
    terms = candidate.terms
    owed = terms.principal.minor - terms.waive_principal.minor - terms.down_payment.minor
    old = ((terms.interest, terms.treat_interest), (terms.penalty, terms.treat_penalty), (terms.fees, terms.treat_fees))
    owed += sum(amount.minor for amount, treatment in old if treatment not in ("waive", "up_front"))
    return Money(-(-owed // candidate.rows), terms.currency)


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
    first_due: date = opening["first_due"]
    until = last_day(max(opening["interest_from"], today), pack)
    for asked, months in product(offer.instalments, offer.deferral_months or (0,)):
        later = {**opening, "first_due": add_months(first_due, months)} if months else opening
        terms = Terms(**later, instalments=asked, deferral_months=months)
        rows = _fitting(terms, asked, pack, until)
        if rows != asked and rows in offer.instalments:
            continue
        option_id = f"{name}:{offer.code}-{asked}" + (f"-{months}" if months else "")
        yield Candidate(option_id, account_id, offer, replace(terms, instalments=rows), rows)


def _fitting(terms: Terms, rows: int, pack: Pack, until: date) -> int:
    """One row less where only the way to the first pay day makes them one too many.

    Sixty instalments of which the first is five weeks away end some days after five years: fifty-nine are the offer then.
    """
    months = rows * terms.every.in_months + terms.deferral_months
    if rows == 1 or months > pack.limits.max_instalments or last_due_day(terms, rows) <= until:
        return rows
    return rows - 1 if last_due_day(terms, rows - 1) <= until else rows


def _named(account: Account, offers: list[Offer]) -> dict[str, str]:
    titles = {"offers": ", ".join(label(offer.title, "zh-Hans") for offer in offers)}
    titles["offers_en"] = ", ".join(label(offer.title, "en") for offer in offers)
    return {"bank": account.bank, "tail": account.tail, **titles}
