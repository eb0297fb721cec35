"""Amounts in words: 大写 as contracts have them (壹万贰仟元整), numerals as people say them (一千二, 两万三, 三百零五块, 1万2).

What is said short has one meaning: 一千二 is 1,200, since 1,002 is 一千零二. What has none, or two, is no amount.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

_CAPITALS: Final = {
    word: value
    for value, words in enumerate(("零〇", "壹", "贰貳", "叁參", "肆", "伍", "陆陸", "柒", "捌", "玖"))
    for word in words
}
_SIMPLE: Final = str.maketrans("萬億", "万亿")
_PLACES: Final = {"拾": 10, "佰": 100, "仟": 1000}
_GROUPS: Final = (("亿", 10**8), ("万", 10**4))
_DIGIT: Final = "[壹贰貳叁參肆伍陆陸柒捌玖]"
_WORDS: Final = "零〇壹贰貳叁參肆伍陆陸柒捌玖拾佰仟万萬亿億"
_UNNAMED: Final = re.compile(f"(?=.*[拾佰仟万萬亿億])[{_WORDS}]+")
"""大写 of which nobody wrote the 元: 壹拾捌万. A single digit without it may be anything, a family name too."""
_IN_WORDS: Final = re.compile(
    rf"(?=.)(?:(?P<whole>[{_WORDS}]+)[元圆圓])?"
    rf"(?:零?(?P<tenths>{_DIGIT})角)?(?:零?(?P<hundredths>{_DIGIT})分)?[整正]?"
)

_SPOKEN_SIMPLE: Final = str.maketrans("萬億兩〇", "万亿两零")
_DIGITS: Final = {word: value for value, word in enumerate("一二三四五六七八九", 1)}
_UNITS: Final = (("亿", 10**8), ("万", 10**4), ("千", 1000), ("百", 100), ("十", 10))
_PLACES_SAID: Final = frozenset("十百千万亿")
_FEW: Final = {"零": 0, "两": 2}
"""Said so before 元 alone."""
_NUMERALS: Final = "零一二两三四五六七八九十百千万亿"
_YUAN: Final = "(?:元|块钱?|圆|圓|塊錢?)"
_SPOKEN: Final = re.compile(
    rf"(?=.)(?:(?P<whole>[{_NUMERALS}]+)(?P<yuan>{_YUAN})?)?"
    r"(?:零?(?P<tenths>[一二两三四五六七八九])[角毛])?(?:零?(?P<hundredths>[一二两三四五六七八九])分)?[整正]?"
)
_POINT: Final = re.compile(rf"([{_NUMERALS}]+)点([零一二三四五六七八九]{{1,4}})([万亿]){_YUAN}?")
_LARGE: Final = re.compile(r"([1-9][0-9]{0,3})(万|亿)(.*)")
_SMALL: Final = re.compile(r"([1-9])(?=[百千]|$)")


def in_words(text: str) -> Fraction | None:
    """Major units of an amount all in words, or of digits as they are said (3千5); None for any other text, and for words in an
    order that no amount has.
    """
    formal = _capitals(text)
    return formal if formal is not None else _said(text.translate(_SPOKEN_SIMPLE))


def count_in_words(text: str, *, counted: bool = False) -> int | None:
    """A whole number in numerals said in full (十二, 三十六); ``counted``: a word for what is counted follows, which 两 needs."""
    said = text.translate(_SPOKEN_SIMPLE)
    return 2 if counted and said == "两" else _count(said)


# ── 大写 ──


def _capitals(text: str) -> Fraction | None:
    """大写 that stand alone: 伍万贰仟元整, 壹拾捌万. None for other texts, and for words in an order that no amount has."""
    found = _IN_WORDS.fullmatch(f"{text}元" if _UNNAMED.fullmatch(text) else text)
    if found is None:
        return None
    whole = _whole((found["whole"] or "零").translate(_SIMPLE))
    if whole is None or not any(found.groups()):
        return None
    cents = 10 * _CAPITALS[found["tenths"] or "零"] + _CAPITALS[found["hundredths"] or "零"]
    return whole + Fraction(cents, 100)


def _whole(words: str) -> int | None:
    """Groups of four places under 万 and 亿, of which each stands once: 壹万贰仟亿 is 12,000 × 亿.

    A single digit below a place needs its 零: 壹万贰 and 壹佰贰 may lack a 零 or the name of a place.
    """
    for name, value in _GROUPS:
        if name in words:
            high, _, low = words.rpartition(name)
            above, below = None if name in high else _whole(high), _whole(low) if low else 0
            below = None if re.fullmatch(_DIGIT, low) else below
            return above * value + below if above and below is not None and below < value else None
    return _section(words)


def _section(words: str) -> int | None:
    """Up to four places, falling: 仟 佰 拾 and the last digit; 零 only marks a gap."""
    total, digit, place = 0, 0, 10_000
    if re.search(f"[佰仟]{_DIGIT}$", words):
        return None
    for word in words:
        if word in _PLACES:
            if not digit or _PLACES[word] >= place:
                return None
            total, digit, place = total + digit * _PLACES[word], 0, _PLACES[word]
        elif digit or place == 1:
            return None
        else:
            digit = _CAPITALS[word]
    return total + digit


# ── As it is said ──


def _said(text: str) -> Fraction | None:
    if found := _POINT.fullmatch(text):
        whole, part = _count(found[1]), "".join(str(_DIGITS.get(one, 0)) for one in found[2])
        return None if whole is None or whole >= 10**4 else Fraction(f"{whole}.{part}") * dict(_UNITS)[found[3]]
    found = _SPOKEN.fullmatch(_numerals(text))
    if found is None:
        return None
    whole_words, yuan = found["whole"] or "", bool(found["yuan"])
    cents = [_digit(one) for one in (found["tenths"], found["hundredths"])]
    if not whole_words:
        return Fraction(10 * cents[0] + cents[1], 100) if any(cents) else None
    if not yuan and (any(cents) or text[-1:] in "整正" or len(whole_words) == 1 or not set(whole_words) & _PLACES_SAID):
        return None  # a sign alone may be anything, 三 a third line; 三百五角 says neither 300.50 nor 350.50
    if yuan and whole_words in _FEW:
        return _FEW[whole_words] + Fraction(10 * cents[0] + cents[1], 100)
    whole = _count(whole_words, said_short=not yuan)
    return None if whole is None else whole + Fraction(10 * cents[0] + cents[1], 100)


def _digit(word: str | None) -> int:
    return 2 if word == "两" else _DIGITS.get(word or "", 0)


def _numerals(text: str) -> str:
    """Digits beside words as the words that they stand for: 3千5 is 三千五, 12万3 is 十二万三, 1万2500 is 一万二千五百."""
    if not any(one.isdigit() for one in text):
        return text
    rest, said = text, ""
    while found := _LARGE.fullmatch(rest):
        said, rest = f"{said}{_written(int(found[1]))}{found[2]}", found[3]
    if whole := re.fullmatch(rf"([1-9][0-9]{{3}})({_YUAN}?)", rest if said else ""):
        return f"{said}{_written(int(whole[1]))}{whole[2]}"
    return said + _SMALL.sub(lambda digit: "一二三四五六七八九"[int(digit[1]) - 1], rest)


def _written(number: int) -> str:
    """The numeral of 1 to 9999."""
    said = ""
    for name, value in (*_UNITS[2:], ("", 1)):
        digit, number = divmod(number, value)
        if digit:
            said += "一二三四五六七八九"[digit - 1] + name
        elif said and number and not said.endswith("零"):
            said += "零"
    return said


def _count(words: str, *, said_short: bool = False) -> int | None:
    """A numeral; ``said_short``: its last digit may stand for the place below the one before it (一万二), where no 零 is said."""
    for name, value in _UNITS:
        if name in words:
            above_words, _, below_words = words.rpartition(name)
            above = _above(above_words, value)
            below = _below(below_words, value, said_short=said_short)
            return None if above is None or below is None else above * value + below
    return _DIGITS.get(words)


def _above(words: str, value: int) -> int | None:
    """How often a place counts: 十 may go without its 一; 百 and 千 take a digit, 万 and 亿 a numeral said in full."""
    if not words:
        return 1 if value == 10 else None
    if value < 10**4:
        return 2 if words == "两" and value > 10 else _DIGITS.get(words)
    count = 2 if words == "两" else _count(words)
    return count if count is not None and count < 10**4 else None


def _below(words: str, value: int, *, said_short: bool) -> int | None:
    if not words:
        return 0
    if words in _DIGITS and value > 10:
        return _DIGITS[words] * value // 10 if said_short else None
    gap = words.startswith("零")
    below = _count(words[1:] if gap else words, said_short=said_short)
    if below is None or below >= value:
        return None
    if gap:
        return below if below * 10 < value else None
    # 一万五百 is said without its 零; 一千十五 and 一亿二万 would rather be slips.
    return below if below * 100 >= value and not (words.startswith("十") and value > 100) else None
