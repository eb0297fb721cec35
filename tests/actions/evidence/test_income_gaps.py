"""Months without income that a packet names: a month is a gap only when no statement of the case shows income in it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.builders import case_file
from tests.evidence.statements.samples import CLOTHES, Entry, entries, written
from workstation.actions.papers.packet.source import income_gaps
from workstation.casework.case_file import CaseFile

ROWS = entries()
SPENDING = tuple(one for one in ROWS if one.minor < 0)


def statement(rows: tuple[Entry, ...]) -> bytes:
    return written(CLOTHES["boc.debit"](rows)).encode()


def without_pay(*months: int) -> bytes:
    """Every row of the half year but the pay of these months."""
    return statement(tuple(one for one in ROWS if one.minor < 0 or one.at.month not in months))


def pay_of(*months: int) -> bytes:
    """The rows of these months alone."""
    return statement(tuple(one for one in ROWS if one.at.month in months))


def case_with(*files: bytes) -> tuple[CaseFile, dict[str, bytes]]:
    file = case_file()
    items = tuple(replace(file.items[0], id=f"s{no}", file_name=f"{no}.csv") for no, _ in enumerate(files))
    return replace(file, items=items), {f"s{no}": data for no, data in enumerate(files)}


@pytest.mark.parametrize(
    ("files", "gaps"),
    [
        ((without_pay(),), ()),
        ((without_pay(8),), ("2026-08",)),
        ((without_pay(8, 9),), ("2026-08", "2026-09")),
        ((without_pay(8, 9), pay_of(8)), ("2026-09",)),  # the pay of August went to the other account
        ((pay_of(8), without_pay(8, 9)), ("2026-09",)),  # in whatever order they were handed in
        ((without_pay(8), without_pay(9)), ()),  # each fills the other's gap
        ((without_pay(8), without_pay(8, 9)), ("2026-08",)),  # a gap of both stays one
        ((without_pay(8), b"no statement"), ("2026-08",)),
        ((), ()),
    ],
)
def test_a_gap_is_filled_by_another_statement(files, gaps):
    file, contents = case_with(*files)
    assert income_gaps(file, contents) == gaps


def test_only_what_goes_along_counts():
    file, contents = case_with(without_pay(8), pay_of(8))
    assert income_gaps(file, {"s0": contents["s0"]}) == ("2026-08",)
    withdrawn = replace(file, items=(file.items[0], replace(file.items[1], withdrawn=True)))
    assert income_gaps(withdrawn, contents) == ("2026-08",)
