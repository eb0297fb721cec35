"""Amounts that fall exactly between two fen: every figure of a schedule rounds them as its terms name it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.plan.plans import payments, plan, rounding, yuan

MODES = ("half_up", "half_even", "up", "down")


def by_mode(figure, **changes) -> list[str]:
    """A figure of the plan under each rounding, in the order of `MODES`."""
    return [figure(plan(rounding=rounding("0.01", mode), **changes)).text() for mode in MODES]


@pytest.mark.parametrize(
    ("principal", "interest"),
    [
        ("1.00", ["0.02", "0.02", "0.02", "0.01"]),  # 1.5 % of 100 fen are 1.5 fen
        ("3.00", ["0.05", "0.04", "0.05", "0.04"]),  # 4.5 fen
        ("5.00", ["0.08", "0.08", "0.08", "0.07"]),  # 7.5 fen
        ("7.00", ["0.11", "0.10", "0.11", "0.10"]),  # 10.5 fen
        ("7.01", ["0.11", "0.11", "0.11", "0.10"]),  # 10.515 fen: no tie
        ("2.00", ["0.03", "0.03", "0.03", "0.03"]),  # 3 fen: nothing to round
    ],
)
@pytest.mark.parametrize("method", ["equal_principal", "equal_instalment"])
def test_interest_of_a_row(method, principal, interest):
    assert by_mode(lambda made: made.rows[0].interest, principal=principal, instalments=2, method=method) == interest


def test_the_even_amount():
    """2.5 fen a row of two, the last takes what is left."""
    found = {
        mode: payments(plan(principal="0.05", instalments=2, method="interest_free", rounding=rounding("0.01", mode)))
        for mode in MODES
    }
    assert found == {
        "half_up": ["0.03", "0.02"],
        "half_even": ["0.02", "0.03"],
        "up": ["0.03", "0.02"],
        "down": ["0.02", "0.03"],
    }


def test_the_even_amount_in_whole_yuan():
    """2.50 yuan a row of two in whole yuan."""
    found = {
        mode: payments(plan(principal="5", instalments=2, method="interest_free", rounding=rounding("1.00", mode)))
        for mode in MODES
    }
    assert found == {
        "half_up": ["3.00", "2.00"],
        "half_even": ["2.00", "3.00"],
        "up": ["3.00", "2.00"],
        "down": ["2.00", "3.00"],
    }


def test_a_period_fee():
    fees = by_mode(
        lambda made: made.rows[0].fee, principal="3", instalments=3, method="flat_fee", period_fee=Decimal("0.015")
    )
    assert fees == ["0.05", "0.04", "0.05", "0.04"]


def test_flat_interest_of_a_row():
    """4.5 fen a row of three, 13.5 in all: the total is rounded itself, the last row takes the difference."""
    changes = {"principal": "3", "instalments": 3, "method": "flat_interest"}
    assert by_mode(lambda made: made.rows[0].interest, **changes) == ["0.05", "0.04", "0.05", "0.04"]
    assert by_mode(lambda made: made.totals.interest, **changes) == ["0.14", "0.14", "0.14", "0.13"]


def test_interest_of_a_deferral():
    changes = {"principal": "3", "instalments": 2, "deferral_months": 1, "deferral_interest": "accrues"}
    assert by_mode(lambda made: made.totals.carried, **changes) == ["0.05", "0.04", "0.05", "0.04"]


@pytest.mark.parametrize(
    ("principal", "rows", "amounts"),
    [
        ("3.00", 2, ["1.53", "1.53"]),  # the first row's 4.5 fen of interest are 4
        ("3.00", 3, ["1.03", "1.03", "1.03"]),
        ("7.00", 3, ["2.41", "2.40", "2.40"]),  # 10.5 fen are 10
    ],
)
def test_a_first_row_that_takes_the_remainder_is_worked_out_with_the_same_ties(principal, rows, amounts):
    found = plan(principal=principal, instalments=rows, remainder="first", rounding=rounding("0.01", "half_even"))
    assert payments(found) == amounts
    assert found.rows[-1].closing == yuan("0")
