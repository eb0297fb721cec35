"""An account of the detailed edition: rows of titles with their values below, and the grid of its past months."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, Final

from workstation.currencies import NAMES
from workstation.evidence.credit_report.printed import ReportLine, amount_of, day_of, plain, state_of, words
from workstation.evidence.credit_report.report import AccountKind, ReportedAccount
from workstation.received.pdf.words import Piece

_AS_OF: Final = re.compile(r"截至(\d{4}年\d{1,2}月(?:\d{1,2}日)?)")
_GRID: Final = re.compile(r"(?:\d{4}年\d{1,2}月[—~至-]+\d{4}年\d{1,2}月的?)?还款记录")
_MARKS: Final = frozenset((*"N*#/CGDZMBA1234567", "--", "—"))
_LATE: Final = frozenset("1234567")
_FIGURE: Final = re.compile(r"(?:[0-9][0-9,]*|--|—)")
_MONTHS: Final = tuple(str(month) for month in range(1, 13))
_SAID: Final = ("截至", "账户")
_NOTHING: Final = frozenset({"--", "—", "-", ""})
_AMOUNTS: Final = frozenset({"limit", "balance", "overdue"})
_DAYS: Final = frozenset({"opened_on", "due_on"})
_YUAN: Final = re.compile(r"(?:人民币元?|元)$")


@dataclass(slots=True)
class _Column:
    """A title with its place, and the runs below it."""

    title: Piece
    values: list[Piece] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ReadTable:
    """Titles with their values, the month to which figures hold, months in arrears, and lines that were not understood."""

    values: tuple[tuple[str, str], ...]
    as_of: str
    late: int | None
    left: tuple[str, ...]


def read_table(lines: Sequence[ReportLine], labels: str = "labels") -> ReadTable:
    """The values of a block by the titles above them. A value that stands below two titles is left."""
    values: list[tuple[str, str]] = []
    left: list[str] = []
    columns: list[_Column] = []
    as_of, grid, in_grid = "", "", False
    late: int | None = None
    for line in lines:
        if _is_titles(line, labels):
            if any(column.values for column in columns):
                values += _told(columns)
                columns = []
            in_grid = False
            columns = _stacked(columns, line.pieces)
        elif (found := _AS_OF.fullmatch(line.text)) or _GRID.fullmatch(line.text):
            values += _told(columns)
            left += _empty(columns)
            columns, in_grid, grid = [], not found, grid if found else line.text
            as_of = found[1] if found else as_of
        elif line.text.startswith(_SAID) or "还款记录" in line.text:
            left.append(line.text)
        elif in_grid:
            marks = _marks(line)
            late = (late or 0) + marks if marks is not None and not _is_header(line) else late
            left += [] if marks is not None or _is_figures(line) else [line.text]
        else:
            left += _placed(columns, line)
    values += _told(columns)
    left += _empty(columns)
    left += [grid] if grid and late is None else []
    return ReadTable(tuple(values), as_of, late, tuple(left))


def read_account(
    lines: Sequence[ReportLine], kind: AccountKind, number: int
) -> tuple[ReportedAccount, tuple[str, ...]]:
    """The account in a block, and what of it was not understood."""
    table = read_table(lines)
    left = list(table.left)
    fields: dict[str, Any] = {"overdue_months": table.late}
    if table.as_of:
        fields["as_of"] = day_of(table.as_of)
    for title, text in table.values:
        name = _fields("labels").get(title)
        if name is None:
            left.append(f"{title} {text}".strip())
        elif name and name != "periods" and text not in _NOTHING:
            value = _value(name, text)
            if value is None or (name in fields and fields[name] not in (None, value)):
                left.append(f"{title} {text}")
            else:
                fields[name] = value
    return replace(ReportedAccount(lines[0].page, kind, number=number), **fields), tuple(left)


def head_values(lines: Sequence[ReportLine]) -> Mapping[str, str]:
    """What the head of the report says of the person, by field."""
    fields = _fields("head")
    return {fields[title]: text for title, text in read_table(lines, "head").values if fields.get(title)}


def _value(name: str, text: str) -> Any:
    if name in _AMOUNTS:
        return amount_of(text)
    if name in _DAYS:
        return day_of(text)
    if name == "currency":
        return NAMES.get(_YUAN.sub("人民币", text))
    return state_of(text) or None if name == "state" else text


def _is_titles(line: ReportLine, labels: str) -> bool:
    """Whether every run is a title or, of one that is set on two lines, its beginning or end."""
    texts = [plain(piece.text) for piece in line.pieces]
    known = _fields(labels)
    return any(len(text) > 1 for text in texts) and all(
        text in known or any(len(text) > 1 and (one.startswith(text) or one.endswith(text)) for one in known)
        for text in texts
    )


def _stacked(columns: Sequence[_Column], pieces: Sequence[Piece]) -> list[_Column]:
    """Titles of one line, joined with those that stand right above them."""
    made = list(columns)
    for piece in pieces:
        above = next((place for place, one in enumerate(made) if _overlap(one.title, piece)), None)
        if above is None:
            made.append(_Column(piece))
            continue
        title = made[above].title
        left, right = min(title.left, piece.left), max(title.right, piece.right)
        made[above] = _Column(replace(piece, left=left, right=right, text=title.text + piece.text))
    return sorted(made, key=lambda one: one.title.left)


def _placed(columns: Sequence[_Column], line: ReportLine) -> list[str]:
    """Put the runs of a line under their titles; what stands under none or two of them is left."""
    left = []
    for piece in line.pieces:
        below = [one for one in columns if _overlap(one.title, piece)] or _nearest(columns, piece)
        if len(below) == 1:
            below[0].values.append(piece)
        else:
            left.append(plain(piece.text))
    return left


def _nearest(columns: Sequence[_Column], piece: Piece) -> list[_Column]:
    """The title between whose neighbours a run stands that is narrower than its column."""
    middle = piece.left + piece.right
    return sorted(columns, key=lambda one: abs(one.title.left + one.title.right - middle))[:1]


def _told(columns: Sequence[_Column]) -> Iterator[tuple[str, str]]:
    for one in columns:
        yield plain(one.title.text), plain(" ".join(piece.text for piece in one.values))


def _empty(columns: Sequence[_Column]) -> Iterator[str]:
    """A row of titles below which nothing stands, not even a stroke."""
    if columns and not any(one.values for one in columns):
        yield " ".join(plain(one.title.text) for one in columns)


def _overlap(one: Piece, other: Piece) -> bool:
    return one.left < other.right and other.left < one.right


def _marks(line: ReportLine) -> int | None:
    """How many months of a line of marks are in arrears; None for a line that holds anything else."""
    texts = _texts(line)
    if texts == _MONTHS:
        return 0
    marks = texts[1:] if texts and re.fullmatch(r"20\d\d", texts[0]) else texts
    return sum(mark in _LATE for mark in marks) if marks and set(marks) <= _MARKS else None


def _is_header(line: ReportLine) -> bool:
    return _texts(line) == _MONTHS


def _texts(line: ReportLine) -> tuple[str, ...]:
    return tuple(text for piece in line.pieces for text in piece.text.split())


def _is_figures(line: ReportLine) -> bool:
    return all(map(_FIGURE.fullmatch, _texts(line)))


@cache
def _fields(labels: str) -> Mapping[str, str]:
    return {title: name for name, titles in words()[labels].items() for title in titles}
