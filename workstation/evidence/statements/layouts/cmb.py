"""China Merchants Bank 招商银行: transactions of a debit account, and the statement of a credit card (days without a
year).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from workstation.evidence.statements.layout import BY_CARD_WORDS, Layout

DEBIT: Final = Layout(
    id="cmb.debit",
    header=("记账日期", "货币", "交易金额", "联机余额", "交易摘要", "对手信息", "客户摘要"),
    day="记账日期",
    amount="交易金额",
    balance="联机余额",
    currency_column="货币",
    counterparties=("对手信息",),
    texts=("交易摘要", "客户摘要"),
    account=re.compile(r"(?:账号|卡号|户口号)\D{0,4}([\d*]{4,})"),
    period=re.compile(
        r"(?:起止日期|交易日期|查询日期|日期范围)\D{0,6}\d.*|\d{4}-\d{2}-\d{2} *(?:--|—|至|~) *\d{4}-\d{2}-\d{2}"
    ),
)

WEB: Final = Layout(
    id="cmb.web",
    header=("交易日期", "交易时间", "收入", "支出", "余额", "交易类型", "交易备注"),
    day="交易日期",
    clock="交易时间",
    gain="收入",
    loss="支出",
    balance="余额",
    texts=("交易类型", "交易备注"),
    account=re.compile(r"账 *号: *\[.*?([\d*]{8,})"),
    period=re.compile(r"起始日期:.*终止日期:.*"),
    income=re.compile(r"收入合计:.*?共 *([\d,.]+)元"),
    expense=re.compile(r"支出合计:.*?共 *([\d,.]+)元"),
)

CREDIT: Final = Layout(
    id="cmb.credit",
    header=("交易日", "记账日", "交易摘要", "人民币金额", "卡号末四位", "交易地金额"),
    marks=("招商银行信用卡",),
    day="交易日",
    day_else="记账日",
    amount="人民币金额",
    card=True,
    card_column="卡号末四位",
    texts=("交易摘要",),
    year_above=re.compile(r"(\d{4})年(\d{1,2})月"),
    shows_income=False,
    words=BY_CARD_WORDS,
)

PRINTED: Final = replace(
    DEBIT,
    id="cmb.printed",
    header=("记账日期", "货币", "交易金额", "联机余额", "交易摘要", "对手信息"),
    marks=("招商银行交易流水",),
    texts=("交易摘要",),
)
"""交易流水, a PDF without the column 客户摘要."""
