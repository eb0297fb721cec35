"""Writes set pages as a PDF: embedded subsets of our fonts, header, footer and mark on every page, outline, structure, metadata.

Files keep ISO 19005-2 (PDF/A-2) level A. The same pages give the same bytes. Text goes to the file as text, never through a
parser of markup.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import zip_longest
from typing import Final

from workstation.documents.typesetting import seal
from workstation.documents.typesetting.blocks import Document
from workstation.documents.typesetting.fact_code import fact_stream
from workstation.documents.typesetting.file.metadata import put_output_intent, put_properties, put_xmp
from workstation.documents.typesetting.file.objects import ObjectFile, rectangle, text_string
from workstation.documents.typesetting.file.outline import Entry, put_outline
from workstation.documents.typesetting.file.pictures import picture_stream
from workstation.documents.typesetting.file.structure import ARTIFACT, FOOTER, HEADER, WATERMARK, Element, Structure
from workstation.documents.typesetting.fonts import Fonts, literal, load_fonts
from workstation.documents.typesetting.furniture import furniture
from workstation.documents.typesetting.line_work import LineWork
from workstation.documents.typesetting.links import Corners, PageLinks
from workstation.documents.typesetting.look import Look, load_look
from workstation.documents.typesetting.pages import Page
from workstation.documents.typesetting.strips import (
    END_OF_MARK,
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
    Strip,
    TypesetContext,
    goes_on,
    is_word,
)
from workstation.documents.typesetting.text_layer import DocumentFonts, TextLayer

_QR_UNIT: Final = 100.0
_WATERMARK_SIZE: Final = 120.0
_WATERMARK_STRENGTH: Final = 0.09
_WATERMARK_SLOPE: Final = math.radians(52)
_ABOVE_ANCHOR: Final = 12.0


def write_pages(document: Document, pages: Sequence[Page], context: TypesetContext) -> tuple[bytes, list[Laid]]:
    """The pages as an unsealed PDF, and the foreign pages for which room was left. At least one page is written."""
    writer = _Writer(document, pages or (Page(()),), context)
    return writer.written(), writer.laid


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One page while it is drawn: what lies under its text, the text, and the pen for rules."""

    under: list[str]
    layer: TextLayer
    lines: LineWork


