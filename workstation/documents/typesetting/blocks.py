"""What papers are made of: blocks of finished text. Templates answer with them, `pdf` sets them; nothing here measures or draws.

All text is literal: no character in it is markup. Page numbers of places not yet set come from the setting pass before.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Align = Literal["left", "right", "centre", "figure"]
"""``figure``: decimal points stand under each other."""

TextStyle = Literal["body", "prose", "list", "quiet", "strong"]
"""``prose`` has the leading of a letter, ``list`` hangs its lines."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place that other pages name; with a ``title`` it is an entry of the outline at ``level`` (0 = top)."""

    name: str
    title: str = ""
    level: int = 0


@dataclass(frozen=True, slots=True)
class Title:
    """The name of a paper, centred, with a quiet line below."""

    text: str
    subtitle: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A section's heading, kept with what follows."""

    text: str


@dataclass(frozen=True, slots=True)
class Text:
    """Running text; line breaks in it stay. ``indent``: the first line of a paragraph goes in by two characters."""

    text: str
    style: TextStyle = "body"
    indent: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """One line with a text at either end; they share the width and wrap when they must."""

    left: str
    right: str = ""


@dataclass(frozen=True, slots=True)
class LabelledValue:
    """A labelled value of a grid."""

    label: str
    value: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Fields:
    """A boxed grid of labels and values; the last field of a short row takes the rest of the width."""

    rows: tuple[tuple[LabelledValue, ...], ...]


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column of a table; ``grow`` ones take the room that is left and wrap."""

    label: str = ""
    align: Align = "left"
    grow: bool = False
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row, as many cells as columns; a ``strong`` one is a total, one that ``leads`` stays with the next one."""

    cells: tuple[str, ...]
    strong: bool = False
    leads: bool = False


@dataclass(frozen=True, slots=True)
class TableBlock:
    """Rows under a heading that repeats on every page; ``plain``: no heading and no rules. ``small``: set like a note."""

    columns: tuple[TableColumn, ...]
    rows: tuple[TableRow, ...]
    plain: bool = False
    small: bool = False


@dataclass(frozen=True, slots=True)
class SignatureArea:
    """One field to be filled by hand: label above, ``foot`` below; ``seal`` leaves a free circle with that caption."""

    label: str
    foot: str = ""
    seal: str = ""


@dataclass(frozen=True, slots=True)
class Signature:
    """Areas side by side, never broken."""

    areas: tuple[SignatureArea, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A tinted remark."""

    text: str


@dataclass(frozen=True, slots=True)
class Band:
    """The tab at the head of an exhibit's page; begins a new page unless it ``goes_on`` below another exhibit."""

    left: str
    right: str = ""
    goes_on: bool = False


@dataclass(frozen=True, slots=True)
class VerificationCode:
    """The QR picture of the document's ``facts``, ``squares`` wide, with a text beside it; ``alt``: what is said instead of it."""

    text: str
    alt: str = ""
    squares: int = 0


@dataclass(frozen=True, slots=True)
class Contents:
    """Lines of a table of contents: text, page (0 = not yet known), level; ``anchors``: where a click on each leads."""

    entries: tuple[tuple[str, int, int], ...]
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MatrixColumn:
    """One thing compared: its name and a line below it. ``marked``: the one that the paper is about."""

    label: str
    note: str = ""
    marked: bool = False


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """What is compared, and one cell a column; a ``strong`` row is what the eye should find first."""

    label: str
    cells: tuple[str, ...]
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Matrix:
    """Things side by side in columns of one width; the heading repeats on every page."""

    columns: tuple[MatrixColumn, ...]
    rows: tuple[MatrixRow, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a chart through (x, y) points in any whole units, with its short name on it. ``dotted``: an estimate."""

    label: str
    points: tuple[tuple[int, int], ...]
    marked: bool = False
    dotted: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """Lines over marks of both axes, (place, text) each; it reaches from 0 to the outermost mark. ``height`` in millimetres.

    ``alt``: what is said to a reader who does not see it.
    """

    lines: tuple[Line, ...]
    across: tuple[tuple[int, str], ...]
    upward: tuple[tuple[int, str], ...]
    height: float
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Image:
    """A PNG or JPEG of so many pixels, fitted below its band or ``across`` millimetres wide; ``alt`` is said instead of it."""

    data: bytes
    width: int
    height: int
    alt: str = ""
    across: float = 0.0


@dataclass(frozen=True, slots=True)
class ForeignPage:
    """Page ``index`` (0-based) of the foreign PDF ``source``; it fills what a page of ours has left below its band."""

    source: str
    index: int
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Space:
    """Empty height in millimetres."""

    height: float


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page, unless this page is still empty."""


@dataclass(frozen=True, slots=True)
class Keep:
    """Blocks that stay on one page when one page can hold them, and with what follows where they are what ``leads`` to it."""

    blocks: tuple[Block, ...]
    leads: bool = False


Block = (
    Anchor
    | Title
    | Heading
    | Text
    | Pair
    | Fields
    | TableBlock
    | Matrix
    | Chart
    | Signature
    | Note
    | Contents
    | Band
    | VerificationCode
    | Image
    | ForeignPage
    | Space
    | PageBreak
    | Keep
)


@dataclass(frozen=True, slots=True)
class PageChrome:
    """What is around every page. ``pages`` is a sentence with {page} and {pages}; ``watermark`` (草稿): empty on a final one.

    ``initials``: what stands before the line on which every page of several is signed; empty where none is.
    """

    addressee: str
    number: str
    pages: str
    status: str
    code_label: str
    watermark: str = ""
    initials: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """What one PDF says of itself and on every page. ``language`` is a BCP 47 tag; ``keywords`` stand in its properties alone.

    ``facts``: what the QR picture of a `VerificationCode` tells, with `fact_code.BLANK` where the code of the file goes.
    ``links``: words that stand on its pages → the anchor to which a click on them leads. ``made_on``: ISO day; empty: it has none.
    ``archival``: the level of PDF/A-2 that it claims to keep; what foreign pages are bound into does not keep A.
    """

    title: str
    author: str
    language: str
    chrome: PageChrome
    keywords: str = ""
    facts: str = ""
    links: Mapping[str, str] = field(default_factory=dict)
    made_on: str = ""
    archival: Literal["A", "B", ""] = "A"
