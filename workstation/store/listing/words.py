"""What a case is found by, as the words of a full-text index, and what is typed, as a question to it.

The index holds words without any order of its own; the first letter of each says what it is: ``a`` the first letter of a word,
``c`` its first two, ``d`` a word that begins with a letter, ``b`` the head of a number, ``e`` the last signs of a number
backwards, ``f`` a number three signs at a time, ``g`` a name sign by sign, ``j`` what begins the number of a case, ``k`` and
``l`` that number, ``s`` the stage, ``o`` a bank, ``r`` the reason, ``u`` the agent, ``h`` alone that the case is archived.
Signs that follow one another in a text do so in the index: a phrase of them is a part of that text, of whatever length.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Final

from workstation.bank_names import bank_key
from workstation.profile.case import Stage
from workstation.store.records.search_text import EDGE, SearchWord, needles, plain

_TAIL: Final = 4
"""How many signs of the head or the tail of a number can be asked for; longer ones are looked for anywhere in it."""
_GRAM: Final = 3
_LONGEST: Final = 64
"""Signs of a word, and of what was typed, by which words are told apart; nobody types more."""
_NUMBER: Final = re.compile(r"\d+x?")
_CASE_NUMBER: Final = re.compile(r"([a-z]{1,4}-(\d{4}-))\d+")
_BEGUN: Final = re.compile(r"[a-z]{1,4}-(\d{0,4}|\d{4}-)|\d{4}-")
"""What begins the numbers of very many cases, and is looked up as one word."""
ARCHIVED: Final = "h"
"""Stands among the words of an archived case."""
_BREAK: Final = "x"
"""Stands between two texts, so that no phrase runs from one into the other."""
_SIGNS: Final = {code: 0xE000 + code for code in range(128) if not chr(code).isalnum()}
"""Signs that part words, as others that do not. What a name has of its own of these is hardly ever typed."""


def index_words(search: str, case_number: str, accounts: Iterable[str], stage: int, filed: Iterable[str] = ()) -> str:
    """All words of a case, blanks between them. ``search``: the search text of its debtor; ``filed``: as `filing_words`."""
    found: list[str] = [f"s{stage}", *filed]
    firsts: dict[str, None] = {}
    for word in filter(None, search.split(EDGE)):
        if _is_digits(word):
            found.append(f"b{word[:_TAIL]} {_digits(word)}")
        elif word.isascii() and word.isalpha() and word.islower():
            firsts["a" + word[0]] = firsts["c" + word[:2]] = None
            found.append("d" + word[:_LONGEST])
        else:
            found += _mixed(word, firsts)
    number = plain(case_number)
    found += _case_number(number)
    for one in (number.rpartition("-")[2], *map(bare, accounts)):
        found += (_digits(one),) if _is_digits(one) else _numbered(one, _safe(one))
    return " ".join((*firsts, *found))


def _mixed(word: str, firsts: dict[str, None]) -> Iterator[str]:
    """What is said of a word that is neither letters nor digits alone; ``firsts`` hears how it begins."""
    first, safe = word[0], _safe(word)
    if "a" <= first <= "z":
        firsts["a" + first] = firsts["c" + safe[:2]] = None
        yield "d" + safe[:_LONGEST]
    elif "0" <= first <= "9":
        yield "b" + safe[:_TAIL]
    yield from _numbered(word, safe)
    if not (word.isdecimal() or _NUMBER.fullmatch(word)):
        yield " g".join((_BREAK, *safe))


def filing_words(banks: Iterable[str], reason: str, agent: str, *, archived: bool) -> Iterator[str]:
    """What a case is filtered by beside its stage."""
    yield from dict.fromkeys(map(bank_word, banks))
    yield reason_word(reason)
    if agent:
        yield agent_word(agent)
    if archived:
        yield ARCHIVED


@lru_cache(1024)
def bank_word(bank: str) -> str:
    """A bank under any of its names."""
    return "o" + _unbroken(bank_key(bank))


@lru_cache(1024)
def reason_word(reason: str) -> str:
    """A code of a reason; of none yet as well."""
    return "r" + _unbroken(reason)


@lru_cache(1024)
def agent_word(agent: str) -> str:
    """An agent by name."""
    return "u" + _unbroken(agent)


def _unbroken(text: str) -> str:
    return _safe(plain(text).replace(" ", "_")[:_LONGEST])


def _case_number(number: str) -> tuple[str, ...]:
    usual = _CASE_NUMBER.fullmatch(number)
    if usual is None:
        parts = (at for at, sign in enumerate("-" + number) if sign == "-" and at < len(number))
        return tuple("l" + _safe(number[at:]) for at in parts)
    head, year = usual.groups()
    return _year_words(head, year), "k" + _safe(number), "k" + _safe(number[len(head) - len(year) :])


@lru_cache(64)
def _year_words(head: str, year: str) -> str:
    """What the numbers of all cases of a year have in common: ``head`` of the whole number, ``year`` at its end."""
    begun = ("j" + _safe(head[:end]) for end in range(len(head) - len(year), len(head) + 1))
    return " ".join((*begun, "j" + _safe(year)))


def _numbered(word: str, safe: str) -> tuple[str, ...]:
    ends_in_number = word[-1:].isdecimal() or (word[-1:] == "x" and word[-2:-1].isdecimal())
    tail = ("e" + safe[: -_TAIL - 1 : -1],) if ends_in_number else ()
    return (*tail, _BREAK, *_grams(safe)) if word.isascii() else tail


def _is_digits(word: str) -> bool:
    """Whether a word is a number as nearly all are: of digits alone, and of more than stand together as one."""
    return word.isdecimal() and len(word) > _GRAM and word.isascii()


def _digits(word: str) -> str:
    """`_numbered` of such a number."""
    return f"e{word[: -_TAIL - 1 : -1]} {_BREAK} f{' f'.join(_threes(len(word))(word))}"


def _grams(safe: str) -> tuple[str, ...]:
    """Each three signs that follow one another, as words."""
    if len(safe) <= _GRAM:
        return ("f" + safe,) if len(safe) == _GRAM else ()
    return ("f" + " f".join(_threes(len(safe))(safe)),)


@lru_cache(256)
def _threes(length: int) -> Callable[[str], tuple[str, ...]]:
    """What cuts a text of a length: by far the quickest way."""
    return itemgetter(*(slice(at, at + _GRAM) for at in range(length - _GRAM + 1)))


def _safe(text: str) -> str:
    return text if text.isalnum() else text.translate(_SIGNS)


def bare(number: str) -> str:
    """A number without what groups its digits."""
    if number.isascii() and number.isalnum():
        return number.lower()
    return plain(number).replace(" ", "").replace("-", "")


def question(typed: str, stage: Stage | None = None) -> str:
    """What to ask the index for words typed into the search box; empty where everything is wanted."""
    parts = [f"({' OR '.join(dict.fromkeys(_ways(word)))})" for word in needles(_clean(typed))]
    if stage is not None:
        parts.append(f'"s{int(stage)}"')
    return " AND ".join(parts)


def holding(number: str) -> str:
    """What to ask for cases of which some number holds this one; empty where it is too short to be looked for."""
    return _phrase(_grams(_safe(number))) if len(number) >= _GRAM and number.isascii() else ""


def _clean(typed: str) -> str:
    """Without what no text can hold."""
    return typed.encode("utf-8", "replace").decode("utf-8")


def _ways(word: SearchWord) -> Iterator[str]:
    for way in word.ways:
        parts = [_part(part) for part in way]
        yield parts[0] if len(parts) == 1 else f"({' AND '.join(parts)})"


def _part(part: str) -> str:
    """One part of a way: from the edge of a word on, up to its edge, or anywhere."""
    text = part.strip(EDGE)[:_LONGEST]
    if part.endswith(EDGE):
        return _begin("e", text[::-1], whole=len(text) == _TAIL)
    if part.startswith(EDGE):
        if text[0].isdigit():
            return _begin("b", text, whole=len(text) == _TAIL)
        return _begin(" acd"[min(len(text), 3)], text, whole=len(text) < 3)
    ways = [_phrase("g" + _safe(sign) for sign in text)]
    if text.isascii():
        ways += [holding(text) if len(text) >= _GRAM else _begin("d", text)]
        ways += [_begin("j", text, whole=True) if _BEGUN.fullmatch(text) else _begin("k", text), _begin("l", text)]
    return ways[0] if len(ways) == 1 else f"({' OR '.join(ways)})"


def _begin(kind: str, text: str, *, whole: bool = False) -> str:
    return f'"{kind}{_safe(text)}"' + ("" if whole else " *")


def _phrase(words: Iterable[str] | Sequence[str]) -> str:
    return f'"{" ".join(words)}"'
