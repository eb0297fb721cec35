"""Widths of a table's columns where its window is narrow: words end in an ellipsis, figures are never cut."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

LEAST_STRETCHED: Final = 96
"""Pixels that are left to a column which takes what is left."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A column in pixels: ``width`` where there is room (0: what is left), ``floor`` below which it is not made."""

    width: int
    floor: int
    whole: bool = False
    """Whether ``floor`` is what its longest cell takes: where that is more than ``width``, the column grows."""


def fitted(columns: Sequence[Wanted], room: int) -> tuple[int, ...]:
    """The width of every column, 0 for those that take what is left. Columns of words give way before those that are whole.

    Where not even the floors fit, the floors are the answer, and the table has to be scrolled.
    """
    widths = [max(one.width, one.floor) if one.whole and one.width else one.width for one in columns]
    least = sum(max(LEAST_STRETCHED, one.floor) for one in columns if not one.width)
    excess = sum(widths) + least - room
    for whole in (True, False):  # what a whole column has beyond its longest cell is nobody's loss
        slack = [
            max(0, at - one.floor) if one.width and one.whole is whole else 0
            for at, one in zip(widths, columns, strict=True)
        ]
        given = _shared(slack, min(max(0, excess), sum(slack)))
        widths = [at - part for at, part in zip(widths, given, strict=True)]
        excess -= sum(given)
    return tuple(widths)


def stretched(widths: Sequence[int], least: Sequence[int], room: int) -> set[int]:
    """The columns, by number, that share evenly what is left: those whose least width is no more than such a share."""
    found = {at for at, width in enumerate(widths) if not width}
    while found:
        left = room - sum(low for at, low in enumerate(least) if at not in found)
        large = {at for at in found if least[at] * len(found) > left}
        if not large or large == found:
            break
        found -= large
    return found


def _shared(slack: Sequence[int], excess: int) -> list[int]:
    """How much each gives of an ``excess`` that all together have, by what each has; the sum is exact."""
    total, before, given = sum(slack), 0, []
    for at in range(len(slack)):
        upto = sum(slack[: at + 1]) * excess // total if total else 0
        given.append(upto - before)
        before = upto
    return given
