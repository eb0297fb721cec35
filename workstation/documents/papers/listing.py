"""A register or a report on paper: how it is reckoned, and its table, on the long side of the sheet where the short one is too
narrow, and cut where that is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from workstation.documents.packet.build import Packet
from workstation.documents.papers.build import PaperFrame, sealed_pages
from workstation.documents.typesetting.blocks import (
    Anchor,
    Block,
    Heading,
    Keep,
    PageBreak,
    TableBlock,
    TableColumn,
    TableRow,
    Text,
    Title,
)
from workstation.documents.typesetting.pages import set_pages
from workstation.documents.typesetting.pdf import open_typesetter
from workstation.documents.typesetting.phrases import Phrases
from workstation.documents.typesetting.strips import TypesetContext
from workstation.field_ref import FieldRef
from workstation.money import Money

Value = str | int | Decimal | Money | date | None
"""What a cell holds; a `Decimal` is a share."""
_KEY: Final = "listing."
_WIDTH: Final = 104
_LONG_SIDE: Final = 156
"""Characters of a workbook's columns for which a page has room side by side, and one that is turned."""
_KEPT: Final = 2
"""Columns that say which row it is; they are repeated where the others go on below."""
_LONG: Final = 16
"""A text column as wide as this wraps."""


@dataclass(frozen=True, slots=True)
class ListingFigures:
    """``made_on``: the day on which it was reckoned. ``widths`` of the columns in characters; every row has as many values.

    ``explained``: how the figures are reckoned, where they are.
    """

    language: str
    desk: str
    made_on: date
    title: str
    header: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[Value, ...], ...]
    explained: str = ""


def listing(figures: ListingFigures, phrases: Phrases) -> tuple[Block, ...]:
    """The title, what is said of how it is reckoned, and every row; a table that is too wide goes on under itself."""
    subtitle = phrases.text(_KEY + "subtitle", day=phrases.day(figures.made_on), count=f"{len(figures.rows):,}")
    blocks: list[Block] = [PageBreak(), Anchor("paper.listing", figures.title), Title(figures.title, subtitle)]
    if figures.explained:
        blocks.append(Text(figures.explained))
    if not figures.rows:
        return (*blocks, Text(phrases.text(_KEY + "nothing")))
    parts = list(_parts(figures))
    for number, columns in enumerate(parts, 1):
        part = _block(figures, columns, phrases)
        if len(parts) == 1:
            blocks.append(part)
            continue
        heading = Heading(phrases.text(_KEY + "part", part=number, parts=len(parts)))
        blocks += [Keep((heading,), leads=True), part]
    return tuple(blocks)


def build_listing(figures: ListingFigures, context: TypesetContext | None = None) -> Packet:
    """The register or report as a PDF."""
    phrases = Phrases(figures.language, {})
    day = phrases.day(figures.made_on)
    frame = PaperFrame(
        title=f"{figures.title} {figures.made_on.isoformat()}",
        addressee=figures.desk,
        number=f"{figures.title}  {day}",
        status=phrases.text(_KEY + "standing"),
        author=figures.desk,
        made_on=figures.made_on.isoformat(),
    )
    context = context or open_typesetter(figures.language)
    pages = set_pages(listing(figures, phrases), sheet_of(figures, context))
    return sealed_pages(pages, frame, {FieldRef.DESK_DESK_NAME: figures.desk}, phrases, context)


def sheet_of(table: ListingFigures, context: TypesetContext) -> TypesetContext:
    """The sheet that a table is set on: turned to its long side where the short one is too narrow."""
    return TypesetContext(context.fonts, context.look.wide()) if _turned(table) else context


def _turned(table: ListingFigures) -> bool:
    return bool(table.rows) and sum(table.widths) > _WIDTH


def _parts(table: ListingFigures) -> Iterator[list[int]]:
    """The columns of each table under the title, by their numbers."""
    kept = list(range(min(_KEPT, len(table.header))))
    taken, wide = list(kept), sum(table.widths[:_KEPT])
    room = _LONG_SIDE if _turned(table) else _WIDTH
    for column in range(len(kept), len(table.header)):
        if wide + table.widths[column] > room and len(taken) > len(kept):
            yield taken
            taken, wide = list(kept), sum(table.widths[:_KEPT])
        taken.append(column)
        wide += table.widths[column]
    yield taken


def _block(table: ListingFigures, columns: list[int], phrases: Phrases) -> TableBlock:
    heads = tuple(_column(table, at) for at in columns)
    if not any(head.grow for head in heads):
        heads = (*heads[:-1], TableColumn(heads[-1].label, heads[-1].align, grow=True))
    rows = (TableRow(tuple(_text(row[at], phrases) for at in columns)) for row in table.rows)
    return TableBlock(heads, tuple(rows), small=True)


def _column(table: ListingFigures, at: int) -> TableColumn:
    values = [row[at] for row in table.rows if row[at] not in (None, "")]
    figures = bool(values) and all(isinstance(one, (Money, Decimal, int)) for one in values)
    grows = not figures and table.widths[at] >= _LONG
    return TableColumn(table.header[at], "right" if figures else "left", grow=grows)


def _text(value: Value, phrases: Phrases) -> str:
    if value is None:
        return ""
    if isinstance(value, Money):
        return value.grouped()
    if isinstance(value, Decimal):
        return f"{value * 100:.1f} %"
    if isinstance(value, datetime):
        return f"{phrases.day(value.date())} {value:%H:%M}"
    if isinstance(value, date):
        return phrases.day(value)
    return f"{value:,}" if isinstance(value, int) else value
