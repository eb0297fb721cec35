"""Months and income gaps, on the samples that ship with the program."""

from __future__ import annotations

import pytest

import resources
from tests.evidence.statements.samples import CLOTHES, entries, written
from workstation.evidence.statements.layout import BY_WORDS
from workstation.evidence.statements.readers import read_statement
from workstation.evidence.statements.statement import analyse, statement_json


@pytest.mark.parametrize(
    ("file", "layout", "account", "rows", "gaps"),
    [
        ("cmb-debit-2026.csv", "cmb.debit", "", 157, ("2026-08", "2026-09", "2026-10")),
        ("icbc-debit-2026.csv", "icbc.debit-v1", "…0418", 133, ()),
        ("abc-debit-2026.csv", "abc.debit", "…4567", 120, ()),
        ("cib-debit-2026.csv", "cib.debit", "…6789", 120, ("2026-09", "2026-10", "2026-11")),
        ("psbc-debit-2026.csv", "psbc.debit", "…9012", 120, ()),
        ("cmbc-debit-2026.csv", "cmbc.debit", "…3456", 120, ("2026-09", "2026-10", "2026-11")),
        ("pab-debit-2026.csv", "pab.debit", "…2345", 120, ()),
        ("jd-2026.csv", "jd", "…le01", 6, ()),
    ],
)
def test_the_samples_name_their_gaps_and_hold_together(file, layout, account, rows, gaps):
    statement = read_statement(resources.path("sample", "statements", file).read_bytes())
    analysis = analyse(statement)
    assert (statement.layout, statement.account, statement.rows_read) == (layout, account, rows)
    assert analysis.income_gaps == gaps
    assert analysis.findings == ()


def test_own_moves_and_refunds_are_neither_income_nor_spending():
    statement = read_statement(resources.path("sample", "statements", "cmb-debit-2026.csv").read_bytes())
    kinds = {one.text: one.kind for one in statement.transactions}
    assert kinds["信用卡还款 自动还款"] == "neutral"
    assert kinds["快捷退款 退货退款"] == "refund"
    august = next(month for month in analyse(statement).months if month.month == "2026-08")
    assert august.income.minor == 0
    assert august.expense.minor == -sum(
        one.amount.minor for one in statement.transactions if one.on.month == 8 and one.kind == "expense"
    )


@pytest.mark.parametrize(
    ("gains", "text", "kind"),
    [
        (False, "零钱提现", "neutral"),
        (False, "零钱提现 手续费", "expense"),  # what an own move costs is spending
        (False, "理财 申购", "neutral"),
        (True, "理财 赎回", "neutral"),
        (True, "快捷退款", "refund"),
        (False, "退款手续费", "expense"),
        (True, "贷款发放", "neutral"),
        (True, "微众银行 微粒贷借款", "neutral"),
        (True, "借呗 借款", "neutral"),
        (True, "某小额贷款有限公司 转账", "neutral"),
        (True, "公积金贷款", "neutral"),
        (True, "快贷支用", "neutral"),
        (True, "张三 归还借款", "neutral"),
        (True, "某小额贷款有限公司 代发工资", "income"),  # who lends pays wages, too
        (True, "某信贷公司 业务提成", "income"),
        (True, "普通贷记 来账", "income"),  # a way of paying
        (True, "贷方 货款", "income"),
        (True, "张三 贷", "income"),
        (True, "来账/贷", "income"),
        (True, "转账贷", "income"),
        (True, "网商贷", "neutral"),
        (True, "某信贷咨询公司 代发", "income"),
        (True, "某银行 代发放贷款", "neutral"),
        (True, "工资转存", "income"),
        (True, "整存整取 转存", "neutral"),
        (False, "微粒贷还款", "expense"),
        (True, "贷款利息退还", "refund"),
        (True, "退汇", "refund"),
        (True, "错账冲账", "refund"),
        (True, "基金 赎回", "neutral"),
        (True, "银证转账", "neutral"),
        (False, "银行转证券", "neutral"),
        (True, "日本人寿 保险金", "income"),
        (True, "资本人才服务公司 工资", "income"),
        (True, "张三 本人转入", "neutral"),
        (True, "社保待遇发放款", "income"),
        (True, "消费金融放款", "neutral"),
        (True, "定期存款利息", "income"),
        (True, "定期存款本金及利息", "neutral"),
        (True, "定期存款本息", "neutral"),
        (False, "理财 利息", "neutral"),
        (True, "工资", "income"),
        (False, "消费", "expense"),
    ],
)
def test_what_the_words_of_a_row_say(gains, text, kind):
    assert BY_WORDS(gains, text) == kind


def test_wages_and_whole_months():
    statement = read_statement(resources.path("sample", "statements", "cmb-debit-2026.csv").read_bytes())
    months = {month.month: month for month in analyse(statement).months}
    assert (months["2026-06"].wages.text(), months["2026-06"].income.text()) == ("9200.00", "9200.21")
    assert [month.whole for month in months.values()] == [False, True, True, True, True, True, False]


def test_a_month_without_a_row_is_a_gap():
    rows = tuple(one for one in entries() if one.at.month != 8)
    analysis = analyse(read_statement(written(CLOTHES["boc.debit"](rows)).encode()))
    assert analysis.income_gaps == ("2026-08",)
    assert next(month for month in analysis.months if month.month == "2026-08").count == 0


def test_the_form_of_the_command_line():
    statement = read_statement(written(CLOTHES["boc.debit"](entries(12))).encode())
    told = statement_json(statement)
    assert list(told) == ["layout", "account", "currency", "from", "to", "rows_read", "rows_left_out", "transactions",
                          "months", "income_gaps", "findings"]  # fmt: skip
    assert (told["layout"], told["account"], told["currency"]) == ("boc.debit", "…3167", "CNY")
    assert told["transactions"][0] == {
        "row": 3, "on": "2026-05-10", "at": "2026-05-10T23:57:30", "amount": "-20.27", "balance": "11825.85",
        "counterparty": "商户11", "text": "消费", "kind": "expense",
    }  # fmt: skip
    assert told["months"] == [
        {"month": "2026-05", "income": "7812.34", "expense": told["months"][0]["expense"], "count": 12}
    ]
    assert all(isinstance(one["amount"], str) for one in told["transactions"])
