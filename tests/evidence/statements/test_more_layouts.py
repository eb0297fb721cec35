"""Banks and wallets known from published descriptions: read, proven by their balance chain, and never taken for another layout."""

from __future__ import annotations

import pytest

from tests.evidence.statements.more_samples import WARDROBE
from tests.evidence.statements.samples import entries, written
from workstation.evidence.statements.cells import amount, currency, moment, title
from workstation.evidence.statements.headers import header_row
from workstation.evidence.statements.readers import LAYOUTS, read_statement
from workstation.evidence.statements.statement import analyse

ROWS = entries()
EVERY = pytest.mark.parametrize("layout", WARDROBE)


def breaks(table: list[list[str]]) -> set[str]:
    analysis = analyse(read_statement(written(table).encode()))
    return {finding.subject for finding in analysis.findings if finding.code == "balance_break"}


@EVERY
@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030"])
def test_a_clean_statement_raises_nothing(layout, encoding):
    clothes = WARDROBE[layout]
    statement = read_statement(written(clothes.table(ROWS)).encode(encoding))
    analysis = analyse(statement)
    assert (statement.layout, statement.rows_read, statement.rows_left_out) == (layout, 200, ())
    assert analysis.findings == ()
    assert sorted(one.amount.minor for one in statement.transactions) == sorted(one.minor for one in ROWS)
    assert {one.kind for one in statement.transactions} == {"income", "expense"}
    assert statement.account == clothes.account or not clothes.account
    assert "星海科技有限公司" in {one.counterparty.split("/")[0] for one in statement.transactions}


@EVERY
def test_a_changed_amount_is_named_with_its_row(layout):
    clothes = WARDROBE[layout]
    table = clothes.table(ROWS)
    row = table[clothes.first + 100]
    column = next(column for column in clothes.amounts if row[column])
    row[column] = row[column][:-1] + ("1" if row[column][-1] != "1" else "2")
    assert breaks(table) == {f"row {clothes.first + 101}"}


@EVERY
def test_a_row_taken_out_breaks_the_chain_at_its_place(layout):
    clothes = WARDROBE[layout]
    table = clothes.table(ROWS)
    del table[clothes.first + 100]
    after = clothes.first + (99 if clothes.newest_first else 100)
    assert breaks(table) == {f"row {after + 1}"}


def test_no_layout_is_taken_for_another():
    for one in LAYOUTS:
        rows = [[mark] for mark in one.marks] + [list(one.header)]
        found = [other.id for other in LAYOUTS if header_row(other, rows) is not None]
        assert found == [one.id]


def test_printed_periods_are_read():
    for layout in ("bocom.debit", "cmbc.debit", "cib.debit"):
        statement = read_statement(written(WARDROBE[layout].table(ROWS)).encode())
        assert statement.period_printed, layout
        assert [str(day) for day in (statement.from_on, statement.to_on)] == ["2026-05-01", "2026-11-30"]


BOCOM_CARD = """交易日期,记账日期,交易说明,交易币种/金额,入账币种/金额
2026-01-10,2026-01-10,退货 支付宝-网店,CNY 123.18,CNY 123.18
2026-01-29,2026-01-29,信用卡还款 转账还款-样例 6666,CNY 666.60,CNY 666.60
2026-01-11,2026-01-12,消费 餐饮,CNY 2.99,CNY 2.99
2026-01-13,2026-01-13,消费 境外网站,USD 10.00,USD 10.00
"""

CGB_CARD = """交易日期,入账日期,交易摘要,交易金额,交易货币,入账金额,入账货币
2026/01/05,2026/01/06,（消费）商户甲,15.90,人民币,15.90,人民币
2026/01/04,2026/01/04,（退款）商户乙,-97.20,人民币,-97.20,人民币
2025/12/25,2025/12/26,（还款）云闪付 银联入账-样例,-1130.68,人民币,-1130.68,人民币
"""


@pytest.mark.parametrize(
    ("text", "layout", "expected"),
    [
        (BOCOM_CARD, "bocom.credit",
         [("123.18", "CNY", "refund"), ("666.60", "CNY", "neutral"), ("-2.99", "CNY", "expense"), ("-10.00", "USD", "expense")]),
        (CGB_CARD, "cgb.credit",
         [("-15.90", "CNY", "expense"), ("97.20", "CNY", "refund"), ("1130.68", "CNY", "neutral")]),
    ],
)  # fmt: skip
def test_cards(text, layout, expected):
    statement = read_statement(text.encode("gb18030"))
    assert statement.layout == layout
    assert [(one.amount.text(), one.amount.currency, one.kind) for one in statement.transactions] == expected
    assert analyse(statement).income_gaps == ()


