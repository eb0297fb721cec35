"""Gathers the sheet of questions to a bank: every account there for which something was gathered, compared as in the window."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from workstation.casework.case_file import CaseFile
from workstation.casework.claims.check import ClaimCheck, check_claim
from workstation.casework.claims.input import kept_sheet
from workstation.casework.claims.unknown import unknown_inputs
from workstation.documents.packet.gather import account_figures
from workstation.documents.papers.figures import ClaimedFigures, ClaimItemFigures, ClaimQuestionFigures
from workstation.documents.papers.gather.case_figures import head_figures
from workstation.errors import Finding
from workstation.policy.cited import cited
from workstation.wording import Wording

_OF_FACTS: Final = {
    "contract_over_cap": "contract_over_cap",
    "received_less": "received",
    "received_cost": "received_cost",
    "creditor_guarantor": "guarantor_paid",
    "creditor_assigned": "assigned",
}
"""What a finding on a fact has the bank asked, under ``paper.claim.ask``."""


def claim_figures(file: CaseFile, bank: str) -> ClaimQuestionFigures:
    """Raises `Refused` as `check_claim`; `paper_needs` asks before."""
    words = Wording(file.paper_language)
    accounts = [account for account in file.accounts_at(bank) if kept_sheet(file, account)]
    claimed = tuple(
        _claimed(check_claim(file, account), account_figures(file, account, words).label, words) for account in accounts
    )
    return ClaimQuestionFigures(head_figures(file, bank), claimed)


def _claimed(check: ClaimCheck, label: str, words: Wording) -> ClaimedFigures:
    items = tuple(
        ClaimItemFigures(
            words.day(line.on),
            words.text(f"claim_item.{line.item}"),
            line.claimed,
            line.least,
            line.most,
            line.difference.beyond if line.difference else None,
        )
        for line in check.lines
    )
    unknown = any(line.most is None for line in check.lines)
    return ClaimedFigures(label, items, first_text(check, words), tuple(_questions(check, words)), unknown)


def first_text(check: ClaimCheck, words: Wording) -> str:
    """Where claim and rebuilt debt part first, as a sentence; empty where they do not."""
    first = check.first
    if first is None or check.compared is None:
        return ""
    above = first.beyond.minor > 0
    bound = first.most if above and first.most is not None else first.least
    figures = {
        "day": words.day(first.on),
        "item": _item(first.item, words),
        "claimed": first.claimed.grouped(),
        "bound": bound.grouped(),
        "beyond": (first.beyond if above else -first.beyond).grouped(),
    }
    agreed = check.compared.agreed_on
    said = words.text(f"paper.claim.first_{'above' if above else 'below'}", figures)
    return said + (words.text("paper.claim.agreed", {"day": words.day(agreed)}) if agreed else "")


def _item(item: str, words: Wording) -> str:
    """The item inside a sentence."""
    text = words.text(f"claim_item.{item}")
    return text.lower() if words.language == "en" else text


def _questions(check: ClaimCheck, words: Wording) -> Iterator[str]:
    since = words.day(check.history.since)
    for one in check.compared.differences if check.compared else ():
        if one.beyond.minor > 0:  # what is claimed too low is no question of the debtor's
            yield words.text("paper.claim.ask.difference", {"day": words.day(one.on), "item": _item(one.item, words)})
            break
    for code in unknown_inputs(check.history):
        yield words.text(f"paper.claim.ask.{code}")
    for finding in check.findings:
        if finding.code in _OF_FACTS:
            yield words.text(f"paper.claim.ask.{_OF_FACTS[finding.code]}", _figures(finding, words.language))
    yield words.text("paper.claim.ask.ledger", {"day": since})
    yield words.text("paper.claim.ask.order")


def _figures(finding: Finding, language: str) -> dict[str, str]:
    return {**finding.figures, "source": cited(finding.figures.get("source", ""), language)}
