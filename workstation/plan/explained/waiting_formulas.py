"""Where every amount of waiting comes from: the parts and the total of a day, as formulas that give them again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final, Literal

from workstation.money import HALF_UP, Money
from workstation.plan.debt.balances import COMPONENTS, Balances
from workstation.plan.debt.waiting import (
    WaitingTerms,
    month_penalties,
    month_penalty,
    penalty_rate,
    spans,
    waiting,
)
from workstation.plan.explained.formula import Formula, Value

Part = Literal["principal", "interest", "penalty", "fees", "total"]
PARTS: Final[tuple[Part, ...]] = (*COMPONENTS, "total")
_SHORTEST_MONTH: Final = 28
"""Fewer days before a turn are the way to the first statement day, which comes once."""
_Parts = tuple[str, dict[str, Value]]


@dataclass(frozen=True, slots=True)
class WaitingExplainer:
    """Formulas for one wait: what was owed at ``start``, with the minimum due then and the terms of growth."""

    owed: Balances
    minimum_due: Money
    start: date
    terms: WaitingTerms

    def amount(self, on: date, part: Part) -> Formula:
        """The formula of one amount on a day; raises `Refused` as `waiting` does."""
        (point,) = waiting(self.owed, self.minimum_due, self.start, (on,), self.terms)
        expression, values = {
            "principal": self._kept("principal"),
            "interest": self._interest(on),
            "penalty": self._penalty(on),
            "fees": self._kept("fees"),
            "total": self._total(on),
        }[part]
        given = point.owed.total if part == "total" else point.owed.part(part)
        return Formula(f"{on.isoformat()} waiting_{part}", expression, values, HALF_UP, given)

    def charge(self) -> Formula | None:
        """The penalty of the first month; None where none comes."""
        penalty, charged = self.terms.penalty, month_penalty(self.minimum_due, self.terms)
        if penalty is None or not charged:
            return None
        rate = penalty_rate(penalty, 1)
        by_rate = self.minimum_due.times(rate, HALF_UP) == charged
        values: dict[str, Value] = {"least_penalty": penalty.minimum}
        if penalty.maximum == charged:
            values = {"most_penalty": penalty.maximum}
        if by_rate:
            values = {"minimum_due": self.minimum_due, "penalty_rate": Fraction(rate)}
        return Formula("month_penalty", " * ".join(values), values, HALF_UP, charged)

    def every(self, on: date) -> Iterator[Formula]:
        """All formulas of a day."""
        yield from (self.amount(on, part) for part in PARTS)
        charge = self.charge()
        if charge is not None:
            yield charge

    def _kept(self, part: Literal["principal", "fees"]) -> _Parts:
        """What waiting leaves as it is."""
        return f"{part}_today", {f"{part}_today": self.owed.part(part)}

    def _interest(self, on: date) -> _Parts:
        old: dict[str, Value] = {"interest_today": self.owed.interest}
        return _summed(("interest_today", old), self._growth(on))

    def _penalty(self, on: date) -> _Parts:
        old: dict[str, Value] = {"penalty_today": self.owed.penalty}
        return _summed(("penalty_today", old), self._charges(on))

    def _total(self, on: date) -> _Parts:
        """Everything but the growth is whole minor units, so rounding the sum once is rounding the growth."""
        return _summed(("owed_today", {"owed_today": self.owed.total}), self._growth(on), self._charges(on))

    def _growth(self, on: date) -> _Parts:
        """New interest; None before the first day has passed."""
        days, principal = spans(self.start, on, self.terms), self.owed.principal
        rate: dict[str, Value] = {"principal_today": principal, "daily_rate": Fraction(self.terms.daily_rate)}
        if not sum(days) or not self.terms.daily_rate:
            return "", {}
        if self.terms.compounding == "none":
            return "principal_today * daily_rate * days", {**rate, "days": Fraction(sum(days))}
        bearing = "principal_today"
        if self.owed.interest:
            bearing = "(principal_today + interest_today)"
            rate["interest_today"] = self.owed.interest
        powers, counts = _powers(days)
        return f"{bearing} * ({powers} - 1)", {**rate, **counts}

    def _charges(self, on: date) -> _Parts:
        charged = month_penalties(self.owed, self.minimum_due, spans(self.start, on, self.terms), self.terms)
        if not any(charged):
            return "", {}
        currency = self.minimum_due.currency
        if len(set(charged)) > 1:
            return "month_penalties", {"month_penalties": Money(sum(charged), currency)}
        one: dict[str, Value] = {"month_penalty": Money(charged[0], currency), "months": Fraction(len(charged))}
        return "month_penalty * months", one


def _powers(days: list[int]) -> _Parts:
    """The growth of all spans: months of equal length as one power; what is left at either end by its days."""
    factors: list[str] = []
    counts: dict[str, Value] = {}
    for length, number in sorted(Counter(days[:-1]).items(), reverse=True):
        if length < _SHORTEST_MONTH:
            factors.append("(1 + daily_rate * first_days)")
            counts["first_days"] = Fraction(length)
        else:
            factors.append(f"(1 + daily_rate * {length}) ** months_of_{length}")
            counts[f"months_of_{length}"] = Fraction(number)
    if days[-1]:
        factors.append("(1 + daily_rate * odd_days)")
        counts["odd_days"] = Fraction(days[-1])
    return " * ".join(factors), counts


def _summed(*parts: _Parts) -> _Parts:
    """The sum of what is not nothing."""
    values: dict[str, Value] = {}
    for _, one in parts:
        values |= one
    return " + ".join(expression for expression, _ in parts if expression), values
