"""The registers over every case: oral agreements, what comes due, the yearly review, and kept rates with their formulas."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from tests.actions.keep.test_keep import later
from tests.actions.keep.three_banks import granted, three_banks
from tests.builders import NOW, TODAY, account
from tests.documents import poppler
from workstation.actions import cases
from workstation.actions.keep import (
    ends,
    payments,
    promises,
    register_tables,
    register_texts,
    registers,
    replies,
    schedules,
)
from workstation.actions.keep.reading import read_aside
from workstation.casework.keeping.oral_register import OralFilter
from workstation.casework.keeping.review import review_of
from workstation.errors import Refused
from workstation.evidence.verification import EvidenceItem
from workstation.money import Money
from workstation.policy.keeping_rules import keeping_calendar, load_keeping_calendar
from workstation.promise.promise_entry import PromiseChange
from workstation.wording import Wording

FIRST_DUE = date(2026, 12, 10)
ACCEPTED = ("promise_budget_unknown", "promise_over_budget", "promises_broken_before")


@pytest.fixture
def case(desk):
    case_id, accounts = three_banks(desk)
    granted(desk, accounts[1])
    desk.run(schedules.adopt, accounts[1].id)
    return case_id, accounts


def cases_holding(desk, due):
    """A new case with one card that fell due on a day."""
    case_id = desk.run(cases.new_case, "王五")
    desk.run(cases.save_account, account(id="late", case_id=case_id, due_on=due, due_source=""))
    return case_id


def promise(desk, account, minor=300_00, on=date(2026, 12, 1), **changes):
    return desk.run(promises.take_promise, account.id, on, Money(minor), source="工资", accepted=ACCEPTED, **changes)


def said(desk, days, case_id=""):
    return [(one.coming.kind, one.coming.on.isoformat(), one.days) for one in registers.coming(desk, days, case_id)]


@pytest.mark.parametrize(
    ("due", "told"), [("2023-11-29", True), ("2023-11-30", True), ("2023-12-01", False), ("2023-10-23", False)]
)
def test_a_time_limit_that_ends_soon_is_told_of_any_case(desk, due, told):
    """Seven days are told ahead of 23 November 2026, thirty after; nothing else is on record of the case."""
    case_id = cases_holding(desk, date.fromisoformat(due))
    lines = [one.coming for one in registers.coming(desk) if one.coming.kind == "limitation" and one.case_id == case_id]
    assert [one.on.isoformat() for one in lines] == ([f"2026{due[4:]}"] if told else [])


def test_the_register_holds_an_agreement_until_its_account_is_settled(desk, case):
    _, (first, second, _) = case
    desk.run(replies.note_oral_agreement, second.id, NOW, "同意减免违约金", "REC-0042", "李经理", "工号 88")
    desk.run(replies.note_oral_agreement, first.id, datetime(2026, 11, 20, 3, 0, tzinfo=UTC), "同意停催", "U 盘 3 号")
    lines = registers.oral_register(desk)
    assert [one.agreement.recording for one in lines] == ["REC-0042", "U 盘 3 号"]
    assert [(one.settled_on, one.keep_until) for one in lines] == [(None, None)] * 2
    desk.run(ends.settle, second.id, TODAY, confirmed=True)
    settled, open_one = registers.oral_register(desk)
    assert (settled.settled_on, settled.keep_until) == (TODAY, date(2031, 11, 23))  # five years, and settled before
    wanted = {
        OralFilter("REC-00"): [settled], OralFilter("李經理"): [settled], OralFilter(open_only=True): [open_one],
        OralFilter(from_on=TODAY): [settled], OralFilter(to_on=date(2026, 11, 20)): [open_one], OralFilter("无此字"): [],
    }  # fmt: skip
    for chosen, found in wanted.items():
        assert list(registers.oral_register(desk, wanted=chosen)) == found, chosen


def test_an_account_closed_unsettled_keeps_its_recording(desk, case):
    account = case[1][1]
    desk.run(replies.note_oral_agreement, account.id, NOW, "x", "y")
    desk.run(ends.close, account.id, "sold", TODAY, "x")
    assert registers.oral_register(desk)[0].settled_on is None


def test_what_comes_due_is_told_until_it_is_done(desk, case):
    case_id, (first, second, _) = case
    promise(desk, second)
    assert said(desk, 7) == []
    assert said(desk, 8) == [("promise", "2026-12-01", 8)]
    assert said(desk, 17, case_id) == [("promise", "2026-12-01", 8), ("instalment", "2026-12-10", 17)]
    granted(desk, first, valid_until=date(2026, 11, 30), again_on=date(2026, 11, 25))
    assert said(desk, 7) == [("again", "2026-11-25", 2), ("offer", "2026-11-30", 7)]
    later(desk, datetime(2026, 12, 2, 9, 0, tzinfo=UTC))
    desk.run(payments.add_payment, second.id, date(2026, 11, 30), Money(300_00))
    assert said(desk, 8) == [
        ("again", "2026-11-25", -7),
        ("instalment", "2026-12-10", 8),
    ]  # kept, and the offer is past
    instalment = registers.coming(desk, 8)[-1].coming
    assert (instalment.no, instalment.amount) == (1, Money(200_00))


def test_a_settled_account_asks_for_its_certificate_only(desk, case):
    account = case[1][1]
    desk.run(ends.settle, account.id, TODAY, chase_on=date(2026, 11, 28), confirmed=True)
    assert said(desk, 30) == [("certificate", "2026-11-28", 5)]


def test_whom_nobody_may_call_is_said_so(desk, case):
    (line,) = registers.coming(desk, 17)
    assert (line.phone, line.closed) != ("", None)
    words = Wording("zh-Hans")
    assert register_texts.call_text(replace(line, phone=""), words) == "无电话号码"
    assert register_texts.call_text(replace(line, phone="1", closed=None), words) == "可以拨打"


def review(desk, case_id):
    return review_of(cases.load_case(desk, case_id), keeping_calendar())


def test_the_review_comes_a_year_after_the_schedule_and_asks_for_what_ages(desk, case):
    case_id = case[0]
    found = review(desk, case_id)
    assert (found.on, found.invite_on, found.adopted_on) == (date(2027, 11, 23), date(2027, 9, 28), TODAY)
    codes = [tuple(one.code for one in proof_.any_of) for proof_ in found.proofs]
    assert ("bank_statement",) in codes and ("income_proof", "tax_record", "income_declaration") in codes
    assert not any("signed_declaration" in group for group in codes)
    assert said(desk, 17) == [("instalment", "2026-12-10", 17)]


@pytest.mark.parametrize(
    ("today", "received", "on", "missing"),
    [
        (date(2027, 9, 27), None, date(2027, 11, 23), True),
        (date(2027, 10, 1), date(2027, 9, 28), date(2028, 11, 23), True),  # done: the next one
        (date(2027, 10, 1), date(2027, 9, 27), date(2027, 11, 23), True),  # a day before the invitation
        (date(2028, 2, 1), None, date(2027, 11, 23), True),  # missed: it stays until the next one begins
        (date(2028, 2, 1), date(2028, 1, 31), date(2028, 11, 23), True),  # late, and done
        (date(2028, 9, 28), None, date(2028, 11, 23), True),
    ],
)
def test_a_review_is_done_when_each_proof_came_in_its_time(desk, case, today, received, on, missing):
    file = cases.load_case(desk, case[0])
    found = review_of(file, keeping_calendar())
    items = [
        EvidenceItem(
            f"i{number}", "c1", one.any_of[-1].code, "0" * 64, "x.pdf", 1, "application/pdf",
            datetime.combine(received, NOW.time(), UTC), "林协商",
        )
        for number, one in enumerate(found.proofs)
    ] if received else []  # fmt: skip
    later_file = replace(file, today=today, items=tuple(items))
    again = review_of(later_file, keeping_calendar())
    assert (again.on, bool(again.missing)) == (on, missing)


def test_a_case_without_a_schedule_has_no_review(desk, case):
    desk.run(ends.settle, case[1][1].id, TODAY, confirmed=True)
    assert review(desk, case[0]) is None and registers.reviews(desk) == ()


def test_a_rate_comes_with_its_formula_and_its_promises(desk, case):
    _, (_, second, _) = case
    kept, broken = promise(desk, second, 100_00), promise(desk, second, 300_00, date(2026, 12, 3))
    later(desk)
    waiting = promise(desk, second, 50_00, desk.clock.today() + timedelta(days=20))
    desk.run(payments.add_payment, second.id, date(2026, 12, 1), Money(250_00))
    (line,) = registers.rate_lines(desk, "bank")
    assert (register_texts.count_formula(line), register_texts.amount_formula(line)) == (
        "1 / 2 = 50.0 %", "250.00 / 400.00 = 62.5 %",
    )  # fmt: skip
    assert [(one.entry.id, one.state.state) for one in line.promises] == [
        (kept.id, "kept"), (broken.id, "partly_kept"), (waiting.id, "open"),
    ]  # fmt: skip
    (of_day,) = registers.rate_lines(desk, "agent", from_on=date(2026, 12, 2), to_on=date(2026, 12, 31))
    assert (of_day.group, of_day.rate.kept, of_day.rate.due) == (desk.agent, 0, 1)
    assert registers.rate_lines(desk, "method", to_on=date(2026, 11, 30)) == ()
    assert desk.store.find(PromiseChange) == ()


def test_two_debtors_of_one_name_are_two_groups_and_a_bank_of_two_names_is_one(desk, case):
    _, (_, second, _) = case
    other = desk.run(cases.new_case, "欧阳·阿依古丽")
    account = replace(second, id="x", case_id=other, bank="平安银行股份有限公司", number="6222000011117777")
    desk.run(cases.save_account, account)
    promise(desk, second), promise(desk, account)
    assert [one.group for one in registers.rate_lines(desk, "debtor")] == ["欧阳·阿依古丽"] * 2
    assert len(registers.rate_lines(desk, "bank")) == 1


def missing(table, text):
    """Headings and amounts that the paper does not show; columns are narrow, so that words may be broken."""
    plain = "".join(text.split())
    amounts = [value.grouped() for row in table.rows for value in row if isinstance(value, Money)]
    return [one for one in (*table.header, *amounts) if "".join(one.split()) not in plain]


def test_every_register_leaves_as_workbook_csv_and_paper(desk, case, tmp_path):
    _, (_, second, _) = case
    desk.run(replies.note_oral_agreement, second.id, NOW, "=1+1", "REC")
    promise(desk, second)
    words = Wording("zh-Hans")
    made = (
        register_tables.oral_table(registers.oral_register(desk), words),
        register_tables.coming_table(registers.coming(desk, 30), words),
        register_tables.reviews_table(registers.reviews(desk), words),
        register_tables.rates_table(registers.rate_lines(desk, "method"), "method", words),
    )
    for number, table in enumerate(made):
        assert table.rows and all(len(row) == len(table.header) == len(table.widths) for row in table.rows)
        assert register_tables.write_listing(desk, tmp_path / f"{number}.xlsx", table, words).read_bytes()[:2] == b"PK"
        text = register_tables.write_listing(desk, tmp_path / f"{number}.csv", table, words).read_text("utf-8-sig")
        assert text.startswith(table.header[0])
        paper = register_tables.write_listing(desk, tmp_path / f"{number}.pdf", table, words).read_bytes()
        assert not missing(table, poppler.text(paper, tmp_path))
    assert "'=1+1" in (tmp_path / "0.csv").read_text("utf-8-sig")
    with pytest.raises(Refused, match="export_kind_unknown"):
        register_tables.write_listing(desk, tmp_path / "x.docx", made[0], words)


def test_a_register_is_read_beside_the_window(desk, case):
    assert read_aside(desk, lambda other: registers.coming(other, 17))() == registers.coming(desk, 17)


def test_a_mistake_in_the_rules_is_named(tmp_path):
    file = tmp_path / "rules.toml"
    file.write_text("dated = 2026-11-29\n[sources]\n[reminders]\ndays = { value = 900, source = 'x' }\n", "utf-8")
    with pytest.raises(Refused) as refused:
        load_keeping_calendar(file)
    assert {"pack_value", "pack_missing"} <= {one.code for one in refused.value.findings}
