"""Questions about a debt that is there: what waiting costs, and where payments go. JSON values in and out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from workstation.errors import Finding, Refused
from workstation.plan.calc.question import Question, currency_of, flows_of
from workstation.plan.debt.allocation import Allocated, GivenOrder, Payment, allocate
from workstation.plan.debt.balances import COMPONENTS, Balances
from workstation.plan.debt.waiting import Penalty, WaitingTerms, months_later, waiting
from workstation.profile.due_day import due_day_before, first_day_overdue


def waiting_answer(value: Mapping[str, Any]) -> dict[str, Any]:
    """What waiting costs, at points in time. Raises `Refused`."""
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


def allocate_answer(value: Mapping[str, Any]) -> dict[str, Any]:
    """Where payments go. Raises `Refused`."""
    question = Question(value)
    currency = currency_of(question)
    account = question.inner("account")
    owed, due_on = _account(account, currency)
    account.refuse_unknown("currency", "minimum_due", "statement_day")
    payments = []
    for one in flows_of(question, "payments"):
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
