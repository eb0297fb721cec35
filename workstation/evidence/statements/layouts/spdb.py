"""Shanghai Pudong Development Bank 浦发银行: personal list with signed amounts, and the net list with two columns."""

from __future__ import annotations

import re
from typing import Final

from workstation.evidence.statements.layout import Layout

_ACCOUNT: Final = re.compile(r"(?:账号|卡号):? *(\d[\d*]{7,})")

# Order and sense of the columns are published; unsure of 交易名称 and 对手户名 as printed on 个人客户交易流水专用回单.
DEBIT: Final = Layout(
    id="spdb.debit",
    header=("交易日期", "交易时间", "交易名称", "交易金额", "账户余额", "对手账号"),
    day="交易日期",
    clock="交易时间",
    amount="交易金额",
    balance="账户余额",
    counterparties=("对手姓名", "对手户名"),
    texts=("交易名称", "摘要"),
    account=_ACCOUNT,
    period=re.compile(r"(?:起止日期|查询期间|交易期间)\D{0,6}\d.*"),
)

# Titles of the net list as a published reader of the form for firms names them.
WEB: Final = Layout(
    id="spdb.web",
    header=("交易日期", "交易时间", "借方金额", "贷方金额", "余额", "对方户名", "对方账号", "备注"),
    day="交易日期",
    clock="交易时间",
    gain="贷方金额",
    loss="借方金额",
    balance="余额",
    counterparties=("对方户名",),
    texts=("摘要", "备注"),
    reference="交易流水号",
    account=_ACCOUNT,
)
