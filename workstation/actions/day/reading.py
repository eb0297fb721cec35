"""What there is to do today over every case that somebody has worked on, and which cases were worked on last."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from workstation.actions.backup.copying import history, is_kept_in_files, settings_of
from workstation.actions.case_files.reading import DECLARATIONS, EVERYTHING
from workstation.actions.desk import Desk
from workstation.actions.keep.reading import at_rest, cases_waking, files_of
from workstation.casework.backup import days_without
from workstation.casework.day.tasks import Task, task_order, tasks_of
from workstation.casework.printed import PrintedPacket
from workstation.conversation.complaint import Complaint
from workstation.conversation.contact import ContactEntry
from workstation.evidence.verification import EvidenceItem
from workstation.plan.version import PlanChoice
from workstation.policy.keeping_rules import keeping_calendar
from workstation.profile.case import Stage, StageChange
from workstation.promise.adoption import Adoption
from workstation.promise.bank_reply import BankReply
from workstation.promise.ending import AccountEnd
from workstation.promise.promise_entry import PromiseEntry

_WORKED = (
    ContactEntry, StageChange, EvidenceItem, PlanChoice, PrintedPacket, BankReply, Adoption, PromiseEntry, AccountEnd, Complaint,
)  # fmt: skip
"""A case that holds one of these is somebody's work; one that was only imported waits for its turn in the list of cases."""
_FIELDS: Final = EVERYTHING | {DECLARATIONS}
_RECENT = 8


@dataclass(frozen=True, slots=True)
class TaskLine:
    """A task with its case. ``days``: until its day, below zero once that has passed; None where no day runs."""

    case_id: str
    number: str
    name: str
    stage: Stage
    task: Task
    days: int | None


@dataclass(frozen=True, slots=True)
class RecentCase:
    """A case by its number and the name of its debtor."""

    case_id: str
    number: str
    name: str


@dataclass(frozen=True, slots=True)
class Day:
    """What there is to do. ``without_copy``: the days since the last good backup of a desk that should have one by now, -1 where
    none was ever made; None where nothing is due. ``recent``: the cases changed last, the latest first.
    """

    on: date
    lines: tuple[TaskLine, ...]
    recent: tuple[RecentCase, ...]
    without_copy: int | None = None


def day_of_work(desk: Desk, days: int | None = None) -> Day:
    """The day: everything late, and what is due within so many days after today (None: as the rules remind)."""
    rules = keeping_calendar()
    span = rules.remind_days.value if days is None else days
    found: list[TaskLine] = []
    resting = at_rest(desk)
    for file in files_of(desk, cases_waking(desk, resting, *_WORKED, near_limit=span), _FIELDS):
        for one in tasks_of(file, rules, span, supervises=desk.user.supervises):
            if file.case.id in resting and one.kind != "limitation":
                continue
            left = (one.on - file.today).days if one.on else None
            found.append(TaskLine(file.case.id, file.case.number, file.debtor.name, file.case.stage, one, left))
    found.sort(key=lambda line: (task_order(line.task), line.number))
    last = desk.store.case_lines(limit=_RECENT)
    recent = tuple(RecentCase(one.case_id, one.number, one.name) for one in last)
    return Day(desk.clock.today(), tuple(found), recent, _without_copy(desk))


def _without_copy(desk: Desk) -> int | None:
    if not is_kept_in_files(desk):
        return None
    since = days_without(history(desk), desk.clock.now())
    if since is None:
        return -1
    return since if since >= settings_of(desk).remind_days else None
