"""Each account of a case as it is kept today: the domain's judgement (`promise.account_keeping`) over what the case holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from typing import Final, NamedTuple

from workstation.casework.case_file import CaseFile, sums_by_currency
from workstation.errors import Finding
from workstation.money import Money
from workstation.plan.debt.balances import Balances
from workstation.plan.schedule.calculate import Schedule
from workstation.plan.version import PlanVersion
from workstation.profile.account import Account
from workstation.promise.account_keeping import (
    AccountKeeping,
    Adopted,
    KeepingRules,
    Opening,
    account_keeping,
    charges_of,
    relief_of,
)
from workstation.promise.adoption import Adoption
from workstation.promise.bank_reply import BankReply
from workstation.promise.ending import OWED_NO_MORE
from workstation.promise.instalments import Lenience, planned
from workstation.promise.ledger import Charge, Ledger, Relief, ledger, opened
from workstation.promise.payment import Payment, double_findings
from workstation.promise.promise import PromiseState
from workstation.promise.promise_entry import PromiseEntry, promise_of
from workstation.promise.stated_balance import Reconciled, reconcile


@dataclass(frozen=True, slots=True)
class KeptAccount:
    """An account with what is kept for it; ``adoption``, ``plan`` and ``schedule`` are None before a schedule was adopted."""

    account: Account
    keeping: AccountKeeping
    adoption: Adoption | None
    plan: PlanVersion | None
    schedule: Schedule | None
    promises: tuple[tuple[PromiseEntry, PromiseState], ...]
    reconciled: tuple[Reconciled, ...]
    findings: tuple[Finding, ...]


class Reckoned(NamedTuple):
    """What is kept for an account, without what is said of it; ``payments``: every entry of it, reversing ones too."""

    keeping: AccountKeeping
    adoption: Adoption | None
    plan: PlanVersion | None
    schedule: Schedule | None
    promises: tuple[tuple[PromiseEntry, PromiseState], ...]
    payments: tuple[Payment, ...]


RECKONS: Final = frozenset({"accounts", "adoptions", "plans", "payments", "treatments", "promises", "promise_changes"})
"""The fields of a case file that `reckoned` looks at."""


def keeping_rules(file: CaseFile, account: Account) -> KeepingRules:
    """Order, days of grace and tolerance of the case's pack; a tolerance that it does not know in this currency is none."""
    limits = file.pack.limits
    short = (limits.promise_tolerance or 0) if account.currency == file.pack.currency else 0
    return KeepingRules(
        file.pack.allocation, Lenience(limits.grace_days, short), Lenience(limits.promise_grace_days, short)
    )


def kept_accounts(file: CaseFile) -> tuple[KeptAccount, ...]:
    """Every account of the case, in order."""
    return tuple(kept_account(file, account) for account in file.accounts)


def kept_account(file: CaseFile, account: Account, today: date | None = None) -> KeptAccount:
    """One account of a case, today or on another day; what is asked of today is worked out once."""
    if today is None and file.accounts_by_id.get(account.id) is account:
        found: KeptAccount = file.worked_out("kept", account.id, lambda: _kept(file, account, file.today))
        return found
    return _kept(file, account, today or file.today)


def _kept(file: CaseFile, account: Account, day: date) -> KeptAccount:
    one = reckoned(file, account, day)
    reconciled = tuple(_reconciled(file, account, day))
    return KeptAccount(
        account,
        one.keeping,
        one.adoption,
        one.plan,
        one.schedule,
        one.promises,
        reconciled,
        tuple(_findings(file, account, one.keeping, one.payments, reconciled)),
    )


def reckoned(file: CaseFile, account: Account, day: date) -> Reckoned:
    """One account of a case on a day, by the fields `RECKONS` of the case; what day it is today plays no part."""
    adoption = file.adoption(account.id)
    plan = file.plan(adoption.plan_id) if adoption else None
    rows = file.schedule_of(plan) if plan else None
    entries = [one for one in file.promises if one.account_id == account.id]
    payments = payments_of(file, account)
    if adoption is None and not entries and not payments:  # most accounts of a large desk
        return Reckoned(AccountKeeping(day, opened(Balances.of(account))), None, None, None, (), ())
    keeping = account_keeping(
        Opening(Balances.of(account), account.due_on),
        payments,
        keeping_rules(file, account),
        day,
        _adopted(file, adoption, plan, rows),
        [promise_of(one, file.promise_changes, file.day_of) for one in entries],
    )
    return Reckoned(keeping, adoption, plan, rows, tuple(zip(entries, keeping.promises, strict=True)), payments)


