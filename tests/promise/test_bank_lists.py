"""Lists of a bank as tables: headers of two rows, merged cells, words for currencies, lost digits, sums and remarks."""

from __future__ import annotations

from datetime import date

import pytest

from workstation.errors import Refused
from workstation.money import Money
from workstation.promise.balance_list import read_balances
from workstation.promise.bank_list import column_samples
from workstation.promise.payment_list import day_and_amount, read_payments
from workstation.received.tables import Sheet, Table
from workstation.wording import Wording

TODAY = date(2026, 11, 23)
HEAD = ("还款日期", "卡号", "姓名", "还款金额（元）", "币种")


def table(*rows, **marks):
    return Table("xlsx", "", (Sheet("1", rows, **marks),))


def paid(*rows, head=HEAD, **marks):
    return read_payments(table(head, *rows, **marks), "x", "CNY", TODAY)


@pytest.mark.parametrize(
    ("word", "currency"), [("人民币", "CNY"), ("RMB", "CNY"), ("", "CNY"), ("港币", "HKD"), ("usd", "USD")]
)
def test_a_currency_is_read_as_banks_write_it(word, currency):
    (row,) = paid(("2026-11-20", "8888", "", "1,500.00", word)).rows
    assert (row.amount.currency, row.amount.minor) == (currency, 1_500_00)


@pytest.mark.parametrize(
    ("cells", "marks", "codes"),
    [
        (("2026-11-20", "6222000011118880", "", "5", ""), {"inexact": frozenset({(1, 1)})}, ["digits_lost"]),
        (("2026-11-20", "6.22E+15", "", "5", ""), {}, ["digits_lost"]),
        (("2026-11-20", "8888", "", "5", "瓜子"), {}, ["currency_unknown"]),
        (("2026-11-20", "8888", "", "5", ""), {"merged": ((1, 3, 2, 3),)}, ["cell_merged"]),
        (("2026-11-20", "8888", "", "五", "瓜子"), {}, ["currency_unknown", "cell_amount"]),
        (("2026-11-20", "8888", "", "USD 5", ""), {}, ["cell_currency"]),
        (("2026-11-20", "8888", "", "5.125", ""), {}, ["cell_too_fine"]),
        (("2026-11-20", "8888", "", "99999999999999999", ""), {}, ["cell_beyond_range"]),
    ],
)
def test_what_is_not_understood_goes_back_with_every_reason(cells, marks, codes):
    found = paid(cells, ("", "9999", "", "", ""), **marks)
    assert [one.code for one in found.unread[0].findings] == codes
    assert all("{" not in Wording("en").finding(one) for one in found.unread[0].findings)
    assert found.rows == ()


def test_a_cell_that_is_drawn_over_several_rows_speaks_for_each():
    first, second = ("2026-11-20", "8888", "王", "5", ""), ("", "9999", "", "6", "")
    found = paid(first, second, merged=((1, 0, 2, 0), (1, 2, 2, 2)))
    assert [(one.on, one.name, one.amount.minor) for one in found.rows] == [
        (date(2026, 11, 20), "王", 500),
        (date(2026, 11, 20), "王", 600),
    ]


def test_a_heading_of_two_rows_sums_and_remarks():
    upper, lower = ("还款日期", "卡号", "还款", ""), ("", "", "还款金额", "流水号")
    rows = (("2026-11-20", "8888", "5", "A1"), ("合计1笔", "", "5", ""), ("制表：李", "", "", ""))
    found = read_payments(table(("名单",), upper, lower, *rows), "x", "CNY", TODAY)
    assert [(one.row, one.reference) for one in found.rows] == [(4, "A1")]
    assert found.unread == ()


def test_a_balance_adds_up_the_columns_of_one_component():
    head = ("尾号", "余额日期", "余额", "本金", "利息", "罚息")
    found = read_balances(table(head, ("8888", "2026-11-20", "110", "100", "7", "3")), "x", "CNY", TODAY)
    (row,) = found.rows
    assert (row.total.minor, {name: one.minor for name, one in row.parts.items()}) == (
        110_00,
        {"principal": 100_00, "interest": 10_00},
    )


