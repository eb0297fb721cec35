"""How people are found: by name, pinyin, initials, phone, ID or account tail. Words stand between marks, so that edges match."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, product
from typing import Final

from workstation.folding import folded
from workstation.profile.debtor import Debtor
from workstation.profile.identity_paper import identity_number
from workstation.profile.portfolio.portfolio import phone_key
from workstation.store.records.name_sounds import Ways, readings, sounds, ways

EDGE: Final = "\n"
MADE_OF: Final = frozenset({"name", "resident_id", "phones"})
"""The fields of a debtor that a search text is made of."""
_READINGS: Final = 16
_SYLLABLES: Final = 40
_NUMBER: Final = re.compile(r"\d+x?")
_PARTS: Final = re.compile(r"[a-z0-9]+|[^\x00-\x7f]")
_WRITTEN_NUMBER: Final = re.compile(r"[-+()\s]*(\d[-()\s]*){7,}")
"""A number of seven digits and more, grouped as people write it, is one word."""
_EDGE_DIGITS: Final = 4
"""Up to so many digits match only the head or tail of a number; more match anywhere in it."""


@dataclass(frozen=True, slots=True)
class SearchWord:
    """One typed word: the ways in which a search text may hold it, in each of which all parts must be there.

    ``number``: whether it may be part of a number: phone, ID or account.
    """

    ways: Ways
    number: bool = False


def plain(text: str) -> str:
    """Text as it is compared: NFKC, lower case, one space between words."""
    same = text.lower() if text.isascii() else unicodedata.normalize("NFKC", text).casefold()
    return " ".join(same.split())


def search_text(debtor: Debtor) -> str:
    """Everything a debtor can be found by, each word between `EDGE` marks: the name as it is written first."""
    name = plain(debtor.name)
    words = dict.fromkeys((name, folded(debtor.name), *sounds(name)))
    words.update(dict.fromkeys(phone_key(phone.number) for phone in debtor.phones))
    words[plain(identity_number(debtor.resident_id))] = None
    return EDGE + "".join(word + EDGE for word in words if word)


def romanised(name: str) -> Iterator[str]:
    """Initials of the first readings, and their syllables run together from each syllable on: ``zs``, ``zhangsan``, ``san``."""
    found = [ways for part in _PARTS.findall(name)[:_SYLLABLES] if (ways := readings(part))]
    for syllables in islice(product(*found), _READINGS):
        yield "".join([syllable[0] for syllable in syllables])
        for start in range(len(syllables)):
            yield "".join(syllables[start:])


def needles(typed: str) -> tuple[SearchWord, ...]:
    """The words typed into the search box."""
    text = plain(typed)
    words = [phone_key(text)] if _WRITTEN_NUMBER.fullmatch(text) else text.split()
    return tuple(map(_word, words))


def _word(word: str) -> SearchWord:
    if _NUMBER.fullmatch(word):
        edges = ((word + EDGE,), (EDGE + word,))
        return SearchWord(edges if len(word) <= _EDGE_DIGITS else ((word,),), number=True)
    sounding = tuple(tuple(EDGE + part for part in way) for way in ways(word))
    if word.isascii() and word.isalpha():
        return SearchWord(sounding)  # letters begin a word: "an" is not every 张三
    return SearchWord(tuple(dict.fromkeys(((word,), (folded(word),), *sounding))))
