"""Options of a case with four accounts, and one step of a slider; against bare integer loops over as many schedules.

The loops neither know dates, treatments, limits nor true rates, and compare nothing: they are the least that could be done.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import lru_cache, partial
from pathlib import Path
from typing import Final

from bench.contest import Contender, Contest
from bench.schedules import integer_loop
from workstation.money import Money
from workstation.plan.debt.comparison import compare
from workstation.plan.debt.growth import Growth
from workstation.plan.debt.waiting import WaitingTerms
from workstation.plan.options.candidates import Candidate, candidates
from workstation.plan.options.options import AccountOptions, PaymentCapacity, Setting, case_options
from workstation.plan.schedule.terms import Terms
from workstation.policy.pack import Pack, packs
from workstation.policy.rules import Offer
from workstation.profile.account import Account
from workstation.promise.authority import tiers_by_length
from workstation.rates import Rate

TODAY: Final = date(2026, 11, 23)
FIRST_DUE: Final = date(2026, 12, 10)
MONTHS: Final = 60
NOTHING: Final = Money(0)
ACCOUNTS: Final = {
    f"000{no}": Account(
        f"a{no}", "c", "样例银行", f"622588000000000{no}", rate=Rate(Decimal("0.18")), as_of=TODAY,
        principal=Money(5_000_000 - 700_000 * no), interest=Money(814_210), penalty=Money(89_435), fees=Money(20_000),
    )
    for no in range(4)
}  # fmt: skip
SURPLUSES: Final = {"a tight budget": Money(600_000), "every option within reach": Money(6_000_000)}


def contests(folder: Path) -> list[Contest]:
    """Two runs over all candidates and one step of a slider; nothing is written to ``folder``."""
    pack = every_month(packs()["cn-card"])
    found_of = [one for name, account in ACCOUNTS.items() for one in found(name, account, pack)]
    tried = [
        (one.terms.principal.minor, one.rows) for one in found_of
    ]  # before the clock starts: terms are made when asked for
    loops = Contender("bare integer loops", lambda: [integer_loop(principal, rows) for principal, rows in tried])
    runs = [
        Contest(f"{len(tried)} options, {budget}", partial(options, surplus, pack), (loops,))
        for budget, surplus in SURPLUSES.items()
    ]
    return [*runs, _slider()]


def every_month(pack: Pack) -> Pack:
    """The pack with each of its offers for every number of instalments, so that thousands of candidates stand."""
    return replace(pack, offers=tuple(_every_month(offer) for offer in pack.offers))


def _every_month(offer: Offer) -> Offer:
    if offer.method == "lump_sum":
        return offer
    return replace(offer, instalments=tuple(range(3, MONTHS + 1 - max(offer.deferral_months, default=0))))


def found(name: str, account: Account, pack: Pack) -> list[Candidate]:
    """The candidates of one account."""
    return candidates(name, account, tuple(pack.requests), FIRST_DUE, TODAY, pack)[0]


def options(surplus: Money, pack: Pack) -> tuple[AccountOptions, ...]:
    """One full run: enumerated, weighed, ranked, with reasons."""
    setting = Setting(tuple(pack.requests), FIRST_DUE, TODAY)
    return case_options(ACCOUNTS, PaymentCapacity(surplus, NOTHING), setting, pack, partial(tiers_by_length, pack=pack))


def _slider() -> Contest:
    growth = WaitingTerms(Decimal("0.0005"))
    growth_of = lru_cache(1)(Growth)  # as the page of plans keeps it

    def step() -> object:
        return compare(
            [_terms(MONTHS - 12 * no) for no in range(4)], growth, Money(600_000), TODAY, growth_of=growth_of
        )

    loops = Contender("bare integer loops", lambda: [integer_loop(5_000_000, MONTHS - 12 * no) for no in range(4)])
    return Contest("slider step: four plans and waiting", step, (loops,))


def _terms(rows: int) -> Terms:
    return Terms(
        Money(5_000_000), FIRST_DUE, TODAY, Money(814_210), Money(89_435), Money(20_000), NOTHING, NOTHING,
        instalments=rows, rate=Rate(Decimal("0.18")), treat_penalty="waive",
    )  # fmt: skip
