"""How strong a passphrase is: zxcvbn's estimate, and beside it what zxcvbn does not know of names, numbers and Chinese.

Costs are powers of ten of guesses. The policy and its reason stand in resources/passphrases/strength.toml. zxcvbn is loaded when a
passphrase is judged, never to open a desk.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, Literal

import resources
from workstation.errors import Finding, Refused
from workstation.field_ref import FieldRef
from workstation.profile.identity_paper import birth_date

Weakness = Literal["known", "number", "date", "pinyin", "phrase", "common", "short"]
Level = Literal["weak", "fair", "strong"]

_JUDGED: Final = 48
"""Characters that are judged (zxcvbn takes 72, and a tenth of a second for them); what comes behind only makes it stronger."""
_ID: Final = re.compile(r"[1-9]\d{16}[\dx]")
_PHONE: Final = re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)")
_DATE: Final = re.compile(r"(?:19|20)\d{2}[-/.年]?(?:1[0-2]|0?[1-9])[-/.月]?(?:3[01]|[12]\d|0?[1-9])日?")
_HAN: Final = re.compile(r"[㐀-鿿豈-﫿𠀀-𲎯]+")
_LETTERS: Final = re.compile(r"[a-z]{4,}")
_LEAST_KNOWN: Final = 3
_TAIL_DIGITS: Final = (4, 6, 8)


@dataclass(frozen=True, slots=True)
class Strength:
    """``power``: ten to it guesses are expected; ``weakness``: what makes it weaker than it looks, or that it is short."""

    power: float
    weakness: Weakness

    @property
    def level(self) -> Level:
        """How the policy calls it; what is weak is refused."""
        policy = _data()["policy"]
        return "strong" if self.power >= policy["strong"] else "fair" if self.power >= policy["fair"] else "weak"

    @property
    def enough(self) -> bool:
        """Whether the policy lets it guard a desk."""
        return self.power >= float(_data()["policy"]["least"])


def strength(passphrase: str, known: Iterable[str] = ()) -> Strength:
    """Judge a passphrase; ``known`` is what anybody could know of the person and the desk: names, numbers, days."""
    text = unicodedata.normalize("NFKC", passphrase).casefold()[:_JUDGED]
    words = sorted({form for one in known for form in _forms(one)}, key=len, reverse=True)
    parts = list(_parts(text, words))
    power = sum(part.power for part in parts)
    if not _HAN.search(text):
        power = min(power, _zxcvbn(text, words))
    return Strength(power, _weakness(parts, text))


def refuse_weak(passphrase: str, known: Iterable[str] = ()) -> None:
    """Raise `Refused` (passphrase_weak) for a passphrase that the policy finds too easily guessed, naming why."""
    found = strength(passphrase, known)
    if not found.enough:
        raise Refused(weak_finding(found))


def weak_finding(found: Strength) -> Finding:
    """What is wrong with a weak passphrase, and how to mend it."""
    figures = {"weakness": found.weakness, "mend": found.weakness, "guesses": f"{10 ** min(found.power, 15.0):,.0f}"}
    return Finding("passphrase_weak", FieldRef.DESK_PASSPHRASE, figures)


@dataclass(frozen=True, slots=True)
class _Part:
    text: str
    power: float
    weakness: Weakness | None = None


def _parts(text: str, words: list[str]) -> Iterator[_Part]:
    """The passphrase cut into what our own rule knows and the rest, which zxcvbn judges."""
    costs, rest = _data()["costs"], ""
    at = 0
    while at < len(text):
        found = _known_at(text, at, words, costs)
        if found is None:
            rest += text[at]
            at += 1
            continue
        if rest:
            yield _Part(rest, _zxcvbn(rest, words))
            rest = ""
        yield found
        at += len(found.text)
    if rest:
        yield _Part(rest, _zxcvbn(rest, words))


def _known_at(text: str, at: int, words: list[str], costs: dict[str, float]) -> _Part | None:
    """What our rule knows at one place: the person first, then numbers, days, phrases, Chinese and pinyin."""
    word = next((one for one in words if text.startswith(one, at)), "")
    if word:
        return _Part(word, costs["known"], "known")
    if (found := _ID.match(text, at)) and birth_date(found[0]) is not None:
        return _Part(found[0], costs["number"], "number")
    if found := _PHONE.match(text, at):
        return _Part(found[0], costs["number"], "number")
    if found := _DATE.match(text, at):
        return _Part(found[0], costs["date"], "date")
    phrase = next((one for one in _phrases() if text.startswith(one, at)), "")
    if phrase:
        return _Part(phrase, costs["phrase"], "phrase")
    if found := _HAN.match(text, at):
        return _Part(text[at], costs["han"], "phrase")
    if (at == 0 or not text[at - 1].isalpha()) and (found := _LETTERS.match(text, at)):
        count = _syllables(found[0])
        if count >= 2:
            return _Part(found[0], costs["syllable"] * count, "pinyin")
    return None


def _weakness(parts: list[_Part], text: str) -> Weakness:
    """The rule of ours that covers most of it; where none does, that it is common or short."""
    covered: dict[Weakness, int] = {}
    for part in parts:
        if part.weakness:
            covered[part.weakness] = covered.get(part.weakness, 0) + len(part.text)
    most = max(covered, key=lambda one: covered[one], default=None)
    if most is not None and covered[most] * 2 >= len(text):
        return most
    return "short" if len(text) < 12 and not parts[:-1] else "common"


def _forms(known: str) -> Iterator[str]:
    """How something known is typed: whole, word by word, its digits and their ends, a Chinese name in pinyin and initials."""
    from workstation.store.records.search_text import romanised

    text = unicodedata.normalize("NFKC", known).casefold().strip()
    digits = "".join(char for char in text if char.isdecimal())
    words = re.split(r"[\s·,;:/\\_.@-]+", text)
    forms = [
        text,
        text.replace(" ", ""),
        *words,
        digits,
        *(digits[-count:] for count in _TAIL_DIGITS),
        *romanised(text),
    ]
    for form in forms:
        if len(form) >= (2 if _HAN.fullmatch(form) else _LEAST_KNOWN):
            yield form


def _syllables(letters: str) -> int:
    """How few syllables of pinyin the letters are; 0 when they are none."""
    known = _list("syllables")
    fewest = [0, *[0] * len(letters)]
    for end in range(1, len(letters) + 1):
        options = [
            fewest[start] + 1
            for start in range(max(0, end - 6), end)
            if (start == 0 or fewest[start]) and letters[start:end] in known
        ]
        fewest[end] = min(options, default=0)
    return fewest[-1]


def _zxcvbn(text: str, words: list[str]) -> float:
    from zxcvbn import zxcvbn

    return float(zxcvbn(text, user_inputs=words)["guesses_log10"]) if text else 0.0


@cache
def _phrases() -> tuple[str, ...]:
    return tuple(sorted(_list("phrases"), key=len, reverse=True))


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(_data()["lists"][name].split())


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(resources.path("passphrases", "strength.toml").read_text("utf-8"))
