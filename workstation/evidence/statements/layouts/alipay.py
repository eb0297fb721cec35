"""Alipay 支付宝: the receipt of the app, and the older download of the web site with 16 columns."""

from __future__ import annotations

import re
from typing import Final

from workstation.evidence.statements.layout import Layout, Row
from workstation.evidence.statements.transactions import Kind

_DIRECTION: Final = "收/支"
_NEITHER: Final = ("不计收支", "其他", "/", "")
"""What stands there for own moves, and in rows that moved nothing."""
_GAINS: Final = (
    "退款", "退回", "退还", "退保", "返还", "解冻", "收益发放", "分红", "理赔", "赔付", "单次转入", "自动转入",
    "转出到余额", "转出至余额", "充值", "卖出", "赎回", "放款",
)  # fmt: skip
"""What own moves that arrive in the wallet are called; all others leave it."""
_OWN_MOVE: Final = ("商品说明", "商品名称", "交易分类", "交易状态", "资金状态")
"""The columns whose words say what an own move was."""
_OUTCOMES: Final = {
    "交易关闭": "closed",
    "已关闭": "closed",
    "等待付款": "unpaid",
    "等待对方付款": "unpaid",
    "支付失败": "failed",
    "失败": "failed",
}


def _leave_out(row: Row) -> str:
    """Why a row moved no money: the trade was closed, or nobody has paid yet."""
    if row.get("资金状态") == "未支出":
        return "unpaid"
    return _OUTCOMES.get(row.get("交易状态", ""), "")


def _is_refund(row: Row) -> bool:
    return row.get("交易状态") == "退款成功" or row.get("交易分类") == "退款"


def _sign(row: Row) -> int:
    """Which way the money went; 不计收支 is told by the words of the row."""
    direction = row.get(_DIRECTION, "")
    if direction in ("收入", "支出"):
        return 1 if direction == "收入" or _is_refund(row) else -1
    if direction not in _NEITHER:
        return 0
    words = " ".join(row.get(column, "") for column in _OWN_MOVE)
    return 1 if any(word in words for word in _GAINS) else -1


def _kind(row: Row, gains: bool) -> Kind:
    if _is_refund(row):
        return "refund"
    return {"收入": "income", "支出": "expense"}.get(row.get(_DIRECTION, ""), "neutral")  # type: ignore[return-value]


APP: Final = Layout(
    id="alipay",
    header=("交易时间", "交易分类", "交易对方", "商品说明", _DIRECTION, "金额", "交易状态"),
    day="交易时间",
    clock="交易时间",
    amount="金额",
    counterparties=("交易对方",),
    texts=("商品说明", "交易分类", "备注"),
    reference="交易订单号",
    totals_binding=False,  # note 6 of the receipt: sums may differ from the rows
    account=re.compile(r"支付宝账户: *(\S+)"),
    period=re.compile(r"起始时间:.*终止时间:.*"),
    count=re.compile(r"共(\d+)笔记录"),
    looks_at=(_DIRECTION, *_OWN_MOVE),
    sign=_sign,
    kind=_kind,
    leave_out=_leave_out,
)

WEB: Final = Layout(
    id="alipay.web",
    header=(
        "交易号",
        "交易创建时间",
        "付款时间",
        "类型",
        "交易对方",
        "商品名称",
        "金额(元)",
        _DIRECTION,
        "交易状态",
        "资金状态",
    ),
    day="付款时间",
    day_else="交易创建时间",
    clock="付款时间",
    amount="金额(元)",
    counterparties=("交易对方",),
    texts=("商品名称", "备注"),
    reference="交易号",
    totals_binding=False,
    account=re.compile(r"账号:\[(.+?)\]"),
    period=re.compile(r"起始日期:.*终止日期:.*"),
    looks_at=(_DIRECTION, *_OWN_MOVE),
    sign=_sign,
    kind=_kind,
    leave_out=_leave_out,
)


_ARRIVES: Final = (
    "余额宝-单次转入", "余额宝-自动转入", "收益发放", "充值", "退款", "赎回", "卖出", "放款", "转出到余额", "退回", "退保", "分红",
    "理赔", "解冻",
)  # fmt: skip
_LEAVES: Final = (
    "提现", "余额宝-转出到银行", "信用卡还款", "还款", "买入", "申购", "购买", "转账到银行卡", "充值到", "冻结",
)  # fmt: skip


def _proof_sign(row: Row) -> int:
    """Which way the money went; an own move that its words do not tell, or tell twice, is left to be asked."""
    direction, words = row.get(_DIRECTION, ""), row.get("商品说明", "")
    if direction in ("收入", "支出"):
        return 1 if direction == "收入" else -1
    ways = {1 for word in _ARRIVES if word in words} | {-1 for word in _LEAVES if word in words}
    return ways.pop() if len(ways) == 1 else 0


def _proof_kind(row: Row, gains: bool) -> Kind:
    if "退款" in row.get("商品说明", "") and gains:
        return "refund"
    return {"收入": "income", "支出": "expense"}.get(row.get(_DIRECTION, ""), "neutral")  # type: ignore[return-value]


PROOF: Final = Layout(
    id="alipay.proof",
    header=(_DIRECTION, "交易对方", "商品说明", "收/付款方式", "金额", "交易订单号", "商家订单号", "交易时间"),
    day="交易时间",
    clock="交易时间",
    amount="金额",
    counterparties=("交易对方",),
    texts=("商品说明",),
    reference="交易订单号",
    account=re.compile(r"支付宝账号:? *([A-Za-z0-9*@._-]+)"),
    period=re.compile(r"交易时间段:? *\d.*?(?:至|-{2}|—|~) *[\d-]+"),
    looks_at=(_DIRECTION, "商品说明"),
    sign=_proof_sign,
    kind=_proof_kind,
)
"""交易流水证明, a PDF."""
