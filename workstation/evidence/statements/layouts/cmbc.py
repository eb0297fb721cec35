"""China Minsheng Bank 民生银行: personal statement with signed amounts, and the net list with two columns."""

from __future__ import annotations

import re
from typing import Final

from workstation.evidence.statements.layout import Layout

_ACCOUNT: Final = re.compile(r"(?:客户账号|账号):? *(\d[\d*]{7,})")

# Titles and the two facts above them as a published reader of 个人账户对账单 names them.
DEBIT: Final = Layout(
    id="cmbc.debit",
    header=("交易时间", "摘要", "交易金额", "账户余额", "现转标志", "交易渠道", "对方户名/账号"),
    day="交易时间",
    clock="交易时间",
    amount="交易金额",
    balance="账户余额",
    counterparties=("对方户名/账号",),
    texts=("摘要",),
    account=_ACCOUNT,
    period=re.compile(r"起止日期:? *\d.*"),
)

# Titles of the net list; second-hand, from a reader of the form for firms.
WEB: Final = Layout(
    id="cmbc.web",
    header=("交易时间", "借方发生额", "贷方发生额", "账户余额", "客户附言", "对方账号名称"),
    day="交易时间",
    clock="交易时间",
    gain="贷方发生额",
    loss="借方发生额",
    balance="账户余额",
    counterparties=("对方账号名称",),
    texts=("客户附言",),
    reference="交易流水号",
    account=_ACCOUNT,
)
