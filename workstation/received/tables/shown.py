"""Number formats that show another figure than the cell holds: a unit, per cent or a foreign currency is part of what was meant.

``3.25`` under ``0.00"万元"`` is 3.25万元 on the screen of whoever wrote it. What such a format shows counts; a format that cannot
be followed is put behind the figure, which then is no amount to anybody.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final

from workstation.currencies import MINOR_DIGITS, NAMES, SIGNS

_TOKENS: Final = re.compile(
    r'"(?P<quoted>[^"]*)"|[\\!](?P<escaped>.)|\[\$(?P<currency>[^\]-]*)(?:-[^\]]*)?\]|\[[^\]]*\]|_.|\*.|(?P<digits>[#0?][#0?,]*(?:\.[#0?]*,*)?(?:E[+-]0+)?)|(?P<other>.)',
    re.DOTALL,
)
_POINTED: Final = re.compile(r'([#0?][#0?,]*)(?:[!\\\\]\.|"\.")([0?]+)(,*)')
"""``0!.0,"万"``: a point that is only drawn, before the last digits of what a comma has divided by a thousand."""
_TURNED: Final = re.compile(r'[^#0?]*(?:"-|[\\\\!]-)')
"""A minus that is drawn before numbers that have none."""
_CONDITION: Final = re.compile(r"\[[<>=]")
_UNITS: Final = re.compile(r"[十百千万萬亿億‰‱%]|thousand|million|\b[kmwb]\b", re.IGNORECASE)
_HOME: Final = frozenset("¥￥元圆圓")
_CURRENCY: Final = re.compile("|".join(map(re.escape, sorted({*NAMES, *SIGNS.values(), *MINOR_DIGITS, "$"} - _HOME))))
_COUNTED: Final = re.compile(r"[期天日月年户笔人次个页条岁小时分秒号个人]+")
_DATES: Final = re.compile(r"[ymdhseg]|上午|下午|AM/PM", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Meaning:
    """What a format does to a number: words that matter on either side, per cent signs, the power of ten it is divided by."""

    before: str = ""
    behind: str = ""
    percent: int = 0
    tens: int = 0


_PLAIN: Final = _Meaning()


@lru_cache(512)
def changes_figure(code: str) -> bool:
    """Whether a number under this format is seen as another figure than the cell holds: scaled, with a unit, in a currency."""
    return _meaning(code) != _PLAIN


def shown(value: Decimal, code: str) -> str:
    """A number as its format means it: every digit of the value kept, scale and words of the format put to it."""
    found = _meaning(code)
    if found is None:
        return f"{value:f} 〔{code}〕"
    scaled = value.scaleb(2 * found.percent - found.tens)
    return f"{found.before}{_digits(scaled)}{'%' * found.percent}{found.behind}"


def _digits(number: Decimal) -> str:
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


@lru_cache(512)
def _meaning(code: str) -> _Meaning | None:
    """None for a format that cannot be followed and may show another figure."""
    parts = _sections(code)
    sections = [_of_section(one) for one in parts]
    if _TURNED.match(parts[0]):
        return None
    if _CONDITION.search(code):
        return _PLAIN if all(one == _PLAIN for one in sections) else None
    return sections[0] if len(sections) == 1 or sections[1] in (sections[0], _PLAIN) else None


def _of_section(section: str) -> _Meaning | None:
    section = section.replace("General", "0")
    if _is_date(section):
        return _PLAIN
    pointed = _POINTED.search(section)
    if pointed:
        section = f"{section[: pointed.start()]}0{pointed[3]}{section[pointed.end() :]}"
    words, digits, percent = ["", ""], "", 0
    for token in _TOKENS.finditer(section):
        if token["digits"]:
            if digits and token["digits"].strip("?#0"):
                return None
            digits = digits or token["digits"]
        elif token["other"] == "%":
            percent += 1
        else:
            literal = token["quoted"] or token["escaped"] or token["currency"] or ""
            words[bool(digits)] += literal or (token["other"] or "").strip("+-()/")
    if not digits:
        return _PLAIN
    behind_point = len(pointed[2]) if pointed else 0
    return _made(words, percent, 3 * (len(digits) - len(digits.rstrip(","))) + behind_point)


def _made(words: list[str], percent: int, tens: int) -> _Meaning | None:
    before, behind = (_that_matter(one.strip()) for one in words)
    if before is None or behind is None or (tens and not before + behind):
        return None  # divided, and nothing says by what
    return _Meaning(before, behind, percent, tens)


def _that_matter(words: str) -> str | None:
    """Units and currencies among the words of a format, nothing for those that only name what is counted, None for riddles."""
    bare = words.strip("".join(_HOME) + " ")
    if not bare or _COUNTED.fullmatch(bare):
        return ""
    if _UNITS.search(words) or _CURRENCY.search(words):
        return words
    return None if any(map(str.isdigit, words)) or not bare.strip(".,·") else ""


def _is_date(section: str) -> bool:
    bare = re.sub(r'"[^"]*"|[\\!_*].|\[[^\]]*\]', "", section)
    return bool(_DATES.search(bare)) and not re.search("[#0]", re.sub(r"[sS]\.0+|E\+0+", "", bare))


def _sections(code: str) -> list[str]:
    """The parts for positive and negative numbers; a semicolon in a word does not part them."""
    return re.split(r';(?=(?:[^"]*"[^"]*")*[^"]*$)', code)
