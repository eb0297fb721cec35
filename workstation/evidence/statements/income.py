"""Months of a statement: income, spending, wages, and the months inside the period that brought no income."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Final

from workstation.dates import month_end, months_between
from workstation.evidence.statements.transactions import Statement, TransactionColumns, columns_of
from workstation.money import Money

WAGE_WORDS: Final = ("工资", "薪", "奖金", "劳务费", "SALARY", "PAYROLL", "WAGE")


@dataclass(frozen=True, slots=True)
class Month:
    """One calendar month, ``month`` as 2025-01. Amounts are positive; own moves and refunds are in neither.

    ``wages`` is the part of the income that names itself as pay; ``whole``: the period covers every day of the month.
    """

    month: str
    income: Money
    expense: Money
    wages: Money
    count: int
    whole: bool


def months(statement: Statement) -> tuple[Month, ...]:
    """Every month of the period and of the rows, in the statement's main currency; unlike currencies are never
    added.
    """
    rows = columns_of(statement.transactions).in_currency(statement.currency)
    held = _by_month(rows.days)
    days = {*rows.days, *filter(None, (statement.from_on, statement.to_on))}
    if not days:
        return ()
    wanted = months_between(min(days), max(days)) if not statement.period_printed else _wanted(statement, held)
    return tuple(_month(statement, month, rows, held.get(month, [])) for month in wanted)


def _by_month(days: Sequence[date]) -> Mapping[tuple[int, int], list[slice]]:
    """Where the rows of each month stand: one slice for each run of them."""
    held: dict[tuple[int, int], list[slice]] = {}
    start = 0
    for day, run in groupby(days):
        end = start + len(list(run))
        places = held.setdefault((day.year, day.month), [])
        if places and places[-1].stop == start:
            places[-1] = slice(places[-1].start, end)
        else:
            places.append(slice(start, end))
        start = end
    return held


def income_gaps(statement: Statement, found: Iterable[Month]) -> tuple[str, ...]:
    """The months inside the period without any income; a month without a row is one of them.

    Of a month that a printed period covers in part nobody knows what it brought. A credit card shows no income: it has no gaps.
    """
    if not statement.shows_income:
        return ()
    start, end = (f"{day:%Y-%m}" if day else "" for day in (statement.from_on, statement.to_on))
    inside = (one for one in found if start <= one.month <= end and (one.whole or not statement.period_printed))
    return tuple(one.month for one in inside if not one.income)


def _wanted(statement: Statement, held: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The months of the printed period, and those of rows that lie outside it."""
    inside = months_between(statement.from_on or date.max, statement.to_on or date.min)
    return sorted({*inside, *held})


def _month(statement: Statement, month: tuple[int, int], rows: TransactionColumns, held: Sequence[slice]) -> Month:
    income = expense = wages = count = 0
    for place in held:
        for at, (kind, minor) in enumerate(zip(rows.kinds[place], rows.minors[place], strict=True), place.start):
            count += 1
            if kind == "expense":
                expense -= minor
            elif kind == "income":
                income += minor
                wages += minor if names_wage(rows.counterparties[at], rows.texts[at]) else 0
    start, end = statement.from_on, statement.to_on
    return Month(
        month=f"{month[0]}-{month[1]:02d}",
        income=Money(income, statement.currency),
        expense=Money(expense, statement.currency),
        wages=Money(wages, statement.currency),
        count=count,
        whole=bool(start and end and start <= date(*month, 1) and month_end(*month) <= end),
    )


def names_wage(counterparty: str, text: str) -> bool:
    """Whether a row names itself as pay."""
    words = f"{counterparty} {text}".upper()
    return any(word in words for word in WAGE_WORDS)
