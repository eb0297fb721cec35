"""Facts of a proof that are known already, offered where its fields are empty: nobody types a bank, an employer or a period twice.
An offer is taken by a person, never by itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from workstation.bank_names import names_of
from workstation.casework.case_file import CaseFile
from workstation.evidence.verification import EvidenceItem
from workstation.folding import folded
from workstation.policy.rules import Requirement
from workstation.profile.account import Account

OfferSource = Literal["account", "debtor", "employer", "name", "printed", "rows", "before"]


@dataclass(frozen=True, slots=True)
class Offer:
    """``key``: a field of `ItemFacts`; ``source``: where the value is known from. ``covers_to`` is the first day not covered."""

    key: str
    value: str | date
    source: OfferSource


@dataclass(frozen=True, slots=True)
class Period:
    """What a statement covers: from its first to the day after its last day; ``printed`` on it, else of its first and last row."""

    covers_from: date
    covers_to: date
    printed: bool


def offered_facts(
    file: CaseFile, requirement: Requirement, item: EvidenceItem, before: EvidenceItem | None, period: Period | None
) -> tuple[Offer, ...]:
    """Offers for the empty fields of a proof, one a field. ``before``: the proof whose facts were saved last."""
    found: dict[str, Offer] = {}
    for offer in _offers(file, requirement, item, before, period):
        if not getattr(item, offer.key):
            found.setdefault(offer.key, offer)
    return tuple(found.values())


def _offers(
    file: CaseFile, requirement: Requirement, item: EvidenceItem, before: EvidenceItem | None, period: Period | None
) -> Iterator[Offer]:
    named = _account_named(file, item) if requirement.per_account else None
    if named is not None:
        yield Offer("account_id", named.id, "name")
    if period is not None and requirement.covers_months:
        source: OfferSource = "printed" if period.printed else "rows"
        yield Offer("covers_from", period.covers_from, source)
        yield Offer("covers_to", period.covers_to, source)
    yield from _issuer(file, requirement, item, named)
    if before is not None and before.id != item.id and _may_issue(requirement, before.issuer):
        yield Offer("issuer", before.issuer, "before")
        if before.issued_on is not None:
            yield Offer("issued_on", before.issued_on, "before")


def _issuer(file: CaseFile, requirement: Requirement, item: EvidenceItem, named: Account | None) -> Iterator[Offer]:
    codes = [one.code for one in requirement.accepted]
    account = named or file.accounts_by_id.get(item.account_id)
    if account is None and len(file.banks) == 1:
        account = file.accounts[0]
    if requirement.per_account and account is not None and _may_issue(requirement, account.bank):
        yield Offer("issuer", account.bank, "account")
    if codes == ["debtor"]:
        yield Offer("issuer", requirement.accepted[0].text("zh-Hans"), "debtor")
    if "employer" in codes and _may_issue(requirement, file.debtor.employer):
        yield Offer("issuer", file.debtor.employer, "employer")


def _may_issue(requirement: Requirement, issuer: str) -> bool:
    """Whether a name is understood, and as one from whom this proof is accepted."""
    known = requirement.issuer(issuer) if issuer.strip() else None
    if known is None or known in requirement.refused:
        return False
    return not requirement.accepted or known in requirement.accepted


def _account_named(file: CaseFile, item: EvidenceItem) -> Account | None:
    """The one account whose bank stands in the name of the file, by its full or its usual name."""
    if len(file.accounts) < 2:
        return None
    name = folded(item.file_name).replace(" ", "")
    found = [one for one in file.accounts if any(word in name for word in names_of(one.bank) if word)]
    return found[0] if len(found) == 1 else None
