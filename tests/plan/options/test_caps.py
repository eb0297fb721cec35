"""The caps of a pack at their very edge: costs are set against them as they are shown, to a hundredth of a per cent."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

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
    found = annual_cost_findings(plan, CARD_PACK)
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


@pytest.mark.parametrize(
    ("rows", "every", "deferral", "months"),
    [
        (60, Every(1), 0, None),
        (61, Every(1), 0, "61"),
        (58, Every(1), 2, None),
        (58, Every(1), 3, "61"),
        (20, Every(3), 0, None),
        (21, Every(3), 0, "63"),
        (128, Every(0, 14), 0, None),  # 59.7 months of 30 days
        (129, Every(0, 14), 0, "61"),  # 60.2: a month begun is a month
    ],
)
def test_the_months_of_a_plan_are_counted_whole_with_its_deferral(rows, every, deferral, months):
    asked = terms(instalments=rows, every=every, deferral_months=deferral)
    found = term_cap_findings(asked, rows, CARD_PACK)
    assert [(finding.figures["months"], finding.figures["limit"]) for finding in found] == (
        [(months, "60")] if months else []
    )


@pytest.mark.parametrize(("steepest", "within"), [(235_294, True), (235_295, False)])
def test_what_a_row_may_charge_without_asking_for_the_true_rate(steepest, within):
    """0.24 / 1.02 = 0.2352941… of the balance a year, in millionths."""
    assert surely_within(steepest, CARD_PACK) is within
