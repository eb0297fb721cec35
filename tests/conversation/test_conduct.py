"""May I call now? The answer, its reasons with their sources, and the first moment at which it is yes."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from workstation.conversation.conduct import Call, Intent, keep_until, may_contact, plain_number
from workstation.policy.pack import packs
from workstation.wording import LANGUAGES, Wording

RULES = packs()["cn-card"].conduct
CHINA = timezone(timedelta(hours=8))


def at(text: str) -> datetime:
    return datetime.fromisoformat(f"2026-11-{text}").replace(tzinfo=CHINA)


def asked(text: str, log=(), **intent):
    verdict = may_contact(RULES, Intent(at(text), **intent), log)
    codes = [reason.finding.code for reason in verdict.reasons]
    return codes, verdict.next_allowed.isoformat()[8:16] if verdict.next_allowed else None


@pytest.mark.parametrize(
    ("now", "codes", "following"),
    [
        ("23T21:59:59", [], None),
        ("23T22:00", ["quiet_hours"], "24T08:00"),
        ("23T23:30", ["quiet_hours"], "24T08:00"),
        ("24T00:00", ["quiet_hours"], "24T08:00"),
        ("24T07:59:59", ["quiet_hours"], "24T08:00"),
        ("24T08:00", [], None),
    ],
)
def test_hours(now, codes, following):
    assert asked(now) == (codes, following)


def test_consent_opens_the_hours():
    assert asked("23T23:00", consent_outside_hours=True) == ([], None)


def test_the_hours_are_local_whatever_zone_the_clock_speaks():
    verdict = may_contact(RULES, Intent(datetime(2026, 11, 23, 14, 0, tzinfo=UTC)), ())
    assert not verdict.allowed
    assert verdict.next_allowed == at("24T08:00")


def test_three_answered_calls_are_enough_for_a_day():
    log = [Call(at(f"23T{hour}:00"), number=hour) for hour in ("09", "11", "13")]
    assert asked("23T15:00", log[:2]) == ([], None)
    assert asked("23T15:00", log) == (["connected_enough"], "24T08:00")
    assert asked("23T15:00", log, consent_outside_hours=True) == (["connected_enough"], "24T00:00")
    assert asked("24T08:00", log) == ([], None)
    assert asked("23T15:00", log, party="guarantor") == ([], None)


def test_calls_of_the_evening_before_in_utc_belong_to_the_local_day():
    log = [Call(datetime(2026, 11, 22, 16, 30, tzinfo=UTC), number=str(number)) for number in range(3)]
    assert asked("23T09:00", log) == (["connected_enough"], "24T08:00")


def test_six_dials_of_one_number_however_it_is_written():
    log = [Call(at(f"23T1{minute}:00"), number="+86 138-0013-8000", connected=False) for minute in range(6)]
    assert asked("23T18:00", log[:5], number="13800138000") == ([], None)
    assert asked("23T18:00", log, number="13800138000") == (["dialled_enough"], "24T08:00")
    assert asked("23T18:00", log, number="13900139000") == ([], None)


def test_a_third_party_only_after_three_failures_in_a_row():
    failed = [Call(at(f"2{day}T10:00"), connected=False) for day in (0, 1, 2)]
    assert asked("23T10:00", failed, party="third_party") == ([], None)
    assert asked("23T10:00", failed[:2], party="third_party") == (["third_party_too_early"], None)
    answered = [*failed, Call(at("22T18:00"))]
    assert asked("23T10:00", answered, party="third_party") == (["third_party_too_early"], None)


def test_a_complaint_holds_and_waiting_does_not_help():
    assert asked("23T23:00", complaint_open=True) == (["complaint_open", "quiet_hours"], None)
    assert asked("23T12:00", party="third_party", stop_requested=True)[0][0] == "stop_requested"


def test_what_lies_ahead_in_the_log_does_not_count():
    log = [Call(at("23T20:00"), number=str(number)) for number in range(3)]
    assert asked("23T15:00", log) == ([], None)


def test_every_reason_names_its_source():
    verdict = may_contact(RULES, Intent(at("23T23:00")), ())
    assert "催收工作指引" in verdict.reasons[0].source.name


@pytest.mark.parametrize(
    ("settled", "until"),
    [(None, None), (date(2027, 1, 1), date(2031, 11, 23)), (date(2033, 1, 1), date(2033, 1, 1))],
)
def test_records_are_kept_five_years_and_until_settled(settled, until):
    assert keep_until(RULES, date(2026, 11, 23), settled) == until


@pytest.mark.parametrize(
    ("typed", "plain"), [("+86 138 0013 8000", "13800138000"), ("0755-8888", "07558888"), ("x", "x"), ("", "")]
)
def test_numbers_are_compared_plain(typed, plain):
    assert plain_number(typed) == plain


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_has_a_sentence(language):
    wording = Wording(language)
    log = [Call(at(f"23T1{minute}:00"), number="1", connected=minute > 2) for minute in range(6)]
    for intent in (
        Intent(at("23T23:00"), number="1"),
        Intent(at("23T23:00"), "third_party", complaint_open=True, stop_requested=True),
    ):
        for reason in may_contact(RULES, intent, log).reasons:
            sentence = wording.finding(reason.finding)
            assert reason.finding.code not in sentence
            assert "{" not in sentence
