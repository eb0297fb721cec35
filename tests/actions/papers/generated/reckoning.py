"""Reckons a case file a second time: plain integers from what TOML says, with no code of the program.

Amounts are whole minor units of two digits; a day is a `date`.
"""

from __future__ import annotations

import calendar
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import accumulate
from typing import Any, Final

Table = Mapping[str, Any]

PARTS: Final = ("principal", "interest", "penalty", "fees")
OLD: Final = PARTS[1:]
TIMES_A_YEAR: Final = {"week": 52, "fortnight": 26, "month": 12, "quarter": 4, "half_year": 2, "year": 1}


@dataclass(frozen=True, slots=True)
class Debt:
    """One account: what is owed by component, and since when."""

    key: str
    bank: str
    tail: str
    currency: str
    parts: Mapping[str, int]
    due_on: date | None
    as_of: date | None

    @property
    def owed(self) -> int:
        return sum(self.parts.values())


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


@dataclass(frozen=True, slots=True)
class Plan:
    """What is applied for on one account. ``monthly``: its largest payment as an amount a month, None for a settlement.

    ``days``: from the day interest is reckoned from to each payment, in months of 30 days.
    """

    debt: Debt
    method: str
    rows: tuple[Row, ...]
    up_front: int
    waived: Mapping[str, int]
    monthly: int | None
    requests: tuple[str, ...]
    terms: Table
    days: tuple[int, ...]

    def sum(self, column: str) -> int:
        return sum(getattr(row, column) for row in self.rows)

    @property
    def rate(self) -> float:
        """A year."""
        return float(_rate(self.terms))

    @property
    def overall(self) -> int:
        return self.sum("payment") + self.up_front


@dataclass(frozen=True, slots=True)
class Reckoned:
    """The whole case. ``sides``: income, expense, priority_debt a month; ``lines``: amount and amount a month of each line."""

    accounts: tuple[Debt, ...]
    plans: tuple[Plan, ...]
    currency: str
    lines: tuple[tuple[int, int], ...]
    sides: Mapping[str, int]

    @property
    def surplus(self) -> int:
        return self.sides["income"] - self.sides["expense"] - self.sides["priority_debt"]

    def planned(self, bank: str = "") -> list[int]:
        """What the plans at a bank (empty: at all) take a month, in the currency of the budget."""
        return [
            plan.monthly
            for plan in self.plans
            if plan.monthly is not None
            and plan.debt.currency == self.currency
            and plan.debt.bank == (bank or plan.debt.bank)
        ]

    @property
    def left(self) -> int:
        return self.surplus - sum(self.planned())

    @property
    def banks(self) -> list[str]:
        return list(dict.fromkeys(debt.bank for debt in self.accounts))

    def at(self, bank: str) -> list[Debt]:
        return [debt for debt in self.accounts if debt.bank == bank]

    def plans_at(self, bank: str) -> list[Plan]:
        return [plan for plan in self.plans if plan.debt.bank == bank]


def reckon(case: Table) -> Reckoned:
    """A case as TOML gives it."""
    currency = "TWD" if case.get("pack") == "tw-prenegotiation" else "CNY"
    accounts = tuple(_debt(one, currency) for one in case["accounts"])
    by_key = {debt.key: debt for debt in accounts}
    chosen = {one["account"]: one["terms"] for one in case["plans"]}
    plans = tuple(_plan(by_key[key], chosen[key]) for key in by_key if key in chosen)
    lines = tuple((_minor(one["amount"]), _monthly(one)) for one in case.get("budget", ()))
    sides = {
        side: sum(_monthly(one) for one in case.get("budget", ()) if one["side"] == side)
        for side in ("income", "expense", "priority_debt")
    }
    return Reckoned(accounts, plans, accounts[0].currency, lines, sides)


def _minor(text: str) -> int:
    number, factor = (text[:-1], 10_000) if text.endswith("万") else (text, 1)
    exact = Fraction(number.replace(",", "")) * factor * 100
    assert exact.denominator == 1
    return int(exact)


def _monthly(line: Table) -> int:
    return _round(Fraction(_minor(line["amount"]) * TIMES_A_YEAR[line.get("every", "month")], 12), "half_up")


