"""One cell of a portfolio into one value. Each function answers the value or raises `Refused`; none guesses."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from types import MappingProxyType
from typing import Final, Literal

from workstation.amount_text import read_amount
from workstation.dates import parse_day, parse_offset_instant, parse_serial_day
from workstation.errors import Finding, Refused
from workstation.money import Money, minor_digits
from workstation.profile.account import account_number as kept_number
from workstation.received.tables import Row

DateOrder = Literal["ymd", "dmy", "mdy"]

_SHORTENED: Final = re.compile(r"[+-]?\d(\.\d+)?[eE][+-]\d{1,3}")
_PLAIN: Final = re.compile(r"([0-9]+)(?:\.([0-9]{1,2}))?")
_CENTS: Final = 2
_USUAL_LENGTH: Final = 12
_NO_AMOUNT: Final = frozenset(("-", "--", "—", "/", "无", "nan", "null", "n/a"))
_PARTS: Final = re.compile(r"[/;,、；，\n]+")
_BESIDE: Final = re.compile(r"\([^()0-9]*\)")
_FRACTION: Final = re.compile(r"\.0+$")
_WHOLE_PHONE: Final = 10
"""Digits that no part of a number has: a mobile one has eleven, a fixed one with its area ten at least."""
_DAY_OF_MONTH: Final = re.compile(r"(?:每月)?(\d{1,2})(?:日|号|號|th|st|nd|rd)?")
_ISO: Final = re.compile(r"[12][0-9]{3}-[0-9]{2}-[0-9]{2}")
_TIME: Final = re.compile(r"[T ]\d{1,2}:\d{2}.*")
_YEAR_LAST: Final = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4})")
_TWO_DIGITS: Final = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})")
_NARROW: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_SHORT: Final = 2
_YEARS_OF_A_DEBT: Final = 20
"""A year of two digits is read only within these years before today; claims are time-barred long before."""
_NO_NUMBER: Final = re.compile(r"[\s\-()（）]")


AMOUNT_CODES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "amount_too_fine": "cell_too_fine",
        "amount_other_currency": "cell_currency",
        "amount_currency_unknown": "cell_currency",
        "amount_unit_twice": "cell_unit_twice",
        "amount_beyond_range": "cell_beyond_range",
    }
)
"""What the refusals of `amount` are called where a cell of a list is meant; any other is ``cell_amount``."""


def blank(text: str) -> bool:
    """Whether a cell says that there is nothing: empty, a dash, 无."""
    return not text or (len(text) < 5 and text.lower() in _NO_AMOUNT)


def beyond(cells: Row, width: int) -> str:
    """What a row holds beyond the ``width`` of its heading; nothing for most."""
    return "" if len(cells) <= width else " ".join(filter(None, (cell.strip() for cell in cells[width:])))


def amount(text: str, currency: str, unit: Decimal) -> Money:
    """An amount in units of ``unit`` major units (10000 for 万元).

    Raises `Refused` as `Money.parse_kept` does, and ``amount_unit_twice``.
    """
    if unit == 1:
        # Nearly every amount of a portfolio is written like this; reading it as a fraction takes ten times as long.
        if (found := _PLAIN.fullmatch(text)) and len(text) <= _USUAL_LENGTH and minor_digits(currency) == _CENTS:
            return Money(int(found[1] + (found[2] or "").ljust(_CENTS, "0")), currency)
        if not is_shortened(text):
            return Money.parse_kept(text, currency)
    minor, named = read_amount(format(Decimal(text), "f") if is_shortened(text) else text, currency, Fraction(unit))
    if named != currency:
        raise Refused(Finding("amount_other_currency", "", {"text": text, "found": named, "currency": currency}))
    return Money(minor, currency).within_range(text)


def is_shortened(text: str) -> bool:
    """Whether a spreadsheet wrote the number with a power of ten (``5.00E+05``) and may have dropped digits."""
    return ("E" in text or "e" in text) and _SHORTENED.fullmatch(text) is not None


def day(text: str, order: DateOrder | None = None, today: date | None = None) -> date:
    """A calendar day; a time of day behind it is dropped. ``order``: what somebody said of days whose year comes last.

    Raises `Refused`: day_unreadable, and day_order_unclear for one that may be two days.
    """
    if (written := _written_day(text)) is not None:
        return written
    if (instant := parse_offset_instant(text) or parse_serial_day(text)) is not None:
        return instant.date()
    plain = _TIME.sub("", text).translate(_NARROW)
    if (found := _YEAR_LAST.fullmatch(plain)) is not None:
        return _year_last(found, order, text)
    if (found := _TWO_DIGITS.fullmatch(plain)) is not None:
        return _two_digits(found, order, today, text)
    return parse_day(plain)


@lru_cache(4096)
def _written_day(text: str) -> date | None:
    """A day as ``2026-05-03``; the same days come again and again in a list. Raises `Refused` for one that no calendar has."""
    if not _ISO.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refused(Finding("day_unreadable", "", {"text": text})) from None


def _year_last(found: re.Match[str], order: DateOrder | None, text: str) -> date:
    """``31/03/2025``: only what somebody said of the file tells whether the day or the month comes first."""
    if order not in ("dmy", "mdy"):
        raise Refused(Finding("day_order_unclear", "", {"text": text}))
    first, second = (found[1], found[2]) if order == "dmy" else (found[2], found[1])
    return parse_day(f"{found[3]}-{second}-{first}")


def _two_digits(found: re.Match[str], order: DateOrder | None, today: date | None, text: str) -> date:
    """``26-3-2``: the one reading that lies within the years of a debt, else the one that was said of the file."""
    one, two, three = found.groups()
    readings = {"ymd": (one, two, three), "dmy": (three, two, one), "mdy": (three, one, two)}
    days = {name: made for name, parts in readings.items() if (made := _made(*parts, today)) is not None}
    if order in days and len(set(days.values())) > 1:
        return days[order]
    if len(set(days.values())) == 1:
        return next(iter(days.values()))
    raise Refused(Finding("day_order_unclear" if days else "day_unreadable", "", {"text": text}))


def _made(year: str, month: str, day_: str, today: date | None) -> date | None:
    if len(year) != _SHORT or today is None:
        return None
    try:
        made = date(2000 + int(year), int(month), int(day_))
    except ValueError:
        return None
    return made if today.year - _YEARS_OF_A_DEBT <= made.year <= today.year + 1 else None


def is_day_of_month(text: str) -> bool:
    """Whether a cell names a day of every month (``5``, ``每月5号``) and no single day."""
    return _DAY_OF_MONTH.fullmatch(text) is not None


def day_of_month(text: str) -> int | None:
    """``5``, ``05``, ``5日``, ``每月5号`` or a whole date; None for anything else."""
    found = _DAY_OF_MONTH.fullmatch(text)
    if found:
        number = int(found[1])
        return number if 1 <= number <= 31 else None
    try:
        return day(text).day
    except Refused:
        return None


def whole(text: str) -> int | None:
    """A count such as ``36``, ``36期`` or ``36 months``; None for anything else."""
    if len(text) < 6 and text.isascii() and text.isdecimal():
        return int(text)
    found = re.fullmatch(r"(\d{1,5})(\.0+)?\s*(个月|個月|期|天|日|月|人|个|months|days)?", text)
    return int(found[1]) if found else None


def phones(text: str) -> tuple[str, ...]:
    """The numbers of one cell: ``138 0000 6214`` is one, ``13800006214 13800006215`` two; the text ``无`` none.

    What stands beside a number in brackets (``（妻）``) and the ``.0`` that a program wrote behind it are no part of it.
    """
    if text.isascii() and text.isdecimal():
        return (text,)
    if blank(text):
        return ()
    plain = _BESIDE.sub("", unicodedata.normalize("NFKC", text))
    return tuple(number for part in _PARTS.split(plain) for number in _numbers(part) if number)


def _numbers(part: str) -> list[str]:
    """Blanks inside a number go, those between whole numbers part them."""
    several = [_NO_NUMBER.sub("", one) for one in part.split() if any(map(str.isdecimal, one))]
    whole = all(sum(map(str.isdecimal, one)) >= _WHOLE_PHONE for one in several)
    return [_FRACTION.sub("", one) for one in (several if whole else ["".join(several)])]


def account_number(text: str) -> str:
    """A number as it is kept, without the quotes by which a program had it stay text."""
    return kept_number(text).strip("'")
