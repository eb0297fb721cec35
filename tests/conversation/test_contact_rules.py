"""The rules on contacts case by case, as a banker would check them: through `calc conduct`, with the clock of the place."""

from __future__ import annotations

import pytest

from workstation.errors import Refused
from workstation.policy.zones import parse_zone
from workstation.promise.conduct_calc import conduct_answer
from workstation.wording import LANGUAGES, Wording

OWN, OTHER, MOTHER = "13800006214", "13900000001", "13700000002"


def asked(now: str, log=(), **question):
    """(codes of the reasons, the next moment allowed as day and time)."""
    question = {"pack": "cn-card", "now": now, "log": list(log), **question}
    answer = conduct_answer(question)
    assert answer["allowed"] is not bool(answer["reasons"])
    after = answer["next_allowed"]
    return [reason["code"] for reason in answer["reasons"]], after and after[:16].replace("T", " ")


def dial(at: str, reached: str = "no_answer", number: str = OWN, **more):
    return {"at": at, "number": number, "reached": reached, **more}


def dials(count: int, day: str = "2026-11-23", **more):
    return [dial(f"{day}T{9 + number:02}:00", **more) for number in range(count)]


@pytest.mark.parametrize(
    ("now", "codes", "after"),
    [
        ("2026-11-23T07:59:59", ["quiet_hours"], "2026-11-23 08:00"),
        ("2026-11-23T08:00:00", [], None),
        ("2026-11-23T21:59:59", [], None),
        ("2026-11-23T22:00:00", ["quiet_hours"], "2026-11-24 08:00"),
        ("2026-11-23T23:59:59", ["quiet_hours"], "2026-11-24 08:00"),
        ("2026-11-24T00:00:00", ["quiet_hours"], "2026-11-24 08:00"),
        ("2028-02-28T22:30:00", ["quiet_hours"], "2028-02-29 08:00"),
        ("2028-02-29T22:30:00", ["quiet_hours"], "2028-03-01 08:00"),
        ("2027-02-28T22:30:00", ["quiet_hours"], "2027-03-01 08:00"),
        ("2026-12-31T22:30:00", ["quiet_hours"], "2027-01-01 08:00"),
    ],
)
def test_hours_of_cards_on_the_mainland(now, codes, after):
    assert asked(now) == (codes, after)


@pytest.mark.parametrize(
    ("zone", "codes", "after"),
    [
        ("+08:00", [], None),
        ("+06:00", ["quiet_hours"], "2026-11-23 08:00"),  # 07:30 where the debtor is
        ("Asia/Urumqi", ["quiet_hours"], "2026-11-23 08:00"),
        ("-08:00", [], None),  # 17:30 of the day before
        ("Z", ["quiet_hours"], "2026-11-23 08:00"),
    ],
)
def test_the_clock_of_the_debtor_decides(zone, codes, after):
    assert asked("2026-11-23T09:30:00+08:00", zone=zone) == (codes, after)


@pytest.mark.parametrize(
    ("answered", "party", "codes"),
    [(2, "debtor", []), (3, "debtor", ["connected_enough"]), (3, "guarantor", [])],
    ids=["third call", "fourth call", "another person"],
)
def test_answered_calls_of_a_day(answered, party, codes):
    log = dials(answered, reached="answered")
    assert asked("2026-11-23T20:00", log, party=party)[0] == codes
    assert asked("2026-11-24T08:00", log, party=party) == ([], None)


@pytest.mark.parametrize(
    ("made", "question", "codes"),
    [
        (5, {"number": OWN}, []),
        (6, {"number": OWN}, ["dialled_enough"]),
        (6, {"number": "+86 138-0000-6214"}, ["dialled_enough"]),
        (6, {"number": "008613800006214"}, ["dialled_enough"]),
        (6, {"number": OTHER}, []),
        (5, {"number": OTHER, "person": "Zhang"}, []),
        (6, {"number": OTHER, "person": "Zhang"}, ["person_dialled_enough"]),
        (6, {"number": OWN, "person": "Zhang"}, ["dialled_enough", "person_dialled_enough"]),
        (6, {"number": MOTHER, "person": "Li", "party": "guarantor"}, []),
    ],
)
def test_dials_of_a_number_and_of_a_person(made, question, codes):
    assert asked("2026-11-23T20:00", dials(made), **question)[0] == codes


def test_dials_of_one_person_over_two_numbers_make_the_seventh():
    log = [*dials(3, person="Zhang"), *dials(3, number=OTHER, person="Zhang")]
    assert asked("2026-11-23T20:00", log[:5], number=OWN, person="Zhang") == ([], None)
    assert asked("2026-11-23T20:00", log, number=OWN, person="Zhang") == (
        ["person_dialled_enough"],
        "2026-11-24 08:00",
    )


