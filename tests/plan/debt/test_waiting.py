"""What waiting costs, in figures that the trade quotes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.plan.plans import yuan
from workstation.errors import Refused
from workstation.plan.debt.balances import Balances
from workstation.plan.debt.waiting import Penalty, WaitingTerms, months_later, waiting

START = date(2026, 11, 1)
CARD = WaitingTerms(Decimal("0.0005"), penalty=Penalty(Decimal("0.05"), yuan("30")))


def owed(principal="50000", interest="0", penalty="0", fees="0") -> Balances:
    return Balances(yuan(principal), yuan(interest), yuan(penalty), yuan(fees))


def after(months: int, balances=None, minimum="0", terms=CARD) -> Balances:
    (point,) = waiting(balances or owed(), yuan(minimum), START, [months_later(START, months, terms)], terms)
    return point.owed


@pytest.mark.parametrize(("months", "interest"), [(0, "0"), (3, "2283.92"), (6, "4672.16"), (12, "9780.91")])
def test_fifty_thousand_at_five_in_ten_thousand_a_day(months, interest):
    assert after(months).interest == yuan(interest)


def test_without_compounding_interest_is_simple():
    assert after(6, terms=WaitingTerms(Decimal("0.0005"), "none")).interest == yuan("4500")


@pytest.mark.parametrize(
    ("compounding", "months", "interest"),
    [
        ("monthly", 1, "1765.00"),  # 1.5 % of 50,000.00 and of the 1,000.00 of interest that joined it
        ("monthly", 2, "2541.48"),  # and then of 51,765.00
        ("none", 1, "1750.00"),  # of the principal alone
        ("none", 2, "2500.00"),
    ],
)
def test_interest_that_is_owed_already_bears_interest_where_it_compounds(compounding, months, interest):
    terms = WaitingTerms(Decimal("0.0005"), compounding)
    assert after(months, owed(interest="1000"), terms=terms).interest == yuan(interest)


def test_penalties_come_once_a_month_and_bear_no_interest():
    found = after(3, owed(penalty="100", fees="20"), minimum="2500")
    assert (found.penalty, found.fees, found.interest) == (yuan("475"), yuan("20"), yuan("2283.92"))
    assert after(2, minimum="100").penalty == yuan("60")
    assert after(2).penalty == yuan("0")


@pytest.mark.parametrize(
    ("months", "penalty"),
    [(1, "50.00"), (2, "152.50"), (3, "310.13")],  # 5 % of 1,000.00, 2,050.00 and 3,152.50
)
def test_the_minimum_due_grows_by_what_was_not_paid_of_it(months, penalty):
    terms = WaitingTerms(Decimal(0), penalty=Penalty(Decimal("0.05"), yuan("0")), minimum_share=Decimal("0.1"))
    assert after(months, owed("10000"), "1000", terms).penalty == yuan(penalty)


def test_the_minimum_due_is_never_more_than_is_owed():
    terms = WaitingTerms(Decimal(0), penalty=Penalty(Decimal("0.05"), yuan("0")), minimum_share=Decimal("0.5"))
    assert after(3, owed("100"), "100", terms).penalty == yuan("15.76")  # of 100.00, 105.00 and 110.25


@pytest.mark.parametrize(("minimum", "penalty"), [("9.99", "0"), ("10.00", "0"), ("10.01", "0.50")])
def test_a_minimum_due_within_the_tolerance_counts_as_paid(minimum, penalty):
    terms = WaitingTerms(Decimal(0), penalty=Penalty(Decimal("0.05"), yuan("0"), tolerance=yuan("10")))
    assert after(1, minimum=minimum, terms=terms).penalty == yuan(penalty)


@pytest.mark.parametrize(("missed", "penalty"), [(0, "160"), (1, "170"), (2, "180"), (9, "180")])
def test_the_penalty_steps_up_after_months_in_a_row(missed, penalty):
    """5 % of 1,000.00 twice, then 6 %; months that had passed before count."""
    rule = Penalty(Decimal("0.05"), yuan("0"), step_rate=Decimal("0.06"), step_after=2, missed=missed)
    assert after(3, minimum="1000", terms=WaitingTerms(Decimal(0), penalty=rule)).penalty == yuan(penalty)


def test_days_after_the_last_full_month_earn_simple_interest():
    (point,) = waiting(owed("10000"), yuan("0"), START, [date(2026, 12, 11)], CARD)
    assert point.owed.interest == yuan("200.75")


def test_actual_months_turn_on_the_statement_day():
    terms = WaitingTerms(Decimal("0.0005"), month="actual", statement_day=10)
    (point,) = waiting(owed("10000"), yuan("0"), START, [date(2026, 12, 10)], terms)
    assert point.owed.interest == yuan("195.68")  # 9 days, then 30 days on 10,045.00
    assert months_later(START, 6, terms) == date(2027, 5, 1)
    assert months_later(START, 6, CARD) == date(2027, 4, 30)


def test_a_day_before_the_wait_is_refused():
    with pytest.raises(Refused) as refused:
        waiting(owed(), yuan("0"), START, [date(2026, 10, 31)], CARD)
    assert refused.value.findings[0].code == "day_too_early"
