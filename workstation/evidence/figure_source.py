"""On which page of which proof a person confirmed a figure of the application; what was confirmed once is never edited."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from workstation.evidence.verification import Mask

How = Literal["text", "recognised", "seen"]
"""``text``: the text layer of the page says it; ``recognised``: recognised text does; ``seen``: a person read it off a picture."""


@dataclass(frozen=True, slots=True)
class FigureSource:
    """``figure``: its key (`casework.sources.figures`); ``value``: what it was then. The place is told as in `Mask`, without extent
    for a table. The latest of a figure and a proof counts; ``withdrawn``: it does no more.
    """

    id: str
    case_id: str
    figure: str
    value: str
    item_id: str
    page: int
    left: int
    top: int
    width: int
    height: int
    how: How
    at: datetime
    by: str
    withdrawn: bool = False

    @property
    def place(self) -> Mask:
        """The region on its page."""
        return Mask(self.page, self.left, self.top, self.width, self.height)


def standing_sources(sources: Iterable[FigureSource]) -> tuple[FigureSource, ...]:
    """The sources that count, in the order in which they were confirmed."""
    latest = {(one.figure, one.item_id): one for one in sources}
    return tuple(one for one in latest.values() if not one.withdrawn)
