"""The options of an account reckoned the long way: each candidate by its own schedule of rows, each pair compared.

It shares with the program what decides nothing here: offers, terms and their checks, caps, tiers and sentences.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from workstation.currencies import payable_unit
from workstation.dates import add_months
from workstation.errors import Finding, Refused
from workstation.money import HALF_UP, Money, Rounding
from workstation.plan.options.candidates import answers
from workstation.plan.options.caps import annual_cost_findings, last_day, term_cap_findings
from workstation.plan.options.options import Setting
from workstation.plan.schedule.calculate import Schedule, schedule
from workstation.plan.schedule.due_days import last_due_day
from workstation.plan.schedule.term_checks import term_findings
from workstation.plan.schedule.terms import Terms
from workstation.policy.pack import Pack
from workstation.policy.rules import TIERS, Offer
from workstation.profile.account import Account
from workstation.promise.authority import tiers
from workstation.rates import Rate


@dataclass(frozen=True)
class Tried:
    """One candidate with its rows; ``weights`` are all figures by which it may outdo another."""

    id: str
    terms: Terms
    plan: Schedule
    tiers: dict[str, str]

    @property
    def payment(self) -> int:
        return max(row.payment_minor for row in self.plan.rows)

    @property
    def total(self) -> int:
        return sum(row.payment_minor for row in self.plan.rows) + self.plan.up_front.minor

    @property
    def cost(self) -> int:
        return sum(row.interest_minor + row.fee_minor for row in self.plan.rows)

    @property
    def weights(self) -> tuple[int, ...]:
        end, granted = self.plan.rows[-1].due_on.toordinal(), list(self.tiers.values())
        of_bank, asked = granted.count("bank"), sum(tier != "agent" for tier in granted)
        return self.payment, self.total, end, self.plan.up_front.minor, of_bank, asked


@dataclass(frozen=True)
class Reckoned:
    """Options kept, those outdone with the id of the first that outdoes them, and those set apart with their terms and findings."""

    kept: list[Tried]
    outdone: list[tuple[Tried, str]]
    apart: list[tuple[str, Terms, tuple[Finding, ...]]]


def reckoned(name: str, account: Account, share: Money, funds: Money, setting: Setting, pack: Pack) -> Reckoned:
    """Everything about one account whose terms can be planned at all."""
    tried: list[Tried] = []
    result = Reckoned([], [], [])
    for offer, id_, terms in _candidates(name, account, setting, pack):
        findings, one = _judged(offer, id_, terms, (share, funds), setting, pack)
        if one is None:
            result.apart.append((id_, terms, findings))
        else:
            tried.append(one)
    cap = pack.annual_cap(account.bank, setting.today)
    for one in sorted(tried, key=lambda each: (each.weights, each.id)):
        better = next((other for other in result.kept if _outdoes(other, one)), None)
        if better is not None:
            result.outdone.append((one, better.id))
        elif found := annual_cost_findings(one.plan, cap):
            result.apart.append((one.id, one.terms, found))
        else:
            result.kept.append(one)
    return result


def _outdoes(one: Tried, other: Tried) -> bool:
    pairs = list(zip(one.weights, other.weights, strict=True))
    return all(a <= b for a, b in pairs) and any(a < b for a, b in pairs)


def _candidates(name: str, account: Account, setting: Setting, pack: Pack) -> Iterator[tuple[Offer, str, Terms]]:
    start = account.as_of or setting.today
    until = last_day(max(start, setting.today), pack)
    for offer in pack.offers:
        rate = Rate(offer.rate) if offer.rate is not None else account.rate
        if offer.rate is None and offer.method == "interest_free":
            rate = Rate(Decimal(0))
        if rate is None or not answers(offer, setting.requests, account.product):
            continue
        choices = []
        for asked in offer.instalments:
            for months in offer.deferral_months or (0,):
                terms = _terms(account, offer, rate, setting, asked, months)
                late = (
                    asked > 1 and asked + months <= pack.limits.max_instalments and last_due_day(terms, asked) > until
                )
                rows = asked - 1 if late and last_due_day(terms, asked - 1) <= until else asked
                if rows == asked or rows not in offer.instalments:
                    id_ = f"{name}:{offer.code}-{asked}" + (f"-{months}" if months else "")
                    choices.append((offer, id_, _terms(account, offer, rate, setting, rows, months)))
        longest = max(choices, key=lambda one: (one[2].instalments, one[2].deferral_months))
        if not term_findings(longest[2]):
            yield from choices


def _terms(account: Account, offer: Offer, rate: Rate, setting: Setting, rows: int, months: int) -> Terms:
    return Terms(
        account.principal, add_months(setting.first_due, months), account.as_of or setting.today, account.interest,
        account.penalty, account.fees, account.principal.times(offer.waive_principal, Rounding(mode="down")),
        account.principal.times(offer.down_payment, HALF_UP), offer.method, rows, rate=rate,  # type: ignore[arg-type]
        treat_interest=offer.treat_interest, treat_penalty=offer.treat_penalty, treat_fees=offer.treat_fees,  # type: ignore[arg-type]
        deferral_months=months, deferral_interest=offer.deferral_interest,
        rounding=Rounding(payable_unit(account.currency), "up"),
    )  # fmt: skip


def _judged(
    offer: Offer, id_: str, terms: Terms, means: tuple[Money, Money], setting: Setting, pack: Pack
) -> tuple[tuple[Finding, ...], Tried | None]:
    share, funds = means
    rows = terms.instalments or 1
    found = list(term_cap_findings(terms, rows, setting.today, pack))
    least = Money(-(-_held(terms) // rows), share.currency)
    if terms.method != "lump_sum" and least > share:
        figures = {"amount": least.grouped(), "share": share.grouped()}
        found.append(Finding("option_far_over_share", id_, figures))
    if found:
        return tuple(found), None
    try:
        plan = schedule(terms)
    except Refused as refusal:
        return refusal.findings, None
    beside: dict[str, str] = {
        concession: pack.authority_for(concession, offer.down_payment)
        for concession in ("down_payment", "stop_collection")
        if concession in offer.concessions
    }
    one = Tried(id_, terms, plan, {**tiers(terms, rows, pack), **beside})
    found = [*_beyond_means(one, share, funds), *_beyond_authority(one, setting)]
    return tuple(found), None if found else one


def _held(terms: Terms) -> int:
    parts = (terms.interest, terms.treat_interest), (terms.penalty, terms.treat_penalty), (terms.fees, terms.treat_fees)
    old = sum(amount.minor for amount, treatment in parts if treatment not in ("waive", "up_front"))
    return (terms.principal - terms.waive_principal - terms.down_payment).minor + old


def _beyond_means(one: Tried, share: Money, funds: Money) -> Iterator[Finding]:
    payment, total, up_front = (Money(each, share.currency) for each in (one.payment, one.total, one.weights[3]))
    limits = {"share": share.grouped(), "funds": funds.grouped()}
    if one.terms.method == "lump_sum":
        if payment > share and total > funds:
            yield Finding("option_needs_funds", one.id, {"amount": total.grouped(), **limits})
    elif payment > share:
        yield Finding("option_over_share", one.id, {"amount": payment.grouped(), **limits})
    if up_front and up_front > share + funds:
        yield Finding("option_needs_funds", one.id, {"amount": up_front.grouped(), **limits})


def _beyond_authority(one: Tried, setting: Setting) -> Iterator[Finding]:
    for concession, tier in one.tiers.items():
        if TIERS.index(tier) > TIERS.index(setting.highest):
            yield Finding("option_beyond_authority", one.id, {"concession": concession, "authority": tier})


def steepest(one: Tried) -> Fraction:
    """The most that a row charges on its balance, in millionths a year of 360 days."""
    charged = [(row.interest_minor + row.fee_minor, row.opening_minor * row.days) for row in one.plan.rows]
    year = 360 * 10**6
    return max(
        (Fraction(charge * year, borne) if borne else Fraction(year) for charge, borne in charged if charge),
        default=Fraction(0),
    )
