"""Rules that hold for every schedule, whatever the terms."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise
from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.plan.plans import annual, terms
from tests.plan.random_terms import random_terms
from tests.prove import how_many
from workstation.errors import Refused
from workstation.money import Money, Rounding
from workstation.plan.calc.calc import answer
from workstation.plan.calc.terms_json import schedule_to_json, terms_from_json, terms_to_json
from workstation.plan.schedule.calculate import Schedule, schedule
from workstation.plan.schedule.terms import Terms


def holds(asked: Terms, found: Schedule) -> None:
    """All that must be true of any schedule."""
    rows = found.rows
    assert len(rows) == asked.instalments
    assert rows[-1].closing_minor == 0
    for row, after in pairwise(rows):
        assert row.closing_minor == after.opening_minor
        assert row.due_on < after.due_on
    for row in rows:
        parts = (row.principal_minor, row.interest_minor, row.fee_minor, row.carried_minor)
        assert row.payment_minor == sum(parts)
        assert min(*parts, row.closing_minor) >= 0
        assert row.closing_minor == row.opening_minor - row.principal_minor
    solved = {asked.instalments} if asked.method in ("custom", "lump_sum") or len(asked.fixed) == len(rows) else set()
    for payment in asked.fixed:
        assert payment.no in solved or rows[payment.no - 1].payment == payment.amount
    owed = asked.principal + asked.interest + asked.penalty + asked.fees
    waived = found.waived.principal + found.waived.interest + found.waived.penalty + found.waived.fees
    accounted = found.totals.principal + found.totals.carried + found.up_front + waived
    assert accounted == owed or (asked.deferral_interest == "accrues" and accounted >= owed)


TERMS = how_many(4_000, 200_000)


@pytest.mark.prove
def test_thousands_of_terms_by_chance():
    outcomes: Counter[str] = Counter()
    for seed in range(TERMS):
        asked = random_terms(Random(seed))
        try:
            found = schedule(asked)
        except Refused as refusal:
            outcomes[refusal.findings[0].code] += 1
            continue
        outcomes["planned"] += 1
        holds(asked, found)
        if seed % 10 == 0:
            assert terms_from_json(terms_to_json(asked)) == asked
    assert outcomes["planned"] > 0.65 * TERMS
    assert set(outcomes) <= {
        "planned", "negative_amortisation", "rows_impossible", "fixed_too_much", "payment_too_large", "fixed_last_row",
    }  # fmt: skip


@pytest.mark.prove
@settings(max_examples=how_many(150, 5000), deadline=None)
@given(st.integers(100_000, 10**9), st.integers(2, 120), st.integers(0, 3600), st.sampled_from(["last", "first"]))
def test_instalments_are_even_but_for_the_remainder(principal, rows, basis_points, remainder):
    # Below 1,000.00 half a cent in each of 120 payments can outgrow a whole payment; such a debt is not paid in 120 parts.
    rate = annual(str(Decimal(basis_points) / 10000))
    found = schedule(terms(principal=Money(principal), instalments=rows, rate=rate, remainder=remainder))
    paid = [row.payment_minor for row in found.rows]
    assume(rows > 2)
    assert len(set(paid[1:-1])) == 1
    if remainder == "last":
        assert paid[0] == paid[1]
    else:
        # One row cannot always hit nothing to the cent; the last may differ by what a few cents grow to meanwhile.
        growth = (1 + Decimal(basis_points) / 120000) ** rows
        assert abs(paid[-1] - paid[-2]) <= 3 * growth + 2


@pytest.mark.prove
@settings(max_examples=how_many(100, 5000), deadline=None)
@given(st.integers(10**5, 10**8), st.integers(2, 60), st.integers(0, 3000))
def test_dearer_or_shorter_plans_have_higher_payments(principal, rows, basis_points):
    def first_payment(n: int, points: int) -> int:
        found = schedule(terms(principal=Money(principal), instalments=n, rate=annual(str(Decimal(points) / 10000))))
        return found.rows[0].payment_minor

    assert first_payment(rows, basis_points) <= first_payment(rows, basis_points + 10)
    assert first_payment(rows, basis_points) <= first_payment(rows - 1, basis_points)


@pytest.mark.prove
@settings(max_examples=how_many(100, 5000), deadline=None)
@given(st.integers(10**6, 10**9), st.integers(3, 60), st.integers(100, 3000), st.sampled_from(["30/360", "actual/365"]))
def test_the_true_rate_of_the_rows_is_the_contract_rate(principal, rows, basis_points, day_count):
    """Schedule → flows → true rate, through the questions of the command line, within what rounding to cents moves."""
    value = Decimal(basis_points) / 10000
    asked = terms(principal=Money(principal), instalments=rows, rate=annual(str(value)), day_count=day_count)
    found = answer("schedule", terms_to_json(asked))
    flows = [{"period": "0", "amount": f"-{found['rows'][0]['opening']}"}]
    flows += [{"period": str(row["no"]), "amount": row["payment"]} for row in found["rows"]]
    if day_count == "30/360":
        asked_rate = {"convention": "simple", "periods_per_year": 12, "flows": flows}
        rate = answer("true-rate", asked_rate)["rate"]
        assert rate == found["true_rate"]["simple"]
        assert abs(Decimal(rate) - value) < Decimal(30) / principal
    else:
        dated = [{"on": asked.interest_from.isoformat(), "amount": flows[0]["amount"]}]
        dated += [{"on": row["due"], "amount": row["payment"]} for row in found["rows"]]
        rate = answer("true-rate", {"convention": "compound", "flows": dated})["rate"]
        assert rate == found["true_rate"]["compound"]


@pytest.mark.prove
@settings(max_examples=how_many(60, 5000), deadline=None)
@given(st.integers(0, 10**6))
def test_larger_amounts_scale_without_rounding_noise(seed):
    """A hundred times the debt, rounded a hundred times as coarse, is the same plan a hundred times over."""
    chance = Random(seed)
    asked = terms(principal=Money(chance.randint(10**5, 10**7)), instalments=chance.randint(2, 60), rate=annual("0"))
    large = replace(asked, principal=Money(asked.principal.minor * 100), rounding=Rounding(100))
    try:
        found, scaled = schedule(asked), schedule(large)
    except Refused:
        return
    assert [row.payment_minor * 100 for row in found.rows] == [row.payment_minor for row in scaled.rows]


@pytest.mark.parametrize(
    "method", ["equal_instalment", "equal_principal", "interest_free", "flat_fee", "flat_interest"]
)
@pytest.mark.parametrize("affordable", [90_000, 130_000, 400_000, 5_100_000])
def test_affordable_is_the_fewest(method, affordable):
    asked = terms(method=method, period_fee=Decimal("0.002"), instalments=None, affordable=Money(affordable))
    found = schedule(asked)
    assert max(row.payment_minor for row in found.rows) <= affordable
    for rows in range(1, len(found.rows)):
        shorter = schedule(replace(asked, affordable=None, instalments=rows))
        assert max(row.payment_minor for row in shorter.rows) > affordable


def test_a_schedule_as_json_has_only_text_and_whole_numbers():
    found = schedule_to_json(schedule(terms(first_due=date(2026, 12, 31), interest="12.34")))
    figures = [value for row in found["rows"] for value in row.values()]
    assert all(isinstance(value, (str, int)) for value in figures)
