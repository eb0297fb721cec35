"""Reading many cases at length: beside the window, over a connection of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from copy import copy
from functools import partial
from typing import Any, TypeVar

from workstation.actions.cases import load_case
from workstation.actions.desk import Desk
from workstation.casework.case_file import CaseFile
from workstation.store.inspection import Inspection

T = TypeVar("T")


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


def cases_with(desk: Desk, *kinds: type[Any]) -> tuple[str, ...]:
    """The ids of the cases that hold any record of these kinds, each once."""
    return tuple(dict.fromkeys(case_id for kind in kinds for (case_id,) in desk.store.texts(kind, "case_id")))


def files_of(desk: Desk, case_ids: Iterable[str]) -> Iterator[CaseFile]:
    """The cases one after the other, each seen at one moment."""
    return (load_case(desk, case_id) for case_id in case_ids)
