"""China Construction Bank 建设银行: list of a debit account in the legacy .xls form, oldest first."""

from __future__ import annotations

import re
from typing import Final

from workstation.evidence.statements.layout import Layout

DEBIT: Final = Layout(
    id="ccb.debit",
    header=("记账日", "交易日期", "交易时间", "支出", "收入", "账户余额", "币种", "摘要", "对方户名"),
    day="交易日期",
    clock="交易时间",
    gain="收入",
    loss="支出",
    balance="账户余额",
    currency_column="币种",
    counterparties=("对方户名",),
    texts=("摘要", "交易地点"),
    account=re.compile(r"账\s*号:? *([\dx*]{4,})"),
)

PRINTED: Final = Layout(
    id="ccb.printed",
    header=("序号", "摘要", "币别", "交易日期", "交易金额", "账户余额", "交易地点/附言", "对方账号与户名"),
    day="交易日期",
    amount="交易金额",
    sign_unsure=True,
    balance="账户余额",
    currency_column="币别",
    counterparties=("对方账号与户名",),
    texts=("摘要", "交易地点/附言"),
    account=re.compile(r"卡号/账号:? *([\dx*]{4,})"),
    period=re.compile(r"起始日期:? *\d.*?结束日期:? *[\d年月日-]+"),
    income=re.compile(r"总收入:? *([\d,]+\.\d{2})"),
    expense=re.compile(r"总支出:? *([\d,]+\.\d{2})"),
)
"""个人活期账户全部交易明细, a PDF: rows are numbered, the sums of the period stand above the list."""