def _round(exact: Fraction, mode: str) -> int:
    """A number of nothing or more."""
    if mode == "up":
        return -(-exact.numerator // exact.denominator)
    return exact.numerator // exact.denominator if mode == "down" else int(exact + Fraction(1, 2))


def _debt(told: Table, currency: str) -> Debt:
    since = told.get("overdue_since")
    return Debt(
        told["key"],
        told["bank"],
        told["number"][-4:],
        told.get("currency", currency),
        {part: _minor(told.get(part, "0")) for part in PARTS},
        told.get("due_on") or (since - timedelta(days=1) if since else None),
        told.get("as_of"),
    )


def _plan(debt: Debt, terms: Table) -> Plan:
    mode, unit = terms.get("rounding", {}).get("mode", "half_up"), _minor(terms.get("rounding", {}).get("unit", "0.01"))
    treatment = {part: terms.get("treatment", {}).get(part, "in_plan") for part in OLD}
    put = {
        where: sum(debt.parts[part] for part in OLD if treatment[part] == where) for where in set(treatment.values())
    }
    given_up = _minor(terms.get("waive_principal", "0"))
    down = _minor(terms.get("down_payment", "0"))
    original = debt.parts["principal"] - given_up + put.get("capitalise", 0)
    days, runs_from, deferred = _days(terms)
    spread = put.get("in_plan", 0) + _round(Fraction(original - down) * _rate(terms) * deferred / 360, mode)
    carried = _shares(spread, len(days), unit)
    carried[0] += put.get("first_instalment", 0)
    walk = _Walk(terms, original, original - down, days, runs_from, carried, mode, unit)
    rows = walk.rows()
    waived = {"principal": given_up} | {part: debt.parts[part] * (treatment[part] == "waive") for part in OLD}
    largest = max(row.payment for row in rows)
    before = _days_360(terms["interest_from"], runs_from)
    times = tuple(accumulate((count for _, count in days), initial=before))[1:]
    up_front, monthly = put.get("up_front", 0) + down, _a_month(terms, largest)
    plan = Plan(debt, terms["method"], rows, up_front, waived, monthly, (), terms, times)
    return replace(plan, requests=tuple(_requests(plan, terms)))


def counter_plan(ours: Plan) -> Plan:
    """The thirty-six instalments at a rate with which the bank answers in `building`."""
    left_out = ("steps", "fixed", "skip_months", "period_fee", "grace")
    kept = {key: value for key, value in ours.terms.items() if key not in left_out}
    return _plan(ours.debt, {**kept, "method": "equal_instalment", "instalments": 36, "rate": {"annual": "0.12"}})


def _requests(plan: Plan, terms: Table) -> list[str]:
    """What such a plan asks of the bank."""
    lump = plan.method == "lump_sum"
    return [
        code
        for code, given in {
            "instalment_plan": not lump,
            "stop_interest": not lump and not plan.sum("interest") and not plan.sum("fee"),
            "reduction": any(plan.waived.values()),
            "deferral": "deferral" in terms or terms.get("grace", {}).get("principal", 0) > 0,
            "settlement": lump,
        }.items()
        if given
    ]


def _a_month(terms: Table, largest: int) -> int | None:
    if terms["method"] == "lump_sum":
        return None
    every = terms.get("every", {"months": 1})
    months = Fraction(every["days"], 30) if "days" in every else Fraction(every["months"])
    return _round(largest / months, "up")


def _rate(terms: Table) -> Fraction:
    """A year."""
    if terms["method"] in ("interest_free", "flat_fee"):
        return Fraction(0)
    given = terms.get("rate", {"annual": "0"})
    return Fraction(given["annual"]) if "annual" in given else Fraction(given["monthly"]) * 12


def _shares(amount: int, rows: int, unit: int) -> list[int]:
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


def _days_360(start: date, end: date) -> int:
    """Months of 30 days; a whole month is one wherever its day falls on the last of a month."""
    months = (end.year - start.year) * 12 + end.month - start.month
    if start.day == end.day or (start.day < end.day and _is_last(start)) or (start.day > end.day and _is_last(end)):
        return 30 * months
    return 30 * months + min(end.day, 30) - min(start.day, 30)


def _days(terms: Table) -> tuple[list[tuple[date, int]], date, int]:
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
        found.append((due, _days_360(before, due) if by_day else 30 * every["months"] * passed))
        before, passed = due, 0
    accrues = deferral.get("interest") == "accrues"
    return found, runs_from, _days_360(terms["interest_from"], runs_from) if accrues else 0


class _Walk:
    """The rows of a plan. ``part`` of a row is what it pays of principal and interest together."""

    def __init__(
        self, terms: Table, original: int, financed: int, days: Sequence[tuple[date, int]], runs_from: date,
        carried: Sequence[int], mode: str, unit: int,
    ) -> None:  # fmt: skip
        self.terms, self.original, self.financed, self.days = terms, original, financed, days
        self.carried, self.mode, self.unit = carried, mode, unit
        self.method, self.count = terms["method"], len(days)
        self.rate = _rate(terms)
        flat = self.method == "flat_fee"
        self.fee = _round(original * Fraction(terms["period_fee"]), mode) if flat else 0
        self.by_principal = self.method in ("interest_free", "equal_principal", "flat_fee")
        self.flat = self._flat() if self.method == "flat_interest" else None
        self.parts = self._parts()

    def _flat(self) -> list[int]:
        exact = [self.original * self.rate * days / 360 for _, days in self.days]
        rows = [_round(one, self.mode) for one in exact]
        rows[-1] = _round(sum(exact, Fraction(0)), self.mode) - sum(rows[:-1])
        return rows

    def _parts(self) -> list[int | str]:
        parts: list[int | str] = ["even"] * self.count
        beside = [self.fee + amount for amount in self.carried]
        for step in self.terms.get("steps", ()):
            for no in range(step["from"] - 1, self.count):
                parts[no] = _minor(step["amount"]) - beside[no] if "amount" in step else "even"
        for no in range(self.terms.get("grace", {}).get("principal", 0)):
            parts[no] = "interest"
        for one in self.terms.get("fixed", ()):
            parts[one["no"] - 1] = _minor(one["amount"]) - beside[one["no"] - 1]
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
        return _round(nothing / (nothing - one) / self.unit, self.mode) * self.unit if nothing != one else 0

    def rows(self) -> tuple[Row, ...]:
        even, balance = self.even(), self.financed
        found = []
        for no, (part, (due, _)) in enumerate(zip(self.parts, self.days, strict=True)):
            interest = self.flat[no] if self.flat else _round(self._exact(no, Fraction(balance)), self.mode)
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
        return _round(Fraction(principal + beside, self.unit), mode) * self.unit - beside
