"""How people are found: by name, pinyin, initials, phone, ID or account tail. Words stand between marks, so that edges match."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import islice, product
from typing import Final

from workstation.profile.debtor import Debtor
from workstation.store.records.readings import character_readings

EDGE: Final = "\n"
_READINGS: Final = 16
"""A name with more readings than these is found by its first ones."""
_SYLLABLES: Final = 40
"""What follows in a longer name is found as it is written: each syllable would add all that follow it once more."""
_NUMBER: Final = re.compile(r"\d+x?")
_NO_DIGIT: Final = re.compile(r"[^0-9]+")
_LATIN: Final = re.compile(r"[a-z]+")
_PARTS: Final = re.compile(r"[a-z0-9]+|[^\x00-\x7f]")
_WRITTEN_NUMBER: Final = re.compile(r"[-+()\s]*(\d[-()\s]*){7,}")
"""A number of seven digits and more, grouped as people write it, is one word."""
_EDGE_DIGITS: Final = 4
"""Up to so many digits match only the head or tail of a number; more match anywhere in it."""


def plain(text: str) -> str:
    """Text as it is compared: NFKC, lower case, one space between words."""
    same = text.lower() if text.isascii() else unicodedata.normalize("NFKC", text).casefold()
    return " ".join(same.split())


def search_text(debtor: Debtor) -> str:
    """Everything a debtor can be found by, each word between `EDGE` marks."""
    name = plain(debtor.name)
    words = dict.fromkeys((name, *romanised(name)))
    words.update(dict.fromkeys(_digits(phone.number) for phone in debtor.phones))
    words[plain(debtor.resident_id)] = None
    return EDGE + "".join(word + EDGE for word in words if word)


def _digits(number: str) -> str:
    digits = _NO_DIGIT.sub("", plain(number))
    return digits[2:] if len(digits) == 13 and digits.startswith("86") else digits


def romanised(name: str) -> Iterator[str]:
    """Initials of every reading, and its syllables run together from each syllable on: ``zs``, ``zhangsan``, ``san``."""
    readings = [found for part in _PARTS.findall(name)[:_SYLLABLES] if (found := _readings(part))]
    for syllables in islice(product(*readings), _READINGS):
        yield "".join([syllable[0] for syllable in syllables])
        for start in range(len(syllables)):
            yield "".join(syllables[start:])


def _readings(part: str) -> tuple[str, ...]:
    """How a character may be read (surnames often differ from the common reading); a Latin word reads as itself."""
    return (part,) if part.isascii() else _readings_of(part)


@cache
def _readings_of(character: str) -> tuple[str, ...]:
    """Kept by the character, which is of the language; whole names and words are of a person and are not kept."""
    return tuple(dict.fromkeys(one for one in character_readings(character) if _LATIN.fullmatch(one)))


def needles(typed: str) -> tuple[tuple[str, ...], ...]:
    """The words typed into the search box, each as the alternatives of which one must be part of a search text."""
    text = plain(typed)
    words = [_digits(text)] if _WRITTEN_NUMBER.fullmatch(text) else text.split()
    return tuple(_alternatives(word) for word in words)


def is_number(word: tuple[str, ...]) -> bool:
    """Whether a word of `needles` may be part of a number: phone, ID or account."""
    return bool(_NUMBER.fullmatch(word[0].strip(EDGE)))


def _alternatives(word: str) -> tuple[str, ...]:
    if _NUMBER.fullmatch(word) and len(word) <= _EDGE_DIGITS:
        return (word + EDGE, EDGE + word)
    if _LATIN.fullmatch(word):
        return (EDGE + word,)
    return (word,)
