"""Tables written in HTML, as banks and older programs save them under the name .xls: stacked on one sheet, as Excel opens them."""

from __future__ import annotations

from collections.abc import Iterator

from workstation.characters import restored
from workstation.received.tables.table import MAX_SHEETS, Row, Sheet, Table, check_extent, refused
from workstation.received.tables.text_file import UNSEEN
from workstation.received.written.grid_builder import TooLarge
from workstation.received.written.mail import MailDamaged
from workstation.received.written.markup import Markup
from workstation.received.written.page import Grid, Paragraph
from workstation.received.written.pages import markups


def read_html(data: bytes, name: str) -> Table:
    """A page of HTML or a web archive with tables; text around them keeps its place as a row of one cell.

    Raises `Refused`: table_is_page where there is no table, table_too_large, table_damaged.
    """
    try:
        pages = [page for page in markups(data) if any(isinstance(one, Grid) for one in page.pieces)]
    except TooLarge as size:
        rows, _, columns = str(size).partition(" × ")
        raise refused("table_too_large", name, rows=rows, columns=columns, limit="200,000") from None
    except MailDamaged:
        raise refused("table_damaged", name) from None
    if not pages:
        raise refused("table_is_page", name)
    if len(pages) > MAX_SHEETS:
        raise refused("table_too_many_sheets", name, sheets=str(len(pages)), limit=str(MAX_SHEETS))
    return Table("html", "", tuple(_sheet(page, name) for page in pages))


def _sheet(page: Markup, name: str) -> Sheet:
    rows: list[Row] = []
    merged: list[tuple[int, int, int, int]] = []
    uncomputed: set[tuple[int, int]] = set()
    inexact: set[tuple[int, int]] = set()
    for piece in page.pieces:
        top = len(rows)
        if isinstance(piece, Paragraph):
            rows += [(_cell(line),) for line in piece.text.split("\n") if line]
        elif isinstance(piece, Grid):
            rows += [tuple(map(_cell, row)) for row in piece.rows]
            merged += [(first + top, left, last + top, right) for first, left, last, right in piece.merged]
            uncomputed |= set(_moved(piece.uncomputed, top))
            inexact |= set(_moved(piece.inexact, top))
    while rows and not any(rows[-1]):
        rows.pop()
    check_extent(len(rows), max(map(len, rows), default=0), name)
    return Sheet(page.title, tuple(rows), frozenset(inexact), frozenset(uncomputed), merged=tuple(merged))


def _moved(places: frozenset[tuple[int, int]], down: int) -> Iterator[tuple[int, int]]:
    return ((row + down, column) for row, column in places)


def _cell(text: str) -> str:
    return restored(UNSEEN.sub("", text)).strip()
