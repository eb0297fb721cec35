"""Statements of one account submitted as several files: which are of one account, what rows they share, whether they follow each
other in days and in the balance.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain, pairwise
from typing import Final

from workstation.dates import add_days, month_end, months_between
from workstation.errors import Finding
from workstation.evidence.statements.transactions import Statement, Transaction, columns_of
from workstation.money import Money

_PROOF: Final = 2
"""Rows that two files without the number of an account share, by day, amount and balance, before they are taken for one account."""

Period = tuple[date, date]
"""First and last day, both included."""


def same_account(one: Statement, other: Statement) -> bool:
    """Whether two files are of one account: of one issuer and number, whatever their form; where one of them prints no number, by
    rows that both show with the same balance.
    """
    if one.currency != other.currency or not _one_issuer(one, other):
        return False
    if one.account and other.account:
        return one.account == other.account
    return (_proofs(one) & _proofs(other)).total() >= _PROOF


def without_overlap(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """The statements without the rows that an earlier one of the same account shows already, so that none counts twice and none is
    lost: not even those that came on the last day of a file after it was written.
    """
    kept: list[Statement] = []
    for one in sorted(statements, key=lambda one: (one.from_on is None, one.from_on)):
        before = [other for other in kept if same_account(one, other)]
        rows = one.transactions if not before else tuple(_new_rows(one, before))
        if rows or not before or not _covered(one, periods(before)):
            kept.append(one if len(rows) == len(one.transactions) else replace(one, transactions=rows))
    return tuple(kept)


def periods(statements: Iterable[Statement]) -> tuple[Period, ...]:
    """The days that some files of one account cover together, joined where they meet."""
    joined: list[Period] = []
    for start, end in sorted((one.from_on, one.to_on) for one in statements if one.from_on and one.to_on):
        if joined and start <= add_days(joined[-1][1], 1):
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return tuple(joined)


def whole_months(spans: Iterable[Period]) -> Iterator[str]:
    """The months (``2026-08``) of which a span covers every day."""
    for start, end in spans:
        for year, month in months_between(start, end):
            if start <= date(year, month, 1) and month_end(year, month) <= end:
                yield f"{year}-{month:02d}"


def by_account(statements: Iterable[Statement]) -> tuple[tuple[Statement, ...], ...]:
    """The statements, those of one account together."""
    groups: list[list[Statement]] = []
    for one in statements:
        group = next((group for group in groups if any(same_account(one, other) for other in group)), None)
        if group is None:
            groups.append([one])
        else:
            group.append(one)
    return tuple(map(tuple, groups))


def _one_issuer(one: Statement, other: Statement) -> bool:
    """Whether two layouts may be of one issuer; those that were mapped by hand may be of any."""
    first, second = (each.layout.partition(".")[0] for each in (one, other))
    return first == second or "hand" in (first, second)


def _proofs(one: Statement) -> Counter[tuple[date, int, int]]:
    """The rows by day, amount and balance, each a proof of the account; rows without a balance prove nothing."""
    rows = columns_of(one.transactions)
    figures = zip(rows.days, rows.minors, rows.balances, strict=True)
    return Counter((day, minor, balance) for day, minor, balance in figures if balance is not None)


def _new_rows(one: Statement, before: Sequence[Statement]) -> Iterator[Transaction]:
    """The rows that no file before shows. Alike are two of one day and amount, unless both print a balance and these differ."""
    shown: dict[tuple[date, Money], Counter[Money | None]] = {}
    for row in chain.from_iterable(other.transactions for other in before):
        shown.setdefault((row.on, row.amount), Counter())[row.balance] += 1
    for row in one.transactions:
        left = shown.get((row.on, row.amount), Counter())
        alike = (row.balance, None) if row.balance is not None else (None, *left)
        found = [balance for balance in alike if left[balance]]
        if found:
            left[found[0]] -= 1
        else:
            yield row


def _covered(one: Statement, spans: Iterable[Period]) -> bool:
    if one.from_on is None or one.to_on is None:
        return True
    return any(start <= one.from_on and one.to_on <= end for start, end in spans)


def continuity_findings(statements: Sequence[Statement]) -> tuple[Finding, ...]:
    """Holes between files, and balances that do not go on from one to the next; subject is the account as ``…1234``.

    Files that print no account are left alone, since nothing tells whose they are. Where two overlap, their rows do.
    """
    told = [one for one in statements if one.account and one.from_on and one.to_on]
    found = (
        finding
        for parts in by_account(told)
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
