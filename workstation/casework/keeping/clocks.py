"""The days that run from events of an application, where the pack counts such: to apply, to begin talks, to sign."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from workstation.casework.case_file import CaseFile
from workstation.policy.filing import Clock, Start

NOT_REQUESTED = "not_requested"
"""The reason of a refusal that leaves the application as one that was never made."""
_LIST = "creditor_list"


@dataclass(frozen=True, slots=True)
class RunningClock:
    """A clock that runs from a day; it ends ``on``, the day of the event being day 0."""

    clock: Clock
    from_on: date
    on: date


def running_clocks(file: CaseFile) -> tuple[RunningClock, ...]:
    """The clocks whose event has happened and whose end still tells something, the first end first."""
    found = [
        RunningClock(clock, begun, begun + timedelta(days=clock.days))
        for clock in file.pack.filing.clocks
        if (begun := _begun(file, clock.starts)) is not None
    ]
    return tuple(sorted(found, key=lambda one: one.on))


def _begun(file: CaseFile, starts: Start) -> date | None:
    filed, returned = filed_on(file), returned_on(file)
    match starts:
        case "list_issued":
            return None if filed else _listed_on(file)
        case "filed":
            return filed if _granted_on(file) is None else None
        case "granted":
            return _granted_on(file)
        case "not_requested":
            return returned if filed is None else None


def _listed_on(file: CaseFile) -> date | None:
    """The day of the newest list of creditors."""
    return max((one.issued_on for one in file.live_items if one.requirement == _LIST and one.issued_on), default=None)


def filed_on(file: CaseFile) -> date | None:
    """When the application first left as a final packet, since it was sent back last."""
    returned = returned_on(file)
    days = [file.day_of(one.at) for one in file.packets if not one.draft and one.bank in file.addressees]
    return min((day for day in days if returned is None or day > returned), default=None)


def returned_on(file: CaseFile) -> date | None:
    """When the application was last sent back as one that was never made."""
    days = (file.day_of(one.replied_at) for one in file.replies if one.refusal == NOT_REQUESTED)
    return max(days, default=None)


def _granted_on(file: CaseFile) -> date | None:
    """When the creditors agreed to every plan that is chosen, until a schedule is adopted."""
    if file.adoptions or not file.chosen_plans:
        return None
    days = tuple(_grants(file))
    return max(days) if len(days) == len(file.chosen_plans) else None


def _grants(file: CaseFile) -> Iterator[date]:
    replied = {one.approval_id: one.replied_at for one in file.replies}
    for plan in file.chosen_plans:
        decision = file.decision(plan.id, "bank")
        if decision is not None and decision.decision == "granted":
            yield file.day_of(replied.get(decision.id, decision.at))


def too_early(file: CaseFile) -> RunningClock | None:
    """The clock that forbids to apply again yet; None where none does."""
    running = (one for one in running_clocks(file) if one.clock.starts == NOT_REQUESTED)
    return next((one for one in running if file.today < one.on), None)