@pytest.mark.parametrize(
    ("log", "now", "codes", "after"),
    [
        ([], "2026-11-23T12:00", ["third_party_too_early"], None),
        (dials(2), "2026-11-24T12:00", ["third_party_too_early"], None),
        (dials(3), "2026-11-23T12:00", ["third_party_next_day"], "2026-11-24 08:00"),
        (dials(3), "2026-11-23T21:59:59", ["third_party_next_day"], "2026-11-24 08:00"),
        (dials(3), "2026-11-24T07:59:59", ["quiet_hours"], "2026-11-24 08:00"),
        (dials(3), "2026-11-24T08:00", [], None),
        ([*dials(3), dial("2026-11-23T19:00", "answered")], "2026-11-24T12:00", ["third_party_too_early"], None),
        ([*dials(3), dial("2026-11-24T08:30", "answered")], "2026-11-24T12:00", ["third_party_too_early"], None),
        ([dial("2026-11-23T08:30", "answered"), *dials(3)], "2026-11-24T12:00", [], None),
        ([dial(f"2026-11-{day}T10:00") for day in (21, 22, 23)], "2026-11-23T12:00", [], None),
        ([dial(f"2026-11-{day}T10:00") for day in (20, 22)], "2026-11-23T12:00", ["third_party_too_early"], None),
        ([dial("2026-11-23T09:00", "invalid_number")], "2026-11-23T09:30", [], None),
        (
            [dial("2026-11-23T09:00", "invalid_number"), dial("2026-11-23T09:10", number=OTHER)],
            "2026-11-23T09:30",
            ["third_party_too_early"],
            None,
        ),
        (
            [dial("2026-11-23T09:00", "invalid_number"), dial("2026-11-23T09:10", "invalid_number", OTHER)],
            "2026-11-23T09:30",
            [],
            None,
        ),
        (
            [dial("2026-11-23T09:00", "invalid_number"), dial("2026-11-23T09:10", "answered", OTHER)],
            "2026-11-23T09:30",
            ["third_party_too_early"],
            None,
        ),
        (
            [{**one, "party": "guarantor"} for one in dials(3)],
            "2026-11-24T12:00",
            ["third_party_too_early"],
            None,
        ),
    ],
)
def test_somebody_who_does_not_owe(log, now, codes, after):
    assert asked(now, log, party="third_party", number=MOTHER) == (codes, after)


@pytest.mark.parametrize(
    ("pack", "household", "codes"),
    [
        ("cn-card", False, ["spouse_not_for_own_debt"]),
        ("cn-card", True, []),
        ("tw-prenegotiation", True, ["third_party_never"]),
        ("uk", True, ["third_party_never"]),
        ("us", False, []),
    ],
)
def test_the_spouse_only_for_a_debt_of_the_household(pack, household, codes):
    found = asked("2026-11-23T12:00", party="spouse", household_debt=household, pack=pack, zone="+08:00")
    assert found == (codes, None)


@pytest.mark.parametrize(
    ("question", "codes"),
    [
        ({"consent_outside_hours": True}, []),
        ({"consent_outside_hours": True, "complaint_open": True}, ["complaint_open"]),
        ({"stop_requested": True}, ["stop_requested", "quiet_hours"]),
    ],
)
def test_consent_opens_the_hours_and_nothing_else(question, codes):
    assert asked("2026-11-23T23:00", **question) == (codes, None)


@pytest.mark.parametrize(
    ("pack", "zone", "now", "codes", "after"),
    [
        ("uk", "", "2026-10-24T21:30:00+01:00", ["quiet_hours"], "2026-10-25 08:00"),  # clocks go back in the night
        ("uk", "", "2026-03-28T22:00:00+00:00", ["quiet_hours"], "2026-03-29 08:00"),  # and forward
        ("uk", "", "2026-07-01T07:30:00+00:00", [], None),  # 08:30 in summer
        ("in", "", "2026-11-23T19:00:00+05:30", ["quiet_hours"], "2026-11-24 08:00"),
        ("in", "", "2026-11-23T18:59:59+05:30", [], None),
        ("us", "America/New_York", "2026-11-23T20:59:59-05:00", [], None),
        ("us", "America/New_York", "2026-11-23T21:00:00-05:00", ["quiet_hours"], "2026-11-24 08:00"),
        ("us", "America/Los_Angeles", "2026-11-23T08:30:00-05:00", ["quiet_hours"], "2026-11-23 08:00"),
        ("us", "", "2026-11-23T12:00:00-05:00", ["zone_not_known"], None),
        ("au", "Australia/Perth", "2026-11-27T07:30", [], None),  # Friday
        ("au", "Australia/Perth", "2026-11-27T21:00", ["quiet_hours"], "2026-11-28 09:00"),
        ("au", "Australia/Perth", "2026-11-28T08:59:59", ["quiet_hours"], "2026-11-28 09:00"),  # Saturday
        ("au", "Australia/Perth", "2026-11-29T21:30", ["quiet_hours"], "2026-11-30 07:30"),
        ("debtor-side", "", "2026-11-23T12:00", ["mandate_missing"], None),
    ],
)
def test_hours_elsewhere(pack, zone, now, codes, after):
    assert asked(now, pack=pack, **({"zone": zone} if zone else {})) == (codes, after)


