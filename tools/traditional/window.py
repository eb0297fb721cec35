"""The window in Traditional Chinese: zh_TW.ts follows from zh_CN.ts, message by message, and is never edited by hand.

A term that the window says otherwise than OpenCC stands in window.toml under ``terms``, a whole sentence that was put better by
hand under ``sentences``, by its simplified text: when that changes, the sentence is named and is to be put anew.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape, unescape

import resources
from tools.traditional.converter import HERE, converted, replaced, terms

SOURCE: Final = resources.path("translations", "zh_CN.ts")
TARGET: Final = resources.path("translations", "zh_TW.ts")
_TEXT: Final = re.compile(r"(<translation[^>]*>)([^<]*)(</translation>)")
_QUOTES: Final = {'"': "&quot;", "'": "&apos;"}


@cache
def sentences() -> Mapping[str, str]:
    """Simplified text → the traditional one that a person wrote."""
    found: dict[str, str] = tomllib.loads((HERE / "window.toml").read_text("utf-8"))["sentences"]
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


def write(source: Path = SOURCE, target: Path = TARGET) -> None:
    """Write zh_TW.ts anew and name the sentences that nothing asks for any more."""
    simplified = source.read_text("utf-8")
    target.write_text(made(simplified), "utf-8")
    for text in unused(simplified):
        print(f"window.toml: no message says this any more: {text}")
