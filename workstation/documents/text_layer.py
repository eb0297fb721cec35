"""The text of one page as one PDF text object. Face, size and colour are set only where they change, so a page stays small."""

from __future__ import annotations

from collections.abc import Mapping

from workstation.documents.fonts import Face, Fonts
from workstation.documents.strips import Run


class TextLayer:
    """Collects runs at page coordinates; ``operators`` is what goes to the page. ``document`` keys the font subsets."""

    def __init__(self, fonts: Fonts, document: object, colours: Mapping[str, tuple[float, float, float]]) -> None:
        self._fonts, self._document, self._colours = fonts, document, colours
        self._parts: list[str] = []
        self._font, self._colour, self._spacing = "", "", 0.0

    def add(self, x: float, y: float, run: Run) -> None:
        """One run with its origin at (x, y)."""
        if not run.text:
            return
        if run.colour != self._colour:
            self._colour = run.colour
            self._parts.append("{:.3f} {:.3f} {:.3f} rg".format(*self._colours[run.colour]))
        if run.spacing != self._spacing:
            self._spacing = run.spacing
            self._parts.append(f"{run.spacing:.3f} Tc")
        if run.tabular and "1" in run.text:
            self._tabular(x, y, run)
        else:
            self._show(x, y, run.text, run.face, run.size)

    def operators(self) -> str:
        """The whole text object."""
        return f"BT {' '.join(self._parts)} ET" if self._parts else ""

    def _tabular(self, x: float, y: float, run: Run) -> None:
        """Pieces that end before each 1, which is centred in the width of a 0."""
        fonts, size, face = self._fonts, run.size, run.face
        one, zero = fonts.width("1", face, size), fonts.width("0", face, size)
        for i, piece in enumerate(run.text.split("1")):
            if i:
                self._show(x + (zero - one) / 2, y, "1", face, size)
                x += zero
            if piece:
                self._show(x, y, piece, face, size)
                x += fonts.width(piece, face, size)

    def _show(self, x: float, y: float, text: str, face: Face, size: float) -> None:
        font = self._fonts.font(face)
        self._parts.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm")
        for subset, codes in font.splitString(text, self._document):
            name = f"{font.getSubsetInternalName(subset, self._document)} {size:g} Tf"
            if name != self._font:
                self._font = name
                self._parts.append(name)
            self._parts.append(f"<{codes.hex()}> Tj")
