"""Published figures of others as questions of this calculator, and why a few of them cannot be asked."""

from __future__ import annotations

import json
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

from tests.source_tree import ROOT
from workstation.errors import Refused
from workstation.plan.calc.calc import answer

FOLDER = ROOT / "tests" / "vectors"
SCALE = 10**30
"""Amounts are linear: asked so many times larger, the cent no longer limits the digits of a table."""


class Verdict(NamedTuple):
    """What came of one record: passed, or failed with the difference, or why it cannot be asked."""

    passed: bool | None
    why: str = ""


def records(name: str) -> list[dict[str, Any]]:
    """The records of a file."""
    return json.loads((FOLDER / f"{name}.json").read_text("utf-8"))["records"]


def near(found: Decimal, expected: object, tolerance: object) -> Verdict:
    gap = abs(found - Decimal(str(expected)))
    return Verdict(gap <= Decimal(str(tolerance)), f"{found} for {expected}")


def rate(question: dict[str, Any]) -> Decimal | None:
    try:
        return Decimal(answer("true-rate", question)["rate"])
    except Refused as refusal:
        assert [finding.code for finding in refusal.findings] == ["no_rate"]
        return None


def compound(flows: Sequence[tuple[Fraction, object]]) -> Decimal:
    found = rate({"convention": "compound", "flows": [{"t": str(t), "amount": str(a)} for t, a in flows]})
    assert found is not None
    return found


def rational(text: object) -> Fraction:
    return sum((Fraction(part.strip()) for part in str(text).split("+")), Fraction(0))


def series(entries: list[dict[str, Any]], sign: str = "") -> list[tuple[Fraction, object]]:
    flows: list[tuple[Fraction, object]] = []
    for entry in entries:
        start, step = rational(entry.get("first_t_years", entry.get("t_years"))), rational(entry.get("step_years", 0))
        flows += [(start + step * i, f"{sign}{entry['amount']}") for i in range(entry.get("count", 1))]
    return flows


def eu_aprc(record: dict[str, Any]) -> Verdict:
    found = compound([*series(record["drawdowns"], "-"), *series(record["payments"])])
    return near(found * 100, record["expected_pct"], record["tolerance_pct"])


def regz_appendix_j(record: dict[str, Any]) -> Verdict:
    flows = [{"full": 0, "fraction": "0", "amount": f"-{record['amount_advanced']}"}]
    for entry in record["series"]:
        for i in range(entry["count"]):
            full = entry["full_unit_periods"] + i
            flows.append({"full": full, "fraction": entry["fraction"], "amount": str(entry["amount"])})
    per_year = record["unit_periods_per_year"]
    found = rate({"convention": "us-actuarial", "periods_per_year": per_year, "flows": flows})
    assert found is not None
    return near(found * 100, record["expected_apr_pct_2dp"], "0.005")


def short_term_apr(record: dict[str, Any]) -> Verdict:
    if "formula" in record:
        flows = [(Fraction(0), -record["principal"])]
        flows.append((Fraction(record["days"], 365), Decimal(record["principal"]) + Decimal(str(record["interest"]))))
        return near(compound(flows) * 100, record["expected_pct_2dp"], "0.005")
    flows = [(Fraction(0), f"-{record['amount']}")]
    if "dated_payments" in record:
        dated = [{"on": record["advance_date"], "amount": f"-{record['amount']}"}]
        dated += [{"on": day, "amount": str(amount)} for day, amount in record["dated_payments"]]
        found = rate({"convention": "compound", "day_count": "actual/365", "flows": dated})
        assert found is not None
        return near(found * 100, record["expected_apr_pct"], record["tolerance_pct"])
    if "series" in record:
        entry = record["series"]
        flows += [(Fraction(entry["step"]) * i, entry["amount"]) for i in range(1, entry["count"] + 1)]
    else:
        year = Fraction("365.25")
        days = year / 12 if record["days"] == "365.25/12" else Fraction(record["days"])
        flows.append((days / year, record["payment"]))
    return near(compound(flows) * 100, record["expected_apr_pct_1dp"], "0.05")


def uk_eu_apr(record: dict[str, Any]) -> Verdict:
    flows = [(Fraction(0), f"-{record['principal']}")]
    flows += [(Fraction(day, 365), payment) for day, payment in record["payments"]]
    return near(compound(flows) * 100, record["expected_apr_pct_1dp"], "0.05")


def cashflow_irr(record: dict[str, Any]) -> Verdict:
    if record["kind"] == "irr":
        flows = [{"t": str(i), "amount": str(amount)} for i, amount in enumerate(record["amounts"])]
    else:
        flows = [{"on": d, "amount": str(a)} for d, a in zip(record["dates"], record["amounts"], strict=True)]
    question: dict[str, Any] = {"convention": "compound", "flows": flows}
    if "30/360" in record.get("day_count", ""):
        question["day_count"] = "30/360"
    if record.get("disputed"):
        return Verdict(None, "disputed: the source finds no rate where one exists")
    if record["expected"] is None:
        return Verdict(rate(question) is None, "no rate")
    given = answer("true-rate", question)
    roots = [Decimal(given["rate"])]
    for finding in given["findings"]:
        roots += [Decimal(root) for root in finding.figures["rates"].split(", ")]
    expected = Decimal(str(record["expected"]))
    close = min(roots, key=lambda root: abs(root - expected))
    judged = near(close, record["expected"], record["abs_tol"])
    if judged.passed and close != roots[0]:
        return Verdict(None, f"several rates: the source gives {expected:.4f}, nearest zero is {roots[0]:.4f}")
    return judged


