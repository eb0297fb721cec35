"""The caps of a pack at their very edge: costs are set against them as they are shown, to a hundredth of a per cent."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.builders import CARD_PACK, terms
from tests.plan.plans import yuan
from workstation.money import Money
from workstation.plan.debt.balances import Balances
from workstation.plan.debt.comparison import Owing, Waiting
from workstation.plan.debt.waiting import Penalty, WaitingTerms
from workstation.plan.options.caps import (
    annual_cost_findings,
    default_cost_findings,
    surely_within,
    term_cap_findings,
)
from workstation.plan.rate.true_rate import TrueRate
from workstation.plan.schedule.calculate import schedule
from workstation.plan.schedule.due_days import due_days, last_due_day
from workstation.plan.schedule.terms import Every

TODAY = date(2026, 11, 23)
NOTHING = Money(0)


@pytest.mark.parametrize(
    ("rate", "shown"),
    [
        ("0.24", None),
        ("0.24004999", None),  # shown as 24.00%
        ("0.24005", "24.01%"),
        ("0.2401", "24.01%"),
    ],
)
def test_a_yearly_cost_counts_as_it_is_shown(rate, shown):
    plan = schedule(terms())
    vars(plan)["true_rate"] = TrueRate(Decimal(rate), Decimal("0.27"))
    found = annual_cost_findings(plan, CARD_PACK.annual_cap())
    assert [finding.figures["simple"] for finding in found] == ([shown] if shown else [])


@pytest.mark.parametrize(
    ("a_month", "shown"),
    [
        ("240.00", None),
        ("240.04", None),  # 2,880.48 of 12,000.00 are 24.004 %
        ("240.05", "24.01%"),  # 24.005 %, a tie, goes up
        ("240.10", "24.01%"),
    ],
)
def test_what_a_year_of_doing_nothing_costs_counts_as_it_is_shown(a_month, shown):
    """12,000.00 owed, no interest, a penalty once in each of the twelve months that pass within 365 days."""
    owed = Balances(yuan("12000"), NOTHING, NOTHING, NOTHING)
    growth = WaitingTerms(Decimal(0), penalty=Penalty(Decimal(0), yuan(a_month)))
    found = default_cost_findings("credit_card", Waiting((Owing(TODAY, owed),), (), yuan("1"), growth), CARD_PACK)
    assert [finding.figures["rate"] for finding in found] == ([shown] if shown else [])


AGREED = date(2026, 11, 10)


@pytest.mark.parametrize(
    ("changes", "last", "months"),
    [
        ({}, "2031-11-10", None),  # sixty instalments, the first a month after the agreement: five years to the day
        ({"instalments": 61}, "2031-12-10", "61"),
        ({"first_due": date(2026, 12, 11)}, "2031-11-11", "61"),
        ({"first_due": date(2027, 5, 10)}, "2032-04-10", "65"),
        ({"first_due": date(2027, 5, 10), "instalments": 55}, "2031-11-10", None),
        ({"skip_months": (2,)}, "2032-05-10", "66"),
        ({"skip_months": (2,), "instalments": 55}, "2031-11-10", None),
        ({"instalments": 58, "deferral_months": 2}, "2031-11-10", None),
        ({"instalments": 58, "deferral_months": 3}, "2031-12-10", "61"),
        ({"instalments": 20, "every": Every(3)}, "2031-09-10", None),
        ({"instalments": 21, "every": Every(3)}, "2031-12-10", "61"),
        ({"instalments": 129, "every": Every(0, 14)}, "2031-11-06", None),
        ({"instalments": 130, "every": Every(0, 14)}, "2031-11-20", "61"),
        ({"shift": "following"}, "2031-11-10", None),  # a Monday
        ({"first_due": date(2026, 12, 9), "shift": "following"}, "2031-11-10", None),  # the 9th is a Sunday
    ],
)
def test_the_last_due_day_is_within_five_years_of_the_agreement(changes, last, months):
    asked = terms(**changes)
    count = asked.instalments or 0
    assert schedule(asked).rows[-1].due_on.isoformat() == last_due_day(asked, count).isoformat() == last
    found = term_cap_findings(asked, count, AGREED, CARD_PACK)
    figures = [(one.figures["months"], one.figures["until"], one.figures["last"]) for one in found]
    assert figures == ([(months, "2031-11-10", last)] if months else [])


def test_five_years_run_from_the_agreement_where_balances_are_older():
    late = terms(first_due=date(2027, 1, 10))
    assert term_cap_findings(late, 60, AGREED, CARD_PACK)
    assert not term_cap_findings(late, 60, date(2026, 12, 10), CARD_PACK)


@given(
    st.dates(date(2026, 11, 10), date(2028, 3, 1)),
    st.builds(Every, st.integers(1, 6)) | st.builds(Every, st.just(0), st.integers(1, 60)),
    st.integers(1, 90),
    st.integers(0, 8),
    st.sets(st.integers(1, 12), max_size=5),
    st.sampled_from(("none", "following", "preceding", "modified_following")),
)
def test_the_last_due_day_is_that_of_all_due_days(first, every, count, deferral, skipped, shift):
    asked = terms(first_due=first, every=every, deferral_months=deferral, skip_months=tuple(skipped), shift=shift)
    assume(every.months == 1 or not skipped)  # some months must be left
    assert last_due_day(asked, count) == due_days(asked, count).due_on[-1]


@pytest.mark.parametrize(("steepest", "within"), [(235_294, True), (235_295, False)])
def test_what_a_row_may_charge_without_asking_for_the_true_rate(steepest, within):
    """0.24 / 1.02 = 0.2352941… of the balance a year, in millionths."""
    assert surely_within(steepest, CARD_PACK.annual_cap().rate) is within
