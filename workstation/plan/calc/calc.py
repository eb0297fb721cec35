"""Questions of the command line answered: schedules, rates, waiting, debts allocated, rebuilt, ordered. JSON values in and out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Context
from fractions import Fraction
from typing import Any, Final

from workstation.errors import Finding, Refused
from workstation.plan.calc.question import DIGITS_MAX, Question, flows_of
from workstation.plan.calc.terms_json import DAY_COUNTS, schedule_to_json, terms_from_json
from workstation.plan.rate.true_rate import Flow, SolvedRate, rate_of_times, true_rate
from workstation.plan.schedule.accrual import YEAR_DAYS, days_between, year_part
from workstation.plan.schedule.calculate import schedule
from workstation.rates import DayCount

_EXACT: Final = Context(prec=4 * DIGITS_MAX)


def answer(kind: str, question: Mapping[str, Any]) -> dict[str, Any]:
    """The answer to one question; ``findings`` in it are `Finding` values, the caller words them.

    Raises `Refused` with findings that name the key at fault, KeyError for an unknown kind.
    """
    return _KINDS[kind](question)


def _schedule(question: Mapping[str, Any]) -> dict[str, Any]:
    plan = schedule(terms_from_json(question))
    return {**schedule_to_json(plan), "findings": list(plan.findings)}


def _true_rate(value: Mapping[str, Any]) -> dict[str, Any]:
    question = Question(value)
    convention = question.choice("convention", ("compound", "simple", "us-actuarial"), "compound")
    if convention == "compound":
        solved = _compound(question)
    else:
        flows = _simple_flows(question) if convention == "simple" else _odd_flows(question)
        per_year = question.fraction("periods_per_year")
        if per_year <= 0:
            raise Refused(Finding("amount_not_positive", "periods_per_year", {"amount": str(per_year)}))
        solved = true_rate(flows, per_year)
    question.refuse_unknown()
    return {"rate": format(solved.rate, "f"), "findings": list(solved.findings)}


def _compound(question: Question) -> SolvedRate:
    day_count = question.choice("day_count", DAY_COUNTS, "actual/365")
    flows = flows_of(question, "flows")
    dated = [one.has("on") for one in flows]
    if any(dated):
        return _dated(flows, day_count)
    found = []
    for one in flows:
        found.append(Flow(_amount(one), one.fraction("t")))
        one.refuse_unknown()
    return true_rate(found)


def _dated(flows: list[Question], day_count: DayCount) -> SolvedRate:
    days, amounts = [], []
    for one in flows:
        days.append(one.day("on"))
        amounts.append(one.decimal("amount"))
        one.refuse_unknown()
    start = min(days)
    if day_count == "actual/actual":
        return true_rate(
            [Flow(Fraction(a), year_part(start, on, day_count)) for a, on in zip(amounts, days, strict=True)]
        )
    scale = max(0, *[-int(amount.as_tuple().exponent) for amount in amounts])
    return rate_of_times(
        [int(amount.scaleb(scale, _EXACT)) for amount in amounts],
        [days_between(start, on, day_count) for on in days],
        YEAR_DAYS[day_count],
    )


def _simple_flows(question: Question) -> list[Flow]:
    flows = []
    for one in flows_of(question, "flows"):
        flows.append(Flow(_amount(one), one.fraction("period")))
        one.refuse_unknown()
    return flows


def _odd_flows(question: Question) -> list[Flow]:
    flows = []
    for one in flows_of(question, "flows"):
        full, part = one.fraction("full"), one.fraction("fraction", "0")
        if full < 0 or not 0 <= part < 1:
            figures = {"value": str(full if full < 0 else part), "least": "0", "most": "1"}
            raise Refused(Finding("number_range", one.path("full" if full < 0 else "fraction"), figures))
        flows.append(Flow(_amount(one), full, part))
        one.refuse_unknown()
    return flows


def _amount(flow: Question) -> Fraction:
    return Fraction(flow.decimal("amount"))


def _waiting(value: Mapping[str, Any]) -> dict[str, Any]:
    from workstation.plan.calc.debt_json import waiting_answer  # these when they are asked: one answer waits for one

    return waiting_answer(value)


def _allocate(value: Mapping[str, Any]) -> dict[str, Any]:
    from workstation.plan.calc.debt_json import allocate_answer

    return allocate_answer(value)


def _rebuild(value: Mapping[str, Any]) -> dict[str, Any]:
    from workstation.plan.calc.rebuilt_json import rebuild_answer

    return rebuild_answer(value)


def _priority(value: Mapping[str, Any]) -> dict[str, Any]:
    from workstation.plan.calc.priority_json import priority_answer

    return priority_answer(value)


def _cost(value: Mapping[str, Any]) -> dict[str, Any]:
    from workstation.plan.calc.cost_json import cost_answer

    return cost_answer(value)


_KINDS: Final[Mapping[str, Callable[[Mapping[str, Any]], dict[str, Any]]]] = {
    "schedule": _schedule,
    "true-rate": _true_rate,
    "waiting": _waiting,
    "allocate": _allocate,
    "rebuild": _rebuild,
    "priority": _priority,
    "cost": _cost,
}
