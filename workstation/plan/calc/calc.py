"""Questions of the command line answered: schedules, rates, waiting, debts allocated, rebuilt, ordered. JSON values in and out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Context, Decimal
from fractions import Fraction
from typing import Any, Final

from workstation.errors import Finding, Refused
from workstation.plan.calc.cost_json import cost_answer
from workstation.plan.calc.priority_json import priority_answer
from workstation.plan.calc.question import DIGITS_MAX, Question, currency_of
from workstation.plan.calc.rebuilt_json import rebuild_answer
from workstation.plan.calc.terms_json import DAY_COUNTS, schedule_to_json, terms_from_json
from workstation.plan.debt.allocation import Allocated, GivenOrder, Payment, allocate
from workstation.plan.debt.balances import COMPONENTS, Balances
from workstation.plan.debt.waiting import Penalty, WaitingTerms, months_later, waiting
from workstation.plan.rate.true_rate import Flow, SolvedRate, rate_of_times, true_rate
from workstation.plan.schedule.accrual import YEAR_DAYS, days_between, year_part
from workstation.plan.schedule.calculate import schedule
from workstation.profile.due_day import due_day_before, first_day_overdue
from workstation.rates import DayCount

_EXACT: Final = Context(prec=4 * DIGITS_MAX)
FLOWS_MAX: Final = 20_000
"""More flows than a century of months on fifteen accounts are no question about one plan."""


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
    flows = _listed(question, "flows")
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
    for one in _listed(question, "flows"):
        flows.append(Flow(_amount(one), one.fraction("period")))
        one.refuse_unknown()
    return flows


def _odd_flows(question: Question) -> list[Flow]:
    flows = []
    for one in _listed(question, "flows"):
        full, part = one.fraction("full"), one.fraction("fraction", "0")
        if full < 0 or not 0 <= part < 1:
            figures = {"value": str(full if full < 0 else part), "least": "0", "most": "1"}
            raise Refused(Finding("number_range", one.path("full" if full < 0 else "fraction"), figures))
        flows.append(Flow(_amount(one), full, part))
        one.refuse_unknown()
    return flows


def _amount(flow: Question) -> Fraction:
    return Fraction(flow.decimal("amount"))


def _listed(question: Question, key: str) -> list[Question]:
    found = list(question.each(key))
    if len(found) > FLOWS_MAX:
        figures = {"value": str(len(found)), "least": "1", "most": str(FLOWS_MAX)}
        raise Refused(Finding("number_range", key, figures))
    return found


def _waiting(value: Mapping[str, Any]) -> dict[str, Any]:
    question = Question(value)
    currency = currency_of(question)
    account = question.inner("account")
    owed, _ = _account(account, currency)
    minimum_due = account.money("minimum_due", currency, "0")
    start = question.day("from")
    terms = _waiting_terms(question.inner("terms"), account, currency)
    points = [_point(question, i, given, start, terms) for i, given in enumerate(question.list("points"))]
    account.refuse_unknown("currency")
    question.refuse_unknown()
    found = waiting(owed, minimum_due, start, points, terms)
    return {"points": [{"on": point.on.isoformat(), **_balances_json(point.owed)} for point in found]}


def _waiting_terms(given: Question, account: Question, currency: str) -> WaitingTerms:
    penalty = None
    if given.has("penalty"):
        inner = given.inner("penalty")
        most = inner.money("maximum", currency) if inner.has("maximum") else None
        penalty = Penalty(
            _not_negative(inner, "rate", "0"),
            inner.money("minimum", currency, "0"),
            most,
            inner.money("tolerance", currency) if inner.has("tolerance") else None,
            _not_negative(inner, "step_rate") if inner.has("step_rate") else None,
            inner.whole("step_after", 0),
            inner.whole("missed", 0),
        )
        inner.refuse_unknown()
    turn = account.whole("statement_day") if account.has("statement_day") else None
    if turn is not None and not 1 <= turn <= 31:
        figures = {"value": str(turn), "least": "1", "most": "31"}
        raise Refused(Finding("number_range", account.path("statement_day"), figures))
    terms = WaitingTerms(
        _not_negative(given, "daily_rate"),
        given.choice("compounding", ("monthly", "none"), "monthly"),
        given.choice("month", ("30", "actual"), "30"),
        penalty,
        turn,
        _not_negative(given, "minimum_share") if given.has("minimum_share") else None,
    )
    given.refuse_unknown()
    return terms


def _not_negative(question: Question, key: str, *default: str) -> Decimal:
    value = question.decimal(key, *default)
    if value < 0:
        raise Refused(Finding("rate_negative", question.path(key), {"rate": format(value, "f")}))
    return value


def _point(question: Question, i: int, given: object, start: date, terms: WaitingTerms) -> date:
    path = f"points[{i}]"
    if isinstance(given, Mapping):
        inner = Question(given, path)
        on = months_later(start, inner.whole("months"), terms)
        inner.refuse_unknown()
        return on
    return Question({path: given}).day(path)


def _allocate(value: Mapping[str, Any]) -> dict[str, Any]:
    question = Question(value)
    currency = currency_of(question)
    account = question.inner("account")
    owed, due_on = _account(account, currency)
    account.refuse_unknown("currency", "minimum_due", "statement_day")
    payments = []
    for one in _listed(question, "payments"):
        payments.append(Payment(one.day("on"), one.money("amount", currency)))
        one.refuse_unknown("id")
    order = _order(question.inner("order"))
    question.refuse_unknown()
    done = allocate(owed, due_on, payments, order)
    after = done[-1].balances if done else owed
    return {"payments": [_allocated_json(one) for one in done], "balances": _balances_json(after)}


def _order(given: Question) -> GivenOrder:
    early, late = (
        tuple(
            Question({path: name}).choice(path, COMPONENTS)
            for path, name in ((f"order.{key}[{i}]", name) for i, name in enumerate(given.list(key)))
        )
        for key in ("early", "late")
    )
    order = GivenOrder(given.whole("until_days"), early, late)
    given.refuse_unknown()
    return order


def _account(given: Question, currency: str) -> tuple[Balances, date | None]:
    """The components of an account in a question, and its due day: given as such, or by the first day overdue."""
    amounts = [given.money(component, currency, "0") for component in COMPONENTS]
    for component, amount in zip(COMPONENTS, amounts, strict=True):
        if amount.minor < 0:
            raise Refused(Finding("amount_negative", given.path(component), {"amount": amount.text()}))
    return Balances(*amounts), _due_on(given)


def _due_on(given: Question) -> date | None:
    due_on = given.day("due_on") if given.has("due_on") else None
    before = due_day_before(given.day("overdue_since")) if given.has("overdue_since") else None
    if due_on and before and due_on != before:
        figures = {"due_on": due_on.isoformat(), "overdue_since": first_day_overdue(before).isoformat()}
        raise Refused(Finding("due_days_differ", given.path("due_on"), figures))
    return due_on or before


def _allocated_json(done: Allocated) -> dict[str, Any]:
    return {
        "on": done.payment.on.isoformat(),
        "amount": done.payment.amount.text(),
        **{component: done.got[component].text() for component in COMPONENTS},
        "unallocated": done.unallocated.text(),
        "reversed": done.reversed,
        "balances": _balances_json(done.balances),
    }


def _balances_json(owed: Balances) -> dict[str, str]:
    return {**{component: owed.part(component).text() for component in COMPONENTS}, "total": owed.total.text()}


_KINDS: Final[Mapping[str, Callable[[Mapping[str, Any]], dict[str, Any]]]] = {
    "schedule": _schedule,
    "true-rate": _true_rate,
    "waiting": _waiting,
    "allocate": _allocate,
    "rebuild": rebuild_answer,
    "priority": priority_answer,
    "cost": cost_answer,
}
