"""The window in Traditional Chinese: zh_TW.ts follows from zh_CN.ts, message by message, and is never edited by hand.

A term that the window says otherwise than OpenCC stands in window.toml under ``terms``, a whole sentence that was put better by
hand under ``sentences``, by its simplified text: when that changes, the sentence is dropped, named and to be put anew.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Final
from xml.sax.saxutils import escape, unescape

import resources
from tools.traditional.converter import HERE, converted, replaced, terms

SOURCE: Final = resources.path("translations", "zh_CN.ts")
TARGET: Final = resources.path("translations", "zh_TW.ts")
BY_HAND: Final = HERE / "window.toml"
_TEXT: Final = re.compile(r"(<translation[^>]*>)([^<]*)(</translation>)")
_QUOTES: Final = {'"': "&quot;", "'": "&apos;"}


@cache
def sentences() -> Mapping[str, str]:
    """Simplified text → the traditional one that a person wrote."""
    found: dict[str, str] = tomllib.loads(BY_HAND.read_text("utf-8"))["sentences"]
    return found


def said(simplified: str) -> str:
    """What the window says in Traditional Chinese."""
    return sentences().get(simplified) or drafted(simplified)


def drafted(simplified: str) -> str:
    """The same without any sentence put by hand."""
    return replaced(converted(simplified), terms("window.toml"))


def made(simplified: str) -> str:
    """The text of zh_TW.ts for the text of zh_CN.ts."""
    plain = {mark: sign for sign, mark in _QUOTES.items()}

    def one(found: re.Match[str]) -> str:
        return found[1] + escape(said(unescape(found[2], plain)), _QUOTES) + found[3]

    return _TEXT.sub(one, simplified.replace('language="zh_CN"', 'language="zh_TW"', 1))


def unused(simplified: str) -> tuple[str, ...]:
    """Sentences put by hand whose simplified text the window no longer says."""
    plain = {mark: sign for sign, mark in _QUOTES.items()}
    known = {unescape(found[2], plain) for found in _TEXT.finditer(simplified)}
    return tuple(text for text in sentences() if text not in known)


def write() -> None:
    """Write zh_TW.ts anew; sentences that no message says any more leave window.toml and are named."""
    simplified = SOURCE.read_text("utf-8")
    TARGET.write_text(made(simplified), "utf-8")
    lines = BY_HAND.read_text("utf-8").splitlines(keepends=True)
    for text in unused(simplified):
        print(f"window.toml: no message says this any more: {text}")
        lines = [line for line in lines if not line.startswith(json.dumps(text, ensure_ascii=False) + " = ")]
    BY_HAND.write_text("".join(lines), "utf-8")
