"""Due days: month ends, weeks, left-out months, business days and the end of the calendar."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.plan.plans import plan
from workstation.plan.schedule.terms import Every
from workstation.plan.schedule.working_days import working_days


def due(**changes) -> list[str]:
    return [row.due_on.isoformat() for row in plan(method="interest_free", **changes).rows]


def test_month_ends_return_to_the_first_due_day():
    found = due(instalments=5, first_due=date(2027, 1, 31))
    assert found == ["2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30", "2027-05-31"]
    assert due(instalments=3, first_due=date(2027, 12, 30))[2] == "2028-02-29"


def test_weeks_and_quarters():
    assert due(instalments=3, every=Every(0, 14)) == ["2026-12-10", "2026-12-24", "2027-01-07"]
    assert due(instalments=3, every=Every(3)) == ["2026-12-10", "2027-03-10", "2027-06-10"]


def test_left_out_months_count_no_rows():
    found = due(instalments=6, skip_months=(1, 2))
    assert found == ["2026-12-10", "2027-03-10", "2027-04-10", "2027-05-10", "2027-06-10", "2027-07-10"]


@pytest.mark.parametrize(
    ("rule", "found"),
    [
        ("none", ["2026-01-31", "2026-02-28", "2026-03-31"]),
        ("following", ["2026-02-02", "2026-02-28", "2026-03-31"]),
        ("preceding", ["2026-01-30", "2026-02-28", "2026-03-31"]),
        ("modified_following", ["2026-01-30", "2026-02-28", "2026-03-31"]),
    ],
)
def test_a_saturday_shifts_but_one_that_is_worked_does_not(rule, found):
    """31 January 2026 is a Saturday; Saturday 28 February is worked for the Spring Festival."""
    start = date(2026, 1, 1)
    assert due(instalments=3, interest_from=start, first_due=date(2026, 1, 31), shift=rule, calendar="cn") == found


def test_golden_week_moves_two_weekly_payments_to_two_days():
    found = due(
        instalments=2, interest_from=date(2026, 9, 1), first_due=date(2026, 10, 1), every=Every(0, 6),
        shift="following", calendar="cn",
    )  # fmt: skip
    assert found == ["2026-10-08", "2026-10-09"]


def test_days_beyond_the_calendar_are_named():
    found = plan(shift="following", calendar="cn", instalments=3)
    (finding,) = found.findings
    assert (finding.code, finding.figures["day"]) == ("calendar_ends", "2027-01-11")
    assert plan(shift="following", instalments=3).findings == ()


@pytest.mark.parametrize("rule", ["following", "preceding", "modified_following"])
@pytest.mark.parametrize("days", [1, 2, 5])
def test_due_days_never_meet(rule, days):
    found = due(instalments=200, every=Every(0, days), shift=rule, calendar="cn", first_due=date(2026, 9, 25),
                interest_from=date(2026, 9, 1))  # fmt: skip
    assert len(set(found)) == 200
    assert found == sorted(found)


def test_interest_runs_to_the_shifted_day_under_actual_days_only():
    saturday = {"interest_from": date(2026, 11, 12), "first_due": date(2026, 12, 12), "shift": "following"}
    assert plan(**saturday).rows[0].days == 30
    assert plan(**saturday, day_count="actual/365").rows[0].days == 32


def test_the_calendar_knows_its_holidays():
    calendar = working_days("cn")
    assert not calendar.holds(date(2026, 10, 1))
    assert calendar.holds(date(2026, 10, 10))
    assert not calendar.holds(date(2026, 10, 11))
    days = [date(2026, 1, 1) + timedelta(days=i) for i in range(365)]
    assert sum(map(calendar.holds, days)) == 248
