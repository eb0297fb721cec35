"""Text tables: which characters, which delimiter, which cells. Nothing is guessed that the bytes can prove."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction
from itertools import islice
from typing import Final

from workstation.characters import STANDING_IN, restored
from workstation.received.tables.table import Row, Sheet, Table, check_extent, refused
from workstation.received.uncollected import uncollected

SAMPLE: Final = 65_536
"""Bytes looked at to tell encodings apart; a header and a few hundred rows."""
_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_FOREIGN: Final = ("cp1252", "cp1251", "shift_jis", "euc_jp", "euc_kr")
"""Left to a statistical guess, which does well between these scripts and badly between cousins of Latin-1."""
LONGEST_LINE: Final = 2**20
"""A thousand columns of a thousand characters; a longer line is no row of a table."""
_AT_ONCE: Final = 1000
"""Rows read before the extent is looked at again."""
_DELIMITERS: Final = (",", "\t", ";", "|")
_DOUBLE: Final = re.compile(rb"([\x81-\xff])[\x00-\xff]?")
"""The first byte of every double byte."""
_NOT_BIG5: Final = bytes(byte for byte in range(256) if not 0xA4 <= byte <= 0xC6)
_NOT_GB: Final = bytes(byte for byte in range(256) if not 0xB0 <= byte <= 0xD7)
_UNSEEN: Final = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
UNSEEN: Final = re.compile(f"[{_UNSEEN}]")
"""Control characters, direction overrides and zero-width marks: nobody typed them, and they hide what is written."""
AS_MEANT: Final = re.compile(f"[^{_UNSEEN}{STANDING_IN}]*+")
"""All characters seen, and none that stands for another: one look for what two searches would tell in three times the time."""
PAGE: Final = re.compile(r"\s*<(!doctype|html|table|\?xml|head|meta|style|script)", re.IGNORECASE)
_AS_TEXT: Final = re.compile(r'="([^"]*)"')
"""The spreadsheet idiom for "keep the leading zeros": ``="00123"``."""


def read_text(data: bytes, name: str) -> Table:
    """A delimited text file as a table of one sheet; raises `Refused`."""
    text, encoding = decoded(data, name)
    if PAGE.match(text):
        raise refused("table_is_page", name)
    return Table("csv", encoding, (Sheet("", rows_of(text, name)),))


def decoded(data: bytes, name: str = "") -> tuple[str, str]:
    """The text and the name of its encoding, unseen characters removed; raises `Refused` with ``table_unreadable``."""
    for encoding in candidates(data):
        text = _decode(data, encoding)
        if text is None:
            continue
        if AS_MEANT.fullmatch(text):
            return text, encoding.removesuffix("-sig")
        clean = restored(UNSEEN.sub("", text))
        # A few stray marks are dirt in a table; more of them mean that this is no text at all.
        if len(text) - len(clean) > 4 + len(text) // 50:
            break
        return clean, encoding.removesuffix("-sig")
    raise refused("table_unreadable", name, kind="binary")


def candidates(data: bytes) -> Iterator[str]:
    """The encodings that the beginning of a text allows, the likeliest first."""
    marked = next((encoding for mark, encoding in _BOMS if data.startswith(mark)), None)
    sample = data[:SAMPLE]
    if marked:
        yield marked
    elif sample.count(0) > len(sample) // 20:
        yield "utf-16-be" if sample[::2].count(0) > sample[1::2].count(0) else "utf-16-le"
    else:
        yield "utf-8"
        yield from ("big5hkscs", "gb18030") if _reads_as_big5(sample) else ("gb18030",)
        yield from _last_resort(sample)


def _decode(data: bytes, encoding: str) -> str | None:
    """The text, with U+FFFD for the odd byte lost on the way; None when the bytes are of another encoding."""
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        # A wrong guess loses most of what is not ASCII, which its beginning shows; damage in transit loses one character in many.
        text = data[:SAMPLE].decode(encoding, "replace")
        text = data.decode(encoding, "replace") if _lost(text) * 5 < 1 or len(data) <= SAMPLE else text
    return text if "\ufffd" not in text or _lost(text) * 50 < 1 else None


def _lost(text: str) -> Fraction:
    """Which part of all that is not ASCII could not be read."""
    return Fraction(text.count("\ufffd"), max(len(text) - len(text.encode("ascii", "ignore")), 1))


def _reads_as_big5(sample: bytes) -> bool:
    """Whether the everyday rows of Big5 explain the double bytes better than those of GB 2312.

    Almost any Big5 file is also a valid GB18030 one. Everyday characters lie in rows A4-C6 of Big5, B0-D7 of GB 2312.
    """
    leads = b"".join(_DOUBLE.findall(sample))
    everyday_big5 = len(leads.translate(None, _NOT_BIG5))
    everyday_gb = len(leads.translate(None, _NOT_GB))
    return everyday_big5 > everyday_gb


def _last_resort(sample: bytes) -> list[str]:
    from charset_normalizer import from_bytes  # here, since few files need it and only a worker reads

    best = from_bytes(sample[:8192], cp_isolation=list(_FOREIGN)).best()
    return [best.encoding] if best else []


def rows_of(text: str, name: str = "") -> tuple[Row, ...]:
    """The cells of delimited text, each stripped; blank lines are kept so that rows count as a spreadsheet counts them."""
    if len(text) > LONGEST_LINE and max(map(len, text.splitlines())) > LONGEST_LINE:
        raise refused("table_damaged", name)
    if text[:4].lower() == "sep=" and text[4:5]:
        delimiter, text = text[4], text[5:].lstrip("\r\n")
    else:
        delimiter = delimiter_of(text)
    with uncollected():
        rows = _stripped(_cut(text, delimiter, name), text)
    while rows and not any(rows[-1]):
        rows.pop()
    check_extent(len(rows), max(map(len, rows), default=0), name)
    return tuple(rows)


def _cut(text: str, delimiter: str, name: str) -> list[Row]:
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    found: list[Row] = []
    try:
        while some := list(islice(map(tuple, lines), _AT_ONCE)):
            found += some
            check_extent(len(found), len(some[-1]), name)
    except csv.Error:
        raise refused("table_damaged", name, row=str(lines.line_num)) from None
    return found


def _stripped(found: list[Row], text: str) -> list[Row]:
    if " " not in text and '="' not in text and all(found) and len(text.split()) == len(found):
        return found  # one word a row: nothing is padded
    cell = cell_text if '="' in text else str.strip
    return [tuple(map(cell, cells)) for cells in found]


def cell_text(cell: str) -> str:
    """A cell without the blanks around it and the idiom that keeps its zeros."""
    cell = cell.strip()
    if cell[:2] == '="' and (kept := _AS_TEXT.fullmatch(cell)):
        return kept[1]
    return cell


def delimiter_of(text: str) -> str:
    """The delimiter that cuts most of the first lines into the same number of cells; the comma when nothing does."""

    def evidence(delimiter: str) -> tuple[int, int]:
        lines = csv.reader(io.StringIO(text[:SAMPLE], newline=""), delimiter=delimiter)
        widths: Counter[int] = Counter()
        try:
            widths.update(len(cells) for _, cells in zip(range(100), lines, strict=False) if len(cells) > 1)
        except csv.Error:
            return 0, 0
        return max(((count, width) for width, count in widths.items()), default=(0, 0))

    # max keeps the first of equals: a padded bank export has as many tabs as commas to a line.
    return max(_DELIMITERS, key=lambda delimiter: evidence(delimiter)[0])
