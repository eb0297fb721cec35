"""Ping An Bank 平安银行: personal list with titles in two languages and signed amounts, and the net list."""

from __future__ import annotations

import re
from typing import Final

from workstation.evidence.statements.layout import Layout

# Titles as published readers of 个人账户交易明细清单 name them: 交易日期Date, 交易金额Transaction Amount, 余额Balance …
DEBIT: Final = Layout(
    id="pab.debit",
    header=("序号", "交易日期", "交易金额", "余额", "交易地点", "摘要", "交易对手信息"),
    day="交易日期",
    amount="交易金额",
    balance="余额",
    counterparties=("交易对手信息",),
    texts=("摘要", "备注"),
    account=re.compile(r"(?:账号|卡号)\D{0,20}(\d[\d*]{7,})"),
    period=re.compile(r"(?:起止日期|交易时段|查询期间|查询时间)\D{0,20}\d.*"),
)

# Titles of the net list as a published reader of the form for firms names them; one character each for money out and in.
WEB: Final = Layout(
    id="pab.web",
    header=("交易日期", "账号", "借", "贷", "账户余额", "对方账户名称", "摘要", "用途"),
    day="交易日期",
    gain="贷",
    loss="借",
    balance="账户余额",
    counterparties=("对方账户名称",),
    texts=("摘要", "用途"),
    reference="交易流水号",
    card_column="账号",
)
