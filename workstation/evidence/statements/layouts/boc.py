"""Bank of China 中国银行: list of a debit account, newest first, and the statement of a credit card with one row a
currency.
"""

from __future__ import annotations

import re
from typing import Final

from workstation.evidence.statements.layout import BY_CARD_WORDS, Layout

DEBIT: Final = Layout(
    id="boc.debit",
    header=("记账日期", "记账时间", "币别", "金额", "余额", "交易名称", "附言", "对方账户名", "借记卡号"),
    day="记账日期",
    clock="记账时间",
    amount="金额",
    balance="余额",
    currency_column="币别",
    counterparties=("对方账户名",),
    texts=("交易名称", "附言"),
    card_column="借记卡号",
)

CREDIT: Final = Layout(
    id="boc.credit",
    header=("交易日", "银行记账日", "卡号后四位", "交易描述", "存入", "支出", "币种"),
    day="银行记账日",
    gain="存入",
    loss="支出",
    currency_column="币种",
    texts=("交易描述",),
    card_column="卡号后四位",
    ordered=False,  # one block a currency
    shows_income=False,
    words=BY_CARD_WORDS,
)

PRINTED: Final = Layout(
    id="boc.printed",
    header=("记账日期", "记账时间", "币别", "金额", "余额", "交易名称", "渠道", "网点名称", "附言", "对方账户名"),
    day="记账日期",
    clock="记账时间",
    amount="金额",
    sign_unsure=True,
    balance="余额",
    currency_column="币别",
    counterparties=("对方账户名",),
    texts=("交易名称", "附言"),
    account=re.compile(r"(?:借记卡号|账号):? *([\d*]{4,})"),
    period=re.compile(r"交易区间:? *\d.*?(?:至|--|—|~) *\d[\d年月日-]+"),
)
"""交易流水明细清单, a PDF: cells that hold nothing are dashes."""
