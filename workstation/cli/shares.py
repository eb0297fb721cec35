"""`plan shares`, `plan two-stages`: what a household can pay a month, divided over the accounts of a case."""

from __future__ import annotations

import argparse
from dataclasses import replace
from fractions import Fraction
from typing import Any, Final

from workstation.actions.desk import Desk
from workstation.actions.evidence.statements import income_reader
from workstation.actions.plans.shares import ShareLine, shares_of, usual_division
from workstation.actions.plans.two_stage import plan_two_stages, two_stages
from workstation.casework.case_file import CaseFile
from workstation.casework.debt_orders import OrderLine, debt_orders, order_lines
from workstation.casework.income.disposable import proved_surplus
from workstation.cli.answers import Answer, finding_json
from workstation.cli.grammar.arguments import whole_number
from workstation.day_text import read_day
from workstation.errors import Finding, Refused
from workstation.money import Money
from workstation.plan.options.options import spendable
from workstation.plan.options.shares import Division
from workstation.rates import Rate, rounded
from workstation.wording import Wording

_PLACES: Final = 6
_MOST_INSTALMENTS: Final = 600


def plan_shares(desk: Desk, file: CaseFile, given: argparse.Namespace, wording: Wording) -> Answer:
    """The offers of all accounts, with how long each would take; what is not said comes from budget and pack."""
    proved = proved_surplus(file, income_reader(desk, file)().picture)
    found = shares_of(file, _division(file, given), proved)
    shares, division = found.shares, found.shares.division
    return {
        "number": file.case.number,
        "currency": division.monthly.currency,
        "surplus": file.budget.surplus.text(),
        "payable": spendable(file.budget.surplus, file.pack).text(),
        "proved": None if proved is None else proved.text(),
        "monthly": division.monthly.text(),
        "token": None if division.token is None else division.token.text(),
        "unit": Money(division.unit, division.monthly.currency).text(),
        "offered": shares.offered.text(),
        "left": shares.left.text(),
        "accounts": [_line_json(line, wording) for line in found.lines],
        "findings": [finding_json(finding, wording) for finding in shares.findings],
        "orders": _orders(file, division, wording),
    }


def _orders(file: CaseFile, division: Division, wording: Wording) -> Answer:
    """The month paid in each order; what keeps the orders from being compared is named."""
    try:
        found = debt_orders(file, division.monthly, token=division.token)
    except Refused as refused:
        return {"orders": [], "findings": [finding_json(finding, wording) for finding in refused.findings]}
    lines = zip(found.orders, order_lines(found, wording), strict=True)
    return {
        "first_on": found.conditions.first_on.isoformat(),
        "orders": [{"order": one.method, **_order_json(line)} for one, line in lines],
        "findings": [],
    }


def _order_json(line: OrderLine) -> Answer:
    return {
        "title": line.title,
        "cheapest": line.cheapest,
        "first_paid_off": line.first_on or None,
        "last_on": line.last_on or None,
        "months": line.months,
        "paid": line.paid.text() if line.paid else None,
        "cost": line.cost.text() if line.cost is not None else None,
        "steps": line.steps,
    }


def plan_stages(desk: Desk, file: CaseFile, given: argparse.Namespace, wording: Wording) -> Answer:
    """Plan every account in two stages and choose the plans; what was made, and what each account pays."""
    first_due = read_day(given.first_due, desk.clock.today()) if given.first_due else None
    second = whole_number("--second", given.second, 1, _MOST_INSTALMENTS) if given.second else None
    rate = Rate.parse(given.rate) if given.rate else Rate.parse("0")
    stages = two_stages(file, _amount(given.monthly, "monthly", file), second, rate, first_due)
    made = desk.run(plan_two_stages, file.case.id, stages, given.why)
    return {
        "number": file.case.number,
        "largest": next(iter(file.addressees), None),
        "plans": [
            {
                "id": plan.id,
                "bank": file.account(plan.account_id).bank,
                "tail": file.account(plan.account_id).tail,
                "monthly": plan.terms.steps[0].amount and plan.terms.steps[0].amount.text(),
                "instalments": plan.terms.instalments,
            }
            for plan in made
        ],
    }


def _division(file: CaseFile, given: argparse.Namespace) -> Division:
    division = usual_division(file)
    if given.monthly:
        division = replace(division, monthly=_amount(given.monthly, "monthly", file))
    if given.token:
        division = replace(division, token=_amount(given.token, "token", file) or None)
    if given.unit:
        division = replace(division, unit=_amount(given.unit, "unit", file).minor)
    return division


def _amount(text: str, key: str, file: CaseFile) -> Money:
    try:
        return Money.parse_kept(text, file.budget.currency)
    except Refused as refusal:
        raise Refused(*(Finding(one.code, f"shares.{key}", one.figures) for one in refusal.findings)) from None


def _line_json(line: ShareLine, wording: Wording) -> dict[str, Any]:
    share, plan = line.share, line.plan
    return {
        "id": share.account.id,
        "bank": share.account.bank,
        "tail": share.account.tail,
        "owed": share.account.owed.text(),
        "share": _decimal(share.part),
        "offer": share.offer.text(),
        "token": share.token,
        "method": line.terms and line.terms.method,
        "instalments": len(plan.rows) if plan else None,
        "last_due": plan.rows[-1].due_on.isoformat() if plan else None,
        "findings": [finding_json(finding, wording) for finding in line.findings],
    }


def _decimal(part: Fraction) -> str:
    return format(rounded(part, _PLACES), "f")
