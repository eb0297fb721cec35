"""State Taxation Administration 国家税务总局: the income and tax of single months as the app 个人所得税 gives them out."""

from __future__ import annotations

import re
from typing import Final

from workstation.evidence.statements import cells
from workstation.evidence.statements.layout import Layout, Row
from workstation.evidence.statements.transactions import Kind


def _kind(row: Row, gains: bool) -> Kind:
    return "income"


INCOME: Final = Layout(
    id="tax.income",
    header=("税款所属期", "所得项目小类", "扣缴义务人", "收入", "已申报税额"),
    day="税款所属期",
    amount="收入",
    counterparties=("扣缴义务人",),
    texts=("所得项目小类",),
    income=re.compile(r"收入合计:? *([\d,]+\.\d{2})"),
    ordered=False,
    shows_income=False,  # the same pay stands in the statement of the bank and must not count twice
    monthly=True,
    when=cells.month,
    kind=_kind,
)
"""收入纳税明细: what the payer declared for each month, before tax."""
