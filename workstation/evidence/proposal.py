"""To which entry of the checklist a submitted file may belong: told by its name and by the titles on its first page. A proposal;
a person decides.

The words are data (``resources/evidence/file_words.toml``); an entry without any is known by the titles of its pack. A word within
a longer one does not count: a 伤残等级鉴定 is no 鉴定. Where different words speak for different entries, nothing is proposed
and all of them are told.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, Literal

import resources
from workstation.folding import folded
from workstation.policy.rules import Requirement

Told = Literal["name", "text", "name_and_text", ""]

_TITLE: Final = 36
"""Signs of a line that may be the title of a paper; a longer one is running text, in which any word may stand."""
_LINES: Final = 14
_LEAST_PIECE: Final = 3
_PIECES: Final = re.compile(r"[（）()、，,：:；;/]|或")


@dataclass(frozen=True, slots=True)
class Proposal:
    """``requirement``: the code of the entry, empty where nothing speaks clearly for one. ``told``: by what; ``word``: what was
    found there. ``others``: codes that something speaks for, where these are several.
    """

    requirement: str = ""
    told: Told = ""
    word: str = ""
    others: tuple[str, ...] = ()


NOTHING: Final = Proposal()


@dataclass(frozen=True, slots=True)
class Words:
    """What names an entry: folded words of file names and of titles on paper, each with the codes of its entries."""

    names: Mapping[str, frozenset[str]]
    titles: Mapping[str, frozenset[str]]


def entry_words(asked: Sequence[Requirement]) -> Words:
    """The words for the entries of a checklist; those of others are known as well, so that they are taken for none of these."""
    known = _known()
    names: dict[str, set[str]] = {}
    titles: dict[str, set[str]] = {}
    for code, words in known.items():
        for word in (*words["name"], *words["title"]):
            names.setdefault(_key(word), set()).add(code)
        for word in words["title"]:
            titles.setdefault(_key(word), set()).add(code)
    taken = set(names)
    for one in asked:
        for title in one.title.values():
            names.setdefault(_key(title), set()).add(one.code)
        for piece in () if one.code in known else _pieces(one):
            if piece not in taken:
                names.setdefault(piece, set()).add(one.code)
    return Words(_frozen(names), _frozen(titles))


def proposal(asked: Sequence[Requirement], words: Words, file_name: str, lines: Iterable[str] = ()) -> Proposal:
    """What a file is proposed for. ``lines``: those of its first page, from above; none where it has no text."""
    codes = {one.code for one in asked}
    stem = file_name.rsplit(".", 1)[0] if "." in file_name else file_name
    by_name = _found(words.names, stem, codes)
    by_title = _by_title(words.titles, lines, codes)
    found = dict.fromkeys((*by_name, *by_title))
    if len(found) != 1:
        return Proposal(others=tuple(found))
    (code,) = found
    if by_name and by_title:
        return Proposal(code, "name_and_text", by_title[code])
    return Proposal(code, "name", by_name[code]) if by_name else Proposal(code, "text", by_title[code])


def _by_title(titles: Mapping[str, frozenset[str]], lines: Iterable[str], codes: set[str]) -> dict[str, str]:
    """The first line that names an entry, or one that is not asked for, decides; a letterhead above it does not."""
    told = [line for line in lines if line.strip()][:_LINES]
    for line in told:
        if len(_key(line)) <= _TITLE and _spans(titles, _key(line)):
            return _found(titles, line, codes)
    return {}


def _found(words: Mapping[str, frozenset[str]], text: str, codes: set[str]) -> dict[str, str]:
    """Code → the word that speaks for it, of those in ``codes``."""
    found: dict[str, str] = {}
    for word in _spans(words, _key(text)):
        for code in sorted(words[word] & codes):
            found.setdefault(code, word)
    return found


def _spans(words: Mapping[str, frozenset[str]], text: str) -> list[str]:
    """The words in a text, without those that lie within longer ones."""
    spans = [(at, at + len(word), word) for word in words for at in _places(text, word)]
    kept = [
        (start, word)
        for start, end, word in spans
        if not any(a <= start and end <= b and (a, b) != (start, end) for a, b, _ in spans)
    ]
    return [word for _, word in sorted(kept)]


def _places(text: str, word: str) -> Iterable[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def _pieces(one: Requirement) -> Iterable[str]:
    """The parts of the titles that the pack gives an entry."""
    for title in one.title.values():
        for piece in _PIECES.split(title):
            key = _key(piece)
            if len(key) >= _LEAST_PIECE and not (key.isascii() and " " not in piece.strip()):
                yield key


def _key(text: str) -> str:
    """As texts are compared: width, case and Traditional folded, no blanks, no strokes between words."""
    return re.sub(r"[\s_\-–—·.]+", "", folded(text))


def _frozen(words: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    return {word: frozenset(codes) for word, codes in words.items() if word}


@cache
def _known() -> Mapping[str, Mapping[str, Sequence[str]]]:
    found: Mapping[str, Any] = tomllib.loads(resources.path("evidence", "file_words.toml").read_text("utf-8"))
    return {
        code: {"name": entry.get("name", ()), "title": entry.get("title", ())} for code, entry in found["words"].items()
    }
