"""Reckons a case file a second time: plain integers from what TOML says, with no code of the program.

Amounts are whole minor units of two digits; a day is a `date`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import accumulate
from typing import Final

from tests.actions.papers.generated.living import usual_costs
from tests.actions.papers.generated.rows import Row, Table, Walk, days_360, due_days, minor, rounded, shares, yearly

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
        return float(yearly(self.terms))

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
    single: bool = False
    """One application, to the largest creditor, speaks of every account."""
    usual: tuple[int, ...] = ()
    """What is usually spent a month beside lines of the budget."""

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
            and (self.single or plan.debt.bank == (bank or plan.debt.bank))
        ]

    @property
    def left(self) -> int:
        return self.surplus - sum(self.planned())

    @property
    def banks(self) -> list[str]:
        return list(dict.fromkeys(debt.bank for debt in self.accounts))

    def at(self, bank: str) -> list[Debt]:
        return [debt for debt in self.accounts if self.single or debt.bank == bank]

    def with_bank(self, bank: str) -> list[Debt]:
        """The accounts of a bank itself, however the application is made."""
        return [debt for debt in self.accounts if debt.bank == bank]

    def plans_at(self, bank: str) -> list[Plan]:
        return [plan for plan in self.plans if self.single or plan.debt.bank == bank]


def reckon(case: Table) -> Reckoned:
    """A case as TOML gives it."""
    currency = "TWD" if case.get("pack") == "tw-prenegotiation" else "CNY"
    accounts = tuple(_debt(one, currency) for one in case["accounts"])
    by_key = {debt.key: debt for debt in accounts}
    chosen = {one["account"]: one["terms"] for one in case["plans"]}
    plans = tuple(_plan(by_key[key], chosen[key]) for key in by_key if key in chosen)
    lines = tuple((minor(one["amount"]), _monthly(one)) for one in case.get("budget", ()))
    sides = {
        side: sum(_monthly(one) for one in case.get("budget", ()) if one["side"] == side)
        for side in ("income", "expense", "priority_debt")
    }
    single = case.get("pack") == "tw-prenegotiation"
    return Reckoned(accounts, plans, accounts[0].currency, lines, sides, single, tuple(usual_costs(case)))


def _monthly(line: Table) -> int:
    return rounded(Fraction(minor(line["amount"]) * TIMES_A_YEAR[line.get("every", "month")], 12), "half_up")


def _debt(told: Table, currency: str) -> Debt:
    since = told.get("overdue_since")
    return Debt(
        told["key"],
        told["bank"],
        told["number"][-4:],
        told.get("currency", currency),
        {part: minor(told.get(part, "0")) for part in PARTS},
        told.get("due_on") or (since - timedelta(days=1) if since else None),
        told.get("as_of"),
    )


def _plan(debt: Debt, terms: Table) -> Plan:
    mode, unit = terms.get("rounding", {}).get("mode", "half_up"), minor(terms.get("rounding", {}).get("unit", "0.01"))
    treatment = {part: terms.get("treatment", {}).get(part, "in_plan") for part in OLD}
    put = {
        where: sum(debt.parts[part] for part in OLD if treatment[part] == where) for where in set(treatment.values())
    }
    given_up = minor(terms.get("waive_principal", "0"))
    down = minor(terms.get("down_payment", "0"))
    original = debt.parts["principal"] - given_up + put.get("capitalise", 0)
    days, runs_from, deferred = due_days(terms)
    spread = put.get("in_plan", 0) + rounded(Fraction(original - down) * yearly(terms) * deferred / 360, mode)
    carried = shares(spread, len(days), unit)
    carried[0] += put.get("first_instalment", 0)
    walk = Walk(terms, original, original - down, days, runs_from, carried, mode, unit)
    rows = walk.rows()
    waived = {"principal": given_up} | {part: debt.parts[part] * (treatment[part] == "waive") for part in OLD}
    largest = max(row.payment for row in rows)
    before = days_360(terms["interest_from"], runs_from)
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
    return rounded(largest / months, "up")