def payments_of(file: CaseFile, account: Account) -> tuple[Payment, ...]:
    """Every entry of an account, reversing ones too."""
    return tuple(one for one in file.payments if one.account_id == account.id)


def balances_on(file: CaseFile, account: Account, day: date) -> Ledger:
    """What was owed on a day, by all that is known now."""
    adoption = file.adoption(account.id)
    plan = file.plan(adoption.plan_id) if adoption else None
    charges, reliefs = _agreed(file, adoption, file.schedule_of(plan)) if adoption and plan else ((), ())
    opening, order = Balances.of(account), file.pack.allocation
    return ledger(opening, account.due_on, payments_of(file, account), order, day, charges, reliefs)


def owed_today(file: CaseFile, account: Account) -> Account:
    """The account with what is owed on it today, which a new plan is about; itself while nothing was paid or adopted.

    What an adopted schedule has charged is in it, so that it stands as of today and no day bears interest a second time. Of what
    is settled or was entered twice nothing is owed, whatever was stated.
    """
    end = file.end(account.id)
    if end is not None and end.how in OWED_NO_MORE:
        none = Money.zero(account.currency)
        return replace(account, principal=none, interest=none, penalty=none, fees=none, as_of=end.on)
    adopted = file.adoption(account.id) is not None
    if not adopted and not any(one.account_id == account.id for one in file.payments):
        return account
    owed = balances_on(file, account, file.today).balances
    as_of = file.today if adopted else account.as_of
    return replace(
        account, principal=owed.principal, interest=owed.interest, penalty=owed.penalty, fees=owed.fees, as_of=as_of
    )


def owed_now(file: CaseFile) -> tuple[Money, ...]:
    """What is owed today on the accounts that are neither settled nor closed, one sum a currency."""
    return sums_by_currency(owed_today(file, one).owed for one in file.open_accounts)


def is_kept(file: CaseFile, plan: PlanVersion) -> bool:
    """Whether a plan is the adopted one of its account; it stays right while it is paid."""
    adoption = file.adoption(plan.account_id)
    return adoption is not None and adoption.plan_id == plan.id


def _adopted(
    file: CaseFile, adoption: Adoption | None, plan: PlanVersion | None, rows: Schedule | None
) -> Adopted | None:
    if adoption is None or plan is None or rows is None:
        return None
    treatments = [one for one in file.treatments if one.adoption_id == adoption.id]
    charges, reliefs = _agreed(file, adoption, rows)
    contained = frozenset(_contained(file, plan))
    since = _serves_from(file, adoption, plan)
    return Adopted(planned(rows, adoption.on, treatments), charges, since, reliefs, contained)


def _serves_from(file: CaseFile, adoption: Adoption, plan: PlanVersion) -> date:
    """The day from which payments serve an adopted plan: the balance that it is about contains none that came after it was
    reckoned, however long the bank took to answer.
    """
    return min(adoption.on, file.day_of(_reckoned_at(file, plan)))


def _reckoned_at(file: CaseFile, plan: PlanVersion) -> datetime:
    """When the balance was reckoned that a plan is about; a version made of an earlier one by a bank's own terms has that of it."""
    same = (one for one in file.plans if one.account_id == plan.account_id)
    return min(one.at for one in same if one.terms.components == plan.terms.components)


def _contained(file: CaseFile, plan: PlanVersion) -> Iterator[str]:
    """Payments that were on record when the balance of a plan was reckoned."""
    reckoned_at = _reckoned_at(file, plan)
    return (one.id for one in file.payments if one.account_id == plan.account_id and one.at < reckoned_at)


