"""The amount really received against the contract, and a change of creditor: what each means for what may be claimed."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from workstation.casework.case_file import CaseFile
from workstation.errors import Finding, Refused
from workstation.money import HALF_UP, Money
from workstation.plan.rate.true_rate import Flow, true_rate
from workstation.profile.account import Account
from workstation.profile.account_fact import AccountFact, standing_facts
from workstation.rates import Rate, percent, rounded

_MONTHS: Final = 12
_YEAR: Final = 365
_PER_MONTH: Final = {"annual": Fraction(1, 12), "monthly": Fraction(1), "daily": Fraction(30)}


def received_findings(file: CaseFile, account: Account) -> tuple[Finding, ...]:
    """What follows from amounts received and changes of creditor, each with the rule of the pack that says so.

    ``contract_over_cap``, ``received_less``, ``received_cost`` (the yearly rate on what was received is above the cap),
    ``received_rate_unknown``, ``creditor_guarantor``, ``creditor_assigned``, ``proof_missing``.
    """
    found = [*_contract(file, account)]
    for fact in standing_facts(file.facts, account.id):
        if not fact.proof:
            kind = {"account_fact": fact.kind, "day": fact.on.isoformat(), "bank": account.bank}
            found.append(Finding("fact_proof_missing", f"account.{account.id}", kind))
        found += _of_fact(file, account, fact)
    return tuple(found)


def _contract(file: CaseFile, account: Account) -> Iterator[Finding]:
    """The rate of the contract against the cap of its kind of lender on the day of the loan; nothing where either is not known."""
    if account.rate is None or account.opened_on is None:
        return
    cap, yearly = file.pack.annual_cap(account.bank, account.opened_on), account.rate.per_day(_YEAR) * _YEAR
    if rounded(yearly) > cap.rate:
        figures = {"rate": percent(yearly), "limit": percent(cap.rate), "day": account.opened_on.isoformat()}
        source = {"source": cap.source.name, "dated": cap.source.dated, "bank": account.bank}
        yield Finding("contract_over_cap", f"account.{account.id}", {**figures, **source})


def _of_fact(file: CaseFile, account: Account, fact: AccountFact) -> Iterator[Finding]:
    rule = file.pack.claim_rules.get(fact.kind)
    if rule is None:
        return
    source = {"source": rule.name, "dated": rule.dated, "bank": account.bank}
    subject = f"account.{account.id}"
    if fact.kind == "received":
        yield from _received(file, account, fact, source)
    elif fact.kind == "guarantor_paid" and fact.amount is not None:
        figures = {"party": fact.party, "amount": fact.amount.grouped(), "day": fact.on.isoformat()}
        yield Finding("creditor_guarantor", subject, {**source, **figures})
    elif fact.kind == "assigned":
        yield Finding("creditor_assigned", subject, {**source, "party": fact.party, "day": fact.on.isoformat()})


def _received(file: CaseFile, account: Account, fact: AccountFact, source: dict[str, str]) -> Iterator[Finding]:
    subject, received, agreed = f"account.{account.id}", fact.amount, fact.agreed
    if received is None or agreed is None or agreed <= received:
        return
    figures = {"received": received.grouped(), "agreed": agreed.grouped(), "deducted": (agreed - received).grouped()}
    yield Finding("received_less", subject, {**source, **figures})
    if account.rate is None or not account.term:
        yield Finding("received_rate_unknown", subject, {"bank": account.bank})
        return
    cap = file.pack.annual_cap(account.bank, fact.on)
    cost = cost_on_received(agreed, received, account.rate, account.term)
    if cost is not None and rounded(cost) > cap.rate:
        by = {"source": cap.source.name, "dated": cap.source.dated}
        yield Finding("received_cost", subject, {**figures, **by, "rate": percent(cost), "limit": percent(cap.rate)})


def cost_on_received(agreed: Money, received: Money, rate: Rate, term: int) -> Fraction | None:
    """The simple yearly rate (IRR × 12) that ``term`` equal instalments of ``agreed`` at ``rate`` cost on what was received.

    None where no rate discounts the instalments to what was received.
    """
    payment = level_payment(agreed, rate, term)
    flows = [Flow(Fraction(received.minor), Fraction(0))]
    flows += [Flow(Fraction(-payment.minor), Fraction(month)) for month in range(1, term + 1)]
    try:
        return Fraction(true_rate(flows, Fraction(_MONTHS)).rate)
    except Refused:
        return None


def level_payment(agreed: Money, rate: Rate, term: int) -> Money:
    """The equal instalment of the contract, months taken as a twelfth of a year or 30 days."""
    month = Fraction(rate.value) * _PER_MONTH[rate.per]
    if not month:
        return Money(HALF_UP.whole(Fraction(agreed.minor, term)), agreed.currency)
    growth = (1 + month) ** term
    return Money(HALF_UP.whole(agreed.minor * month * growth / (growth - 1)), agreed.currency)