def test_columns_are_shown_with_their_first_different_cells():
    rows = (("到账时点", "进账", "", "户号"), *[(f"d{no}", "5", "x", str(no)) for no in (1, 2, 3, 4)])
    assert [(one.title, one.samples) for one in column_samples(table(*rows))] == [
        ("到账时点", ("d1", "d2", "d3")),
        ("进账", ("5",)),
        ("[C]", ("x",)),
        ("户号", ("1", "2", "3")),
    ]


def test_a_column_that_a_person_left_out_does_not_count():
    columns = {"on": "还款日期", "amount": "还款金额（元）", "number": "", "name": "姓名"}
    (row,) = read_payments(table(HEAD, ("2026-11-20", "8888", "王", "5", "")), "x", "CNY", TODAY, None, columns).rows
    assert (row.number, row.name) == ("", "王")
    with pytest.raises(Refused) as refused:
        read_payments(table(HEAD), "x", "CNY", TODAY, None, columns | {"on": "没有"})
    assert {one.figures["list_field"] for one in refused.value.findings} == {"on", "amount", "number"}


@pytest.mark.parametrize(
    ("above", "title", "cells", "expected"),
    [
        ((), "还款金额（万元）", ("0.05", ""), "500.00 CNY"),
        ((), "还款金额（万）", ("0.05", ""), "500.00 CNY"),
        ((), "还款金额（美元）", ("5", ""), "5.00 USD"),
        (("单位：千元",), "还款金额", ("0.5", ""), "500.00 CNY"),
        (("币种：港币",), "还款金额", ("5", ""), "5.00 HKD"),
        (("币种：港币",), "还款金额", ("5", "美元"), "5.00 USD"),
        ((), "还款金额（美元）", ("5", "人民币"), "cell_currency"),
        (("币种：瑞士法郎",), "还款金额", ("5", ""), "currency_unknown"),
        (("币种：瑞士法郎",), "还款金额", ("5", "美元"), "5.00 USD"),
    ],
)
def test_titles_and_lines_above_say_currency_and_unit(above, title, cells, expected):
    amount, currency = cells
    rows = (
        *((line,) for line in above),
        ("还款日期", "卡号（USD）", title, "币种"),
        ("2026-11-10", "6214", amount, currency),
    )
    read = read_payments(Table("csv", "utf-8", (Sheet("", rows),)), "还款.csv", "CNY", TODAY)
    found = [f"{one.amount.text()} {one.amount.currency}" for one in read.rows]
    assert found + [finding.code for row in read.unread for finding in row.findings] == [expected]


def test_a_balance_in_a_unit_and_its_sum():
    rows = (
        ("单位：万元",),
        ("卡号", "本金", "利息", "违约金", "费用"),
        ("6214", "1.5", "0.01", "0", "0"),
        ("合计", "1.6", "", "", ""),
    )
    table = Table("csv", "utf-8", (Sheet("", rows),))
    read = read_balances(table, "余额.csv", "CNY", TODAY, on=TODAY)
    assert [one.total for one in read.rows] == [Money(1_510_000)]
    assert [(one.code, one.figures["expected"]) for one in read.to_confirm] == [("sum_differs", "15,000.00")]


def test_other_sheets_with_such_a_list_are_told():
    head, row = ("还款日期", "卡号", "还款金额"), ("2026-11-10", "6214", "5")
    sheets = (
        Sheet("十月", (head, row)),
        Sheet("十一月", (("说明",), head, row, row)),
        Sheet("说明", (("无",),)),
        Sheet("空", (head,)),
    )
    read = read_payments(Table("xlsx", "", sheets), "还款.xlsx", "CNY", TODAY)
    assert len(read.rows) == 1
    assert [(one.code, one.subject, one.figures["rows"]) for one in read.to_confirm] == [("sheet_left", "十一月", "2")]
    with pytest.raises(Refused) as refused:
        day_and_amount(Table("xlsx", "", sheets), "还款.xlsx", "CNY", TODAY)
    assert [one.code for one in refused.value.findings] == ["sheet_left"]


