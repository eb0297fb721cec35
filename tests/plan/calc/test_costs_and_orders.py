"""The questions ``cost`` and ``priority``: what scripts may rely on."""

from __future__ import annotations

from tests.plan.calc.test_calc import COST, PRIORITY
from workstation.plan.calc.calc import answer


def test_each_item_of_cost_has_its_own_rate_and_both_sums_their_rule():
    found = answer("cost", COST)
    assert [(one["name"], one["payee"], one["compound"]) for one in found["items"]] == [
        ("利息", "某银行", "0.1"),
        ("服务费", "", "0.05263157894737"),
    ]
    assert (found["added"]["compound"][:6], found["added"]["rule"]) == ("0.1526", "金规〔2026〕2号")
    assert (found["single"]["compound"][:6], found["single"]["rule"]) == ("0.1578", "中国人民银行公告〔2021〕第3号")


def test_the_orders_of_debts_are_told_with_the_cheapest():
    found = answer("priority", PRIORITY)["orders"]
    assert [(one["method"], one["cost"], one["last_on"], one["cheapest"]) for one in found] == [
        ("snowball", "8.36", "2027-02-28", False),
        ("avalanche", "7.23", "2027-02-28", True),
        ("pro_rata", "7.76", "2027-02-28", False),
        ("court", "7.23", "2027-02-28", True),
    ]
    assert found[1]["payments"] == [["0.00", "150.00"], ["94.88", "55.12"], ["7.23", "0.00"]]
    assert found[1]["debts"][1] == {"id": "b", "rank": 1, "last_on": "2027-01-29", "paid": "205.12", "cost": "5.12"}
