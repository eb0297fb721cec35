"""Contacts against a second judgement written apart from the engine: wall clocks, day counts and runs, told in plain loops."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from random import Random
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.prove import how_many
from workstation.conversation.conduct import Call, Intent, may_contact
from workstation.policy.contact_rules import contact_rules
from workstation.policy.pack import packs

RULES = {**{name: pack.conduct for name, pack in packs().items()}, **contact_rules()}
CARD = RULES["cn-card"]
MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)

# Where clocks jump, where a leap day lies, where years and months end.
DAYS = st.sampled_from(
    [
        date(2026, 11, 23), date(2026, 12, 31), date(2028, 2, 28), date(2028, 2, 29), date(2027, 2, 28),
        date(2026, 3, 28), date(2026, 10, 24), date(2026, 3, 7), date(2026, 10, 31), date(2026, 4, 4),
    ]
)  # fmt: skip
ZONES = st.sampled_from(
    [
        timezone(timedelta(hours=8)), timezone(timedelta(hours=14)), timezone(timedelta(hours=-11)),
        timezone(timedelta(hours=5, minutes=45)), ZoneInfo("Europe/London"), ZoneInfo("America/New_York"),
        ZoneInfo("Australia/Lord_Howe"), ZoneInfo("America/Havana"), UTC,
    ]
)  # fmt: skip
NUMBERS, PERSONS = ("1", "2"), ("", "Zhang", "Li")
CLOCKS = st.sampled_from([0, 1, 7 * 60 + 59, 8 * 60, 12 * 60, 21 * 60 + 59, 22 * 60, 23 * 60 + 59])


@st.composite
def situations(draw):
    """(zone, now, log): up to a dozen attempts in the four days before a moment near an edge of the clock."""
    zone, day, minute = draw(ZONES), draw(DAYS), draw(CLOCKS)
    now = datetime(day.year, day.month, day.day, minute // 60, minute % 60, tzinfo=zone).astimezone(UTC)
    log = [
        Call(
            now - draw(st.integers(-120, 4 * 24 * 60)) * MINUTE,
            draw(st.sampled_from(["debtor", "debtor", "third_party"])),
            draw(st.sampled_from(NUMBERS)),
            person=draw(st.sampled_from(PERSONS)),
            reached=draw(st.sampled_from(["answered", "no_answer", "no_answer", "invalid_number"])),
        )
        for _ in range(draw(st.integers(0, 12)))
    ]
    return zone, now, log


def forbidden(zone, at, seen, party, number, person):
    """The codes against a contact under the card rules, by the book: 22-8, 3 calls, 6 dials, third party as the guideline says."""
    clock, today = at.astimezone(zone), at.astimezone(zone).date()
    codes = set()
    if clock.hour >= 22 or clock.hour < 8:
        codes.add("quiet_hours")
    talks = dialled = dialled_person = 0
    for call in seen:
        if call.at.astimezone(zone).date() != today:
            continue
        if not person:
            mine = call.party == party
        elif call.person:
            mine = call.person == person
        else:
            mine = (call.party == party == "debtor") or call.number == number
        talks += mine and call.reached == "answered"
        dialled += call.number == number
        dialled_person += mine
    if party == "debtor" and talks >= 3:
        codes.add("connected_enough")
    if dialled >= 6:
        codes.add("dialled_enough")
    if person and dialled_person >= 6:
        codes.add("person_dialled_enough")
    return codes | ({"third"} if party == "third_party" and not opened(zone, at, seen) else set())


def opened(zone, at, seen):
    """Whether a third party may be asked."""
    run: list[Call] = []
    for call in seen:
        if call.party == "debtor":
            run = [] if call.reached == "answered" else [*run, call]
    days = {call.at.astimezone(zone).date() for call in run}
    last = {call.number: call.reached for call in run}
    if last and set(last.values()) == {"invalid_number"}:
        return True
    if any({day, day - DAY, day - 2 * DAY} <= days for day in days):
        return True
    return len(run) >= 3 and at.astimezone(zone).date() > run[2].at.astimezone(zone).date()


def first_minute(zone, now, judge):
    """The first whole minute from now, within five days, at which nothing is left; None: none."""
    edges = {now}
    for offset in range(7):
        day = now.astimezone(zone).date() + offset * DAY
        for hour in (0, 8):
            edges.add(datetime(day.year, day.month, day.day, hour, tzinfo=zone).astimezone(UTC))
    return next((edge for edge in sorted(edges) if edge >= now and not judge(edge)), None)


@pytest.mark.prove
@settings(max_examples=how_many(80, 2000))
@given(situations(), st.sampled_from(["debtor", "third_party"]), st.sampled_from(NUMBERS), st.sampled_from(PERSONS))
def test_verdict_and_next_moment_equal_the_second_judgement(situation, party, number, person):
    zone, now, log = situation
    seen = sorted((call for call in log if call.at <= now), key=lambda call: (call.at, call.reached == "answered"))
    verdict = may_contact(CARD, Intent(now, party, number, person=person, zone=zone), log)
    codes = {"third" if one.finding.code.startswith("third") else one.finding.code for one in verdict.reasons}
    assert codes == forbidden(zone, now, seen, party, number, person)
    expected = first_minute(zone, now, lambda at: forbidden(zone, at, seen, party, number, person))
    if verdict.allowed:
        assert expected == now
    else:
        assert verdict.next_allowed == expected


@pytest.mark.prove
@settings(max_examples=how_many(60, 1000))
@given(situations(), st.sampled_from(sorted(RULES)), st.randoms(use_true_random=False))
def test_a_merged_log_gives_one_answer_in_any_order_and_zone(situation, name, shuffled: Random):
    zone, now, log = situation
    numbered = [
        Call(one.at, one.party, one.number, one.connected, one.person, one.reached, id=str(place))
        for place, one in enumerate(log)
    ]
    elsewhere = [
        Call(one.at.astimezone(zone), one.party, one.number, one.connected, one.person, one.reached, id=one.id)
        for one in numbered
    ]
    merged = [*numbered, *elsewhere]
    shuffled.shuffle(merged)
    intent = Intent(now, "debtor", "1", person="Zhang", zone=zone, mandate=True)
    assert may_contact(RULES[name], intent, merged) == may_contact(RULES[name], intent, numbered)


@pytest.mark.prove
@settings(max_examples=how_many(60, 1000))
@given(situations(), st.sampled_from(sorted(RULES)), st.sampled_from(["debtor", "guarantor", "third_party"]))
def test_the_next_moment_is_allowed_and_the_minute_before_is_not(situation, name, party):
    zone, now, log = situation
    intent = Intent(now, party, "1", zone=zone, mandate=True)
    past = [call for call in log if call.at <= now]
    verdict = may_contact(RULES[name], intent, past)
    if verdict.next_allowed is None:
        return
    assert verdict.next_allowed > now
    then = Intent(verdict.next_allowed, party, "1", zone=zone, mandate=True)
    before = Intent(verdict.next_allowed - MINUTE, party, "1", zone=zone, mandate=True)
    assert may_contact(RULES[name], then, past).allowed
    assert not may_contact(RULES[name], before, past).allowed
