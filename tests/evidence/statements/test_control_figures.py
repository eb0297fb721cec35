"""What a statement prints about itself, compared with its rows; headings as people draw them; numbers that lost digits."""

from __future__ import annotations

import io
from collections.abc import Sequence
from fractions import Fraction

import openpyxl
import pytest

from workstation.errors import Finding
from workstation.evidence.statements.control_figures import printed
from workstation.evidence.statements.hand_mapping import HandMapping, header_candidates
from workstation.evidence.statements.readers import read_statement
from workstation.evidence.statements.statement import Statement, analyse

HEADER = ("日期", "摘要", "收入", "支出", "余额")
COLUMNS = {"day": "日期", "text": "摘要", "gain": "收入", "loss": "支出", "balance": "余额"}
ROWS = ["2026-03-02,超市,,100,900", "2026-03-05,水费,,50,850", "2026-03-10,工资,300,,1150", "2026-03-12,话费,,20,1130"]
SIGNED = HandMapping("b", ("日期", "摘要", "金额"), {"day": "日期", "text": "摘要", "amount": "金额"})


def read(*lines: str, mapping: HandMapping | None = None, above: tuple[str, ...] = ()) -> Statement:
    layout = (mapping or HandMapping("a", HEADER, COLUMNS)).layout()
    head = ",".join((mapping or HandMapping("a", HEADER)).header)
    return read_statement("\n".join((*above, head, *lines)).encode(), layouts=(layout,))


@pytest.mark.parametrize(("sum_", "income"), [("30000", 30_000), ("30000.5", None)])
def test_a_sum_in_fen_that_is_no_whole_number_of_them_is_not_read(sum_: str, income: int | None) -> None:
    layout = HandMapping("a", HEADER, COLUMNS).layout()
    found = printed(layout, f"收入合计:{sum_}", None, (), "CNY", Fraction(1, 100))
    assert (found.income and found.income.minor) == income


def told(statement: Statement) -> list[tuple[str, str]]:
    return [(finding.code, finding.subject) for finding in analyse(statement).findings]


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("合计,,300,170,", []),
        ("合计,,900,170,", ["total_break_income"]),
        ("合计,,300,17,", ["total_break_expense"]),
        (",合计,900,,", ["total_break_income"]),
        ("总计：,,900.00,170.00,", ["total_break_income"]),
        ("收入合计：300.00 支出合计：170.00", []),
        ("收入合计：900.00 支出合计：170.00", ["total_break_income"]),
        ("合计支出：171.00元", ["total_break_expense"]),
        ("共 4 笔", []),
        ("共 5 笔", ["count_break"]),
        ("支出共 3 笔", []),
        ("总笔数：9", ["count_break"]),
        ("期末余额：1130", []),
        ("期末余额：1131", ["closing_break"]),
        ("2026-03-31,期末余额,,,1130", []),
        ("2026-03-31,期末余额,,,1131", ["closing_break"]),
        ("交易合计笔数：4,,300,170,", []),
        ("交易合计笔数：5,,300,170,", ["count_break"]),
        ("交易合计笔数：4,,900,170,", ["total_break_income"]),
        ("2026-03-31,结息前余额,,,1130", []),
        ("第 1 页 共 1 页", []),
        ("第 1 页/共 3 页", ["pages_missing"]),
    ],
)
def test_a_line_below_the_list_is_compared_with_it(line, codes):
    assert [code for code, _ in told(read(*ROWS, line))] == codes


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("查询期间：2026-03-01 至 2026-03-31", []),
        ("查询期间：2026-03-01 至 2026-03-11", ["outside_period"]),
        ("起始日期：2026-03-01 截止日期：2026-03-31", []),
        ("打印日期：2026-04-01", []),
        ('"期初余额：1,000.00"', []),
        ("期初余额：1,000.00", []),  # cut in two by the comma: no figure at all
        ("期初余额：999.00", ["opening_break"]),
    ],
)
def test_a_line_above_the_list_is_compared_with_it(line, codes):
    assert [code for code, _ in told(read(*ROWS, above=(line,)))] == codes


