"""Characters that stand for another one, put back as they were meant; and those by which a name shows that it was damaged."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

import resources

Damage = Literal["private", "lost", "hidden", "mistaken"]

STANDING_IN: Final = "\u2e80-\u2fdf\ue000-\uf8ff"
"""Ranges of characters that stand for another one."""
_STANDING_IN: Final = re.compile(f"[{STANDING_IN}]")
_PRIVATE: Final = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_WESTERN: Final = re.compile("[\u00a1-\u00ff]{4,}")
"""Two Chinese characters of GBK read as a Western code page: ``ÕÅÎ°``. No name has four such letters in a row."""
_HAN: Final = re.compile("[\u4e00-\u9fff]")
_KANGXI: Final = range(0x2F00, 0x2FD6)


@dataclass(frozen=True, slots=True)
class DamagedCharacter:
    """One place of a text that cannot be what a person wrote. ``text``: what stands there, ``position`` counted from 1.

    ``kind``: private (a code whose picture depends on the machine), lost (a mark for a character that a program could not
    write), hidden (a mark that somebody put over it), mistaken (bytes read in a wrong encoding).
    """

    kind: Damage
    text: str
    position: int

    @property
    def code(self) -> str:
        """``U+E000``, of its first character."""
        return f"U+{ord(self.text[0]):04X}"

    @property
    def figures(self) -> Mapping[str, str]:
        """Place and character for a sentence."""
        return {"character": self.text, "position": str(self.position), "character_code": self.code}


def restored(text: str) -> str:
    """The text with the private-use codes of GBK and GB 18030 and with radicals as the characters that they stand for."""
    if text.isascii() or not _STANDING_IN.search(text):
        return text
    return text.translate(_stand_ins())


@cache
def _stand_ins() -> Mapping[int, str]:
    table = _table()
    private = (pair.split("=") for pair in table["private_use"].split())
    found = {code: unicodedata.normalize("NFKC", chr(code)) for code in _KANGXI}
    found |= {ord(pair[0]): pair[1] for pair in table["radicals"].split()}
    # A code of GBK may stand for a radical, which stands for an ideograph.
    return found | {int(code, 16): found.get(ord(meant), meant) for code, meant in private}


@cache
def _table() -> Mapping[str, str]:
    found: Mapping[str, str] = tomllib.loads(resources.path("names", "characters.toml").read_text("utf-8"))
    return found


@cache
def middle_dots() -> str:
    """Every mark that people put between the parts of a name."""
    return _table()["middle_dots"]


def damaged_characters(name: str) -> tuple[DamagedCharacter, ...]:
    """Every place of a name, in order, that shows a character to be lost, hidden or misread. Expects `restored` text."""
    if not _suspect().search(name):  # as of nearly every name
        return ()
    return tuple(sorted(_damaged(name), key=lambda one: one.position))


def _damaged(name: str) -> Iterator[DamagedCharacter]:
    for run in _WESTERN.finditer(name):
        if _HAN.search(run[0].encode("latin-1").decode("gb18030", "ignore")):
            yield DamagedCharacter("mistaken", run[0], run.start() + 1)
    for kind, marks in _marks().items():
        for found in marks.finditer(name):
            yield DamagedCharacter(kind, found[0], found.start() + 1)


@cache
def _suspect() -> re.Pattern[str]:
    """One sign without which no place of a name is damaged."""
    table = _table()
    signs = table["lost"] + table["hidden"] + "".join(words[0] for words in table["mistaken"])
    return re.compile(f"{_PRIVATE.pattern[:-1]}\u00a1-\u00ff{re.escape(signs)}]")


@cache
def _marks() -> Mapping[Damage, re.Pattern[str]]:
    table = _table()
    return {
        "private": _PRIVATE,
        "lost": re.compile(f"[{re.escape(table['lost'])}]"),
        "hidden": re.compile(f"[{re.escape(table['hidden'])}]"),
        "mistaken": re.compile("|".join(map(re.escape, table["mistaken"]))),
    }
