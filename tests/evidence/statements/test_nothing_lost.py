"""Statements with random damage: what was read and what was named is, row by row and to the cent, all that the file holds."""

from __future__ import annotations

import io
import random
from dataclasses import dataclass

import pytest
from openpyxl import Workbook

from tests.prove import how_many
from workstation.evidence.statements.hand_mapping import HandMapping
from workstation.evidence.statements.readers import read_statement
from workstation.evidence.statements.statement import Statement, analyse

_NO_AMOUNTS = (
    "1500 2000",
    "12,34",
    "1.500,25",
    "=B2+1",
    "#REF!",
    "5E+03",
    "2..3",
    "3元5",
    "XYZ 5.00",
    "7%",
    "1'000.50",
    "12.345",
)
_NO_DAYS = ("", "2026-13-40", "昨天 3", "1826-01-01", "2026-02-30")
_REMARKS = ("", "以下空白", "制表：某某")
_TWO = HandMapping(
    "two", ("日期", "摘要", "收入", "支出"), {"day": "日期", "text": "摘要", "gain": "收入", "loss": "支出"}
)
_ONE = HandMapping("one", ("日期", "摘要", "金额"), {"day": "日期", "text": "摘要", "amount": "金额"})


@dataclass
class Made:
    """A generated file: its text, the true amount (cents) of each row by its number, the damaged ones, whether a sum is wrong."""

    mapping: HandMapping
    lines: list[str]
    amounts: dict[int, int]
    damaged: set[int]
    wrong_sum: bool


def made(chance: random.Random) -> Made:
    two = chance.random() < 0.5
    mapping = _TWO if two else _ONE
    one = Made(mapping, [",".join(mapping.header)], {}, set(), False)
    for _ in range(chance.randint(1, 12)):
        if chance.random() < 0.1:
            one.lines.append(chance.choice((*_REMARKS, ",".join(mapping.header))))
        cents = chance.choice((-1, 1)) * chance.randint(1, 10**7)
        _append(one, chance, two, cents)
    if chance.random() < 0.5:
        _append_sum(one, chance, two)
    return one


def _append(one: Made, chance: random.Random, two: bool, cents: int) -> None:
    day, text = f"2026-03-{chance.randint(1, 28):02}", f"{abs(cents) / 100:.2f}"
    number = len(one.lines) + 1
    one.amounts[number] = cents
    if chance.random() < 0.2:
        one.damaged.add(number)
        if chance.random() < 0.5:
            day = chance.choice(_NO_DAYS)
        else:
            text = f'"{chance.choice(_NO_AMOUNTS)}"'
        if chance.random() < 0.2:
            day = ""
    sides = ("", text) if cents < 0 else (text, "")
    signed = text if text.startswith('"') or cents > 0 else f"-{text}"
    one.lines.append(",".join((day, "摘要", *sides) if two else (day, "摘要", signed)))


def _append_sum(one: Made, chance: random.Random, two: bool) -> None:
    one.wrong_sum = chance.random() < 0.5
    off = chance.randint(1, 999) if one.wrong_sum else 0
    gained = sum(cents for cents in one.amounts.values() if cents > 0) + off
    lost = sum(-cents for cents in one.amounts.values() if cents < 0)
    sides = (f"{gained / 100:.2f}", f"{lost / 100:.2f}")
    one.lines.append(",".join(("合计", "", *sides) if two else ("合计", "", f"{(gained - lost) / 100:.2f}")))


def check(one: Made, statement: Statement) -> None:
    read = {row.row: row.amount.minor for row in statement.transactions}
    named = {left.row for left in statement.rows_left_out}
    assert read.keys() | named == one.amounts.keys(), one.lines
    assert not read.keys() & (named | one.damaged), one.lines
    assert all(one.amounts[row] == amount for row, amount in read.items()), one.lines
    assert sum(read.values()) + sum(one.amounts[row] for row in named) == sum(one.amounts.values())
    findings = analyse(statement).findings
    told = {finding.subject for finding in findings} | {finding.code for finding in findings}
    assert all(f"row {row}" in told for row in named), one.lines
    if two_sides(one) and not named:
        assert ("total_break_income" in told) is one.wrong_sum, one.lines


def two_sides(one: Made) -> bool:
    """Whether the sum of what came in stands by itself, so that a wrong one can be no other sum of the list."""
    return one.mapping is _TWO


@pytest.mark.prove
def test_what_is_read_and_what_is_named_is_the_whole_file():
    for seed in range(how_many(150, 3_000)):
        one = made(random.Random(seed))
        check(one, read_statement("\n".join(one.lines).encode(), layouts=(one.mapping.layout(),)))


HEAD = ["记账日期", "货币", "交易金额", "联机余额", "交易摘要", "对手信息", "客户摘要"]
PAY = ["2026-02-10", "人民币", 5000, 5900, "工资", "星海科技", ""]


