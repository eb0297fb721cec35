"""China CITIC Bank 中信银行: statement of a credit card in the legacy .xls form; spending is positive, repayments
negative.
"""

from __future__ import annotations

from typing import Final

from workstation.evidence.statements.layout import BY_CARD_WORDS, Layout

CREDIT: Final = Layout(
    id="citic.credit",
    header=("交易日期", "入账日期", "交易描述", "卡末四位", "交易币种", "结算币种", "交易金额", "结算金额"),
    day="交易日期",
    amount="结算金额",
    card=True,
    currency_column="结算币种",
    texts=("交易描述",),
    card_column="卡末四位",
    shows_income=False,
    words=BY_CARD_WORDS,
)
