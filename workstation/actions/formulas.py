"""Formulas without a stored result: computed by the LibreOffice of this machine, only where a person asks for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeVar

from workstation.errors import Finding, Refused
from workstation.received.office import computed, office_program

NOT_COMPUTED: Final = "table_not_computed"
"""The code by which readers refuse a workbook whose results lack."""

T = TypeVar("T")


def can_compute() -> bool:
    """Whether this machine has a program that computes workbooks."""
    return office_program() is not None


def computed_copy(data: bytes, name: str, waiting: Callable[[], None] | None = None) -> bytes:
    """The workbook with its formulas computed; takes seconds, on any thread. Raises `Refused`: office_missing, office_failed."""
    program = office_program()
    if program is None:
        raise Refused(Finding("office_missing", name, {"name": name}))
    return computed(data, name, program, waiting)


def read_computed(compute: bool, data: bytes, name: str, read: Callable[[bytes], T]) -> T:
    """What ``read(b"")`` answers; where results lack and a person wants them (``compute``), what it answers of the computed copy.

    ``read`` is given the computed workbook, or nothing. Raises `Refused` as it does, and as `computed_copy`.
    """
    try:
        return read(b"")
    except Refused as refusal:
        if not compute or all(finding.code != NOT_COMPUTED for finding in refusal.findings):
            raise
    return read(computed_copy(data, name))
