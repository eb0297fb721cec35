"""`case costs`: the lender's table of costs of an account is kept or taken out, and told with each item's own yearly rate."""

from __future__ import annotations

import argparse
from typing import Any

from workstation.actions.desk import Desk
from workstation.actions.plans.lender_tables import drop_table, keep_table
from workstation.casework.case_file import CaseFile
from workstation.casework.claims.lender_costs import CostLine, check_table, kept_table
from workstation.cli.answers import Answer, finding_json
from workstation.cli.keep.given import account_named, question_given
from workstation.errors import Finding, Refused
from workstation.field_ref import FieldRef
from workstation.money import Money
from workstation.plan.calc.question import Question
from workstation.plan.rate.cost_table import ADDED_RULE, SINGLE_RULE
from workstation.plan.schedule.lender_table import AMOUNTS, BASES, COUNTS, LENT_METHODS, LenderCost, LenderTable
from workstation.profile.account import Account
from workstation.rates import Rate
from workstation.wording import Wording

_SPANS = ("annual", "monthly", "daily")


def case_costs(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """Keep the table of a file, or take the kept one out, then tell what stands: each item, the sums with their rules, findings.

    Raises `Refused`: paper_not_in_pack where the rules of the case are not those of the mainland, as `keep_table`.
    """
    file, account = account_named(desk, given)
    if not file.mainland:
        raise Refused(Finding("paper_not_in_pack", FieldRef.CASE_PACK, {"pack": file.pack.id}))
    if given.drop:
        desk.run(drop_table, account.id)
    elif given.file:
        table = read_table(Question(question_given(given.file)), desk, account)
        desk.run(keep_table, table, kept_table(file, account))
    file, account = account_named(desk, given)
    return costs_json(file, account, wording)


def read_table(question: Question, desk: Desk, account: Account) -> LenderTable:
    """The table of a file; raises `Refused` with the key at fault."""
    currency = account.currency
    rate = Rate(question.decimal("rate"), question.choice("per", _SPANS, "annual"))
    table = LenderTable(
        account.id,
        account.case_id,
        question.money("lent", currency),
        question.day("on"),
        question.day("first_due"),
        question.whole("instalments"),
        question.choice("method", LENT_METHODS),
        question.choice("day_count", COUNTS, "30/360"),
        rate,
        tuple(_item(one, currency) for one in question.each("items", ())),
        desk.clock.now(),
        desk.agent,
        Rate(question.decimal("stated")) if question.has("stated") else None,
        currency,
    )
    question.refuse_unknown()
    return table


def _item(given: Question, currency: str) -> LenderCost:
    basis = given.choice("basis", BASES)
    paid = basis in AMOUNTS
    item = LenderCost(
        given.text("name").strip(),
        basis,
        given.money("amount", currency) if paid else Money.zero(currency),
        "" if paid else format(given.decimal("share"), "f"),
        given.text("payee", "").strip(),
        format(given.decimal("stated"), "f") if given.has("stated") else "",
    )
    given.refuse_unknown()
    return item


def costs_json(file: CaseFile, account: Account, wording: Wording) -> dict[str, Any]:
    """What is kept of an account, reckoned; ``items`` empty where nobody typed a table."""
    kept = kept_table(file, account)
    if kept is None:
        return {"account": account.id, "lent": None, "items": [], "findings": []}
    check = check_table(file, account, kept)
    *items, added, single = check.lines
    return {
        "account": account.id,
        "lent": kept.lent.text(),
        "on": kept.on.isoformat(),
        "cost": check.table.cost.text(),
        "items": [_line_json(one) for one in items],
        "added": {**_line_json(added), "rule": ADDED_RULE},
        "single": {**_line_json(single), "rule": SINGLE_RULE},
        "findings": [finding_json(one, wording) for one in check.findings],
    }


def _line_json(line: CostLine) -> dict[str, Any]:
    told: dict[str, Any] = {} if line.cost is None else {
        "name": line.code, "payee": line.payee, "total": line.cost.total.text(),
    }  # fmt: skip
    rates = {"simple": format(line.rate.simple, "f"), "compound": format(line.rate.compound, "f")}
    return {**told, **rates, "stated": line.stated and line.stated.text(), "differs": line.differs}