@pytest.mark.parametrize(
    ("name", "rows", "told"),
    [
        ("二月", [HEAD, PAY, ["2026-02-12", "人民币", -10, 5890, "消费", "商户", ""]], {"sheet": "二月", "rows": "2"}),
        ("卡二", [["日期", "金额"], ["2026/2/10", "5.00"], ["20260211", "6"]], {"sheet": "卡二", "rows": "2"}),
        ("汇总", [["统计期间", "2026-01-01", "2026-01-31"], ["收入", "5000.00"]], None),
        ("说明", [["打印日期", "2026-02-01"], ["本表仅供参考"]], None),
        ("修订", [["序号", "日期", "说明"], [1, "2026-01-01", "初稿"], [2, "2026-02-01", "修改"]], None),
        ("账户", [["账号", "开户日期", "余额"], ["6214", "2015-03-02", "5.00"], ["6215", "2016-03-02", "0.00"]], None),
        ("假日", [["节假日", "天数"], ["2026-01-01", 1], ["2026-02-17", 7]], None),
    ],
)
def test_another_sheet_that_looks_like_a_list_is_named(name, rows, told):
    book, data = Workbook(), io.BytesIO()
    for title, held in (("封面", [["招商银行"]]), ("一月", [HEAD, ["2026-01-10", *PAY[1:]]]), (name, rows)):
        sheet = book.create_sheet(title)
        for row in held:
            sheet.append(row)
    book.save(data)
    statement = read_statement(data.getvalue(), "流水.xlsx")
    assert [one.on.isoformat() for one in statement.transactions] == ["2026-01-10"]
    assert [one.figures for one in statement.findings if one.code == "sheet_left"] == ([told] if told else [])


@pytest.mark.parametrize("pages", [1, 2])
def test_a_heading_in_two_languages_begins_no_other_list(pages):
    english = "Date,Currency,Transaction Amount,Balance,Transaction Type,Counter Party,Memo"
    rows = ("2026-02-10,人民币,5000.00,5900.00,工资,A,", "2026-02-12,人民币,-100.00,5800.00,消费,B,")
    lines = [line for row in rows for line in (",".join(HEAD), english, row)]
    statement = read_statement("\n".join(lines if pages > 1 else (*lines[:3], rows[1])).encode())
    assert [one.amount.text() for one in statement.transactions] == ["5000.00", "-100.00"]
    assert analyse(statement).findings == ()


def test_a_heading_of_two_rows_is_known_again_on_the_next_page():
    upper, lower = "日期,摘要,发生额,,余额", ",,收入,支出,"
    rows = ("2026-02-10,工资,5000.00,,5900.00", "2026-02-12,消费,,100.00,5800.00")
    columns = {"day": "日期", "gain": "收入", "loss": "支出", "balance": "余额", "text": "摘要"}
    mapping = HandMapping("x", ("日期", "摘要", "收入", "支出", "余额"), columns)
    text = "\n".join((upper, lower, rows[0], upper, lower, rows[1]))
    statement = read_statement(text.encode(), layouts=(mapping.layout(),))
    assert [one.amount.text() for one in statement.transactions] == ["5000.00", "-100.00"]
    assert analyse(statement).findings == ()


LIST = "交易日期,交易时间,交易摘要,交易金额,本次余额,对手信息"
PAID = "20260105,093000,工资,+1000.00,1500.00,A公司"


@pytest.mark.parametrize(
    ("lines", "days", "left"),
    [
        (
            ["交易日期,摘要,备注,支出,余额", "20260106,支取,,200.00,300.00"],
            1,
            [("row 3", "1")],
        ),  # spending would be income
        (["交易日期,摘要,备注,支出,余额", "20260106,支取,,200.00,300.00", LIST, PAID], 2, [("row 3", "1")]),
        (
            ["定期一本通", "日期,摘要,金额,余额", "20260106,存入,1.00,5.00", "20260107,存入,1.00,6.00"],
            1,
            [("row 4", "2")],
        ),
        ([LIST, PAID], 2, []),
        (["交易日期,时间,摘要,交易金额,本次余额,对方户名", PAID], 2, []),  # the columns that count are the same
        (["备注,以上,为,全部", PAID], 2, []),
        (["收入,支出,余额", LIST, PAID], 2, []),  # sums, of no day
    ],
)
def test_a_list_with_other_columns_below_is_named_and_not_misread(lines, days, left):
    statement = read_statement("\n".join((LIST, PAID, *lines)).encode())
    assert [one.amount.minor for one in statement.transactions] == [100_000] * days
    told = [one for one in statement.findings if one.code == "list_left"]
    assert [(one.subject, one.figures["rows"]) for one in told] == left
    assert not any(one.code == "row_unreadable" for one in statement.findings)
