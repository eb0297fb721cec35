"""The question ``rebuild``: contract, charges and payments in; what was owed, and where a claim parts from it, out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from workstation.errors import Finding, Refused
from workstation.money import Money
from workstation.plan.calc.question import Placed, Question, currency_of
from workstation.plan.debt.allocation import GivenOrder
from workstation.plan.debt.balances import COMPONENTS, Balances
from workstation.plan.rebuilt.claim import ITEMS, Claim, Compared, Difference, compare
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
from workstation.plan.rebuilt.rebuild import Reading, rebuild
from workstation.plan.rebuilt.run import Posted
from workstation.rates import Rate

ENTRIES_MAX: Final = 20_000
"""More movements than a lifetime of a card are no question about one debt."""
_DAY_COUNTS: Final = ("30/360", "actual/365", "actual/360")
_SPANS: Final = ("annual", "monthly", "daily")


def rebuild_answer(value: Mapping[str, Any]) -> dict[str, Any]:
    """The answer to one question; raises `Refused` with findings that name the key at fault."""
    history, days, claims = rebuild_question(value)
    currency = history.currency
    if not days and not claims:
        raise Refused(Finding("key_missing", "days"))
    compared = compare(history, claims) if claims else None
    rebuilt = rebuild(history, [*days, *[claim.on for claim in claims]])
    return {
        "days": [_reading_json(one) for one in rebuilt.readings],
        "movements": [_posted_json(one, currency) for one in rebuilt.posted_least] if rebuilt.is_exact else [],
        **(_compared_json(compared) if compared else {}),
    }


def rebuild_question(value: Mapping[str, Any]) -> tuple[History, list[date], list[Claim]]:
    """The history of a question, the days asked for, and the claims; raises `Refused` with findings that name the key at fault."""
    question = Question(value)
    currency = currency_of(question)
    history = _history(question, currency)
    days = [Question({path: day}).day(path) for path, day in _numbered(question, "days")]
    claims = [_claim(one, currency) for one in _each(question, "claims")]
    question.refuse_unknown()
    return history, days, claims


def _history(question: Question, currency: str) -> History:
    opening = question.inner("opening")
    owed = {component: _bounds(opening, component, currency) for component in COMPONENTS if opening.has(component)}
    opening.refuse_unknown()
    return History(
        question.day("since"),
        currency,
        _terms(question.inner("terms"), currency),
        owed,
        tuple(_charge(one, currency) for one in _each(question, "charges")),
        tuple(_paid(one, currency) for one in _each(question, "payments")),
        tuple(_pause(one) for one in _each(question, "pauses")),
    )


def _terms(given: Question, currency: str) -> ContractTerms:
    statement_day = given.whole("statement_day")
    if not 1 <= statement_day <= 31:
        figures = {"value": str(statement_day), "least": "1", "most": "31"}
        raise Refused(Finding("number_range", given.path("statement_day"), figures))
    terms = ContractTerms(
        given.choice("day_count", _DAY_COUNTS, "actual/365"),
        statement_day,
        given.choice("compounding", ("monthly", "none"), "none") == "monthly",
        given.choice("settles", ("statement", "payment"), "statement") == "payment",
        given.choice("payment_day", ("free", "counted"), "free") == "counted",
        tuple(_rate(one) for one in _each(given, "rates")),
        order_from_json(given.inner("order")),
        given.day("due_on") if given.has("due_on") else None,
        tuple(_rate(one) for one in _each(given, "default_rates")),
        _penalty(given.inner("penalty"), currency) if given.has("penalty") else None,
        _minimum(given.inner("minimum")) if given.has("minimum") else None,
    )
    given.refuse_unknown()
    return terms


def _rate(given: Question) -> RateFrom:
    per = given.choice("per", _SPANS, "annual")
    known = given.has("rate")
    least = Rate(_not_negative(given, "rate" if known else "least"), per)
    most = least if known else Rate(_not_negative(given, "most"), per) if given.has("most") else None
    if most is not None and most.value < least.value:
        raise Refused(Finding("bounds_reversed", given.path("most"), {"least": least.text(), "most": most.text()}))
    found = RateFrom(given.day("from"), least, most)
    given.refuse_unknown()
    return found


def order_from_json(given: Question) -> GivenOrder:
    """The order of components, each named once."""
    early, late = (
        tuple(Question({path: name}).choice(path, COMPONENTS) for path, name in _numbered(given, key))
        for key in ("early", "late")
    )
    for key, components in (("early", early), ("late", late)):
        if sorted(components) != sorted(COMPONENTS):
            raise Refused(Finding("component_order", given.path(key)))
    order = GivenOrder(given.whole("until_days"), early, late)
    given.refuse_unknown()
    return order


def _penalty(given: Question, currency: str) -> MonthlyPenalty:
    grace, grace_most = _grace(given)
    penalty = MonthlyPenalty(
        _not_negative(given, "rate"),
        _bounds(given, "minimum", currency, "0"),
        _bounds(given, "maximum", currency) if given.has("maximum") else None,
        given.whole("due_days"),
        grace,
        _bounds(given, "tolerance", currency, "0"),
        grace_most,
        _step(given.inner("step")) if given.has("step") else None,
    )
    given.refuse_unknown()
    return penalty


def _grace(given: Question) -> tuple[int, int | None]:
    """Days of grace: a number, or an object with ``least`` and ``most``."""
    if not isinstance(given.get("grace_days", 0), Mapping):
        return given.whole("grace_days", 0), None
    inner = given.inner("grace_days")
    least, most = inner.whole("least", 0), inner.whole("most")
    inner.refuse_unknown()
    if most < least:
        raise Refused(Finding("bounds_reversed", given.path("grace_days"), {"least": str(least), "most": str(most)}))
    return least, most


def _step(given: Question) -> StepUp:
    step = StepUp(_not_negative(given, "rate"), given.whole("after"))
    given.refuse_unknown()
    return step


def _minimum(given: Question) -> MinimumDue:
    carried = given.choice("unpaid", ("carried", "dropped"), "carried") == "carried"
    share = given.get("share")
    within = given.inner("share") if isinstance(share, Mapping) else None
    found = (
        MinimumDue(_not_negative(within, "least"), carried, _not_negative(within, "most"))
        if within
        else MinimumDue(_not_negative(given, "share"), carried)
    )
    if within:
        within.refuse_unknown()
    given.refuse_unknown()
    if found.share_most is not None and found.share_most < found.share:
        figures = {"least": format(found.share, "f"), "most": format(found.share_most, "f")}
        raise Refused(Finding("bounds_reversed", given.path("share"), figures))
    return found


def _charge(given: Question, currency: str) -> Charge:
    charge = Charge(
        given.day("on"), given.choice("component", COMPONENTS), _bounds(given, "amount", currency, negative=True)
    )
    given.refuse_unknown("id")
    return charge


def _paid(given: Question, currency: str) -> Paid:
    paid = Paid(given.day("on"), _bounds(given, "amount", currency, negative=True))
    given.refuse_unknown("id")
    return paid


def _pause(given: Question) -> Pause:
    last_counts = given.choice("last_day", ("paused", "counted"), "paused") == "counted"
    pause = Pause(given.day("first"), given.day("last"), last_counts)
    given.refuse_unknown()
    return pause


def _claim(given: Question, currency: str) -> Claim:
    claim = Claim(given.day("on"), {item: given.money(item, currency) for item in ITEMS if given.has(item)})
    given.refuse_unknown("id")
    return claim


def _bounds(given: Question, key: str, currency: str, default: str | None = None, *, negative: bool = False) -> Bounds:
    """An amount, or an object with ``least`` and, where it is known, ``most``."""
    value = given.get(key, *([] if default is None else [default]))
    if isinstance(value, Mapping):
        inner = Question(value, given.path(key))
        least = inner.money("least", currency, "0")
        bounds = Bounds(least, inner.money("most", currency) if inner.has("most") else None)
        inner.refuse_unknown()
    else:
        with Placed(given.path(key)):
            bounds = Bounds.known(Question({"": value}).money("", currency))
    _refuse_bounds(bounds, given.path(key), negative and bounds.is_known)
    return bounds


def _refuse_bounds(bounds: Bounds, path: str, negative: bool) -> None:
    if bounds.least.minor < 0 and not negative:
        raise Refused(Finding("amount_negative", path, {"amount": bounds.least.text()}))
    if bounds.most is not None and bounds.most < bounds.least:
        raise Refused(Finding("bounds_reversed", path, {"least": bounds.least.text(), "most": bounds.most.text()}))


def _not_negative(given: Question, key: str) -> Any:
    value = given.decimal(key)
    if value < 0:
        raise Refused(Finding("rate_negative", given.path(key), {"rate": format(value, "f")}))
    return value


def _each(given: Question, key: str) -> list[Question]:
    found = list(given.each(key, ()))
    if len(found) > ENTRIES_MAX:
        figures = {"value": str(len(found)), "least": "0", "most": str(ENTRIES_MAX)}
        raise Refused(Finding("number_range", given.path(key), figures))
    return found


def _numbered(given: Question, key: str) -> list[tuple[str, Any]]:
    return [(f"{given.path(key)}[{at}]", value) for at, value in enumerate(given.list(key, ()))]


def _reading_json(reading: Reading) -> dict[str, Any]:
    return {
        "on": reading.on.isoformat(),
        "least": _balances_json(reading.least),
        "most": _balances_json(reading.most) if reading.most else None,
        "credit": reading.credit.text(),
    }


def _balances_json(owed: Balances) -> dict[str, str]:
    return {**{component: owed.part(component).text() for component in COMPONENTS}, "total": owed.total.text()}


def _posted_json(posted: Posted, currency: str) -> dict[str, str]:
    amount = Money(posted.minor, currency).text()
    return {"on": posted.on.isoformat(), "reason": posted.reason, "component": posted.component, "amount": amount}


def _compared_json(compared: Compared) -> dict[str, Any]:
    found = [_difference_json(one) for one in compared.differences]
    return {
        "differences": found,
        "first": found[0] if found else None,
        "agreed_on": compared.agreed_on.isoformat() if compared.agreed_on else None,
    }


def _difference_json(one: Difference) -> dict[str, Any]:
    return {
        "on": one.on.isoformat(),
        "item": one.item,
        "claimed": one.claimed.text(),
        "least": one.least.text(),
        "most": one.most.text() if one.most is not None else None,  # nothing at all is known, too
        "beyond": one.beyond.text(),
    }
