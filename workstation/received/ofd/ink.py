"""What the pages of one drawn document share: its PDF, fonts, pictures and degrees of transparency."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

import pikepdf
from pikepdf import Dictionary, Name

from workstation.received.ofd.document import FontResource
from workstation.received.ofd.images import UnseenPicture, image_object
from workstation.received.ofd.notes import Notes
from workstation.received.ofd.package import NoOfd, Package
from workstation.received.ofd.pdf_fonts import BundledFont, EmbeddedFont
from workstation.received.ofd.sfnt import FontFile, font_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from workstation.received.ofd.typefaces import Typeface

_MOST_OBJECTS = 400_000


class TooMuch(Exception):
    """More objects than the pages of an honest file have: one thing placed again and again."""


class Ink:
    """Gives out the names by which pages refer to what they use; ``objects`` counts down."""

    def __init__(self, pdf: pikepdf.Pdf, notes: Notes) -> None:
        self.pdf, self.notes = pdf, notes
        self._objects = _MOST_OBJECTS
        self._bundled: dict[str, BundledFont] = {}
        self._embedded: dict[tuple[Package, str], EmbeddedFont | None] = {}
        self._pictures: dict[tuple[Package, str], pikepdf.Stream | str] = {}
        self._placed: dict[str, pikepdf.Stream] = {}
        self._clear: dict[tuple[int, int], str] = {}

    def count(self) -> None:
        """One more object is drawn. Raises `TooMuch`."""
        self._objects -= 1
        if self._objects < 0:
            raise TooMuch

    def embedded(self, package: Package, font: FontResource) -> EmbeddedFont | None:
        """The font that the file brings; None where it brings none, or one that cannot be read, which is noted."""
        key = (package, font.part)
        if font.part and key not in self._embedded:
            file = self._font_file(package, font)
            self._embedded[key] = EmbeddedFont(f"E{len(self._embedded)}", file) if file is not None else None
        return self._embedded[key] if font.part else None

    def _font_file(self, package: Package, font: FontResource) -> FontFile | None:
        try:
            return font_file(package.part(font.part))
        except (NoOfd, ValueError):
            self.notes.add("ofd_fonts_unreadable", font.name)
            return None

    def bundled(self, face: Typeface) -> BundledFont:
        """One of our fonts."""
        found = self._bundled.get(face.name)
        if found is None:
            found = self._bundled[face.name] = BundledFont(f"B{len(self._bundled)}", face)
        return found

    def picture(self, package: Package, part: str) -> str:
        """The name of a picture. Raises `UnseenPicture`."""
        key = (package, part)
        if key not in self._pictures:
            name = part.rpartition("/")[2]
            try:
                self._pictures[key] = image_object(self.pdf, package.part(part))
            except NoOfd:
                self._pictures[key] = name
            except UnseenPicture as unseen:
                self._pictures[key] = str(unseen) or name
        return self._named(self._pictures[key])

    def loose_picture(self, data: bytes) -> str:
        """The name of a picture that is no part of its own. Raises `UnseenPicture`."""
        return self._named(image_object(self.pdf, data))

    def _named(self, found: pikepdf.Stream | str) -> str:
        if isinstance(found, str):
            raise UnseenPicture(found)
        name = f"P{found.objgen[0]}"
        self._placed[name] = found
        return name

    def clearness(self, fill: int, stroke: int) -> str:
        """The operator that sets how much shows through, in 255ths of nothing; empty for what covers."""
        if fill >= 255 and stroke >= 255:
            return ""
        name = self._clear.setdefault((fill, stroke), f"G{len(self._clear)}")
        return f"/{name} gs"

    def resources(self) -> pikepdf.Object:
        """One dictionary for all pages."""
        fonts: Iterator[BundledFont | EmbeddedFont] = chain(
            self._bundled.values(), (one for one in self._embedded.values() if one is not None)
        )
        states = {
            f"/{name}": Dictionary(Type=Name.ExtGState, ca=fill / 255, CA=stroke / 255)
            for (fill, stroke), name in self._clear.items()
        }
        return self.pdf.make_indirect(
            Dictionary(
                Font=Dictionary({f"/{one.name}": one.object(self.pdf) for one in fonts if one.used}),
                XObject=Dictionary({f"/{name}": one for name, one in self._placed.items()}),
                ExtGState=Dictionary(states),
            )
        )