def _agreed(file: CaseFile, last: Adoption, rows: Schedule) -> tuple[tuple[Charge, ...], tuple[Relief, ...]]:
    """What the schedule ``rows`` that is kept now, and those kept before it, charge and waive.

    Each charges up to where the next one reckons interest itself: that stays owed. An adoption that was entered again to correct
    its day leaves nothing of the one before: both reckon from the same day.
    """
    charges: list[Charge] = []
    reliefs: list[tuple[str, Relief]] = []
    for one in file.adoptions:
        plan = file.plan(one.plan_id) if one.account_id == last.account_id else None
        if plan is None:
            continue
        kept = rows if one is last else file.schedule_of(plan)
        until = min(plan.terms.interest_from, one.on)
        charges = [charge for charge in charges if charge.on <= until]
        since = _serves_from(file, one, plan)
        charges += charges_of(kept, since)
        while reliefs and (reliefs[-1][0] == plan.id or reliefs[-1][1].on >= since):
            reliefs.pop()
        reliefs.append((plan.id, relief_of(kept, since)))
    return tuple(charges), tuple(relief for _, relief in reliefs)


def _reconciled(file: CaseFile, account: Account, day: date) -> Iterator[Reconciled]:
    """Oldest first. What was stated of a day before that of the opening balance cannot be compared with it."""
    opened = account.as_of or date.min
    for stated in sorted(file.bank_balances, key=lambda one: (one.on, one.at)):
        if stated.account_id == account.id and opened <= stated.on <= day:
            yield reconcile(stated, balances_on(file, account, stated.on))


def _findings(
    file: CaseFile,
    account: Account,
    keeping: AccountKeeping,
    payments: tuple[Payment, ...],
    reconciled: tuple[Reconciled, ...],
) -> Iterator[Finding]:
    told = partial(Finding, subject=f"keep.{account.id}")
    name = {"bank": account.bank, "tail": account.tail}
    if keeping.ledger.credit:
        over = Money(keeping.ledger.credit, account.currency)
        yield told("payment_over", figures={**name, "amount": over.grouped()})
    yield from double_findings(payments)
    for one in keeping.before_plan:
        figures = {**name, "day": one.on.isoformat(), "amount": one.amount.grouped()}
        yield Finding("payment_before_plan", f"payment.{one.id}", figures)
    yield from _taken_back(file, account, payments)
    running = file.end(account.id) is None
    for no in keeping.unpaid if running else ():
        figures = {**name, "row": str(no.no), "day": no.due_on.isoformat(), "amount": no.missing.grouped()}
        yield told("instalment_missed" if no.state == "missed" else "instalment_part", figures=figures)
    if reconciled:
        yield from reconciled[-1].findings
    if running:
        yield from offer_findings(file, account)


def _taken_back(file: CaseFile, account: Account, payments: tuple[Payment, ...]) -> Iterator[Finding]:
    """Payments that a balance contains and that were taken back after it was stated, or reckoned for the adopted plan."""
    backs = {one.reverses: one for one in payments if one.reverses}
    adoption = file.adoption(account.id)
    plan = file.plan(adoption.plan_id) if adoption else None
    reckoned_at = _reckoned_at(file, plan) if plan else None
    for one in payments:
        if (back := backs.get(one.id)) is None:
            continue
        figures = {"bank": account.bank, "tail": account.tail, "day": one.on.isoformat(), "back": back.on.isoformat()}
        figures["amount"] = one.amount.grouped()
        if one.in_balance:
            if account.as_of is not None and back.on > account.as_of:
                yield Finding("payment_back_in_balance", f"payment.{one.id}", figures)
        elif reckoned_at is not None and one.at < reckoned_at <= back.at:
            yield Finding("payment_back_in_plan", f"payment.{one.id}", figures)


def offer_findings(file: CaseFile, account: Account) -> Iterator[Finding]:
    """An offer or grant that stands and whose last day is past before anything was adopted."""
    reply = standing_answer(file, account)
    if file.adoption(account.id) is None and reply and reply.valid_until and reply.valid_until < file.today:
        figures = {"bank": account.bank, "tail": account.tail, "day": reply.valid_until.isoformat()}
        yield Finding("offer_expired", f"keep.{account.id}", figures)


def standing_answer(file: CaseFile, account: Account) -> BankReply | None:
    """What the bank answered last about an account, in place of earlier answers; of one moment, what was written later."""
    mine = [one for one in file.replies if one.account_id == account.id]
    return max(enumerate(mine), key=lambda one: (one[1].replied_at, one[0]))[1] if mine else None
