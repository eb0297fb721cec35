"""The analysis of a statement, and its form for the command line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from workstation.errors import Finding
from workstation.evidence.statements.income import Month, income_gaps, months
from workstation.evidence.statements.integrity import integrity
from workstation.evidence.statements.transactions import Kind, LeftOut, Printed, Statement, Transaction, columns_of

__all__ = ["Analysis", "Kind", "LeftOut", "Month", "Printed", "Statement", "Transaction", "analyse", "statement_json"]


@dataclass(frozen=True, slots=True)
class Analysis:
    """Months of the period, the months without income (``2025-01``), and all findings, those of reading among them."""

    months: tuple[Month, ...]
    income_gaps: tuple[str, ...]
    findings: tuple[Finding, ...]


def analyse(statement: Statement, today: date | None = None) -> Analysis:
    """Months, gaps and integrity of a statement. ``today``: rows of later days are told."""
    found = months(statement)
    ahead = days_ahead(statement, today) if today else ()
    return Analysis(found, income_gaps(statement, found), (*statement.findings, *integrity(statement), *ahead))


def days_ahead(statement: Statement, today: date) -> tuple[Finding, ...]:
    """A finding for every row of a day to come; the day after today is today further east, and is left alone."""
    rows = columns_of(statement.transactions)
    return tuple(
        Finding("day_ahead", f"row {row}", {"day": day.isoformat(), "today": today.isoformat()})
        for row, day in zip(rows.rows, rows.days, strict=True)
        if (day - today).days > 1
    )


def statement_json(statement: Statement, today: date | None = None) -> dict[str, Any]:
    """The statement and its analysis with amounts as decimal texts in major units and days in ISO form."""
    analysis = analyse(statement, today)
    return {
        "layout": statement.layout,
        "account": statement.account,
        "currency": statement.currency,
        "from": statement.from_on.isoformat() if statement.from_on else None,
        "to": statement.to_on.isoformat() if statement.to_on else None,
        "rows_read": statement.rows_read,
        "rows_left_out": [{"row": left.row, "why": left.why} for left in statement.rows_left_out],
        "transactions": [_transaction(one, statement.currency, statement.monthly) for one in statement.transactions],
        "months": [
            {"month": one.month, "income": one.income.text(), "expense": one.expense.text(), "count": one.count}
            for one in analysis.months
        ],
        "income_gaps": list(analysis.income_gaps),
        "findings": [
            {"code": finding.code, "subject": finding.subject, "figures": dict(finding.figures)}
            for finding in analysis.findings
        ],
    }


def _transaction(one: Transaction, currency: str, monthly: bool) -> dict[str, Any]:
    """One row; currency and fee are given only where they differ from the statement's, or are there."""
    extra: dict[str, str] = {}
    if one.amount.currency != currency:
        extra["currency"] = one.amount.currency
    if one.fee:
        extra["fee"] = one.fee.text()
    return {
        "row": one.row,
        "on": f"{one.on:%Y-%m}" if monthly else one.on.isoformat(),
        "at": one.at.isoformat() if one.at else None,
        "amount": one.amount.text(),
        "balance": one.balance.text() if one.balance is not None else None,
        "counterparty": one.counterparty,
        "text": one.text,
        "kind": one.kind,
        **extra,
    }
