"""Schedules of every method, with figures that a banker can check by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.plan.plans import annual, fixed, payments, plan, refusal, rounding, steps, terms, yuan
from workstation.errors import Refused
from workstation.plan.schedule.calculate import schedule
from workstation.plan.schedule.terms import Every
from workstation.rates import Rate

CENT = rounding("0.01")


@pytest.mark.parametrize(
    ("rate", "instalment"),
    [("0", "833.33"), ("0.0605", "967.80"), ("0.12", "1112.22"), ("0.18", "1269.67"), ("0.24", "1438.40")],
)
def test_level_payment_of_fifty_thousand_over_sixty_months(rate, instalment):
    found = plan(rate=annual(rate))
    assert set(payments(found)[:-1]) == {instalment}
    assert found.rows[-1].closing == yuan("0")


def test_interest_free_rows_are_even_and_the_last_takes_the_remainder():
    assert payments(plan(method="interest_free")) == ["833.33"] * 59 + ["833.53"]
    assert payments(plan(method="interest_free", rounding=rounding("0.01", "up"))) == ["833.34"] * 59 + ["832.94"]
    assert payments(plan(method="interest_free", remainder="first")) == ["833.53"] + ["833.33"] * 59
    assert payments(plan(method="interest_free", rounding=rounding("10.00"))) == ["830.00"] * 59 + ["1030.00"]


def test_first_rows_of_a_level_plan():
    rows = [
        (row.no, row.due_on.isoformat(), row.days, *(getattr(row, name).text() for name in
         ("opening", "interest", "principal", "payment", "closing")))
        for row in plan().rows[:3]
    ]  # fmt: skip
    assert rows == [
        (1, "2026-12-10", 30, "50000.00", "750.00", "519.67", "1269.67", "49480.33"),
        (2, "2027-01-10", 30, "49480.33", "742.20", "527.47", "1269.67", "48952.86"),
        (3, "2027-02-10", 30, "48952.86", "734.29", "535.38", "1269.67", "48417.48"),
    ]


@pytest.mark.parametrize(
    ("fee", "rows", "total", "simple", "compound"),
    [
        ("0.005", 12, "0.060", "0.1090", "0.1146"),
        ("0.006", 6, "0.036", "0.1224", "0.1295"),
        ("0.006", 12, "0.072", "0.1303", "0.1384"),
        ("0.006", 24, "0.144", "0.1327", "0.1410"),
        ("0.006", 60, "0.360", "0.1283", "0.1361"),
        ("0.0075", 12, "0.090", "0.1622", "0.1748"),
    ],
)
def test_a_fee_on_the_original_principal_costs_nearly_twice_its_sum(fee, rows, total, simple, compound):
    found = plan(principal="60000", method="flat_fee", period_fee=Decimal(fee), instalments=rows)
    assert found.totals.fee == yuan("60000").times(Decimal(total), CENT)
    assert found.true_rate is not None
    assert round(found.true_rate.simple, 4) == Decimal(simple)
    assert round(found.true_rate.compound, 4) == Decimal(compound)
    assert {row.principal for row in found.rows} == {yuan("60000").times(Decimal(1) / rows, CENT)}


def test_equal_principal_pays_interest_on_what_is_left():
    found = plan(principal="1200", method="equal_principal", instalments=3, rate=annual("0.12"))
    assert payments(found) == ["412.00", "408.00", "404.00"]
    assert {row.principal for row in found.rows} == {yuan("400")}


def test_flat_interest_is_exact_in_total_and_level_in_payment():
    found = plan(principal="1000", method="flat_interest", instalments=3, rate=annual("0.10"))
    assert payments(found) == ["341.67", "341.67", "341.66"]
    assert [row.interest.text() for row in found.rows] == ["8.33", "8.33", "8.34"]


def test_old_amounts_go_where_they_are_treated():
    old = {"interest": "100", "penalty": "30", "fees": "5", "principal": "1000", "instalments": 4, "rate": annual("0")}
    spread = plan(**old)
    assert [row.carried.text() for row in spread.rows] == ["33.75"] * 4
    parted = plan(**old, treat_interest="waive", treat_penalty="first_instalment", treat_fees="up_front")
    assert [row.carried.text() for row in parted.rows] == ["30.00", "0.00", "0.00", "0.00"]
    assert (parted.waived.interest, parted.waived.penalty, parted.up_front) == (yuan("100"), yuan("0"), yuan("5"))
    joined = plan(**old, treat_interest="capitalise", treat_penalty="waive", treat_fees="waive")
    assert joined.rows[0].opening == yuan("1100")


def test_cents_that_do_not_divide_are_carried_by_the_first_rows():
    found = plan(interest="100", principal="6000", method="interest_free")
    carried = [row.carried.text() for row in found.rows]
    assert carried == ["1.67"] * 40 + ["1.66"] * 20


def test_waiver_and_down_payment_come_off_the_principal():
    found = plan(waive_principal="10000", down_payment="4000", method="interest_free", instalments=36)
    assert (found.rows[0].opening, found.up_front, found.waived.principal) == (
        yuan("36000"), yuan("4000"), yuan("10000"),
    )  # fmt: skip
    assert set(payments(found)) == {"1000.00"}


def test_grace_rows_pay_interest_only_or_none():
    interest_only = plan(grace_principal=3, instalments=12)
    assert payments(interest_only)[:3] == ["750.00"] * 3
    assert interest_only.rows[2].closing == yuan("50000")
    free = plan(grace_interest=2, instalments=12)
    assert [row.interest.text() for row in free.rows[:3]][:2] == ["0.00", "0.00"]
    assert free.rows[2].interest > yuan("0")
    assert payments(plan(grace_principal=2, grace_interest=2, instalments=4))[:2] == ["0.00", "0.00"]


@pytest.mark.parametrize(("free", "charged"), [(0, 12), (1, 11), (11, 1), (12, 0)])
def test_so_many_rows_are_free_of_interest(free, charged):
    found = plan(grace_interest=free, instalments=12)
    assert [bool(row.interest) for row in found.rows] == [False] * free + [True] * charged


def test_deferral_moves_the_first_due_day_and_stops_or_spreads_interest():
    stopped = plan(deferral_months=3)
    assert (stopped.rows[0].due_on, stopped.rows[0].interest) == (date(2027, 3, 10), yuan("750"))
    assert stopped.totals.carried == yuan("0")
    running = plan(deferral_months=3, deferral_interest="accrues")
    assert running.totals.carried == yuan("2250")
    assert {row.carried for row in running.rows} == {yuan("37.50")}


def test_deferral_that_fits_before_the_first_due_day_leaves_it():
    found = plan(deferral_months=3, first_due=date(2027, 3, 10))
    assert (found.rows[0].due_on, found.rows[0].days) == (date(2027, 3, 10), 30)


def test_steps_rise_and_the_last_is_solved():
    found = plan(method="step", instalments=24, principal="20000", steps=steps((1, "500"), (13, None)))
    assert set(payments(found)[:12]) == {"500.00"}
    assert len(set(payments(found)[12:23])) == 1
    before = plan(method="step", instalments=24, principal="20000", steps=steps((13, "1200")))
    assert set(payments(before)[12:23]) == {"1200.00"}
    assert len(set(payments(before)[:12])) == 1


def test_fixed_payments_stand_and_the_rest_is_even():
    found = plan(fixed=fixed((1, "5000"), (7, "200")), method="interest_free", instalments=12)
    assert payments(found)[0] == "5000.00"
    assert payments(found)[6] == "200.00"
    assert {payments(found)[i] for i in (1, 2, 3, 4, 5, 7, 8, 9, 10)} == {"4480.00"}


def test_a_fixed_last_payment_stands_too():
    found = plan(instalments=12, fixed=fixed((12, "1000")))
    assert payments(found)[11] == "1000.00"
    assert found.rows[-1].closing == yuan("0")


def test_custom_and_lump_sum_solve_their_last_row():
    custom = plan(
        method="custom", principal="1000", rate=annual("0"), instalments=3, fixed=fixed((1, "200"), (2, "300"))
    )
    assert payments(custom) == ["200.00", "300.00", "500.00"]
    assert payments(plan(method="lump_sum", principal="1000", rate=annual("0"), instalments=None)) == ["1000.00"]
    parts = plan(method="lump_sum", principal="1000", rate=annual("0"), instalments=3, fixed=fixed((1, "400")))
    assert payments(parts) == ["400.00", "300.00", "300.00"]


def test_left_out_months_have_no_row_and_their_interest_is_paid_next():
    found = plan(principal="12000", instalments=12, skip_months=(2,), rate=annual("0.12"))
    assert [row.due_on.month for row in found.rows][:4] == [12, 1, 3, 4]
    march = found.rows[2]
    assert march.days == 60
    assert march.interest == march.opening.times(Decimal("0.02"), CENT)


def test_a_row_after_left_out_months_pays_at_least_its_interest():
    found = plan(skip_months=(2,))
    assert [(finding.code, finding.figures["rows"]) for finding in found.findings] == [("interest_only_rows", "3")]
    assert found.rows[2].principal == yuan("0")
    assert found.rows[-1].closing == yuan("0")


def test_affordable_finds_the_fewest_rows():
    found = plan(instalments=None, affordable="1300")
    assert len(found.rows) == 58
    assert max(row.payment for row in found.rows) <= yuan("1300")
    assert max(row.payment for row in plan(instalments=57).rows) > yuan("1300")
    # The remainder counts: at 833.33 the sixtieth payment would be 833.53.
    assert len(plan(method="interest_free", instalments=None, affordable="833.33").rows) == 61
    assert len(plan(method="interest_free", instalments=None, affordable="833.53").rows) == 60


def test_the_remainder_row_may_be_the_first():
    found = plan(remainder="first", rounding=rounding("10.00", "down"))
    assert set(payments(found)[1:-1]) == {"1260.00"}
    assert payments(found)[0] != "1260.00"
    assert abs((found.rows[-1].payment - yuan("1260")).minor) <= 2


@pytest.mark.parametrize(
    ("changes", "finding"),
    [
        ({"fixed": fixed((5, "500"))}, ("negative_amortisation", "fixed")),
        ({"method": "step", "steps": steps((1, "600"), (13, None))}, ("negative_amortisation", "row 1")),
        ({"instalments": None, "affordable": "700"}, ("negative_amortisation", "affordable")),
        ({"first_due": date(2027, 6, 10)}, ("negative_amortisation", "row 1")),
        ({"rounding": rounding("100.00", "up"), "method": "interest_free"}, ("rows_impossible", "instalments")),
        ({"fixed": fixed((1, "51000"))}, ("fixed_too_much", "fixed")),
        ({"method": "custom", "instalments": 3, "fixed": fixed((1, "9000"))}, ("fixed_missing", "fixed")),
        ({"method": "custom", "instalments": 2, "fixed": fixed((1, "90000"))}, ("fixed_too_much", "fixed")),
        ({"method": "step"}, ("steps_missing", "steps")),
        ({"instalments": None}, ("instalments_missing", "instalments")),
        ({"affordable": "100"}, ("instalments_or_affordable", "instalments")),
        ({"instalments": 0}, ("number_range", "instalments")),
        ({"instalments": 10**9}, ("number_range", "instalments")),
        ({"grace_principal": 60}, ("number_range", "grace.principal")),
        ({"down_payment": "50000.01"}, ("amount_too_large", "down_payment")),
        ({"waive_principal": "50000.01"}, ("amount_too_large", "waive_principal")),
        ({"principal": yuan("-1")}, ("amount_negative", "principal")),
        ({"first_due": date(2026, 11, 9)}, ("day_too_early", "first_due")),
        ({"skip_months": tuple(range(1, 13))}, ("no_month_left", "skip_months")),
        ({"every": Every(12), "skip_months": (12,)}, ("no_month_left", "skip_months")),
        ({"every": Every(0, 0)}, ("number_range", "every.months")),
        ({"calendar": "mars", "shift": "following"}, ("calendar_unknown", "shift.calendar")),
        ({"rate": annual("-0.01")}, ("rate_negative", "rate")),
        ({"fixed": fixed((1, "1"), (1, "2"))}, ("rows_repeated", "fixed")),
        ({"fixed": fixed((61, "1"))}, ("number_range", "fixed[0]")),
        ({"method": "step", "steps": steps((1, None), (2, "5"))}, ("step_amount_missing", "steps[0].amount")),
    ],
)
def test_what_cannot_be_planned_is_refused_with_its_key(changes, finding):
    assert finding in refusal(**changes)


@pytest.mark.parametrize("principal", ["0", "0.01", "0.30", "0.59", "1.00", "17.10", "18.00"])
@pytest.mark.parametrize("mode", ["half_up", "half_even", "up", "down"])
def test_tiny_debts_end_at_nothing_or_are_refused_with_the_rows_they_fill(principal, mode):
    changes = {"principal": principal, "method": "interest_free", "rounding": rounding("0.01", mode)}
    try:
        found = plan(**changes)
    except Refused as refused:
        (finding,) = refused.findings
        assert (finding.code, finding.figures["rows"]) == ("rows_impossible", "60")
        fewer = plan(**changes, instalments=int(finding.figures["needed"]))
        assert fewer.rows[-1].payment > yuan("0")
        return
    assert (len(found.rows), found.rows[-1].closing) == (60, yuan("0"))
    assert found.rows[-1].payment > yuan("0") or principal == "0"


def test_a_cent_a_row_that_does_not_fill_them_is_refused():
    tiny = {"principal": "0.05", "method": "interest_free", "instalments": 10, "rounding": rounding("0.01")}
    assert ("rows_impossible", "instalments") in refusal(**tiny)


@pytest.mark.parametrize(
    ("day_count", "interest"),
    [("30/360", "750.00"), ("actual/365", "739.73"), ("actual/360", "750.00"), ("actual/actual", "739.73")],
)
def test_first_interest_by_day_count(day_count, interest):
    assert plan(day_count=day_count).rows[0].interest == yuan(interest)


@pytest.mark.parametrize("rate", [Rate(Decimal("0.0005"), "daily"), Rate(Decimal("0.015"), "monthly"), annual("0.18")])
def test_rates_by_day_month_and_year_agree_under_thirty_days(rate):
    assert plan(rate=rate) == plan(rate=rate)
    assert plan(rate=rate).rows == plan().rows


def test_the_true_rate_is_the_contract_rate():
    found = schedule(terms(principal="5000000"))
    assert found.true_rate is not None
    assert abs(found.true_rate.simple - Decimal("0.18")) < Decimal("1e-8")
    assert abs(found.true_rate.compound - (Decimal("1.015") ** 12 - 1)) < Decimal("1e-8")


def test_carried_amounts_are_no_cost_of_the_plan():
    found = plan(interest="3000", method="interest_free")
    assert found.true_rate is not None
    assert not found.true_rate.simple
    assert not found.true_rate.compound
    assert plan(principal="0").true_rate is None
