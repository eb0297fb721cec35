"""`case claim` and `case fact`: what is gathered for an account, what happened to its debt, and the claim held against it."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from workstation.actions.desk import Desk
from workstation.actions.plans import claims
from workstation.casework.case_file import CaseFile
from workstation.casework.claims.check import ClaimCheck, ClaimLine, check_claim
from workstation.casework.claims.input import gathered
from workstation.casework.claims.limitation import limitation_findings, limitation_of
from workstation.cli.answers import Answer, finding_json
from workstation.cli.keep.given import account_named, day_given, question_given
from workstation.money import Money
from workstation.plan.rebuilt.claim import Difference
from workstation.profile.account import Account
from workstation.profile.account_fact import AccountFact, standing_facts
from workstation.wording import Wording


def case_claim(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """Keep what was gathered, where a file or a list is given, then tell every item that is claimed beside its bounds."""
    file, account = account_named(desk, given)
    if given.file:
        desk.run(claims.keep_claim, account.id, question_given(given.file))
    if given.payments:
        listed = claims.payments_in_list(desk, Path(given.payments), account)
        file, account = account_named(desk, given)
        desk.run(claims.keep_claim, account.id, claims.added(gathered(file, account), listed))
    file, account = account_named(desk, given)
    return claim_json(file, account, check_claim(file, account), wording)


def case_fact(desk: Desk, given: argparse.Namespace, wording: Wording) -> Answer:
    """Put a fact on record, or take one back."""
    _, account = account_named(desk, given)
    if given.withdraw:
        return fact_json(desk.run(claims.withdraw_fact, given.withdraw))
    on = day_given(given.on, desk) or desk.clock.today()
    amounts = {name: _amount(getattr(given, name), account.currency) for name in ("amount", "agreed")}
    fact = desk.run(
        claims.add_fact,
        account.id,
        given.kind,
        on,
        amounts["amount"],
        given.party,
        given.proof,
        amounts["agreed"],
    )
    return fact_json(fact)


def claim_json(file: CaseFile, account: Account, check: ClaimCheck, wording: Wording) -> Answer:
    """The comparison, the facts and the time limit of an account."""
    limit = limitation_of(file, account)
    findings = (*check.findings, *limitation_findings(file, account))
    agreed = check.compared.agreed_on if check.compared else None
    return {
        "account": account.id,
        "items": [_line_json(one) for one in check.lines],
        "first": _difference_json(check.first),
        "agreed_on": agreed and agreed.isoformat(),
        "facts": [fact_json(one) for one in standing_facts(file.facts, account.id)],
        "limitation": limit
        and {
            "last": limit.last.isoformat(),
            "since": limit.since.isoformat(),
            "restart": limit.restart and limit.restart.how,
            "source": limit.source.name,
            "confidence": limit.source.confidence,
            "not_reckoned": ["suspension", "holidays"],
        },
        "findings": [finding_json(one, wording) for one in findings],
    }


def fact_json(fact: AccountFact) -> dict[str, Any]:
    """A fact as it is on record."""
    return {
        "id": fact.id,
        "kind": fact.kind,
        "on": fact.on.isoformat(),
        "amount": _text(fact.amount),
        "agreed": _text(fact.agreed),
        "party": fact.party,
        "proof": fact.proof,
        "withdraws": fact.withdraws,
    }


def _line_json(line: ClaimLine) -> dict[str, Any]:
    return {
        "on": line.on.isoformat(),
        "item": line.item,
        "claimed": line.claimed.text(),
        "least": line.least.text(),
        "most": _text(line.most),
        "beyond": _text(line.difference.beyond if line.difference else None),
    }


def _difference_json(one: Difference | None) -> dict[str, Any] | None:
    return None if one is None else {"on": one.on.isoformat(), "item": one.item, "beyond": one.beyond.text()}


def _text(amount: Money | None) -> str | None:
    return None if amount is None else amount.text()


def _amount(text: str, currency: str) -> Money | None:
    return Money.parse(text, currency) if text else None
