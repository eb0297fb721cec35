"""Files of one account follow each other, or the hole and the jump are named."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.evidence.statements.samples import boc, cmb_web, entries, written
from workstation.evidence.statements.continuity import continuity_findings
from workstation.evidence.statements.readers import read_statement
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
