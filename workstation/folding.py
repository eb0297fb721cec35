"""Texts as they are compared: what is the same name in another writing becomes one key. Nothing folded is ever shown or stored."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import Final

import resources
from workstation.characters import middle_dots, restored

_USUAL: Final = re.compile("[\u4e00-\u9fff0-9a-z]+")
_BRACKETS: Final = str.maketrans("〔【[〕】]", "((()))")


def folded(text: str) -> str:
    """One key for every writing of a text: width, case, blanks, Simplified or Traditional, any middle dot, any brackets.

    ``（集团）`` is ``(集团)``, ``張偉`` is ``张伟``; a middle dot between letters that are not ASCII is left out, as many forms do.
    """
    if text.isascii():
        return " ".join(text.lower().translate(_BRACKETS).split())
    if _USUAL.fullmatch(text):  # nothing but what stays as it is, Traditional characters apart
        return text.translate(_simplified())
    same = unicodedata.normalize("NFKC", restored(text)).casefold().translate(_simplified()).translate(_BRACKETS)
    return " ".join(_dots().sub("", same).split())


def same_text(one: str, other: str) -> bool:
    """Whether two texts differ only in the way they are written; blanks do not count."""
    return one == other or _unspaced(one) == _unspaced(other)


def _unspaced(text: str) -> str:
    return folded(text).replace(" ", "")


@cache
def _simplified() -> Mapping[int, str]:
    pairs = tomllib.loads(resources.path("names", "simplified.toml").read_text("utf-8"))["pairs"].split()
    return {ord(pair[0]): pair[1] for pair in pairs}


@cache
def _dots() -> re.Pattern[str]:
    """A middle dot, or a full stop that serves as one, between two letters of which none is ASCII."""
    letter = r"[^\W\d_a-zA-Z]"
    return re.compile(rf"(?<={letter})\s*[.{re.escape(middle_dots())}]\s*(?={letter})")


def folded_signs(text: str) -> str:
    """The text folded sign by sign, as long as it was: width, case, Simplified for Traditional, a straight apostrophe."""
    return text.translate(_signs())


class _Signs(dict[int, str]):
    """What each sign is folded to, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = folded_sign = _folded_sign(chr(code), _simplified())
        return folded_sign


@cache
def _signs() -> _Signs:
    return _Signs()


def _folded_sign(sign: str, table: Mapping[int, str]) -> str:
    if sign.isascii():
        return sign.lower()
    if sign in "’‘":
        return "'" if sign == "’" else sign
    same = unicodedata.normalize("NFKC", sign).casefold().translate(table)
    return same if len(same) == 1 else sign
