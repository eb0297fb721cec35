"""The ink of one page as PDF operators. Face, size and colour are set only where they change, so a page stays small."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from typing import Final

from workstation.documents.typesetting.file.objects import ObjectFile
from workstation.documents.typesetting.font_embedding import Embedded
from workstation.documents.typesetting.fonts import Face, Fonts
from workstation.documents.typesetting.strips import END_OF_MARK, Run
from workstation.documents.typesetting.typeface import EVEN_ONE

_PREFIX: Final = "F"


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

    def has_private_use(self) -> bool:
        """Whether any shows a character for private use."""
        return any(one.has_private_use() for one in self._used.values())

    def put(self, file: ObjectFile) -> str:
        """All of them as objects of ``file``; answers the dictionary of the names that pages use."""
        return f"<<{''.join(f'/{one.name} {one.put(file)} 0 R' for one in self._used.values())}>>"


class TextLayer:
    """Collects runs at page coordinates, marked as what they are; ``operators`` is what goes to the page."""

    def __init__(self, fonts: DocumentFonts, colours: Mapping[str, str]) -> None:
        self._shared, self._fonts, self._colours = fonts, fonts.fonts, colours
        self._parts: list[str] = []
        self._font: Embedded | None = None
        self._size, self._colour, self._spacing = 0.0, "", 0.0
        self._x = self._y = 0

    def add(self, x: float, y: float, run: Run, blank: bool = False) -> None:
        """One run with its origin at (x, y), and behind it a ``blank`` that nobody sees."""
        text, parts = run.text, self._parts
        if not text:
            return
        if blank:
            text += " "
        if run.colour != self._colour:
            self._colour = run.colour
            parts.append(f"{self._colours[run.colour]} rg")
        if run.spacing != self._spacing:
            self._spacing = run.spacing
            parts.append(f"{run.spacing:.3f} Tc")
        if run.tabular:
            text = text.replace("1", EVEN_ONE)
        # In hundredths from the last run: rows of a table are then written alike and pack well.
        to_x, to_y = round(x * 100), round(y * 100)
        parts.append(f"{(to_x - self._x) / 100:g} {(to_y - self._y) / 100:g} Td")
        self._x, self._y = to_x, to_y
        index = self._fonts.one_index(text, run.face)
        if index is not None:
            self._codes(self._shared.embedded(run.face, index), run.size, text)
        else:
            for index, piece in groupby(text, self._fonts.chain_indices[run.face].__getitem__):
                self._codes(self._shared.embedded(run.face, index), run.size, "".join(piece))

    def begin(self, mark: str) -> None:
        """What follows is content of an element, or an artifact, as ``mark`` says."""
        self._parts.append(mark)

    def end(self) -> None:
        """Ends what `begin` began."""
        self._parts.append(END_OF_MARK)

    def operators(self) -> str:
        """The whole text object."""
        return f"BT {' '.join(self._parts)} ET" if self._parts else ""

    def _codes(self, font: Embedded, size: float, text: str) -> None:
        if font is not self._font or size != self._size:
            self._font, self._size = font, size
            self._parts.append(f"/{font.name} {size:g} Tf")
        self._parts.append(f"({font.shown(text)}) Tj")
