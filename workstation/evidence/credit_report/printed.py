"""The lines of a report and the words by which its parts are known."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any, Final

import resources
from workstation.dates import month_end, parse_day
from workstation.errors import Refused
from workstation.money import Money
from workstation.received.pdf.headings import lines_of
from workstation.received.pdf.words import PageWords, Piece

_PAGE_MARK: Final = re.compile(
    r"[-—]?(?:第? ?\d+ ?页?[ /，,、|]*(?:共|of|/) ?\d+ ?页?|第 ?\d+ ?页|\d+ ?/ ?\d+|\d{1,3})[-—]?"
)
_NUMBERING: Final = re.compile(r"^(?:[（(]?[一二三四五六七八九十]+[）)]?[、.． ]*|\d[、.． ]+)")
_ALIKE: Final = str.maketrans({"(": "（", ")": "）", ";": "；", "﹣": "-", "–": "—", "\u2002": " ", "\u00a0": " "})
_BETWEEN_DIGITS: Final = re.compile(r"(?<![0-9]) +| +(?![0-9])")
_WITHIN: Final = 35  # hundredths of the size of the signs
_MONTH: Final = re.compile(r"(\d{4})年(\d{1,2})月")


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A line of page ``page`` (from 1) with its runs."""

    page: int
    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The line without the blanks that only set words apart; one between two figures stays, so that they never become one."""
        return plain(" ".join(piece.text for piece in self.pieces))

    @property
    def heading(self) -> str:
        """What the line would be called as the title of a part: without its number."""
        return _NUMBERING.sub("", self.text)


def plain(text: str) -> str:
    """A text with one writing of brackets and without blanks, but for those between two figures."""
    return _BETWEEN_DIGITS.sub("", text.translate(_ALIKE)).strip()


def report_lines(pages: Sequence[PageWords]) -> Iterator[ReportLine]:
    """The lines of all pages but numbers of pages."""
    for number, page in enumerate(pages, 1):
        for pieces in lines_of(page.pieces):
            line = ReportLine(number, tuple(_joined(pieces)))
            if not _PAGE_MARK.fullmatch(line.text):
                yield line


def _joined(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Runs of one cell: office programs leave a quarter of a sign between Chinese and figures, columns stand further apart."""
    waiting: Piece | None = None
    for piece in pieces:
        if waiting is not None and (piece.left - waiting.right) * 100 < piece.size * _WITHIN:
            waiting = replace(waiting, right=piece.right, text=f"{waiting.text} {piece.text}")
            continue
        if waiting is not None:
            yield waiting
        waiting = piece
    if waiting is not None:
        yield waiting


def is_credit_report(pages: Sequence[PageWords]) -> bool:
    """Whether the first page that says anything is that of a credit report."""
    first = next((page for page in pages if page.pieces), None)
    texts = [plain(" ".join(piece.text for piece in line)) for line in lines_of(first.pieces)] if first else []
    return any(title in text for text in texts for title in words()["titles"]["report"]) and any(
        "报告编号" in text for text in texts
    )


def amount_of(text: str) -> Money | None:
    """An amount in yuan; None for what is none."""
    try:
        found = Money.parse(text, "CNY")
    except Refused:
        return None
    return found if found.currency == "CNY" else None


def day_of(text: str) -> date | None:
    """A day, or the last one of a month; None for what is neither."""
    month = _MONTH.fullmatch(text)
    try:
        day = parse_day(f"{text}1日" if month else text)
    except Refused:
        return None
    return month_end(day.year, day.month) if month else day


def state_of(text: str) -> str:
    """The state that a word names, empty for none."""
    return next((state for state, known in words()["states"].items() if text in known), "")


@cache
def words() -> Mapping[str, Any]:
    """The words of both editions."""
    return tomllib.loads(resources.path("evidence", "credit_report.toml").read_text("utf-8"))
