"""The text of a mail or of a saved page set as a PDF: header, paragraphs, tables and the pictures that came along."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import Final

from workstation.documents.papers.build import PaperFrame, sealed_pages
from workstation.documents.typesetting.blocks import (
    Block,
    Fields,
    Heading,
    Image,
    LabelledValue,
    Note,
    Space,
    TableBlock,
    TableColumn,
    TableRow,
    Text,
)
from workstation.documents.typesetting.pages import set_pages
from workstation.documents.typesetting.pdf import open_typesetter
from workstation.documents.typesetting.phrases import Phrases
from workstation.documents.typesetting.strips import TypesetContext
from workstation.received.written.page import Grid, Paragraph, Picture, WrittenPage

_KEY: Final = "written."
_WIDE: Final = 9
"""Columns from which a table is set on the long side of the sheet."""
_MOST_COLUMNS: Final = 40
"""Columns that a page takes side by side; the further ones follow in a table of their own."""
_LONG_CELL: Final = 12
"""Characters from which the cells of a column wrap."""


def written_pdf(page: WrittenPage, name: str) -> bytes:
    """The pages of what came in the file ``name``; the same page gives the same bytes."""
    phrases = Phrases(page.language, {})
    context = open_typesetter(page.language)
    wide = any(isinstance(one, Grid) and max(map(len, one.rows)) >= _WIDE for one in page.blocks)
    frame = PaperFrame(
        title=next((text for key, text in page.fields if key in ("subject", "title")), "") or name,
        addressee=phrases.text(_KEY + "addressee", file=name),
        number="",
        status=phrases.text(_KEY + "status"),
        author="",
    )
    sheet = TypesetContext(context.fonts, context.look.wide()) if wide else context
    pages = set_pages(written_blocks(page, phrases), sheet)
    return sealed_pages(pages, frame, {}, phrases, context).pdf


def written_blocks(page: WrittenPage, phrases: Phrases) -> Iterator[Block]:
    """The blocks of a page, and what of it is not shown."""
    if page.fields:
        yield Fields(
            tuple((LabelledValue(phrases.text(_KEY + key), text, key == "subject"),) for key, text in page.fields)
        )
        yield Space(2)
    for block in page.blocks:
        match block:
            case Paragraph():
                yield Heading(block.text.replace("\n", " ")) if block.heading else Text(block.text)
            case Picture():
                yield Space(1)
                yield Image(block.data, block.width, block.height, block.words or phrases.text(_KEY + "picture"))
            case Grid():
                yield Space(1)
                yield from _tables(block)
    yield from _left_out(page, phrases)


def _tables(grid: Grid) -> Iterator[TableBlock]:
    width = max(map(len, grid.rows))
    for first in range(0, width, _MOST_COLUMNS):
        rows = [row[first : first + _MOST_COLUMNS] for row in grid.rows]
        yield _table(rows, min(width - first, _MOST_COLUMNS))


def _table(rows: list[tuple[str, ...]], width: int) -> TableBlock:
    """The rows as they stand; the first is a heading of nothing, since a page does not say which is one."""
    columns = list(zip_longest(*rows, fillvalue=""))
    return TableBlock(
        tuple(TableColumn(grow=any(len(cell) > _LONG_CELL for cell in column)) for column in columns),
        tuple(TableRow(row + ("",) * (width - len(row))) for row in rows),
        small=True,
    )


def _left_out(page: WrittenPage, phrases: Phrases) -> Iterator[Note]:
    counts = {"remote": page.remote, "broken": page.broken, "hidden": page.hidden, "dropped": page.dropped}
    for key, count in counts.items():
        if count:
            yield Note(phrases.text(_KEY + key, count=count))
    if page.attached:
        yield Note(phrases.text(_KEY + "attached", files=phrases.listed(page.attached)))
