"""Writes set pages as a PDF: embedded subsets of our fonts, header, footer and mark on every page, outline and metadata.

The same pages give the same bytes. Text goes to the file as text, never through a parser of markup.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Sequence
from typing import Final

from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfdoc

from workstation.documents.typesetting import seal
from workstation.documents.typesetting.blocks import Document, PageChrome
from workstation.documents.typesetting.fact_code import BLANK, fact_stream
from workstation.documents.typesetting.fonts import Fonts, literal, load_fonts
from workstation.documents.typesetting.line_work import drawn
from workstation.documents.typesetting.links import PageLinks
from workstation.documents.typesetting.look import MM, Look, load_look
from workstation.documents.typesetting.pages import Page
from workstation.documents.typesetting.png_stream import png_stream
from workstation.documents.typesetting.strips import (
    Bookmark,
    Box,
    Code,
    DrawOp,
    EmbeddedPage,
    Laid,
    Link,
    Picture,
    Ring,
    RuledLine,
    Run,
    TypesetContext,
)
from workstation.documents.typesetting.text_layer import DocumentFonts, Sheets, TextLayer

_QR_UNIT: Final = 100.0
_INITIALS: Final = 62.0
_WATERMARK_SIZE: Final = 120.0
_WATERMARK_STRENGTH: Final = 0.09


def write_pages(document: Document, pages: Sequence[Page], context: TypesetContext) -> tuple[bytes, list[Laid]]:
    """The pages as an unsealed PDF, and the foreign pages for which room was left. At least one page is written."""
    writer = _Writer(document, max(len(pages), 1), context)
    return writer.written(pages), writer.laid


class _Writer:
    def __init__(self, document: Document, count: int, context: TypesetContext) -> None:
        self._fonts, self._tall, self._wide = context.fonts, context.look, context.look.wide()
        self._used = DocumentFonts(context.fonts)
        self._look = self._tall
        self._chrome, self._count, self._facts = document.chrome, count, document.facts
        self._links = PageLinks(document.links, context.fonts)
        # Images as they are, not inflated by a printable encoding; pinned, or a setting of the machine would change the bytes.
        rl_config.useA85 = 0
        self._file = io.BytesIO()
        self._canvas = Sheets(
            self._file,
            pagesize=(self._look.width, self._look.height),
            invariant=1,
            pageCompression=1,
            lang=document.language,
        )
        self._canvas.date(document.made_on)
        self._canvas.setTitle(literal(document.title))
        self._canvas.setAuthor(literal(document.author))
        self._canvas.setSubject(literal(document.chrome.number))
        self._canvas.setCreator("Concord")
        if document.keywords:
            self._canvas.setKeywords(literal(document.keywords))
        self._canvas.setViewerPreference("DisplayDocTitle", "true")
        self._canvas.showOutline()
        self._colours = {name: _operands(value) for name, value in self._look.colours.items()}
        self._level = -1
        self.laid: list[Laid] = []

    def written(self, pages: Sequence[Page]) -> bytes:
        self._seal_forms(self._facts)
        for number, page in enumerate(pages or (Page(()),), 1):
            self._page(page, number)
            self._canvas.showPage()
        self._used.embed(self._canvas._doc)
        self._canvas.save()
        return self._file.getvalue()

    def _page(self, page: Page, number: int) -> None:
        self._look = self._wide if page.wide else self._tall
        self._canvas.setPageSize((self._look.width, self._look.height))
        left, top = self._look.left, self._look.height - self._look.top
        runs: list[tuple[float, float, Run]] = []
        for y, strip in page.strips:
            for bookmark in strip.bookmarks:
                self._bookmark(bookmark, top - y)
            for ink in strip.ink:
                if isinstance(ink, Run):
                    runs.append((left + ink.x, top - y - ink.y, ink))
                else:
                    self._draw(ink, left, top - y)
        for anchor, box in self._links.of(runs):
            self._link(anchor, box)
        self._frame(number, runs)
        self._write(runs)
        if self._chrome.watermark:
            self._watermark(self._chrome.watermark)

    def _bookmark(self, bookmark: Bookmark, y: float) -> None:
        self._canvas.bookmarkHorizontalAbsolute(bookmark.name, y + 12, fit="XYZ")
        if bookmark.title:
            # An outline may go one level deeper at a time only.
            self._level = min(bookmark.level, self._level + 1)
            self._canvas.addOutlineEntry(literal(bookmark.title), bookmark.name, self._level, closed=self._level > 0)

    def _draw(self, ink: DrawOp, left: float, top: float) -> None:
        match ink:
            case RuledLine() | Box() | Ring():
                self._canvas.addLiteral(drawn(ink, left, top, self._colours))
            case Picture():
                self._picture(ink, left + ink.x, top - ink.y - ink.height)
            case Code():
                self._placeholder("qr", left + ink.x, top - ink.y - ink.side, ink.side / _QR_UNIT)
            case Link():
                x, y = left + ink.x, top - ink.y
                self._link(ink.anchor, (x, y - ink.height, x + ink.width, y))
            case EmbeddedPage():
                x, y = left + ink.x, top - ink.y - ink.height
                page = self._canvas.getPageNumber() - 1
                self.laid.append(Laid(page, ink.source, ink.index, x, y, ink.width, ink.height))
            case Run():
                return

    def _link(self, anchor: str, box: tuple[float, float, float, float]) -> None:
        self._canvas.linkAbsolute("", anchor, tuple(round(edge, 2) for edge in box))

    def _write(self, runs: Sequence[tuple[float, float, Run]]) -> None:
        layer = TextLayer(self._used, self._colours)
        for x, y, run in runs:
            layer.add(x, y, run)
        self._canvas.addLiteral(layer.operators())

    def _frame(self, number: int, runs: list[tuple[float, float, Run]]) -> None:
        """Header and footer. A long addressee gives way to the number at the right, which must stay whole."""
        look, size, words = self._look, self._look.size("furniture"), self._chrome
        top, foot, edge = look.height - look.header, look.footer, look.width - look.right
        numbers = words.pages.replace("{page}", str(number)).replace("{pages}", str(self._count))
        right = "  ".join(part for part in (words.number, numbers) if part)
        right_x = edge - self._fonts.width(right, "sans", size)
        for i, line in enumerate(self._addressee(words, right_x - look.left - 18, size)):
            runs.append((look.left, top - i * size * 1.25, Run(0, 0, line, "sans", size, "quiet")))
        runs.append((right_x, top, Run(0, 0, self._fonts.shown(literal(right), "sans"), "sans", size, "quiet")))
        self._draw(RuledLine(0, 0, look.inner, 0, look.hairline), look.left, foot + 4.2 * MM)
        runs.append((look.left, foot, Run(0, 0, words.code_label, "sans", size, "quiet")))
        status_x = edge - self._fonts.width(words.status, "sans", size)
        runs.append((status_x, foot, Run(0, 0, words.status, "sans", size, "quiet")))
        code_x = look.left + self._fonts.width(words.code_label, "sans", size) + 3
        self._placeholder("code", code_x, foot)
        if words.initials and self._count > 1:
            self._initials(code_x + self._fonts.width(BLANK, "sans", size), status_x, runs)

    def _initials(self, x: float, to_x: float, runs: list[tuple[float, float, Run]]) -> None:
        """The line on which each page is signed, in the middle of what the footer leaves."""
        label, size, foot = self._chrome.initials, self._look.size("furniture"), self._look.footer
        wide = self._fonts.width(label, "sans", size) + 4
        start = (x + to_x - wide - _INITIALS) / 2
        runs.append((start, foot, Run(0, 0, label, "sans", size, "quiet")))
        self._draw(RuledLine(0, 0, _INITIALS, 0, self._look.hairline), start + wide, foot - 1.5)

    def _addressee(self, words: PageChrome, room: float, size: float) -> tuple[str, ...]:
        """Two lines at most; the cover names the bank in full."""
        lines = self._fonts.lines(words.addressee, "sans", size, room)
        if len(lines) <= 2:
            return lines
        return lines[0], self._fonts.fitted("".join(lines[1:]), "sans", size, room)

    def _watermark(self, watermark: str) -> None:
        """The draft mark over everything, so light that it hides nothing."""
        canvas, look = self._canvas, self._look
        canvas.saveState()
        canvas.setFillAlpha(_WATERMARK_STRENGTH)
        canvas.translate(look.width / 2, look.height / 2)
        canvas.rotate(52)
        unit = max(self._fonts.width(watermark, "sans_bold", 1), 1)
        size = min(_WATERMARK_SIZE, look.height * 0.7 / unit)
        self._write([(-unit * size / 2, -size * 0.36, Run(0, 0, watermark, "sans_bold", size, "draft"))])
        canvas.restoreState()

    def _seal_forms(self, facts: str) -> None:
        font = self._used.embedded("sans", self._fonts.chain_indices["sans"]["0"])
        for char in seal.LETTERS:
            font.code(char)
        size = self._look.size("furniture")
        self._form("code", seal.code_stream(f"/{font.name}", size, f"{self._colours['quiet']} rg"), 160, size * 1.2)
        if facts:
            self._form("qr", fact_stream(facts, _QR_UNIT), _QR_UNIT, _QR_UNIT)

    def _picture(self, ink: Picture, x: float, y: float) -> None:
        name = f"png-{hashlib.sha256(ink.data).hexdigest()[:32]}"
        known = self._canvas._doc.getXObjectName(name) in self._canvas._doc.idToObject
        if not known and (stream := png_stream(ink.data)) is None:
            self._canvas.drawImage(ImageReader(io.BytesIO(ink.data)), x, y, ink.width, ink.height)
            return
        if not known:
            self._canvas._doc.addForm(name, stream)
        self._canvas.addLiteral(f"q {ink.width:.4f} 0 0 {ink.height:.4f} {x:.4f} {y:.4f} cm")
        self._canvas.doForm(name)
        self._canvas.addLiteral("Q")

    def _form(self, name: str, content: bytes, width: float, height: float) -> None:
        form = pdfdoc.PDFFormXObject(0, -3, width, height)
        filter_ = pdfdoc.PDFDictionary({"Filter": pdfdoc.PDFName("ASCIIHexDecode")})
        form.Contents = pdfdoc.PDFStream(filter_, content, filters=[])
        self._canvas._doc.addForm(name, form)

    def _placeholder(self, name: str, x: float, y: float, scale: float = 1.0) -> None:
        self._canvas.addLiteral(f"q {scale:.4f} 0 0 {scale:.4f} {x:.2f} {y:.2f} cm")
        self._canvas.doForm(name)
        self._canvas.addLiteral("Q")


def _operands(colour: str) -> str:
    return " ".join(f"{int(colour[i : i + 2], 16) / 255:.3f}" for i in (0, 2, 4))


def open_typesetter(language: str = "zh-Hans", fonts: Fonts | None = None, look: Look | None = None) -> TypesetContext:
    """Fonts and look for any number of papers in one language; opening it again costs next to nothing."""
    return TypesetContext(fonts or load_fonts(language), look or load_look())