def test_seven_dials_in_seven_days_and_the_week_after_a_conversation():
    log = [dial(f"2026-11-{17 + number}T10:00") for number in range(7)]
    us = {"pack": "us", "zone": "-05:00", "number": OWN}
    assert asked("2026-11-23T12:00", log[1:], **us) == ([], None)
    assert asked("2026-11-23T12:00", log, **us) == (["dialled_enough_days"], "2026-11-24 08:00")
    talk = [dial("2026-11-23T10:00", "answered")]
    assert asked("2026-11-29T12:00", talk, **us) == (["talked_lately"], "2026-11-30 08:00")
    assert asked("2026-11-30T08:00", talk, **us) == ([], None)


def test_three_contacts_a_week_and_ten_a_month():
    au = {"pack": "au", "zone": "+10:00"}
    week = [dial(f"2026-11-{day}T10:00", "answered") for day in (17, 19, 23)]
    assert asked("2026-11-23T12:00", week, **au) == (["contacted_enough_days"], "2026-11-24 07:30")
    month = [dial(f"2026-11-{day:02}T10:00", "answered") for day in (1, 2, 3, 8, 9, 10, 15, 16, 17, 22)]
    assert asked("2026-11-28T12:00", month, **au) == (["contacted_enough_month"], "2026-12-01 07:30")


@pytest.mark.parametrize(
    ("pack", "gaps"),
    [
        ("cn-card", []),
        ("cn", []),
        ("tw", ["hours_not_known", "counts_not_known"]),
        ("hk", ["hours_not_known", "counts_not_known"]),
        ("uk", ["counts_not_known"]),
        ("au", ["holidays_not_known"]),
        ("us", []),
    ],
)
def test_what_nobody_knows_is_named_beside_the_answer(pack, gaps):
    answer = conduct_answer({"pack": pack, "now": "2026-11-23T12:00+08:00", "zone": "+08:00"})
    assert answer["allowed"]
    assert [gap["code"] for gap in answer.get("not_known", [])] == gaps


def test_a_desk_for_the_debtor_speaks_with_its_client_alone():
    side = {"pack": "debtor-side", "mandate": True}
    assert asked("2026-11-23T12:00", **side) == ([], None)
    for party in ("third_party", "spouse"):
        assert asked("2026-11-23T12:00", dials(3, "2026-11-20"), party=party, **side) == (["third_party_never"], None)


def test_logs_of_several_desks_count_together_and_one_entry_once():
    ours = [dial(f"2026-11-23T{hour:02}:00", id=f"a{hour}") for hour in (9, 10, 11)]
    theirs = [dial(f"2026-11-23T{hour:02}:30+08:00", id=f"b{hour}") for hour in (9, 10)]
    assert asked("2026-11-23T20:00", [*theirs, *ours, *ours], number=OWN) == ([], None)
    again = dial("2026-11-23T12:00", id="b12")
    assert asked("2026-11-23T20:00", [*theirs, *ours, again], number=OWN)[0] == ["dialled_enough"]


@pytest.mark.parametrize(
    ("question", "code", "subject"),
    [
        ({"zone": "+25:00"}, "zone_unreadable", "zone"),
        ({"zone": "Mars/North"}, "zone_unreadable", "zone"),
        ({"pack": "us", "now": "2026-11-23T12:00"}, "instant_zone_missing", "now"),
        ({"party": "cousin"}, "choice_unknown", "party"),
        ({"household_debt": "yes"}, "value_shape", "household_debt"),
        ({"log": [{"at": "2026-11-23T09:00", "reached": "maybe"}]}, "choice_unknown", "log[0].reached"),
        (
            {"log": [{"at": "2026-11-23T09:00", "reached": "answered", "connected": False}]},
            "reached_contradicts",
            "log[0].reached",
        ),
        (
            {"log": [dial("2026-11-23T09:00", id="x"), dial("2026-11-23T10:00", id="x")]},
            "log_contradicts",
            "log[1].id",
        ),
    ],
)
def test_what_is_not_understood_is_refused_at_its_place(question, code, subject):
    with pytest.raises(Refused) as refused:
        conduct_answer({"pack": "cn-card", "now": "2026-11-23T12:00+08:00", **question})
    assert [(one.code, one.subject) for one in refused.value.findings] == [(code, subject)]
    for language in LANGUAGES:
        sentence = Wording(language).finding(refused.value.findings[0])
        assert code not in sentence
        assert "{" not in sentence


@pytest.mark.parametrize("text", ["+08:00", "-0330", "Z", "Europe/London"])
def test_zones_are_read_as_offset_or_name(text):
    assert parse_zone(text) is not None
