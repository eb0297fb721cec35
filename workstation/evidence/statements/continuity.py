"""Statements of one account submitted as several files: whether they follow each other, in days and in the balance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from workstation.dates import add_days
from workstation.errors import Finding
from workstation.evidence.statements.transactions import Statement, Transaction
from workstation.money import Money


def continuity_findings(statements: Sequence[Statement]) -> tuple[Finding, ...]:
    """Holes between files, and balances that do not go on from one to the next; subject is the account as ``…1234``.

    Files that print no account are left alone, since nothing tells whose they are. Where two overlap, their rows do.
    """
    accounts: dict[tuple[str, str, str], list[Statement]] = {}
    for one in statements:
        if one.account and one.from_on and one.to_on:
            accounts.setdefault((one.layout, one.account, one.currency), []).append(one)
    found = (
        finding
        for parts in accounts.values()
        for earlier, later in pairwise(sorted(parts, key=lambda one: (one.from_on, one.to_on)))
        for finding in _between(earlier, later)
    )
    return tuple(found)


def _between(earlier: Statement, later: Statement) -> Iterator[Finding]:
    if earlier.to_on is None or later.from_on is None:
        return
    next_day = add_days(earlier.to_on, 1)
    if later.from_on > next_day:
        if earlier.period_printed and later.period_printed:  # rows alone do not tell where a period ends
            figures = {"from": next_day.isoformat(), "to": add_days(later.from_on, -1).isoformat()}
            yield Finding("statements_apart", later.account, figures)
    elif later.from_on == next_day:
        closing, opening = _closing(earlier), _opening(later)
        if closing is not None and opening is not None and closing != opening:
            figures = {"day": later.from_on.isoformat(), "before": closing.text(), "after": opening.text()}
            yield Finding("statements_balance", later.account, figures)


def _in_time(one: Statement) -> Sequence[Transaction]:
    """The rows of the main currency, oldest first."""
    rows = [row for row in one.transactions if row.amount.currency == one.currency]
    return rows[::-1] if rows and rows[0].on > rows[-1].on else rows


def _closing(one: Statement) -> Money | None:
    if one.printed.closing is not None:
        return one.printed.closing
    rows = _in_time(one)
    return rows[-1].balance if rows and rows[0].on < rows[-1].on else None  # rows of one day tell no direction


def _opening(one: Statement) -> Money | None:
    if one.printed.opening is not None:
        return one.printed.opening
    rows = _in_time(one)
    if not rows or rows[0].on == rows[-1].on:
        return None
    first = rows[0]
    return first.balance - first.amount if first.balance is not None else None