@pytest.mark.parametrize(
    ("title", "words", "amount", "code"),
    [
        ("扣款结果", "成功", "500", ""),
        ("状态", "已入账", "500", ""),
        ("交易状态", "Posted", "500", ""),
        ("扣款结果", "失败", "500", "payment_failed"),
        ("扣款结果", "余额不足", "500", "payment_failed"),
        ("扣款状态", "扣款未成功", "500", "payment_failed"),
        ("status", "Unpaid", "500", "payment_failed"),
        ("处理结果", "待入账", "500", "payment_failed"),
        ("交易状态", "已退回", "500", "payment_failed"),
        ("扣款结果", "不成功", "500", "payment_failed"),
        ("扣款结果", "没有成功", "500", "payment_failed"),
        ("入账状态", "不入账", "500", "payment_failed"),
        ("入账状态", "入账已冲回", "500", "payment_failed"),
        ("status", "Unsuccessful", "500", "payment_failed"),
        ("status", "Not paid", "500", "payment_failed"),
        ("status", "Unsettled", "500", "payment_failed"),
        ("status", "Incomplete", "500", "payment_failed"),
        ("还款状态", "已结清", "500", ""),
        ("还款状态", "提前还款", "500", ""),
        ("还款状态", "逾期还款", "500", "payment_status_unclear"),
        ("状态", "提前还款申请中", "500", "payment_failed"),
        ("扣款状态", "已扣款", "500", ""),
        ("状态", "已支付", "500", ""),
        ("状态", "足额", "500", ""),
        ("状态", "未足额", "500", "payment_failed"),
        ("还款状态", "未结清", "500", "payment_status_unclear"),  # of the account, not of the payment
        ("还款状态", "成功（未结清）", "500", "payment_status_unclear"),
        ("还款状态", "承诺还款", "500", "payment_status_unclear"),
        ("失败原因", "交易成功", "500", ""),
        ("扣款结果", "部分成功", "500", "payment_status_unclear"),
        ("扣款结果", "03", "500", "payment_status_unclear"),
        ("扣款结果", "", "500", "payment_status_unclear"),
        ("失败原因", "", "500", ""),
        ("失败原因", "无", "500", ""),
        ("失败原因", "账户冻结", "500", "payment_failed"),
        ("交易类型", "还款", "500", ""),
        ("交易类型", "还款冲正", "500", "payment_reversal_unsigned"),
        ("摘要", "还款退回", "500", "payment_reversal_unsigned"),
        ("交易类型", "还款冲正", "-500", ""),
        ("备注", "失败", "500", ""),  # says nothing of the payment
    ],
)
def test_what_was_not_paid_or_taken_back_is_no_payment(title, words, amount, code):
    head = ("还款日期", "卡号", "还款金额", title)
    read = read_payments(table(head, ("2026-11-10", "6214", amount, words)), "扣款.xlsx", "CNY", TODAY)
    assert [one.code for row in read.unread for one in row.findings] == ([code] if code else [])
    assert len(read.rows) == (not code)


def test_a_column_of_states_may_be_left_out():
    head, row = ("还款日期", "卡号", "还款金额", "状态"), ("2026-11-10", "6214", "500", "逾期")
    assert len(read_payments(table(head, row), "扣款.xlsx", "CNY", TODAY).unread) == 1
    assert len(read_payments(table(head, row), "扣款.xlsx", "CNY", TODAY, columns={"status": ""}).rows) == 1


