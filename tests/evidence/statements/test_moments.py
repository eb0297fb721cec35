"""Days and times as they are printed: read by their own form, the quick way as the long one; days to come are told."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.evidence.statements.samples import CLOTHES, entries, written
from workstation.errors import Refused
from workstation.evidence.statements.cells import moment
from workstation.evidence.statements.readers import read_statement
from workstation.evidence.statements.statement import analyse

STATEMENT = read_statement(written(CLOTHES["cmb.debit"](entries())).encode())
LAST = max(one.on for one in STATEMENT.transactions)


@pytest.mark.parametrize(("before", "told"), [(0, False), (1, False), (2, True)])
def test_a_row_of_a_day_to_come_is_told(before, told):
    found = [one for one in analyse(STATEMENT, LAST - timedelta(days=before)).findings if one.code == "day_ahead"]
    rows = {f"row {one.row}" for one in STATEMENT.transactions if one.on == LAST}
    assert {one.subject for one in found} == (rows if told else set())


@pytest.mark.parametrize(
    ("text", "day", "clock"),
    [
        ("46083", "2026-03-02", None),
        ("46083.5", "2026-03-02", "12:00:00"),
        ("1772409600000", "2026-03-02", "08:00:00"),
        ("2026-03-31T23:30:00Z", "2026-04-01", "07:30:00"),
        ("2026-04-03 20:00:00 UTC", "2026-04-04", "04:00:00"),
        ("2026 11 05", "2026-11-05", None),
        ("２０２６－１１－０５", "2026-11-05", None),
        ("115/11/05", "2026-11-05", None),
        ("20261105", "2026-11-05", None),
    ],
)
def test_a_cell_of_a_day_is_read_by_its_own_form(text, day, clock):
    on, at = moment(text)
    assert (on.isoformat(), at and at.time().isoformat()) == (day, clock)


DAYS = (
    "", "2026-05-03", "20260503", "2026/5/3", "2026-02-30", "20260230", "'2026-05-03", " 025-01-01", "0115-08-18", "115/08/18",
    "46083",
    "46083.5", "2026-05-03 09:30:00", "2026-05-03 093000", "20260503 093000", "20260503 09:30:00", "2026-05-03 24:00:00",
    "2026-05-03 23:59:60", "2026-05-03T23:30:00Z", "1500-01-01 00:00:00", "15000101", "２０２６-05-03", "2026-W01-1", "1772409600",
)  # fmt: skip
CLOCKS = (
    "",
    " ",
    "09:30:00",
    "093000",
    "0930",
    "9:30",
    "24:00:00",
    "240000",
    "23:59:60",
    "235960",
    "x",
    "０９:30:00",
    "09:30:00 ",
)


def read(text: str, clock: str) -> tuple[date, datetime | None] | None:
    try:
        return moment(text, clock)
    except Refused:
        return None


def test_the_quick_way_reads_what_the_long_way_reads():
    told = {(text, clock): read(text, clock) for text, clock in product(DAYS, CLOCKS)}
    assert told == {(text, clock): read(f"{text} ", clock) for text, clock in told}  # padding takes the long way
    assert (
        told["2026-05-03", "09:30:00"] == told["20260503", "093000"] == (date(2026, 5, 3), datetime(2026, 5, 3, 9, 30))
    )
    assert told["2026-05-03 093000", ""] == (date(2026, 5, 3), None)


@given(
    st.from_regex(
        r"(?:19|20|21|00)[0-9]{2}-[01][0-9]-[0-3][0-9](?: [0-2][0-9]:[0-6][0-9]:[0-6][0-9])?", fullmatch=True
    ),
    st.booleans(),
)
def test_any_day_and_time_reads_alike_padded_or_not(text, apart):
    day, _, clock = text.partition(" ") if apart else (text, "", "")
    assert read(day, clock) == read(f"{day} ", clock)
