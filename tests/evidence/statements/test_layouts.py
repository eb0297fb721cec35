"""Layouts are told by content; unknown ones are refused with the header found."""

from __future__ import annotations

import io

import openpyxl
import pytest

from tests.evidence.statements.samples import wechat, written
from workstation.errors import Refused
from workstation.evidence.statements import cells
from workstation.evidence.statements.hand_mapping import HandMapping, header_candidates
from workstation.evidence.statements.layout import Layout
from workstation.evidence.statements.readers import LAYOUTS, read_statement, statement_of
from workstation.evidence.statements.statement import analyse
from workstation.received.tables import read_table
from workstation.wording import LANGUAGES, Wording


def test_an_unknown_layout_is_refused_with_its_header():
    with pytest.raises(Refused) as refused:
        read_statement("日期,摘要,借方,贷方\n2026-01-01,工资,,5000\n".encode(), "cmb.csv")
    finding = refused.value.findings[0]
    assert (finding.code, finding.figures["header"]) == ("statement_layout_unknown", "日期, 摘要, 借方, 贷方")


def test_an_unknown_layout_can_be_declared_by_hand():
    layout = Layout(
        id="mine", header=("日期", "摘要", "借方", "贷方"), day="日期", loss="借方", gain="贷方", texts=("摘要",)
    )
    data = "日期,摘要,借方,贷方\n2026-01-01,工资,,5000\n2026-01-02,房租,1800.50,\n".encode()
    statement = read_statement(data, layouts=(*LAYOUTS, layout))
    assert [(one.amount.text(), one.kind) for one in statement.transactions] == [
        ("5000.00", "income"),
        ("-1800.50", "expense"),
    ]


@pytest.mark.parametrize("data", [b"", b"\n\n", b" , ,\n"])
def test_an_empty_file_is_refused(data):
    with pytest.raises(Refused):
        read_statement(data)


def test_wechat_workbooks_hold_real_dates_and_numbers():
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in wechat():
        sheet.append(row)
    data = io.BytesIO()
    book.save(data)
    statement = read_statement(data.getvalue())
    analysis = analyse(statement)
    assert [
        (one.row, one.at and one.at.isoformat(), one.amount.text(), one.kind) for one in statement.transactions
    ] == [
        (8, "2026-06-01T09:30:00", "-12.35", "expense"),
        (9, "2026-06-01T10:30:00", "88.10", "income"),
        (10, "2026-06-01T11:30:00", "-50.10", "neutral"),
    ]
    assert statement.transactions[2].fee is not None
    assert analysis.findings == ()
    assert [month.month for month in analysis.months] == ["2026-06", "2026-07"]
    assert analysis.income_gaps == ("2026-07",)


ALIPAY = """------------------------------------------------------------------------------------
导出信息：
支付宝账户：zhang***@example.com
起始时间：[2026-06-01 00:00:00]    终止时间：[2026-06-30 23:59:59]
共6笔记录
收入：9笔 999.00元

交易时间       ,交易分类  ,交易对方 ,对方账号 ,商品说明 ,收/支  ,金额   ,收/付款方式 ,交易状态 ,交易订单号 ,商家订单号,备注,
2026-06-20 10:00:00 ,日用百货,超市,/,纸巾,支出,12.00,余额,交易成功,20260620\t,1\t,,
2026-06-19 10:00:00 ,转账红包,朋友,/,转账,收入,300.00,余额,交易成功,20260619\t,1\t,,
2026-06-18 10:00:00 ,退款,商店,/,退款-鞋,不计收支,80.00,余额,退款成功,20260601_9\t,1\t,,
2026-06-17 10:00:00 ,日用百货,商店,/,鞋,不计收支,82.00,,交易关闭,20260617\t,1\t,,
2026-06-16 10:00:00 ,信用借还,花呗,/,花呗主动还款,不计收支,500.00,余额,还款成功,20260616\t,1\t,,
2026-06-15 10:00:00 ,餐饮美食,饭店,/,外卖,支出,30.00,,等待付款,20260615\t,1\t,,
"""


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_alipay(encoding, end):
    statement = read_statement(ALIPAY.replace("\n", end).encode(encoding))
    assert (statement.layout, statement.account) == ("alipay", "zh…@example.com")
    assert [(left.row, left.why) for left in statement.rows_left_out] == [(12, "closed"), (14, "unpaid")]
    assert [(one.amount.text(), one.kind) for one in statement.transactions] == [
        ("-12.00", "expense"), ("300.00", "income"), ("80.00", "refund"), ("-500.00", "neutral"),
    ]  # fmt: skip
    # The issuer says that its totals need not agree; its count must.
    assert analyse(statement).findings == ()


