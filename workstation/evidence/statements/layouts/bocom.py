"""Bank of Communications 交通银行: list of a debit account told by 借 Dr and 贷 Cr, and of a credit card without signs."""

from __future__ import annotations

import re
from typing import Final

from workstation.evidence.statements.layout import BY_CARD_WORDS, Layout, Row

_COMES_IN: Final = ("退货", "退款", "还款", "冲正", "返现", "利息收入")


def _paid_in(row: Row) -> int:
    """The card's list prints no sign: what the words call a return or a repayment comes in."""
    return 1 if any(word in row.get("交易说明", "") for word in _COMES_IN) else -1


DEBIT: Final = Layout(
    id="bocom.debit",
    header=("交易日期", "交易时间", "交易类型", "借贷", "交易金额", "余额", "对方账号", "对方户名"),
    day="交易日期",
    clock="交易时间",
    amount="交易金额",
    balance="余额",
    counterparties=("对方户名",),
    texts=("交易类型", "交易地点", "摘要"),
    account=re.compile(r"Card No:? *(\d[\d*]{7,})"),
    period=re.compile(r"查询起日[\s\S]*?查询止日\D*\d\S+"),
    direction="借贷",
)

CREDIT: Final = Layout(
    id="bocom.credit",
    header=("交易日期", "记账日期", "交易说明", "交易币种/金额", "入账币种/金额"),
    day="交易日期",
    amount="入账币种/金额",
    currency_column="入账币种/金额",
    texts=("交易说明",),
    ordered=False,  # repayments stand first
    shows_income=False,
    looks_at=("交易说明",),
    sign=_paid_in,
    words=BY_CARD_WORDS,
)
