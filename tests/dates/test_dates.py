"""Calendar steps: clamped month ends, half-open periods, and the ways a day is written."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workstation.dates import Period, add_months, month_end, months_between, parse_day, parse_offset_instant
from workstation.errors import Refused
from workstation.evidence.statements.cells import moment
from workstation.profile.portfolio import cells

DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))


@pytest.mark.parametrize(
    ("day", "months", "anchor", "expected"),
    [
        (date(2026, 1, 31), 1, None, date(2026, 2, 28)),
        (date(2027, 2, 28), 1, 31, date(2027, 3, 31)),
        (date(2028, 1, 31), 1, None, date(2028, 2, 29)),
        (date(2026, 12, 10), 1, None, date(2027, 1, 10)),
        (date(2026, 3, 31), -1, None, date(2026, 2, 28)),
        (date(2024, 2, 29), 12, None, date(2025, 2, 28)),
    ],
)
def test_month_steps_clamp_to_the_end_of_the_month(day, months, anchor, expected):
    assert add_months(day, months, anchor) == expected


@given(DAYS, st.integers(0, 400))
def test_a_month_step_lands_in_the_right_month(day, months):
    there = add_months(day, months)
    assert (there.year * 12 + there.month) - (day.year * 12 + day.month) == months
    assert there.day == min(day.day, month_end(there.year, there.month).day)


def test_periods_are_half_open():
    may = Period(date(2026, 5, 1), date(2026, 6, 1))
    assert may.holds(date(2026, 5, 31))
    assert not may.holds(date(2026, 6, 1))
    assert Period(date(2026, 5, 1)).covers(may)
    assert not may.covers(Period(date(2026, 5, 1)))
    assert not may.covers(Period(date(2026, 5, 2), date(2026, 6, 2)))


def test_months_between_holds_both_ends():
    assert list(months_between(date(2025, 11, 30), date(2026, 2, 1))) == [(2025, 11), (2025, 12), (2026, 1), (2026, 2)]


@pytest.mark.parametrize("text", ["2026-11-03", "2026/11/3", "2026.11.03", "20261103", "2026年11月3日", " 2026-11-3 "])
def test_reads_days_as_people_write_them(text):
    assert parse_day(text) == date(2026, 11, 3)


@pytest.mark.parametrize(
    "text", ["", "2026-02-30", "03/11/2026", "today", "2026-11", "26-11-03", "2026-11-03-01", f"2026-11-{9**40}"]
)
def test_refuses_what_is_no_day(text):
    with pytest.raises(Refused) as refusal:
        parse_day(text)
    assert refusal.value.findings[0].code == "day_unreadable"


@pytest.mark.parametrize("text", ["9999-12-31", "2200-01-01", "1899-12-31", "1150-11-23"])
def test_a_year_that_can_only_be_a_slip_is_named(text):
    """What is counted from such a day, a deadline or the next instalment, runs out of the calendar."""
    with pytest.raises(Refused, match="day_beyond_range"):
        parse_day(text)
    assert parse_day("2199-12-31") == date(2199, 12, 31)


@pytest.mark.parametrize(
    "text",
    [
        "115/11/03", "115.11.3", "1151103", "民國115年11月3日", "民国115年11月03日", "中華民國 115 年 11 月 3 日", "115年11月3日",
        "2026 11 03", "2026－11－03", "2026–11–03", "２０２６年１１月３日", "2026 年 11 月 3 日", "2026年11月3號", "2026. 11. 3",
    ],
)  # fmt: skip
def test_days_as_people_and_banks_write_them(text):
    assert parse_day(text) == date(2026, 11, 3)


def test_a_short_year_of_the_republic_needs_its_name():
    assert parse_day("民國99年1月2日") == date(2010, 1, 2)
    for text in (
        "99/1/2",
        "99年1月2日",
        "201/01/02",
        "900/01/02",
        "2261103",
        "26 11 03",
        "20261103 1",
        "٢٠٢٦-11-03",
    ):
        with pytest.raises(Refused):
            parse_day(text)


@pytest.mark.parametrize(
    ("text", "local"),
    [
        ("2026-03-31T23:30:00Z", "2026-04-01T07:30"), ("2026-03-31 23:30:00+0800", "2026-03-31T23:30"),
        ("2026-03-31T15:59:59.000Z", "2026-03-31T23:59:59"), ("2026/03/31 20:00 -05", "2026-04-01T09:00"),
        ("2026-03-31T16:00+00:00", "2026-04-01T00:00"),
    ],
)  # fmt: skip
def test_an_instant_with_its_offset_falls_on_the_day_at_home(text, local):
    assert parse_offset_instant(text) == datetime.fromisoformat(local)
    assert cells.day(text) == moment(text)[0] == datetime.fromisoformat(local).date()


@pytest.mark.parametrize("text", ["2026-03-31", "2026-03-31 23:30:00", "Z", "2026-03-31Z", "2026-03-31 +0800"])
def test_a_time_without_an_offset_is_local(text):
    assert parse_offset_instant(text) is None


@given(DAYS)
def test_an_iso_day_reads_back(day):
    assert parse_day(day.isoformat()) == day
    assert Period(day, day + timedelta(1)).holds(day)