JD = """导出信息：
京东账号名：jd_sample01
起始时间：2026-01-01\t终止时间：2026-01-31
共：6笔记录
收入：2笔，294.10元
支出：2笔，384.52元
不计收支：2笔，4115.56元

特别提示：
5.因统计逻辑不同，明细金额直接累加后，可能会和下方统计金额不一致，请以实际交易金额为准；

电子回单客户
交易时间,交易分类,商户名称,交易说明,收/支,金额,收/付款方式,交易状态,交易订单号,商家订单号,备注
2026-01-29 06:37:20\t,小金库,京东小金库,京东小金库收益,收入,1.00,小金库零用钱,交易成功,2001\t,21\t,
2026-01-23 12:04:37\t,食品酒饮,京东平台商户,椰子水,支出,91.42,京东白条,交易成功,2002\t,22\t,
2026-01-20 12:04:37\t,美妆个护,京东平台商户,洁面乳,支出,293.10(已全额退款),京东白条,交易成功,2003\t,23\t,
2026-01-21 08:22:00\t,网购,京东平台商户,退款-洁面乳,收入,293.10,京东白条,交易成功,2003\t,24\t,
2026-01-15 12:09:23\t,白条,京东金融,白条主动还款,不计收支,1125.43,小金库零用钱,交易成功,2005\t,25\t,
2026-01-12 23:06:50\t,小金库,京东金融,京东小金库-转出,不计收支,2990.13,银行卡,交易成功,2006\t,26\t,
"""


def test_jd():
    statement = read_statement(JD.encode("utf-8-sig"))
    assert (statement.layout, statement.account, str(statement.to_on)) == ("jd", "…le01", "2026-01-31")
    assert [(one.amount.text(), one.kind) for one in statement.transactions] == [
        ("1.00", "income"), ("-91.42", "expense"), ("-293.10", "expense"), ("293.10", "refund"), ("-1125.43", "neutral"),
        ("2990.13", "neutral"),
    ]  # fmt: skip
    assert analyse(statement).findings == ()
    lost = "\n".join(line for line in JD.splitlines() if "椰子水" not in line)
    assert [finding.code for finding in analyse(read_statement(lost.encode())).findings] == ["count_break"]


@pytest.mark.parametrize(
    ("printed", "plain"),
    [("Trans Date\n交易日期", "交易日期"), ("序号No.", "序号"), ("*交易对手信息*Counterparty Information", "交易对手信息"),
     ("Description", "Description"), ("收/支", "收/支"), ("日 志 号", "日 志 号"), ("金额（元）", "金额(元)")],
)  # fmt: skip
def test_titles_lose_their_translation(printed, plain):
    assert title(printed) == plain


def test_currency_before_the_amount_and_times_without_colons():
    found = amount("CNY 1,234.50", "CNY")
    assert found is not None
    assert (found.minor, currency("USD 3.00", "CNY"), currency("人民币", "USD")) == (123450, "USD", "CNY")
    at = moment("20260102", "093005")[1]
    assert at is not None
    assert at.isoformat() == "2026-01-02T09:30:05"
    assert moment("20260102")[1] is None


@pytest.mark.parametrize(
    ("printed", "word", "minor"),
    [
        ("-18.00", "DEBIT", -1800),
        ("18.00", "DEBIT", -1800),
        ("18.00", "Credit", 1800),
        ("-18.00", "CREDIT", -1800),
        ("-18.00", "", -1800),
        ("18.00", "", None),
        ("18.00", "REVERSAL", None),
    ],
)
def test_a_card_list_that_says_the_way_by_word_and_by_sign(printed: str, word: str, minor: int | None) -> None:
    heads = "Transaction date,Post date,Description,Billing amount,Billing currency,Transaction status,Credit / Debit"
    statement = read_statement(f"{heads}\n08/04/2025,09/04/2025,FEE,{printed},HKD,POSTED,{word}\n".encode())
    assert [one.amount.minor for one in statement.transactions] == ([] if minor is None else [minor])
    assert [one.code for one in statement.findings] == (["direction_unknown"] if minor is None else [])
