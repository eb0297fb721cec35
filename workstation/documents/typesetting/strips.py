"""Set blocks: strips of ink that stack down a page and never break. Lengths in points, y counts down from a strip's top.

What a page holds hundreds of is a named tuple: it is made in a third of the time of a frozen dataclass.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from workstation.documents.typesetting.fonts import Face, Fonts
from workstation.documents.typesetting.look import Look


class Run(NamedTuple):
    """One line of text from ``x`` on the baseline ``y``; ``tabular``: every digit takes the same width."""

    x: float
    y: float
    text: str
    face: Face
    size: float
    colour: str = "ink"
    spacing: float = 0.0
    tabular: bool = False


class RuledLine(NamedTuple):
    """A straight line."""

    x: float
    y: float
    to_x: float
    to_y: float
    weight: float
    colour: str = "line"
    dotted: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle whose top left corner is (x, y)."""

    x: float
    y: float
    width: float
    height: float
    colour: str


@dataclass(frozen=True, slots=True)
class Ring:
    """A dotted circle round (x, y)."""

    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Picture:
    """Image bytes in a rectangle whose top left corner is (x, y)."""

    x: float
    y: float
    width: float
    height: float
    data: bytes


@dataclass(frozen=True, slots=True)
class EmbeddedPage:
    """A page of a foreign PDF, to be laid in by the binder."""

    source: str
    index: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Laid:
    """Page ``index`` of ``source`` goes onto page ``page`` (0-based) of ours, into a rectangle from its lower left corner.

    ``mark`` opens the marked content by which the structure of the document knows it; `END_OF_MARK` closes it.
    """

    page: int
    source: str
    index: int
    x: float
    y: float
    width: float
    height: float
    mark: str


@dataclass(frozen=True, slots=True)
class Link:
    """A rectangle whose top left corner is (x, y); a click on it leads to an anchor."""

    x: float
    y: float
    width: float
    height: float
    anchor: str


@dataclass(frozen=True, slots=True)
class Code:
    """The place of the QR picture, its top left corner at (x, y)."""

    x: float
    y: float
    side: float


DrawOp = Run | RuledLine | Box | Ring | Picture | EmbeddedPage | Code | Link


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A named place on a page; with a title an entry of the outline."""

    name: str
    title: str
    level: int


Element = Literal["Title", "Band", "Heading", "P", "L", "Table", "TOC", "Div", "Figure"]
"""What a block is to a reader who does not see it; titles and headings become H1, H2."""


END_OF_MARK = "EMC"
MOST_STRIPS = 3000
"""About the papers of four packets, or 4 MB."""


class Part(NamedTuple):
    """So many of a strip's runs, in the order of its ink, that belong to one element of the document's structure.

    ``row`` and ``column`` (from 0, -1 for the heading of a table) tell lines of one cell from those of another, also where
    they stand on different strips. ``cell``: what of a row it is; empty where the row itself, or the block, holds the text.
    """

    block: Element
    runs: int = 1
    row: int | None = None
    cell: Literal["", "TD", "TH", "column", "LBody", "Reference"] = ""
    column: int = 0
    span: int = 1
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Strip:
    """``before``: distance from the strip above, dropped at a page's top.

    ``keep``: 0 parts freely from the next strip, 1 never does; more does when a page cannot hold all, the greatest first.
    ``again``: strips put before this one when it begins a page (a table's heading).
    ``parts``: what the runs are; those that no part takes, and all that is no run, are ornament unless a figure is among them.
    ``starts``: its parts begin elements of their own; otherwise they go on with those of the strip before.
    ``low``: height and ink with less empty room, where that keeps it on a page.
    """

    height: float
    ink: tuple[DrawOp, ...] = ()
    before: float = 0.0
    keep: int = 0
    again: tuple[Strip, ...] = ()
    new_page: bool = False
    bookmarks: tuple[Bookmark, ...] = field(default=())
    parts: tuple[Part, ...] = ()
    starts: bool = False
    low: tuple[float, tuple[DrawOp, ...]] | None = None


def goes_on(strip: Strip, following: Strip | None) -> str:
    """The text with which the last part of a strip goes on in the strip below; none where another begins there."""
    if following is None or following.starts or not strip.parts or not following.parts:
        return ""
    now, then = strip.parts[-1], following.parts[0]
    same = (now.block, now.row, now.cell, now.column) == (then.block, then.row, then.cell, then.column)
    return next((ink.text for ink in following.ink if isinstance(ink, Run)), "") if same else ""


def is_word(char: str) -> bool:
    """Whether a character is of a script that parts words by blanks."""
    return "!" <= char < "\u2e80"


class Remembered(dict[object, tuple[Strip, ...]]):
    """Blocks of papers already set, up to `MOST_STRIPS`; then it begins anew."""

    def __init__(self) -> None:
        super().__init__()
        self._strips = 0

    def keep(self, block: object, strips: tuple[Strip, ...]) -> None:
        """Remember a block that was set."""
        self._strips += len(strips)
        if self._strips > MOST_STRIPS:
            self.clear()
            self._strips = len(strips)
        self[block] = strips


@dataclass(frozen=True, slots=True)
class TypesetContext:
    """What setting needs: the faces and the look; and what was set with them."""

    fonts: Fonts
    look: Look
    remembered: Remembered = field(default_factory=Remembered, compare=False)


def baseline(top: float, height: float, size: float) -> float:
    """Where the baseline of one line runs that is centred in ``height``: Chinese glyphs fill .88 em above it, .12 below."""
    return top + (height - size) / 2 + size * 0.86


def shares(wanted: list[float], room: float, least: list[float] | None = None) -> list[float]:
    """``room`` divided so that each gets what it wants while that lasts, the greedy ones alike; the rest goes to all.

    ``least``: what each must have before a greedy one gets more, such as the width of a number that may not break.
    """
    spare = room - sum(wanted)
    if spare >= 0:
        return [width + spare / len(wanted) for width in wanted]
    return _above(_alike(least or [0.0] * len(wanted), room), wanted, room)


def _above(floors: list[float], wanted: list[float], room: float) -> list[float]:
    """Each at its floor or higher; one that falls short is held there and the others divide what it leaves."""
    given = _alike(wanted, room)
    short = next((i for i, width in enumerate(given) if width < floors[i] - 0.001), None)
    if short is None:
        return given
    rest = _above(_without(floors, short), _without(wanted, short), room - floors[short])
    return [*rest[:short], floors[short], *rest[short:]]


def _without(values: list[float], index: int) -> list[float]:
    return values[:index] + values[index + 1 :]


def _alike(wanted: list[float], room: float) -> list[float]:
    given, left, open_ = [0.0] * len(wanted), room, len(wanted)
    for i in sorted(range(len(wanted)), key=lambda i: wanted[i]):
        given[i] = min(wanted[i], left / open_)
        left, open_ = left - given[i], open_ - 1
    return given
