"""The rows of a plan reckoned a second time, in plain integers from the terms as TOML gives them; amounts are minor units."""

from __future__ import annotations

import calendar
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

Table = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Row:
    """One instalment."""

    no: int
    due: date
    opening: int
    principal: int
    interest: int
    fee: int
    carried: int
    closing: int

    @property
    def payment(self) -> int:
        return self.principal + self.interest + self.fee + self.carried


def minor(text: str) -> int:
    number, factor = (text[:-1], 10_000) if text.endswith("万") else (text, 1)
    exact = Fraction(number.replace(",", "")) * factor * 100
    assert exact.denominator == 1
    return int(exact)


def rounded(exact: Fraction, mode: str) -> int:
    """A number of nothing or more."""
    if mode == "up":
        return -(-exact.numerator // exact.denominator)
    return exact.numerator // exact.denominator if mode == "down" else int(exact + Fraction(1, 2))


def yearly(terms: Table) -> Fraction:
    """A year."""
    if terms["method"] in ("interest_free", "flat_fee"):
        return Fraction(0)
    given = terms.get("rate", {"annual": "0"})
    return Fraction(given["annual"]) if "annual" in given else Fraction(given["monthly"]) * 12


def shares(amount: int, rows: int, unit: int) -> list[int]:
    """Even shares in whole units, the larger ones first; less than a unit goes to the last row."""
    whole, odd = amount // unit, amount % unit
    shares = [(whole // rows + (no < whole % rows)) * unit for no in range(rows)]
    shares[-1] += odd
    return shares


def _months_on(day: date, months: int, anchor: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(anchor, calendar.monthrange(year, month + 1)[1]))


def _is_last(day: date) -> bool:
    return (day + timedelta(days=1)).day == 1


def days_360(start: date, end: date) -> int:
    """Months of 30 days; a whole month is one wherever its day falls on the last of a month."""
    months = (end.year - start.year) * 12 + end.month - start.month
    if start.day == end.day or (start.day < end.day and _is_last(start)) or (start.day > end.day and _is_last(end)):
        return 30 * months
    return 30 * months + min(end.day, 30) - min(start.day, 30)


def due_days(terms: Table) -> tuple[list[tuple[date, int]], date, int]:
    """Each due day with the days that interest runs to it; the day from which it runs; the days of an accruing deferral."""
    runs_from, first = terms["interest_from"], terms["first_due"]
    deferral = terms.get("deferral", {})
    if months := deferral.get("months", 0):
        runs_from = _months_on(runs_from, months, runs_from.day)
        first = first if runs_from < first else _months_on(first, months, first.day)
    every, skipped = terms.get("every", {"months": 1}), terms.get("skip_months", ())
    found: list[tuple[date, int]] = []
    before, step, passed = runs_from, 0, 0
    while len(found) < terms["instalments"]:
        due = (
            first + timedelta(days=every["days"] * step)
            if "days" in every
            else _months_on(first, every["months"] * step, first.day)
        )
        step, passed = step + 1, passed + 1
        if due.month in skipped:
            continue
        by_day = "days" in every or not found
        found.append((due, days_360(before, due) if by_day else 30 * every["months"] * passed))
        before, passed = due, 0
    accrues = deferral.get("interest") == "accrues"
    return found, runs_from, days_360(terms["interest_from"], runs_from) if accrues else 0


class Walk:
    """The rows of a plan. ``part`` of a row is what it pays of principal and interest together."""

    def __init__(
        self, terms: Table, original: int, financed: int, days: Sequence[tuple[date, int]], runs_from: date,
        carried: Sequence[int], mode: str, unit: int,
    ) -> None:  # fmt: skip
        self.terms, self.original, self.financed, self.days = terms, original, financed, days
        self.carried, self.mode, self.unit = carried, mode, unit
        self.method, self.count = terms["method"], len(days)
        self.rate = yearly(terms)
        flat = self.method == "flat_fee"
        self.fee = rounded(original * Fraction(terms["period_fee"]), mode) if flat else 0
        self.by_principal = self.method in ("interest_free", "equal_principal", "flat_fee")
        self.flat = self._flat() if self.method == "flat_interest" else None
        self.parts = self._parts()

    def _flat(self) -> list[int]:
        exact = [self.original * self.rate * days / 360 for _, days in self.days]
        rows = [rounded(one, self.mode) for one in exact]
        rows[-1] = rounded(sum(exact, Fraction(0)), self.mode) - sum(rows[:-1])
        return rows

    def _parts(self) -> list[int | str]:
        parts: list[int | str] = ["even"] * self.count
        beside = [self.fee + amount for amount in self.carried]
        for step in self.terms.get("steps", ()):
            for no in range(step["from"] - 1, self.count):
                parts[no] = minor(step["amount"]) - beside[no] if "amount" in step else "even"
        for no in range(self.terms.get("grace", {}).get("principal", 0)):
            parts[no] = "interest"
        for one in self.terms.get("fixed", ()):
            parts[one["no"] - 1] = minor(one["amount"]) - beside[one["no"] - 1]
        return parts

    def _left(self, even: Fraction) -> Fraction:
        """What is left after the last row when nothing is rounded."""
        balance = Fraction(self.financed)
        for no, part in enumerate(self.parts):
            interest = self._exact(no, balance)
            if part == "even":
                balance -= even if self.by_principal else even - interest
            elif part != "interest":
                balance -= part - interest  # type: ignore[operator]  # an amount
        return balance

    def _exact(self, no: int, balance: Fraction) -> Fraction:
        return Fraction(self.flat[no]) if self.flat else balance * self.rate * self.days[no][1] / 360

    def even(self) -> int:
        """Two points of a straight line give the amount that leaves nothing."""
        nothing, one = self._left(Fraction(0)), self._left(Fraction(1))
        return rounded(nothing / (nothing - one) / self.unit, self.mode) * self.unit if nothing != one else 0

    def rows(self) -> tuple[Row, ...]:
        even, balance = self.even(), self.financed
        found = []
        for no, (part, (due, _)) in enumerate(zip(self.parts, self.days, strict=True)):
            interest = self.flat[no] if self.flat else rounded(self._exact(no, Fraction(balance)), self.mode)
            principal = balance if no == self.count - 1 else min(self._principal(no, part, even, interest), balance)
            found.append(
                Row(no + 1, due, balance, principal, interest, self.fee, self.carried[no], balance - principal)
            )
            balance -= principal
        return tuple(found)

    def _principal(self, no: int, part: int | str, even: int, interest: int) -> int:
        if isinstance(part, int):
            return part - interest
        principal = 0 if part == "interest" else even if self.by_principal else even - interest
        if self.unit == 1:
            return principal
        beside = interest + self.fee + self.carried[no]
        mode = "up" if part == "interest" else self.mode
        return rounded(Fraction(principal + beside, self.unit), mode) * self.unit - beside
