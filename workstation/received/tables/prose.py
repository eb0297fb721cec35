"""Whether delimited text is a list at all: a letter has commas, too, and any text reads as some table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from workstation.received.tables.table import Row

_SHARE: Final = 3
"""Of the rows that hold anything, at least one in so many has as many cells as most; printed statements have notes around."""
_WORDS: Final = 4
"""Words that a cell of prose has on average; notes of a list are long, the cells beside them short."""
_FEW: Final = 2_000


def is_list(rows: Sequence[Row]) -> bool:
    """Whether the text is cut evenly enough, into cells short enough, to be a list. Rows with commas alone are no letter."""
    widths = [len(row) for row in rows[:_FEW] if any(row)]
    usual, count = (
        Counter(width for width in widths if width > 1).most_common(1)[0] if max(widths, default=0) > 1 else (0, 0)
    )
    if not count or count * _SHARE < len(widths):
        return False
    if len(widths) > 1 and not any(one == usual == other for one, other in pairwise(widths)):
        return False
    cells = [cell for row in rows[:_FEW] if len(row) == usual for cell in row if cell]
    return not _is_prose(cells) and not rows[0][0].startswith(("{", "["))


def is_uneven_list(rows: Sequence[Row]) -> bool:
    """Whether text that calls itself a list holds cells at all, be they cut unevenly (¥1,000 without quotes): it is a proof, if no
    table."""
    cells = [cell for row in rows[:_FEW] if len(row) > 1 for cell in row if cell]
    return len(cells) > 1 and not _is_prose(cells) and not rows[0][0].startswith(("{", "["))


def _is_prose(cells: Sequence[str]) -> bool:
    return sum(len(cell.split()) for cell in cells) >= _WORDS * max(len(cells), 1)
