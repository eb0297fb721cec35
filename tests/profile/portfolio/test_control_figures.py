"""The bank's own sums, counts and totals against its rows; merged cells, headings of two rows, columns that mean the same."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date

import openpyxl
import pytest

from workstation.profile.portfolio.column_mapping import read_mapping
from workstation.profile.portfolio.dry_run import plan_import
from workstation.profile.portfolio.portfolio import ImportPlan

TODAY = date(2026, 11, 28)
HEADER = "姓名,银行,卡号,本金,利息"
ROWS = ("甲,A,6225000000000001,50000,120.50", "乙,A,6225000000000002,1000,0")


def planned(*lines: str, header: str = HEADER, above: tuple[str, ...] = ()) -> ImportPlan:
    return plan_import("\n".join((*above, header, *lines)).encode(), "list.csv", today=TODAY)


def confirm(plan: ImportPlan) -> list[tuple[str, str]]:
    return [(finding.code, finding.subject) for finding in plan.to_confirm]


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("合计,,,51000,120.50", []),
        ("合计,,,99999,120.50", ["sum_differs"]),
        ("合计,,,51000,120.51", ["sum_differs"]),
        ("合计：,2户,,51000,", []),
        ("合计,3户,,51000,", ["sum_count_differs"]),
        ("合计2户,,,51000,", []),
        (",合计,,99999,", ["sum_differs"]),
        ("合计,,,5.1万,", []),
        ("合计,,,1500 2000,", ["sum_unreadable"]),
        ("合计,,,,", []),
    ],
)
def test_a_sum_under_the_list_is_compared_with_its_rows(line, codes):
    plan = planned(*ROWS, line)
    assert [code for code, _ in confirm(plan)] == codes
    assert (len(plan.claims), len(plan.rejected)) == (2, 0)


def test_sums_of_parts_and_of_the_whole():
    assert confirm(planned(ROWS[0], "小计,,,50000,", ROWS[1], "小计,,,1000,", "总计,,,51000,")) == []
    assert confirm(planned(ROWS[0], "小计,,,50000,", ROWS[1], "小计,,,999,", "总计,,,51000,")) == [
        ("sum_differs", "row 5")
    ]


def test_rows_sent_back_still_count_in_the_sum():
    plan = planned(*ROWS, "丙,A,,7,0", "合计,,,51007,")
    assert (len(plan.rejected), confirm(plan)) == (1, [])


def test_what_stands_below_the_sum_is_a_remark_unless_it_owes():
    plan = planned(*ROWS, "合计,,,51000,", "制表：某某,复核：某某,,,", "丙,A,6225000000000003,7,0")
    assert [claim.row for claim in plan.claims] == [2, 3, 6]


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("共 2 户", []),
        ("共 3 户", ["sum_count_differs"]),
        ("户数：2", []),
        ("笔数：4", ["sum_count_differs"]),
        ("2026年第3批", []),
    ],
)
def test_a_number_above_the_list_is_compared_with_its_rows(line, codes):
    assert [code for code, _ in confirm(planned(*ROWS, above=(line,)))] == codes


def test_people_or_accounts_may_have_been_counted():
    header = "姓名,身份证号,银行,卡号,本金"
    rows = ("甲,11010519491231002X,A,6225000000000001,5", "甲,11010519491231002X,B,6225000000000002,6")
    assert confirm(planned(*rows, "合计,1户,,,11", header=header)) == []
    assert confirm(planned(*rows, "合计,2笔,,,11", header=header)) == []


def test_a_total_that_its_parts_do_not_make_is_confirmed():
    plan = planned("甲,A,6225000000000001,50000,120.50,52000", header=HEADER + ",欠款总额")
    assert confirm(plan) == [("total_differs", "row 2")]


def test_charges_of_two_names_add_up():
    header = "姓名,银行,卡号,本金,违约金,滞纳金,手续费,其他费用"
    (claim,) = planned("甲,A,6225000000000001,50000,60,40,7,8", header=header).claims
    assert (claim.account.penalty.minor, claim.account.fees.minor) == (10000, 1500)


def test_an_amount_that_was_not_counted_is_told():
    plan = planned("甲,A,6225000000000001,100000,8000,50000", header="姓名,银行,卡号,本金,逾期本金,剩余本金")
    assert plan.claims[0].account.principal.minor == 5000000
    left = [finding.figures["column"] for finding in plan.advice if finding.code == "amount_column_left"]
    assert left == ["本金", "逾期本金"]


def book(*rows: Sequence[object], merged: tuple[str, ...] = ()) -> bytes:
    made, out = openpyxl.Workbook(), io.BytesIO()
    sheet = made.worksheets[0]
    for row in rows:
        sheet.append(list(row))
    for cells in merged:
        sheet.merge_cells(cells)
    made.save(out)
    return out.getvalue()


LIST: list[list[object]] = [
    ["姓名", "银行", "卡号", "本金"],
    ["甲", "A", "6225000000000001", 5],
    [None, "B", "6225000000000002", 6],
]


def test_a_merged_name_speaks_for_all_its_rows():
    plan = plan_import(book(*LIST, merged=("A2:A3",)), "list.xlsx", today=TODAY)
    assert [(claim.account.bank, claim.account.principal.minor) for claim in plan.claims] == [("A", 500), ("B", 600)]
    assert {new.debtor.name for new in plan.new_cases} == {"甲"}


def test_a_merged_amount_is_that_of_no_single_row():
    rows: list[list[object]] = [LIST[0], ["甲", "A", "6225000000000001", 5], ["甲", "B", "6225000000000002", None]]
    plan = plan_import(book(*rows, merged=("D2:D3",)), "list.xlsx", today=TODAY)
    codes = [[finding.code for finding in row.findings] for row in plan.rejected]
    assert (len(plan.claims), codes) == (0, [["cell_merged"], ["cell_merged"]])


@pytest.mark.parametrize("merged", [(), ("A1:A2", "B1:B2", "C1:C2", "D1:E1")])
def test_a_heading_of_two_rows(merged):
    rows: list[list[object]] = [
        ["姓名", "银行", "卡号", "欠款", None],
        [None, None, None, "本金", "利息"],
        ["甲", "A", "6225000000000001", 5, 6],
    ]
    (claim,) = plan_import(book(*rows, merged=merged), "list.xlsx", today=TODAY).claims
    assert (claim.row, claim.account.principal.minor, claim.account.interest.minor) == (3, 500, 600)


def test_a_column_without_a_title_can_be_mapped():
    mapping = read_mapping('[fields.principal]\ncolumn = "[D]"\n', "bank.toml")
    (claim,) = plan_import("姓名,银行,卡号,\n甲,A,1,5\n".encode(), "list.csv", mapping, today=TODAY).claims
    assert claim.account.principal.minor == 500