def test_card_days_without_a_year_belong_to_the_statement_or_the_year_before():
    table = [
        ["招商银行信用卡对账单（个人消费卡账户 2026年01月）"],
        ["交易日", "记账日", "交易摘要", "人民币金额", "卡号末四位", "交易地金额"],
        ["12/30", "12/31", "超市", "20.00", "1234", "20.00(CN)"],
        ["", "01/02", "银联转账还款", "-500.00", "1234", "-500.00"],
    ]
    statement = read_statement(written(table).encode("gb18030"))
    assert [(one.on.isoformat(), one.amount.text(), one.kind) for one in statement.transactions] == [
        ("2025-12-30", "-20.00", "expense"), ("2026-01-02", "500.00", "neutral"),
    ]  # fmt: skip
    assert analyse(statement).income_gaps == ()


@pytest.mark.parametrize(
    ("printed", "minor"),
    [("1,234.50", 123450), ("¥28.16", 2816), ("￥ 5", 500), ("-3,000.00 \t", -300000), ("8,000.00(CN)", 800000), ("12元", 1200),
     ("'5.00'", 500), ("-", None), ("", None), ("xx,yyyy.zz", None), ("1.234", None), ("１２.５", 1250)],
)  # fmt: skip
def test_amounts_as_printed(printed, minor):
    found = cells.amount(printed, "CNY")
    assert (found and found.minor) == minor


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_layout_has_a_name(language):
    assert {layout.id for layout in LAYOUTS} == set(Wording(language).choices("layout"))


UNKNOWN = """某银行明细
日期,时间,借方,贷方,余额,对方,用途
2026-01-01,09:00:00,,5000,5200,公司,工资
2026-01-02,10:00:00,1800.50,,3399.50,房东,房租
"""


def test_a_layout_mapped_by_hand_is_remembered_and_read():
    rows = read_table(UNKNOWN.encode()).rows
    header = header_candidates(rows)[0]
    columns = {
        "day": "日期",
        "clock": "时间",
        "loss": "借方",
        "gain": "贷方",
        "balance": "余额",
        "counterparty": "对方",
        "text": "用途",
    }
    mapping = HandMapping.from_json(HandMapping("某银行", header, columns).to_json())
    statement = read_statement(UNKNOWN.encode(), layouts=(*LAYOUTS, mapping.layout()))
    assert statement.layout == "hand.某银行"
    assert [(one.amount.text(), one.kind, one.counterparty) for one in statement.transactions] == [
        ("5000.00", "income", "公司"), ("-1800.50", "expense", "房东"),
    ]  # fmt: skip
    assert analyse(statement).findings == ()


@pytest.mark.parametrize(
    ("columns", "places"),
    [
        ({}, ["mapping.day", "mapping.amount"]),
        ({"day": "日期", "amount": "金额", "gain": "收入"}, ["mapping.gain", "mapping.amount"]),
        ({"day": "天", "amount": "金额"}, ["mapping.day"]),
        ({"day": "日期", "amount": "金额", "colour": "日期"}, ["mapping.colour"]),
    ],
)
def test_an_incomplete_mapping_is_refused(columns, places):
    with pytest.raises(Refused) as refused:
        HandMapping("x", ("日期", "金额"), columns).layout()
    assert [finding.subject for finding in refused.value.findings] == places


@pytest.mark.parametrize(
    ("order", "day", "meant"),
    [("dmy", "31/03/2025", "2025-03-31"), ("mdy", "03/31/2025", "2025-03-31"), ("dmy", "1.4.25 09:30:00", "2025-04-01"),
     ("ymd", "2025年3月31日", "2025-03-31")],
)  # fmt: skip
def test_a_mapping_by_hand_knows_the_order_of_a_day(order, day, meant):
    mapping = HandMapping("某行", ("日期", "金额"), {"day": "日期", "amount": "金额"}, day_order=order)
    statement = statement_of([[("日期", "金额"), (day, "+1.00")]], (HandMapping.from_json(mapping.to_json()).layout(),))
    assert [one.on.isoformat() for one in statement.transactions] == [meant]


@pytest.mark.parametrize(
    ("amount", "direction", "minor"),
    [("5.00", "支出", -500), ("5.00", "收入", 500), ("-5.00", "支出", -500), ("5.00", "借", -500), ("5.00", "贷", 500),
     ("5.00", "DEBIT", -500)],
)  # fmt: skip
def test_a_mapping_by_hand_reads_the_sign_from_a_column_of_words(amount, direction, minor):
    columns = {"day": "日期", "amount": "金额", "direction": "收/支"}
    mapping = HandMapping("某行", ("日期", "收/支", "金额"), columns)
    rows = [("日期", "收/支", "金额"), ("2025-03-31", direction, amount)]
    assert [one.amount.minor for one in statement_of([rows], (mapping.layout(),)).transactions] == [minor]


def test_one_column_cannot_be_income_and_spending():
    mapping = HandMapping("x", ("日期", "金额"), {"day": "日期", "gain": "金额", "loss": "金额"})
    assert [finding.code for finding in mapping.findings()] == ["mapping_column_twice"]
