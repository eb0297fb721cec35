"""One reader of rates for people and files: marks and words decide; a bare number is read where only one reading is believable."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from typing import Final

import resources
from workstation.errors import Finding, Refused
from workstation.rates import Rate, Span

PERCENT: Final = Decimal("0.01")
SHARE: Final = Decimal(1)
_MARKS: Final = {"%": PERCENT, "‰": Decimal("0.001"), "‱": Decimal("0.0001")}
_PARTS: Final = {
    "百分之": PERCENT,
    "千分之": Decimal("0.001"),
    "万分之": Decimal("0.0001"),
    "萬分之": Decimal("0.0001"),
}
_WIDE: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0xA0: 0x20, 0xFE6A: ord("%")}
_NUMBER: Final = re.compile(r"\+?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)")
_SPANS: Final[tuple[tuple[re.Pattern[str], Span], ...]] = (
    (re.compile(r"^(?:年利率|年化利率|年化|年息|年)[:：]?"), "annual"),
    (re.compile(r"^(?:月利率|月息|月)[:：]?"), "monthly"),
    (re.compile(r"^(?:日利率|日息|日)[:：]?"), "daily"),
    (re.compile(r"(?:/|每)(?:年|annum|year)$|p\.?a\.?$"), "annual"),
    (re.compile(r"(?:/|每)(?:月|month)$"), "monthly"),
    (re.compile(r"(?:/|每)(?:日|天|day)$"), "daily"),
)
_NUMERALS: Final = {word: value for value, word in enumerate("零一二三四五六七八九")} | {"两": 2, "兩": 2, "〇": 0}


def read_rate(text: str, span: Span, unit: Decimal | None = None, judged: Span | None = None) -> Rate:
    """A rate from a text: ``18%``, ``万分之五``, ``5‱``, ``日息0.05%``, or a bare number.

    ``unit``: what a person said that a bare number counts (0.01: per cent), or None. ``judged``: the span by whose rates a bare
    number is believed, where it is not ``span``: a fee of one period is judged as a rate a month.
    Raises `Refused`: ``rate_unreadable``, ``rate_other_span`` (the text names another span than ``span``), ``rate_unclear`` (a bare
    number that may mean two things, or none that is believable).
    """
    bare = text.translate(_WIDE).replace(" ", "")
    for pattern, named in _SPANS:
        if (found := pattern.search(bare)) and found[0] != bare:
            if named != span:
                raise Refused(Finding("rate_other_span", "", {"text": text}))
            bare = bare[: found.start()] + bare[found.end() :]
    share = _marked(bare)
    if share is None:
        if not _NUMBER.fullmatch(bare):
            raise Refused(Finding("rate_unreadable", "", {"text": text}))
        number = Decimal(bare)
        share = number * (unit if unit is not None else believable_unit(text, number, judged or span))
    return Rate(share, span)


def read_agreed_rate(text: str, judged: Span | None = None) -> Rate:
    """A rate as it was agreed, in the span that the text names (``日万分之五``, ``1.5%/月``), or else a year.

    ``万分之五`` and other shares far below any yearly rate say a day or a month among people who know: they are asked.
    Raises `Refused` as `read_rate` does, and ``rate_span_missing``.
    """
    named = named_span(text)
    rate = read_rate(text, named or "annual", judged=None if named else judged)
    if named is None and judged is None and 0 < rate.value < _bounds()["annual"]["percent"] * PERCENT:
        raise Refused(Finding("rate_span_missing", "", {"text": text}))
    return rate


def named_span(text: str) -> Span | None:
    """The span that a text of a rate names, if it does."""
    bare = text.translate(_WIDE).replace(" ", "")
    return next((named for pattern, named in _SPANS if (found := pattern.search(bare)) and found[0] != bare), None)


def believable_unit(text: str, number: Decimal, span: Span) -> Decimal:
    """What a bare number counts, when only one reading is believable. Raises `Refused` (rate_unclear)."""
    bounds = _bounds()[span]
    if number <= bounds["share"]:
        return SHARE
    if bounds["percent"] <= number <= bounds["percent_most"]:
        return PERCENT
    raise Refused(Finding("rate_unclear", "", {"text": text}))


def _marked(bare: str) -> Decimal | None:
    """The share of a number with a mark or a word for its unit; None for a bare number."""
    mark = _MARKS.get(bare[-1:])
    if mark is not None and _NUMBER.fullmatch(bare[:-1]):
        return Decimal(bare[:-1]) * mark
    for word, part in _PARTS.items():
        if bare.startswith(word):
            rest = bare[len(word) :]
            if _NUMBER.fullmatch(rest):
                return Decimal(rest) * part
            number = _spoken(rest)
            return None if number is None else number * part
    return None


def _spoken(words: str) -> Decimal | None:
    """五, 十八, 二十四, 一点五: numerals of one or two places, as rates have them."""
    whole, point, part = words.partition("点")
    tens, ten, ones = whole.rpartition("十")
    digits = [_NUMERALS.get(one, -1) for one in (tens or ("一" if ten else "零"), ones or ("零" if ten else ""), *part)]
    if -1 in digits or bool(point) is not bool(part):
        return None
    decimals = "".join(map(str, digits[2:])) or "0"
    return Decimal(f"{digits[0] * 10 + digits[1]}.{decimals}")


@cache
def _bounds() -> Mapping[str, Mapping[str, Decimal]]:
    tree = tomllib.loads(resources.path("portfolio", "rates.toml").read_text("utf-8"))
    return {span: {name: Decimal(value) for name, value in bounds.items()} for span, bounds in tree.items()}
