"""A case is put away with a reason when nothing of it comes due, is hidden from the day's work, and comes back whole."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.actions.keep.three_banks import granted, three_banks
from tests.actions.signed_in import become
from tests.builders import NOW
from workstation.actions import cases
from workstation.actions.contacts import complaints
from workstation.actions.day.reading import day_of_work
from workstation.actions.filing import archive, views
from workstation.actions.filing.choices import NO_DUE_DAY, bucket_names, bucket_spans, reason_codes
from workstation.actions.keep import schedules
from workstation.actions.keep.reading import at_rest
from workstation.actions.keep.registers import coming
from workstation.actions.oversight.timeline import timeline
from workstation.conversation.complaint import Complaint
from workstation.conversation.contact import ContactEntry
from workstation.dates import FixedClock
from workstation.errors import Refused
from workstation.money import Money
from workstation.profile.account import Account
from workstation.store.listing.wanted import EVERY_CASE, CaseFilter
from workstation.store.transfer.newest import newest_of_cases


@pytest.fixture
def case_id(desk) -> str:
    return desk.run(cases.new_case, "张伟明")


def refused(action, *args) -> list[str]:
    with pytest.raises(Refused) as caught:
        action(*args)
    return [one.code for one in caught.value.findings]


def later(desk, minutes: int) -> None:
    desk.clock = desk.store._clock = FixedClock(NOW + timedelta(minutes=minutes))


def talked(desk, case_id: str, key: str, next_on: date | None = None) -> None:
    entry = ContactEntry(key, case_id, desk.clock.now(), "林协商", connected=True, note="通话", next_on=next_on)
    desk.run(cases.log_contact, entry)


def test_a_case_is_put_away_and_brought_back(desk, case_id):
    assert refused(desk.run, archive.archive_case, case_id, "  ") == ["required_field"]
    assert refused(desk.run, archive.bring_back, case_id) == ["case_not_archived"]
    desk.run(archive.archive_case, case_id, " 客户失联 ")
    assert refused(desk.run, archive.archive_case, case_id, "再次") == ["case_archived"]
    assert not desk.store.case_lines() and [one.case_id for one in desk.store.case_lines("zhangwm 已归档")] == [case_id]
    assert desk.store.case_count(only=EVERY_CASE) == 1 and cases.load_case(desk, case_id).debtor.name == "张伟明"
    desk.run(archive.bring_back, case_id, "来电")
    assert [one.case_id for one in desk.store.case_lines()] == [case_id] and not archive.is_archived(desk, case_id)


def test_what_comes_due_keeps_a_case_out_of_the_archive(desk, case_id):
    talked(desk, case_id, "k1", date(2026, 12, 1))
    with pytest.raises(Refused) as caught:
        desk.run(archive.archive_case, case_id, "失联")
    (finding,) = caught.value.findings
    assert (finding.code, finding.figures["day"]) == ("archive_coming", "2026-12-01")
    later(desk, 5)
    talked(desk, case_id, "k2")
    complaint = Complaint("", case_id, NOW, "张伟明", "phone", "tone", "来电太晚", NOW, "")
    desk.run(complaints.register, complaint)
    assert refused(desk.run, archive.archive_case, case_id, "失联") == ["archive_complaint"]
    _, accounts = three_banks(desk)
    granted(desk, accounts[1])
    desk.run(schedules.adopt, accounts[1].id)
    assert refused(desk.run, archive.archive_case, accounts[1].case_id, "失联") == ["archive_coming"]


def test_many_are_judged_one_by_one(desk, case_id):
    other, third = desk.run(cases.new_case, "李四"), desk.run(cases.new_case, "王五")
    talked(desk, other, "k1", date(2026, 12, 1))
    done = desk.run(archive.archive_cases, [case_id, other, third, case_id], "迁出")
    assert done.done == (case_id, third) and [one.code for one in done.left] == ["archive_coming"]
    assert [one.case_id for one in desk.store.case_lines()] == [other]
    assert desk.run(archive.bring_back_cases, [case_id, other, third]).done == (case_id, third)
    assert refused(desk.run, archive.archive_cases, ["x"] * 501, "迁出") == ["filing_too_many"]


def test_the_day_shows_nothing_of_it_until_something_happens(desk, case_id):
    talked(desk, case_id, "k1")
    assert not at_rest(desk) and day_of_work(desk).recent
    later(desk, 10)
    desk.run(archive.archive_case, case_id, "失联")
    assert at_rest(desk) == {case_id} and not day_of_work(desk).recent
    later(desk, 20)
    desk.run(complaints.register, Complaint("", case_id, NOW, "张伟明", "phone", "tone", "来电太晚", NOW, ""))
    assert "complaint" in {line.task.kind for line in day_of_work(desk).lines}


def test_the_end_of_a_time_limit_is_told_of_an_archived_case(desk, case_id):
    account = Account(
        "a1", case_id, "招商银行", "1", principal=Money(100), due_on=desk.clock.today() - timedelta(days=3 * 365)
    )
    desk.run(cases.save_account, account)
    later(desk, 10)
    desk.run(archive.archive_case, case_id, "失联")
    assert [line.task.kind for line in day_of_work(desk).lines] == ["limitation"]
    assert [line.coming.kind for line in coming(desk)] == ["limitation"]


def test_the_log_has_the_reason_and_keeping_is_no_longer(desk, case_id):
    talked(desk, case_id, "k1")
    before = newest_of_cases(desk.store, [case_id])[case_id]
    later(desk, 10)
    desk.run(archive.archive_case, case_id, "客户失联")
    desk.run(archive.give_to, [case_id], "周 专员")
    assert newest_of_cases(desk.store, [case_id])[case_id] == before
    assert [line.action for line in timeline(desk, case_id)][-2:] == [
        "archive.archive_case",
        "archive.give_to",
    ]


def test_cases_are_given_to_an_agent(desk, case_id):
    other = desk.run(cases.new_case, "李四")
    assert desk.run(archive.give_to, [case_id, other], " 周  专员 ").done == (case_id, other)
    assert desk.run(archive.give_to, [case_id], "周 专员").done == ()
    assert desk.store.agent_names() == ("周 专员",)
    desk.run(archive.give_to, [other], "")
    assert [one.case_id for one in desk.store.case_lines(only=CaseFilter(agent="周 专员"))] == [case_id]
    assert [one.case_id for one in desk.store.case_lines(only=CaseFilter(agent=""))] == [other]


def test_views_are_a_persons_own(desk):
    first = desk.run(views.keep_view, " 本周 ", '{"stage": "4"}')
    assert desk.run(views.keep_view, "本周", '{"stage": "5"}').id == first.id
    other = desk.run(views.keep_view, "A 大额", "{}")
    assert [one.name for one in views.kept_views(desk)] == ["A 大额", "本周"]
    assert refused(desk.run, views.rename_view, other.id, "本周") == ["view_exists"]
    assert refused(desk.run, views.rename_view, other.id, " ") == ["required_field"]
    assert desk.run(views.rename_view, other.id, "大额").name == "大额"
    become(desk, "agent")
    assert not views.kept_views(desk)
    assert refused(desk.run, views.drop_view, first.id) == ["not_found"]


def test_buckets_are_those_of_the_rules(desk):
    today, names = desk.clock.today(), bucket_names(desk.packs)
    assert (
        names[0] == "M0" and names[-1] == "M6+" and refused(bucket_spans, desk.packs, "M9", today) == ["choice_unknown"]
    )
    pack = next(iter(desk.packs.values()))
    known = {}
    for days in (-5, 0, 1, 30, 31, 60, 90, 91, 180, 181, 4000, None):
        case_id = desk.run(cases.new_case, f"第{days}天")
        if days is not None:
            account = Account(
                f"a{days}", case_id, "招商银行", "1", principal=Money(1), due_on=today - timedelta(days=days)
            )
            desk.run(cases.save_account, account)
        known[case_id] = NO_DUE_DAY if days is None else pack.bucket(days)
    for name in (*names, NO_DUE_DAY):
        found = desk.store.case_lines(only=CaseFilter(due=bucket_spans(desk.packs, name, today)))
        assert {one.case_id for one in found} == {case_id for case_id, bucket in known.items() if bucket == name}, name


def test_reasons_come_as_the_rules_list_them(desk):
    codes = reason_codes(desk.packs)
    assert codes[: len(next(iter(desk.packs.values())).reasons)] == tuple(next(iter(desk.packs.values())).reasons)
    assert len(set(codes)) == len(codes)
