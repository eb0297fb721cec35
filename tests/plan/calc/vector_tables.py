"""Whole instalment tables of Apache Fineract as questions of this calculator, compared row by row to the cent."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from tests.plan.calc import vector_questions as figures
from tests.plan.calc.vector_questions import Verdict
from workstation.errors import Refused
from workstation.plan.calc.calc import answer

NO, DAYS, DAY, BALANCE, PRINCIPAL, INTEREST, FEES, PENALTIES, DUE = range(9)


def cents(number: float) -> str:
    return f"{Decimal(str(number)):.2f}"


def initial(record: dict[str, Any]) -> Verdict:
    """Charges that system adds to a row are left out; a first row on the day of the advance is the down payment."""
    start, *rows = record["rows"]
    down = sum(Decimal(str(row[PRINCIPAL])) for row in rows if row[DAYS] == 0)
    rows = [row for row in rows if row[DAYS] != 0 and (row[PRINCIPAL] or row[INTEREST] or not row[DUE])]
    # Rows whose interest that system postpones are one long first period here.
    rows = rows[record["interest_free"] :]
    step, unit = record["every"]
    fine = "EMI" in record["product"] or "PROGRESSIVE" in record["product"]
    daily = record["calculated"] == "DAILY" and "360_30" not in record["product"]
    question = {
        "currency": "EUR", "principal": cents(start[BALANCE]), "down_payment": cents(float(down)),
        "method": "flat_interest" if record["interest"] == "FLAT" else "equal_instalment",
        "instalments": len(rows), "every": {unit.lower(): step}, "interest_from": start[DAY],
        "first_due": rows[0][DAY], "rate": {"annual": str(Decimal(record["annual_pct"]) / 100)},
        "day_count": "actual/365" if daily else "30/360",
        "grace": {"principal": max(record["grace_principal"] - record["interest_free"], 0)},
        "rounding": {"unit": "0.01" if fine else "1.00", "mode": "half_even"},
    }  # fmt: skip
    try:
        ours = answer("schedule", question)["rows"]
    except Refused as refusal:
        return Verdict(False, str(refusal))
    wanted = [[row[DAY], *[cents(row[i]) for i in (PRINCIPAL, INTEREST, BALANCE)]] for row in rows]
    found = [[row["due"], row["principal"], row["interest"], row["closing"]] for row in ours]
    return Verdict(found == wanted, next((f"{a} for {b}" for a, b in zip(found, wanted, strict=True) if a != b), ""))


def changed(record: dict[str, Any]) -> Verdict:
    """Row sums and balances hold in every table; those that no event has bent are asked whole."""
    balance = Decimal(0)
    for row in record["rows"]:
        if row[NO] is None:
            balance += Decimal(str(row[BALANCE]))
            continue
        parts = sum(Decimal(str(row[i] or 0)) for i in (PRINCIPAL, INTEREST, FEES, PENALTIES))
        balance -= Decimal(str(row[PRINCIPAL] or 0))
        if parts != Decimal(str(row[DUE])) or balance != Decimal(str(row[BALANCE])):
            return Verdict(False, f"row {row[NO]} does not add up")
    if sum(row[NO] is None for row in record["rows"]) > 1:
        return Verdict(None, "several advances; its rows and balances add up")
    if initial(record).passed:
        return Verdict(True)
    return Verdict(None, "bent by payments under that system's allocation; its rows and balances add up")


def progressive(record: dict[str, Any]) -> Verdict:
    """A change of rate or a second advance is asked as a new plan from the balance after it."""
    final, periods = record["final"], record["periods"]
    start, principal, annual = 0, "100.00", Decimal(str(record["annual_pct"]))
    level = [row[0] for row in final]
    if record["disbursements"] > 1 or "reschedule_interest" in record["id"]:
        start = next(i for i in range(len(level)) if level[i] == level[-2])
        if record["disbursements"] > 1 and "2ndOnDueDate" not in record["id"]:
            start += 1  # the second advance came in the middle of a period
        principal = cents(final[start - 1][3])
        annual = Decimal(4) if "reschedule_interest" in record["id"] else annual
    elif record["changed"]:
        return Verdict(None, "bent by payments in the middle of a period")
    step, unit = record["every"]
    years = {"DAYS_360": "actual/360", "DAYS_365": "actual/365", "DAYS_364": "actual/365", "ACTUAL": "actual/actual"}
    whole_months = record["days_in_month"] == "DAYS_30"
    of_364 = record["days_in_year"] == "DAYS_364"
    question = {
        "currency": "EUR", "principal": principal, "instalments": len(final) - start,
        "every": {"days": 7 * step} if unit == "WEEKS" else {unit.lower(): step},
        "interest_from": periods[start][0], "first_due": periods[start][1],
        "rate": {"daily": str(annual / 36400)} if of_364 else {"annual": str(annual / 100)},
        "day_count": "30/360" if whole_months else years[record["days_in_year"]],
    }  # fmt: skip
    ours = answer("schedule", question)["rows"]
    found = [[row["payment"], row["interest"], row["principal"], row["closing"]] for row in ours]
    wanted = [[cents(figure) for figure in row] for row in final[start:]]
    return Verdict(found == wanted, f"{found} for {wanted}")


TABLES: dict[str, Any] = {
    "fineract_initial": initial,
    "fineract_changed": changed,
    "fineract_progressive": progressive,
}


def everything() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every record with its file."""
    for name in (*figures.JUDGES, *TABLES):
        for record in figures.records(name):
            yield name, record


def verdict(name: str, record: dict[str, Any]) -> Verdict:
    """The record asked and judged within its own tolerance."""
    return (figures.JUDGES | TABLES)[name](record)
