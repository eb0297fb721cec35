"""What comes due in the next days of a case: instalments, promises, the review, what was noted to do, answers of banks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

from workstation.casework.case_file import CaseFile
from workstation.casework.claims.limitation import limitation_of
from workstation.casework.keeping.accounts import kept_account
from workstation.casework.keeping.clocks import running_clocks
from workstation.casework.keeping.review import review_of
from workstation.conversation.contact import last_valid
from workstation.money import Money
from workstation.policy.filing import Clock
from workstation.policy.keeping_rules import KeepingCalendar
from workstation.profile.account import Account
from workstation.promise.ending import SETTLED

ComingKind = Literal[
    "instalment", "promise", "review", "contact", "offer", "again", "certificate", "clock", "limitation"
]
COMING_KINDS: Final[tuple[ComingKind, ...]] = (
    "instalment", "promise", "review", "contact", "offer", "again", "certificate", "clock", "limitation",
)  # fmt: skip
"""The words stand under ``coming_kind.<kind>``."""


@dataclass(frozen=True, slots=True)
class Coming:
    """One thing that comes due ``on``. ``account`` is None for the review of a case, ``amount`` where no money is due.

    ``no``: of an instalment; ``missing``: how many proofs a review still lacks; ``step``: what was noted to be done next, or the
    rule of a time limit. ``clock``: of an application, as the pack counts it.
    """

    kind: ComingKind
    on: date
    account: Account | None = None
    amount: Money | None = None
    no: int = 0
    missing: int = 0
    step: str = ""
    clock: Clock | None = None


def coming_days(file: CaseFile, rules: KeepingCalendar, days: int) -> tuple[Coming, ...]:
    """Everything of a case that is due up to ``days`` after today and not done, the first day first.

    An instalment or promise whose day has passed is still told during its days of grace; after them it is missed or broken. A next
    step is told until a later entry of the log, a day to ask again until another packet or reply: nothing else says that somebody
    did it. A certificate, whose coming nothing records, and a limit are told for the late days of the rules.
    """
    until, late = file.today + timedelta(days=days), file.today - timedelta(days=rules.late_days.value)
    found = [one for account in file.accounts for one in _of_account(file, account, late) if one.on <= until]
    review = review_of(file, rules)
    if review is not None and not review.done and review.invite_on <= until:
        found.append(Coming("review", review.on, missing=len(review.missing)))
    last = last_valid(file.contacts)
    if last is not None and last.next_on is not None and last.next_on <= until:
        found.append(Coming("contact", last.next_on, step=last.next_step))
    found += [Coming("clock", one.on, clock=one.clock) for one in running_clocks(file) if file.today <= one.on <= until]
    return tuple(sorted(found, key=lambda one: (one.on, COMING_KINDS.index(one.kind))))


def _of_account(file: CaseFile, account: Account, late: date) -> Iterator[Coming]:
    end = file.end(account.id)
    if end is not None:
        if end.how == SETTLED and end.chase_on is not None and end.chase_on >= late:
            yield Coming("certificate", end.chase_on, account)
        return
    kept = kept_account(file, account)
    for row in kept.keeping.instalments:
        if row.state == "due" and row.missing:
            yield Coming("instalment", row.due_on, account, row.missing, row.no)
    for _, state in kept.promises:
        if state.state in ("open", "moved") and state.missing:
            yield Coming("promise", state.due_on, account, state.missing)
    yield from _of_bank(file, account)
    limit = limitation_of(file, account) if account.owed else None
    if limit is not None and limit.last >= late:
        yield Coming("limitation", limit.last, account, step=limit.source.name)


def _of_bank(file: CaseFile, account: Account) -> Iterator[Coming]:
    """The last day of an answer before anything was adopted, and the day from which to ask again after a refusal."""
    reply = next((one for one in reversed(file.replies) if one.account_id == account.id), None)
    if reply is None or file.adoption(account.id) is not None:
        return
    if reply.valid_until is not None and reply.valid_until >= file.today:
        yield Coming("offer", reply.valid_until, account)
    if reply.again_on is not None and not _asked_since(file, account, reply.again_on):
        yield Coming("again", reply.again_on, account)


def _asked_since(file: CaseFile, account: Account, day: date) -> bool:
    """Whether a packet with the account went out on that day or later."""
    bank = next((name for name in file.addressees if account in file.filed_with(name)), account.bank)
    return any(one.bank == bank and not one.draft and file.day_of(one.at) >= day for one in file.packets)
