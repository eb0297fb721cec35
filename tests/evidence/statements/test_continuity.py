"""Files of one account follow each other, or the hole and the jump are named; what two of them show counts once, and all counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.evidence.statements.samples import boc, cmb_web, entries, written
from workstation.evidence.statements.continuity import by_account, continuity_findings, periods, without_overlap
from workstation.evidence.statements.earnings import earnings
from workstation.evidence.statements.readers import read_statement
from workstation.evidence.statements.transactions import Statement, Transaction
from workstation.money import Money
from workstation.wording import LANGUAGES, Wording

ROWS = entries(120)
HALF = next(number for number in range(50, 80) if ROWS[number].at.date() > ROWS[number - 1].at.date())


def parts(first: int = HALF, second: int = HALF, wear=cmb_web):
    """Two files whose periods meet where the second begins; ``first`` and ``second``: rows left out between."""
    made = [read_statement(written(wear(rows)).encode()) for rows in (ROWS[:first], ROWS[second:])]
    meet = ROWS[second].at.date()
    earlier = replace(made[0], account="…8888", to_on=meet - timedelta(days=1), period_printed=True)
    return earlier, replace(made[1], account="…8888", from_on=meet, period_printed=True)


@pytest.mark.parametrize("wear", [cmb_web, boc])
def test_files_that_follow_raise_nothing_in_any_order(wear):
    earlier, later = parts(wear=wear)
    assert continuity_findings((earlier, later)) == continuity_findings((later, earlier)) == ()


@pytest.mark.parametrize("wear", [cmb_web, boc])
def test_rows_that_vanished_between_two_files_are_seen_in_the_balance(wear):
    earlier, later = parts(HALF - 1, HALF, wear)
    (found,) = continuity_findings((later, earlier))
    assert (found.code, found.subject) == ("statements_balance", "…8888")
    before, after = ROWS[HALF - 2].balance, ROWS[HALF - 1].balance
    assert (found.figures["before"], found.figures["after"]) == tuple(f"{one / 100:.2f}" for one in (before, after))


def test_a_hole_between_two_files_is_named_with_its_days():
    earlier, later = parts()
    early = replace(earlier, from_on=date(2026, 1, 1), to_on=date(2026, 2, 28))
    late = replace(later, from_on=date(2026, 3, 2))
    (found,) = continuity_findings((early, late))
    assert (found.code, dict(found.figures)) == ("statements_apart", {"from": "2026-03-01", "to": "2026-03-01"})
    assert continuity_findings((replace(early, period_printed=False), late)) == ()


def test_files_that_share_days_are_not_set_against_each_other():
    earlier, later = parts(HALF - 1, HALF)
    shared = replace(later, from_on=later.from_on - timedelta(days=1))
    assert [finding.code for finding in continuity_findings((earlier, later))] == ["statements_balance"]
    assert continuity_findings((earlier, shared)) == ()


def test_other_accounts_and_unnamed_ones_are_not_compared():
    earlier, later = parts(HALF - 1, HALF)
    assert continuity_findings((earlier, replace(later, account="…7777"))) == ()
    assert continuity_findings((replace(earlier, account=""), replace(later, account=""))) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_findings_speak(language):
    earlier, later = parts(HALF - 1, HALF)
    apart = replace(earlier, from_on=date(2026, 1, 1), to_on=date(2026, 1, 2))
    for finding in (*continuity_findings((earlier, later)), *continuity_findings((apart, later))):
        assert "…8888" in Wording(language).finding(finding)


# ── What two files show ──


def row(on: date, minor: int, balance: int | None = None, peer: str = "星海科技") -> Transaction:
    after = None if balance is None else Money(balance)
    return Transaction(1, on, Money(minor), "income" if minor > 0 else "expense", balance=after, counterparty=peer)


def file(
    start: date, end: date, *rows: Transaction, account: str = "…8031", layout: str = "icbc.debit-v1"
) -> Statement:
    return Statement(layout, account, "CNY", start, end, len(rows), (), rows, period_printed=True)


JUNE = date(2026, 6, 15)
WAGE, LUNCH = row(JUNE, 500_000, 600_000), row(JUNE, -2_000, 598_000)
BEFORE = row(date(2026, 6, 1), 100_000, 100_000)
FIRST = file(date(2026, 1, 1), JUNE, BEFORE)
LAST = file(date(2026, 6, 1), date(2026, 9, 30), BEFORE, WAGE, LUNCH)


def minors(*files: Statement) -> list[int]:
    return sorted(one.amount.minor for part in without_overlap(files) for one in part.transactions)


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ((FIRST, LAST), [-2_000, 100_000, 500_000]),  # the wage came on the last day, after the first file was written
        ((LAST, FIRST), [-2_000, 100_000, 500_000]),
        ((replace(FIRST, to_on=date(2026, 6, 30)), LAST), [-2_000, 100_000, 500_000]),  # its period ends in days to come
        ((LAST, replace(LAST, layout="icbc.printed")), [-2_000, 100_000, 500_000]),  # one account in two forms
        ((LAST, replace(LAST, layout="boc.debit")), [-2_000, -2_000, 100_000, 100_000, 500_000, 500_000]),  # two banks
        ((LAST, replace(LAST, account="…9999")), [-2_000, -2_000, 100_000, 100_000, 500_000, 500_000]),
        ((LAST, replace(LAST, account="", layout="hand.工行")), [-2_000, 100_000, 500_000]),  # its balances prove it
        ((replace(LAST, account=""), replace(LAST, account="")), [-2_000, 100_000, 500_000]),
        ((FIRST, replace(FIRST, account="")), [100_000, 100_000]),  # one row alone proves nothing
    ],
)  # fmt: skip
def test_what_two_files_show_counts_once_and_nothing_is_lost(files, expected):
    assert minors(*files) == expected


def test_payments_that_are_alike_count_as_often_as_any_file_shows_them():
    first = file(date(2026, 6, 1), JUNE, row(JUNE, -1_000))
    second = file(date(2026, 6, 1), JUNE, row(JUNE, -1_000), row(JUNE, -1_000), layout="icbc.printed")
    assert minors(first, second) == [-1_000, -1_000]
    masked = file(date(2026, 6, 1), JUNE, row(JUNE, -1_000, 5_000), layout="icbc.printed")
    assert minors(first, masked) == minors(masked, first) == [-1_000]
    other = file(date(2026, 6, 1), JUNE, row(JUNE, -1_000, 4_000), layout="icbc.printed")
    assert minors(masked, other) == [-1_000, -1_000]  # balances that differ: two payments


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 60)), min_size=1, max_size=5), st.booleans())
def test_however_one_account_is_cut_it_earns_what_it_earned(cuts, with_balance):
    """Three rows a day, some alike; each file begins with a day and ends with any row."""
    days = [date(2026, 3, 1) + timedelta(days=at // 3) for at in range(93)]
    rows = [row(day, 100 + at % 2, 1_000 + at if with_balance else None) for at, day in enumerate(days)]
    seen: set[int] = set()
    files = []
    for first, length in cuts:
        at = range(3 * first, min(3 * first + length + 1, len(rows)))
        seen.update(at)
        files.append(file(days[at[0]], days[at[-1]], *(rows[one] for one in at)))
    assert minors(*files) == sorted(rows[at].amount.minor for at in seen)


@pytest.mark.parametrize(
    ("second", "spans", "covered"),
    [
        (file(date(2026, 3, 16), date(2026, 4, 30)), [(date(2026, 3, 1), date(2026, 4, 30))], True),
        (file(date(2026, 3, 10), date(2026, 4, 30)), [(date(2026, 3, 1), date(2026, 4, 30))], True),
        (file(date(2026, 3, 17), date(2026, 4, 30)), None, False),  # a day between
        (file(date(2026, 3, 16), date(2026, 4, 30), account="…9999"), None, False),  # another account
    ],
)
def test_files_of_one_account_cover_a_month_together(second, spans, covered):
    pay = row(date(2026, 3, 5), 500_000)
    first = file(date(2026, 3, 1), date(2026, 3, 15), pay)
    found = {one.month: one.covered for one in earnings(without_overlap((first, second))).months}
    assert found["2026-03"] is covered
    if spans:
        assert [list(periods(one)) for one in by_account((first, second))] == [spans]
