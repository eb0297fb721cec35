"""Months of a statement: income, spending, wages, and the months inside the period that brought no income."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import Final

from workstation.dates import month_end, months_between
from workstation.evidence.statements.transactions import Statement, Transaction
from workstation.money import Money

WAGE_WORDS: Final = ("工资", "薪", "奖金", "劳务费", "SALARY", "PAYROLL", "WAGE")

_DAY: Final = attrgetter("on")
_MINOR: Final = attrgetter("amount.minor")


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
    rows = [one for one in statement.transactions if one.amount.currency == statement.currency]
    days = {day for day in (statement.from_on, statement.to_on) if day}
    held: dict[tuple[int, int], list[Transaction]] = {}
    for day, group in groupby(rows, _DAY):
        days.add(day)
        held.setdefault((day.year, day.month), []).extend(group)
    if not days:
        return ()
    wanted = months_between(min(days), max(days)) if not statement.period_printed else _wanted(statement, held)
    return tuple(_month(statement, year, number, held.get((year, number), [])) for year, number in wanted)


def income_gaps(statement: Statement, found: Iterable[Month]) -> tuple[str, ...]:
    """The months inside the period without any income; a month without a row is one of them.

    A credit card shows no income: it has no gaps.
    """
    if not statement.shows_income:
        return ()
    start, end = (f"{day:%Y-%m}" if day else "" for day in (statement.from_on, statement.to_on))
    return tuple(one.month for one in found if not one.income and start <= one.month <= end)


def _wanted(statement: Statement, held: dict[tuple[int, int], list[Transaction]]) -> list[tuple[int, int]]:
    """The months of the printed period, and those of rows that lie outside it."""
    inside = months_between(statement.from_on or date.max, statement.to_on or date.min)
    return sorted({*inside, *held})


def _month(statement: Statement, year: int, number: int, rows: list[Transaction]) -> Month:
    income = [one for one in rows if one.kind == "income"]
    expense = -sum(map(_MINOR, [one for one in rows if one.kind == "expense"]))
    wages = sum(one.amount.minor for one in income if is_wage(one))
    start, end = statement.from_on, statement.to_on
    whole = bool(start and end and start <= date(year, number, 1) and month_end(year, number) <= end)
    return Month(
        month=f"{year}-{number:02d}",
        income=Money(sum(map(_MINOR, income)), statement.currency),
        expense=Money(expense, statement.currency),
        wages=Money(wages, statement.currency),
        count=len(rows),
        whole=whole,
    )


def is_wage(one: Transaction) -> bool:
    """Whether a row names itself as pay."""
    words = f"{one.counterparty} {one.text}".upper()
    return any(word in words for word in WAGE_WORDS)
