"""Bare numbers in a column of days: spreadsheets' serials and instants since 1970, and nothing else."""

from __future__ import annotations

from datetime import datetime

import pytest

from workstation.dates import parse_offset_instant, parse_serial_day


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("46083", datetime(2026, 3, 2)),
        ("46083.5", datetime(2026, 3, 2, 12)),
        ("46083.999988426", datetime(2026, 3, 2, 23, 59, 59)),
        ("1772409600000", datetime(2026, 3, 2, 8)),
        ("1772409600", datetime(2026, 3, 2, 8)),
        ("1772467200000", datetime(2026, 3, 3)),  # 16:00Z is tomorrow in China
    ],
)
def test_what_a_number_stands_for(text, wanted):
    assert parse_serial_day(text) == wanted


@pytest.mark.parametrize(
    "text", ["20000", "99999", "4608", "460830", "20260302", "46083号", "-46083", "１23", "", "9772409600000"]
)
def test_other_numbers_are_no_days(text):
    assert parse_serial_day(text) is None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("2026-03-31T23:30:00Z", datetime(2026, 4, 1, 7, 30)),
        ("2026-04-03 20:00:00 UTC", datetime(2026, 4, 4, 4)),
        ("2026-04-03 20:00 GMT+8", datetime(2026, 4, 3, 20)),
        ("2026/04/03 20:00:00 UTC-05:30", datetime(2026, 4, 4, 9, 30)),
        ("2026-04-02T12:00:00.000+0800", datetime(2026, 4, 2, 12)),
        ("2026-04-03 20:00:00", None),
    ],
)
def test_an_offset_is_never_dropped(text, wanted):
    assert parse_offset_instant(text) == wanted
