"""Industrial and Commercial Bank of China 工商银行: downloads of a debit account and of a credit card; separate income
and expense columns.
"""

from __future__ import annotations

import re
from typing import Final

from workstation.evidence.statements.layout import BY_CARD_WORDS, Layout

_ACCOUNT: Final = re.compile(r"卡号: *([\d*]{4,})")
_COLUMNS: Final = ("交易日期", "摘要", "交易场所", "记账金额(收入)", "记账金额(支出)", "记账币种", "余额", "对方户名")

DEBIT: Final = Layout(
    id="icbc.debit-v1",
    header=(*_COLUMNS, "钞/汇"),
    day="交易日期",
    gain="记账金额(收入)",
    loss="记账金额(支出)",
    balance="余额",
    currency_column="记账币种",
    counterparties=("对方户名",),
    texts=("摘要", "交易场所"),
    account=_ACCOUNT,
    totals_row="人民币合计",
)

CREDIT: Final = Layout(
    id="icbc.credit",
    header=(*_COLUMNS, "记账日期"),
    day="交易日期",
    gain="记账金额(收入)",
    loss="记账金额(支出)",
    balance="余额",
    currency_column="记账币种",
    counterparties=("对方户名",),
    texts=("摘要", "交易场所"),
    account=_ACCOUNT,
    totals_row="合计金额",
    shows_income=False,
    words=BY_CARD_WORDS,
)

PRINTED: Final = Layout(
    id="icbc.printed",
    header=("交易日期", "账号", "储种", "序号", "币种", "钞汇", "摘要", "收入/支出金额", "余额", "对方户名"),
    day="交易日期",
    clock="交易日期",
    amount="收入/支出金额",
    sign_unsure=True,
    balance="余额",
    currency_column="币种",
    counterparties=("对方户名",),
    texts=("摘要",),
    account=re.compile(r"卡号:? *([\d*]{4,})"),
    period=re.compile(r"起止日期:? *\d.*"),
)
"""借记账户历史明细（电子版）, a PDF: the time stands under the day in one cell; each page ends with its own sums."""
