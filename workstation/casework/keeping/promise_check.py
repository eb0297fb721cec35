"""The check on the spot, before a promise is taken: what the household can pay by that day, and what else is due."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from workstation.casework.case_file import CaseFile
from workstation.casework.keeping.accounts import KeptAccount, kept_account
from workstation.dates import add_months
from workstation.errors import Finding
from workstation.field_ref import FieldRef
from workstation.money import Money
from workstation.profile.account import Account
from workstation.promise.wait_grant import agent_most, is_granted, tier_of_wait

REFUSING: Final = frozenset(
    {"promise_day_past", "amount_not_positive", "promises_enough", "promise_too_far", "promise_beyond_agent"}
)
"""What no person may take a promise in spite of: it cannot be one, the pack forbids it, or nobody has granted it yet."""

_MISSED: Final = frozenset({"part", "missed"})


@dataclass(frozen=True, slots=True)
class PromiseCheck:
    """The figures beside a promise. ``surplus`` is that of a month, ``committed`` what other accounts' instalments (those missed
    before it, too) and promises ask for in the month up to its day, ``left`` the difference; None where the budget is not
    known, or in another currency.

    ``pay_day``: the last pay day up to the day, None where it is not known. ``broken``: promises of this case that were not kept;
    ``waiting``: those that still wait on this account.
    """

    surplus: Money | None
    committed: Money | None
    left: Money | None
    pay_day: date | None
    owed: Money
    broken: int
    waiting: int
    findings: tuple[Finding, ...]

    @property
    def refusing(self) -> tuple[Finding, ...]:
        """Findings with which the promise is not taken."""
        return tuple(one for one in self.findings if one.code in REFUSING)


def check_promise(file: CaseFile, account: Account, amount: Money, on: date) -> PromiseCheck:
    """Judge a promise of ``amount`` for ``on`` by all that is known of the case today."""
    kept = {one.id: kept_account(file, one) for one in file.accounts}
    mine = kept[account.id]
    start = add_months(on, -1) + timedelta(days=1)
    surplus = file.budget.surplus if file.budget.currency == account.currency and file.budget.lines else None
    committed = left = None
    if surplus is not None:
        due = sum(_asked(one, account, start, on) for one in kept.values() if file.end(one.account.id) is None)
        committed = Money(due, account.currency)
        left = surplus - committed
    states = [state for one in kept.values() for _, state in one.promises]
    check = PromiseCheck(
        surplus,
        committed,
        left,
        last_pay_day(file.debtor.pay_day, on),
        mine.keeping.ledger.owed,
        sum(one.state in ("broken", "partly_kept") for one in states),
        sum(state.state in ("open", "moved") for _, state in mine.promises),
        (),
    )
    return replace(check, findings=tuple(_findings(file, account, check, amount, on)))


def last_pay_day(pay_day: int | None, on: date) -> date | None:
    """The last pay day on or before a day; a month shorter than the pay day pays on its last day."""
    if pay_day is None:
        return None
    here = add_months(on.replace(day=1), 0, pay_day)
    return here if here <= on else add_months(on.replace(day=1), -1, pay_day)


def _asked(kept: KeptAccount, promised: Account, start: date, on: date) -> int:
    """What an account asks for in a month, in minor units; one in another currency asks for nothing.

    What was missed earlier is still asked for. One payment serves the instalments of an account and keeps the promise on it,
    so that the larger of the two is asked for; the promise that is judged stands for the instalments of its own account.
    """
    if kept.account.currency != promised.currency:
        return 0
    rows = () if kept.account.id == promised.id else kept.keeping.instalments
    due = sum(
        one.missing.minor for one in rows if one.state in _MISSED or (one.state == "due" and start <= one.due_on <= on)
    )
    waiting = (
        state.missing.minor
        for _, state in kept.promises
        if state.state in ("open", "moved") and start <= state.due_on <= on
    )
    return max(due, sum(waiting))


def _findings(file: CaseFile, account: Account, check: PromiseCheck, amount: Money, on: date) -> Iterator[Finding]:
    if amount.minor <= 0:
        yield Finding("amount_not_positive", FieldRef.KEEP_AMOUNT, {"amount": amount.grouped()})
    if on < file.today:
        yield Finding("promise_day_past", FieldRef.KEEP_ON, {"day": on.isoformat()})
    yield from _beyond_limits(file, account, check, amount, on)
    if check.left is None:
        yield Finding("promise_budget_unknown", FieldRef.KEEP_AMOUNT)
    elif amount > check.left:
        figures = {"amount": amount.grouped(), "left": check.left.grouped()}
        yield Finding("promise_over_budget", FieldRef.KEEP_AMOUNT, figures)
    if amount > check.owed:
        yield Finding(
            "promise_over_owed", FieldRef.KEEP_AMOUNT, {"amount": amount.grouped(), "owed": check.owed.grouped()}
        )
    if check.pay_day is not None and check.pay_day < file.today <= on:
        coming = add_months(check.pay_day, 1, file.debtor.pay_day)
        yield Finding("promise_before_pay_day", FieldRef.KEEP_ON, {"day": coming.isoformat()})
    if check.broken:
        yield Finding("promises_broken_before", FieldRef.KEEP_ON, {"count": str(check.broken)})


def _beyond_limits(file: CaseFile, account: Account, check: PromiseCheck, amount: Money, on: date) -> Iterator[Finding]:
    """What the pack does not allow, or leaves to an authority that has not granted it."""
    limits, days = file.pack.limits, (on - file.today).days
    if limits.promise_wait_days is not None and days > limits.promise_wait_days:
        figures = {"days": str(days), "most": str(limits.promise_wait_days)}
        yield Finding("promise_too_far", FieldRef.KEEP_ON, figures)
    tier = tier_of_wait(file.pack, file.today, on)
    if tier != "agent" and not is_granted(file.promise_approvals, account.id, on, amount, tier):
        figures = {"days": str(days), "most": agent_most(file.pack), "authority": tier}
        yield Finding("promise_beyond_agent", FieldRef.KEEP_ON, figures)
    if limits.promises_most is not None and check.waiting >= limits.promises_most:
        yield Finding(
            "promises_enough", FieldRef.KEEP_ON, {"count": str(check.waiting), "most": str(limits.promises_most)}
        )
