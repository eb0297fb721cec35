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
