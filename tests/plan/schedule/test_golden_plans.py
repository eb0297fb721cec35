"""Whole plans as a banker would lay them out; the tables in tests/golden/plans.txt were checked by hand sums."""

from __future__ import annotations

from decimal import Decimal

from tests.plan.plans import annual, fixed, plan, rounding, steps
from tests.source_tree import ROOT
from workstation.plan.schedule.calculate import Schedule

GOLDEN = ROOT / "tests" / "golden" / "plans.txt"
COLUMNS = ("opening", "principal", "interest", "fee", "carried", "payment", "closing")
PLANS = {
    "等额本息 12 期 年利率 12% 原欠利息 100.00 分摊": {
        "principal": "12000", "interest": "100", "instalments": 12, "rate": annual("0.12"),
    },
    "停息分期 7 期 每期取整到元 尾差在首期": {
        "principal": "10000", "method": "interest_free", "instalments": 7, "rounding": rounding("1.00"),
        "remainder": "first",
    },
    "分期手续费 每期 0.6% 6 期 首付 2000.00": {
        "principal": "12000", "down_payment": "2000", "method": "flat_fee", "period_fee": Decimal("0.006"), "instalments": 6,
    },
    "阶梯还款 前 6 期 500.00 年利率 6% 只还息 2 期": {
        "principal": "9000", "method": "step", "instalments": 12, "rate": annual("0.06"), "grace_principal": 2,
        "steps": steps((1, "500"), (7, None)),
    },
    "等额本金 6 期 跳过 2 月 第 3 期固定 3000.00": {
        "principal": "12000", "method": "equal_principal", "instalments": 6, "rate": annual("0.12"),
        "skip_months": (2,), "fixed": fixed((3, "3000")),
    },
}  # fmt: skip


def laid_out(title: str, found: Schedule) -> str:
    lines = [title, " ".join(["no", "due".ljust(10), "days", *[name.rjust(10) for name in COLUMNS]])]
    for row in found.rows:
        figures = [getattr(row, name).grouped().rjust(10) for name in COLUMNS]
        lines.append(" ".join([f"{row.no:2}", row.due_on.isoformat(), f"{row.days:4}", *figures]))
    totals = [getattr(found.totals, name).grouped() if name in ("principal", "interest", "fee", "carried", "payment")
              else "" for name in COLUMNS]  # fmt: skip
    lines.append(" ".join(["total".ljust(18), *[text.rjust(10) for text in totals]]).rstrip())
    assert found.true_rate is not None
    lines.append(f"up front {found.up_front.grouped()}; true rate {found.true_rate.simple:.6f} simple, "
                 f"{found.true_rate.compound:.6f} compound")  # fmt: skip
    return "\n".join(lines)


def test_plans_are_as_laid_out():
    text = "\n\n".join(laid_out(title, plan(**changes)) for title, changes in PLANS.items()) + "\n"
    assert text == GOLDEN.read_text("utf-8")
