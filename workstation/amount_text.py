"""One grammar of amounts, for what people type and for what files hold: sign, currency, digits in even groups, unit, words.

What does not fit it as a whole is refused: two figures in one cell, letters, a comma in an odd place never become another amount.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from workstation.amount_words import in_words
from workstation.currencies import MINOR_DIGITS, NAMES, SIGNS, minor_digits
from workstation.errors import Finding, Refused

UNITS: Final = {
    "": 1, "百": 10**2, "佰": 10**2, "千": 10**3, "仟": 10**3, "万": 10**4, "萬": 10**4, "百万": 10**6, "百萬": 10**6,
    "千万": 10**7, "千萬": 10**7, "亿": 10**8, "億": 10**8,
}  # fmt: skip
"""What may stand behind the digits, with 元 or without."""

_WIDE: Final = (
    {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
    | dict.fromkeys((0x3000, 0xA0, 0x2009, 0x202F), 0x20)
    | {0xFFE5: ord("¥"), 0xFFE1: ord("£"), 0xFF61: ord("。")}
)
"""Full-width forms and odd blanks only: a wider folding would read ² or ① as a digit of the number."""
_MINUS: Final = "-\u2212"
_DIGITS: Final = re.compile(
    r"(?:[1-9][0-9]{0,2}(?: [0-9]{3})+(?=\.[0-9]{2}(?![0-9]))|[0-9]{1,3}(?:,[0-9]{3})+(?![0-9,])"
    r"|[0-9]{1,4}(?:,[0-9]{4}){2,}(?![0-9,])|[0-9]+(?![0-9,]))(?:[.。][0-9]+)?"
)
"""Groups of three; or of four, as 万 and 亿 fall, where there are two of them: a single one is rather a slip. A blank parts groups
of three only before two decimals: without these, 100 200 may as well be two figures that ran into one cell.
"""
_PLAIN: Final = str.maketrans({",": None, " ": None, "。": "."})
_DOLLARS: Final = frozenset(code for code, sign in SIGNS.items() if sign.endswith("$")) | {"CAD", "AUD", "SGD"}
_MARKS: Final = {sign: code for code, sign in SIGNS.items()} | NAMES | {code: code for code in MINOR_DIGITS}
_BEFORE: Final = re.compile("|".join(map(re.escape, sorted((*_MARKS, "$"), key=len, reverse=True))))
_BEHIND: Final = re.compile(f"({'|'.join(sorted(filter(None, UNITS), key=len, reverse=True))})?(.*)", re.DOTALL)
_CODE: Final = re.compile(r"[A-Z]{3}(?![A-Za-z])")
_YUAN: Final = frozenset(("元", "圆", "圓", "块"))


@dataclass(frozen=True, slots=True)
class AmountText:
    """What a text says: ``exact`` signed major units, the ``currency`` that it names or nothing, and whether it bears a unit of its
    own, as words do, and digits before 万 or 元.
    """

    exact: Fraction
    currency: str = ""
    has_unit: bool = False


def read_amount(text: str, currency: str, unit: int | Fraction = 1) -> tuple[int, str]:
    """Minor units and currency of a text; without a currency or unit of its own it has those given (``unit`` in major units).

    Raises `Refused`: ``amount_unreadable``, ``amount_currency_unknown``, ``amount_too_fine``, ``amount_unit_twice``.
    """
    found = parsed(text, currency)
    if found.has_unit and unit != 1:
        raise Refused(Finding("amount_unit_twice", "", {"text": text}))
    code = found.currency or currency
    digits = minor_digits(code)
    minor = found.exact * (1 if found.has_unit else unit) * 10**digits
    if minor.denominator != 1:
        raise Refused(Finding("amount_too_fine", "", {"text": text, "digits": str(digits)}))
    return minor.numerator, code


def parsed(text: str, currency: str) -> AmountText:
    """What a text says as a whole; ``currency`` tells what ¥ and $ mean. Raises `Refused` as `read_amount`."""
    bare = text.translate(_WIDE).strip()
    negative = bare.startswith("(") and bare.endswith(")")
    bare = bare[1:-1].strip() if negative else bare
    code, sign, rest = "", "", bare
    for _ in range(2):  # ¥-5 and -¥5 are the same
        if not sign and rest[:1] in (*_MINUS, "+"):
            sign, rest = rest[0], rest[1:].lstrip()
        if not code:
            code, rest = _leading(text, rest, currency)
    spoken = in_words(rest)
    if spoken is not None:
        return AmountText(-spoken if sign in (*_MINUS,) or negative else spoken, code, bool(spoken))
    digits = _DIGITS.match(rest)
    if digits is None or (negative and sign):
        raise _unreadable(text)
    behind = _BEHIND.fullmatch(rest[digits.end() :].strip())
    named, tail = (behind[1] or "", behind[2].strip()) if behind else ("", "")
    if tail and tail not in _YUAN:
        behind_digits = _trailing(text, tail)
        if code not in ("", behind_digits):
            raise _unreadable(text)
        code = behind_digits
    exact = Fraction(digits[0].translate(_PLAIN)) * UNITS[named]
    own_unit = bool(named) or (bool(exact) and tail in _YUAN)
    return AmountText(-exact if negative or (sign and sign in _MINUS) else exact, code, own_unit)


def _leading(text: str, rest: str, currency: str) -> tuple[str, str]:
    mark = _BEFORE.match(rest)
    if mark:
        return _meant(text, mark[0], currency), rest[mark.end() :].lstrip()
    if code := _CODE.match(rest):
        raise Refused(Finding("amount_currency_unknown", "", {"text": text, "currency": code[0]}))
    return "", rest


def _trailing(text: str, tail: str) -> str:
    if tail in _MARKS:
        return _MARKS[tail]
    if _CODE.fullmatch(tail):
        raise Refused(Finding("amount_currency_unknown", "", {"text": text, "currency": tail}))
    raise _unreadable(text)


def _meant(text: str, mark: str, currency: str) -> str:
    """¥ is that of the place where it stands, and so is $; anywhere else $ says nothing."""
    if mark == "¥" and currency == "JPY":
        return currency
    if mark != "$":
        return _MARKS[mark]
    if currency not in _DOLLARS:
        raise Refused(Finding("amount_currency_unknown", "", {"text": text, "currency": "$"}))
    return currency


def _unreadable(text: str) -> Refused:
    return Refused(Finding("amount_unreadable", "", {"text": text}))
