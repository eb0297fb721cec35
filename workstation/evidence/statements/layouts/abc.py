"""Agricultural Bank of China 农业银行: list of a debit account, signed amounts, times as 093000."""

from __future__ import annotations

import re
from typing import Final

from workstation.evidence.statements.layout import Layout

# Titles as in a published sample of the app's list; the bank's counter prints 交易金额 and 本次余额 the same way.
DEBIT: Final = Layout(
    id="abc.debit",
    header=("交易日期", "交易时间", "交易摘要", "交易金额", "本次余额", "对手信息"),
    day="交易日期",
    clock="交易时间",
    amount="交易金额",
    balance="本次余额",
    counterparties=("对手信息",),
    texts=("交易摘要", "交易附言"),
    account=re.compile(r"(?:账户|账号|卡号):? *([\d*]{8,})"),
    period=re.compile(r"(?:起止日期|查询期间|起始日期)\D{0,6}\d.*"),
)
