"""The last day of the time limit of a debt (诉讼时效), by the pack's rule and what on record began it anew: advice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from workstation.casework.case_file import CaseFile
from workstation.dates import add_months
from workstation.errors import Finding
from workstation.policy.limitation import Limitation
from workstation.policy.rules import Source
from workstation.profile.account import Account
from workstation.profile.account_fact import standing_facts
from workstation.promise.payment import standing

_MONTHS: Final = 12
NEAR_DAYS: Final = 180
"""From how many days before it the last day is told as near."""


@dataclass(frozen=True, slots=True)
class Restart:
    """What began the limit anew on a day; ``how``: the word of the record, under ``limitation_restart.<how>``."""

    on: date
    kind: str
    how: str


@dataclass(frozen=True, slots=True)
class LimitationDay:
    """``last``: the last day on which the claim may still be enforced, counted from ``since``.

    ``restart``: what began it last, None where the missed due day did. ``late``: acknowledged only after an earlier last day had
    passed.
    """

    last: date
    since: date
    source: Source
    restart: Restart | None
    late: bool


def limitation_of(file: CaseFile, account: Account) -> LimitationDay | None:
    """The time limit of an account; None where the pack has no rule or nobody knows the missed due day."""
    rule, due = file.pack.limitation, account.due_on
    if rule is None or due is None or account.due_unclear:
        return None
    since, restart, late = _begin(account, due), None, False
    for one in restarts_of(file, account):
        if one.on <= since:
            continue
        if one.on > last_day(since, rule):
            if one.kind != "acknowledged" or rule.renewed is None:
                continue  # a demand after the last day begins nothing
            late = True
        since, restart = one.on, one
    source = rule.source if restart is None else rule.restarts[restart.kind]
    return LimitationDay(last_day(since, rule), since, source, restart, late)


def last_day(since: date, rule: Limitation) -> date:
    """The day itself does not count; the period ends on the same day of its last year, or on the month's last."""
    return add_months(since, _MONTHS * rule.years)


def restarts_of(file: CaseFile, account: Account) -> tuple[Restart, ...]:
    """Everything on record that the pack counts as beginning the limit anew, by its day."""
    rule = file.pack.limitation
    known = rule.restarts if rule else {}
    return tuple(sorted((one for one in _restarts(file, account) if one.kind in known), key=lambda one: one.on))


def limitation_findings(file: CaseFile, account: Account) -> tuple[Finding, ...]:
    """``limitation_unknown``, ``limitation_passed`` or ``limitation_near``; nothing while the last day is far."""
    subject, named = f"account.{account.id}", {"bank": account.bank, "tail": account.tail}
    if file.pack.limitation is None:
        return (Finding("limitation_unknown", subject, named),)
    found = limitation_of(file, account)
    if found is None:
        return ()
    figures = {**named, "day": found.last.isoformat(), "source": found.source.name, "dated": found.source.dated}
    if found.last < file.today:
        return (Finding("limitation_passed", subject, figures),)
    left = (found.last - file.today).days
    return (Finding("limitation_near", subject, {**figures, "days": str(left)}),) if left <= NEAR_DAYS else ()


def _begin(account: Account, due: date) -> date:
    """A debt to be paid in instalments counts from the last of them (Art. 189); otherwise from the missed due day."""
    if account.product == "credit_card" or account.opened_on is None or not account.term:
        return due
    return max(due, add_months(account.opened_on, account.term, account.due_day))


def _restarts(file: CaseFile, account: Account) -> Iterator[Restart]:
    for fact in standing_facts(file.facts, account.id):
        yield Restart(fact.on, fact.kind, fact.kind)
    for payment in standing([one for one in file.payments if one.account_id == account.id]):
        yield Restart(payment.on, "acknowledged", "payment")
    for promise in file.promises:
        if promise.account_id == account.id and promise.who == "debtor":
            yield Restart(file.day_of(promise.at), "acknowledged", "promise")
    for adoption in file.adoptions:
        if adoption.account_id == account.id:
            yield Restart(adoption.on, "acknowledged", "adoption")
    for oral in file.oral_agreements:
        if oral.account_id == account.id:
            yield Restart(file.day_of(oral.agreed_at), "acknowledged", "oral_agreement")
