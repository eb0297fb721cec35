"""The reports: each figure against what a banker counts by hand, on the day before, on and after an edge."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction

import pytest

from tests.actions.keep.three_banks import granted, three_banks
from tests.builders import NOW, terms
from workstation.actions import cases
from workstation.actions.keep import ends, payments, replies, schedules
from workstation.actions.keep.replies import ReplyDetails
from workstation.actions.plans import versions
from workstation.actions.reports.figures import bucket_lines, movement_lines, packet_lines
from workstation.actions.reports.tables import buckets_table, movements_table, packets_table
from workstation.actions.reports.texts import cure_formula, days_text, grant_formula, roll_formula, share_formula
from workstation.casework.printed import PrintedPacket
from workstation.dates import FixedClock
from workstation.errors import Refused
from workstation.money import Money
from workstation.wording import Wording


def later(desk, day: date) -> None:
    desk.clock = desk.store._clock = FixedClock(datetime(day.year, day.month, day.day, 9, 0, tzinfo=UTC))


@pytest.fixture
def accounts(desk):
    """Due 2026-08-17, 2026-09-01 and 2026-09-01; the case is opened on 2026-11-23."""
    return three_banks(desk)[1]


def test_each_open_account_stands_in_one_bucket_and_the_shares_make_the_whole(desk, accounts):
    lines = bucket_lines(desk)
    assert [(one.bucket, one.count) for one in lines] == [("M3", 2), ("M4", 1)]
    assert sum(one.amount.minor for one in lines) == sum(one.owed.minor for one in accounts)
    assert sum(one.share or 0 for one in lines) == 1
    assert share_formula(lines[0]) == "9,000.00 / 68,236.45 = 13.2 %"


def test_an_account_without_a_due_day_is_in_no_bucket_and_moves_nowhere(desk, accounts):
    unknown = replace(accounts[1], due_on=None)
    desk.run(cases.save_account, unknown)
    lines = bucket_lines(desk)
    assert [(one.bucket, one.rank, one.count) for one in lines] == [
        ("", -1, 1),
        ("M3", lines[1].rank, 1),
        ("M4", lines[2].rank, 1),
    ]
    words = Wording("zh-Hans")
    assert buckets_table(lines, words).rows[0][1] == "无到期日" and lines[0].cases[0].tail == unknown.tail
    assert [one.days is None for line in lines for one in line.cases] == [True, False, False]
    later(desk, date(2027, 3, 1))
    (mine,) = [one for one in movement_lines(desk, date(2026, 11, 23), date(2027, 3, 1)) if not one.bucket]
    assert mine.counts["same"] == mine.count == 1
    assert [one.days for one in mine.cases] == [None]


@pytest.mark.parametrize(
    ("day", "bucket"), [(date(2026, 11, 30), "M3"), (date(2026, 12, 1), "M4"), (date(2026, 12, 2), "M4")]
)
def test_the_edge_of_a_bucket(desk, accounts, day, bucket):
    assert accounts[1].days_overdue(date(2026, 12, 1)) == 91
    later(desk, day)
    found = {line.bucket: {one.tail for one in line.cases} for line in bucket_lines(desk)}
    assert "8888" in found[bucket]


def test_a_kept_schedule_counts_from_its_oldest_unpaid_instalment(desk, accounts):
    granted(desk, accounts[1])
    desk.run(schedules.adopt, accounts[1].id)  # 500 a month from 2026-12-10
    tails = lambda day: {line.bucket: {one.tail for one in line.cases} for line in bucket_lines(desk, day)}  # noqa: E731
    later(desk, date(2026, 12, 20))
    assert "8888" in tails(date(2026, 12, 9))["M0"]
    assert "8888" in tails(date(2026, 12, 20))["M1"]
    desk.run(payments.add_payment, accounts[1].id, date(2026, 12, 20), Money(500_00))
    assert "8888" in tails(date(2026, 12, 20))["M0"]


def test_what_became_of_each_account_is_told_once(desk, accounts):
    granted(desk, accounts[1])
    desk.run(schedules.adopt, accounts[1].id)
    later(desk, date(2026, 12, 20))
    desk.run(ends.settle, accounts[2].id, date(2026, 11, 25), confirmed=True)
    desk.run(payments.add_payment, accounts[1].id, date(2026, 12, 10), Money(500_00))
    lines = movement_lines(desk, date(2026, 11, 23), date(2026, 12, 20))
    told = {one.tail: one.became for line in lines for one in line.cases}
    assert told == {"6214": "worse", "8888": "same", "9999": "settled"}
    assert sum(line.count for line in lines) == 3
    (cured,) = (line for line in lines if any(one.tail == "9999" for one in line.cases))
    assert cured.cured == Fraction(cured.counts["cured"] + 1, cured.count)
    assert cure_formula(cured).startswith("(") and roll_formula(cured).endswith("%")


@pytest.mark.parametrize(
    ("left", "became"), [(Money(0), "cured"), (Money(1), "worse")], ids=["nothing is left", "a fen is left"]
)
def test_an_account_that_was_paid_in_full_is_overdue_no_more(desk, accounts, left, became):
    """Nobody has recorded yet that it is settled."""
    later(desk, date(2026, 12, 20))
    desk.run(payments.add_payment, accounts[1].id, date(2026, 11, 30), accounts[1].owed - left)
    lines = movement_lines(desk, date(2026, 11, 23), date(2026, 12, 20))
    assert {one.tail: one.became for line in lines for one in line.cases}["8888"] == became


def test_nothing_is_told_of_a_day_before_the_desk_had_the_case(desk, accounts):
    assert movement_lines(desk, date(2026, 10, 23), date(2026, 11, 23)) == ()
    assert bucket_lines(desk, date(2026, 11, 22)) == ()


def test_packets_are_counted_by_bank_and_by_the_answer_since_the_first(desk, accounts):
    packet = {"sha256": "0" * 64, "pages": 1, "by": desk.agent}
    for number, account in enumerate(accounts):
        desk.store.add(
            PrintedPacket(f"k{number}", account.case_id, account.bank, 1, at=NOW, draft=number == 2, **packet)
        )
    later(desk, date(2026, 11, 26))
    granted(desk, accounts[1])
    lines = {line.bank: line for line in packet_lines(desk)}
    assert set(lines) == {accounts[0].bank, accounts[1].bank}  # a draft is no application
    answered = lines[accounts[1].bank]
    assert (answered.counts["granted"], answered.granted, days_text(answered.days_to_answer)) == (1, Fraction(1), "3")
    assert grant_formula(answered) == "1 / 1 = 100.0 %"
    waiting = lines[accounts[0].bank]
    assert waiting.counts["waiting"] == 1 and waiting.granted is None and days_text(waiting.days_to_answer) == ""


@pytest.mark.parametrize(
    ("answered", "outcome", "days"),
    [
        ({"granted": 3}, "granted", 3),
        ({"countered": 2, "granted": 5}, "granted", 5),
        ({"granted": 5, "refused": 2}, "granted", 5),  # entered later, said earlier
        ({"refused": -1}, "waiting", None),  # said before the packet was there
    ],
)
def test_an_answer_counts_from_the_day_on_which_the_bank_gave_it(desk, accounts, answered, outcome, days):
    """All of them are entered ten days after the packet."""
    packet = {"sha256": "0" * 64, "pages": 1, "by": desk.agent, "draft": False}
    desk.store.add(PrintedPacket("k1", accounts[1].case_id, accounts[1].bank, 1, at=NOW, **packet))
    plan = desk.run(versions.keep_plan, accounts[1].case_id, accounts[1].id, terms(accounts[1]), "")
    later(desk, date(2026, 12, 3))
    for decision, after in answered.items():
        refusal = "not_requested" if decision == "refused" else ""
        details = ReplyDetails(NOW + timedelta(days=after), refusal=refusal)
        desk.run(replies.record_reply, plan.id, decision, "李经理", details)
    (line,) = packet_lines(desk)
    assert (line.counts[outcome], line.days_to_answer) == (1, days)


@pytest.mark.parametrize(
    ("from_on", "to_on", "code"),
    [
        (date(2026, 11, 23), date(2026, 11, 22), "dates_reversed"),
        (date(2026, 11, 23), date(2026, 11, 24), "report_day_not_come"),
        (date(2026, 11, 25), date(2026, 11, 24), "report_day_not_come"),
    ],
)
def test_days_that_cannot_be_told_of_are_refused(desk, accounts, from_on, to_on, code):
    with pytest.raises(Refused) as refused:
        movement_lines(desk, from_on, to_on)
    assert [one.code for one in refused.value.findings] == [code]
    with pytest.raises(Refused):
        bucket_lines(desk, date(2026, 11, 24))


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
def test_the_reports_leave_as_tables(desk, accounts, language):
    words = Wording(language)
    tables = (
        buckets_table(bucket_lines(desk), words),
        movements_table(movement_lines(desk, date(2026, 11, 23), date(2026, 11, 23)), words),
        packets_table(packet_lines(desk), words),
    )
    assert [len(table.rows) for table in tables] == [2, 2, 0]


@pytest.mark.parametrize(("days", "text"), [(None, ""), (Fraction(3), "3"), (Fraction(7, 2), "3.5")])
def test_a_median_of_days(days, text):
    assert days_text(days) == text
