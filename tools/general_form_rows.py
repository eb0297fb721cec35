"""What stands in the two forms for any bank: their sections, rows and cells, with the names of their fields."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True)
class Cell:
    """A label and the box after it. ``kind``: text, lines, cells, ticks, pick; ``choices``: state → words of boxes to tick."""

    label: str
    field: str
    kind: str = "text"
    share: float = 1.0
    cells: int = 0
    choices: tuple[tuple[str, str], ...] = ()
    one_of: bool = False
    right: bool = False
    required: bool = False


@dataclass(frozen=True)
class Row:
    """Cells beside each other, ``height`` lines high."""

    cells: tuple[Cell, ...]
    height: float = 1.0


def _pair(*cells: Cell, height: float = 1.0) -> Row:
    return Row(cells, height)


METHODS: Final = (
    ("equal_instalment", "等额本息"), ("equal_principal", "等额本金"), ("interest_free", "停息分期"), ("flat_fee", "按期收费"),
    ("flat_interest", "固定利息"), ("step", "阶梯还款"), ("custom", "约定还款"), ("lump_sum", "一次性结清"),
)  # fmt: skip

APPLICATION: Final[Sequence[str | Row]] = (
    "一、申请人",
    _pair(Cell("姓　　名", "name", required=True),
          Cell("性　　别", "sex", "ticks", choices=(("male", "男"), ("female", "女")), one_of=True)),
    _pair(Cell("身份证号", "resident_id", "cells", cells=18, required=True)),
    _pair(Cell("手机号码", "phone", required=True), Cell("婚姻状况", "marital")),
    _pair(Cell("工作单位", "employer"), Cell("职　　务", "position")),
    _pair(Cell("现居地址", "residence", "lines"), height=1.6),
    "二、欠款账户",
    _pair(Cell("银　　行", "bank", required=True), Cell("产　　品", "product")),
    _pair(Cell("卡号账号", "account", required=True), Cell("逾期起始", "overdue_since")),
    _pair(Cell("本　　金", "principal", right=True), Cell("利　　息", "interest", right=True)),
    _pair(Cell("违 约 金", "penalty", right=True), Cell("费　　用", "fees", right=True)),
    _pair(Cell("合　　计", "owed", share=0.7, right=True), Cell("大　　写", "owed_words", share=1.3)),
    "三、困难情况",
    _pair(Cell("困难原因", "reason", required=True), Cell("起始年月", "reason_from")),
    _pair(Cell("情况说明", "reason_note", "lines"), height=3.2),
    "四、申请方案",
    _pair(Cell("申请事项", "requests", "ticks", choices=(
        ("instalment_plan", "个性化分期"), ("stop_interest", "停息"), ("stop_collection", "停催"), ("reduction", "减免"),
        ("deferral", "延期"), ("settlement", "一次结清")))),
    _pair(Cell("还款方式", "method", "pick", choices=METHODS), Cell("期　　数", "instalments", right=True)),
    _pair(Cell("每期还款", "payment", right=True), Cell("首期日期", "first_due")),
    _pair(Cell("还款总额", "total", share=0.7, right=True), Cell("大　　写", "total_words", share=1.3)),
    _pair(Cell("还款来源", "source", "lines"), height=1.6),
)  # fmt: skip
BUDGET: Final[Sequence[str | Row]] = (
    "申请人",
    _pair(Cell("姓　　名", "姓名"), Cell("手机号码", "手机号码")),
    _pair(Cell("身份证号", "身份证号", "cells", cells=18)),
    "每月收支（元）",
    _pair(Cell("收入合计", "月收入", right=True), Cell("支出合计", "月支出", right=True)),
    _pair(Cell("优先债务", "优先债务", right=True), Cell("每月结余", "月结余", right=True)),
    _pair(Cell("发 薪 日", "发薪日"), Cell("抚养人数", "抚养人数")),
    "居住情况",
    _pair(Cell("住　　房", "住房", "ticks", choices=(
        ("own", "自有"), ("rent", "租住"), ("family", "与家属同住"), ("dormitory", "宿舍")))),
    _pair(Cell("现居地址", "现居地址", "lines"), height=1.6),
    "还款打算",
    _pair(Cell("还款来源", "还款来源", "lines"), height=2.4),
    _pair(Cell("还款规划", "还款规划", "lines"), height=2.4),
)  # fmt: skip