def test_a_title_over_several_columns_speaks_for_each():
    rows = (
        ("卡号", "余额（万元）", "", "", ""),
        ("", "本金", "利息（元）", "违约金", "费用"),
        ("6214", "1.5", "20", "0", "0.001"),
    )
    read = read_balances(Table("xlsx", "", (Sheet("", rows),)), "余额.xlsx", "CNY", TODAY, on=TODAY)
    assert [one.total.text() for one in read.rows] == ["15030.00"]


WAYS = ("还款日期", "卡号", "还款金额", "借贷标志")


@pytest.mark.parametrize(
    ("rows", "taken", "back"),
    [
        ((("5", "贷"), ("6", "借"), ("7", "贷方")), [500, 700], ["6"]),
        ((("5", "D"), ("6", "C"), ("7", "Dr.")), [500, 700], ["6"]),  # the account that the bank took it from
        ((("5", "贷"), ("6", "借")), [500], ["6"]),
        ((("5", "收入"), ("-6", "支出")), [500, -600], []),  # it is below zero already
        ((("5", "贷"), ("6", ""), ("7", "转")), [500], ["6", "7"]),
        ((("5", "借"), ("6", "借")), [500, 600], []),
        ((("5", ""), ("6", "")), [500, 600], []),
        ((("5", "本行"), ("6", "他行")), [500, 600], []),  # nothing of a direction
    ],
)
def test_a_row_that_went_another_way_than_most_is_asked(rows, taken, back):
    lines = [("2026-11-20", "8888", amount, way) for amount, way in rows]
    found = read_payments(table(WAYS, *lines), "x", "CNY", TODAY)
    assert [one.amount.minor for one in found.rows] == taken
    assert [(one.cells[2], one.findings[0].code) for one in found.unread] == [
        (one, "payment_other_way") for one in back
    ]
    left_out = read_payments(table(WAYS, *lines), "x", "CNY", TODAY, columns={"direction": ""})
    assert len(left_out.rows) == len(rows)


@pytest.mark.parametrize(
    ("cells", "kind", "taken"),
    [
        (("2026-11-20", "8888", "1", "234.50"), "csv", []),  # 1,234.50 without quotation marks
        (("2026-11-20", "8888", "300", "", " "), "csv", [300_00]),  # marks behind the last cell
        (("2026-11-20", "8888", "300", "已核"), "xlsx", [300_00]),  # a remark beside a list in a workbook
    ],
)
def test_a_row_of_a_text_with_more_cells_than_its_heading_goes_back(cells, kind, taken):
    rows = (WAYS[:3], cells, ("2026-11-21", "9999", "7"))
    found = read_payments(Table(kind, "", (Sheet("1", rows),)), "x", "CNY", TODAY)
    assert [one.amount.minor for one in found.rows] == [*taken, 700]
    assert [one.findings[0].code for one in found.unread] == ([] if taken else ["row_shifted"])
    balances = read_balances(
        Table(kind, "", (Sheet("1", (("日期", "卡号", "欠款合计"), *rows[1:])),)), "x", "CNY", TODAY, None
    )
    assert [one.total.minor for one in balances.rows] == [*taken, 700]


@pytest.mark.parametrize(
    ("titles", "columns", "asked"),
    [
        (("还款日期", "卡号", "还款金额", "还款金额"), {}, [("还款金额", "还款金额 [D]")]),
        (("还款日期", "卡号", "还款金额", "还款金额"), {"amount": "还款金额 [D]"}, []),
        (("还款日期", "卡号", "还款金额", "金额"), {}, []),
        (("还款日期", "卡号", "还款金额", "卡号"), {}, [("卡号", "卡号 [D]")]),
        (("还款日期", "卡号", "还款金额", ""), {}, []),
    ],
)
def test_a_title_over_two_columns_is_asked(titles, columns, asked):
    found = read_payments(table(titles, ("2026-11-20", "8888", "5", "6")), "x", "CNY", TODAY, columns=columns)
    assert [(one.figures["column"], one.figures["other"]) for one in found.to_confirm] == asked
    assert [one.amount.minor for one in found.rows] == [600 if columns else 500]
