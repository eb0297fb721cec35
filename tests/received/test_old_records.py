"""Days that count from 1904, and formulas of an XLS that nobody computed: the same number is another day, no result is no zero."""

from __future__ import annotations

import io
import struct
from datetime import date, datetime

import openpyxl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from workstation.received.tables import read_table
from workstation.received.tables.old_records import OldRecords, old_records

EMPTY, HALF = b"\x03" + bytes(5) + b"\xff\xff", struct.pack("<d", 0.5)


def record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def workbook(results: list[bytes], since_1904: bool = False) -> bytes:
    """The records of a workbook with one sheet of formulas, below each other in the third column."""
    begin = record(0x809, struct.pack("<HH12x", 0x600, 5)) + record(0x22, struct.pack("<H", since_1904))
    name = "流水"
    length = len(begin) + 4 + 8 + 2 * len(name) + 4
    sheet = record(0x85, struct.pack("<IHBB", length, 0, len(name), 1) + name.encode("utf-16-le"))
    formulas = [record(0x06, struct.pack("<HHH", row, 2, 0) + one + bytes(8)) for row, one in enumerate(results)]
    return (
        b"junk" + begin + sheet + record(0x0A, b"") + record(0x809, bytes(16)) + b"".join(formulas) + record(0x0A, b"")
    )


@pytest.mark.parametrize(
    ("results", "uncomputed"),
    [
        ([], {"流水": ()}),
        ([EMPTY, EMPTY], {"流水": ((0, 2), (1, 2))}),
        ([EMPTY, HALF], {}),  # whoever computed the one has computed the other
    ],
)
def test_formulas_without_any_result_are_not_computed(results, uncomputed) -> None:
    assert old_records(workbook(results)) == OldRecords(False, uncomputed)


def test_what_holds_no_workbook_says_nothing() -> None:
    assert old_records(b"no workbook" * 40) == OldRecords()
    assert old_records(workbook([EMPTY])[:60]) != OldRecords(True)


def test_the_count_of_days_is_read_from_its_record() -> None:
    assert [old_records(workbook([HALF], since)).since_1904 for since in (False, True)] == [False, True]


@pytest.mark.parametrize(("since_1904", "serial"), [(True, 44_621), (False, 46_083)])
def test_bare_days_are_read_by_the_count_of_their_workbook(since_1904, serial) -> None:
    book = openpyxl.Workbook()
    if since_1904:
        book.epoch = CALENDAR_MAC_1904
    sheet = book.active
    sheet.append(["交易日期", "记账时间", "金额", "逾期天数", "账单日期金额"])
    sheet.append([date(2026, 3, 2), serial + 0.5, serial, serial, serial])
    file = io.BytesIO()
    book.save(file)
    row = read_table(file.getvalue(), "list.xlsx").rows[1]
    noon = datetime(2026, 3, 2, 12).isoformat(" ") if since_1904 else f"{serial}.5"
    assert row == ("2026-03-02", noon, f"{serial}", f"{serial}", f"{serial}")
