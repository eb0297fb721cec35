"""Delimited text too long to be held whole: its form told once, then its rows read from one part of the file after the other.

The answers are those of `text_file`, which holds the whole text; a part ends where a line ends, and a row that a part cuts in two
is carried over to the next one.
"""

from __future__ import annotations

import csv
import io
import os
from codecs import BOM_UTF8, getincrementaldecoder
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final

from workstation.characters import restored
from workstation.received.kinds import refuse_foreign
from workstation.received.tables.table import Row, refused
from workstation.received.tables.text_file import (
    AS_MEANT,
    LONGEST_LINE,
    PAGE,
    SAMPLE,
    UNSEEN,
    candidates,
    cell_text,
    delimiter_of,
)
from workstation.received.tables.xml_table import is_xml_spreadsheet
from workstation.received.uncollected import uncollected
from workstation.received.written.recognised import written_kind

LONG_FROM: Final = 2 * 2**20
"""Texts below this are read whole: nothing is gained by parts."""
MAX_LONG: Final = 1024 * 2**20
"""Four million rows of a portfolio."""
MAX_LONG_ROWS: Final = 2_000_000
PART: Final = 2**20
"""Bytes read at once, to the end of a line."""
_NOT_TEXT: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8")
_WIDE_CODES: Final = ("utf-16", "utf-32")


@dataclass(frozen=True, slots=True)
class TextForm:
    """What tells the rows of a text: ``replaced``, odd bytes lost on the way stand as U+FFFD; ``start``: bytes before the table."""

    encoding: str
    replaced: bool
    delimiter: str
    start: int


@dataclass(frozen=True, slots=True)
class TextPart:
    """Rows of one part of a file, and the text behind its last whole row."""

    rows: tuple[Row, ...]
    rest: str


def text_form(file: BinaryIO, name: str) -> TextForm | None:
    """The form of a long text; None for all that `text_file` or another reader must judge whole.

    Raises `Refused`: table_unreadable, table_damaged (a line that is no row), and the ``kind_…`` of a file that is no list.
    """
    file.seek(0)
    head = file.read(PART)
    refuse_foreign(file, name)
    if b"\n" not in head or head.startswith(_NOT_TEXT) or is_xml_spreadsheet(head) or written_kind(head):
        return None
    for encoding in candidates(head):
        if encoding.startswith(_WIDE_CODES):
            return None
        replaced = _reads(file, encoding, name)
        if replaced is not None:
            return _form(head, encoding, replaced)
    raise refused("table_unreadable", name, kind="binary")


def _form(head: bytes, encoding: str, replaced: bool) -> TextForm | None:
    text = UNSEEN.sub("", head.decode(encoding, "replace"))
    if PAGE.match(text):
        return None
    start = len(BOM_UTF8) if encoding == "utf-8-sig" else 0
    if text[:4].lower() == "sep=" and text[4:5]:
        line = head.find(b"\n") + 1
        return TextForm(encoding, replaced, text[4], line) if line else None
    return TextForm(encoding, replaced, delimiter_of(text), start)


def _reads(file: BinaryIO, encoding: str, name: str) -> bool | None:
    """Whether bytes are lost when the file is read in this encoding; None when it is of another one."""
    try:
        _look_through(file, encoding, "strict", name)
    except UnicodeDecodeError:
        lost, foreign = _look_through(file, encoding, "replace", name)
        return True if lost * 50 < foreign else None
    return False


def _look_through(file: BinaryIO, encoding: str, errors: str, name: str) -> tuple[int, int]:
    """Characters lost, and those that are not ASCII. Raises `Refused` for a text of too many unseen marks."""
    decoder = getincrementaldecoder(encoding)(errors)
    file.seek(0)
    lost = foreign = length = unseen = 0
    while part := file.read(PART):
        text = decoder.decode(part)
        length += len(text)
        if errors == "replace":
            lost += text.count("\ufffd")
            foreign += len(text) - len(text.encode("ascii", "ignore"))
            if length <= 2 * SAMPLE and lost * 5 >= max(foreign, 1):
                break
        if not AS_MEANT.fullmatch(text):
            unseen += len(text) - len(restored(UNSEEN.sub("", text)))
    else:
        decoder.decode(b"", final=True)
        if unseen > 4 + length // 50:
            raise refused("table_unreadable", name, kind="binary")
    return lost, max(foreign, 1)


def parts_of(file: BinaryIO, form: TextForm, name: str, part: int = PART) -> Iterator[bytes]:
    """The bytes of a file, each part to the end of a line. Raises `Refused` (table_damaged) for a line without end."""
    file.seek(form.start)
    while data := file.read(part):
        if not data.endswith(b"\n"):
            data += _to_line_end(file, name)
        yield data


def _to_line_end(file: BinaryIO, name: str) -> bytes:
    line = file.readline(4 * LONGEST_LINE)
    if len(line) >= 4 * LONGEST_LINE:
        raise refused("table_damaged", name)
    return line


def size_of(file: BinaryIO) -> int:
    """Bytes of an open file."""
    return os.fstat(file.fileno()).st_size


def rows_of_part(data: bytes, form: TextForm, rest: str, last: bool, name: str) -> TextPart:
    """The rows of one part; ``rest``: what the part before it left. Raises `Refused` (table_damaged)."""
    text = data.decode(form.encoding.removesuffix("-sig"), "replace" if form.replaced else "strict")
    if not AS_MEANT.fullmatch(text):
        text = restored(UNSEEN.sub("", text))
    text = rest + text
    lines = io.StringIO(text, newline="").readlines()
    with uncollected():
        rows, whole = _cut(lines, form.delimiter, last, name)
        cell = cell_text if '="' in text else str.strip
        stripped = tuple([tuple(map(cell, cells)) for cells in rows])
    return TextPart(stripped, "".join(lines[whole:]))


def _cut(lines: list[str], delimiter: str, last: bool, name: str) -> tuple[list[list[str]], int]:
    """The rows that the lines hold whole, and how many lines those are."""
    ended = False

    def given() -> Iterator[str]:
        nonlocal ended
        yield from lines
        ended = True

    reader = csv.reader(given(), delimiter=delimiter)
    rows: list[list[str]] = []
    whole = 0
    try:
        for cells in reader:
            if ended and not last:  # the text ran out inside quotes: the row goes on in the next part
                return rows, whole
            rows.append(cells)
            whole = reader.line_num
    except csv.Error:
        raise refused("table_damaged", name, row=str(reader.line_num)) from None
    return rows, whole
