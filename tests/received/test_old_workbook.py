"""Workbooks of Excel 5.0 and 95 whose code page the reader drops are refused with a way out; others are read."""

from __future__ import annotations

import struct

import pytest

from workstation.errors import Refused
from workstation.received.tables import read_table

_FREE, _END, _TABLE, _NONE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF


def record(number: int, body: bytes) -> bytes:
    return struct.pack("<HH", number, len(body)) + body


def stream(code_page: int, text: bytes) -> bytes:
    """A BIFF5 workbook of one sheet whose first cell is a text."""

    def begin(kind: int) -> bytes:
        return record(0x809, struct.pack("<HHHH", 0x500, kind, 0, 1996))

    sheet = begin(0x10) + record(0x204, struct.pack("<HHHH", 0, 0, 15, len(text)) + text) + record(10, b"")

    def head(offset: int) -> bytes:
        title = record(0x85, struct.pack("<IHB", offset, 0, 1) + b"A")
        return begin(5) + record(0x42, struct.pack("<H", code_page)) + title + record(10, b"")

    return head(len(head(0))) + sheet


def container(content: bytes, name: str) -> bytes:
    """A compound file ([MS-CFB]) with one stream."""
    content = content.ljust(4096, b"\0")
    count = len(content) // 512
    chain = [_TABLE, _END, *range(3, count + 2), _END]
    table = struct.pack("<128I", *chain, *[_FREE] * (128 - len(chain)))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<10I", 0, 1, 1, 0, 4096, _END, 0, _END, 0, 0) + b"\xff" * 432
    entries = entry("Root Entry", 5, 1, _END, 0) + entry(name, 2, _NONE, 2, len(content))
    return head + table + entries.ljust(512, b"\0") + content


def entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    title = name.encode("utf-16-le") + b"\0\0"
    links = struct.pack("<HBBIII", len(title), kind, 1, _NONE, _NONE, child)
    return title.ljust(64, b"\0") + links + bytes(36) + struct.pack("<IQ", start, size)


@pytest.mark.parametrize(("page", "encoding"), [(936, "gbk"), (950, "big5"), (949, "euc_kr"), (932, "shift_jis")])
def test_texts_in_a_page_that_would_be_lost_are_refused(page, encoding):
    with pytest.raises(Refused) as refused:
        read_table(container(stream(page, "大山".encode(encoding)), "Book"), "名单.xls")
    (finding,) = refused.value.findings
    assert (finding.code, dict(finding.figures)) == ("table_codepage", {"name": "名单.xls", "code_page": str(page)})


def test_western_texts_are_read():
    assert read_table(container(stream(1252, b"abc"), "Book"), "a.xls").rows == (("abc",),)
