"""The tasks of a case on a day: what is late, due, awaited or one step from done, each with the field where it is done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Literal

from workstation.casework import gates
from workstation.casework.case_file import CaseFile
from workstation.casework.contacts.desk import ContactDesk
from workstation.casework.keeping.accounts import KeptAccount, kept_account
from workstation.casework.keeping.coming import COMING_KINDS, Coming, ComingKind, coming_days
from workstation.casework.keeping.progress import AccountProgress, progress
from workstation.casework.keeping.review import review_of
from workstation.conversation.contact import valid_entries
from workstation.dates import add_days
from workstation.errors import Finding
from workstation.evidence.checklist import ChecklistLine
from workstation.field_ref import FieldRef
from workstation.money import Money
from workstation.policy.keeping_rules import KeepingCalendar
from workstation.policy.rules import Labels
from workstation.profile.account import Account
from workstation.profile.case import Stage

TaskKind = Literal[ComingKind, "broken", "missed", "complaint", "stale", "approval", "reply", "gate", "advance"]
TASK_KINDS: Final[tuple[TaskKind, ...]] = (
    "complaint", "broken", "missed", *COMING_KINDS, "stale", "approval", "reply", "gate", "advance",
)  # fmt: skip
"""In the order of their weight among those of one day; the words stand under ``task_kind.<kind>``."""

_PANELS: Final = {"instalment": "payments", "promise": "payments", "certificate": "ending"}


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do, at the field ``place``, empty for the case itself.

    ``on``: the day by which, or since when; None where nothing runs. ``amount``: of money that is due or missing.
    ``finding``: what says more; ``step``: the words of whoever noted it, or of a rule. ``no``: of an instalment.
    ``proof``: what is too old, by language; ``holds_up``: the banks whose packet waits for it.
    ``coming``: what comes due, where the task is that.
    """

    kind: TaskKind
    place: str
    on: date | None = None
    account: Account | None = None
    amount: Money | None = None
    finding: Finding | None = None
    step: str = ""
    no: int = 0
    proof: Labels | None = None
    holds_up: tuple[str, ...] = ()
    coming: Coming | None = None


def tasks_of(file: CaseFile, rules: KeepingCalendar, days: int, *, supervises: bool = False) -> tuple[Task, ...]:
    """What there is to do in a case up to ``days`` after today, the earliest day first and what has no day last.

    ``supervises``: whether grants that wait for a supervisor are a task of whoever asks.
    """
    stages = progress(file)
    found = [
        *(_coming(file, rules, one) for one in coming_days(file, rules, days)),
        *_broken(file),
        *_complaints(file),
        *_stale(file, stages, add_days(file.today, days)),
        *(_approvals(file, stages) if supervises else ()),
        *_replies(file, stages),
        *_gate(file),
    ]
    return tuple(sorted(found, key=task_order))


def task_order(task: Task) -> tuple[date, int]:
    """The order of tasks: by their day, then by their weight."""
    return task.on or date.max, TASK_KINDS.index(task.kind)


def _coming(file: CaseFile, rules: KeepingCalendar, one: Coming) -> Task:
    return Task(
        one.kind, _place(file, rules, one), one.on, one.account, one.amount, step=one.step, no=one.no, coming=one
    )


def _place(file: CaseFile, rules: KeepingCalendar, one: Coming) -> str:
    """The field where what comes due is done."""
    if one.kind == "contact":
        return FieldRef.CASE_CONTACTS
    if one.kind in ("offer", "again") and one.account is not None:
        return f"application.{one.account.bank}"
    if one.kind == "limitation" and one.account is not None:
        return f"claim.{one.account.id}"
    if one.account is not None:
        return f"keep.{one.account.id}.{_PANELS[one.kind]}"
    if one.kind == "review" and (review := review_of(file, rules)) is not None:
        return f"evidence.{review.missing[0].any_of[0].code}"
    return f"application.{next(iter(file.addressees), '')}"


def _broken(file: CaseFile) -> Iterator[Task]:
    """Promises and instalments whose day of grace has passed, until somebody has talked or decided about them."""
    entries = valid_entries(file.contacts)
    talked = max((file.day_of(one.at) for one in entries), default=date.min)
    for account in file.open_accounts:
        kept = kept_account(file, account)
        yield from _broken_promises(account, kept, talked)
        for row in kept.keeping.instalments:
            if row.state in ("missed", "part"):
                place = f"keep.{account.id}.instalments"
                yield Task("missed", place, row.due_on, account, row.missing, no=row.no)


def _broken_promises(account: Account, kept: KeptAccount, since: date) -> Iterator[Task]:
    for _, state in kept.promises:
        if state.state in ("broken", "partly_kept") and state.due_on >= since:
            yield Task("broken", f"keep.{account.id}.promises", state.due_on, account, state.missing)


def _complaints(file: CaseFile) -> Iterator[Task]:
    desk = ContactDesk(file)
    for status, finding in zip(
        (one for one in desk.complaints if one.state == "open"), desk.complaint_findings(), strict=True
    ):
        yield Task("complaint", f"complaint.{status.complaint.id}", status.answer_by, finding=finding)


def _stale(file: CaseFile, stages: tuple[AccountProgress, ...], until: date) -> Iterator[Task]:
    """Proofs that are too old, or will be, while a packet or its answer still hangs on them."""
    waiting = tuple(dict.fromkeys(one.account.bank for one in stages if one.current not in (None, "keeping")))
    if not waiting or file.case.stage < Stage.EVIDENCE:
        return
    for line in file.checklist:
        if line.stale_on is not None and line.stale_on <= until and line.state in ("stale", "received", "verified"):
            yield _old_proof(file, line, waiting)


def _old_proof(file: CaseFile, line: ChecklistLine, waiting: tuple[str, ...]) -> Task:
    return Task(
        "stale", f"evidence.{line.requirement.code}", line.stale_on, proof=line.requirement.title, holds_up=waiting
    )


def _approvals(file: CaseFile, stages: tuple[AccountProgress, ...]) -> Iterator[Task]:
    """Plans whose grant was asked of a supervisor."""
    for one in stages:
        plan = file.chosen(one.account.id)
        decision = file.decision(plan.id, "supervisor") if plan else None
        if one.end is None and plan is not None and decision is not None and decision.decision == "requested":
            yield Task("approval", f"approval.{one.account.id}", _since(file, decision.at), one.account)


def _replies(file: CaseFile, stages: tuple[AccountProgress, ...]) -> Iterator[Task]:
    """Banks that got a packet and have not answered, one task a bank."""
    told: set[str] = set()
    for one in stages:
        if one.end is None and one.current == "reply" and one.state("reply") == "waiting":
            bank = next((name for name in file.addressees if one.account in file.filed_with(name)), one.account.bank)
            sent = [packet.at for packet in file.packets if packet.bank == bank and not packet.draft]
            if bank not in told:
                told.add(bank)
                yield Task("reply", f"application.{bank}", _since(file, max(sent)) if sent else None, one.account)


def _since(file: CaseFile, at: datetime) -> date:
    """The day since when something waits: never after today, though it may already be tomorrow where the rules hold."""
    return min(file.day_of(at), file.today)


def _gate(file: CaseFile) -> Iterator[Task]:
    """The gate that one thing keeps closed, or that is open already; one that waits for a bank or for payments is neither."""
    stage = file.case.stage
    if stage >= Stage.APPLY or not file.open_accounts:
        return
    missing = gates.missing(file, stage)
    if not missing:
        yield Task("advance", "")
    elif len(missing) == 1:
        yield Task("gate", missing[0].subject, finding=missing[0])
