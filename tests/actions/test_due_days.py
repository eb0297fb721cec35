"""Due days in question: listed with what follows from either answer, answered, taken back, noted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.builders import NOW, TODAY, account
from workstation.actions import cases, due_days
from workstation.casework import gates
from workstation.errors import Refused
from workstation.money import Money
from workstation.profile.account import Account
from workstation.profile.batch import Import
from workstation.profile.case import Case, Stage
from workstation.profile.debtor import Debtor
from workstation.profile.due_day import UNCLEAR

GIVEN = TODAY - timedelta(days=90)


@pytest.fixture
def keep(desk):
    case_id = desk.run(cases.new_case, "张三")

    def kept(source: str, given: date = GIVEN, due_on: date | None = None) -> Account:
        one = replace(
            account(),
            id=f"a-{source}-{given}",
            case_id=case_id,
            due_on=due_on or given,
            due_given=given,
            due_source=source,
        )
        desk.store.add(one)
        return one

    return kept


def test_a_typed_day_is_listed_with_both_readings(desk, keep):
    keep("typed_unclear")
    keep("due_day")
    (line,) = due_days.unclear_due_days(desk)
    assert (line.given, line.file_name, line.name) == (GIVEN, "", "张三")
    assert (line.as_due.days, line.as_due.late) == (90, False)
    assert (line.as_first.days, line.as_first.late, line.as_first.bucket) == (91, True, "M4")
    assert line.differs
    assert due_days.due_days_to_check(desk) == 1


def test_many_are_counted_without_being_read_and_listed_by_list_and_case(desk, monkeypatch):
    """More than are looked up at once, of several cases and lists, some of them typed."""
    monkeypatch.setattr(due_days, "_AT_ONCE", 4)
    names = ("乙.csv", "甲.csv")
    lists = [Import(f"list{at}", name, f"{at:02}" * 32, NOW, "林协商", 5, 5, 0) for at, name in enumerate(names)]
    for one in lists:
        desk.store.add(one)
    case_ids = [desk.run(cases.new_case, f"张{sign}") for sign in "甲乙丙丁戊"]
    for number in range(15):
        source = ("typed_unclear", "bank_unclear", "bank_unclear")[number % 3]
        import_id = "" if source == "typed_unclear" else lists[number % 3 - 1].id
        asked = replace(account(), due_on=GIVEN, due_given=GIVEN, due_source=source, import_id=import_id)
        desk.store.add(replace(asked, id=f"a{number}", case_id=case_ids[number % 5]))
    lines = due_days.unclear_due_days(desk)
    told = [(line.file_name, line.number) for line in lines]
    assert told == sorted(told) and len({line.account.id for line in lines}) == 15
    assert {file for file, _ in told} == {"", "乙.csv", "甲.csv"}
    for line in lines:
        case = desk.store.get(Case, line.account.case_id)
        assert (line.case_id, line.number, line.name) == (
            case.id,
            case.number,
            desk.store.get(Debtor, case.debtor_id).name,
        )
    found = desk.store.find

    def none_unclear(kind, **equals):
        assert equals["due_source"] not in UNCLEAR, "as many are read as there are"
        return found(kind, **equals)

    monkeypatch.setattr(desk.store, "find", none_unclear)
    assert due_days.due_days_to_check(desk) == 15


@pytest.mark.parametrize(("answer", "due_on"), [("due_day", GIVEN), ("first_day", GIVEN - timedelta(days=1))])
def test_an_answer_settles_the_day_and_can_be_taken_back(desk, keep, answer, due_on):
    asked = keep("bank_unclear")
    (answered,) = desk.run(due_days.answer_due_days, [asked.id], answer)
    assert desk.store.get(Account, asked.id) == answered
    assert (answered.due_on, answered.due_given, answered.due_source) == (due_on, GIVEN, answer)
    assert due_days.unclear_due_days(desk) == ()
    desk.run(due_days.ask_again, (asked,))
    assert desk.store.get(Account, asked.id) == asked


def test_an_answer_is_not_taken_back_over_later_work(desk, keep):
    asked = keep("typed_unclear")
    (answered,) = desk.run(due_days.answer_due_days, [asked.id], "due_day")
    later = replace(answered, fees=Money(1))
    desk.store.save(later)
    desk.run(due_days.ask_again, (asked,))
    assert desk.store.get(Account, asked.id) == later


def test_what_is_not_in_question_is_not_answered(desk, keep):
    settled = keep("due_day")
    with pytest.raises(Refused) as refused:
        desk.run(due_days.answer_due_days, [settled.id], "first_day")
    assert refused.value.findings[0].code == "due_day_answered"


@pytest.mark.parametrize(("days", "listed"), [(90, True), (91, False), (29, False), (30, True), (500, False)])
def test_a_column_is_listed_where_its_bucket_or_order_changed(desk, keep, days, listed):
    """``days`` since the first day overdue: one day more is counted from the due day."""
    given = TODAY - timedelta(days=days)
    moved = keep("bank_column", given, given - timedelta(days=1))
    lines = due_days.changed_due_days(desk)
    assert [line.account for line in lines] == ([moved] if listed else [])
    if listed:
        desk.run(due_days.note_due_days, [moved.id])
        assert due_days.changed_due_days(desk) == ()
        assert desk.store.get(Account, moved.id).due_source == "first_day"


def test_no_final_paper_prints_a_day_that_nobody_explained(desk, keep):
    one = keep("typed_unclear")
    file = cases.load_case(desk, one.case_id)
    assert ("due_day_unclear", f"account.{one.id}") in [
        (found.code, found.subject) for found in gates.missing(file, Stage.UNDERSTAND)
    ]
    assert "due_day_unclear" in [found.code for found in gates.final_packet_findings(file, one.bank)]
    desk.run(due_days.answer_due_days, [one.id], "first_day")
    file = cases.load_case(desk, one.case_id)
    assert "due_day_unclear" not in [found.code for found in gates.missing(file, Stage.UNDERSTAND)]
