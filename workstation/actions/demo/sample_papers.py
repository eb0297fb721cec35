"""The papers for which the sample case is not yet ripe, shown on what it could become; nothing of it is stored."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from typing import Final

from workstation.actions.papers.single_papers import WRITERS
from workstation.casework.case_file import CaseFile
from workstation.casework.claims.input import proposed
from workstation.casework.paper_kinds import paper_kind, paper_state
from workstation.casework.paper_needs import PaperRequest
from workstation.errors import refuse_if
from workstation.money import Money
from workstation.plan.rebuilt.claim_sheet import ClaimSheet
from workstation.plan.version import PlanVersion
from workstation.promise.authority import Approval
from workstation.promise.payment import Payment
from workstation.rates import Rate

_BANK_ASKS: Final = Rate(Decimal("0.12"))
_BANK_INSTALMENTS: Final = 36
_PAID: Final = 100_000


def shown_papers(file: CaseFile, bank: str, at: datetime) -> Iterator[tuple[str, bytes]]:
    """Kind and PDF: authority and answer at a debtor-side desk, reply to a counter-offer, receipt, questions, certificate."""
    adviser = replace(file, settings=replace(file.settings, role="debtor_adviser"))
    shown = {
        "authorisation": adviser,
        "answer": adviser,
        "counter-reply": _countered(file, bank, at),
        "receipt": _paid(file, bank, at),
        "claim-questions": _gathered(file, bank, at),
        "settlement-certificate": _settled(file, bank),
    }
    for name, become in shown.items():
        kind, asked = paper_kind(name), PaperRequest(bank)
        if kind is not None:
            refuse_if(paper_state(become, kind, asked).findings)
            yield name, WRITERS[name](become, asked).pdf


def _countered(file: CaseFile, bank: str, at: datetime) -> CaseFile:
    """The bank answers with fewer instalments, at a rate; the debtor stays with what was applied for."""
    account = file.filed_with(bank)[0]
    ours = next(plan for plan in file.chosen_plans if plan.account_id == account.id)
    asked = replace(ours.terms, method="equal_instalment", instalments=_BANK_INSTALMENTS, rate=_BANK_ASKS)
    theirs = PlanVersion("shown", ours.case_id, account.id, ours.version + 1, asked, at, file.settings.agent)
    reply = Approval("shown", ours.id, ours.case_id, "bank", "countered", bank, at, "", theirs.id)
    return replace(file, plans=(*file.plans, theirs), approvals=(*file.approvals, reply))


def _paid(file: CaseFile, bank: str, at: datetime) -> CaseFile:
    """A first payment has come."""
    account = file.filed_with(bank)[0]
    paid = Payment("shown", file.case.id, account.id, file.today, Money(_PAID, account.currency), at, "")
    return replace(file, payments=(*file.payments, replace(paid, currency=account.currency)))


def _gathered(file: CaseFile, bank: str, at: datetime) -> CaseFile:
    """The card is reckoned anew from the missed due day; what the bank does not tell of its penalty stays unknown."""
    account = file.accounts_at(bank)[0]
    since = (account.due_on or file.today).isoformat()
    asked = proposed(file, replace(account, opened_on=account.due_on or file.today))
    asked |= {"since": since, "opening": {"principal": account.principal.text()}}
    sheet = ClaimSheet(account.id, file.case.id, json.dumps(asked), at, file.settings.agent)
    return replace(file, claim_sheets=(sheet,))


def _settled(file: CaseFile, bank: str) -> CaseFile:
    none = Money.zero(file.filed_with(bank)[0].currency)
    paid = (
        replace(one, principal=none, interest=none, penalty=none, fees=none) if one.bank == bank else one
        for one in file.accounts
    )
    return replace(file, accounts=tuple(paid))
