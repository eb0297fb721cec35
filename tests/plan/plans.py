"""Short ways to write terms and amounts in tests of the calculator."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from workstation.errors import Refused
from workstation.money import Money, Rounding
from workstation.plan.schedule.calculate import Schedule, schedule
from workstation.plan.schedule.terms import FixedPayment, Step, Terms
from workstation.rates import Rate


def yuan(text: str) -> Money:
    return Money.parse(text)


def terms(**changes: Any) -> Terms:
    """50,000.00 over 60 months at 18 % a year from 10 November 2026, with whatever a test changes; amounts as text."""
    nothing = Money(0)
    base = Terms(
        yuan("50000"), date(2026, 12, 10), date(2026, 11, 10), nothing, nothing, nothing, nothing, nothing,
        instalments=60, rate=annual("0.18"),
    )  # fmt: skip
    return replace(base, **{key: _value(value) for key, value in changes.items()})


def _value(value: Any) -> Any:
    return yuan(value) if isinstance(value, str) and value[:1].isdigit() and "/" not in value else value


def annual(text: str) -> Rate:
    return Rate(Decimal(text))


def rounding(unit: str, mode: Any = "half_up") -> Rounding:
    return Rounding(yuan(unit).minor, mode)


def fixed(*payments: tuple[int, str]) -> tuple[FixedPayment, ...]:
    return tuple(FixedPayment(no, yuan(amount)) for no, amount in payments)


def steps(*given: tuple[int, str | None]) -> tuple[Step, ...]:
    return tuple(Step(start, None if amount is None else yuan(amount)) for start, amount in given)


def plan(**changes: Any) -> Schedule:
    return schedule(terms(**changes))


def payments(found: Schedule) -> list[str]:
    return [row.payment.text() for row in found.rows]


def refusal(**changes: Any) -> list[tuple[str, str]]:
    """(code, subject) of every finding that refuses the terms."""
    with pytest.raises(Refused) as refused:
        plan(**changes)
    return [(finding.code, finding.subject) for finding in refused.value.findings]
