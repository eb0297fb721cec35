"""Whether a statement holds together: balance chain, order, repeats, printed totals and period. Each finding names
its row.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time
from itertools import compress, groupby, pairwise, permutations
from operator import attrgetter, gt, lt, neg, sub

from workstation.errors import Finding
from workstation.evidence.statements.authenticity_hints import round_figures
from workstation.evidence.statements.control_figures import sum_findings
from workstation.evidence.statements.transactions import Statement, Transaction
from workstation.money import Money

_SHUFFLED = 5  # rows of one second that may be printed in any order


@dataclass(frozen=True, slots=True)
class _Ledger:
    """Rows of one currency, with their days, amounts and printed balances (minor units) side by side."""

    rows: Sequence[Transaction]
    days: Sequence[date]
    amounts: Sequence[int]
    balances: Sequence[int | None]
    falls: bool


def integrity(statement: Statement) -> tuple[Finding, ...]:
    """All findings on a statement, in the order of its rows, those on the whole first."""
    found = [*_totals(statement), *_masked(statement), *_outside(statement)]
    for ledger in _ledgers(statement.transactions):
        found += [*_repeats(ledger), *_overlaps(ledger), *_order(statement, ledger), *_chain(statement, ledger)]
        found += _ends(statement, ledger)
        if not statement.monthly:  # pay before tax may well be round
            found += round_figures(ledger.rows)
    return tuple(sorted(found, key=_row))


def _row(finding: Finding) -> int:
    number = finding.subject.removeprefix("row ")
    return int(number) if number.isdigit() else 0


def _ledgers(transactions: Sequence[Transaction]) -> Iterator[_Ledger]:
    """The rows by currency; unlike currencies have balances of their own."""
    names = list(map(attrgetter("amount.currency"), transactions))
    found = dict.fromkeys(names)
    for name in found:
        rows = list(compress(transactions, map(name.__eq__, names))) if len(found) > 1 else transactions
        days = list(map(attrgetter("on"), rows))
        balances = [one if one is None else one.minor for one in map(attrgetter("balance"), rows)]
        yield _Ledger(rows, days, list(map(attrgetter("amount.minor"), rows)), balances, _falls(rows, days))


# ── Balance chain ──


def _chain(statement: Statement, ledger: _Ledger) -> Iterator[Finding]:
    """Breaks of the balance chain, read in the direction (oldest or newest first) that leaves fewer of them."""
    rows = ledger.rows
    if len(rows) - ledger.balances.count(None) < 2 or _unbroken(ledger):
        return
    lost = [left.row for left in statement.rows_left_out if left.why in ("unreadable", "impossible_date")]
    directions = (rows[::-1], rows) if ledger.falls else (rows, rows[::-1])
    likely = list(_breaks(_settled(directions[0]), lost))
    yield from min(likely, list(_breaks(_settled(directions[1]), lost)), key=len) if likely else ()


def _unbroken(ledger: _Ledger) -> bool:
    """Whether every row prints a balance and all follow from each other, in one direction or the other."""
    balances = [one for one in ledger.balances if one is not None]
    if len(balances) < len(ledger.rows):
        return False
    steps = list(map(sub, balances[1:], balances))
    return steps == ledger.amounts[1:] or list(map(neg, steps)) == ledger.amounts[:-1]


def _falls(rows: Sequence[Transaction], days: Sequence[date]) -> bool:
    """Whether the rows run from new to old; by the time of day where it is printed, since a list may hold one day only."""
    back, forth = sum(map(gt, days, days[1:])), sum(map(lt, days, days[1:]))
    if any(map(attrgetter("at"), rows)):
        for first, second in pairwise(rows):
            times = (first.at.time() if first.at else time.min, second.at.time() if second.at else time.min)
            if first.on == second.on:
                back, forth = back + (times[0] > times[1]), forth + (times[0] < times[1])
    return bool(back > forth)


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
    printed = statement.printed
    rows = ledger.rows[::-1] if ledger.falls else ledger.rows
    if rows[0].amount.currency != statement.currency:
        return
    first, last = rows[0], rows[-1]
    if printed.opening is not None and first.balance is not None and printed.opening + first.amount != first.balance:
        expected = (first.balance - first.amount).text()
        yield Finding("opening_break", f"row {first.row}", {"printed": printed.opening.text(), "expected": expected})
    if printed.closing is not None and last.balance is not None and printed.closing != last.balance:
        figures = {"printed": printed.closing.text(), "expected": last.balance.text()}
        yield Finding("closing_break", f"row {last.row}", figures)


# ── Order, repeats, totals, period ──


def _order(statement: Statement, ledger: _Ledger) -> Iterator[Finding]:
    """Rows that step back against the direction in which the statement runs."""
    back = lt if ledger.falls else gt
    if not statement.ordered or not any(map(back, ledger.days, ledger.days[1:])):
        return
    for first, second in pairwise(ledger.rows):
        if back(first.on, second.on):
            yield Finding(
                "date_order", f"row {second.row}", {"day": second.on.isoformat(), "before": first.on.isoformat()}
            )


def _repeats(ledger: _Ledger) -> Iterator[Finding]:
    """Rows printed twice: alike in every respect, where a balance or a number of the issuer tells rows apart."""
    figures = list(zip(ledger.amounts, ledger.balances, strict=True))
    if len(set(figures)) == len(figures):
        return
    often = Counter(figures)
    seen: dict[Transaction, int] = {}
    for figure, one in zip(figures, ledger.rows, strict=True):
        if often[figure] == 1 or (one.balance is None and not (one.reference and one.at)):
            continue
        first = seen.setdefault(one._replace(row=0, kind="neutral", fee=None, card=""), one.row)
        if first != one.row:
            yield Finding("row_repeated", f"row {one.row}", {"first": str(first), "amount": one.amount.text()})


def _overlaps(ledger: _Ledger) -> Iterator[Finding]:
    """Rows without a balance that begin again where an earlier page had begun: alike in every respect up to the step back."""
    if all(one.balance is not None for one in ledger.rows):
        return
    same = [one._replace(row=0, kind="neutral", fee=None, card="") for one in ledger.rows]
    back = lt if ledger.falls else gt
    for at in range(1, len(same)):
        if not back(ledger.days[at - 1], ledger.days[at]):
            continue
        for first in range(at):
            if same[first] == same[at] and same[first:at] == same[at : 2 * at - first]:
                for before, one in zip(ledger.rows[first:at], ledger.rows[at:], strict=False):
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
    amounts = [
        one.amount.minor
        for one in statement.transactions
        if one.amount.currency == statement.currency and not (printed.without_neutral and one.kind == "neutral")
    ]
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
    for one in statement.transactions:
        if not statement.from_on <= one.on <= statement.to_on:
            figures = {
                "day": one.on.isoformat(),
                "from": statement.from_on.isoformat(),
                "to": statement.to_on.isoformat(),
            }
            yield Finding("outside_period", f"row {one.row}", figures)
