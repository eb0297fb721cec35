"""Whether terms can be planned at all: findings that name the key at fault, as the command line spells it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from workstation.errors import Finding
from workstation.money import Money
from workstation.plan.schedule.due_days import start_of
from workstation.plan.schedule.terms import Terms
from workstation.plan.schedule.working_days import calendar_ids

ROWS_MAX: Final = 3660
"""More rows than daily payments over ten years are a slip of the finger, not a plan."""
STEP_MONTHS_MAX: Final = 120
STEP_DAYS_MAX: Final = 3660
LAST_YEAR: Final = 9000
"""Plans end well before the calendar does."""


def term_findings(terms: Terms) -> tuple[Finding, ...]:
    """Everything that keeps the terms from being planned; empty when nothing does."""
    return (*_amounts(terms), *_count(terms), *_calendar(terms), *_options(terms), *_given_payments(terms))


def _amounts(terms: Terms) -> Iterator[Finding]:
    amounts = {
        "principal": terms.principal,
        "interest": terms.interest,
        "penalty": terms.penalty,
        "fees": terms.fees,
        "waive_principal": terms.waive_principal,
        "down_payment": terms.down_payment,
    }
    currency = terms.principal.currency
    for key, amount in amounts.items():
        if amount.currency != currency:
            yield Finding("amount_currency", key, {"currency": currency})
        elif amount.minor < 0:
            yield Finding("amount_negative", key, {"amount": amount.text()})
    if terms.affordable is not None and terms.affordable.minor <= 0:
        yield Finding("amount_not_positive", "affordable", {"amount": terms.affordable.text()})
    yield from _taken_off(terms)


def _taken_off(terms: Terms) -> Iterator[Finding]:
    owed = terms.principal.minor
    if terms.waive_principal.minor > owed:
        yield _too_large("waive_principal", terms.waive_principal, owed)
        return
    owed -= terms.waive_principal.minor
    old = (
        (terms.interest, terms.treat_interest),
        (terms.penalty, terms.treat_penalty),
        (terms.fees, terms.treat_fees),
    )
    owed += sum(amount.minor for amount, treatment in old if treatment == "capitalise")
    if terms.down_payment.minor > owed:
        yield _too_large("down_payment", terms.down_payment, owed)


def _too_large(key: str, amount: Money, most: int) -> Finding:
    return Finding("amount_too_large", key, {"amount": amount.text(), "most": Money(most, amount.currency).text()})


def _count(terms: Terms) -> Iterator[Finding]:
    if terms.instalments is not None and terms.affordable is not None:
        yield Finding("instalments_or_affordable", "instalments")
    if terms.instalments is None and terms.affordable is None and terms.method not in ("custom", "lump_sum"):
        yield Finding("instalments_missing", "instalments")
    if terms.instalments is not None:
        yield from _between("instalments", terms.instalments, 1, ROWS_MAX)
        yield from _span(terms, terms.instalments)
    if terms.affordable is not None and terms.method in ("step", "custom"):
        yield Finding("affordable_method", "affordable")


def _between(key: str, value: int, least: int, most: int) -> Iterator[Finding]:
    if not least <= value <= most:
        yield Finding("number_range", key, {"value": str(value), "least": str(least), "most": str(most)})


def _span(terms: Terms, rows: int) -> Iterator[Finding]:
    step_days = terms.every.days or 31 * terms.every.months
    thinned = 12 if terms.skip_months else 1
    if terms.first_due.year + rows * step_days * thinned // 365 > LAST_YEAR:
        yield Finding("plan_beyond_calendar", "instalments", {"value": str(rows)})


def _calendar(terms: Terms) -> Iterator[Finding]:
    if terms.every.days:
        yield from _between("every.days", terms.every.days, 1, STEP_DAYS_MAX)
    else:
        yield from _between("every.months", terms.every.months, 1, STEP_MONTHS_MAX)
    yield from _between("deferral.months", terms.deferral_months, 0, STEP_MONTHS_MAX)
    if terms.first_due < terms.interest_from:
        figures = {"day": terms.first_due.isoformat(), "earliest": terms.interest_from.isoformat()}
        yield Finding("day_too_early", "first_due", figures)
    if terms.calendar is not None and terms.calendar not in calendar_ids():
        known = ", ".join(calendar_ids())
        yield Finding("calendar_unknown", "shift.calendar", {"calendar": terms.calendar, "known": known})
    yield from _skipped(terms)


def _skipped(terms: Terms) -> Iterator[Finding]:
    for month in terms.skip_months:
        yield from _between("skip_months", month, 1, 12)
    if not terms.skip_months or terms.every.days or not 1 <= terms.every.months <= STEP_MONTHS_MAX:
        if len(set(terms.skip_months)) == 12:
            yield Finding("no_month_left", "skip_months")
        return
    first = start_of(terms)[1].month - 1
    reached = {(first + terms.every.months * i) % 12 + 1 for i in range(12)}
    if reached <= set(terms.skip_months):
        yield Finding("no_month_left", "skip_months")


def _options(terms: Terms) -> Iterator[Finding]:
    most = (terms.instalments or ROWS_MAX) - 1
    yield from _between("grace.principal", terms.grace_principal, 0, most)
    yield from _between("grace.interest", terms.grace_interest, 0, terms.instalments or ROWS_MAX)
    if terms.rate.value < 0:
        yield Finding("rate_negative", "rate", {"rate": terms.rate.text()})
    if terms.period_fee < 0:
        yield Finding("rate_negative", "period_fee", {"rate": format(terms.period_fee, "f")})
    if terms.rounding.unit < 1:
        yield Finding("amount_not_positive", "rounding.unit", {"amount": str(terms.rounding.unit)})


def _given_payments(terms: Terms) -> Iterator[Finding]:
    most = terms.instalments or ROWS_MAX
    amounts: list[tuple[str, int, Money | None]] = [
        (f"fixed[{i}]", fixed.no, fixed.amount) for i, fixed in enumerate(terms.fixed)
    ]
    amounts += [(f"steps[{i}]", step.start, step.amount) for i, step in enumerate(terms.steps)]
    for key, no, amount in amounts:
        yield from _between(key, no, 1, most)
        if amount is not None and amount.currency != terms.currency:
            yield Finding("amount_currency", f"{key}.amount", {"currency": terms.currency})
        elif amount is not None and amount.minor < 0:
            yield Finding("amount_negative", f"{key}.amount", {"amount": amount.text()})
    if len({fixed.no for fixed in terms.fixed}) < len(terms.fixed):
        yield Finding("rows_repeated", "fixed")
    yield from _steps(terms)
    if terms.method == "custom":
        yield from _custom(terms)


def _steps(terms: Terms) -> Iterator[Finding]:
    if terms.method == "step" and not terms.steps:
        yield Finding("steps_missing", "steps")
    starts = [step.start for step in terms.steps]
    if starts != sorted(set(starts)):
        yield Finding("rows_repeated", "steps")
    for i, step in enumerate(terms.steps[:-1]):
        if step.amount is None:
            yield Finding("step_amount_missing", f"steps[{i}].amount")


def _custom(terms: Terms) -> Iterator[Finding]:
    if not terms.fixed and terms.instalments != 1:
        yield Finding("fixed_missing", "fixed", {"rows": "1"})
        return
    given = {fixed.no for fixed in terms.fixed}
    rows = terms.instalments or max(given, default=1)
    missing = [no for no in range(1, rows) if no not in given]
    if missing:
        yield Finding("fixed_missing", "fixed", {"rows": ", ".join(map(str, missing[:12]))})
