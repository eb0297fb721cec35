"""Whether a statement holds together: balance chain, order, repeats, printed totals and period. Each finding names
its row.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time
from itertools import groupby, pairwise, permutations
from operator import gt, lt, neg, sub
from typing import Any, cast

from workstation.errors import Finding
from workstation.evidence.statements.authenticity_hints import round_figures
from workstation.evidence.statements.control_figures import sum_findings
from workstation.evidence.statements.transactions import Statement, Transaction, TransactionColumns, columns_of
from workstation.money import Money

_SHUFFLED = 5  # rows of one second that may be printed in any order


@dataclass(frozen=True, slots=True)
class _Ledger:
    """Rows of one currency; ``turns`` are its days without those that follow one alike, ``falls``: from new to old."""

    rows: TransactionColumns
    turns: Sequence[date]
    falls: bool

    @property
    def steps_back(self) -> bool:
        """Whether any row lies before the one that precedes it, as the list runs."""
        return any(map(self.back, self.turns, self.turns[1:]))

    @property
    def back(self) -> Callable[[Any, Any], bool]:
        """How a day lies to the next one where the list steps back."""
        return lt if self.falls else gt


def integrity(statement: Statement) -> tuple[Finding, ...]:
    """All findings on a statement, in the order of its rows, those on the whole first."""
    found = [*_totals(statement), *_masked(statement), *_outside(statement)]
    for ledger in _ledgers(columns_of(statement.transactions)):
        found += [*_repeats(ledger), *_overlaps(ledger), *_order(statement, ledger), *_chain(statement, ledger)]
        found += _ends(statement, ledger)
        if not statement.monthly:  # pay before tax may well be round
            found += round_figures(ledger.rows)
    return tuple(sorted(found, key=_row))


def _row(finding: Finding) -> int:
    number = finding.subject.removeprefix("row ")
    return int(number) if number.isdigit() else 0


def _ledgers(transactions: TransactionColumns) -> Iterator[_Ledger]:
    """The rows by currency; unlike currencies have balances of their own."""
    for currency in dict.fromkeys(transactions.currencies):
        rows = transactions.in_currency(currency)
        turns = [day for day, _ in groupby(rows.days)]
        yield _Ledger(rows, turns, _falls(rows, turns))


# ── Balance chain ──


def _chain(statement: Statement, ledger: _Ledger) -> Iterator[Finding]:
    """Breaks of the balance chain, read in the direction (oldest or newest first) that leaves fewer of them."""
    rows = ledger.rows
    if len(rows) - rows.balances.count(None) < 2 or _unbroken(rows):
        return
    lost = [left.row for left in statement.rows_left_out if left.why in ("unreadable", "impossible_date")]
    directions = (rows[::-1], rows) if ledger.falls else (rows, rows[::-1])
    likely = list(_breaks(_settled(directions[0]), lost))
    yield from min(likely, list(_breaks(_settled(directions[1]), lost)), key=len) if likely else ()


def _unbroken(rows: TransactionColumns) -> bool:
    """Whether every row prints a balance and all follow from each other, in one direction or the other."""
    if None in rows.balances:
        return False
    balances = cast("Sequence[int]", rows.balances)
    steps = list(map(sub, balances[1:], balances))
    return steps == list(rows.minors[1:]) or list(map(neg, steps)) == list(rows.minors[:-1])


def _falls(rows: TransactionColumns, turns: Sequence[date]) -> bool:
    """Whether the rows run from new to old; by the time of day where it is printed, since a list may hold one day only."""
    if not any(rows.instants):
        return _steps(gt, turns) > _steps(lt, turns)
    times = [at.time() if at else time.min for at in rows.instants]
    places = list(zip(rows.days, times, strict=True))
    return _steps(gt, places) > _steps(lt, places)


def _steps(way: Callable[[Any, Any], bool], places: Sequence[object]) -> int:
    """How often the next row lies this way."""
    return sum(map(way, places, places[1:]))


def _breaks(rows: Sequence[Transaction], lost: Sequence[int]) -> Iterator[Finding]:
    """Rows whose printed balance is not the balance before plus their amount.

    When the next row goes on from what was expected, only this row's balance is wrong and the chain goes on from
    there. A break at the second row may as well lie in the first balance, which nothing before it proves: then both
    are named.
    """
    running: int | None = None  # minor units: the rows share one currency
    last = 0
    for index, one in enumerate(rows):
        hole = bool(lost and last) and any(min(last, one.row) < row < max(last, one.row) for row in lost)
        expected = None if running is None or hole else running + one.amount.minor
        running, last = expected if one.balance is None else one.balance.minor, one.row
        if expected is None or one.balance is None or one.balance.minor == expected:
            continue
        yield _break(one, Money(expected, one.amount.currency), one.balance)
        following = rows[index + 1] if index + 1 < len(rows) else None
        goes_on = following.balance if following is not None else None
        if goes_on is not None and following is not None and goes_on.minor == expected + following.amount.minor:
            running = expected
        elif index == 1 and (first := rows[0].balance) is not None:
            yield _break(rows[0], one.balance - one.amount, first)


def _break(one: Transaction, expected: Money, printed: Money) -> Finding:
    return Finding("balance_break", f"row {one.row}", {"expected": expected.text(), "printed": printed.text()})


def _settled(rows: Sequence[Transaction]) -> list[Transaction]:
    """The rows, those of one second put into the order in which their balances follow each other, if there is one."""
    settled: list[Transaction] = []
    for at, group in groupby(rows, key=lambda one: one.at):
        same = list(group)
        before = settled[-1].balance if settled else None
        if at is not None and before is not None and 1 < len(same) <= _SHUFFLED:
            same = next((list(order) for order in permutations(same) if _follows(before, order)), same)
        settled += same
    return settled


def _follows(before: Money, order: Sequence[Transaction]) -> bool:
    running = before
    for one in order:
        running = running + one.amount
        if one.balance != running:
            return False
    return True


def _ends(statement: Statement, ledger: _Ledger) -> Iterator[Finding]:
    """The printed balances before the first row and after the last, against the rows that stand there."""
    printed, rows = statement.printed, ledger.rows
    if (printed.opening is None and printed.closing is None) or rows.currencies[0] != statement.currency:
        return
    first, last = (rows[-1], rows[0]) if ledger.falls else (rows[0], rows[-1])
    if printed.opening is not None and first.balance is not None and printed.opening + first.amount != first.balance:
        expected = (first.balance - first.amount).text()
        yield Finding("opening_break", f"row {first.row}", {"printed": printed.opening.text(), "expected": expected})
    if printed.closing is not None and last.balance is not None and printed.closing != last.balance:
        figures = {"printed": printed.closing.text(), "expected": last.balance.text()}
        yield Finding("closing_break", f"row {last.row}", figures)


# ── Order, repeats, totals, period ──


def _order(statement: Statement, ledger: _Ledger) -> Iterator[Finding]:
    """Rows that step back against the direction in which the statement runs."""
    if not statement.ordered or not ledger.steps_back:
        return
    for first, second in pairwise(ledger.rows):
        if ledger.back(first.on, second.on):
            yield Finding(
                "date_order", f"row {second.row}", {"day": second.on.isoformat(), "before": first.on.isoformat()}
            )


def _repeats(ledger: _Ledger) -> Iterator[Finding]:
    """Rows printed twice: alike in every respect, where a balance or a number of the issuer tells rows apart."""
    figures = list(zip(ledger.rows.minors, ledger.rows.balances, strict=True))
    if len(set(figures)) == len(figures):
        return
    often = Counter(figures)
    seen: dict[Transaction, int] = {}
    for figure, one in zip(figures, ledger.rows, strict=True):
        if often[figure] == 1 or (one.balance is None and not (one.reference and one.at)):
            continue
        first = seen.setdefault(_alike(one), one.row)
        if first != one.row:
            yield Finding("row_repeated", f"row {one.row}", {"first": str(first), "amount": one.amount.text()})


def _alike(one: Transaction) -> Transaction:
    """A row as it is compared with another that may be the same, printed twice."""
    return one._replace(row=0, kind="neutral", fee=None, card="")


def _overlaps(ledger: _Ledger) -> Iterator[Finding]:
    """Rows without a balance that begin again where an earlier page had begun: alike in every respect up to the step back."""
    rows = ledger.rows
    if None not in rows.balances or not ledger.steps_back:
        return
    same = list(map(_alike, rows))
    for at in range(1, len(same)):
        if not ledger.back(rows.days[at - 1], rows.days[at]):
            continue
        for first in range(at):
            if same[first] == same[at] and same[first:at] == same[at : 2 * at - first]:
                for before, one in zip(rows[first:at], rows[at:], strict=False):
                    figures = {"first": str(before.row), "amount": one.amount.text()}
                    yield Finding("row_repeated", f"row {one.row}", figures)
                break


def _totals(statement: Statement) -> Iterator[Finding]:
    printed = statement.printed
    yield from sum_findings(statement)
    if printed.count is not None and printed.count != statement.rows_read:
        figures = {"printed": str(printed.count), "found": str(statement.rows_read)}
        yield Finding("count_break", "statement", figures)
    if not printed.binding or (printed.income is None and printed.expense is None):
        return
    rows = columns_of(statement.transactions).in_currency(statement.currency)
    own = printed.without_neutral
    amounts = [minor for minor, kind in zip(rows.minors, rows.kinds, strict=True) if not (own and kind == "neutral")]
    gained = Money(sum(amount for amount in amounts if amount > 0), statement.currency)
    lost = Money(sum(-amount for amount in amounts if amount < 0), statement.currency)
    for name, stated, summed in (("income", printed.income, gained), ("expense", printed.expense, lost)):
        if stated is not None and abs(stated.minor) != summed.minor:
            yield Finding(f"total_break_{name}", "statement", {"printed": stated.text(), "found": summed.text()})


def _masked(statement: Statement) -> Iterator[Finding]:
    if statement.masked_balances:
        figures = {"rows": str(len(statement.masked_balances))}
        yield Finding("balance_masked", f"row {statement.masked_balances[0]}", figures)


def _outside(statement: Statement) -> Iterator[Finding]:
    if not statement.period_printed or statement.from_on is None or statement.to_on is None:
        return
    rows = columns_of(statement.transactions)
    for row, day in zip(rows.rows, rows.days, strict=True):
        if not statement.from_on <= day <= statement.to_on:
            figures = {
                "day": day.isoformat(),
                "from": statement.from_on.isoformat(),
                "to": statement.to_on.isoformat(),
            }
            yield Finding("outside_period", f"row {row}", figures)
