"""China Guangfa Bank 广发银行: list of a credit card, newest first; spending is positive, repayments and refunds negative."""

from __future__ import annotations

from typing import Final

from workstation.evidence.statements.layout import BY_CARD_WORDS, Layout

CREDIT: Final = Layout(
    id="cgb.credit",
    header=("交易日期", "入账日期", "交易摘要", "交易金额", "交易货币", "入账金额", "入账货币"),
    day="交易日期",
    amount="入账金额",
    card=True,
    currency_column="入账货币",
    texts=("交易摘要",),
    shows_income=False,
    words=BY_CARD_WORDS,
)
