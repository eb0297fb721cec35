"""Postal Savings Bank of China 邮储银行: list of an account, separate columns for money out and in."""

from __future__ import annotations

import re
from typing import Final

from workstation.evidence.statements.layout import Layout

# Titles as a published reader of the bank's net list names them; unsure whether the list of the personal app has all of them.
DEBIT: Final = Layout(
    id="psbc.debit",
    header=("交易日期", "交易时间", "对方户名", "摘要", "附言", "支出金额", "收入金额", "余额"),
    day="交易日期",
    clock="交易时间",
    gain="收入金额",
    loss="支出金额",
    balance="余额",
    counterparties=("对方户名",),
    texts=("摘要", "用途", "附言"),
    reference="交易流水号",
    account=re.compile(r"(?:卡号/账号|账号|卡号):? *(\d[\d*]{7,})"),
    period=re.compile(r"(?:起止日期|查询期间|交易日期)\D{0,6}\d.*"),
)
