"""Where a true rate comes from: the monthly rate that discounts the payments to what is financed, then a year of it both ways."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Context, Decimal
from fractions import Fraction
from typing import Final

from workstation.money import Money
from workstation.plan.explained.formula import Value, evaluated, plain, written
from workstation.plan.schedule.calculate import Schedule
from workstation.rates import percent, rounded

_LEAST_PLACES, _MOST_PLACES = 6, 24
_WORK: Final = Context(prec=40, rounding=ROUND_HALF_EVEN)
_EXPRESSIONS: Final = {"simple": "monthly_rate * 12", "compound": "(1 + monthly_rate) ** 12 - 1"}


@dataclass(frozen=True, slots=True)
class RateFormula:
    """``expression`` of ``values`` gives ``rate`` to the digits shown."""

    expression: str
    values: Mapping[str, Value]
    rate: Decimal

    def worked_out(self) -> Decimal:
        """The rate that the expression gives, to the digits shown; equal to ``rate``."""
        exact = evaluated(self.expression, self.values)
        return rounded(exact)


@dataclass(frozen=True, slots=True)
class RateFormulas:
    """``payments`` in ``rows`` instalments, discounted by ``monthly`` (per unit), are worth what was ``financed``."""

    financed: Money
    rows: int
    payments: Money
    monthly: Fraction
    simple: RateFormula
    compound: RateFormula

    def figures(self, label: Callable[[str], str]) -> dict[str, str]:
        """What the sentence ``formula_sentence.true_rate`` says; ``label`` words the names of values."""
        simple, compound = (written(one.expression, one.values, label) for one in (self.simple, self.compound))
        return {
            "rows": str(self.rows), "payments": self.payments.grouped(), "financed": self.financed.grouped(),
            "monthly": plain(self.monthly * 100) + "%", "simple": simple, "simple_rate": percent(self.simple.rate),
            "compound": compound, "compound_rate": percent(self.compound.rate),
        }  # fmt: skip


def of_rates(plan: Schedule) -> RateFormulas | None:
    """Both yearly rates of a plan from its flows; None when it has none.

    What is carried from before is no cost of the plan, so it counts with neither side. The monthly rate has as many
    places as both yearly rates need to come out as shown.
    """
    rate = plan.true_rate
    if rate is None:
        return None
    monthly = _monthly(rate.simple, rate.compound)
    values: dict[str, Value] = {"monthly_rate": monthly}
    made = [RateFormula(_EXPRESSIONS[name], values, rounded(getattr(rate, name))) for name in ("simple", "compound")]
    financed = plan.rows[0].opening
    return RateFormulas(financed, len(plan.rows), plan.totals.payment - plan.totals.carried, monthly, *made)


def _monthly(simple: Decimal, compound: Decimal) -> Fraction:
    exact = _WORK.divide(simple, Decimal(12))
    for places in range(_LEAST_PLACES, _MOST_PLACES):
        monthly = exact.quantize(Decimal(1).scaleb(-places), context=_WORK)
        made = (monthly * 12, _WORK.power(1 + monthly, 12) - 1)
        if tuple(map(rounded, made)) == (rounded(simple), rounded(compound)):
            return Fraction(monthly)
    return Fraction(exact)
