"""Household income and expenditure: lines with any period, brought exactly to a month."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Final, Literal

from workstation.money import HALF_UP, Money, Rounding, total

Side = Literal["income", "expense", "priority_debt"]
Every = Literal["week", "fortnight", "month", "quarter", "half_year", "year"]

PER_MONTH: Final[dict[Every, Fraction]] = {
    "week": Fraction(52, 12),
    "fortnight": Fraction(26, 12),
    "month": Fraction(1),
    "quarter": Fraction(1, 3),
    "half_year": Fraction(1, 6),
    "year": Fraction(1, 12),
}
"""How many times a period falls into a month (a year is 52 weeks, the convention of published household budgets)."""


@dataclass(frozen=True, slots=True)
class BudgetLine:
    """``amount`` each ``every``; ``category`` is a key of the wording catalogue (wage, rent, food …)."""

    side: Side
    category: str
    amount: Money
    every: Every = "month"
    note: str = ""

    def monthly(self, rounding: Rounding = HALF_UP) -> Money:
        """The line as an amount a month."""
        return self.amount.times(PER_MONTH[self.every], rounding)


@dataclass(frozen=True, slots=True)
class Budget:
    """All lines of one case. Priority debts (rent arrears, mortgage, tax …) stand apart from everyday spending."""

    case_id: str
    lines: tuple[BudgetLine, ...] = ()
    currency: str = "CNY"

    def of(self, side: Side) -> Money:
        """Monthly total of one side."""
        return total([line.monthly() for line in self.lines if line.side == side], self.currency)

    @property
    def surplus(self) -> Money:
        """Monthly income less spending and priority debts; negative when the household falls short."""
        return self.of("income") - self.of("expense") - self.of("priority_debt")
