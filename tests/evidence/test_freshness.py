"""The freshness clock around each boundary: the last good day and the first stale one, over month ends and leap days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.evidence.test_checklist import asked, item, line
from workstation.evidence.freshness import dated_on, first_stale, stale_on

BOUNDARIES = [
    # days, issued, first stale day
    (30, date(2026, 1, 1), date(2026, 2, 1)),
    (30, date(2026, 1, 31), date(2026, 3, 3)),
    (30, date(2028, 1, 31), date(2028, 3, 2)),  # a leap year: one day of February more
    (30, date(2028, 1, 30), date(2028, 3, 1)),  # the last good day is the leap day
    (30, date(2028, 2, 29), date(2028, 3, 31)),
    (1, date(2028, 2, 28), date(2028, 3, 1)),
    (1, date(2027, 2, 28), date(2027, 3, 2)),
    (60, date(2026, 12, 31), date(2027, 3, 2)),
    (60, date(2027, 12, 31), date(2028, 3, 1)),
    (90, date(2026, 11, 30), date(2027, 3, 1)),
    (365, date(2027, 2, 28), date(2028, 2, 29)),
    (365, date(2028, 2, 29), date(2029, 3, 1)),
]


@pytest.mark.parametrize(("days", "issued", "stale"), BOUNDARIES)
def test_the_last_good_day_and_the_first_stale_one(days, issued, stale):
    rule = replace(asked("income_proof"), freshness_days=days)
    proof = item("income_proof", issuer="公司", issued_on=issued)
    assert stale_on(rule, (proof,)) == stale
    assert (stale - timedelta(days=1)) - issued == timedelta(days=days)


@pytest.mark.parametrize(("days", "issued", "stale"), [case for case in BOUNDARIES if case[0] == 30])
def test_the_checklist_turns_on_that_day(days, issued, stale):
    proof = item("income_proof", issuer="公司", issued_on=issued)
    before = line("income_proof", proof, today=stale - timedelta(days=1))
    on = line("income_proof", proof, today=stale)
    assert (before.state, on.state) == ("received", "stale")
    assert before.stale_on == on.stale_on == stale
    assert "item_stale" not in [one.code for one in before.findings]
    assert "item_stale" in [one.code for one in on.findings]


@pytest.mark.parametrize(
    ("covers_to", "stale"),
    [
        (date(2028, 3, 1), date(2028, 3, 31)),  # the last day covered is the leap day
        (date(2027, 3, 1), date(2027, 3, 31)),
        (date(2026, 11, 1), date(2026, 12, 1)),
    ],
)
def test_a_statement_ages_with_its_last_day(covers_to, stale):
    rule = asked("bank_statement")
    proof = item("bank_statement", covers_from=date(2026, 1, 1), covers_to=covers_to, issued_on=date(2020, 1, 1))
    assert dated_on(rule, proof) == covers_to - timedelta(days=1)
    assert stale_on(rule, (proof,)) == stale


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)), st.integers(1, 3650))
def test_a_proof_is_good_for_as_many_days_as_the_pack_says(issued, days):
    rule = replace(asked("income_proof"), freshness_days=days)
    stale = stale_on(rule, (item("income_proof", issued_on=issued),))
    assert (stale - issued).days == days + 1


def test_parts_of_a_statement_age_with_the_latest_other_papers_with_the_oldest():
    parts = [item("bank_statement", n, covers_from=date(2026, 1, 1), covers_to=date(2026, n, 1)) for n in (3, 9)]
    assert stale_on(asked("bank_statement"), parts) == date(2026, 10, 1)
    papers = [item("income_proof", n, issued_on=date(2026, n, 1)) for n in (3, 9)]
    assert stale_on(asked("income_proof"), papers) == date(2026, 4, 1)


def test_of_equal_days_the_first_entry_is_named():
    one, other = asked("income_proof"), asked("account_statement")
    assert first_stale([(one, date(2026, 1, 2)), (other, date(2026, 1, 2))]).requirement is one
    assert first_stale([(one, None)]) is None
