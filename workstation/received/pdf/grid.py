"""Lists printed into a PDF with a text layer: the words by their places on the page, put into rows and columns.

Scans have no text and are refused; what the columns mean is not known here. Every line of every page is a row, a title or a remark.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from workstation.errors import Finding, Refused
from workstation.received.pdf.headings import Heading, headings, lines_of
from workstation.received.pdf.list_columns import Columns, without_stamps
from workstation.received.pdf.row_blocks import Body, blocks, may_be_row
from workstation.received.pdf.words import PageWords, Piece, document_words

Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class PdfPart:
    """What a page gives to one list: the numbers (from 1) of its rows in ``tables[table]``, remarks left out.

    ``astray``: sums that do not stand in line with their column: the row, the title, the text. ``loose``: remarks that
    hold a day or a sum as a cell does, so that they may be rows.
    """

    page: int
    table: int
    rows: tuple[int, ...]
    astray: tuple[tuple[int, str, str], ...] = ()
    loose: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PdfPage:
    """A page by its number from 1: the lines that are no rows, how many runs it holds, whether anything is drawn on it, how many
    signs have no character, and how many nobody sees on it.
    """

    number: int
    remarks: tuple[str, ...]
    words: int
    drawn: bool
    unmapped: int
    unseen: int = 0


@dataclass(frozen=True, slots=True)
class PdfList:
    """All lists of a file as cells; ``tables`` in order of their first page, each with what is printed above it, its titles, its
    rows page after page. A remark is one cell to the right of all columns.
    """

    tables: tuple[Rows, ...]
    pages: tuple[PdfPage, ...]
    parts: tuple[PdfPart, ...]


@dataclass(slots=True)
class _Table:
    """A list while it is put together; ``bodies`` are a page (from 0), the titles that hold there, and the lines below them."""

    texts: tuple[str, ...]
    above: list[str]
    bodies: list[tuple[int, Heading, Body]] = field(default_factory=list)


def pdf_list(data: bytes, name: str = "") -> PdfList:
    """All lists with days of a file, and what each page gave to them. A cell printed on several lines is one cell.

    Raises `Refused`: ``file_locked``, ``file_damaged``, ``statement_pdf_scanned`` (no text), ``statement_pdf_unmapped`` (no
    characters), ``statement_pdf_no_list`` (text but no list with days), ``statement_pdf_too_long``.
    """
    return list_of(document_words(data, name), name)


def list_of(pages: Sequence[PageWords], name: str = "") -> PdfList:
    """As `pdf_list`, of pages whose words are known: all lists with days, and what each page gave to them.

    Raises `Refused`: ``statement_pdf_scanned``, ``statement_pdf_unmapped``, ``statement_pdf_no_list``.
    """
    if not any(page.pieces for page in pages):
        raise Refused(Finding("statement_pdf_scanned", "statement", {"file": name}))
    remarks = [list(page.across) for page in pages]
    tables = _tables(pages, remarks)
    if not tables:
        code = "statement_pdf_unmapped" if any(page.unmapped for page in pages) else "statement_pdf_no_list"
        raise Refused(Finding(code, "statement", {"file": name}))
    made = [_made(table, place, remarks) for place, table in enumerate(tables)]
    seen = (
        PdfPage(
            number + 1,
            tuple(remarks[number]),
            len(page.pieces) + len(page.across),
            page.drawn,
            page.unmapped,
            page.unseen,
        )
        for number, page in enumerate(pages)
    )
    parts = tuple(part for _, found in made for part in found)
    return PdfList(tuple(rows for rows, _ in made), tuple(seen), parts)


def _tables(pages: Sequence[PageWords], remarks: Sequence[list[str]]) -> list[_Table]:
    """The lists with the lines of each page that belong to them; titles that come again go on with their list."""
    tables: dict[tuple[str, ...], _Table] = {}
    current: _Table | None = None
    for number, page in enumerate(pages):
        lines = lines_of(page.pieces)
        found = list(headings(lines))
        before = lines[: found[0].first] if found else lines
        if current and before:
            current.bodies.append((number, current.bodies[-1][1], Body(before, None)))
        else:
            remarks[number] += map(_plain, before)
        ends = [*(heading.first for heading in found[1:]), len(lines)]
        for heading, end in zip(found, ends, strict=False):
            above = [_plain(line) for line in lines[: heading.first]]
            current = tables.setdefault(heading.texts, _Table(heading.texts, above))
            current.bodies.append((number, heading, Body(lines[heading.last + 1 : end], heading.titles[-1].base)))
    return list(tables.values())


def _plain(line: Sequence[Piece]) -> str:
    return " ".join(piece.text for piece in line)


def _made(table: _Table, place: int, remarks: Sequence[list[str]]) -> tuple[Rows, list[PdfPart]]:
    """A list as cells, and what each page gave to it."""
    rows: list[tuple[str, ...]] = [*((text,) for text in table.above), table.texts]
    parts: list[PdfPart] = []
    known: dict[tuple[int, ...], Columns] = {}
    for number, heading, body in table.bodies:
        key = _geometry(heading)
        if key not in known:
            alike = [one.lines for _, other, one in table.bodies if _geometry(other) == key]
            known[key] = Columns(heading.titles, [piece for lines in alike for line in lines for piece in line])
        columns = known[key]
        lines, stamps = without_stamps(body.lines, columns)
        numbers: list[int] = []
        astray: list[tuple[int, str, str]] = []
        loose: list[str] = []
        for block in blocks(Body(lines, body.top), columns):
            if not block.is_row:
                stamps.append(_plain(block.pieces))
                loose += [stamps[-1]] if may_be_row(block) else []
                rows.append((*("" for _ in table.texts), stamps[-1]))
                continue
            rows.append(columns.cells(block.pieces))
            numbers.append(len(rows))
            astray += ((len(rows), title, text) for title, text in columns.astray(block.pieces))
        remarks[number] += stamps
        parts.append(PdfPart(number + 1, place, tuple(numbers), tuple(astray), tuple(loose)))
    return tuple(rows), parts


def _geometry(heading: Heading) -> tuple[int, ...]:
    return tuple(round(title.left) for title in heading.titles)