def table(principal: object, per_period: object, rows: int, **other: object) -> dict[str, Any]:
    """A monthly table at a rate per period."""
    return answer("schedule", {
        "principal": str(principal), "instalments": rows, "interest_from": "2000-01-01", "first_due": "2000-02-01",
        "rate": {"monthly": str(per_period)}, **other,
    })  # fmt: skip


def number(text: object) -> Decimal:
    top, _, bottom = str(text).partition("/")
    return Decimal(top) / Decimal(bottom or 1)


def excel_functions(record: dict[str, Any]) -> Verdict:
    name, args = record["function"], [number(arg) for arg in record["args"]]
    if name in ("NPER", "PDURATION"):
        return Verdict(None, "a broken number of periods; plans have whole ones")
    if name == "EFFECT":
        flows: list[tuple[Fraction, object]] = [(Fraction(0), -100)]
        flows += [(Fraction(i) / Fraction(args[1]), 100 * args[0] / args[1]) for i in range(1, int(args[1]) + 1)]
        return near(compound([*flows, (Fraction(1), 100)]), record["expected"], record["abs_tol"])
    if name in ("RATE", "PV", "FV"):
        return annuity(name, args, record)
    return instalment(name, args, record)


def annuity(name: str, args: list[Decimal], record: dict[str, Any]) -> Verdict:
    """RATE asked outright; PV and FV by the rate that their printed value implies."""
    expected = Decimal(str(record["expected"]))
    if name == "RATE":
        rows, payment, value, future = int(args[0]), args[1], args[2], args[3] if len(args) > 3 else Decimal(0)
    else:
        rows, payment, value, future = (
            int(args[1]),
            args[2],
            *((expected, Decimal(0)) if name == "PV" else (args[3] if len(args) > 3 else Decimal(0), expected)),
        )
    early = 0 if len(args) > 4 and args[4] else 1
    flows = [{"period": "0", "amount": format(value, "f")}, {"period": str(rows), "amount": format(future, "f")}]
    flows += [{"period": str(i + early), "amount": format(payment, "f")} for i in range(rows)]
    found = rate({"convention": "simple", "periods_per_year": 1, "flows": flows})
    assert found is not None
    if name == "RATE":
        return near(found, expected, record["abs_tol"])
    return near(found, args[0], Decimal(str(record["abs_tol"])) / abs(expected) * 2)


def instalment(name: str, args: list[Decimal], record: dict[str, Any]) -> Verdict:
    """PMT, IPMT, PPMT and their sums, read from a table of very large amounts."""
    per_period, rest = args[0], args[1:]
    first = last = 1
    if name in ("IPMT", "PPMT"):
        first = last = int(rest[0])
        rows, principal = int(rest[1]), rest[2]
    else:
        rows, principal = int(rest[0]), rest[1]
        if name.startswith("CUM"):
            first, last = int(rest[2]), int(rest[3])
    sign = -1 if principal > 0 else 1
    scaled = format(abs(principal) * SCALE, "f")
    column = {"PMT": "payment", "IPMT": "interest", "CUMIPMT": "interest"}.get(name, "principal")
    found = table(scaled, format(per_period, "f"), rows)["rows"][first - 1 : last]
    return near(
        sign * sum((Decimal(row[column]) for row in found), Decimal(0)) / SCALE, record["expected"], record["abs_tol"]
    )


def lendingclub(record: dict[str, Any]) -> Verdict:
    per_year = Decimal(str(record["annual_rate_pct"])) / 100
    rounding = {"unit": "0.01", "mode": "up"}
    found = table(record["principal"], 0, record["n"], rate={"annual": str(per_year)}, rounding=rounding)
    return near(Decimal(found["rows"][0]["payment"]), record["expected_installment"], record["abs_tol"])


def frappe_lending(record: dict[str, Any]) -> Verdict:
    if "penalty_rate_pct" in record:
        return Verdict(None, "penalty interest on overdue interest; not a plan")
    if "expected_dates" in record:
        dated = table(record["principal"], 0, record["periods"], first_due=record["repayment_start"],
                     interest_from=record["repayment_start"])["rows"]  # fmt: skip
        days = [dated[i]["due"] for i in (0, 1, -1)]
        return Verdict(days == list(record["expected_dates"].values()), str(days))
    per_year = Decimal(str(record["annual_rate_pct"])) / 100
    rounding = {"unit": "1.00", "mode": "up"}
    found = table(record["principal"], 0, record["periods"], rate={"annual": str(per_year)}, rounding=rounding)
    wanted = record["expected"]
    gaps = [
        abs(Decimal(found["rows"][0]["payment"]) - wanted["monthly_repayment"]),
        abs(Decimal(found["totals"]["interest"]) - wanted["total_interest_rounded0"]),
        abs(Decimal(found["totals"]["payment"]) - wanted["total_payment_rounded0"]),
    ]
    for no, row in wanted["rows_0based"].items():
        ours = found["rows"][int(no)]
        gaps += [abs(Decimal(ours["closing" if key == "balance" else key]) - value) for key, value in row.items()]
    return Verdict(max(gaps) <= 1, f"largest difference {max(gaps)} in figures printed without cents")


JUDGES: dict[str, Any] = {
    "regz_appendix_j": regz_appendix_j,
    "eu_aprc": eu_aprc,
    "short_term_apr": short_term_apr,
    "uk_eu_apr": uk_eu_apr,
    "cashflow_irr": cashflow_irr,
    "excel_functions": excel_functions,
    "lendingclub": lendingclub,
    "frappe_lending": frappe_lending,
}
