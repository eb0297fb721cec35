"""The instalments of plans as lines of a table: number, day, then amounts in their order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tests.actions.papers.generated.building import Built
from tests.actions.papers.generated.one_filing import shown, together
from tests.actions.papers.generated.reading import grouped
from tests.actions.papers.generated.reckoning import Reckoned


def rows_told(pages: Sequence[str], case: Reckoned, built: Built, bank: str) -> Iterator[str]:
    """Every instalment stands on one line: number, day, then its amounts in their order, columns of nothing left out."""
    lines = [line.split() for page in pages for line in page.splitlines()]
    plans, days = case.plans_at(bank), together(case)
    if days and 1 < len(plans) == len(days[0][2]):
        for no, due, payments in days:
            wanted = [str(no), shown(due, built), *map(grouped, (*payments, sum(payments)))]
            if wanted not in lines:
                yield f"row {no} of all plans on {due} is told by no line"
        return
    for plan in plans:
        for row in plan.rows:
            told = [row.opening, row.principal, row.interest, row.fee, row.carried, row.payment, row.closing]
            if not any(_tells(line, [str(row.no), shown(row.due, built)], told) for line in lines):
                yield f"row {row.no} of {plan.debt.tail} on {row.due} is told by no line"


def instalments(case: Reckoned, built: Built, bank: str) -> Iterator[str]:
    """Number, day and payment of each row, as an agreement lists them; the sums where one agreement is made with all."""
    plans, days = case.plans_at(bank), together(case)
    if days and len(plans) == len(days[0][2]):
        return (f"{no} {shown(due, built)} {grouped(sum(payments))}" for no, due, payments in days)
    return (f"{row.no} {shown(row.due, built)} {grouped(row.payment)}" for plan in plans for row in plan.rows)


def _tells(line: Sequence[str], start: list[str], amounts: Sequence[int]) -> bool:
    if list(line[:2]) != start:
        return False
    cells = list(line[2:])
    for amount in amounts:
        if cells and cells[0] == grouped(amount):
            cells.pop(0)
        elif amount:
            return False
    return not cells
