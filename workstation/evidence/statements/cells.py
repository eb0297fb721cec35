"""Reading single cells of statements: amounts, days, currencies, account numbers, as issuers really print them."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time
from functools import lru_cache
from typing import Final

from workstation.amount_text import parsed
from workstation.characters import restored
from workstation.dates import parse_day, parse_offset_instant, parse_serial_day
from workstation.errors import Refused
from workstation.list_scale import currency_said, says_none
from workstation.money import MINOR_DIGITS, Money, minor_digits

NO_CURRENCY: Final = "XXX"
"""The code of ISO 4217 for none: of rows whose currency is named by a word that nobody here knows."""
_ISO: Final = frozenset(MINOR_DIGITS)
_NOTHING: Final = frozenset({"", "-", "--", "/", "—", "——"})
_LONGEST_BLANK: Final = 8  # a dash with padding and quotes
_TIME: Final = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2}))?")
_COUNTRY: Final = re.compile(r"\((?:[A-Z]{2,3}|已全额退款|已退款[\d.,]*)\)$")
_USUAL: Final = re.compile(r"\s*([-+]?)([0-9]{1,3}(?:,[0-9]{3})*|[0-9]+)(?:\.([0-9]{1,2}))?\s*")
"""Nearly every amount of a list; read without the detours that the others need."""
_SHORTENED: Final = re.compile(r"[+-]?\d(?:\.\d+)?[eE]\+\d{1,3}")
_CODE: Final = re.compile(r"^([A-Z]{3}) ?(?=[-+\d.])")
_TRANSLATION: Final = re.compile(r"^[A-Za-z .*]+(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])[A-Za-z .*]+$")
_MEANT_AS_DAY: Final = re.compile(r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}|\d{8}$|\d{1,2}/\d{1,2}")
_ISO_LENGTH: Final = 10
_CLOCK_BEHIND: Final = re.compile(
    r"[T ]+(?:\d{1,2}[:时時]\d{2}|\d{6}$|[上下]午|[AP]M).*|[T ]+(?=[^\d\s/.年月日-]).*", re.DOTALL
)
_MONTH: Final = re.compile(r"(\d{4})[-/.年]?(\d{1,2})月?")
_USUAL_MOMENT: Final = re.compile(r"(?:19|20)[0-9]{2}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}")
_USUAL_CLOCK: Final = re.compile(
    r"(?:19|20)[0-9]{2}(?:-[0-9]{2}-[0-9]{2}|[0-9]{4}) (?:[0-9]{2}:[0-9]{2}:[0-9]{2}|[0-9]{6})"
)
_COMPACT_TIME: Final = re.compile(r"(\d{2})(\d{2})(\d{2})")


def plain(text: str) -> str:
    """A cell without padding, tabs, quotes around it and full-width forms."""
    if text.isascii():
        return text.strip().strip("'").strip()
    return unicodedata.normalize("NFKC", restored(text)).strip().strip("'").strip()


def title(text: str) -> str:
    """A column title without the translation printed beside it: ``Trans Date\\n交易日期`` is 交易日期, ``序号No.`` is 序号."""
    words = " ".join(plain(text).split())
    return words if words.isascii() else _TRANSLATION.sub("", words)


def amount(text: str, currency: str) -> Money | None:
    """An amount, or None where the cell holds nothing, a dash or something masked. More digits than the currency
    has: None.
    """
    if not text:
        return None
    if (usual := _USUAL.fullmatch(text)) and minor_digits(currency) == 2:
        minor = int(usual[2].replace(",", "") + (usual[3] or "").ljust(2, "0"))
        return Money(-minor if usual[1] == "-" else minor, currency)
    if is_blank(text):
        return None
    try:
        return Money.parse(_COUNTRY.sub("", text.strip().strip("'")), currency)
    except Refused:
        return None


def currency_of(text: str, default: str) -> str:
    """The currency that an amount names, or ``default``; of an amount that cannot be read, too."""
    try:
        return parsed(text.strip().strip("'"), default).currency or default
    except Refused:
        return default


def forget() -> None:
    """Drop the cells that reading a file has left in the caches here: they are of a person, and the file is read."""
    for cached in (is_blank, looks_like_day):
        cached.cache_clear()


@lru_cache(maxsize=4096)
def is_blank(text: str) -> bool:
    """Whether a cell holds nothing or a dash that stands for nothing."""
    if len(text) > _LONGEST_BLANK or text.isalnum():
        return False
    return plain(text) in _NOTHING


def currency(text: str, default: str) -> str:
    """ISO code of a printed currency, or before an amount; ``default`` where none is named, `NO_CURRENCY` for a word not known."""
    if text in _ISO:
        return text
    if is_blank(text) or says_none(text):
        return default
    found = _CODE.match(plain(text).upper())
    return found[1] if found else currency_said(text) or NO_CURRENCY


def moment(text: str, clock: str = "") -> tuple[date, datetime | None]:
    """Day and, if printed, local time of a cell (``2025-01-02 09:30:00``, ``20250102`` …). Raises `Refused` for no
    such day.
    """
    if (usual := _usual_moment(text, clock)) is not None:
        return usual
    bare = plain(text)
    if not clock and len(bare) == _ISO_LENGTH and bare[4] == bare[7] == "-":
        return _iso_day(bare), None
    if (local := parse_offset_instant(bare)) is not None:
        return local.date(), local
    if (counted := parse_serial_day(bare)) is not None and not clock:
        return counted.date(), counted if counted.time() != time() else None
    day = counted.date() if counted else parse_day(_day_part(bare))
    time_text = plain(clock) or bare
    found = _TIME.search(time_text) or _COMPACT_TIME.fullmatch(time_text)
    if not found:
        return day, None
    hour, minute, second = int(found[1]), int(found[2]), int(found[3] or 0)
    if hour > 23 or minute > 59 or second > 59:
        return day, None
    return day, datetime.combine(day, time(hour, minute, second))


def _usual_moment(text: str, clock: str) -> tuple[date, datetime | None] | None:
    """What is printed as nearly all is, ``2025-01-02``, ``2025-01-02 09:30:00`` or ``20250102`` beside ``093000``; else None."""
    try:
        if not clock and len(text) == _ISO_LENGTH and text[4] == text[7] == "-":
            return date.fromisoformat(text), None
        printed, usual = (f"{text} {clock}", _USUAL_CLOCK) if clock else (text, _USUAL_MOMENT)
        if usual.fullmatch(printed):
            at = datetime.fromisoformat(printed)
            return at.date(), at
    except ValueError:
        return None  # no such day or hour, or a padded cell: read at length
    return None


def _day_part(text: str) -> str:
    """A printed day without the time behind it; blanks inside the day stay (``2026 11 05``)."""
    found = _CLOCK_BEHIND.search(text)
    return text[: found.start()] if found else text


def _iso_day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return parse_day(text)  # refuses it


def month(text: str, clock: str = "") -> tuple[date, datetime | None]:
    """The first day of a month printed as ``2026-01``, ``202601`` or ``2026年1月``. Raises `Refused` for no such month."""
    found = _MONTH.fullmatch(plain(text))
    return parse_day(f"{found[1]}-{found[2]}-01" if found else text), None


def day_first(text: str) -> date:
    """A day printed as ``31/03/2025``. Raises `Refused` for no such day."""
    return parse_day("-".join(reversed(plain(text).split("/"))))


def is_shortened(text: str) -> bool:
    """Whether a spreadsheet wrote a number with a power of ten (``2.02603E+27``), by which digits are lost."""
    return ("E+" in text or "e+" in text) and _SHORTENED.fullmatch(text.strip()) is not None


def believable(day: date) -> bool:
    """Whether an electronic statement can speak of this day; a slipped year would open thousands of months."""
    return 1990 <= day.year < 2100


@lru_cache(maxsize=2048)
def looks_like_day(text: str) -> bool:
    """Whether a cell was meant as a day, possible or not."""
    return bool(_MEANT_AS_DAY.match(plain(text)))


def tail(account: str) -> str:
    """An account as it may be shown: ``…1234``; of an e-mail address the first two characters and the domain."""
    bare = plain(account)
    if "@" in bare:
        name, _, domain = bare.partition("@")
        return f"{name[:2]}…@{domain}"
    return f"…{bare[-4:]}" if bare else ""
