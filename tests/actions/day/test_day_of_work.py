"""The day of work: which task a banker expects on which day, in which order, and where each leads."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from tests.actions.keep.three_banks import granted, three_banks
from tests.actions.test_cases import understand
from tests.builders import NOW, terms
from workstation.actions import cases
from workstation.actions.contacts import complaints
from workstation.actions.day.reading import day_of_work
from workstation.actions.day.texts import banks_text, kind_text, task_detail, when_text
from workstation.actions.keep import payments, promises, replies, schedules
from workstation.actions.keep.replies import ReplyDetails
from workstation.actions.plans import versions
from workstation.casework.day.tasks import TASK_KINDS, Task
from workstation.casework.user import User
from workstation.conversation.complaint import Complaint
from workstation.conversation.contact import ContactEntry
from workstation.dates import FixedClock
from workstation.money import Money
from workstation.wording import Wording

ACCEPTED = ("promise_budget_unknown", "promise_over_budget", "promises_broken_before")


def on(desk, year: int, month: int, day: int) -> None:
    desk.clock = desk.store._clock = FixedClock(datetime(year, month, day, 9, 0, tzinfo=UTC))


def seen(desk, days: int | None = None) -> list[tuple[str, int | None]]:
    return [(line.task.kind, line.days) for line in day_of_work(desk, days).lines]


@pytest.fixture
def kept(desk):
    """The second of three accounts is kept; 300 are promised for the 28th."""
    _, accounts = three_banks(desk)
    granted(desk, accounts[1])
    desk.run(schedules.adopt, accounts[1].id)
    given = {"source": "工资", "accepted": ACCEPTED, "method": "transfer"}
    desk.run(promises.take_promise, accounts[1].id, date(2026, 11, 28), Money(300_00), **given)
    return accounts[1]


@pytest.mark.parametrize(
    ("today", "days", "expected"),
    [
        (date(2026, 11, 27), 0, None),
        (date(2026, 11, 27), 1, ("promise", 1)),
        (date(2026, 11, 28), 0, ("promise", 0)),
        (date(2026, 11, 30), 0, ("promise", -2)),  # within the days of grace
        (date(2026, 12, 2), 0, ("broken", -4)),
    ],
)
def test_a_promise_is_due_then_late_then_broken(desk, kept, today, days, expected):
    on(desk, today.year, today.month, today.day)
    found = [one for one in seen(desk, days) if one[0] in ("promise", "broken")]
    assert found == ([expected] if expected else [])


def test_a_broken_promise_is_done_once_somebody_has_talked(desk, kept):
    on(desk, 2026, 12, 2)
    (line,) = (one for one in day_of_work(desk, 0).lines if one.task.kind == "broken")
    assert line.task.place == f"keep.{kept.id}.promises" and line.task.amount == Money(300_00)
    desk.run(cases.log_contact, ContactEntry("t1", kept.case_id, desk.clock.now(), desk.agent, "phone", note="谈过"))
    assert "broken" not in {kind for kind, _ in seen(desk, 0)}


@pytest.mark.parametrize("months", [1, 14])
def test_a_next_step_and_a_broken_promise_stay_until_somebody_has_talked(desk, kept, months):
    """They dropped out after thirty days, in silence."""
    noted = ContactEntry(
        "n1", kept.case_id, NOW, desk.agent, "phone", note="谈过", next_step="回电", next_on=NOW.date()
    )
    desk.run(cases.log_contact, noted)
    later = NOW + timedelta(days=31 * months)
    on(desk, later.year, later.month, later.day)
    assert {"contact", "broken"} <= {kind for kind, _ in seen(desk, 0)}
    desk.run(cases.log_contact, ContactEntry("n2", kept.case_id, desk.clock.now(), desk.agent, "phone", note="谈过"))
    assert not {"contact", "broken"} & {kind for kind, _ in seen(desk, 0)}


def test_a_day_to_ask_again_stays_until_another_reply(desk):
    case_id, accounts = three_banks(desk)
    granted(desk, accounts[0])
    plan = cases.load_case(desk, case_id).chosen(accounts[0].id)
    details = ReplyDetails(refusal="other", again_on=NOW.date())
    desk.run(replies.record_replies, (plan.id,), "refused", "李经理", details)
    later = NOW + timedelta(days=90)
    on(desk, later.year, later.month, later.day)
    assert "again" in {kind for kind, _ in seen(desk, 0)}
    desk.run(replies.record_replies, (plan.id,), "granted", "李经理", ReplyDetails())
    assert "again" not in {kind for kind, _ in seen(desk, 0)}


@pytest.mark.parametrize(("days", "expected"), [(5, "材料将过期"), (0, "材料已过期"), (-27, "材料已过期")])
def test_a_proof_that_ran_out_is_not_about_to(days, expected):
    task = Task("stale", "evidence.income", holds_up=("招商银行", "平安银行"))
    words = Wording("zh-Hans")
    assert kind_text(task, days, words) == expected
    assert banks_text(task, words) == "招商银行、平安银行"
    assert banks_text(Task("advance", ""), words) == ""


def test_a_missed_instalment_stays_until_it_is_paid_or_treated(desk, kept):
    on(desk, 2026, 12, 20)
    (line,) = (one for one in day_of_work(desk, 0).lines if one.task.kind == "missed")
    assert (line.task.no, line.task.place, line.days) == (1, f"keep.{kept.id}.instalments", -10)
    desk.run(payments.add_payment, kept.id, date(2026, 12, 20), Money(2_000_00))
    assert "missed" not in {kind for kind, _ in seen(desk, 0)}


@pytest.mark.parametrize(
    ("treatment", "told"),
    [
        (("skip", None, None), []),
        (("append", None, None), []),
        (("move", None, date(2026, 12, 28)), [(1, date(2026, 12, 28), 500_00)]),  # put off, and not paid then either
        (("part", Money(200_00), None), [(1, date(2026, 12, 10), 200_00)]),  # the part that was agreed is still due
    ],
)
def test_what_was_agreed_of_an_instalment_and_not_paid_is_told_as_missed(desk, kept, treatment, told):
    on(desk, 2026, 12, 9)
    kind, amount, to = treatment
    desk.run(schedules.treat_instalment, kept.id, 1, kind, "住院", amount, to, "录音 7")
    on(desk, 2027, 1, 5)
    missed = [one.task for one in day_of_work(desk, 0).lines if one.task.kind == "missed"]
    assert [(one.no, one.on, one.amount.minor) for one in missed] == told


def test_a_complaint_stands_before_everything_of_its_day(desk, kept):
    came, now = NOW - timedelta(days=1), desk.clock.now()
    desk.run(
        complaints.register, Complaint("k1", kept.case_id, came, "本人", "phone", "tone", "语气不当", now, desk.agent)
    )
    (line,) = (one for one in day_of_work(desk).lines if one.task.kind == "complaint")
    assert line.task.place.startswith("complaint.")
    assert TASK_KINDS[0] == "complaint"


def test_a_grant_that_was_asked_for_is_a_task_of_the_supervisor_alone(desk):
    case_id = desk.run(cases.new_case, "欧阳·阿依古丽")
    account = understand(desk, case_id)
    plan = desk.run(versions.keep_plan, case_id, account.id, terms(account), "按结余商定")
    desk.run(versions.choose, plan.id)
    desk.run(versions.record_approval, plan.id, "supervisor", "requested", desk.agent)
    desk.user = User("u8", "林协商", ("agent",))
    assert "approval" not in {kind for kind, _ in seen(desk)}
    desk.user = User("u9", "周主管", ("supervisor",))
    (line,) = (one for one in day_of_work(desk).lines if one.task.kind == "approval")
    assert line.task.place == f"approval.{account.id}"


def test_one_missing_thing_is_named_with_its_field_and_none_is_ready(desk):
    case_id = desk.run(cases.new_case, "欧阳·阿依古丽")
    account = understand(desk, case_id)
    (line,) = (one for one in day_of_work(desk).lines if one.task.kind in ("gate", "advance"))
    assert (line.task.kind, line.task.place) == ("advance", "")
    desk.run(cases.save_debtor, case_id, replace(cases.load_case(desk, case_id).debtor, addresses=()))
    (line,) = (one for one in day_of_work(desk).lines if one.task.kind in ("gate", "advance"))
    assert (line.task.kind, line.task.place) == ("gate", "debtor.addresses")
    assert account.case_id == line.case_id


def test_a_case_that_was_only_imported_is_nobodys_task(desk):
    desk.run(cases.new_case, "欧阳·阿依古丽")
    read = day_of_work(desk)
    assert read.lines == () and len(read.recent) == 1


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
def test_every_task_has_words(desk, kept, language):
    words = Wording(language)
    assert all(words.has(f"task_kind.{kind}") for kind in TASK_KINDS)
    on(desk, 2026, 12, 20)
    for line in day_of_work(desk, 14).lines:
        assert "{" not in task_detail(line.task, line.stage, words, words.finding)
    assert [when_text(days, words) for days in (None, 0)] == [words.text("day.any"), words.text("day.today")]
    assert "3" in when_text(-3, words) and "3" in when_text(3, words)
