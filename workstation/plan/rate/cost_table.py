"""The yearly cost of a loan item by item, as lenders have to show it since 2026-08-01: each item's own rate, and their sum.

金规〔2026〕2号: each item of cost is turned into a yearly rate by the IRR method one by one, then the rates are added. Beside it
the single rate of all items together (PBoC announcement 〔2021〕3号), which is another figure wherever items are not paid alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from workstation.errors import Finding, Refused
from workstation.money import Money, total
from workstation.plan.rate.true_rate import TrueRate, rate_of_rows

ADDED_RULE: Final = "金规〔2026〕2号"
SINGLE_RULE: Final = "中国人民银行公告〔2021〕第3号"
Paid = tuple[int, int]
"""Whole minor units, and the days from the day of the loan, as the day count of ``year`` counts them."""


@dataclass(frozen=True, slots=True)
class CostItem:
    """One kind of cost: interest, a guarantee fee, a service fee …; ``code`` is a key of the wording or a name as typed."""

    code: str
    payments: tuple[Paid, ...]
    payee: str = ""


@dataclass(frozen=True, slots=True)
class ItemCost:
    """What an item comes to, and its own yearly rate, as if nothing else were charged."""

    item: CostItem
    total: Money
    rate: TrueRate


@dataclass(frozen=True, slots=True)
class CostTable:
    """``added``: the sum of the items' rates, by 金规〔2026〕2号; ``single``: the rate of all together, by 〔2021〕3号."""

    lent: Money
    items: tuple[ItemCost, ...]
    added: TrueRate
    single: TrueRate

    @property
    def cost(self) -> Money:
        """All items together."""
        return total([one.total for one in self.items], self.lent.currency)


def cost_table(lent: Money, principal: Sequence[Paid], items: Sequence[CostItem], year: int) -> CostTable:
    """The table of a loan that is repaid by ``principal``; what was held back of it is an item paid on day 0.

    Raises `Refused`: ``amount_not_positive``, ``cost_principal`` where the repayments are not what was lent, ``cost_no_rate``.
    """
    if lent.minor <= 0:
        raise Refused(Finding("amount_not_positive", "lent", {"amount": lent.text()}))
    repaid = Money(sum(amount for amount, _ in principal), lent.currency)
    if repaid != lent:
        figures = {"lent": lent.grouped(), "repaid": repaid.grouped()}
        raise Refused(Finding("cost_principal", "principal", figures))
    costs = tuple(_item(lent, principal, one, year) for one in items)
    single = _rate(lent, [*principal, *(paid for one in items for paid in one.payments)], year, "items")
    added = TrueRate(
        sum((one.rate.simple for one in costs), Decimal(0)), sum((one.rate.compound for one in costs), Decimal(0))
    )
    return CostTable(lent, costs, added, single)


def _item(lent: Money, principal: Sequence[Paid], item: CostItem, year: int) -> ItemCost:
    whole = Money(sum(amount for amount, _ in item.payments), lent.currency)
    return ItemCost(item, whole, _rate(lent, [*principal, *item.payments], year, f"items.{item.code}"))


def _rate(lent: Money, payments: Sequence[Paid], year: int, place: str) -> TrueRate:
    by_time: dict[int, int] = {}
    for amount, time in payments:
        by_time[time] = by_time.get(time, 0) + amount
    times = sorted(by_time)
    found = rate_of_rows(lent.minor, [by_time[time] for time in times], times, year)
    if found is None:
        raise Refused(Finding("cost_no_rate", place))
    return found
