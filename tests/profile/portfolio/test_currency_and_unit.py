"""Currency and unit that a portfolio says in a title or above its list, and the other sheets that hold a list, too."""

from __future__ import annotations

import io
from datetime import date

import pytest
from openpyxl import Workbook

from workstation.errors import Refused
from workstation.profile.portfolio import list_rows
from workstation.profile.portfolio.dry_run import plan_import
from workstation.profile.portfolio.portfolio import ImportPlan

TODAY = date(2026, 11, 30)
ROW = "张三,招商银行,6225750123456788"


def planned(*lines: str) -> ImportPlan:
    return plan_import("\n".join(lines).encode(), "名单.csv", today=TODAY)


def owed(plan: ImportPlan) -> list[str]:
    return [f"{one.account.principal.text()} {one.account.currency}" for one in plan.claims]


@pytest.mark.parametrize(
    ("title", "cell", "expected"),
    [
        ("本金（万）", "1.5", "15000.00 CNY"),
        ("本金（人民币万元）", "1.5", "15000.00 CNY"),
        ("本金（万元人民币）", "1.5", "15000.00 CNY"),
        ("本金（百元）", "1.5", "150.00 CNY"),
        ("本金（亿元）", "0.0001", "10000.00 CNY"),
        ("本金（美元）", "1.5", "1.50 USD"),
        ("本金(HKD)", "1.5", "1.50 HKD"),
        ("本金（千美元）", "1.5", "1500.00 USD"),
        ("本金（含息）", "1.5", "1.50 CNY"),
    ],
)
def test_a_title_says_currency_and_unit(title: str, cell: str, expected: str) -> None:
    assert owed(planned(f"姓名,银行,卡号,{title}", f"{ROW},{cell}")) == [expected]


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        ("单位：万元", "15000.00 CNY"),
        ("币种：美元", "1.50 USD"),
        ("币种：港币,,单位：千元", "1500.00 HKD"),
        ("单位：某某资产管理有限公司", "1.50 CNY"),
    ],
)
def test_a_line_above_says_currency_and_unit(above: str, expected: str) -> None:
    assert owed(planned("委案名单", above, "姓名,银行,卡号,本金", f"{ROW},1.5")) == [expected]


def test_a_title_speaks_before_a_line_and_a_cell_before_both() -> None:
    plan = planned(
        "单位：万元 币种：美元", "姓名,银行,卡号,本金（元）,利息,币种", f"{ROW},1.5,0.1,", f"{ROW}9,1.5,0.1,港币"
    )
    assert owed(plan) == ["1.50 USD", "1.50 HKD"]
    assert [one.account.interest.text() for one in plan.claims] == ["1000.00", "1000.00"]


@pytest.mark.parametrize("title", ["本金（美元）", "本金（USD）"])
def test_a_title_and_a_cell_that_differ_send_the_row_back(title: str) -> None:
    plan = planned(f"姓名,银行,卡号,{title},币种", f"{ROW},1.5,人民币")
    assert not plan.claims
    assert [[one.code for one in row.findings] for row in plan.rejected] == [["cell_currency"]]


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (("币种：瑞士法郎", "姓名,银行,卡号,本金"), "瑞士法郎"),
        (("姓名,银行,卡号,本金（人民币/美元）",), "人民币/美元"),
    ],
)
def test_a_currency_that_is_not_known_is_refused(lines: tuple[str, ...], text: str) -> None:
    with pytest.raises(Refused) as refused:
        planned(*lines, f"{ROW},1.5")
    assert [(one.code, one.figures["text"]) for one in refused.value.findings] == [("list_currency_unclear", text)]
    with_column = (*lines[:-1], "姓名,银行,卡号,本金,币种", f"{ROW},1.5,美元")
    assert owed(planned(*with_column)) == ["1.50 USD"]


def test_sums_count_in_the_unit_of_their_column() -> None:
    plan = planned("单位：万元", "姓名,银行,卡号,本金", f"{ROW},1.5", "合计,,,1.6")
    assert [(one.code, one.figures["expected"]) for one in plan.to_confirm] == [("sum_differs", "15,000.00")]


def workbook(*sheets: tuple[str, list[list[object]]]) -> bytes:
    book, data = Workbook(), io.BytesIO()
    book.remove(book["Sheet"])
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(data)
    return data.getvalue()


HEAD: list[object] = ["姓名", "银行", "卡号", "本金"]


def debtor(bank: str, number: str) -> list[object]:
    return ["张三", bank, number, 100]


def test_other_sheets_with_a_list_are_told_and_confirmed() -> None:
    book = workbook(
        ("招行", [HEAD, debtor("招商银行", "1001")]),
        ("建行", [["建行名单"], HEAD, debtor("建设银行", "2001"), debtor("建设银行", "2002")]),
        ("说明", [["本表由某某编制", "2026-11"]]),
        ("空表", [HEAD]),
    )
    plan = plan_import(book, "名单.xlsx", today=TODAY)
    assert [one.account.number for one in plan.claims] == ["1001"]
    assert [(one.code, one.subject, one.figures["rows"]) for one in plan.to_confirm] == [("sheet_left", "建行", "2")]


def test_a_title_over_several_columns_speaks_for_each() -> None:
    upper: list[object] = ["姓名", "银行", "卡号", "欠款金额（万元）", None, "额度（美元）"]
    lower: list[object] = [None, None, None, "本金", "利息（元）", None]
    book = workbook(("1", [upper, lower, ["张三", "招商银行", "1001", 1.5, 20, None]]))
    plan = plan_import(book, "名单.xlsx", today=TODAY)
    assert [(one.account.principal.text(), one.account.interest.text()) for one in plan.claims] == [
        ("15000.00", "20.00")
    ]


@pytest.mark.parametrize(
    ("cells", "codes"),
    [
        ("50,000.00,80.00", ["row_shifted"]),
        ('"50,000.00",80.00,已核,催告', ["row_shifted"]),
        ('"50,000.00",80.00,', []),
        ('"50,000.00",80.00', []),
        ("50000", []),
    ],
)
@pytest.mark.parametrize("long", [False, True])
def test_a_row_of_a_text_with_more_cells_than_its_heading_goes_back(monkeypatch, tmp_path, long, cells, codes):
    """An amount with a comma and without quotation marks was cut: 50 instead of 50,000."""
    if long:
        monkeypatch.setattr(list_rows, "LONG_FROM", 0)
    text = f"姓名,银行,卡号,本金,利息\n{ROW},{cells}\n李四,招商银行,6225750123456796,7.00,1.00\n"
    path = tmp_path / "名单.csv"
    path.write_text(text, "utf-8")
    with path.open("rb") as file:
        plan = plan_import(file, path.name, today=TODAY)
    assert [one.code for row in plan.rejected for one in row.findings] == codes
    assert owed(plan) == [*([] if codes else ["50000.00 CNY"]), "7.00 CNY"]


@pytest.mark.parametrize(
    ("titles", "asked"),
    [
        ("本金,本金", [("本金", "[E]")]),
        ("本金,卡号", [("卡号", "[E]")]),
        ("本金,姓名", []),  # of a guarantor, say: no figure
        ("本金,利息", []),
    ],
)
def test_a_title_of_figures_over_two_columns_is_asked(titles: str, asked: list[tuple[str, str]]) -> None:
    plan = planned(f"姓名,银行,卡号,{titles}", f"{ROW},100,200")
    told = [(one.figures["column"], one.figures["other"]) for one in plan.to_confirm if one.code == "column_twice"]
    assert told == asked and owed(plan) == ["100.00 CNY"]
