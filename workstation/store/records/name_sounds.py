"""How a name sounds, as it is indexed and as it is typed: pinyin two syllables at a time, so that a name of any length and any
number of readings is found from each of its syllables on.

A run of syllables is typed whole (``zhangweiming``) and indexed in pairs (``zhangwei``, ``weiming``, ``ming``): what was typed is
cut at syllables, and each pair must be there. Initials stand whole, or three at a time where too many readings make too many.
Where syllables and initials are mixed (``zhangwm``), the initials of all must be there, and each syllable with what follows it.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import islice, pairwise, product
from math import prod
from typing import Any, Final

import resources
from workstation.store.records.readings import character_readings

Ways = tuple[tuple[str, ...], ...]
"""Each way names what must all begin a word of the index; one way is enough."""

_SYLLABLES: Final = 100
"""What follows in a longer name is found as it is written."""
_WHOLE_INITIALS: Final = 16
"""A name with more readings of its initials than these has them three at a time."""
_INITIALS: Final = 3
_CUTS: Final = 8
"""Ways to cut letters into syllables; nobody's name has more that differ."""
_LONGEST: Final = 120
_LONGEST_MIXED: Final = 24
"""Letters in which syllables and initials may be mixed."""
_LATIN: Final = re.compile(r"[a-z]+")
_PARTS: Final = re.compile(r"[a-z0-9]+|[^\x00-\x7f]")
_TONES: Final = re.compile("[\u0300\u0301\u0304\u030c]")
_SEPARATORS: Final = re.compile("['’‘`-]")
_NO_INITIAL: Final = frozenset("iuv")


def sounds(name: str) -> Iterator[str]:
    """The words under which a plain name is found by its sound."""
    parts = [part for part in _PARTS.findall(name)[:_SYLLABLES] if readings(part)]
    yield from _initials([(part[0],) if part.isascii() else _first_letters(part) for part in parts])
    for part, following in pairwise([*map(readings, parts), ("",)]):
        yield from [one + other for one in part for other in following]


def _initials(letters: Sequence[tuple[str, ...]]) -> Iterator[str]:
    if prod(map(len, letters)) <= _WHOLE_INITIALS:
        yield from map("".join, product(*letters))
        return
    for start in range(len(letters)):
        yield from map("".join, product(*letters[start : start + _INITIALS]))


@cache
def _first_letters(character: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one[0] for one in _readings_of(character)))


def readings(part: str) -> tuple[str, ...]:
    """How a character may be read (surnames often differ from the common reading); a Latin word reads as itself."""
    return (part,) if part.isascii() else _readings_of(part)


@cache
def _readings_of(character: str) -> tuple[str, ...]:
    """Kept by the character, which is of the language; whole names and words are of a person and are not kept."""
    table = _table()
    found = [one for one in character_readings(character) if _LATIN.fullmatch(one)]
    found += table["readings"].get(character, ())
    return tuple(dict.fromkeys(typed for one in found for typed in (one, *table["typed"].get(one, ()))))


def ways(typed: str) -> Ways:
    """What the index may hold of letters typed into the search box; none when they are no letters."""
    letters = _letters(typed)
    if not letters:
        return ()
    found: list[tuple[str, ...]] = [(letters,)]
    if len(letters) <= _LONGEST:
        cuts = [_pairs(cut) for cut in islice(_cuts(letters), _CUTS)]
        found += cuts
        if len(letters) > _INITIALS and not _NO_INITIAL & set(letters):
            found.append(_by_three(letters))
        for mixed in filter(None, (_mixed(letters), _initials_last(letters) if cuts else ())):
            found += _mixed_ways(mixed)
    return tuple(dict.fromkeys(found))


def _letters(typed: str) -> str:
    """The letters of pinyin in lower case: tone marks and the marks between syllables are left out, ü is v."""
    bare = _TONES.sub("", unicodedata.normalize("NFD", typed)).replace("u\u0308", "v")
    bare = _SEPARATORS.sub("", bare)
    return bare if _LATIN.fullmatch(bare) else ""


