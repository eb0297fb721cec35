"""Which patterns of the wording check can match at all: each needs one of a few literal words, looked for before it is tried."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

_ITEM: Final = re.compile(
    r"(?P<open>\(\?(?::|<?[=!]))|(?P<close>\))|(?P<bar>\|)|(?P<set>\[\^?\]?[^\]]*\])|(?P<other>\\[wdsbWDSB]|[.^$])"
    r"|\\?(?P<letter>.)",
    re.DOTALL,
)
_COUNT: Final = re.compile(r"([?*+]|\{\d*,?\d*\})\??")
_OPTIONAL: Final = re.compile(r"[?*]|\{0?,|\{0\}")

_BEGUN: Final = 4
"""So many signs of a word are looked at: enough to tell English words apart."""

Words = frozenset[str]


class Gates:
    """The literal words of many patterns, by how they begin, looked for once in a text."""

    def __init__(self, patterns: Sequence[str]) -> None:
        self._always: list[int] = []
        self._numbers: dict[str, list[int]] = defaultdict(list)
        for number, pattern in enumerate(patterns):
            words = needed_words(pattern)
            if not words:
                self._always.append(number)
            for begun in {word[:_BEGUN] for word in words}:
                self._numbers[begun].append(number)

    def near(self, text: str, starts: Sequence[int]) -> dict[int, set[int]]:
        """By number of the pattern those of the parts of the text, begun at ``starts``, where it may match."""
        found: dict[int, set[int]] = defaultdict(set)
        for number in self._always:
            found[number].update(range(len(starts)))
        for part, (since, until) in enumerate(zip(starts, (*starts[1:], len(text)), strict=True)):
            here = {text[at : at + long] for at in range(since, until) for long in range(1, _BEGUN + 1)}
            for word in here & self._numbers.keys():
                for number in self._numbers[word]:
                    found[number].add(part)
        return found


def needed_words(pattern: str) -> Words:
    """Words of which every match of a regular expression holds at least one; none when no such words are known.

    Of groups it knows ``(?:)`` and those that look ahead or back, which count for nothing.
    """
    return _needed(_ITEM.finditer(pattern), pattern)[0]


def _needed(items: Iterator[re.Match[str]], pattern: str) -> tuple[Words, int]:
    """The words of the alternatives up to the closing bracket, and where that stands."""
    every: list[Words] = []
    known: list[Words] = []
    run = ""
    skip = 0
    for item in items:
        if item.start() < skip:
            continue
        kind = item.lastgroup
        words: Words = frozenset()
        end = item.end()
        if kind == "open":
            words, end = _needed(items, pattern)
            words = words if item[0] == "(?:" else frozenset()
        elif kind == "set" and not re.search(r"[\\^-]", item[0]):
            words = frozenset(item[0][1:-1])
        count = None if kind in ("close", "bar") else _COUNT.match(pattern, end)
        optional = count is not None and _OPTIONAL.match(count[0]) is not None
        if kind == "letter" and not optional:
            run += item["letter"]
        if count is not None:
            skip = count.end()
        if kind == "letter" and count is None:
            continue
        known += [frozenset({run})] if run else []
        known += [words] if words and not optional else []
        run = ""
        if kind in ("close", "bar"):
            every.append(_best(known))
            known = []
        if kind == "close":
            return _all(every), end
    every.append(_best([*known, frozenset({run})] if run else known))
    return _all(every), len(pattern)


def _best(known: Sequence[Words]) -> Words:
    """Of several sets of words, one of which must hold, that which holds least often: long words, and few."""
    return max(known, key=lambda words: (min(2, *map(len, words), 2), -len(words)), default=frozenset())


def _all(every: Sequence[Words]) -> Words:
    """The words of all alternatives, unless one of them needs none."""
    return frozenset().union(*every) if all(every) else frozenset()
