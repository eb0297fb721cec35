"""Where every amount of a schedule comes from: its formula with its values, which gives the amount again when worked out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Final, Literal

from workstation.money import Money, Rounding
from workstation.plan.explained.formula import Formula, Value
from workstation.plan.schedule.accrual import YEAR_DAYS, split_days
from workstation.plan.schedule.calculate import Schedule, ScheduleRow
from workstation.plan.schedule.frame import EVEN, INTEREST_ONLY, PlanFrame, frame
from workstation.plan.schedule.solving import discounted, even_amount
from workstation.plan.schedule.walk import capped_to_interest

Column = Literal["opening", "principal", "interest", "fee", "carried", "payment", "closing"]
COLUMNS: Final[tuple[Column, ...]] = ("opening", "principal", "interest", "fee", "carried", "payment", "closing")
SUMMED: Final[tuple[Column, ...]] = ("principal", "interest", "fee", "carried", "payment")


@dataclass(frozen=True, slots=True)
class Explainer:
    """Formulas for one schedule; made once, asked for any amount."""

    plan: Schedule
    plan_frame: PlanFrame
    even: int

    @classmethod
    def of(cls, plan: Schedule) -> Explainer:
        """An explainer for a schedule."""
        plan_frame, _ = capped_to_interest(frame(plan.terms, len(plan.rows)))
        return cls(plan, plan_frame, even_amount(plan_frame))

    def amount(self, no: int, column: Column) -> Formula:
        """The formula of one column of row ``no`` (1-based)."""
        row = self.plan.rows[no - 1]
        expression, values = {
            "opening": self._opening,
            "principal": self._principal,
            "interest": self._interest,
            "fee": self._fee,
            "carried": self._carried,
            "payment": self._payment,
            "closing": self._closing,
        }[column](row)
        given: Money = getattr(row, column)
        return Formula(f"row {no} {column}", expression, values, self._cents(), given)

    def total(self, column: Column) -> Formula:
        """The formula of a column's total."""
        values: dict[str, Value] = {f"row_{row.no}": self._money(getattr(row, column).minor) for row in self.plan.rows}
        return Formula(f"total {column}", " + ".join(values), values, self._cents(), getattr(self.plan.totals, column))

    def even_part(self) -> Formula | None:
        """The even amount: what rows not otherwise fixed pay, as instalment or as principal; None when no row is even."""
        carried, rows = discounted(self.plan_frame)
        if not rows:
            return None
        name, balance = "weighed_balance", Fraction(carried, 10**self.plan.totals.payment.digits)
        given: Value = balance
        if carried == self.plan_frame.old.financed:
            name, given = "financed", self._money(self.plan_frame.old.financed)
        expression, values = self._annuity() or (f"{name} / weighed_rows", {name: given, "weighed_rows": rows})
        amount = Money(self.even, self.plan.terms.currency)
        return Formula("even amount", expression, values, self.plan.terms.rounding, amount)

    def every(self) -> Iterator[Formula]:
        """All formulas of the schedule: rows, totals and the even amount."""
        for row in self.plan.rows:
            for column in COLUMNS:
                yield self.amount(row.no, column)
        for column in SUMMED:
            yield self.total(column)
        even = self.even_part()
        if even is not None:
            yield even

    def _annuity(self) -> tuple[str, dict[str, Value]] | None:
        if not self.plan_frame.uniform or self.plan_frame.flat is not None:
            return None
        values: dict[str, Value] = {
            "financed": self._money(self.plan_frame.old.financed),
            "rows": Fraction(self.plan_frame.rows),
        }
        share = Fraction(self.plan_frame.interest_factors[0], self.plan_frame.whole)
        if self.plan_frame.even_principal or not share:
            return "financed / rows", values
        values["period_rate"] = share
        return "financed * period_rate * (1 + period_rate) ** rows / ((1 + period_rate) ** rows - 1)", values

    def _opening(self, row: ScheduleRow) -> tuple[str, dict[str, Value]]:
        if row.no > 1:
            return "closing_before", {"closing_before": self._money(self.plan.rows[row.no - 2].closing_minor)}
        old, terms = self.plan_frame.old, self.plan.terms
        joined = old.original - terms.principal.minor + terms.waive_principal.minor
        return "owed - waived + capitalised - down_payment", {
            "owed": self._money(terms.principal.minor),
            "waived": self._money(terms.waive_principal.minor),
            "capitalised": self._money(joined),
            "down_payment": self._money(terms.down_payment.minor),
        }

    def _principal(self, row: ScheduleRow) -> tuple[str, dict[str, Value]]:
        part, even = self.plan_frame.parts[row.no - 1], self._money(self.even)
        interest = self._money(row.interest_minor)
        if row.closing_minor == 0:
            return "opening", {"opening": self._money(row.opening_minor)}
        if part is EVEN and self.plan_frame.even_principal and row.principal_minor == self.even:
            return "even_principal", {"even_principal": even}
        if part is EVEN and row.principal_minor + row.interest_minor == self.even:
            return "instalment - interest", {"instalment": even, "interest": interest}
        if part == INTEREST_ONLY and not row.principal_minor:
            return "0", {}
        return "payment - interest - fee - carried", {
            "payment": self._money(row.payment_minor),
            "interest": interest,
            "fee": self._money(row.fee_minor),
            "carried": self._money(row.carried_minor),
        }

    def _interest(self, row: ScheduleRow) -> tuple[str, dict[str, Value]]:
        if self.plan_frame.flat is not None:
            return self._flat_interest(row)
        if not self.plan_frame.interest_factors[row.no - 1]:
            return "0", {}
        return self._accrued("opening", row.opening_minor, row)

    def _flat_interest(self, row: ScheduleRow) -> tuple[str, dict[str, Value]]:
        original = self.plan_frame.old.original
        expression, values = self._accrued("original", original, row)
        if row.no <= self.plan.terms.grace_interest:
            return "0", {}
        worked_out = Formula("", expression, values, self._cents(), Money(0, row.currency)).worked_out()
        if worked_out == row.interest:
            return expression, values
        before = sum(other.interest_minor for other in self.plan.rows if other.no != row.no)
        total = self.plan.totals.interest.minor
        return "total_interest - other_interest", {
            "total_interest": self._money(total),
            "other_interest": self._money(before),
        }

    def _accrued(self, name: str, balance: int, row: ScheduleRow) -> tuple[str, dict[str, Value]]:
        terms = self.plan.terms
        values: dict[str, Value] = {
            name: self._money(balance),
            "rate": Fraction(terms.rate.value),
            "days": Fraction(row.days),
        }
        if terms.rate.per == "daily":
            return f"{name} * rate * days", values
        yearly = "rate * 12" if terms.rate.per == "monthly" else "rate"
        if terms.day_count == "actual/actual":
            del values["days"]
            common, leap = split_days(self._start_of(row), row.due_on)
            values |= {"common_days": Fraction(common), "leap_days": Fraction(leap)}
            return f"{name} * {yearly} * (common_days / 365 + leap_days / 366)", values
        return f"{name} * {yearly} * days / {YEAR_DAYS[terms.day_count]}", values

    def _start_of(self, row: ScheduleRow) -> date:
        return self.plan.rows[row.no - 2].due_on if row.no > 1 else self.plan_frame.due.runs_from

    def _fee(self, row: ScheduleRow) -> tuple[str, dict[str, Value]]:
        if not row.fee_minor:
            return "0", {}
        fee = Fraction(self.plan.terms.period_fee)
        return "original * period_fee", {"original": self._money(self.plan_frame.old.original), "period_fee": fee}

    def _carried(self, row: ScheduleRow) -> tuple[str, dict[str, Value]]:
        old, rows, unit = self.plan_frame.old, self.plan_frame.rows, self.plan.terms.rounding.unit
        even = old.spread // unit // rows * unit
        added = row.carried_minor - even - (old.first if row.no == 1 else 0)
        values: dict[str, Value] = {
            "old_amounts": self._money(old.spread),
            "remainder": self._money(old.spread - even * rows),
            "rows": Fraction(rows),
            "cent_of_remainder": self._money(added),
        }
        expression = "(old_amounts - remainder) / rows + cent_of_remainder"
        if row.no > 1 or not old.first:
            return expression, values
        return f"{expression} + first_instalment", {**values, "first_instalment": self._money(old.first)}

    def _payment(self, row: ScheduleRow) -> tuple[str, dict[str, Value]]:
        names = ("principal", "interest", "fee", "carried")
        return " + ".join(names), {name: self._money(getattr(row, name).minor) for name in names}

    def _closing(self, row: ScheduleRow) -> tuple[str, dict[str, Value]]:
        return "opening - principal", {
            "opening": self._money(row.opening_minor),
            "principal": self._money(row.principal_minor),
        }

    def _money(self, minor: int) -> Money:
        return Money(minor, self.plan.terms.currency)

    def _cents(self) -> Rounding:
        return Rounding(1, self.plan.terms.rounding.mode)
