"""JD Finance 京东: the bill of the wallet; amounts without sign; a refund is noted behind the amount and has a row of its own."""

from __future__ import annotations

import re
from typing import Final

from workstation.evidence.statements.layout import Layout, Row
from workstation.evidence.statements.transactions import Kind

_DIRECTION: Final = "收/支"
_NEITHER: Final = ("不计收支", "其他", "/", "")
"""What stands there for own moves, and in rows that moved nothing."""
_OUT: Final = "转出"


def _leave_out(row: Row) -> str:
    status = row.get("交易状态", "")
    return {"交易关闭": "closed", "等待付款": "unpaid", "交易失败": "failed"}.get(status, "")


def _sign(row: Row) -> int:
    """Which way the money went; of the holder's own moves what leaves 小金库 or comes back arrives."""
    direction, note = row.get(_DIRECTION, ""), row.get("交易说明", "")
    if direction in ("收入", "支出"):
        return 1 if direction == "收入" else -1
    if direction not in _NEITHER:
        return 0
    return 1 if "退款" in note or "退款" in row.get("交易状态", "") or _OUT in note else -1


def _kind(row: Row, gains: bool) -> Kind:
    if gains and (row.get("交易说明", "").startswith("退款") or "退款" in row.get("交易状态", "")):
        return "refund"
    return {"收入": "income", "支出": "expense"}.get(row.get(_DIRECTION, ""), "neutral")  # type: ignore[return-value]


BILL: Final = Layout(
    id="jd",
    header=("交易时间", "商户名称", "交易说明", _DIRECTION, "金额", "收/付款方式", "交易状态"),
    day="交易时间",
    clock="交易时间",
    amount="金额",
    counterparties=("商户名称",),
    texts=("交易分类", "交易说明", "备注"),
    reference="交易订单号",
    ordered=False,  # by number of the order, not by time
    account=re.compile(r"京东账号名: *(\S+)"),
    period=re.compile(r"起始时间:.*终止时间:.*"),
    count=re.compile(r"共:(\d+)笔记录"),
    income=re.compile(r"^收入:\d+笔, *([\d.,]+)元", re.MULTILINE),
    expense=re.compile(r"^支出:\d+笔, *([\d.,]+)元", re.MULTILINE),
    totals_binding=False,  # the bill says that its rows may add up otherwise
    looks_at=(_DIRECTION, "交易说明", "交易状态"),
    sign=_sign,
    kind=_kind,
    leave_out=_leave_out,
)
