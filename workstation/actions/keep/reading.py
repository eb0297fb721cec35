"""Reading many cases at length: beside the window, over a connection of its own."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from copy import copy
from datetime import datetime
from functools import partial
from itertools import islice
from typing import Any, Final, TypeVar

from workstation.actions.case_files.reading import read_part
from workstation.actions.desk import Desk
from workstation.casework.case_file import CaseFile
from workstation.dates import add_days, add_months
from workstation.profile.account import Account
from workstation.profile.case import Case
from workstation.profile.filing import ArchiveChange
from workstation.store.inspection import Inspection
from workstation.store.listing.wanted import CaseFilter

T = TypeVar("T")
_MONTHS: Final = 12
_BLOCK: Final = 200
"""Cases that are read, and held, at a time."""


def read_aside(desk: Desk, work: Callable[[Desk], T]) -> Callable[[], T]:
    """What does ``work`` on any thread, with the desk as it reads over a connection of its own; nothing may be written by it."""
    return partial(_aside, desk, work)


def _aside(desk: Desk, work: Callable[[Desk], T]) -> T:
    with _beside(desk) as other:
        return work(other)


@contextmanager
def _beside(desk: Desk) -> Iterator[Desk]:
    """The same desk, person and rules over a second connection; one in memory is read itself."""
    inspection = Inspection(desk.store)
    other = copy(desk)
    other.store = inspection.store
    try:
        yield other
    finally:
        inspection.close()


def cases_with(desk: Desk, *kinds: type[Any], near_limit: int | None = None) -> Iterator[str]:
    """The ids of the cases that hold any record of these kinds, each once. They come as they are read, so that a desk of any size
    is gone through in the same memory.

    ``near_limit``: those, too, with an account so long overdue that a time limit may end within so many days.
    """
    yield from desk.store.cases_holding(kinds)
    years = min((pack.limitation.years for pack in desk.packs.values() if pack.limitation), default=0)
    if near_limit is not None and years:
        until = add_days(add_months(desk.clock.today(), -_MONTHS * years), near_limit).isoformat()
        for case_id in desk.store.cases_until(Account, "due_on", until):
            if not (kinds and desk.store.holds_any(case_id, kinds)):
                yield case_id


def cases_without(desk: Desk, kind: type[Any]) -> Iterator[str]:
    """The ids of the cases that hold no record of a kind, as `cases_with`."""
    holding = desk.store.cases_holding((kind,))
    following = next(holding, None)
    for case_id in desk.store.cases_holding((Case,)):
        while following is not None and following < case_id:
            following = next(holding, None)
        if case_id != following:
            yield case_id


def at_rest(desk: Desk) -> frozenset[str]:
    """The cases that were put away and not touched since: nothing was due of them then but the end of a time limit."""
    if next(desk.store.cases_holding((ArchiveChange,)), None) is None:
        return frozenset()
    lines = desk.store.case_list(only=CaseFilter(archived=True)).each()
    found = list[str]()
    while some := tuple(islice(lines, _BLOCK)):
        latest = desk.store.latest(ArchiveChange, "at", [line.case_id for line in some])
        filed = {case_id: datetime.fromisoformat(at) for case_id, at in latest}
        found += (line.case_id for line in some if line.updated_at <= filed.get(line.case_id, line.updated_at))
    return frozenset(found)


def cases_waking(desk: Desk, resting: frozenset[str], *kinds: type[Any], near_limit: int) -> Iterator[str]:
    """As `cases_with`; of those at rest only the ones of which a time limit may end."""
    yield from (one for one in cases_with(desk, *kinds, near_limit=near_limit) if one not in resting)
    if resting:
        yield from (one for one in cases_with(desk, near_limit=near_limit) if one in resting)


def files_of(desk: Desk, case_ids: Iterable[str], fields: Collection[str]) -> Iterator[CaseFile]:
    """The cases one after the other with these fields, some hundred read at a time and each seen at one moment; asking a file for
    another field raises `NotRead`. Raises `Refused` (not_found).
    """
    coming = iter(case_ids)
    while block := tuple(islice(coming, _BLOCK)):
        with desk.store.reading():
            files = read_part(desk, block, fields)
        yield from files
