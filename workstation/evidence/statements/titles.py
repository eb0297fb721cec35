"""The titles of columns: every column of a list has one of its own, also where the file prints none, or the same one twice."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest
from typing import Final

from workstation.received.tables import column_letters

_PLACE: Final = re.compile(r"\[[A-Z]{1,3}\]")


def own_titles(titles: Sequence[str], width: int = 0) -> tuple[str, ...]:
    """The titles, each once: a blank one is called by the letters of its column, ``[D]``, and a second 金额 is ``金额 [E]``.

    ``width``: how many columns the list has, where its header has fewer.
    """
    seen: set[str] = set()
    named = []
    for index, title in enumerate([*titles, *[""] * (width - len(titles))]):
        place = f"[{column_letters(index)}]"
        made = place if not title else f"{title} {place}" if title in seen else title
        seen.add(made)
        named.append(made)
    return tuple(named)


def names_place(title: str) -> bool:
    """Whether a title is only the place of a column that has none."""
    return _PLACE.fullmatch(title) is not None


def stacked(upper: Sequence[str], lower: Sequence[str]) -> tuple[str, ...]:
    """The titles of a heading of two rows: what stands below counts, else what stands above it."""
    return tuple(below or above for above, below in zip_longest(upper, lower, fillvalue=""))


def filled_width(rows: Sequence[Sequence[str]]) -> int:
    """The column after the last one in which any row holds something."""
    return max((index + 1 for row in rows for index, cell in enumerate(row) if cell.strip()), default=0)
