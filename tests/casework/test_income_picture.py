"""The income of a case over all its statements: days that two of them share count once."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from tests.builders import case_file
from workstation.casework.income.picture import income_picture
from workstation.evidence.statements.continuity import without_overlap
from workstation.evidence.statements.transactions import Statement, Transaction
from workstation.money import Money


def paid(on: date, minor: int) -> Transaction:
    return Transaction(1, on, Money(minor), "income", counterparty="星海科技", text="工资")


def statement(start: date, end: date, *rows: Transaction, account: str = "…8031") -> Statement:
    return Statement("cmb.debit", account, "CNY", start, end, len(rows), (), rows, period_printed=True)


def pay(*months: int) -> list[Transaction]:
    return [paid(date(2026, month, 10), 500_000) for month in months]


def test_stated_against_evidenced_with_the_difference() -> None:
    picture = income_picture(case_file(), [statement(date(2026, 1, 1), date(2026, 11, 15), *pay(1, 2, 3, 4, 5, 6))])
    assert picture.stated == Money(460_000)
    assert picture.evidenced == Money(0)
    assert picture.difference == Money(460_000)
    assert picture.fall == Decimal(1)
    assert [finding.code for finding in picture.findings] == ["income_overstated"]


def test_without_statements_nothing_is_proven_and_nothing_invented() -> None:
    picture = income_picture(case_file(), [])
    assert (picture.evidenced, picture.difference, picture.fall) == (None, None, None)
    assert "income_unproven" in [finding.code for finding in picture.findings]


def test_shared_days_count_once_and_another_account_counts_by_itself() -> None:
    first = statement(date(2026, 1, 1), date(2026, 6, 30), *pay(1, 2, 3, 4, 5, 6))
    second = statement(date(2026, 4, 1), date(2026, 9, 30), *pay(4, 5, 6, 7))
    kept = without_overlap([second, first])
    assert sum(len(one.transactions) for one in kept) == 7
    assert [one.on.month for one in kept[1].transactions] == [7]
    assert without_overlap([first, first]) == (first,)
    other = statement(date(2026, 1, 1), date(2026, 6, 30), *pay(1), account="…9999")
    assert len(without_overlap([first, other])) == 2
    nameless = statement(date(2026, 1, 1), date(2026, 6, 30), *pay(1), account="")
    assert len(without_overlap([nameless, nameless])) == 2


@given(st.lists(st.tuples(st.integers(0, 300), st.integers(0, 90)), min_size=1, max_size=6))
def test_cut_in_any_way_one_account_earns_what_it_earned(spans) -> None:
    start = date(2026, 1, 1)
    rows = [paid(start + timedelta(days=day), 100 + day) for day in range(391)]
    parts = []
    for first, length in spans:
        begin, end = start + timedelta(days=first), start + timedelta(days=first + length)
        parts.append(statement(begin, end, *(row for row in rows if begin <= row.on <= end)))
    days = {row.on for part in parts for row in part.transactions}
    counted = [row for part in without_overlap(parts) for row in part.transactions]
    assert sorted(row.on for row in counted) == sorted(days)
