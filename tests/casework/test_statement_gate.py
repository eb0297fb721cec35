"""A statement that contradicts its own control figures is in no final packet until somebody has explained why."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.builders import case_file
from workstation.actions.papers.packet.source import statement_findings
from workstation.casework.case_file import CaseFile
from workstation.casework.gating.statement_gate import statement_gate
from workstation.errors import Finding
from workstation.evidence.statements.hand_mapping import HandMapping
from workstation.evidence.verification import CheckResult, Verification, Waiver

AT = datetime(2026, 11, 28, tzinfo=UTC)
BILL = (
    "记账日期,货币,交易金额,联机余额,交易摘要,对手信息,客户摘要\n"
    "2026-03-02,CNY,-100.00,900.00,购物,店,\n"
    "2026-03-10,CNY,300.00,1200.00,代发工资,某公司,\n"
    "合计,,{sum},,,,\n"
)


def case_with() -> CaseFile:
    file = case_file()
    item = replace(file.items[0], id="s", file_name="bill.csv")
    return replace(file, items=(item,), verifications=(), waivers=())


def found(file: CaseFile, stated: str) -> list[str]:
    findings = statement_findings(file, {"s": BILL.format(sum=stated).encode()})
    return [f"{one.code} {one.subject}" for one in findings]


def check(note: str, result: CheckResult = "ok") -> Verification:
    return Verification("v", "s", "c", "arithmetic", result, AT, "林某", note)


def test_a_difference_closes_the_gate():
    file = case_with()
    assert found(file, "200.00") == []
    assert found(file, "999.00") == [f"statement_contradicted evidence.{file.items[0].requirement}"]


@pytest.mark.parametrize(
    ("verification", "opens"),
    [(check("合计含上月一笔，已与银行核对"), True), (check(" "), False), (check("不符", "failed"), False)],
)
def test_a_check_with_a_note_explains_it(verification, opens):
    file = replace(case_with(), verifications=(verification,))
    assert (found(file, "999.00") == []) is opens


def test_a_supervisor_may_waive_it():
    file = case_with()
    waiver = Waiver("w", file.case.id, file.items[0].requirement, "原件已遗失", "主管", AT)
    assert found(replace(file, waivers=(waiver,)), "999.00") == []


def test_what_is_no_statement_has_no_control_figures():
    assert statement_findings(case_with(), {"s": b"no statement"}) == ()


UNKNOWN = "记账日,借,贷,结余\n2026-03-02,100.00,,900.00\n2026-03-10,,300.00,1200.00\n合计,{loss},300.00,\n"
MAPPED = HandMapping(
    "某农商行", ("记账日", "借", "贷", "结余"), {"day": "记账日", "loss": "借", "gain": "贷", "balance": "结余"}
)


@pytest.mark.parametrize(("loss", "closes"), [("100.00", False), ("999.00", True)])
def test_a_statement_mapped_by_hand_is_judged_as_one_of_a_known_layout(loss, closes):
    contents = {"s": UNKNOWN.format(loss=loss).encode()}
    assert statement_findings(case_with(), contents) == ()
    findings = statement_findings(case_with(), contents, own=(MAPPED,))
    assert [one.code for one in findings] == ["statement_contradicted"] * closes


@pytest.mark.parametrize("code", ["pdf_pages_break", "pdf_page_unreadable", "pdf_row_unreadable"])
def test_pages_and_rows_that_were_not_read_close_the_gate(code):
    file = case_with()
    assert [one.code for one in statement_gate(file, file.items[0], [Finding(code, "page 2")])] == [
        "statement_contradicted"
    ]


@pytest.mark.parametrize(("code", "closes"), [("sheet_left", True), ("currency_mixed", False)])
def test_a_sheet_that_was_not_read_closes_it_as_well(code, closes):
    file = case_with()
    assert bool(list(statement_gate(file, file.items[0], [Finding(code, "二月")]))) is closes
