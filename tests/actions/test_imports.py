"""An import is whole or not at all, goes back in a workbook row by row, and can be taken back while nobody worked on it."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import openpyxl
import pytest

from workstation.actions import cases, imports
from workstation.actions.intake import storing
from workstation.errors import Refused
from workstation.money import Money
from workstation.profile.account import Account
from workstation.profile.batch import Import, ImportReject
from workstation.profile.case import Case
from workstation.profile.debtor import Debtor
from workstation.profile.portfolio import kept
from workstation.profile.portfolio.list_rows import unwatched
from workstation.profile.portfolio.named_layout import NamedField
from workstation.store.ledger.judging import judged
from workstation.wording import Wording

HEADER = "姓名,身份证号,银行,卡号,本金,利息,逾期开始日期"
GOOD = "张三,11010519491231002X,招商银行,6225750123456788,1000.00,20.5,2026-08-18"
SECOND = "张三,11010519491231002X,中国银行,6259070123456780,500,0,2026-09-01"
OTHER = "李四,440305198502282172,招商银行,6225750000000001,300,1,2026-10-01"
BAD = "=1+1,440305198502282172,招商银行,=2+5+cmd,-300,x,2026-10-01"


def planned(desk, *lines: str):
    return imports.plan_data(desk, "\n".join((HEADER, *lines)).encode("gb18030"), "list.csv")


def counts(desk) -> tuple[int, ...]:
    return tuple(len(desk.store.find(kind)) for kind in (Debtor, Case, Account))


def codes(action, *arguments) -> list[str]:
    with pytest.raises(Refused) as refusal:
        action(*arguments)
    return [finding.code for finding in refusal.value.findings]


def first_sheet(book: openpyxl.Workbook) -> Any:
    return book.worksheets[0]


def test_a_dry_run_stores_nothing(desk):
    plan = planned(desk, GOOD, SECOND, OTHER, BAD)
    assert (len(plan.claims), len(plan.new_cases), len(plan.rejected)) == (3, 2, 1)
    assert counts(desk) == (0, 0, 0)


def test_an_import_opens_cases_with_all_their_accounts(desk):
    batch = desk.run(imports.import_portfolio, planned(desk, GOOD, SECOND, OTHER, BAD))
    assert counts(desk) == (2, 2, 3)
    assert (batch.rows, batch.accepted, batch.rejected) == (4, 3, 1)
    assert desk.store.find(Import) == (batch,)
    first, second = desk.store.find(Case)
    assert (first.number, second.number) == ("CC-2026-00001", "CC-2026-00002")
    file = cases.load_case(desk, first.id)
    assert (file.debtor.name, file.banks) == ("张三", ("招商银行", "中国银行"))
    assert file.accounts[0].owed == Money(102_050)


def test_the_same_file_again_brings_nothing(desk):
    desk.run(imports.import_portfolio, planned(desk, GOOD, OTHER))
    again = planned(desk, GOOD, OTHER)
    assert [[found.code for found in row.findings] for row in again.rejected] == [["already_on_desk"]] * 2
    assert codes(desk.run, imports.import_portfolio, again) == ["import_empty"]


def test_a_plan_that_the_desk_has_overtaken_is_refused(desk):
    plan, twin = planned(desk, GOOD), planned(desk, GOOD)
    desk.run(imports.import_portfolio, plan)
    assert codes(desk.run, imports.import_portfolio, twin) == ["import_outdated"]


def test_a_later_file_adds_accounts_to_the_open_case(desk):
    desk.run(imports.import_portfolio, planned(desk, GOOD))
    desk.run(imports.import_portfolio, planned(desk, SECOND))
    assert counts(desk) == (1, 1, 2)


def test_nothing_half_done(desk, monkeypatch):
    plan = planned(desk, GOOD, OTHER)
    store = desk.store
    whole = store.load

    def broken(kind, rows, fresh=()):
        if kind is Account:
            raise RuntimeError("power cut")
        whole(kind, rows, fresh)

    monkeypatch.setattr(store, "load", broken)
    with pytest.raises(RuntimeError):
        desk.run(imports.import_portfolio, plan)
    assert counts(desk) == (0, 0, 0)
    assert store.find(Import) == ()


def test_an_import_can_be_undone_once(desk):
    batch = desk.run(imports.import_portfolio, planned(desk, GOOD, SECOND, OTHER))
    assert desk.run(imports.undo_import, batch.id).undone_at is not None
    assert counts(desk) == (0, 0, 0)
    assert codes(desk.run, imports.undo_import, batch.id) == ["import_undone"]
    desk.run(imports.import_portfolio, planned(desk, GOOD, OTHER))
    assert counts(desk) == (2, 2, 2)


def test_undoing_leaves_what_was_there_before(desk):
    desk.run(imports.import_portfolio, planned(desk, GOOD))
    later = desk.run(imports.import_portfolio, planned(desk, SECOND, OTHER))
    desk.run(imports.undo_import, later.id)
    assert counts(desk) == (1, 1, 1)
    assert desk.store.find(Account)[0].bank == "招商银行"


def test_an_import_somebody_worked_on_stays_whole(desk):
    batch = desk.run(imports.import_portfolio, planned(desk, GOOD, OTHER))
    first, second = desk.store.find(Case)
    desk.run(cases.save_conversation, replace(second, reason="illness"))
    with pytest.raises(Refused) as refusal:
        desk.run(imports.undo_import, batch.id)
    assert [finding.figures["number"] for finding in refusal.value.findings] == [second.number]
    assert counts(desk) == (2, 2, 2)
    account = desk.store.find(Account, case_id=first.id)[0]
    desk.run(cases.save_account, replace(account, id="typed", number="1", import_id=""))
    assert codes(desk.run, imports.undo_import, batch.id) == ["import_worked_on"] * 2


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_rejected_rows_go_back_with_the_reason_and_stay_text(desk, language):
    plan = planned(desk, GOOD, BAD)
    sheet = first_sheet(openpyxl.load_workbook(io.BytesIO(imports.rejects_workbook(plan, language))))
    header, row = sheet.iter_rows(values_only=True)
    assert header[: len(plan.header)] == plan.header
    assert row[0] == "=1+1"
    assert row[3] == "=2+5+cmd"
    assert sheet["A2"].data_type == sheet["D2"].data_type == "s"
    assert row[7] == "3"
    words = Wording(language)
    assert all(words.finding(finding) in row[8] for finding in plan.rejected[0].findings)
    assert "{" not in row[8]


def test_a_mended_workbook_is_imported_as_it_is(desk):
    plan = planned(desk, GOOD, BAD)
    desk.run(imports.import_portfolio, plan)
    book = openpyxl.load_workbook(io.BytesIO(imports.rejects_workbook(plan, "zh-Hans")))
    sheet = first_sheet(book)
    sheet["A2"], sheet["D2"], sheet["E2"], sheet["F2"] = "李四", "6225750000000001", "300", 1.5
    out = io.BytesIO()
    book.save(out)
    mended = imports.plan_data(desk, out.getvalue(), "list.csv.rejected.xlsx")
    assert mended.rejected == ()
    desk.run(imports.import_portfolio, mended)
    assert counts(desk) == (2, 2, 2)


def test_a_card_number_typed_as_a_number_has_lost_its_last_digit(desk):
    book = openpyxl.Workbook()
    first_sheet(book).append(["姓名", "银行", "卡号", "本金"])
    first_sheet(book).append(["张三", "招商银行", 6225750123456788, 1000])
    first_sheet(book).append(["李四", "招商银行", 622575012345, 1000])
    out = io.BytesIO()
    book.save(out)
    plan = imports.plan_data(desk, out.getvalue(), "list.xlsx")
    assert [[found.code for found in row.findings] for row in plan.rejected] == [["digits_lost"]]
    assert [claim.account.number for claim in plan.claims] == ["622575012345"]


def test_the_command_line_gets_totals_and_reasons(desk):
    answer = imports.totals_json(planned(desk, GOOD, BAD), Wording("en"))
    assert (answer["rows"], answer["accepted"], answer["rejected"], answer["cases"]) == (2, 1, 1, 1)
    assert answer["totals"]["read"]["CNY"]["principal"] == "700.00"
    assert answer["totals"]["rejected"]["CNY"]["principal"] == "-300.00"
    assert {finding["code"] for finding in answer["findings"]} == {"cell_negative", "cell_amount"}


def test_a_file_that_is_not_there_is_refused(desk, tmp_path):
    assert codes(imports.plan_file, desk, tmp_path / "none.csv") == ["file_unreadable"]


def test_a_long_import_is_several_entries_of_one_log_and_goes_back_whole(desk, monkeypatch):
    monkeypatch.setattr(kept, "BLOCK", 2)
    monkeypatch.setattr(storing, "_LOGGED_AT", 4)
    people = [
        f"人{number},1101051949123{number:05},招商银行,62257501234{number:05},1,0,2026-08-18" for number in range(30)
    ]
    plan = planned(desk, *people, *(line.replace("招商", "中国") for line in people[:3]), BAD)
    entries = len(list(desk.store.ledger.entries()))
    batch = desk.run(imports.import_portfolio, plan)
    assert (counts(desk), len(desk.store.find(ImportReject))) == ((30, 30, 33), 1)
    told = list(desk.store.ledger.entries())[entries:]
    assert len(told) > 3
    assert {(one.action, one.revision, one.at) for one in told} == {(told[0].action, told[0].revision, told[0].at)}
    assert judged(desk.store.ledger).findings == ()
    desk.run(imports.undo_import, batch.id)
    assert counts(desk) == (0, 0, 0)
    assert judged(desk.store.ledger).findings == ()


def test_an_import_that_is_stopped_stores_nothing(desk, monkeypatch):
    monkeypatch.setattr(kept, "BLOCK", 2)
    monkeypatch.setattr(storing, "_LOGGED_AT", 2)
    people = [
        f"人{number},1101051949123{number:05},招商银行,62257501234{number:05},1,0,2026-08-18" for number in range(9)
    ]
    plan = planned(desk, *people)
    before = list(desk.store.ledger.entries())

    def stop(done: int, total: int) -> None:
        if done > total // 2:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        desk.run(imports.import_portfolio, plan, (), stop)
    assert (counts(desk), list(desk.store.ledger.entries())) == ((0, 0, 0), before)
    desk.run(imports.import_portfolio, plan)
    assert counts(desk) == (9, 9, 9)


def test_a_person_far_down_a_long_list_is_joined(desk, monkeypatch):
    monkeypatch.setattr(kept, "BLOCK", 1)
    header = "姓名,身份证号,手机,银行,卡号,本金"
    rows = [f"人{at},{at:018},1390000{at:04},招商银行,{at:016},1" for at in range(20)]
    again = [f"人{at},{at:018},1380000{at:04},中国银行,{at:016},1" for at in range(20)]
    plan = imports.plan_data(desk, "\n".join((header, *rows, *again)).encode(), "list.csv")
    assert len(plan.joins) == 18  # the others were still at hand
    desk.run(imports.import_portfolio, plan)
    assert counts(desk) == (20, 20, 40)
    assert [[phone.number[:3] for phone in one.phones] for one in desk.store.find(Debtor)] == [["139", "138"]] * 20
    assert judged(desk.store.ledger).findings == ()


def test_what_was_named_is_read_by_everybody_and_only_for_that_bank_and_heading(desk, tmp_path) -> None:
    names = (("某列", "name"), ("机构", "bank"), ("凭证", "number"), ("应收", "principal"), ("备注", ""))
    named = tuple(NamedField(field, title) for title, field in names)
    file = tmp_path / "list.csv"
    head = "某列,机构,凭证,应收,备注\n"
    file.write_text(head + "甲甲,示例银行,6225000000000001,5.00,x\n", "utf-8")
    assert codes(imports.plan_said, desk, file, imports.Said(named=named[1:]), unwatched) == ["column_not_named"]
    made = imports.plan_said(desk, file, imports.Said(named=named), unwatched)
    imports.import_beside(desk, made.plan, (), unwatched, made.named)
    file.write_text(head + "乙乙,示例银行,6225000000000002,7.00,x\n", "utf-8")
    assert [claim.account.principal.text() for claim in imports.plan_file(desk, file).claims] == ["7.00"]
    file.write_text(head + "乙乙,别家银行,6225000000000002,7.00,x\n", "utf-8")
    assert "portfolio_column" in codes(imports.plan_file, desk, file)
    file.write_text("某列,机构,凭证,应收\n乙乙,示例银行,6225000000000002,7.00\n", "utf-8")
    assert "portfolio_column" in codes(imports.plan_file, desk, file)
