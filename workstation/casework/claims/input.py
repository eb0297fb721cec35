"""The question by which an account is rebuilt: what a person gathered, with payments and claims that the case knows already."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, Final

from workstation.casework.case_file import CaseFile
from workstation.dates import add_months
from workstation.errors import Refused
from workstation.money import Money
from workstation.plan.debt.balances import COMPONENTS
from workstation.plan.rebuilt.claim_sheet import ClaimSheet
from workstation.plan.rebuilt.history import DEADLINE_MAX
from workstation.policy.lenders import Known
from workstation.policy.pack import Pack
from workstation.profile.account import Account
from workstation.profile.account_fact import received_fact, standing_facts
from workstation.promise.payment import standing

Tree = dict[str, Any]
_MONTHS: Final = 12
_ANY_YEAR: Final = date(2025, 1, 1)
"""A common year: how many days lie between statement and due day is counted month by month."""


def kept_sheet(file: CaseFile, account: Account) -> ClaimSheet | None:
    """What was gathered for an account; None before anything was."""
    return next((one for one in file.claim_sheets if one.account_id == account.id), None)


def gathered(file: CaseFile, account: Account) -> Tree:
    """What was gathered, else what account and rules propose. What nobody knows is left out or has no ``most``."""
    sheet = kept_sheet(file, account)
    return dict(json.loads(sheet.question)) if sheet else proposed(file, account)


def whole_question(file: CaseFile, account: Account, question: Mapping[str, Any]) -> Tree:
    """The question with the payments of the page Keeping and the balances that the bank stated; nothing of it twice."""
    since, typed = str(question.get("since", "")), question.get("payments", ())
    payments = [*typed, *kept_payments(file, account, typed, since), *guarantors_payments(file, account, since)]
    return {
        **question,
        "currency": account.currency,
        "payments": payments,
        "claims": [*question.get("claims", ()), *stated_claims(file, account, since)],
    }


def kept_payments(file: CaseFile, account: Account, typed: Sequence[Any], since: str = "") -> list[Tree]:
    """Payments recorded for the account from ``since`` on that are not among the typed ones; those taken back are none."""
    there = Counter((one.get("on"), _plain(one.get("amount"), account.currency)) for one in typed)
    found: list[Tree] = []
    for payment in standing([one for one in file.payments if one.account_id == account.id]):
        key = (payment.on.isoformat(), payment.amount.text())
        if there[key]:
            there[key] -= 1
        elif key[0] >= since:
            found.append({"on": key[0], "amount": key[1], "id": payment.id})
    return found


def guarantors_payments(file: CaseFile, account: Account, since: str = "") -> list[Tree]:
    """What a guarantor paid to the bank, which the bank can no longer claim; the guarantor's own claim is another one."""
    return [
        {"on": one.on.isoformat(), "amount": one.amount.text(), "id": one.id}
        for one in standing_facts(file.facts, account.id)
        if one.kind == "guarantor_paid" and one.amount is not None and one.on.isoformat() >= since
    ]


def stated_claims(file: CaseFile, account: Account, since: str = "") -> list[Tree]:
    """What the bank says is owed: the balances of the account on their day, and those that it stated later."""
    found: list[Tree] = []
    if account.as_of is not None and account.owed:
        parts: Tree = {part: getattr(account, part).text() for part in COMPONENTS}
        found.append({"on": account.as_of.isoformat(), **parts, "total": account.owed.text(), "id": account.id})
    for one in file.bank_balances:
        if one.account_id == account.id:
            stated: Tree = {part: amount.text() for part in COMPONENTS if (amount := getattr(one, part)) is not None}
            found.append({"on": one.on.isoformat(), **stated, "total": one.total.text(), "id": one.id})
    return [one for one in found if one["on"] >= since]


def proposed(file: CaseFile, account: Account) -> Tree:
    """What the account and the rules of its bank say of the contract."""
    received = received_fact(file.facts, account.id)
    since = received.on if received else account.opened_on
    principal: Any = received.amount.text() if received and received.amount else {"least": "0"}
    return {
        **({"since": since.isoformat()} if since else {}),
        "opening": {"principal": principal},
        "terms": _terms(file, account, since),
        "charges": [],
        "payments": [],
        "pauses": [],
        "claims": [],
    }


def _terms(file: CaseFile, account: Account, since: date | None) -> Tree:
    pack, growth = file.pack, file.pack.growth_of(account.product)
    rates: list[Tree] = []
    if account.rate and since:
        rates = [{"from": since.isoformat(), "rate": account.rate.text(), "per": account.rate.per}]
    terms: Tree = {
        "day_count": f"actual/{growth.year_days}",
        "compounding": growth.compounding,
        "rates": rates,
        "order": {
            "until_days": pack.allocation.until_days,
            "early": list(pack.allocation.early),
            "late": list(pack.allocation.late),
        },
    }
    if account.statement_day or account.due_day:
        terms["statement_day"] = account.statement_day or account.due_day
    if account.due_on:
        terms["due_on"] = account.due_on.isoformat()
    return {**terms, **(dict(_penalty(file, account)) if growth.penalty_rate is not None else {})}


def _penalty(file: CaseFile, account: Account) -> Iterator[tuple[str, Tree]]:
    growth, bank = file.pack.growth_of(account.product), file.pack.lenders.bank(account.bank)
    due, due_most = days_to_pay(account)
    grace = bank.grace_days.value if bank.grace_days else None
    least_grace = grace or 0
    more = (grace if grace is not None else file.pack.limits.grace_days) + due_most - due
    most_grace = max(least_grace, min(more, DEADLINE_MAX - due))  # they end before the next statement
    penalty: Tree = {
        "rate": format(growth.penalty_rate or 0, "f"),
        "minimum": _or_unknown(bank.penalty_minimum, file.pack, account),
        "due_days": due,
        "grace_days": least_grace if most_grace == least_grace else {"least": least_grace, "most": most_grace},
        "tolerance": _or_unknown(bank.tolerance, file.pack, account),
    }
    if bank.penalty_maximum:
        penalty["maximum"] = _or_unknown(bank.penalty_maximum, file.pack, account)
    if bank.step_rate and bank.step_after:
        penalty["step"] = {"rate": format(bank.step_rate.value, "f"), "after": bank.step_after.value}
    yield "penalty", penalty
    share = bank.minimum_share
    yield "minimum", {"share": format(share.value, "f") if share else {"least": "0", "most": "1"}}


def days_to_pay(account: Account) -> tuple[int, int]:
    """The fewest and the most days from a statement to its due day; a card has 20 to 25 where the days are not known."""
    if not account.statement_day or not account.due_day:
        return 20, 25
    spans = []
    for month in range(_MONTHS):
        stated = add_months(_ANY_YEAR, month, account.statement_day)
        due = add_months(_ANY_YEAR, month, account.due_day)
        spans.append(((due if due > stated else add_months(_ANY_YEAR, month + 1, account.due_day)) - stated).days)
    return min(spans), max(spans)


def _or_unknown(known: Known[int] | None, pack: Pack, account: Account) -> Any:
    """An amount of a bank's rules, which say nothing of another currency than that of the pack."""
    return Money(known.value, pack.currency).text() if known and account.currency == pack.currency else {"least": "0"}


def _plain(amount: Any, currency: str) -> str:
    """An amount as it compares with a payment; bounds, and what is no amount, are none."""
    try:
        return Money.parse(amount, currency).text() if isinstance(amount, str) else ""
    except Refused:
        return ""
