"""How a paper names the text that a rule rests on: in an English paper by its English name, with the one that is law behind it,
in one of Traditional Chinese in that writing.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Final

import resources
from workstation.policy.toml_section import traditional_texts

_ARTICLE: Final = re.compile(r"第\s*([0-9]+|[〇零一二三四五六七八九十百千]+)\s*[条條](?:之([0-9]+))?")
_NOTE: Final = re.compile(r"（[^（）]*）$")
_STATE: Final = "中华人民共和国|中華民國"
_DIGITS: Final = {sign: number for number, sign in enumerate("零一二三四五六七八九")} | {"〇": 0}
_PLACES: Final = {"十": 10, "百": 100, "千": 1000}


def cited(name: str, language: str) -> str:
    """The text in the language of a paper; an unknown one as it is.

    ``the Civil Code …, Articles 509 and 543 (《民法典》第五百零九条、第五百四十三条)`` in English.
    """
    if language == "zh-Hant":
        return traditional_texts().get(name, name)
    law = next((known for known in sorted(_laws(), key=len, reverse=True) if _names(known, name)), None)
    if language != "en" or law is None:
        return name
    articles = [_number(found[1]) + (f"-{found[2]}" if found[2] else "") for found in _ARTICLE.finditer(name)]
    original = _NOTE.sub("", name) if articles or "》（" in name else name
    return f"the {_laws()[law]}{_listed(articles)} ({original})"


def _names(law: str, text: str) -> bool:
    """Whether a text names a law: not within another word, as 民法 is within 人民法院."""
    return re.search(rf"(?:^|{_STATE}|[^\u4e00-\u9fff]){re.escape(law)}", text) is not None


def _listed(articles: list[str]) -> str:
    if len(articles) < 2:
        return f", Article {articles[0]}" if articles else ""
    return f", Articles {', '.join(articles[:-1])} and {articles[-1]}"


def _number(text: str) -> str:
    """``188`` of 一百八十八."""
    if text.isdecimal():
        return text
    total = digit = 0
    for sign in text:
        if sign in _DIGITS:
            digit = _DIGITS[sign]
        else:
            total, digit = total + (digit or 1) * _PLACES[sign], 0
    return str(total + digit)


@cache
def _laws() -> Mapping[str, str]:
    laws: dict[str, str] = tomllib.loads(resources.path("names", "laws.toml").read_text("utf-8"))["laws"]
    return laws
