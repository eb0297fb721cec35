"""The ink of one page as PDF operators. Face, size and colour are set only where they change, so a page stays small."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from typing import Any, Final

from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from workstation.documents.typesetting.font_embedding import Embedded
from workstation.documents.typesetting.fonts import Face, Fonts
from workstation.documents.typesetting.strips import Run
from workstation.documents.typesetting.typeface import EVEN_ONE

_PREFIX: Final = "F"
_TOLD: Final = ("Title", "Author", "Producer", "Creator", "Subject", "Keywords")


class Sheets(Canvas):  # type: ignore[misc]  # the library has no types
    """Pages that begin without a font of the library: all text is drawn with ours."""

    def _make_preamble(self) -> None:
        self._preamble = ""

    def date(self, day: str) -> None:
        """The day (ISO 8601) on which the paper was made; empty: its properties tell none."""
        self._doc.info = _Properties(day)


class _Properties(pdfdoc.PDFInfo):  # type: ignore[misc]
    """What a file says of itself; the library's own would date every paper that is to be the same again to the year 2000."""

    def __init__(self, day: str) -> None:
        super().__init__()
        self._day = day.replace("-", "")

    def format(self, document: Any) -> Any:
        told = {key: pdfdoc.PDFString(getattr(self, key.lower())) for key in _TOLD}
        if self._day:
            told |= dict.fromkeys(("CreationDate", "ModDate"), pdfdoc.PDFString(f"D:{self._day}"))
        return pdfdoc.PDFDictionary(told | {"Trapped": pdfdoc.PDFName(self.trapped)}).format(document)


class DocumentFonts:
    """The typefaces that one document has used so far."""

    def __init__(self, fonts: Fonts) -> None:
        self.fonts = fonts
        self._used: dict[str, Embedded] = {}
        self._known: dict[tuple[Face, int], Embedded] = {}

    def embedded(self, face: Face, index: int) -> Embedded:
        """The typeface at a place of a face's chain, named ``F1``, ``F2`` … in the order of first use."""
        known = self._known.get((face, index))
        if known is None:
            typeface = self.fonts.typeface(face, index)
            known = self._used.setdefault(typeface.name, Embedded(typeface, f"{_PREFIX}{len(self._used) + 1}"))
            self._known[face, index] = known
        return known

    def embed(self, document: Any) -> None:
        """Add all of them to the document, under the names that pages use."""
        names = document.idToObject["BasicFonts"].dict
        for one in self._used.values():
            names[one.name] = one.objects(document)


class TextLayer:
    """Collects runs at page coordinates; ``operators`` is what goes to the page."""

    def __init__(self, fonts: DocumentFonts, colours: Mapping[str, str]) -> None:
        self._shared, self._fonts, self._colours = fonts, fonts.fonts, colours
        self._parts: list[str] = []
        self._font, self._colour, self._spacing = "", "", 0.0

    def add(self, x: float, y: float, run: Run) -> None:
        """One run with its origin at (x, y)."""
        if not run.text:
            return
        if run.colour != self._colour:
            self._colour = run.colour
            self._parts.append(f"{self._colours[run.colour]} rg")
        if run.spacing != self._spacing:
            self._spacing = run.spacing
            self._parts.append(f"{run.spacing:.3f} Tc")
        self._show(x, y, run.text.replace("1", EVEN_ONE) if run.tabular else run.text, run.face, run.size)

    def operators(self) -> str:
        """The whole text object."""
        return f"BT {' '.join(self._parts)} ET" if self._parts else ""

    def _show(self, x: float, y: float, text: str, face: Face, size: float) -> None:
        self._parts.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm")
        chain_indices = self._fonts.chain_indices[face]
        drawn = set(map(chain_indices.__getitem__, text))
        if len(drawn) == 1:
            self._codes(self._shared.embedded(face, drawn.pop()), size, text)
        else:
            for index, piece in groupby(text, chain_indices.__getitem__):
                self._codes(self._shared.embedded(face, index), size, piece)

    def _codes(self, font: Embedded, size: float, text: Any) -> None:
        name = f"/{font.name} {size:g} Tf"
        if name != self._font:
            self._font = name
            self._parts.append(name)
        self._parts.append(f"<{''.join(map(font.__getitem__, text))}> Tj")
