"""Histories of debts made at random: in plain values, as `History`, and with some of their values hidden."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from tests.plan.rebuilt import day_by_day
from workstation.money import Money
from workstation.plan.debt.allocation import GivenOrder
from workstation.plan.rebuilt.events import statement_days
from workstation.plan.rebuilt.history import (
    Bounds,
    Charge,
    ContractTerms,
    History,
    MinimumDue,
    MonthlyPenalty,
    Paid,
    Pause,
    RateFrom,
    StepUp,
)
from workstation.rates import Rate

ORDER = GivenOrder(90, ("interest", "penalty", "fees", "principal"), ("principal", "interest", "penalty", "fees"))
BOC = GivenOrder(90, ("interest", "fees", "principal", "penalty"), ("principal", "penalty", "interest", "fees"))


def known(minor: int) -> Bounds:
    return Bounds.known(Money(minor))


def random_facts(chance: Random) -> dict[str, Any]:
    """A history of up to four years in plain values."""
    since = date(2019, 1, 1) + timedelta(days=chance.randrange(1500))
    last = since + timedelta(days=chance.randrange(1, 1400))

    def day() -> date:
        return since + timedelta(days=chance.randrange((last - since).days + 1))

    def pause() -> tuple[date, date, bool]:
        first = day()
        return first, first + timedelta(days=chance.randrange(90)), chance.random() < 0.5

    def rates(least: int) -> list[tuple[date, Decimal, str]]:
        first = [since - timedelta(days=chance.randrange(400))] if least else []
        more = {day() for _ in range(chance.randrange(4))}
        per = chance.choice(("annual", "annual", "monthly", "daily"))
        most = {"annual": 3600, "monthly": 300, "daily": 10}[per]
        return [(on, Decimal(chance.randrange(most)).scaleb(-4), per) for on in {*first, *more}]

    payments = [(day(), chance.randrange(1, 400_000)) for _ in range(chance.randrange(12))]
    for on, minor in payments[: chance.randrange(3)]:
        payments.append((min(on + timedelta(days=chance.randrange(20)), last), -minor))
    order = chance.choice((ORDER, BOC))
    return {
        "since": since,
        "last": last,
        "opening": {part: chance.choice((0, chance.randrange(2_000_000))) for part in day_by_day.PARTS},
        "charges": [
            (day(), chance.choice(day_by_day.PARTS), chance.randrange(1, 300_000) * chance.choice((1, 1, 1, -1)))
            for _ in range(chance.randrange(10))
        ],
        "payments": payments,
        "pauses": [pause() for _ in range(chance.randrange(3))],
        "day_count": chance.choice(("30/360", "actual/365", "actual/360")),
        "statement_day": chance.randrange(1, 32),
        "compounds": chance.random() < 0.5,
        "settles_daily": chance.random() < 0.5,
        "payment_day_counts": chance.random() < 0.3,
        "rates": rates(1),
        "default_rates": rates(0),
        "until_days": order.until_days,
        "early": order.early,
        "late": order.late,
        "due_on": chance.choice((None, day(), since - timedelta(days=60))),
        "penalty": chance.choice((None, {
            "rate": Decimal("0.05"), "minimum": chance.choice((0, 1000)), "maximum": chance.choice((None, 50_000)),
            "days": 23, "tolerance": chance.choice((0, 1000)), "step": chance.choice((None, (Decimal("0.06"), 2))),
        })),
        "minimum": chance.choice((None, (Decimal("0.1"), True), (Decimal("0.05"), False))),
    }  # fmt: skip


def told(facts: dict[str, Any]) -> History:
    """The same facts as a history."""
    penalty = facts["penalty"]
    terms = ContractTerms(
        facts["day_count"],
        facts["statement_day"],
        facts["compounds"],
        facts["settles_daily"],
        facts["payment_day_counts"],
        tuple(RateFrom.known(on, Rate(value, per)) for on, value, per in facts["rates"]),
        GivenOrder(facts["until_days"], facts["early"], facts["late"]),
        facts["due_on"],
        tuple(RateFrom.known(on, Rate(value, per)) for on, value, per in facts["default_rates"]),
        penalty
        and MonthlyPenalty(
            penalty["rate"],
            known(penalty["minimum"]),
            None if penalty["maximum"] is None else known(penalty["maximum"]),
            20,
            3,
            known(penalty["tolerance"]),
            step=penalty["step"] and StepUp(*penalty["step"]),
        ),
        facts["minimum"] and MinimumDue(*facts["minimum"]),
    )
    return History(
        facts["since"],
        "CNY",
        terms,
        {part: known(minor) for part, minor in facts["opening"].items()},
        tuple(Charge(on, part, known(minor)) for on, part, minor in facts["charges"]),
        tuple(Paid(on, known(minor)) for on, minor in facts["payments"]),
        tuple(Pause(*pause) for pause in facts["pauses"]),
    )


def some_days(facts: dict[str, Any], chance: Random) -> list[date]:
    statements = statement_days(facts["since"], facts["last"], facts["statement_day"])
    odd = [
        facts["since"] + timedelta(days=chance.randrange((facts["last"] - facts["since"]).days + 1)) for _ in range(5)
    ]
    return sorted({*statements, *odd, facts["last"]})


def hidden(of: History, chance: Random) -> History:
    """The same history with some of its values only known to lie between two others."""

    def widened(bounds: Bounds) -> Bounds:
        if chance.random() < 0.6 or bounds.least.minor < 0:
            return bounds
        least = chance.randrange(bounds.least.minor + 1)
        return Bounds(Money(least), None if chance.random() < 0.1 else bounds.least + Money(chance.randrange(50_000)))

    def less_sure(rate: RateFrom) -> RateFrom:
        if chance.random() < 0.6:
            return rate
        share = Decimal(chance.randrange(11)).scaleb(-1)
        most = None if chance.random() < 0.1 else Rate(rate.least.value + Decimal("0.01"), rate.least.per)
        return RateFrom(rate.from_on, Rate(rate.least.value * share, rate.least.per), most)

    terms = of.terms
    unsure: dict[str, Any] = chance.choice(({}, {"grace_days": 0, "grace_most": 5}))
    share: dict[str, Any] = chance.choice(({}, {"share": Decimal("0.04"), "share_most": Decimal("0.1")}))
    penalty = terms.penalty and replace(
        terms.penalty,
        minimum=widened(terms.penalty.minimum),
        maximum=terms.penalty.maximum and widened(terms.penalty.maximum),
        tolerance=widened(terms.penalty.tolerance),
        **unsure,
    )
    minimum = terms.minimum and replace(terms.minimum, **share)
    reversed_sizes = {-one.amount.least.minor for one in of.payments if one.amount.least.minor < 0}
    return replace(
        of,
        terms=replace(
            terms,
            rates=tuple(map(less_sure, terms.rates)),
            default_rates=tuple(map(less_sure, terms.default_rates)),
            penalty=penalty,
            minimum=minimum,
        ),
        opening={part: widened(bounds) for part, bounds in of.opening.items()},
        charges=tuple(replace(one, amount=widened(one.amount)) for one in of.charges),
        payments=tuple(
            one if abs(one.amount.least.minor) in reversed_sizes else replace(one, amount=widened(one.amount))
            for one in of.payments
        ),
    )