def test_sums_of_each_page_and_of_the_whole():
    lines = (*ROWS[:2], "本页小计,,0,150,", *ROWS[2:], "本页小计,,300,20,", "合计,,300,170,")
    assert told(read(*lines)) == []
    wrong = (*ROWS[:2], "本页小计,,0,150,", *ROWS[2:], "本页小计,,300,21,", "合计,,300,170,")
    assert told(read(*wrong)) == [("total_break_expense", "row 7")]


@pytest.mark.parametrize(
    ("stated", "codes"), [("200", []), ("300", []), ("400", []), ("-100", []), ("301", ["total_break_amount"])]
)
def test_the_sum_of_one_column_may_be_of_either_side_or_both(stated, codes):
    rows = ("2026-03-02,超市,-100.00", "2026-03-10,工资,300.00", f"合计,,{stated}")
    assert [code for code, _ in told(read(*rows, mapping=SIGNED))] == codes


def test_pages_that_overlap_are_told_without_a_balance_too():
    bare = HandMapping("a", HEADER[:4], {name: title for name, title in COLUMNS.items() if name != "balance"})
    rows = [row.rpartition(",")[0] for row in ROWS]
    found = told(read(*rows[:3], *rows[1:], mapping=bare))
    assert found == [("row_repeated", "row 5"), ("date_order", "row 5"), ("row_repeated", "row 6")]
    twins = read(rows[0], rows[0], *rows[1:], mapping=bare)
    assert told(twins) == []  # two rides on one day cost the same
    other = read(*rows[:3], rows[1], rows[3], mapping=bare)
    assert [code for code, _ in told(other)] == ["date_order"]  # one row alone is no page


def test_one_side_that_cannot_be_read_does_not_leave_the_other_as_the_amount():
    statement = read("2026-03-02,冲正,1500 2000,100,900")
    assert statement.transactions == ()
    assert statement.findings == (Finding("row_unreadable", "row 2", {"text": "1500 2000"}),)


def test_a_figure_without_a_day_is_no_remark():
    statement = read(*ROWS, ",,1500 2000,,", "制表：某某,,,,")
    assert [(left.row, left.why) for left in statement.rows_left_out] == [(6, "unreadable")]


# ── Headings and cells as people draw them ──


def book(*rows: Sequence[object], merged: tuple[str, ...] = ()) -> bytes:
    made, out = openpyxl.Workbook(), io.BytesIO()
    sheet = made.worksheets[0]
    for row in rows:
        sheet.append(list(row))
    for cells in merged:
        sheet.merge_cells(cells)
    made.save(out)
    return out.getvalue()


TWO_HEADS: list[list[object]] = [["日期", "摘要", "发生额", None, "余额"], [None, None, "收入", "支出", None]]
BODY: list[list[object]] = [
    ["2026-03-02", "超市", None, 100, 900],
    [None, "水费", None, 50, 850],
    ["2026-03-10", "工资", 300, None, 1150],
]


@pytest.mark.parametrize("merged", [(), ("A1:A2", "B1:B2", "C1:D1", "E1:E2")])
def test_a_heading_of_two_rows_is_read_and_can_be_mapped(merged):
    data = book(*TWO_HEADS, *BODY, merged=(*merged, "A3:A4"))
    statement = read_statement(data, layouts=(HandMapping("a", HEADER, COLUMNS).layout(),))
    assert [(one.row, one.on.day, one.amount.minor) for one in statement.transactions] == [
        (3, 2, -10000),
        (4, 2, -5000),
        (5, 10, 30000),
    ]
    texts = [[str(cell or "") for cell in row] for row in (*TWO_HEADS, *BODY)]
    assert HEADER in header_candidates(texts)


def test_an_amount_that_rows_share_stays_with_the_first():
    data = book(
        list(HEADER), ["2026-03-02", "甲", None, 100, None], ["2026-03-03", "乙", None, None, None], merged=("D2:D3",)
    )
    statement = read_statement(data, layouts=(HandMapping("a", HEADER, COLUMNS).layout(),))
    assert [one.amount.minor for one in statement.transactions] == [-10000]
    assert [(left.row, left.why) for left in statement.rows_left_out] == [(3, "unreadable")]


