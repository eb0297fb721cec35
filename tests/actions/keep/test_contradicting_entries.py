"""Entries that contradict what is on record are refused where they are typed, so that no later one has to make sense of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from tests.actions.keep.three_banks import granted, three_banks
from tests.actions.test_cases import refused
from tests.builders import NOW, TODAY, terms
from workstation.actions import cases
from workstation.actions.keep import ends, payments, promises, replies, schedules
from workstation.actions.keep.replies import ReplyDetails
from workstation.actions.plans import counters, versions
from workstation.casework import gates
from workstation.casework.keeping.accounts import kept_account
from workstation.casework.keeping.progress import account_progress
from workstation.casework.printed import PrintedPacket
from workstation.dates import FixedClock
from workstation.money import MOST, Money
from workstation.profile.case import Stage


@pytest.fixture
def case(desk):
    return three_banks(desk)


def now(desk, at: datetime) -> None:
    desk.clock = desk.store._clock = FixedClock(at)


def kept(desk, account):
    file = cases.load_case(desk, account.case_id)
    return kept_account(file, file.account(account.id))


def test_a_schedule_is_not_kept_from_before_the_bank_agreed(desk, case):
    account = case[1][0]
    granted(desk, account, replied_at=NOW - timedelta(days=3))
    agreed_on = TODAY - timedelta(days=3)
    assert refused(desk.run, schedules.adopt, account.id, on=agreed_on - timedelta(days=1)) == [
        ("adopted_before_grant", "keep.on")
    ]
    assert desk.run(schedules.adopt, account.id, on=agreed_on).on == agreed_on


def test_a_version_adopted_twice_would_lose_what_was_agreed_of_its_instalments(desk, case):
    account = case[1][0]
    granted(desk, account, replied_at=NOW - timedelta(days=3))
    desk.run(schedules.adopt, account.id)
    told = [("adopted_already", f"keep.{account.id}")]
    assert refused(desk.run, schedules.adopt, account.id) == told
    desk.run(
        schedules.adopt, account.id, on=TODAY - timedelta(days=1)
    )  # its day was wrong, and nothing hangs on it yet
    desk.run(schedules.treat_instalment, account.id, 1, "move", "住院", None, date(2026, 12, 20), "录音 7")
    assert refused(desk.run, schedules.adopt, account.id) == told
    assert kept(desk, account).keeping.instalments[1].due_on == date(2026, 12, 20)


@pytest.mark.parametrize("minor", [MOST + 1, 2**63, -(MOST + 1)])
def test_amounts_beyond_what_the_desk_can_keep_are_refused_at_their_field(desk, case, minor):
    account = case[1][1]
    beyond = [("amount_beyond_range", "keep.amount")] if minor > 0 else [("amount_not_positive", "keep.amount")]
    assert refused(desk.run, payments.add_payment, account.id, TODAY, Money(minor)) == beyond
    assert refused(desk.run, promises.take_promise, account.id, TODAY, Money(minor), source="工资") == beyond
    if minor > 0:
        assert refused(desk.run, ends.state_balance, account.id, TODAY, "来电", Money(minor)) == beyond
        part = {"fees": Money(minor)}
        assert refused(desk.run, ends.state_balance, account.id, TODAY, "来电", Money(1), part) == beyond


def test_nothing_is_settled_before_it_was_paid_or_adopted(desk, case):
    account = case[1][1]
    desk.run(payments.add_payment, account.id, TODAY - timedelta(days=2), Money(100))
    early = TODAY - timedelta(days=3)
    assert refused(desk.run, ends.settle, account.id, early, confirmed=True) == [("settled_before_entry", "keep.on")]
    asked = {"requested_on": TODAY, "chase_on": early}
    assert refused(desk.run, ends.settle, account.id, TODAY, confirmed=True, **asked) == [
        ("dates_reversed", "keep.chase_on")
    ]
    assert desk.run(ends.settle, account.id, TODAY - timedelta(days=2), confirmed=True).how == "settled"


@pytest.mark.parametrize(
    ("decision", "details", "field"),
    [
        ("granted", {"valid_until": TODAY - timedelta(days=1)}, "reply.valid_until"),
        ("refused", {"refusal": "other", "again_on": TODAY - timedelta(days=1)}, "reply.again_on"),
    ],
)
def test_an_answer_neither_ends_nor_asks_again_before_it_was_given(desk, case, decision, details, field):
    plan = granted(desk, case[1][0])
    assert refused(desk.run, replies.record_reply, plan.id, decision, "李", ReplyDetails(**details)) == [
        ("dates_reversed", field)
    ]
    earlier = ReplyDetails(replied_at=NOW - timedelta(days=9), **details)
    assert desk.run(replies.record_reply, plan.id, decision, "李", earlier).decision == decision


def test_a_bank_answers_no_account_that_has_ended(desk, case):
    account = case[1][1]
    plan = granted(desk, account)
    desk.run(ends.close, account.id, "sold")
    told = [("account_has_ended", f"keep.{account.id}")]
    assert refused(desk.run, replies.record_reply, plan.id, "granted", "李", ReplyDetails()) == told
    assert refused(desk.run, counters.accept_counter, plan.id, terms(account, instalments=6), "李") == told


def test_one_decision_on_several_versions_is_all_or_nothing(desk, case):
    first, second, third = case[1]
    plans = [granted(desk, one, instalments=6).id for one in (first, second, third)]
    desk.run(ends.close, third.id, "sold")
    before = len(cases.load_case(desk, case[0]).approvals)
    told = refused(desk.run, replies.record_replies, plans, "refused", "李", ReplyDetails(refusal="other"))
    assert told == [("account_has_ended", f"keep.{third.id}")]
    assert len(cases.load_case(desk, case[0]).approvals) == before
    desk.run(replies.record_replies, plans[:2], "refused", "李", ReplyDetails(refusal="other"))
    file = cases.load_case(desk, case[0])
    assert [file.decision(one, "bank").decision for one in plans] == ["refused", "refused", "granted"]


def test_an_answer_since_takes_the_place_of_an_offer_that_ran_out(desk, case):
    account = case[1][0]
    plan = granted(desk, account, valid_until=TODAY)
    now(desk, NOW + timedelta(days=5))
    assert "offer_expired" in [one.code for one in kept(desk, account).findings]
    desk.run(replies.record_reply, plan.id, "granted", "李", ReplyDetails(valid_until=date(2026, 12, 31)))
    assert "offer_expired" not in [one.code for one in kept(desk, account).findings]
    file = cases.load_case(desk, case[0])
    assert [one for one in gates.missing(file, Stage.APPLY) if one.code == "offer_expired"] == []


def test_a_new_plan_waits_for_a_packet_and_an_answer_of_its_own(desk, case):
    """What the bank was sent and answered of the broken schedule says nothing of the next one."""
    account = case[1][0]
    granted(desk, account)
    desk.run(schedules.adopt, account.id)
    now(desk, datetime(2027, 2, 20, 9, tzinfo=UTC))
    again = desk.run(schedules.replan, account.id, "失业").plan
    file = cases.load_case(desk, case[0])
    sent = PrintedPacket("p", file.case.id, account.bank, 1, "00" * 32, 20, NOW, "林协商", False)
    before, after = (replace(file, packets=(replace(sent, at=at),)) for at in (NOW, again.at))
    states = [account_progress(one, account) for one in (before, after)]
    assert [one.state("packet") for one in states] == ["later", "done"]
    assert [one.state("reply") for one in states] == ["later", "waiting"]
    assert states[0].state("keeping") == "waiting"
    desk.run(versions.choose, file.plans[0].id)
    assert account_progress(cases.load_case(desk, case[0]), account).state("reply") == "done"
