"""Widths of a table's columns: figures are whole, and words end in an ellipsis only where no other column has room to spare."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtGui import QFontMetrics

LEAST_STRETCHED: Final = 96
"""Pixels that are left to a column which takes what is left, where its cells need as many."""
_CANDIDATES: Final = 3
"""Texts that are measured: the widest is among them but for freaks."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A column in pixels: ``width`` where there is room (0: what is left), ``floor`` below which it is not made."""

    width: int
    floor: int
    longest: int = 0
    """What its longest cell takes, 0 where no cell was measured. A column of figures has it as its floor."""

    def grown(self, other: Wanted) -> Wanted:
        """The column with room for the cells of both."""
        return replace(self, floor=max(self.floor, other.floor), longest=max(self.longest, other.longest))


def widest(texts: Sequence[str], metrics: QFontMetrics) -> int:
    """The pixels of the widest text, 0 without one; a sign of Chinese is as wide as two letters."""
    longest = sorted(texts, key=lambda one: len(one.encode("gb18030", "replace")))[-_CANDIDATES:]
    return max((metrics.horizontalAdvance(one) for one in longest), default=0)


def fitted(columns: Sequence[Wanted], room: int) -> tuple[int, ...]:
    """The width of every column. Their sum is ``room``, less only where no column takes what is left, more where floors do not fit.

    Room goes first to cells that would be cut, up to the widths that columns say and then beyond, those of the narrowest columns
    before all, so that one long text takes no short ones their words; then to the widths themselves; then to those that take what
    is left.
    """
    widths = [
        max(one.floor, 0 if one.width else min(LEAST_STRETCHED, one.longest or LEAST_STRETCHED)) for one in columns
    ]
    for caps in (
        [min(one.width, one.longest) for one in columns],
        [one.longest for one in columns],
        [one.width for one in columns],
        [0 if one.width else room for one in columns],
    ):
        widths = _raised(widths, caps, room - sum(widths))
    return tuple(widths)


def _raised(widths: Sequence[int], caps: Sequence[int], room: int) -> list[int]:
    """The widths with ``room`` shared out among those below their caps: the narrowest are raised until they are like the next."""
    raised = list(widths)
    while room > 0 and (below := [at for at, cap in enumerate(caps) if raised[at] < cap]):
        level = min(raised[at] for at in below)
        lowest = [at for at in below if raised[at] == level]
        ceiling = min([caps[at] for at in lowest] + [raised[at] for at in below if raised[at] > level])
        step = min(ceiling - level, max(1, room // len(lowest)))
        for at in lowest[: room // step]:
            raised[at] += step
            room -= step
    return raised
