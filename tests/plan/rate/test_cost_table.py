"""The table of costs by hand: each item's own yearly rate, their sum, and the single rate beside it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.plan.plans import annual, plan
from workstation.errors import Refused
from workstation.money import Money
from workstation.plan.rate.cost_table import CostItem, cost_table
from workstation.plan.schedule.cost import cost_of_schedule

MONTH = 30


def rounded(rate) -> tuple[str, str]:
    """Simple and compound, in per cent with two decimals."""
    return str(round(rate.simple * 100, 2)), str(round(rate.compound * 100, 2))


def test_a_loan_repaid_at_once_by_hand():
    """10,000.00 for a year: 500.00 held back as a service fee, 1,000.00 interest at the end.

    Interest alone: 11,000 / 10,000 − 1 = 10.00 %. The fee alone: 10,000 / 9,500 − 1 = 5.26 %. Added 15.26 %.
    All together: 11,000 / 9,500 − 1 = 15.79 %.
    """
    interest, fee = CostItem("interest", ((1_000_00, 360),)), CostItem("fee", ((500_00, 0),))
    table = cost_table(Money(10_000_00), [(10_000_00, 360)], [interest, fee], 360)
    assert [rounded(one.rate)[1] for one in table.items] == ["10.00", "5.26"]
    assert (rounded(table.added)[1], rounded(table.single)[1]) == ("15.26", "15.79")
    assert table.cost == Money(1_500_00)


def test_a_loan_in_twelve_parts_by_hand():
    """12,000.00 in twelve parts of 1,000.00.

    Interest of 1 % a month on what is left: 120, 110 … 10. A guarantee of 0.5 % of the same: 60, 55 … 5. A service fee of 0.6 % of
    the whole each month: 72. Each of the first two is its own rate, 12 % and 6 % a year; the third is the well-known 13.03 %. Added
    31.03 %, while all together are another figure.
    """
    principal = [(1_000_00, MONTH * i) for i in range(1, 13)]
    interest = CostItem("interest", tuple(((130 - 10 * i) * 100, MONTH * i) for i in range(1, 13)))
    guarantee = CostItem("guarantee", tuple(((130 - 10 * i) * 50, MONTH * i) for i in range(1, 13)))
    fee = CostItem("fee", tuple((72_00, MONTH * i) for i in range(1, 13)))
    table = cost_table(Money(12_000_00), principal, [interest, guarantee, fee], 360)
    assert [rounded(one.rate)[0] for one in table.items] == ["12.00", "6.00", "13.03"]
    assert rounded(table.items[2].rate)[1] == "13.84"
    assert [one.total for one in table.items] == [Money(780_00), Money(390_00), Money(864_00)]
    assert rounded(table.added)[0] == "31.03" != rounded(table.single)[0]
    alike = cost_table(Money(12_000_00), principal, [interest, guarantee], 360)
    assert rounded(alike.added)[0] == rounded(alike.single)[0] == "18.00"  # items paid alike: both rules say the same


@pytest.mark.parametrize(
    ("lent", "principal", "code"),
    [
        (Money(0), [(0, 30)], "amount_not_positive"),
        (Money(100_00), [(99_99, 30)], "cost_principal"),
        (Money(100_00), [(100_00, 0)], "cost_no_rate"),
    ],
)
def test_what_has_no_rate_is_refused(lent, principal, code):
    with pytest.raises(Refused) as refused:
        cost_table(
            lent,
            principal,
            [CostItem("interest", ((1_00, 30),))] if code != "cost_no_rate" else [CostItem("x", ())],
            360,
        )
    assert refused.value.findings[0].code == code


@given(st.integers(2, 36), st.integers(1, 300), st.integers(1, 300))
def test_one_item_alone_is_the_single_rate_and_every_item_adds(months, first, second):
    lent = months * 1_000_00
    principal = [(1_000_00, MONTH * i) for i in range(1, months + 1)]
    one, two = (
        CostItem(name, tuple((lent * rate // 10_000 + 1, MONTH * i) for i in range(1, months + 1)))
        for name, rate in (("one", first), ("two", second))
    )
    alone = cost_table(Money(lent), principal, [one], 360)
    both = cost_table(Money(lent), principal, [one, two], 360)
    assert alone.added == alone.single == alone.items[0].rate == both.items[0].rate
    assert both.added.simple == sum((item.rate.simple for item in both.items), Decimal(0))
    assert both.single.simple > max(item.rate.simple for item in both.items)


def test_a_plan_shows_its_interest_and_fees_apart_beside_its_own_rate():
    made = plan(method="flat_fee", instalments=12, rate=annual("0"), period_fee=Decimal("0.006"))
    table = cost_of_schedule(made)
    assert table is not None and [one.item.code for one in table.items] == ["fee"]
    assert table.single == made.true_rate == table.added
    assert table.cost == made.totals.fee + made.totals.interest


def test_a_plan_without_costs_says_so():
    table = cost_of_schedule(plan(method="interest_free", instalments=12, rate=annual("0")))
    assert table is not None and not table.items and table.cost == Money(0) and table.single.compound == Decimal(0)
