"""The live formulas of a schedule: in each cell the formula certain to give the program's amount, else a typed value.

Amounts are reckoned here as exact minor units, so that a formula is only ever written where it equals the program to the fen.
Where no closed formula says what the plan does (a fixed payment, a shifted day) the cell holds the value as an input, and the
cells around it still follow: principal = payment - the rest, closing = opening - principal, the last row pays what is left.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Context, Decimal
from fractions import Fraction
from functools import cached_property
from typing import Final

from workstation.dates import add_months
from workstation.documents.workbook.accrual import Accrual, accruals, deferral
from workstation.documents.workbook.instalment import FACTOR, instalment_expression
from workstation.documents.workbook.rounding import certain, pick_tick, rounded
from workstation.money import Money, Rounding, minor_digits
from workstation.plan.schedule.calculate import Schedule, ScheduleRow
from workstation.plan.schedule.frame import EVEN, INTEREST_ONLY, frame
from workstation.plan.schedule.solving import even_amount, even_ratio

_FARTHEST: Final = 1200
"""Months a due day may lie after the first: a century, far past any plan."""
_FIFTEEN: Final = Context(prec=15)
"""The digits a spreadsheet holds."""


@dataclass(frozen=True, slots=True)
class RowFormulas:
    """Formulas (without =) of one row by column; an empty one leaves the program's value as an input or a fixed figure.

    ``factor`` is the discount factor in the side column; empty when the plan does not need it.
    """

    due: str
    days: str
    opening: str
    principal: str
    interest: str
    fee: str
    carried: str
    payment: str
    closing: str
    factor: str


class ScheduleFormulas:
    """Formulas of one schedule whose first row is sheet row ``top``; columns A no … J closing, L discount factor.

    They speak of the cells named plan_amount, plan_down, plan_rate, plan_count, plan_first, plan_instalment, plan_carried,
    plan_extra, plan_fee and plan_tick.
    """

    def __init__(self, schedule: Schedule, top: int) -> None:
        self.terms = schedule.terms
        self.top = top
        self.rows = schedule.rows
        self.digits = minor_digits(self.terms.currency)
        self.scale = 10**self.digits
        self.cent = Rounding(1, self.terms.rounding.mode)
        self.frame = frame(self.terms, len(self.rows))
        self.even = even_amount(self.frame)
        self.accruals: tuple[Accrual, ...] = accruals(self.terms, self.frame, self.rows)

    # ── Figures above the table ──

    @property
    def amount(self) -> Money:
        """What the rows repay: the principal after waiver and down payment, with what joined it."""
        return self._money(self.frame.old.financed)

    @property
    def joined(self) -> Money:
        """Old interest, penalty and fees that joined the principal."""
        return self._money(self.frame.old.original) - self.terms.principal + self.terms.waive_principal

    @property
    def carried(self) -> Money:
        """Old interest, penalty and fees that are spread evenly."""
        return self._money(self.frame.old.spread) - self.deferred

    @cached_property
    def deferred_formula(self) -> str:
        """How the interest of a deferral follows from amount and rate; empty when there is none, or none is certain."""
        one = deferral(self.terms, self.frame)
        minor = certain(one.exact, self.cent, self.tick, self.scale)
        if not one.factor or minor is None:
            return ""
        return rounded(f"plan_amount*{one.factor}", self.cent, "plan_tick", self.digits)

    @property
    def deferred(self) -> Money:
        """The interest of a deferral where a formula gives it; else it is among `carried`."""
        exact = deferral(self.terms, self.frame).exact if self.deferred_formula else 0
        return self._money(self.cent.whole(exact))

    @property
    def extra(self) -> Money:
        """Old interest, penalty and fees that the first payment takes at once."""
        return self._money(self.frame.old.first)

    @property
    def instalment(self) -> Money:
        """The even amount: of principal alone where the principal is even, else of principal and interest."""
        return self._money(self.even)

    @cached_property
    def tick(self) -> Decimal:
        """What the formulas add before they round, in major units."""
        return pick_tick([one.exact for one in self.accruals if one.factor], self.cent, self.scale)

    @cached_property
    def discounted(self) -> bool:
        """Whether the even amount is worked out from the discount factors of the rows."""
        return f"SUM({FACTOR}" in self._expression and bool(self.instalment_formula)

    @cached_property
    def instalment_formula(self) -> str:
        """How the even amount follows from amount, rate and rows; empty when it is an input."""
        top, bottom = even_ratio(self.frame)
        if not self._expression or not bottom:
            return ""
        exact, mode = Fraction(top, bottom), self.terms.rounding
        level = any(self.frame.interest_factors) and not self.frame.even_principal
        if certain(exact, mode, self.tick, self.scale, annuity=level) != self.even:
            return ""
        return rounded(self._expression, mode, "plan_tick", self.digits)

    @cached_property
    def _expression(self) -> str:
        factors = [one.factor.format(days=f"C{self.top + i}") for i, one in enumerate(self.accruals)]
        return instalment_expression(self.terms, self.frame, factors, self.top)

    def _money(self, minor: int) -> Money:
        return Money(minor, self.terms.currency)

    # ── Rows ──

    def formulas(self) -> tuple[RowFormulas, ...]:
        """The formulas of every row, in order."""
        before: tuple[date | None, ...] = (None, *(row.due_on for row in self.rows))
        return tuple(
            self._row(index, row, day) for index, (row, day) in enumerate(zip(self.rows, before, strict=False))
        )

    def _row(self, index: int, row: ScheduleRow, before: date | None) -> RowFormulas:
        at = self.top + index
        principal = self._principal(index, row)
        follows = principal is None
        counted = before is not None and row.days == (row.due_on - before).days
        return RowFormulas(
            due=self._due(row),
            days=f"B{at}-B{at - 1}" if counted and self.terms.day_count != "30/360" else "",
            opening=f"J{at - 1}" if index else "plan_amount",
            principal=f"ROUND(I{at}-SUM(F{at}:H{at}),{self.digits})" if principal is None else principal,
            interest=self._interest(index, row),
            fee=self._fee(row),
            carried=self._carried(index, row),
            payment=self._repeated(index) if follows else f"ROUND(SUM(E{at}:H{at}),{self.digits})",
            closing=f"ROUND(D{at}-E{at},{self.digits})",
            factor=self._factor(index),
        )

    def _due(self, row: ScheduleRow) -> str:
        first, every = self.terms.first_due, self.terms.every
        if row.due_on == first:
            return "plan_first"
        if every.days:
            return f"plan_first+{(row.due_on - first).days}" if self.terms.shift == "none" else ""
        months = (row.due_on.year - first.year) * 12 + row.due_on.month - first.month
        fits = 0 < months < _FARTHEST and add_months(first, months) == row.due_on
        return f"EDATE(plan_first,{months})" if fits else ""

    def _interest(self, index: int, row: ScheduleRow) -> str:
        one, at, flat = self.accruals[index], self.top + index, self.frame.flat is not None
        if flat and index == len(self.rows) - 1 and (rest := self._flat_rest(index, row)):
            return rest
        base = "(plan_amount+plan_down)" if flat else f"D{at}"
        if one.factor and certain(one.exact, self.cent, self.tick, self.scale) == row.interest_minor:
            return rounded(f"{base}*{one.factor.format(days=f'C{at}')}", self.cent, "plan_tick", self.digits)
        return ""

    def _flat_rest(self, index: int, row: ScheduleRow) -> str:
        """The last row of flat interest: the exact total less what the rows before took."""
        bearing = [i for i, one in enumerate(self.accruals) if one.factor]
        alike = {self.accruals[i].factor for i in bearing}
        total = sum((self.accruals[i].exact for i in bearing), Fraction(0))
        minor, before = (
            certain(total, self.cent, self.tick, self.scale),
            sum(one.interest_minor for one in self.rows[:-1]),
        )
        if (
            len(alike) != 1
            or "{days}" not in next(iter(alike))
            or minor is None
            or minor - before != row.interest_minor
        ):
            return ""
        days = f"SUM(C{self.top + bearing[0]}:C{self.top + index})"
        text = rounded(f"(plan_amount+plan_down)*{alike.pop().format(days=days)}", self.cent, "plan_tick", self.digits)
        return f"ROUND({text}-SUM(F{self.top}:F{self.top + index - 1}),{self.digits})" if index else text

    def _fee(self, row: ScheduleRow) -> str:
        if not row.fee_minor:
            return ""
        top, bottom = self.terms.period_fee.as_integer_ratio()
        exact = Fraction(self.frame.old.original * top, bottom)
        if certain(exact, self.cent, self.tick, self.scale) != row.fee_minor:
            return ""
        return rounded("(plan_amount+plan_down)*plan_fee", self.cent, "plan_tick", self.digits)

    def _carried(self, index: int, row: ScheduleRow) -> str:
        old, at = self.frame.old, self.top + index
        if not old.spread and not (old.first and not index):
            return ""
        spread = "(plan_carried+plan_deferred)" if self.deferred_formula else "plan_carried"
        minor, unit = f"ROUND({spread}*{self.scale},0)", self.terms.rounding.unit
        units = minor if unit == 1 else f"QUOTIENT({minor},{unit})"
        text = f"(QUOTIENT({units},plan_count)+(A{at}<=MOD({units},plan_count)))"
        odd_row = 0 if self.terms.remainder == "first" else len(self.rows) - 1
        text = f"{text}/{self.scale}" if unit == 1 else f"{text}*{unit}/{self.scale}"
        if unit > 1 and index == odd_row:
            text = f"ROUND({text}+MOD({minor},{unit})/{self.scale},{self.digits})"
        return text if index else f"ROUND({text}+plan_extra,{self.digits})"

    def _principal(self, index: int, row: ScheduleRow) -> str | None:
        """The formula of the principal; empty for a fixed nothing, None when it follows from the payment."""
        at, last, part = self.top + index, len(self.rows) - 1, self.frame.parts[index]
        if index == last and last not in self.frame.fixed:
            return f"D{at}"
        if part is not EVEN:
            return "" if part == INTEREST_ONLY and not row.principal_minor else None
        even = self.frame.even_principal
        share = self.even if even else self.even - row.interest_minor
        if min(share, row.opening_minor) == row.principal_minor:
            return f"MIN(D{at},plan_instalment)" if even else f"MIN(D{at},ROUND(plan_instalment-F{at},{self.digits}))"
        if even and not index and row.principal_minor == self.frame.old.financed - self.even * last:
            return f"ROUND(plan_amount-plan_instalment*(plan_count-1),{self.digits})"
        return None

    @cached_property
    def factors(self) -> tuple[Decimal, ...]:
        """The discount factors of the rows, to fifteen digits."""
        factor, found = Fraction(1), []
        for share, part in zip(self.frame.interest_factors, self.frame.parts, strict=True):
            factor = factor if part == INTEREST_ONLY else factor * Fraction(self.frame.whole, self.frame.whole + share)
            found.append(_FIFTEEN.divide(Decimal(factor.numerator), Decimal(factor.denominator)))
        return tuple(found)

    def _repeated(self, index: int) -> str:
        """A typed payment; one that repeats the row above follows it, so that a step is typed once."""
        if not index or self.rows[index].payment_minor != self.rows[index - 1].payment_minor:
            return ""
        above = self._principal(index - 1, self.rows[index - 1]) is None
        return f"I{self.top + index - 1}" if above else ""

    def _factor(self, index: int) -> str:
        if not self.discounted:
            return ""
        at, one, before = (
            self.top + index,
            self.accruals[index],
            "1" if not index else f"{FACTOR}{self.top + index - 1}",
        )
        if self.frame.parts[index] == INTEREST_ONLY or not one.factor:
            return before
        return f"{before}/(1+{one.factor.format(days=f'C{at}')})"
