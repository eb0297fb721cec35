"""The statements of our own in ``tests/files/statements``: one a layout, with what is to be read from it, in each of its forms.

The values beside a sample were written by hand; the forms are made by programs that read nothing here: openpyxl, reportlab, xlwt.
"""

from __future__ import annotations

import csv
import io
import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any, Final

from openpyxl import Workbook
from reportlab.lib.pagesizes import A3, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

import resources
from tests.source_tree import ROOT

FOLDER: Final = ROOT / "tests" / "files" / "statements"
FONT: Final = "NotoSansSC-Regular"
_NUMBER: Final = re.compile(r"[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)\.\d{1,2}")
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_INSTANT: Final = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d")


@dataclass(frozen=True)
class Expected:
    """One transaction: line of the file, day, time or none, signed amount, currency, balance or none, kind, other party."""

    row: int
    on: date
    at: datetime | None
    amount: Decimal
    currency: str
    balance: Decimal | None
    kind: str
    counterparty: str


@dataclass(frozen=True)
class Sample:
    """A statement as text, and what stands beside it; ``told`` are the plain values of the TOML file."""

    layout: str
    text: str
    told: dict[str, Any]
    rows: tuple[Expected, ...]

    @property
    def table(self) -> list[list[str]]:
        """The cells as they stand in the file, padding and all."""
        return list(csv.reader(io.StringIO(self.text)))

    @property
    def header(self) -> int:
        """Index of the row of titles: the last that is filled above the first transaction or row left out."""
        first = min([self.rows[0].row, *(int(one.split()[0]) for one in self.told.get("left_out", ()))])
        return max(place for place, row in enumerate(self.table[: first - 1]) if any(row))

    def rows_of(self, form: str) -> list[Expected]:
        """The transactions with their lines as a form counts them: print has no empty lines."""
        empty = sum(not any(row) for row in self.table[: self.header]) if form == "pdf" else 0
        return [replace(one, row=one.row - empty) for one in self.rows]


def expected(line: str) -> Expected:
    """One line of ``rows``: its cells stand between bars."""
    row, day, amount, balance, kind, counterparty = (cell.strip() for cell in line.split("|"))
    figure, currency = amount.split()
    return Expected(
        row=int(row),
        on=date.fromisoformat(day[:10]),
        at=datetime.fromisoformat(day) if " " in day else None,
        amount=Decimal(figure),
        currency=currency,
        balance=Decimal(balance) if balance else None,
        kind=kind,
        counterparty=counterparty,
    )


def sample(layout: str) -> Sample:
    """The sample of a layout."""
    told = tomllib.loads((FOLDER / f"{layout}.toml").read_text("utf-8"))
    text = (FOLDER / f"{layout}.csv").read_text("utf-8")
    return Sample(layout, text, told, tuple(map(expected, told["rows"].strip().splitlines())))


SAMPLES: Final = {file.stem: sample(file.stem) for file in sorted(FOLDER.glob("*.toml"))}


# ── Forms ──


def text(one: Sample, encoding: str = "utf-8", end: str = "\n") -> bytes:
    """The file as text."""
    return one.text.replace("\n", end).encode(encoding)


def workbook(one: Sample, cell: Callable[[str], object] = str) -> bytes:
    """The file as a workbook; ``cell`` makes the value of a cell from its text."""
    made, file = Workbook(), io.BytesIO()
    for row in one.table:
        made.active.append([cell(value) if value else None for value in row])
    made.save(file)
    return file.getvalue()


def typed(value: str) -> object:
    """A cell as a spreadsheet program keeps what it understands: numbers as floats, days as dates, all else as text."""
    bare = value.strip().removeprefix("¥")
    if _NUMBER.fullmatch(bare):
        return float(bare.replace(",", ""))
    if _INSTANT.fullmatch(bare):
        return datetime.fromisoformat(bare)
    return date.fromisoformat(bare) if _DAY.fullmatch(bare) else value


def printed(one: Sample) -> bytes:
    """The file as a bank prints it: lines above, a ruled table, a line below."""
    pdfmetrics.registerFont(TTFont(FONT, resources.path("fonts", f"{FONT}.ttf")))
    style = ParagraphStyle("line", fontName=FONT, fontSize=8)
    above, body = one.table[: one.header], one.table[one.header :]
    width = len(body[0])
    below = [row for row in body if len(row) < width]
    table = Table([row for row in body if len(row) == width], repeatRows=1)
    table.setStyle([("FONT", (0, 0), (-1, -1), FONT, 6), ("GRID", (0, 0), (-1, -1), 0.5, (0, 0, 0))])
    out = io.BytesIO()
    lines = [[Paragraph(" ".join(row), style) for row in rows if any(row)] for rows in (above, below)]
    SimpleDocTemplate(out, pagesize=landscape(A3), leftMargin=20, rightMargin=20, invariant=1).build(
        [*lines[0], table, *lines[1]]
    )
    return out.getvalue()


def legacy(one: Sample) -> bytes:
    """The file as a workbook of Excel 97, which stands beside the text."""
    return (FOLDER / f"{one.layout}.xls").read_bytes()


FORMS: Final[dict[str, dict[str, Callable[[Sample], bytes]]]] = {
    "csv": {
        "csv": text,
        "csv-bom-crlf": lambda one: text(one, "utf-8-sig", "\r\n"),
        "csv-gb18030-crlf": lambda one: text(one, "gb18030", "\r\n"),
        "csv-gb18030": lambda one: text(one, "gb18030"),
    },
    "xlsx": {"xlsx": workbook, "xlsx-typed": lambda one: workbook(one, typed)},
    "xls": {"xls": legacy},
    "pdf": {"pdf": printed},
}
"""What ``forms`` of a sample may name, and the files that are made for it."""

FILES: Final = [(layout, form) for layout, one in SAMPLES.items() for kind in one.told["forms"] for form in FORMS[kind]]


@cache
def file_of(layout: str, form: str) -> bytes:
    """The bytes of a sample in one of its forms."""
    return next(forms[form] for forms in FORMS.values() if form in forms)(SAMPLES[layout])
