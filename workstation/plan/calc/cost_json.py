"""The question ``cost``: a loan with its items of cost in; each item's own yearly rate, their sum and the single rate out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from workstation.errors import Finding, Refused
from workstation.folding import folded
from workstation.plan.calc.question import Question, currency_of
from workstation.plan.rate.cost_table import ADDED_RULE, SINGLE_RULE, CostItem, CostTable, Paid, cost_table
from workstation.plan.rate.true_rate import TrueRate
from workstation.plan.schedule.accrual import YEAR_DAYS, days_between

ITEMS_MAX: Final = 50
PAYMENTS_MAX: Final = 1_200
_DAY_COUNTS: Final = ("30/360", "actual/365", "actual/360")


def cost_answer(value: Mapping[str, Any]) -> dict[str, Any]:
    """The answer to one question; raises `Refused` with findings that name the key at fault."""
    question = Question(value)
    currency, on = currency_of(question), question.day("on")
    count = question.choice("day_count", _DAY_COUNTS, "30/360")
    lent = question.money("lent", currency)
    principal = _paid(question, "principal", currency, on, count)
    items: list[CostItem] = []
    for given in question.each("items"):
        name = given.text("name").strip()
        if folded(name) in {folded(one.code) for one in items}:
            raise Refused(Finding("cost_item_twice", given.path("name"), {"cost_name": name}))
        items.append(CostItem(name, _paid(given, "payments", currency, on, count), given.text("payee", "")))
        given.refuse_unknown()
    question.refuse_unknown()
    if not 1 <= len(items) <= ITEMS_MAX:
        figures = {"value": str(len(items)), "least": "1", "most": str(ITEMS_MAX)}
        raise Refused(Finding("number_range", "items", figures))
    return cost_json(cost_table(lent, principal, items, YEAR_DAYS[count]))


def cost_json(table: CostTable) -> dict[str, Any]:
    """A table as the command line tells it, each rate with its rule."""
    return {
        "lent": table.lent.text(),
        "cost": table.cost.text(),
        "items": [
            {"name": one.item.code, "payee": one.item.payee, "total": one.total.text(), **_rate_json(one.rate)}
            for one in table.items
        ],
        "added": {**_rate_json(table.added), "rule": ADDED_RULE},
        "single": {**_rate_json(table.single), "rule": SINGLE_RULE},
    }


def _rate_json(rate: TrueRate) -> dict[str, str]:
    return {"simple": format(rate.simple, "f"), "compound": format(rate.compound, "f")}


def _paid(given: Question, key: str, currency: str, start: date, count: Any) -> tuple[Paid, ...]:
    found = []
    for one in given.each(key):
        on, amount = one.day("on"), one.money("amount", currency)
        one.refuse_unknown()
        if on < start:
            figures = {"day": on.isoformat(), "earliest": start.isoformat()}
            raise Refused(Finding("day_too_early", one.path("on"), figures))
        if amount.minor < 0:
            raise Refused(Finding("amount_negative", one.path("amount"), {"amount": amount.text()}))
        found.append((amount.minor, days_between(start, on, count)))
    if len(found) > PAYMENTS_MAX:
        figures = {"value": str(len(found)), "least": "1", "most": str(PAYMENTS_MAX)}
        raise Refused(Finding("number_range", given.path(key), figures))
    return tuple(found)
