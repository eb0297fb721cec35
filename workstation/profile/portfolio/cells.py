"""One cell of a portfolio into one value. Each function answers the value or raises `Refused`; none guesses."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final, Literal

from workstation.amount_text import read_amount
from workstation.dates import parse_day, parse_offset_instant
from workstation.errors import Finding, Refused
from workstation.money import Money, minor_digits

DateOrder = Literal["ymd", "dmy", "mdy"]

_SHORTENED: Final = re.compile(r"[+-]?\d(\.\d+)?[eE][+-]\d{1,3}")
_PLAIN: Final = re.compile(r"([0-9]+)(?:\.([0-9]{1,2}))?")
_CENTS: Final = 2
_USUAL_LENGTH: Final = 12
_NO_AMOUNT: Final = frozenset(("-", "--", "—", "/", "无", "nan", "null", "n/a"))
_PARTS: Final = re.compile(r"[/;,、；，\s]+")
_DAY_OF_MONTH: Final = re.compile(r"(?:每月)?(\d{1,2})(?:日|号|號|th|st|nd|rd)?")
_ISO: Final = re.compile(r"[12][0-9]{3}-[0-9]{2}-[0-9]{2}")
_TIME: Final = re.compile(r"[T ]\d{1,2}:\d{2}.*")
_NO_NUMBER: Final = re.compile(r"[\s\-()（）]")


def blank(text: str) -> bool:
    """Whether a cell says that there is nothing: empty, a dash, 无."""
    return not text or (len(text) < 5 and text.lower() in _NO_AMOUNT)


def amount(text: str, currency: str, unit: Decimal) -> Money:
    """An amount in units of ``unit`` major units (10000 for 万元).

    Raises `Refused` as `Money.parse_kept` does, and ``amount_unit_twice``.
    """
    if unit == 1 and not is_shortened(text):
        # Nearly every amount of a portfolio is written like this; reading it as a fraction takes ten times as long.
        if (plain_amount := _PLAIN.fullmatch(text)) and minor_digits(currency) == _CENTS and len(text) <= _USUAL_LENGTH:
            return Money(int(plain_amount[1]) * 100 + int((plain_amount[2] or "").ljust(_CENTS, "0")), currency)
        return Money.parse_kept(text, currency)
    minor, named = read_amount(format(Decimal(text), "f") if is_shortened(text) else text, currency, Fraction(unit))
    if named != currency:
        raise Refused(Finding("amount_other_currency", "", {"text": text, "found": named, "currency": currency}))
    return Money(minor, currency).within_range(text)


def is_shortened(text: str) -> bool:
    """Whether a spreadsheet wrote the number with a power of ten (``5.00E+05``) and may have dropped digits."""
    return ("E" in text or "e" in text) and _SHORTENED.fullmatch(text) is not None


def day(text: str, order: DateOrder = "ymd") -> date:
    """A calendar day; a time of day behind it is dropped. Raises `Refused` (day_unreadable)."""
    if _ISO.fullmatch(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise Refused(Finding("day_unreadable", "", {"text": text})) from None
    if (local := parse_offset_instant(text)) is not None:
        return local.date()
    plain = _TIME.sub("", text)
    if order != "ymd":
        parts = re.split(r"[/.\-]", plain)
        if len(parts) == 3 and len(parts[2]) == 4:
            first, second = parts[:2] if order == "dmy" else (parts[1], parts[0])
            plain = f"{parts[2]}-{second}-{first}"
    return parse_day(plain)


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
    """The numbers of one cell: ``138 0000 6214`` is one, ``13800006214/13800006215`` two; the text ``无`` none."""
    if text.isascii() and text.isdecimal():
        return (text,)
    if blank(text):
        return ()
    joined = _NO_NUMBER.sub("", unicodedata.normalize("NFKC", text))
    return tuple(part for part in _PARTS.split(joined) if part)


def account_number(text: str) -> str:
    """A number as printed, without the blanks between groups of digits."""
    plain = (text if text.isascii() else unicodedata.normalize("NFKC", text)).strip("' ")
    return plain.replace(" ", "")
