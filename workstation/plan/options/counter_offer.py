"""The bank's terms against ours: what differs, and what each difference does to the payment and the total."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any, Final

from workstation.errors import Refused
from workstation.money import Money, Rounding
from workstation.plan.schedule.calculate import Schedule, schedule
from workstation.plan.schedule.terms import Every, FixedPayment, Step, Terms
from workstation.rates import Rate, percent

TermValue = (
    Money | Rate | Decimal | date | int | str | Every | Rounding
    | tuple[Step, ...] | tuple[FixedPayment, ...] | tuple[int, ...] | None
)  # fmt: skip
"""A value of terms or of what comes of them: a code of a choice is a str, a share of the principal or a true rate a Decimal."""

FIELDS: Final = (
    "method", "instalments", "affordable", "every", "first_due", "interest_from", "down_payment", "waive_principal",
    "treat_interest", "treat_penalty", "treat_fees", "rate", "period_fee", "day_count", "grace_principal",
    "grace_interest", "deferral_months", "deferral_interest", "steps", "fixed", "skip_months", "principal", "interest",
    "penalty", "fees", "rounding", "remainder", "shift", "calendar",
)  # fmt: skip
"""Every field of terms, in the order in which a talk goes through them."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One line of the table: a field of the terms, or ``result.…`` for what comes of all of them together.

    ``ours`` and ``theirs`` are the values themselves, None for none; who shows them makes the words (`text_of`: plain text).
    ``payment`` and ``total``: by how much this difference alone moves the largest instalment and all that is paid (theirs
    less ours); None where the terms cannot be planned with it alone.
    """

    field: str
    ours: TermValue
    theirs: TermValue
    payment: Money | None
    total: Money | None


def counter(ours: Terms, bank: Terms) -> tuple[Difference, ...]:
    """The fields that differ, then the results that differ; nothing when the terms are the same.

    Single effects need not add up to the whole, as one change may rest on another. Raises `Refused` when either terms
    cannot be planned.
    """
    before, after = schedule(ours), schedule(bank)
    fields = [name for name in FIELDS if getattr(ours, name) != getattr(bank, name)]
    return (*(_difference(name, ours, bank, before) for name in fields), *_results(before, after))


def _difference(name: str, ours: Terms, bank: Terms, before: Schedule) -> Difference:
    mine, theirs = getattr(ours, name), getattr(bank, name)
    payment, total = _effect(replace(ours, **{name: theirs}), before)
    return Difference(name, mine, theirs, payment, total)


def _effect(alone: Terms, before: Schedule) -> tuple[Money | None, Money | None]:
    try:
        after = schedule(alone)
    except Refused:
        return None, None
    return _payment(after) - _payment(before), _total(after) - _total(before)


def _results(before: Schedule, after: Schedule) -> Iterator[Difference]:
    results: tuple[tuple[str, Callable[[Schedule], Any]], ...] = (
        ("result.payment", _payment),
        ("result.up_front", lambda plan: plan.up_front),
        ("result.total", _total),
        ("result.instalments", lambda plan: len(plan.rows)),
        ("result.last_due", lambda plan: plan.rows[-1].due_on),
        ("result.simple_rate", lambda plan: plan.true_rate and plan.true_rate.simple),
        ("result.compound_rate", lambda plan: plan.true_rate and plan.true_rate.compound),
    )
    for name, of in results:
        mine, theirs = of(before), of(after)
        if mine != theirs:
            payment = theirs - mine if name == "result.payment" else None
            total = theirs - mine if name == "result.total" else None
            yield Difference(name, mine, theirs, payment, total)


def _payment(plan: Schedule) -> Money:
    return Money(max(row.payment_minor for row in plan.rows), plan.terms.currency)


def _total(plan: Schedule) -> Money:
    return Money(sum(row.payment_minor for row in plan.rows) + plan.up_front.minor, plan.terms.currency)


def text_of(value: object) -> str:
    """A value of terms as plain text; empty for none. Rates name their span when it is not the year."""
    match value:
        case None:
            return ""
        case Money() as amount:
            return amount.text()
        case Rate() as rate:
            return rate.text() if rate.per == "annual" else f"{rate.text()} {rate.per}"
        case Decimal() as share:
            return format(share, "f")
        case date() as day:
            return day.isoformat()
        case tuple() as several:
            return ", ".join(text_of(one) for one in several)
        case _:
            return _composed(value)


def listed(several: tuple[object, ...], evenly: str, separator: str = ", ") -> str:
    """Steps, fixed payments and months as people read them: ``1: 1,500.00, 13: evenly``; ``evenly`` stands for a solved step."""
    return separator.join(_read(one, evenly) for one in several)


def _read(one: object, evenly: str) -> str:
    match one:
        case Step(start=start, amount=amount):
            return f"{start}: {amount.grouped() if amount else evenly}"
        case FixedPayment(no=no, amount=amount):
            return f"{no}: {amount.grouped()}"
        case _:
            return text_of(one)


def share_text(field: str, share: Decimal) -> str:
    """A share among the differences as people read it: a true rate was worked out and is rounded, what is agreed stays exact."""
    return percent(share) if field.startswith("result.") else Rate(share).percent()


def apart(one: Difference) -> Money | None:
    """Theirs less ours where both are amounts."""
    ours, theirs = one.ours, one.theirs
    return theirs - ours if isinstance(ours, Money) and isinstance(theirs, Money) else None


def _composed(value: object) -> str:
    """Small values of terms: a step of time as an ISO 8601 duration, rounding as unit (minor units) and mode."""
    match value:
        case Every(months=months, days=days):
            return f"P{days}D" if days else f"P{months}M"
        case Rounding(unit=unit, mode=mode):
            return f"{unit} {mode}"
        case Step(start=start, amount=amount):
            return f"{start}: {text_of(amount)}"
        case FixedPayment(no=no, amount=amount):
            return f"{no}: {text_of(amount)}"
        case _:
            return str(value)
