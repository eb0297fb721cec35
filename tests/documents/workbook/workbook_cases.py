"""Figures of workbooks for tests: plans of every kind, made by hand or at random from a seed."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from typing import Any

from openpyxl import Workbook

from tests import builders
from tests.plan.random_terms import random_terms as any_terms
from workstation.actions.papers.workbooks import evaluated
from workstation.dates import add_months
from workstation.documents.packet.gather import packet_figures
from workstation.documents.workbook.case_workbook import WorkbookFigures, workbook_figures
from workstation.documents.workbook.figures import AccountSheetFigures, Bound, PlanSheetFigures
from workstation.documents.workbook.sheet import new_sheet
from workstation.documents.workbook.styles import Styles
from workstation.documents.workbook.trial.sheet import TrialSheet
from workstation.documents.workbook.writer import workbook_bytes
from workstation.errors import Refused
from workstation.money import Money, Rounding
from workstation.plan.schedule.calculate import Schedule, schedule
from workstation.plan.schedule.terms import MONTHLY, Every, FixedPayment, Step, Terms
from workstation.rates import Rate
from workstation.wording import Wording


def yuan(text: str) -> Money:
    return Money.parse(text)


def rate(text: str, per: Any = "annual") -> Rate:
    return Rate(Decimal(text), per)


def terms(**changes: Any) -> Terms:
    """50,000 owed with 1,500 of old charges, twelve months at 18 %."""
    plain = Terms(
        principal=yuan("50000"),
        interest=yuan("1200"),
        penalty=yuan("300"),
        fees=yuan("0"),
        waive_principal=yuan("0"),
        down_payment=yuan("0"),
        first_due=date(2026, 12, 10),
        interest_from=date(2026, 11, 10),
        instalments=12,
        rate=rate("0.18"),
    )
    return replace(plain, **changes)


EVERY_METHOD = {
    "equal_instalment": terms(),
    "equal_principal": terms(method="equal_principal"),
    "interest_free": terms(method="interest_free", instalments=60, treat_penalty="waive"),
    "flat_fee": terms(method="flat_fee", period_fee=Decimal("0.0075"), down_payment=yuan("5000")),
    "flat_interest": terms(method="flat_interest", principal=yuan("33333.33")),
    "step": terms(method="step", steps=(Step(1, yuan("2000")), Step(7, None))),
    "custom": terms(method="custom", instalments=3, fixed=tuple(FixedPayment(n, yuan("20000")) for n in (1, 2))),
    "lump_sum": terms(method="lump_sum", instalments=1),
}
EVERY_OPTION = {
    "odd first period": terms(interest_from=date(2026, 11, 1)),
    "actual/365": terms(day_count="actual/365"),
    "actual/360": terms(day_count="actual/360"),
    "over a leap year": terms(
        day_count="actual/actual", first_due=date(2027, 11, 30), interest_from=date(2027, 10, 30)
    ),
    "monthly rate": terms(rate=rate("0.015", "monthly")),
    "daily rate": terms(rate=rate("0.0005", "daily"), day_count="actual/365"),
    "fortnightly": terms(every=Every(0, 14), instalments=26),
    "quarterly": terms(every=Every(3)),
    "grace of principal": terms(grace_principal=3),
    "grace of interest": terms(grace_interest=3),
    "deferral": terms(deferral_months=3, deferral_interest="accrues"),
    "no February": terms(skip_months=(2,)),
    "fixed payments": terms(fixed=(FixedPayment(3, yuan("6000")), FixedPayment(4, yuan("1000")))),
    "working days": terms(shift="following"),
    "month ends": terms(first_due=date(2027, 1, 31), interest_from=date(2026, 12, 31)),
    "a step to the end": terms(method="step", steps=(Step(10, yuan("3000")),)),
    "a step in the last row": terms(method="step", steps=(Step(12, yuan("3000")),)),
    "whole yuan upward": terms(rounding=Rounding(100, "up")),
    "five fen to even": terms(rounding=Rounding(5, "half_even")),
    "remainder first": terms(remainder="first"),
    "capitalised": terms(treat_interest="capitalise", treat_penalty="first_instalment"),
    "twelve digits": terms(principal=yuan("9999999999.99"), instalments=60),
    "a few fen": terms(principal=yuan("0.07"), method="interest_free", instalments=7),
}


def plan_figures(of: Schedule, number: int = 1, granted: bool = False) -> PlanSheetFigures:
    asked = of.terms
    account = builders.account(
        id=f"a{number}",
        number=f"622588{number:010d}",
        currency=asked.currency,
        principal=asked.principal,
        interest=asked.interest,
        penalty=asked.penalty,
        fees=asked.fees,
    )
    return PlanSheetFigures(AccountSheetFigures(account, "信用卡", 97, "M4"), 1, of, granted)


@cache
def sample_figures() -> WorkbookFigures:
    """The sample case as its workbook shows it; its card has a rate, so that what waiting costs is known."""
    file = builders.case_file(accounts=(builders.account(rate=rate("0.0005", "daily")),))
    packet = packet_figures(file, builders.BANK)
    return workbook_figures(file, evaluated(file), [Bound(packet, {f"exhibit.{no}": 8 + no for no in (1, 2)})])


def figures(*asked: Terms, **changes: Any) -> WorkbookFigures:
    """The sample case with these plans instead of its own, its options weighed and its sources named."""
    plans = tuple(plan_figures(schedule(one), number) for number, one in enumerate(asked, 1))
    accounts = tuple(plan.account for plan in plans)
    return replace(sample_figures(), accounts=accounts, plans=plans, **changes)


def trials(*asked: Terms, most: int = 60) -> bytes:
    """A workbook of nothing but trial sheets, one a plan: many are recalculated at once."""
    book = Workbook()
    blank, styles, grids = book.worksheets[0], Styles(book), {}
    for number, one in enumerate(asked, 1):
        sheet = new_sheet(book, f"t{number}", styles, one.currency)
        TrialSheet(sheet, plan_figures(schedule(one)), Wording("zh-Hans"), most).fill("", "")
        grids[f"t{number}"] = sheet.grid
    book.remove(blank)
    return workbook_bytes(book, grids, builders.TODAY)


def random_terms(seed: int, count: int) -> list[Terms]:
    """``count`` plannable terms over every method and option, the same for the same seed."""
    dice = random.Random(seed)
    found: list[Terms] = []
    while len(found) < count:
        asked = _rolled(dice)
        try:
            schedule(asked)
        except Refused:
            continue
        found.append(asked)
    return found


def wild_terms(seed: int, count: int) -> list[Terms]:
    """``count`` plannable terms in which any method meets any option, however unlikely at a desk."""
    dice, found = random.Random(seed), list[Terms]()
    while len(found) < count:
        asked = any_terms(dice)
        try:
            schedule(asked)
        except Refused:
            continue
        found.append(asked)
    return found


METHODS = ["equal_instalment"] * 4 + ["equal_principal", "interest_free", "flat_fee", "flat_interest", "step", "custom"]
RATES = ["0", "0.18", "0.15", "0.154", "0.1825", "0.0435", "0.24", "0.0999", "0.123456"]


def _rolled(dice: random.Random) -> Terms:
    first = date(2026, 1, 1) + timedelta(days=dice.randrange(800))
    method, count = dice.choice(METHODS), dice.choice([1, 2, 3, 6, 12, 18, 24, 36])
    owed = dice.choice([dice.randrange(1, 10**6), dice.randrange(10**5, 10**8), 10_100 * dice.randrange(1, 2000)])
    return terms(
        principal=Money(owed),
        interest=Money(dice.randrange(10**6)),
        penalty=Money(dice.randrange(10**5)),
        fees=Money(dice.randrange(10**4)),
        first_due=first,
        interest_from=dice.choice([add_months(first, -1), first - timedelta(days=dice.randrange(50))]),
        method=method,
        instalments=count,
        rate=dice.choice([rate(dice.choice(RATES)), rate("0.0125", "monthly"), rate("0.0005", "daily")]),
        period_fee=Decimal(dice.choice(["0", "0.0075", "0.0061"])),
        day_count=dice.choice(["30/360", "30/360", "actual/365", "actual/360", "actual/actual"]),
        treat_interest=dice.choice(["waive", "in_plan", "capitalise", "first_instalment", "up_front"]),
        treat_penalty=dice.choice(["waive", "in_plan"]),
        down_payment=Money(dice.choice([0, 0, owed // 5])),
        waive_principal=Money(dice.choice([0, 0, 0, owed // 7])),
        rounding=Rounding(
            dice.choice([1, 1, 1, 5, 10, 100]), dice.choice(["half_up", "half_up", "half_even", "up", "down"])
        ),
        remainder=dice.choice(["last", "last", "first"]),
        every=dice.choice([MONTHLY, MONTHLY, MONTHLY, Every(3), Every(0, 14)]),
        **_extras(dice, method, count, owed),
    )


def _extras(dice: random.Random, method: str, count: int, owed: int) -> dict[str, Any]:
    match method:
        case "step":
            last = dice.choice([None, Money(owed)])
            return {"steps": (Step(1, Money(owed // count + owed // 50)), Step(count // 2 + 1, last))}
        case "custom":
            return {"fixed": _fixed(range(1, count), owed // count + owed // 40)}
        case "equal_instalment" | "interest_free":
            return dict(dice.choice(_options(dice, count, owed)))
    return {}


def _options(dice: random.Random, count: int, owed: int) -> list[dict[str, Any]]:
    some = sorted(dice.sample(range(1, count + 1), min(2, count)))
    return [
        {},
        {},
        {"grace_principal": count // 3},
        {"grace_interest": count // 3},
        {"deferral_months": 3, "deferral_interest": dice.choice(["stops", "accrues"])},
        {"skip_months": (2,)},
        {"shift": "modified_following"},
        {"fixed": _fixed(some, owed // count + dice.randrange(20_000))},
    ]


def _fixed(rows: Iterable[int], minor: int) -> tuple[FixedPayment, ...]:
    return tuple(FixedPayment(row, Money(minor)) for row in rows)