class _Writer:
    def __init__(self, document: Document, pages: Sequence[Page], context: TypesetContext) -> None:
        self._document, self._pages = document, pages
        self._fonts, self._tall, self._wide = context.fonts, context.look, context.look.wide()
        self._used = DocumentFonts(context.fonts)
        self._links = PageLinks(document.links, context.fonts)
        self._colours = {name: _operands(value) for name, value in self._tall.colours.items()}
        self._file = ObjectFile()
        self._tree, self._font_names = self._file.take(), self._file.take()
        first = self._file.take(len(pages))
        self._numbers = list(range(first, first + len(pages)))
        self._structure = Structure(document.language)
        self._forms: dict[str, int] = {}
        self._goals: dict[str, tuple[str, str]] = {}
        self._outline: list[Entry] = []
        self._led: list[list[tuple[str, Corners, Element | None]]] = []
        self.laid: list[Laid] = []

    def written(self) -> bytes:
        file, document = self._file, self._document
        self._seal_forms(document.facts)
        sheets = [self._sheet(page, at) for at, page in enumerate(self._pages)]
        if document.archival == "A" and self._used.has_private_use():
            # Level A would have it told in words what such a character says (ISO 19005-2 §6.2.11.7.3).
            document = replace(document, archival="B")
        for at, sheet in enumerate(sheets):
            file.put(self._numbers[at], f"<<{sheet}{self._notes(at)}>>")
        kids = " ".join(f"{number} 0 R" for number in self._numbers)
        file.put(self._tree, f"<</Type/Pages/Count {len(self._numbers)}/Kids[{kids}]>>")
        file.put(self._font_names, self._used.put(file))
        outline = f"/Outlines {put_outline(file, self._outline)} 0 R/PageMode/UseOutlines" if self._outline else ""
        structure = self._structure.written(file, self._numbers)
        root = file.add(
            f"<</Type/Catalog/Pages {self._tree} 0 R/Lang{text_string(document.language)}/MarkInfo<</Marked true>>"
            f"/StructTreeRoot {structure} 0 R/ViewerPreferences<</DisplayDocTitle true>>{outline}"
            f"/Metadata {put_xmp(file, document)} 0 R/OutputIntents[{put_output_intent(file)} 0 R]>>"
        )
        return file.written(root, put_properties(file, document))

    def _sheet(self, page: Page, at: int) -> str:
        """Draws a page; answers the entries of its object."""
        look = self._wide if page.wide else self._tall
        self._structure.begin_page()
        self._led.append([])
        sheet = _Sheet([ARTIFACT], TextLayer(self._used, self._colours), LineWork(self._colours))
        following = [strip for _, strip in page.strips[1:]]
        for (y, strip), after in zip_longest(page.strips, following):
            top = look.height - look.top - y
            self._bookmarks(strip, at, top)
            self._strip(strip, after, look.left, top, sheet)
        sheet.under.extend((*self._furniture(at, look, sheet), sheet.layer.operators()))
        if self._document.chrome.watermark:
            sheet.under.append(self._watermark(look))
        drawing = "\n".join(sheet.under)
        contents = self._file.deflated("", drawing.encode("latin-1"))
        forms = "".join(f"/{name} {number} 0 R" for name, number in self._forms.items() if f"/{name} Do" in drawing)
        states = (
            f"/ExtGState<</Draft<</Type/ExtGState/ca {_WATERMARK_STRENGTH}>>>>"
            if self._document.chrome.watermark
            else ""
        )
        return (
            f"/Type/Page/Parent {self._tree} 0 R/MediaBox[0 0 {look.width:.4f} {look.height:.4f}]/Contents {contents} 0 R"
            f"/Resources<</Font {self._font_names} 0 R/XObject<<{forms}>>{states}>>/StructParents {at}/Tabs/S"
        )

    def _bookmarks(self, strip: Strip, at: int, y: float) -> None:
        for bookmark in strip.bookmarks:
            title = literal(bookmark.title)
            goal = f"[{self._numbers[at]} 0 R/XYZ 0 {y + _ABOVE_ANCHOR:.2f} 0]"
            self._goals[bookmark.name] = goal, title
            if title:
                self._outline.append(Entry(title, bookmark.level, goal))

    def _strip(self, strip: Strip, following: Strip | None, left: float, top: float, sheet: _Sheet) -> None:
        """Rules and grounds are ornament, but for those of a figure; each part's text is marked as what it is."""
        self._structure.begin(strip)
        runs = [ink for ink in strip.ink if ink.__class__ is Run]
        owners: list[Element | None] = []
        pieces: list[tuple[Element, list[Run], str]] = []
        for part in strip.parts:
            own = runs[len(owners) : len(owners) + part.runs]
            said = own[0].text if len(own) == 1 else "".join([run.text for run in own])
            # Cells and figures are there without text; an empty line is no paragraph.
            element = self._structure.element(part) if said or part.cell or part.block == "Figure" else None
            owners += [element] * len(own)
            if element is not None:
                pieces.append((element, own, said))
        if len(runs) < len(strip.ink):
            self._ornament(strip, left, top, [element for element, _, _ in pieces], sheet)
        self._text(pieces, runs[len(owners) :], left, top, goes_on(strip, following), sheet.layer)
        if self._links.lead([run.text for run in runs]):
            for run, owner in zip_longest(runs, owners):
                found = self._links.of([(left + run.x, top - run.y, run)])
                self._led[-1] += ((anchor, box, owner) for anchor, box in found)

    def _text(
        self,
        pieces: Sequence[tuple[Element, list[Run], str]],
        loose: Sequence[Run],
        left: float,
        top: float,
        follows: str,
        layer: TextLayer,
    ) -> None:
        """Each piece as content of its element; a line that goes on with a further word ends with a blank (§14.8.2.5)."""
        last = len(pieces) - 1
        for number, (element, own, said) in enumerate(pieces):
            if not said:
                continue
            layer.begin(self._structure.mark(element, said))
            for i, run in enumerate(own):
                further = own[i + 1].text if i + 1 < len(own) else follows if number == last else ""
                layer.add(left + run.x, top - run.y, run, blank=is_word(further[:1]) and is_word(run.text[-1:]))
            layer.end()
        for run in loose:
            layer.begin(ARTIFACT)
            layer.add(left + run.x, top - run.y, run)
            layer.end()

    def _ornament(self, strip: Strip, left: float, top: float, elements: Sequence[Element], sheet: _Sheet) -> None:
        figure = next((one for one in elements if one.role == "Figure"), None)
        mark = self._structure.mark(figure) if figure else ""
        others = (ink for ink in strip.ink if ink.__class__ is not Run)
        ink = [self._drawn(ink, left, top, mark, elements, sheet.lines) for ink in others]
        if figure is None:
            sheet.under.extend(ink)
        elif any(ink):
            sheet.under.extend((END_OF_MARK, mark, *ink, END_OF_MARK, ARTIFACT))

    def _drawn(
        self, ink: DrawOp, left: float, top: float, mark: str, elements: Sequence[Element], lines: LineWork
    ) -> str:
        match ink:
            case RuledLine() | Box() | Ring():
                return lines.drawn(ink, left, top)
            case Picture():
                x, y = left + ink.x, top - ink.y - ink.height
                return f"q {ink.width:.4f} 0 0 {ink.height:.4f} {x:.4f} {y:.4f} cm /{self._picture(ink.data)} Do Q"
            case Code():
                return self._placed("qr", left + ink.x, top - ink.y - ink.side, ink.side / _QR_UNIT)
            case Link():
                x, y = left + ink.x, top - ink.y
                owner = elements[0] if elements else None
                self._led[-1].append((ink.anchor, (x, y - ink.height, x + ink.width, y), owner))
            case EmbeddedPage():
                x, y = left + ink.x, top - ink.y - ink.height
                page = len(self._led) - 1
                self.laid.append(Laid(page, ink.source, ink.index, x, y, ink.width, ink.height, mark))
        return ""

    def _notes(self, at: int) -> str:
        """The links of a page as objects; answers the entry that names them."""
        numbers = []
        for anchor, box, owner in self._led[at]:
            goal, title = self._goals[anchor]
            number = self._file.take()
            key = len(self._pages) + self._structure.link(owner, number, self._numbers[at])
            kind = f"/Type/Annot/Subtype/Link/Rect{rectangle(*box)}/Border[0 0 0]/F 4/StructParent {key}"
            self._file.put(number, f"<<{kind}/Contents{text_string(title or anchor)}/Dest{goal}>>")
            numbers.append(f"{number} 0 R")
        return f"/Annots[{' '.join(numbers)}]" if numbers else ""

    def _furniture(self, at: int, look: Look, sheet: _Sheet) -> list[str]:
        """Writes header and footer; answers what is drawn for them, which closes the ornament of the page."""
        around = furniture(self._document.chrome, at + 1, len(self._pages), look, self._fonts)
        for mark, runs in ((HEADER, around.header), (FOOTER, around.footer)):
            sheet.layer.begin(mark)
            for run in runs:
                sheet.layer.add(run.x, run.y, run)
            sheet.layer.end()
        rules = [sheet.lines.drawn(rule, 0, 0) for rule in around.rules]
        return [END_OF_MARK, FOOTER, *rules, self._placed("code", *around.code), END_OF_MARK]

    def _watermark(self, look: Look) -> str:
        """The draft mark over everything, so light that it hides nothing."""
        watermark, layer = self._document.chrome.watermark, TextLayer(self._used, self._colours)
        unit = max(self._fonts.width(watermark, "sans_bold", 1), 1)
        size = min(_WATERMARK_SIZE, look.height * 0.7 / unit)
        layer.add(-unit * size / 2, -size * 0.36, Run(0, 0, watermark, "sans_bold", size, "draft"))
        across, up = math.cos(_WATERMARK_SLOPE), math.sin(_WATERMARK_SLOPE)
        turned = f"{across:.4f} {up:.4f} {-up:.4f} {across:.4f} {look.width / 2:.2f} {look.height / 2:.2f} cm"
        return f"{WATERMARK} q /Draft gs {turned} {layer.operators()} Q {END_OF_MARK}"

    def _seal_forms(self, facts: str) -> None:
        font = self._used.embedded("sans", self._fonts.chain_indices["sans"]["0"])
        for char in seal.LETTERS:
            font.code(char)
        size = self._tall.size("furniture")
        self._form("code", seal.code_stream(f"/{font.name}", size, f"{self._colours['quiet']} rg"), 160, size * 1.2)
        if facts:
            self._form("qr", fact_stream(facts, _QR_UNIT), _QR_UNIT, _QR_UNIT)

    def _form(self, name: str, content: bytes, width: float, height: float) -> None:
        resources = f"/Resources<</Font {self._font_names} 0 R>>/Filter/ASCIIHexDecode"
        kind = f"/Type/XObject/Subtype/Form/BBox[0 -3 {width:g} {height:g}]{resources}"
        self._forms[name] = self._file.stream(kind, content)

    def _picture(self, data: bytes) -> str:
        name = f"P{hashlib.sha256(data).hexdigest()[:32]}"
        if name not in self._forms:
            self._forms[name] = self._file.stream(*picture_stream(data))
        return name

    def _placed(self, name: str, x: float, y: float, scale: float = 1.0) -> str:
        return f"q {scale:.4f} 0 0 {scale:.4f} {x:.2f} {y:.2f} cm /{name} Do Q"


def _operands(colour: str) -> str:
    return " ".join(f"{int(colour[i : i + 2], 16) / 255:.3f}" for i in (0, 2, 4))


def open_typesetter(language: str = "zh-Hans", fonts: Fonts | None = None, look: Look | None = None) -> TypesetContext:
    """Fonts and look for any number of papers in one language; opening it again costs next to nothing."""
    if fonts or look:
        return TypesetContext(fonts or load_fonts(language), look or load_look())
    return _opened(language)


@cache
def _opened(language: str) -> TypesetContext:
    return TypesetContext(load_fonts(language), load_look())
