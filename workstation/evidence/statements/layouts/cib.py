"""Industrial Bank 兴业银行: list of a debit account in the legacy .xls form, newest first, and the net list."""

from __future__ import annotations

import re
from typing import Final

from workstation.evidence.statements.layout import Layout

DEBIT: Final = Layout(
    id="cib.debit",
    header=("交易时间", "记账日", "支出", "收入", "账户余额", "摘要", "对方户名", "对方银行"),
    day="交易时间",
    clock="交易时间",
    gain="收入",
    loss="支出",
    balance="账户余额",
    counterparties=("对方户名",),
    texts=("摘要", "用途", "备注"),
    account=re.compile(r"账户账号:? *(\d[\d*]{7,})"),
    period=re.compile(r"起始日期[\s\S]*?截止日期\D*\d\S+"),
)

# Titles of the net list as a published reader of the form for firms names them.
WEB: Final = Layout(
    id="cib.web",
    header=("银行流水号", "交易时间", "借方金额(支出)", "贷方金额(收入)", "账户余额", "对方户名"),
    day="交易时间",
    clock="交易时间",
    gain="贷方金额(收入)",
    loss="借方金额(支出)",
    balance="账户余额",
    counterparties=("对方户名",),
    texts=("摘要",),
    reference="银行流水号",
    card_column="账号",
)
