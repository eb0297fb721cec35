"""Cases are kept by the longest rule; what is due is listed, deleted by a supervisor's word under the list's code, and logged."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from tests.actions.keep.test_keep import later
from tests.actions.keep.three_banks import granted, three_banks
from tests.actions.signed_in import become
from tests.actions.test_cases import refused
from tests.builders import NOW, TODAY, account
from workstation.actions import cases
from workstation.actions.contacts import complaints
from workstation.actions.evidence.items import add_file
from workstation.actions.integrity import check_desk
from workstation.actions.keep import ends, payment_import, payments, promises, replies, retention, schedules
from workstation.actions.oversight.log import verify_log
from workstation.casework.draft import Draft
from workstation.conversation.complaint import Complaint
from workstation.conversation.contact import ContactEntry
from workstation.money import Money
from workstation.profile.account import Account
from workstation.profile.batch import Import, ImportReject
from workstation.profile.case import Case
from workstation.profile.debtor import Debtor
from workstation.store.records.repository import Mappers
from workstation.store.transfer.newest import newest_of_cases
from workstation.store.transfer.scopes import SCOPES

UNTIL = date(2031, 11, 23)
"""Five years after the last record, which stands here after the settlement."""


@pytest.fixture
def case(desk, tmp_path):
    """A case with something of nearly every kind, all of it settled today."""
    case_id, accounts = three_banks(desk)
    granted(desk, accounts[1])
    desk.run(schedules.adopt, accounts[1].id)
    desk.run(schedules.treat_instalment, accounts[1].id, 1, "append", "失业", consent="电话")
    paid = desk.run(payments.add_payment, accounts[1].id, date(2026, 11, 20), Money(1_00))
    desk.run(payments.reverse_payment, paid.id, None, "退票")
    desk.run(replies.note_oral_agreement, accounts[1].id, NOW, "同意减免", "REC-1")
    taken = desk.run(
        promises.take_promise, accounts[1].id, date(2026, 12, 1), Money(1_00), source="工资",
        accepted=("promise_budget_unknown", "promise_over_budget"),
    )  # fmt: skip
    desk.run(promises.cancel_promise, taken.id, "并入方案")
    desk.run(cases.log_contact, ContactEntry("e1", case_id, NOW, "林协商", note="答应还款"))
    (tmp_path / "证明.csv").write_text("a,b\n1,2\n", "utf-8")
    add_file(desk, case_id, "id_card", tmp_path / "证明.csv")
    for one in accounts:
        desk.run(ends.settle, one.id, TODAY, confirmed=True)
    desk.store.add(Draft("u/c/f", "f", case_id, desk.agent, "{}", "{}", NOW))
    return case_id


def open_case(desk):
    """Another case, of which something is owed."""
    other = desk.run(cases.new_case, "周海")
    desk.run(cases.save_account, account(id="o1", case_id=other))
    return other


def due(desk, day=UNTIL + timedelta(days=1)):
    later(desk, datetime.combine(day, NOW.time(), UTC))
    return retention.deletable(retention.retention_lines(desk))


def holds(desk):
    return [one.code for line in retention.retention_lines(desk) for one in line.retention.holds]


def test_nothing_is_deletable_before_its_day(desk, case):
    (line,) = retention.retention_lines(desk)
    assert (line.retention.keep_until, holds(desk)) == (UNTIL, ["retention_not_yet"])
    code = retention.list_code([line])
    assert [one for one, _ in refused(desk.run, retention.delete_cases, [case], code)] == ["retention_not_yet"]
    assert due(desk, UNTIL) == () and len(due(desk)) == 1
    assert desk.store.find(Case)


def test_the_newest_record_of_any_kind_counts(desk, case):
    later(desk, datetime(2028, 3, 1, 9, 0, tzinfo=UTC))
    desk.run(cases.log_contact, ContactEntry("e2", case, desk.clock.now(), "林协商", note="来电询问"))
    (line,) = retention.retention_lines(desk)
    assert (line.retention.last.table, line.retention.keep_until) == ("contact_entry", date(2033, 3, 1))


def test_every_kind_that_bears_an_instant_is_looked_at(desk, case):
    newest = newest_of_cases(desk.store, [case])[case]
    latest = max(
        getattr(entity, name)
        for kind, scope in SCOPES.items() if scope.belongs in ("case", "stays") and kind is not Case
        for entity in desk.store.find(kind, case_id=case)
        for name in kind.__dataclass_fields__ if isinstance(getattr(entity, name), datetime)
    )  # fmt: skip
    assert newest.at == latest and newest_of_cases(desk.store, [case]) == {case: newest}


@pytest.mark.parametrize("how", ["sold", "lawsuit", "withdrawn_by_debtor"])
def test_what_was_closed_unsettled_waits_for_the_settlement(desk, case, how):
    first = cases.load_case(desk, case).accounts[0]
    desk.run(ends.reopen_account, first.id, "x")
    assert holds(desk) == ["retention_open"]
    desk.run(ends.close, first.id, how, TODAY, "x")
    assert due(desk, date(2099, 1, 1)) == () and holds(desk) == ["retention_not_settled"]


def test_an_open_complaint_and_unknown_years_hold(desk, case):
    made = desk.run(complaints.register, Complaint("k1", case, NOW, "本人", "phone", "tone", "态度", NOW, "林协商"))
    assert "retention_complaint" in holds(desk)
    assert made
    pack = desk.packs["cn-card"]
    desk.packs = {**desk.packs, "cn-card": replace(pack, conduct=replace(pack.conduct, record_years=None))}
    assert "retention_years_unknown" in holds(desk) and due(desk, date(2099, 1, 1)) == ()


def rows(desk):
    return {mapper.table: len(desk.store.find(mapper.kind)) for mapper in Mappers()}


def test_a_run_deletes_the_whole_case_and_nothing_else_and_is_logged(desk, case):
    other = open_case(desk)
    before = rows(desk)
    lines = due(desk)
    assert [line.case_id for line in lines] == [case]
    run = retention.run_deletion(desk, [case], retention.list_code(lines))
    assert [one.line.number for one in run.cases] == [lines[0].number] and run.by == desk.agent
    assert refused(cases.load_case, desk, case)[0][0] == "not_found"
    assert [one.id for one in desk.store.find(Case)] == [other] and len(desk.store.find(Debtor)) == 1
    for mapper in Mappers():
        if mapper.has_case:
            assert not desk.store.find(mapper.kind, case_id=case), mapper.table
    assert not desk.store.find(Draft) and before["debtor"] == 2
    assert run.cases[0].records == sum(before.values()) - sum(rows(desk).values()) - 1  # the draft is not counted
    assert (run.cases[0].files, run.set_aside) == (1, 1)
    (past,) = retention.past_runs(desk)
    assert (past.by, past.cases, past.records) == (desk.agent, 1, run.cases[0].records)
    assert verify_log(desk).findings == () and check_desk(desk).findings == ()


def test_a_run_is_all_or_none_and_only_of_the_list_that_was_seen(desk, case):
    lines = due(desk)
    for code in ("", "00000000", retention.list_code(())):
        assert refused(retention.run_deletion, desk, [case], code) == [("retention_list_changed", "desk.folder")]
    other = open_case(desk)
    codes = [one for one, _ in refused(retention.run_deletion, desk, [case, other], retention.list_code(lines))]
    assert "retention_open" in codes and len(desk.store.find(Case)) == 2


def test_only_a_supervisor_deletes(desk, case):
    lines = due(desk)
    become(desk, "agent")
    assert refused(retention.run_deletion, desk, [case], retention.list_code(lines))[0][0] == "role_supervisor"
    assert desk.store.find(Case)


def test_a_debtor_of_another_case_stays(desk, case):
    mine = desk.store.get(Case, case)
    desk.store.add(replace(mine, id="again", number="CC-2026-00077"))
    lines = [line for line in due(desk) if line.case_id == case]
    retention.run_deletion(desk, [case], retention.list_code(lines))
    assert desk.store.find(Debtor, id=mine.debtor_id) and cases.load_case(desk, "again").debtor.id == mine.debtor_id


def test_a_file_that_another_case_names_stays_in_its_place(desk, case, tmp_path):
    other = open_case(desk)
    add_file(desk, other, "id_card", tmp_path / "证明.csv")
    lines = due(desk)
    assert retention.run_deletion(desk, [case], retention.list_code(lines)).set_aside == 0
    assert check_desk(desk).findings == ()


def rejected_list(desk):
    """A list of payments of which one row was taken and one fits nobody; answers its import."""
    tail = desk.store.find(Account)[1].number
    data = f"还款日期,卡号,姓名,还款金额\n2026-11-20,{tail},,5.00\n2026-11-20,6222999900001111,路人甲,7.00\n"
    plan = payment_import.plan_payments(desk, data.encode(), "还款.csv")
    return desk.run(payment_import.import_payments, plan, (2,), in_balance=False)


def lists_of(lines):
    return [(line.name, line.rows, [one.code for one in line.retention.holds]) for line in lines if line.rows]


def test_rejected_rows_of_a_list_are_listed_and_deleted_by_the_longest_rule(desk):
    case_id, accounts = three_banks(desk)
    batch = rejected_list(desk)
    held = ["retention_list_kept", "retention_not_yet"]
    assert lists_of(retention.retention_lines(desk)) == [("还款.csv", 1, held)]
    later(desk, datetime.combine(UNTIL + timedelta(days=1), NOW.time(), UTC))
    assert lists_of(retention.retention_lines(desk)) == [("还款.csv", 1, held[:1])]  # its case is still at the desk
    for one in accounts:
        desk.run(ends.settle, one.id, desk.clock.today(), confirmed=True)
    lines = due(desk, date(2099, 1, 1))
    run = retention.run_deletion(desk, [case_id], retention.list_code(lines))
    assert [one.line.case_id for one in run.cases] == [case_id]
    lines = due(desk, date(2099, 1, 2))
    assert lists_of(lines) == [("还款.csv", 1, [])]
    code = retention.list_code(lines)
    assert refused(retention.run_deletion, desk, [batch.id], "00000000")[0][0] == "retention_list_changed"
    run = retention.run_deletion(desk, [batch.id], code)
    assert [(one.records, one.files) for one in run.cases] == [(1, 0)]
    assert desk.store.find(ImportReject) == () and desk.store.find(Import, id=batch.id)
    assert retention.past_runs(desk)[0].records == 1 and verify_log(desk).findings == ()


def test_rejected_rows_whose_years_nobody_knows_stay(desk):
    three_banks(desk)
    rejected_list(desk)
    pack = desk.packs["cn-card"]
    desk.packs = {**desk.packs, "cn-card": replace(pack, conduct=replace(pack.conduct, record_years=None))}
    assert "retention_rejects_unknown" in lists_of(retention.retention_lines(desk))[0][2]
