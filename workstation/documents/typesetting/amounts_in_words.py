"""Amounts in words, as contracts repeat them: 人民币伍万玖仟贰佰叁拾陆元肆角伍分, 新臺幣伍萬元整, "RMB fifty-nine … and 45/100".

Chinese follows 《支付结算办法》 附件一: 整 after 元 or 角, one 零 for any run of zeros inside a number, none at its end.
"""

from __future__ import annotations

from typing import Final

from workstation.money import Money

_DIGITS: Final = "零壹贰叁肆伍陆柒捌玖"
_PLACES: Final = ("", "拾", "佰", "仟")
_GROUPS: Final = ("", "万", "亿", "万亿", "亿亿")
_NAMES: Final = {
    "CNY": ("人民币", "RMB", "yuan"),
    "TWD": ("新台币", "TWD", "New Taiwan dollars"),
    "HKD": ("港币", "HKD", "Hong Kong dollars"),
    "USD": ("美元", "USD", "US dollars"),
    "EUR": ("欧元", "EUR", "euros"),
    "GBP": ("英镑", "GBP", "pounds sterling"),
    "JPY": ("日元", "JPY", "yen"),
    "KRW": ("韩元", "KRW", "won"),
}
_TRADITIONAL: Final = str.maketrans("贰叁陆万亿负币台欧镑韩", "貳參陸萬億負幣臺歐鎊韓")
_SMALL: Final = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS: Final = ["zero", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_THOUSANDS: Final = ("", "thousand", "million", "billion", "trillion", "quadrillion")


def in_words(amount: Money, language: str) -> str:
    """The amount spelled out, currency first; a negative one begins 负 / "minus"."""
    if language == "en":
        return _english(amount)
    return _chinese(amount).translate(_TRADITIONAL) if language == "zh-Hant" else _chinese(amount)


def _chinese(amount: Money) -> str:
    name = _NAMES.get(amount.currency, (amount.currency,))[0]
    sign = "负" if amount.minor < 0 else ""
    whole, part = divmod(abs(amount.minor), 10**amount.digits)
    if not amount.digits:
        return f"{name}{sign}{_whole(whole) or '零'}元整"
    tenths, hundredths = divmod(part, 10)
    words = f"{_whole(whole)}元" if whole else ""
    if tenths:
        words += f"{_DIGITS[tenths]}角"
    elif hundredths and whole:
        words += "零"
    words += f"{_DIGITS[hundredths]}分" if hundredths else "整"
    return f"{name}{sign}{words if words != '整' else '零元整'}"


def _whole(number: int) -> str:
    """Groups of four digits; a 零 stands where a group is empty or begins with a zero, after something was said."""
    words, gap, index = "", False, len(_GROUPS) - 1
    while index >= 0:
        group = number // 10_000**index % 10_000
        if group:
            words += "零" if words and (gap or group < 1000) else ""
            words += _group(group) + _unit(index, number)
            gap = False
        else:
            gap = True
        index -= 1
    return words


def _unit(index: int, number: int) -> str:
    """万 and 亿; in 万亿 the 亿 is said once, after the last group that bears it."""
    if index == 3 and number // 10_000**2 % 10_000:
        return "万"
    return _GROUPS[index]


def _group(number: int) -> str:
    words, gap = "", False
    for place in (3, 2, 1, 0):
        digit = number // 10**place % 10
        if digit:
            words += ("零" if words and gap else "") + _DIGITS[digit] + _PLACES[place]
            gap = False
        else:
            gap = True
    return words


def _english(amount: Money) -> str:
    _, code, unit = _NAMES.get(amount.currency, ("", amount.currency, ""))
    sign = "minus " if amount.minor < 0 else ""
    whole, part = divmod(abs(amount.minor), 10**amount.digits)
    words = f"{code} {sign}{_spelled(whole)} {unit}".rstrip()
    if not amount.digits:
        return f"{words} only"
    return f"{words} and {part:02d}/100" if part else f"{words} only"


def _spelled(number: int) -> str:
    parts, index = [], 0
    while number:
        number, group = divmod(number, 1000)
        if group:
            parts.append(f"{_hundreds(group)} {_THOUSANDS[index]}".rstrip())
        index += 1
    return " ".join(reversed(parts)) or "zero"


def _hundreds(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    words = [f"{_SMALL[hundreds]} hundred"] if hundreds else []
    if rest:
        tens, ones = divmod(rest, 10)
        words.append(_SMALL[rest] if rest < 20 else _TENS[tens] + (f"-{_SMALL[ones]}" if ones else ""))
    return " and ".join(words)
