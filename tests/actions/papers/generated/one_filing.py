"""Papers that speak for all creditors, by the second reckoning: days as they are printed, sums of a day, what is told of all."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tests.actions.papers.generated.building import Built
from tests.actions.papers.generated.reckoning import Reckoned


def shown(day: date, built: Built) -> str:
    """As papers print it: by years of the Republic on Chinese papers for Taiwan."""
    if built.file.pack.id != "tw-prenegotiation" or built.file.case.language == "en":
        return day.isoformat()
    return f"{day.year - 1911}年{day:%m}月{day:%d}日"


def together(case: Reckoned) -> list[tuple[int, date, list[int]]]:
    """What all accounts get on each day of payment, where one plan for all is told in one table."""
    plans = [plan for plan in case.plans if plan.debt.currency == "TWD"]
    days = {tuple(row.due for row in plan.rows) for plan in plans}
    if not case.single or len(days) != 1 or any(plan.up_front for plan in plans):
        return []
    return [
        (rows[0].no, rows[0].due, [row.payment for row in rows])
        for rows in zip(*(one.rows for one in plans), strict=True)
    ]


def of_all(case: Reckoned) -> Iterator[int]:
    """What one application for all creditors tells: the sum that is negotiated, what each day takes, spending in all."""
    plans = [plan for plan in case.plans if plan.debt.currency == "TWD"]
    yield sum(plan.overall - plan.sum("interest") for plan in plans)
    days = together(case)
    yield from (sum(payments) for _, _, payments in days)
    yield sum(sum(payments) for _, _, payments in days)
    yield case.sides["expense"] + case.sides["priority_debt"]
