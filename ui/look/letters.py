"""The letter of Alt behind words: where a language puts it in brackets it is not shown; it still works, and stands in the tip."""

from __future__ import annotations

import re
from typing import Final

_BRACKETS: Final = re.compile(r"\s*\(&(\w)\)")


def parted(text: str) -> tuple[str, str]:
    """``材料(&M)`` → ``材料`` and ``M``; words that hold their letter within, and those without one, are left as they are."""
    found = _BRACKETS.search(text)
    return (text, "") if found is None else (text[: found.start()] + text[found.end() :], found[1])


def spoken(text: str) -> str:
    """The words as they are read aloud."""
    return parted(text)[0].replace("&", "")
