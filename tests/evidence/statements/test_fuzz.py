"""Statements with anything done to them: they are read, or refused with a finding; no other exception leaves the readers."""

from __future__ import annotations

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from reportlab.pdfgen.canvas import Canvas

from tests.evidence.statements.more_samples import WARDROBE
from tests.evidence.statements.samples import CLOTHES, entries, wechat, written
from tests.prove import how_many
from workstation.errors import Refused
from workstation.evidence.statements.earnings import earnings
from workstation.evidence.statements.readers import read_any_statement
from workstation.evidence.statements.statement import analyse, statement_json

ROWS = entries(12)
TEXTS = [
    written(table).encode(encoding)
    for table in (*(wear(ROWS) for wear in CLOTHES.values()), *(wear.table(ROWS) for wear in WARDROBE.values()))
    for encoding in ("utf-8", "gb18030")
]


def workbook() -> bytes:
    made, file = Workbook(), io.BytesIO()
    for row in wechat():
        made.active.append(row)
    made.save(file)
    return file.getvalue()


def printed() -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, (600, 400), pageCompression=0, invariant=1)
    for line, row in enumerate(CLOTHES["cmb.debit"](ROWS)[:10]):
        for column, cell in enumerate(row):
            canvas.drawString(10 + column * 80, 380 - line * 15, cell.encode("ascii", "replace").decode())
    canvas.save()
    return file.getvalue()


HEADS = [b"", b"%PDF-1.4\n", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xff\xfe"]
BINARY = [workbook(), printed()]
TRICKS = st.sampled_from(
    [
        *(
            b"",
            b"-",
            b",",
            b'"',
            b"\n",
            b"\r",
            b"\t",
            b" ",
            b"0",
            b"9" * 30,
            b"1e9",
            b"NaN",
            b"\x00",
            b"\xff",
            b"\xef\xbb\xbf",
        ),
        *(b"2026-02-30", b"0000-00-00", b"99999999", b"24:61:61", b"JPY", b"=cmd|' /C calc'!A0", b"(1.00)"),
        *(word.encode() for word in ("年", "１", "合计", "本页")),
    ]
)
EDITS = st.lists(
    st.tuples(st.integers(0, 2**20), st.integers(0, 40), TRICKS | st.binary(max_size=6)), min_size=1, max_size=8
)


def harmed(data: bytes, edits: list[tuple[int, int, bytes]]) -> bytes:
    """The data with pieces cut out and others put in."""
    for place, cut, put in edits:
        at = place % (len(data) + 1)
        data = data[:at] + put + data[at + cut :]
    return data


def read(data: bytes) -> None:
    """All that is ever done with a statement."""
    try:
        statement = read_any_statement(data, "x")
    except Refused as refusal:
        assert refusal.findings and all(finding.code for finding in refusal.findings)
        return
    assert statement.rows_read == len(statement.transactions) + len(statement.rows_left_out)
    analyse(statement)
    statement_json(statement)
    earnings((statement,), currency=statement.currency)


@pytest.mark.prove
@settings(max_examples=how_many(150, 5000))
@given(st.sampled_from(TEXTS), EDITS)
def test_lists_of_text(data, edits):
    read(harmed(data, edits))


@pytest.mark.prove
@settings(max_examples=how_many(60, 2000))
@given(st.sampled_from(BINARY), EDITS)
def test_workbooks_and_papers(data, edits):
    read(harmed(data, edits))


@pytest.mark.prove
@settings(max_examples=how_many(100, 5000))
@given(
    st.binary(max_size=400),
    st.sampled_from([b"", b"%PDF-1.4\n", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xff\xfe"]),
)
def test_any_bytes(data, head):
    read(head + data)


CELLS = st.text(alphabet="0123456789.,-+年月日元¥()*/: \t\"'\u3000１合计CNY", max_size=14)


@pytest.mark.prove
@settings(max_examples=how_many(150, 5000))
@given(st.sampled_from(sorted(WARDROBE)), st.lists(st.lists(CELLS, max_size=12), max_size=6))
def test_any_cells_below_a_known_header(name, rows):
    wear = WARDROBE[name]
    read(written([*map(list, wear.above), list(wear.header), *rows]).encode())
