"""The days of a history in the order in which they count: what begins in the morning, what the evening settles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final, Literal

from workstation.dates import add_months
from workstation.errors import Finding, Refused
from workstation.plan.rebuilt.history import DEADLINE_MAX, CountOfDays, History, MonthlyPenalty, Paid, RateFrom

End = Literal["least", "most"]
What = Literal["rate", "default_rate", "pause", "charge", "payment", "deadline", "statement", "reading"]
_RANK: Final[dict[What, int]] = {
    "rate": 0, "default_rate": 1, "pause": 2, "charge": 3, "payment": 4, "deadline": 5, "statement": 6,
    "reading": 7,
}  # fmt: skip
YEAR: Final[dict[CountOfDays, int]] = {"30/360": 360, "actual/365": 365, "actual/360": 360}
YEARS_MAX: Final = 60
"""A debt older than this is a slip of the finger."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that counts from ``tick`` on, in days of the contract's count; ``value`` as its kind has it."""

    on: date
    evening: bool
    what: What
    tick: int
    value: Any = None


def tick_of(count: CountOfDays) -> Callable[[date], int]:
    """What turns a day into a number, so that interest runs for as many days as two numbers are apart."""
    if count == "30/360":
        return lambda on: 360 * on.year + 30 * on.month + min(on.day, 30)
    return date.toordinal


def events(history: History, readings: Sequence[date], end: End = "least") -> list[Event]:
    """Everything up to the last day that is asked for, in order, as it is at one end of the bounds.

    Raises `Refused` for days and rates that do not fit.
    """
    last = max(readings)
    _refuse_misfits(history, readings, last)
    tick = tick_of(history.terms.day_count)
    found = [
        Event(on, evening, what, tick(on + timedelta(days=evening)), value)
        for on, evening, what, value in _unordered(history, readings, last, end)
        if on <= last
    ]
    return sorted(found, key=lambda one: (one.on, one.evening, _RANK[one.what]))


def _unordered(
    history: History, readings: Iterable[date], last: date, end: End
) -> Iterator[tuple[date, bool, What, Any]]:
    terms = history.terms
    for rate in _in_force(terms.rates, history.since):
        yield max(rate.from_on, history.since), False, "rate", rate
    for rate in _in_force(terms.default_rates, history.since):
        yield max(rate.from_on, history.since), False, "default_rate", rate
    for pause in history.pauses:
        yield max(pause.first, history.since), False, "pause", 1
        yield max(pause.last + timedelta(days=not pause.last_counts), history.since), False, "pause", -1
    for charge in history.charges:
        yield charge.on, False, "charge", charge
    for payment in standing(history.payments):
        yield payment.on, terms.payment_day_counts, "payment", payment
    for on in statement_days(history.since, last, terms.statement_day):
        yield on, True, "statement", None
        if terms.penalty:
            yield on + timedelta(days=_days_to_pay(terms.penalty, end)), True, "deadline", None
    for on in set(readings):
        yield on, True, "reading", None


def _days_to_pay(penalty: MonthlyPenalty, end: End) -> int:
    """The more days there are, the less is owed."""
    return penalty.days_most if end == "least" else penalty.due_days + penalty.grace_days


def statement_days(since: date, last: date, day: int) -> Iterator[date]:
    """Every statement day from ``since`` to ``last``; the month's last day where it is shorter."""
    months = 0
    while (on := add_months(since, months, day)) <= last:
        if on >= since:
            yield on
        months += 1


def standing(payments: Sequence[Paid]) -> list[Paid]:
    """Payments in order of their days, larger first on one day, without those that were reversed and their reversals.

    Raises `Refused`: reversal_unmatched.
    """
    ordered = sorted(payments, key=lambda one: (one.on, -one.amount.least.minor))
    left: list[Paid] = []
    for one in ordered:
        if one.amount.least.minor >= 0:
            left.append(one)
            continue
        reversed_at = [at for at, other in enumerate(left) if other.amount.is_known and _undoes(one, other)]
        if not reversed_at:
            figures = {"day": one.on.isoformat(), "amount": one.amount.least.text()}
            raise Refused(Finding("reversal_unmatched", "payments", figures))
        del left[reversed_at[-1]]
    return left


def _undoes(reversal: Paid, payment: Paid) -> bool:
    return reversal.amount.is_known and reversal.amount.least == -payment.amount.least


def _in_force(rates: Sequence[RateFrom], since: date) -> Iterator[RateFrom]:
    ordered = sorted(rates, key=lambda rate: rate.from_on)
    for at, rate in enumerate(ordered):
        if at + 1 == len(ordered) or ordered[at + 1].from_on > since:
            yield rate


def _refuse_misfits(history: History, readings: Sequence[date], last: date) -> None:
    earliest, terms = history.since.isoformat(), history.terms
    found = [
        Finding("day_before_opening", key, {"day": on.isoformat(), "earliest": earliest})
        for key, days in (
            ("days", readings),
            ("charges", [one.on for one in history.charges]),
            ("payments", [one.on for one in history.payments]),
        )
        for on in days
        if on < history.since
    ]
    if not any(rate.from_on <= history.since for rate in terms.rates):
        found.append(Finding("rate_missing", "terms.rates", {"day": earliest}))
    if last.year - history.since.year > YEARS_MAX:
        years = str(last.year - history.since.year)
        found.append(Finding("number_range", "days", {"value": years, "least": "0", "most": str(YEARS_MAX)}))
    if terms.penalty:
        found += [
            Finding("number_range", "terms.penalty", {"value": str(days), "least": "0", "most": str(DEADLINE_MAX)})
            for days in {_days_to_pay(terms.penalty, "least"), _days_to_pay(terms.penalty, "most")}
            if not 0 <= days <= DEADLINE_MAX
        ]
    found += [
        Finding("days_reversed", "pauses", {"first": one.first.isoformat(), "last": one.last.isoformat()})
        for one in history.pauses
        if one.last < one.first
    ]
    if found:
        raise Refused(*found)
