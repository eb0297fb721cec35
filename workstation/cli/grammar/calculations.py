"""The command line of one calculation, understood without the whole grammar, which takes longer to set up than the sum to do."""

from __future__ import annotations

from collections.abc import Sequence
from types import SimpleNamespace
from typing import Final

CALCULATIONS: Final = (
    "schedule",
    "true-rate",
    "waiting",
    "allocate",
    "rebuild",
    "priority",
    "cost",
    "promises",
    "conduct",
)
_FLAGS: Final = {"--json": "json", "--lines": "lines"}


def plain_calculation(words: Sequence[str]) -> SimpleNamespace | None:
    """``calc KIND [FILE] [--json] [--lines]`` as the grammar would understand it; None for other words."""
    if words[:1] != ["calc"]:
        return None
    named = [word for word in words[1:] if word == "-" or not word.startswith("-")]
    flags = [word for word in words[1:] if word not in named]
    if not 1 <= len(named) <= 2 or named[0] not in CALCULATIONS or "" in (name.strip() for name in named):
        return None
    if any(flag not in _FLAGS for flag in flags):
        return None
    said = {name: word in flags for word, name in _FLAGS.items()}
    return SimpleNamespace(
        command="calc", kind=named[0], file=named[1] if named[1:] else "-", language="zh-Hans", **said
    )
