"""Where a text says a value: an amount, a day, a number or a name, in any of the ways in which proofs write it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final, Literal

from workstation.characters import middle_dots
from workstation.folding import folded_signs
from workstation.money import Money

ValueKind = Literal["text", "number", "amount", "spending", "day", "meaning"]
"""``spending``: an amount that a statement may show below zero. ``meaning``: what no text says by its letters, as a reason."""

_MONTHS: Final = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_BEFORE: Final = r"(?<![0-9a-z])"
_AFTER: Final = r"(?![0-9a-z])"
_NO_DIGITS_BEFORE: Final = r"(?<!\d)(?<!\d[.,'])"
_NO_MINUS_BEFORE: Final = r"(?<![-−])(?<![-−] )(?<![-−][¥$€£])"
_NO_MORE: Final = r"(?!\d)(?![.,']\d)(?!\s*[%‰万亿千百])"


@dataclass(frozen=True, slots=True)
class WrittenValue:
    """``text``: an amount grouped, ``12,345.60``; a day as ISO 8601; all else as it is known."""

    kind: ValueKind
    text: str


def value_spans(text: str, value: WrittenValue) -> Iterator[tuple[int, int]]:
    """Start and end of every place that says the value; none for a meaning. Width, case, blanks and script play no part."""
    if value.kind == "meaning" or not value.text.strip():
        return
    for found in _pattern(value).finditer(folded_signs(text)):
        yield found.span()


def says_value(text: str, value: WrittenValue) -> bool:
    """Whether a text says the value anywhere."""
    return next(value_spans(text, value), None) is not None


def written_amount(amount: Money, *, spending: bool = False) -> WrittenValue:
    """An amount as it is looked for."""
    return WrittenValue("spending" if spending else "amount", amount.grouped())


@cache
def _pattern(value: WrittenValue) -> re.Pattern[str]:
    match value.kind:
        case "amount":
            return re.compile(_NO_MINUS_BEFORE + _amount(value.text))
        case "spending":
            return re.compile(_amount(value.text.lstrip("-")))
        case "day":
            return re.compile("|".join(_day(date.fromisoformat(value.text))))
        case "number":
            return re.compile(_BEFORE + r"[\s-]*".join(_signs(value.text.replace("-", ""))) + _AFTER)
    signs = _signs(value.text)
    starts, ends = (_BEFORE if signs[0].isalnum() else ""), (_AFTER if signs[-1].isalnum() else "")
    joined = r"\s*".join(signs)
    ascii_only = value.text.isascii()
    return re.compile(f"{starts}{joined}{ends}" if ascii_only else joined)


def _signs(text: str) -> list[str]:
    dots = middle_dots()
    any_dot = f"[.{re.escape(dots)}]"
    return [any_dot if sign in dots else re.escape(sign) for sign in folded_signs("".join(text.split()))]


def _amount(grouped: str) -> str:
    """With or without separators of thousands, and without cents where there are none."""
    whole, _, cents = grouped.partition(".")
    digits = r"[,'’ \u00a0\u2009]?".join(whole.split(","))
    left = cents.rstrip("0")
    part = rf"\.{left}0*" if left else r"(?:\.0+)?"
    return f"{_NO_DIGITS_BEFORE}{digits}{part}{_NO_MORE}"


def _day(day: date) -> Iterator[str]:
    """Also day and month the other way round: a person has the page in view and decides."""
    year, month, of_month = f"{day.year}", f"0?{day.month}", f"0?{day.day}"
    gap, name = r"\s*", rf"{_MONTHS[day.month - 1]}[a-z]*\.?"
    yield rf"(?<!\d){year}{gap}[-/.年]{gap}{month}{gap}[-/.月]{gap}{of_month}(?!\d)"
    yield rf"(?<!\d){day:%Y%m%d}(?!\d)"
    for first, second in ((of_month, month), (month, of_month)):
        yield rf"(?<!\d){first}[-/.]{second}[-/.]{year}(?!\d)"
    yield rf"(?<!\d){of_month}(?:st|nd|rd|th)?\s+{name},?\s+{year}(?!\d)"
    yield rf"{name}\s+{of_month}(?:st|nd|rd|th)?,?\s+{year}(?!\d)"
