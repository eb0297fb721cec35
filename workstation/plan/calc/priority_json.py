"""The question ``priority``: several debts and one sum a month in; what each order of paying them costs and when it ends, out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from workstation.errors import Finding, Refused
from workstation.money import Money
from workstation.plan.calc.question import Question, currency_of
from workstation.plan.calc.rebuilt_json import order_from_json
from workstation.plan.debt.allocation import GivenOrder
from workstation.plan.debt.balances import COMPONENTS, Balances
from workstation.plan.options.priority import CRITERIA, Cleared, Conditions, Debt, Ordered, cheapest, orders
from workstation.plan.schedule.accrual import YEAR_DAYS
from workstation.rates import Rate

_RATE_MAX = 10
"""A year; a rate of 12 is more likely one of 12 %, and is asked about rather than reckoned with."""
_YEARS = tuple(sorted(set(YEAR_DAYS.values())))


def priority_answer(value: Mapping[str, Any]) -> dict[str, Any]:
    """The answer to one question; raises `Refused` with findings that name the key at fault."""
    question = Question(value)
    currency = currency_of(question)
    order = order_from_json(question.inner("order")) if question.has("order") else None
    debts = [_debt(one, currency, order) for one in question.each("debts")]
    court = tuple(
        Question({path: name}).choice(path, tuple(CRITERIA))
        for path, name in ((f"court[{i}]", name) for i, name in enumerate(question.list("court", ())))
    )
    conditions = Conditions(question.money("monthly", currency), question.day("today"), question.day("first_on"), court)
    question.refuse_unknown()
    _refuse_twice("debts[{}].id", [debt.id for debt in debts])
    _refuse_twice("court[{}]", court)
    found = orders(debts, conditions)
    least = cheapest(found)
    return {"orders": [{**_ordered_json(one), "cheapest": one.method in least} for one in found]}


def _refuse_twice(path: str, names: Sequence[str]) -> None:
    for at, name in enumerate(names):
        if name in names[:at]:
            raise Refused(Finding("priority_twice", path.format(at), {"id": name}))


def _debt(given: Question, currency: str, order: GivenOrder | None) -> Debt:
    owed = Balances(*[given.money(component, currency, "0") for component in COMPONENTS])
    rate = given.decimal("rate")
    if not 0 <= rate <= _RATE_MAX:
        raise Refused(
            Finding("number_range", given.path("rate"), {"value": f"{rate:f}", "least": "0", "most": str(_RATE_MAX)})
        )
    year = given.whole("year_days", 365)
    if year not in _YEARS:
        raise Refused(Finding("choice_unknown", given.path("year_days"), {"value": str(year), "choices": _choices()}))
    debt = Debt(
        given.text("id"),
        owed,
        given.money("minimum", currency, "0"),
        Rate(rate).per_day(year),
        given.choice("compounding", ("monthly", "none"), "monthly") == "monthly",
        given.day("due_on") if given.has("due_on") else None,
        order,
        given.flag("secured"),
    )
    given.refuse_unknown()
    return debt


def _choices() -> str:
    return ", ".join(map(str, _YEARS))


def _ordered_json(one: Ordered) -> dict[str, Any]:
    return {
        "method": one.method,
        "paid": one.paid.text(),
        "cost": one.cost.text(),
        "last_on": one.last_on.isoformat() if one.last_on else None,
        "months": len(one.payments) if one.last_on else None,
        "debts": [_cleared_json(debt) for debt in one.debts],
        "payments": [[Money(minor, one.paid.currency).text() for minor in month] for month in one.payments]
        if one.last_on
        else [],
    }


def _cleared_json(one: Cleared) -> dict[str, Any]:
    return {
        "id": one.debt_id,
        "rank": one.rank,
        "last_on": one.last_on.isoformat() if one.last_on else None,
        "paid": one.paid.text(),
        "cost": one.cost.text(),
    }
