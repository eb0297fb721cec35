"""What a mail or a saved page shows, as plain values: paragraphs, tables and pictures in their order."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; its line breaks are meant."""

    text: str
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: ``rows`` of cells as text. ``merged``: (first row, first column, last row, last column), from 0, of cells drawn as
    one; ``uncomputed``: formulas without a result; ``inexact``: numbers of more than 15 digits that a spreadsheet held.
    """

    rows: tuple[tuple[str, ...], ...]
    merged: tuple[tuple[int, int, int, int], ...] = ()
    uncomputed: frozenset[Place] = frozenset()
    inexact: frozenset[Place] = frozenset()


@dataclass(frozen=True, slots=True)
class PictureLink:
    """Where a picture stands, and whence it comes: ``cid:…`` of the mail itself, ``data:…``, or a place outside."""

    source: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that came along: PNG or JPEG, ``width`` × ``height`` pixels."""

    data: bytes
    width: int
    height: int
    words: str = ""


Piece = Paragraph | Grid | PictureLink
"""What a text in HTML consists of."""
FieldName = Literal["from", "to", "cc", "date", "subject", "title", "address"]


@dataclass(frozen=True, slots=True)
class WrittenPage:
    """A mail or a saved page to be set as PDF. ``fields`` in the order of a letter; ``blocks`` as they follow each other;
    ``remote``: pictures that would have to be fetched, and are not; ``hidden``: parts that the page itself does not show;
    ``attached``: names of files that came along; ``dropped``: lists to choose from, drawings and formulas with words in them.
    """

    language: str
    fields: tuple[tuple[FieldName, str], ...]
    blocks: tuple[Paragraph | Grid | Picture, ...]
    remote: int = 0
    broken: int = 0
    hidden: int = 0
    attached: tuple[str, ...] = field(default=())
    dropped: int = 0
