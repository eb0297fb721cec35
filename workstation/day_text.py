"""One grammar of days that a person types: a date in any usual form, or one said from today, as 明天, +30, 下周五, 下月10日, 月底.

What may be several days is refused with them, so that nobody's day is guessed. Files are read by `workstation.dates` alone: they
were not written today.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from typing import Final, Literal

from workstation.dates import add_months, folded_day, parse_day, republic_year
from workstation.errors import Finding, Refused

Edge = Literal["", "first", "last"]
"""Which of its days a month stands for, where one does: what begins in it begins with it, what ends in it ends with it."""

_NEAR: Final = {
    "大前天": -3, "前天": -2, "昨天": -1, "昨日": -1, "yesterday": -1, "今天": 0, "今日": 0, "today": 0,
    "明天": 1, "明日": 1, "tomorrow": 1, "后天": 2, "後天": 2, "大后天": 3, "大後天": 3,
}  # fmt: skip
_DIGIT: Final = {word: at for at, word in enumerate("〇一二三四五六七八九")} | {"两": 2, "兩": 2, "零": 0}
_NUMBER: Final = r"([0-9]{1,4}|[〇零一二两兩三四五六七八九十]{1,3})"
_DAYS: Final = {
    "": 1,
    "天": 1,
    "日": 1,
    "d": 1,
    "周": 7,
    "週": 7,
    "个星期": 7,
    "個星期": 7,
    "星期": 7,
    "个礼拜": 7,
    "個禮拜": 7,
    "w": 7,
}
_MONTHS: Final = {"个月": 1, "個月": 1, "月": 1, "m": 1, "年": 12, "y": 12}
_SPOKEN_UNITS: Final = frozenset({*_DAYS, *_MONTHS} - {"", "日", "月", *"dwmy"})
"""5日前 is before the fifth, 3月后 after March: only what can be nothing but a length of time counts from today."""
_SIGNED: Final = re.compile(
    rf"([+-]) ?{_NUMBER} ?({'|'.join(sorted({*_DAYS, *_MONTHS} - {''}, key=len, reverse=True))})?"
)
_SPOKEN: Final = re.compile(
    rf"{_NUMBER} ?({'|'.join(sorted(_SPOKEN_UNITS, key=len, reverse=True))})(?:之|以)?([后後前])"
)
_BESIDE: Final = {"上上": -2, "上": -1, "本": 0, "这": 0, "這": 0, "当": 0, "當": 0, "": 0, "下": 1, "下下": 2}
_WHICH: Final = r"(上上|上|本|这|這|当|當|下下|下)[个個]?"
_IN_MONTH: Final = re.compile(rf"{_WHICH}月 ?(?:{_NUMBER} ?[日号號]|(底|末))")
_MONTH_END: Final = re.compile(r"(?:本?月)(?:底|末)")
_IN_WEEK: Final = re.compile(rf"(?:{_WHICH})?(?:周|週|星期|礼拜|禮拜)([一二三四五六日天])")
_WEEKDAYS: Final = "一二三四五六日"
_MONTH: Final = re.compile(r"([0-9]{3,4}) ?(?:年|[-/.]) ?([0-9]{1,2}) ?月?")
_WITHOUT_YEAR: Final = re.compile(r"([0-9]{1,2}) ?月 ?([0-9]{1,2}) ?[日号號]?")
_WITHOUT_MONTH: Final = re.compile(rf"{_NUMBER} ?[日号號]")


def read_day(text: str, today: date, edge: Edge = "") -> date:
    """The day that is meant. ``edge``: which of its days a month stands for (``2019年3月``), in the fields of a span.

    Raises `Refused`: day_unreadable, day_beyond_range, day_several (names two it may be), day_of_month_missing.
    """
    said = folded_day(text).lower()
    for reading in (_said_near, _said_away, _said_in_month, _said_in_week):
        with suppress(ValueError, OverflowError):
            if (found := reading(said, today)) is not None:
                return parse_day(found.isoformat())
    if (month := _month(said)) is not None:
        if not edge:
            raise Refused(Finding("day_of_month_missing", "", {"text": text, "example": month.isoformat()}))
        return month if edge == "first" else month.replace(day=monthrange(month.year, month.month)[1])
    if several := _several(said, today):
        first, second = several
        raise Refused(
            Finding("day_several", "", {"text": text, "first": first.isoformat(), "second": second.isoformat()})
        )
    return parse_day(text)


def _said_near(said: str, today: date) -> date | None:
    return today + timedelta(days=_NEAR[said]) if said in _NEAR else None


def _said_away(said: str, today: date) -> date | None:
    if found := _SIGNED.fullmatch(said):
        sign, number, unit = found[1], _number(found[2]), found[3] or ""
    elif found := _SPOKEN.fullmatch(said):
        sign, number, unit = "-" if found[3] == "前" else "+", _number(found[1]), found[2]
    else:
        return None
    count = -number if sign == "-" else number
    if unit in _MONTHS:
        return add_months(today, count * _MONTHS[unit])
    return today + timedelta(days=count * _DAYS[unit])


def _said_in_month(said: str, today: date) -> date | None:
    if _MONTH_END.fullmatch(said):
        return today.replace(day=monthrange(today.year, today.month)[1])
    if not (found := _IN_MONTH.fullmatch(said)):
        return None
    month = add_months(today.replace(day=1), _BESIDE[found[1]])
    return month.replace(day=_number(found[2]) if found[2] else monthrange(month.year, month.month)[1])


def _said_in_week(said: str, today: date) -> date | None:
    """Weeks begin on Monday."""
    found = _IN_WEEK.fullmatch(said)
    if not found or not found[1]:
        return None
    monday = today - timedelta(days=today.weekday())
    return monday + timedelta(days=7 * _BESIDE[found[1]] + _weekday(found[2]))


def _month(said: str) -> date | None:
    """The first day of a month of a year, whether of our era or of 民國."""
    found = _MONTH.fullmatch(said)
    if not found:
        return None
    try:
        return parse_day(date(republic_year(int(found[1])), int(found[2]), 1).isoformat())
    except ValueError:
        return None


def _several(said: str, today: date) -> tuple[date, date] | None:
    """The last day before tomorrow, and the next, that a day without its year, month or week may be."""
    if found := _WITHOUT_YEAR.fullmatch(said):
        month, day = int(found[1]), int(found[2])
        return _around(today, 366 * 8, lambda one: (one.month, one.day) == (month, day))
    if found := _WITHOUT_MONTH.fullmatch(said):
        number = _number(found[1])
        return _around(today, 62, lambda one: one.day == number)
    if found := _IN_WEEK.fullmatch(said):
        weekday = _weekday(found[2])
        return _around(today, 7, lambda one: one.weekday() == weekday)
    return None


def _around(today: date, most: int, fits: Callable[[date], bool]) -> tuple[date, date] | None:
    """The nearest day that fits up to today and the nearest after it, each within ``most`` days; None where there is none."""
    before = next((day for back in range(most) if fits(day := today - timedelta(days=back))), None)
    after = next((day for on in range(1, most + 1) if fits(day := today + timedelta(days=on))), None)
    return (before, after) if before and after else None


def _weekday(word: str) -> int:
    return _WEEKDAYS.index("日" if word == "天" else word)


def _number(text: str) -> int:
    """Digits, or words up to ninety-nine. Raises ValueError for what is none."""
    if text.isdecimal():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    if not ten:
        tens, ones = "", text
    if not {tens, ones} <= {"", *_DIGIT}:
        raise ValueError(text)
    return (_DIGIT[tens] if tens else 1) * 10 * bool(ten) + (_DIGIT[ones] if ones else 0)
