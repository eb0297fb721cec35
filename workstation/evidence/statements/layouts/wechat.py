"""WeChat Pay 微信支付: the bill as CSV or workbook. Amounts carry ¥ or are numbers; fees are in the remark only."""

from __future__ import annotations

import re
from typing import Final

from workstation.evidence.statements.layout import Layout, Row
from workstation.evidence.statements.transactions import Kind

_DIRECTION: Final = "收/支"
_NEITHER: Final = ("/", "中性交易", "")
"""What stands there for own moves, and in rows that moved nothing."""
_FEE: Final = re.compile(r"服务费¥?([\d.,]+)")


def _leave_out(row: Row) -> str:
    status = row.get("当前状态", "")
    return {"支付失败": "failed", "已关闭": "closed", "待支付": "unpaid"}.get(status, "")


def _sign(row: Row) -> int:
    """Which way the money went, seen from the wallet's 零钱; neutral rows are told by their type."""
    direction, kind = row.get(_DIRECTION, ""), row.get("交易类型", "")
    if direction in ("收入", "支出"):
        return 1 if direction == "收入" else -1
    if direction not in _NEITHER:
        return 0
    arrives = "充值" in kind or "转出-到零钱" in kind or ("转入零钱通-来自" in kind and "来自零钱" not in kind)
    return 1 if arrives or "退款" in kind else -1


def _kind(row: Row, gains: bool) -> Kind:
    if "退款" in row.get("交易类型", ""):
        return "refund"
    return {"收入": "income", "支出": "expense"}.get(row.get(_DIRECTION, ""), "neutral")  # type: ignore[return-value]


def _fee(row: Row) -> str:
    found = _FEE.search(row.get("备注", ""))
    return found[1] if found else ""


BILL: Final = Layout(
    id="wechat",
    header=("交易时间", "交易类型", "交易对方", "商品", _DIRECTION, "金额(元)", "支付方式", "当前状态"),
    day="交易时间",
    clock="交易时间",
    amount="金额(元)",
    counterparties=("交易对方",),
    texts=("交易类型", "商品", "备注"),
    reference="交易单号",
    account=re.compile(r"微信昵称: *\[(.*?)\]"),
    period=re.compile(r"起始时间:.*终止时间:.*"),
    count=re.compile(r"共(\d+)笔记录"),
    income=re.compile(r"收入:\d+笔 *([\d.,]+)元"),
    expense=re.compile(r"支出:\d+笔 *([\d.,]+)元"),
    totals_without_neutral=True,
    looks_at=(_DIRECTION, "交易类型", "当前状态", "备注"),
    sign=_sign,
    kind=_kind,
    leave_out=_leave_out,
    fee=_fee,
)


_PROOF_DIRECTION: Final = "收/支/其他"
_ARRIVES: Final = ("零钱充值", "转出-到零钱", "转入零钱通-来自银行", "退款")
_LEAVES: Final = ("零钱提现", "信用卡还款", "来自零钱", "购买理财通")


def _proof_sign(row: Row) -> int:
    """Which way the money went; an own move that its type does not tell is left to be asked."""
    direction, kind = row.get(_PROOF_DIRECTION, ""), row.get("交易类型", "")
    if direction in ("收入", "支出"):
        return 1 if direction == "收入" else -1
    if any(word in kind for word in _ARRIVES):
        return 1
    return -1 if any(word in kind for word in _LEAVES) else 0


def _proof_kind(row: Row, gains: bool) -> Kind:
    return _kind({**row, _DIRECTION: row.get(_PROOF_DIRECTION, "")}, gains)


PROOF: Final = Layout(
    id="wechat.proof",
    header=("交易单号", "交易时间", "交易类型", _PROOF_DIRECTION, "交易方式", "金额(元)", "交易对方", "商户单号"),
    day="交易时间",
    clock="交易时间",
    amount="金额(元)",
    counterparties=("交易对方",),
    texts=("交易类型",),
    reference="交易单号",
    account=re.compile(r"微信号: *([\w*-]+)"),
    period=re.compile(r"对应时间段:? *\d.*?(?:至|-{2}|—|~) *[\d-]+"),
    looks_at=(_PROOF_DIRECTION, "交易类型"),
    sign=_proof_sign,
    kind=_proof_kind,
)
"""交易明细证明, a PDF: trades that were settled, without their state."""
