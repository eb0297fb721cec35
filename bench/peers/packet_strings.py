"""The strings of a packet for two peers: drawn straight on a canvas where Concord sets them, and flowing through fpdf2."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from itertools import chain
from typing import Any, Final

import resources
from bench.contest import Work
from bench.peers.packet_peers import grid
from workstation.documents.typesetting import blocks as b
from workstation.documents.typesetting.fonts import FACES
from workstation.documents.typesetting.pages import Page
from workstation.documents.typesetting.pdf import open_typesetter
from workstation.documents.typesetting.strips import Run

Placed = tuple[float, float, str, str, float, str]
"""x and y in points from the lower left, text, font, size in points, colour as RRGGBB."""

_SIDE: Final = 18.0  # millimetres, as the other typesetters have it
_SIZES: Final = {"title": 18.0, "heading": 12.0, "text": 10.5}
_LINE: Final = 1.6


def placed(pages: Sequence[Page]) -> list[list[Placed]]:
    """Every string of set pages at its place; without header, footer, lines and boxes."""
    look = open_typesetter().look
    left, top = look.left, look.height - look.top
    return [
        [
            (left + ink.x, top - y - ink.y, ink.text, FACES[ink.face], ink.size, look.colours[ink.colour])
            for y, strip in page.strips
            for ink in strip.ink
            if isinstance(ink, Run)
        ]
        for page in pages
    ]


def by_canvas(pages: Sequence[Sequence[Placed]]) -> Work:
    """A bare loop over a reportlab canvas, its fonts parsed once outside the time and subset by the library; nothing is set."""
    from reportlab.lib.colors import HexColor
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    look = open_typesetter().look
    for name in FACES.values():
        pdfmetrics.registerFont(TTFont(name, str(resources.path("fonts", f"{name}.ttf"))))
    colours = {colour: HexColor(f"#{colour}") for colour in {one[5] for one in chain.from_iterable(pages)}}

    def work() -> bytes:
        out = BytesIO()
        canvas = Canvas(out, pagesize=(look.width, look.height), pageCompression=1)
        for page in pages:
            for x, y, text, font, size, colour in page:
                canvas.setFillColor(colours[colour])
                canvas.setFont(font, size)
                canvas.drawString(x, y, text)
            canvas.showPage()
        canvas.save()
        return out.getvalue()

    return work


def by_fpdf(blocks: Iterable[b.Block]) -> Work:
    """fpdf2: paragraphs and tables, regular and bold; it parses and subsets the fonts anew for each document, as its users do."""
    from fpdf import FPDF

    flowing = tuple(_flat(blocks))

    def work() -> bytes:
        pdf = FPDF(format="A4")
        pdf.set_margins(_SIDE, 22)
        for style, face in (("", FACES["sans"]), ("B", FACES["sans_bold"])):
            pdf.add_font("Noto", style, str(resources.path("fonts", f"{face}.ttf")))
        pdf.set_font("Noto", size=_SIZES["text"])
        pdf.add_page()
        for block in flowing:
            _fpdf(pdf, block)
        return bytes(pdf.output())

    return work


def _flat(blocks: Iterable[b.Block]) -> Iterator[b.Block]:
    for block in blocks:
        if isinstance(block, b.Keep):
            yield from _flat(block.blocks)
        else:
            yield block


def _fpdf(pdf: Any, block: b.Block) -> None:
    match block:
        case b.Title(text, subtitle):
            _paragraph(pdf, text, "title", "B", "C")
            _paragraph(pdf, subtitle, "text", "", "C")
        case b.Heading(text):
            _paragraph(pdf, text, "heading", "B")
        case b.Text(text) | b.Note(text):
            _paragraph(pdf, text, "text")
        case b.PageBreak():
            pdf.add_page()
        case _:
            _fpdf_grid(pdf, block)


def _paragraph(pdf: Any, text: str, size: str, style: str = "", align: str = "L") -> None:
    if text:
        pdf.set_font("Noto", style, _SIZES[size])
        height = _SIZES[size] * _LINE * 25.4 / 72
        pdf.multi_cell(0, height, text, align=align, new_x="LMARGIN", new_y="NEXT")


def _fpdf_grid(pdf: Any, block: b.Block) -> None:
    columns, head, rows = grid(block)
    if not columns:
        return
    pdf.set_font("Noto", "", _SIZES["text"])
    sides = ["RIGHT" if column.align in ("right", "figure") else "LEFT" for column in columns]
    shares = [3 if column.grow else 1 for column in columns]
    titled = any(head)
    with pdf.table(
        col_widths=shares, text_align=sides, first_row_as_headings=titled, borders_layout="HORIZONTAL_LINES"
    ) as made:
        for cells in ([head] if titled else []) + [row.cells for row in rows]:
            line = made.row()
            for cell in cells:
                line.cell(cell)