def test_columns_without_a_title_of_their_own_can_be_mapped():
    columns = {"day": "日期", "gain": "金额", "loss": "金额 [C]", "balance": "[D]"}
    mapping = HandMapping("a", ("日期", "金额", "金额", ""), columns)
    assert list(mapping.findings()) == []
    text = "日期,金额,金额,\n2026-03-02,,100,900\n2026-03-10,300,,1200\n"
    statement = read_statement(text.encode(), layouts=(mapping.layout(),))
    assert [(one.amount.minor, one.balance and one.balance.minor) for one in statement.transactions] == [
        (-10000, 90000),
        (30000, 120000),
    ]
    unknown = HandMapping("a", ("日期", "金额", ""), {"day": "日期", "amount": "数额"})
    assert [finding.code for finding in unknown.findings()] == ["mapping_column_unknown"]


# ── Refunds of closed trades, numbers that a spreadsheet has cut ──

WALLET = "交易时间,交易分类,交易对方,商品说明,收/支,金额,交易状态,交易订单号,商家订单号\n"
PAID = "2025-12-21 09:31:32,交通出行,租车公司,租车,支出,278.98,交易关闭,2025122122001400000000000003,ZC1\n"


@pytest.mark.parametrize(
    ("number", "merchant", "gone"),
    [
        ("2025122122009900000000000088", "ZC1", True),  # the number that the merchant gave both
        ("20251221220014000000000000031371263536677", "ZC9", True),  # it goes on from the number of the trade
        ("2025122122001400000000000003_R1", "", True),
        ("2025122122009900000000000088", "ZC9", False),
        ("2.02512E+27", "ZC1", True),
        ("2.02512E+27", "", False),
    ],
)
def test_a_refund_belongs_to_its_closed_trade_by_number(number, merchant, gone):
    refund = f"2025-12-21 09:35:43,退款,租车公司,退款-用车,收入,278.98,退款成功,{number},{merchant}\n"
    statement = read_statement((WALLET + PAID + refund).encode())
    assert [left.why for left in statement.rows_left_out] == ["closed", *["refund_of_closed"] * gone]


def test_a_merchants_number_that_others_bear_proves_nothing():
    other = "2025-12-22 09:00:00,餐饮,面馆,面,支出,9.00,交易成功,2025122222001400000000000004,1\n"
    refund = "2025-12-23 09:00:00,退款,某店,退款-鞋,收入,278.98,退款成功,2025122322001400000000000005,1\n"
    statement = read_statement((WALLET + PAID.replace("ZC1", "1") + other + refund).encode())
    assert [left.why for left in statement.rows_left_out] == ["closed"]


def test_numbers_that_lost_their_digits_are_told_and_tell_no_repeat():
    line = "2026/3/2 8:05,交通出行,地铁,单程票,支出,3,交易成功,2.02603E+27,\n"
    statement = read_statement((WALLET + line + line).encode())
    assert [one.amount.minor for one in statement.transactions] == [-300, -300]
    assert told(statement) == [("column_digits_lost", "statement")]


@pytest.mark.parametrize(
    ("words", "sign"),
    [
        ("分红-某基金-现金", 1), ("退保-某险", 1), ("红包退回", 1), ("转账-退回", 1), ("理赔款", 1), ("余利宝-转出到余额", 1),
        ("保证金退还", 1), ("押金解冻", 1), ("花呗主动还款", -1), ("提现-快速提现", -1), ("余额宝-转出到银行卡", -1),
        ("信用卡还款", -1),
    ],
)  # fmt: skip
def test_own_moves_by_what_they_are_called(words, sign):
    line = f"2026-03-02 10:00:00,其他,某平台,{words},不计收支,10.00,交易成功,2026030222001400000000000001,M1\n"
    (one,) = read_statement((WALLET + line).encode()).transactions
    assert (one.kind, one.amount.minor) == ("neutral", sign * 1000)
