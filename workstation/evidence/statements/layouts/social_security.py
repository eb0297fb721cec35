"""Social insurance 社会保险: the person's own contributions month by month, as the 参保缴费 lists of the provinces print them.

Places name the columns differently; each name stands for one meaning.
"""

from __future__ import annotations

from itertools import product
from typing import Final

from workstation.evidence.statements import cells
from workstation.evidence.statements.layout import Layout, Row
from workstation.evidence.statements.transactions import Kind

_MONTHS: Final = ("费款所属期", "缴费年月", "缴费月份", "所属期")
_PAID: Final = ("个人缴费", "个人缴费金额", "个人缴纳", "个人应缴", "个人缴费额")


def _kind(row: Row, gains: bool) -> Kind:
    return "expense"


LISTS: Final = tuple(
    Layout(
        id="social_security.list",
        header=(month, "缴费基数", paid),
        day=month,
        loss=paid,
        counterparties=("单位名称", "参保单位", "缴费单位"),
        texts=("险种", "险种类型", "险种名称", "缴费基数"),
        ordered=False,
        shows_income=False,
        monthly=True,
        when=cells.month,
        kind=_kind,
    )
    for month, paid in product(_MONTHS, _PAID)
)
"""参保缴费明细: what was kept back from pay; the base of it, near to the pay, stands in the text."""
