"""Moments of contacts as typed, and corrections: what counts, what is refused."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from workstation.conversation.contact import (
    ContactEntry,
    correction_findings,
    correction_of,
    moment_of,
    parse_clock,
    valid_entries,
)
from workstation.errors import Refused

CHINA = timezone(timedelta(hours=8))
NOW = datetime(2026, 11, 23, 6, 30, tzinfo=UTC)
FIRST = ContactEntry("k1", "c1", NOW, "甲")
SECOND = ContactEntry("k2", "c1", NOW, "甲", corrects="k1")


@pytest.mark.parametrize("text", ["9:05", "09:05", "0905", "9.05", "9：05", "9时05分", "9點05分"])
def test_a_time_in_any_usual_form(text):
    assert f"{parse_clock(text):%H:%M}" == "09:05"


@pytest.mark.parametrize("text", ["", "24:00", "9:60", "9", "905", "ab"])
def test_what_is_no_time_is_refused(text):
    with pytest.raises(Refused, match="clock_unreadable"):
        parse_clock(text)


@pytest.mark.parametrize(
    ("day", "clock", "at"),
    [
        (None, "", NOW),
        (date(2026, 11, 23), "", NOW),
        (None, "9:05", datetime(2026, 11, 23, 1, 5, tzinfo=UTC)),
        (date(2026, 11, 1), "0905", datetime(2026, 11, 1, 1, 5, tzinfo=UTC)),
        (None, "14:30", NOW),
    ],
)
def test_a_moment(day, clock, at):
    assert moment_of(day, clock, NOW, CHINA) == at


@pytest.mark.parametrize(
    ("day", "clock", "code"),
    [
        (None, "14:31", "contact_in_future"),
        (date(2026, 11, 24), "", "contact_in_future"),
        (date(2026, 11, 22), "", "contact_clock_needed"),
    ],
)
def test_a_moment_that_cannot_be(day, clock, code):
    with pytest.raises(Refused, match=code):
        moment_of(day, clock, NOW, CHINA)


def test_what_is_corrected_no_longer_counts():
    assert valid_entries((FIRST, SECOND)) == (SECOND,)
    assert correction_of(FIRST, (FIRST, SECOND)) is SECOND
    assert correction_of(SECOND, (FIRST, SECOND)) is None


def test_a_correction_names_an_entry_that_nobody_corrected():
    assert correction_findings(FIRST, ()) == correction_findings(SECOND, (FIRST,)) == ()
    assert [one.code for one in correction_findings(SECOND, ())] == ["contact_entry_unknown"]
    again = ContactEntry("k3", "c1", NOW, "甲", corrects="k1")
    assert [one.code for one in correction_findings(again, (FIRST, SECOND))] == ["contact_corrected"]
