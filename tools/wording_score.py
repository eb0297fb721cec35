"""Precision and recall of the wording check on labelled sentences: `python -m tools.wording_score FILES…`, by file and kind.

A file is TOML with tables that hold ``text``, ``language`` and ``kinds``, under any name. Counted are pairs of sentence and kind;
the line ``any`` counts sentences that are marked at all. `--wrong` lists what was judged wrongly.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from workstation.conversation.hits import Judged
from workstation.conversation.phrase_rules import kinds

_PARTS: Final = {
    "relativ": "relatives", "family": "relatives", "disclos": "disclosure", "third": "disclosure", "black": "blacklist",
    "guarant": "guarantee", "promise": "guarantee", "author": "false_authority", "forg": "forgery", "threat": "threat",
    "insult": "insult",
}  # fmt: skip
"""A kind that another hand named otherwise is known by a part of its name."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One labelled sentence; ``kinds`` are the codes of resources/talk/wording/kinds.toml."""

    text: str
    language: str
    kinds: frozenset[str]


@dataclass(slots=True)
class Score:
    """Counts by kind, and the sentences judged wrongly."""

    right: Counter[str] = field(default_factory=Counter)
    marked: Counter[str] = field(default_factory=Counter)
    wanted: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def precision(self, kind: str) -> float:
        """The share of marks that are right; 1 where nothing was marked."""
        return self.right[kind] / self.marked[kind] if self.marked[kind] else 1.0

    def recall(self, kind: str) -> float:
        """The share of what should be marked that is; 1 where nothing should be."""
        return self.right[kind] / self.wanted[kind] if self.wanted[kind] else 1.0


def read(file: Path) -> tuple[Sentence, ...]:
    """The sentences of a file. Raises ValueError for a kind that nothing is known by."""
    return tuple(
        Sentence(one["text"], one["language"], frozenset(_code(kind) for kind in one["kinds"]))
        for one in _tables(tomllib.loads(file.read_text("utf-8")))
    )


def score(sentences: Sequence[Sentence]) -> Score:
    """Judge every sentence. ``all`` sums over kinds, ``any`` counts sentences."""
    found = Score()
    for one in sentences:
        got = frozenset(hit.rule.kind.code for hit in Judged(one.text).hits())
        for counter, codes in ((found.marked, got), (found.wanted, one.kinds), (found.right, got & one.kinds)):
            counter.update(codes)
            counter["all"] += len(codes)
        found.marked["any"] += bool(got)
        found.wanted["any"] += bool(one.kinds)
        found.right["any"] += bool(got and one.kinds)
        if got != one.kinds:
            found.wrong.append(f"{one.language}  wanted {sorted(one.kinds)}  marked {sorted(got)}  {one.text}")
    return found


def _tables(tree: object) -> Iterator[Mapping[str, Any]]:
    if isinstance(tree, Mapping):
        if {"text", "language", "kinds"} <= tree.keys():
            yield tree
        else:
            for part in tree.values():
                yield from _tables(part)
    elif isinstance(tree, list):
        for part in tree:
            yield from _tables(part)


def _code(kind: str) -> str:
    if kind in kinds():
        return kind
    for part, code in _PARTS.items():
        if part in kind.lower():
            return code
    raise ValueError(f"unknown kind: {kind}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the scores of each file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--wrong", action="store_true", help="list the sentences judged wrongly")
    given = parser.parse_args(arguments)
    for file in given.files:
        sentences = read(file)
        found = score(sentences)
        print(f"{file}  {len(sentences)} sentences")
        for kind in (*kinds(), "all", "any"):
            print(
                f"  {kind:<16} precision {found.precision(kind):.3f}  recall {found.recall(kind):.3f}"
                f"  wanted {found.wanted[kind]}  marked {found.marked[kind]}  right {found.right[kind]}"
            )
        if given.wrong:
            print("\n".join(found.wrong))
    return 0


if __name__ == "__main__":
    sys.exit(main())