def _by_three(initials: str) -> tuple[str, ...]:
    return tuple(initials[at : at + _INITIALS] for at in range(len(initials) - _INITIALS + 1))


def _mixed_ways(cut: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The initials of a mixed cut in the two forms of the index, and each syllable with the next, or the beginning of it."""
    initials, spelled = "".join(one[0] for one in cut), _table()["spelled"]
    parts = [spelled.get(one, one) + spelled.get(after, after) for one, after in pairwise((*cut, "")) if len(one) > 1]
    if not 0 < len(parts) < len(cut) or (len(parts) == len(cut) - 1 and len(cut[-1]) == 1):
        return  # not mixed, or no more so than a last syllable that is only begun
    yield (initials, *parts)
    if len(initials) > _INITIALS:
        yield (*_by_three(initials), *parts)


def _initials_last(letters: str) -> tuple[str, ...]:
    """Letters that may be nothing but syllables, read as some of them and at least two initials."""
    for size in range(2, len(letters) - 1):
        if _NO_INITIAL & set(letters[-size:]) or len(letters) > _LONGEST_MIXED:
            return ()
        found = _mixed(letters[:-size])
        if found and all(len(one) > 1 for one in found):
            return (*found, *letters[-size:])
    return ()


def _mixed(letters: str) -> tuple[str, ...]:
    """The letters cut at syllables and single initials, each syllable as long as it can be; empty where they cannot be cut."""
    if len(letters) > _LONGEST_MIXED:
        return ()
    whole, _ = _syllables()
    longest, size = max(map(len, whole)), len(letters)
    cuts: dict[int, tuple[str, ...]] = {size: ()}
    for start in range(size - 1, -1, -1):
        syllables = range(min(start + longest, size), start + 1, -1)
        ends = [end for end in syllables if end in cuts and letters[start:end] in whole]
        if letters[start] not in _NO_INITIAL and start + 1 in cuts:
            ends.append(start + 1)
        if ends:
            cuts[start] = (letters[start : ends[0]], *cuts[ends[0]])
    return cuts.get(0, ())


def _pairs(syllables: Sequence[str]) -> tuple[str, ...]:
    spelled = [_table()["spelled"].get(one, one) for one in syllables]
    return tuple(map("".join, pairwise(spelled))) or (spelled[0],)


def _cuts(letters: str) -> Iterator[tuple[str, ...]]:
    """The letters cut at syllables, the last of which may be unfinished."""
    whole, begun = _syllables()
    longest = max(map(len, whole))
    size = len(letters)
    ends: dict[int, list[int]] = {size: []}
    for start in range(size - 1, -1, -1):
        last = letters[start:] in begun or letters[start:] in whole
        nexts = [end for end in range(min(start + longest, size - 1), start, -1) if letters[start:end] in whole]
        ends[start] = [*([size] if last else []), *(end for end in nexts if ends[end])]
    yield from _walk(letters, ends, 0)


def _walk(letters: str, ends: Mapping[int, list[int]], start: int) -> Iterator[tuple[str, ...]]:
    for end in ends[start]:
        if end == len(letters):
            yield (letters[start:],)
        else:
            for rest in _walk(letters, ends, end):
                yield (letters[start:end], *rest)


@cache
def _syllables() -> tuple[frozenset[str], frozenset[str]]:
    """Every syllable as it may be typed, and every beginning of one."""
    known = tomllib.loads(resources.path("passphrases", "strength.toml").read_text("utf-8"))["lists"][
        "syllables"
    ].split()
    whole = frozenset((*known, *(one for one in _table()["spelled"] if not one.endswith("y"))))
    return whole, frozenset(one[:end] for one in whole for end in range(1, len(one)))


@cache
def _table() -> Mapping[str, Any]:
    return tomllib.loads(resources.path("names", "readings.toml").read_text("utf-8"))
