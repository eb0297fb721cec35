"""Fonts of the drawn PDF: composite fonts (ISO 32000-1, 9.7) whose codes stand for a glyph, the text it shows and its advance.

The advance is that which the OFD gives the character, so that whoever reads the text finds words where words are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count
from typing import TYPE_CHECKING, Final

import pikepdf
from pikepdf import Array, Dictionary, Name

from workstation.received.ofd.sfnt import FontFile

if TYPE_CHECKING:
    from workstation.received.ofd.typefaces import Typeface

_MOST_CODES: Final = 0xFFFF
_BLOCK: Final = 100
_UNSEEN: Final = "\u200b"
"""What a glyph stands for that is only a part of the one before."""


class PdfFont:
    """A font of the document under ``name``. Codes are given out on first use."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._codes: dict[tuple[int, str, int], int] = {}
        self._shown: dict[tuple[int, str, int], str] = {}
        self._fresh = count(1)

    def code(self, glyph: int, text: str, width: int) -> str:
        """A glyph as it is shown; ``width`` in thousandths of the type size. Raises ValueError when there are no codes left."""
        key = (glyph, text, width)
        shown = self._shown.get(key)
        if shown is None:
            code = self._codes[key] = self._new_code(glyph)
            shown = self._shown[key] = f"<{code:04X}>"
        return shown

    @property
    def used(self) -> bool:
        """Whether any text is drawn with it."""
        return bool(self._codes)

    def object(self, pdf: pikepdf.Pdf) -> pikepdf.Object:
        """The font for the resources of pages."""
        raise NotImplementedError

    def _new_code(self, glyph: int) -> int:
        code = next(self._fresh)
        if code > _MOST_CODES:
            raise ValueError("codes")
        return code

    def _composite(self, pdf: pikepdf.Pdf, descendant: Dictionary) -> pikepdf.Object:
        descendant.W = Array(list(self._widths()))
        descendant.CIDSystemInfo = Dictionary(
            Registry=pikepdf.String("Adobe"), Ordering=pikepdf.String("Identity"), Supplement=0
        )
        texts = {code: text or _UNSEEN for (_, text, _), code in self._codes.items()}
        return pdf.make_indirect(
            Dictionary(
                Type=Name.Font,
                Subtype=Name.Type0,
                BaseFont=descendant.BaseFont,
                Encoding=Name("/Identity-H"),
                DescendantFonts=Array([pdf.make_indirect(descendant)]),
                ToUnicode=pdf.make_stream(_to_unicode(texts)),
            )
        )

    def _widths(self) -> Iterator[int | Array]:
        """Codes in a row with their widths."""
        row: list[int] = []
        first = last = -2
        for code, width in sorted((code, width) for (_, _, width), code in self._codes.items()):
            if code == last:
                continue
            if code != last + 1:
                if row:
                    yield from (first, Array(row))
                first, row = code, []
            row.append(width)
            last = code
        if row:
            yield from (first, Array(row))

    def _map(self, glyphs: Iterable[tuple[int, int]]) -> bytes:
        places = dict(glyphs)
        return b"".join(places.get(code, 0).to_bytes(2, "big") for code in range(max(places, default=0) + 1))

    def _descriptor(self, pdf: pikepdf.Pdf, name: str, file: pikepdf.Stream, key: str) -> pikepdf.Object:
        told = Dictionary(
            Type=Name.FontDescriptor, FontName=Name(f"/{name}"), Flags=4, FontBBox=Array([-200, -300, 1200, 1100]),
            ItalicAngle=0, Ascent=880, Descent=-120, CapHeight=733, StemV=80,
        )  # fmt: skip
        told[key] = file
        return pdf.make_indirect(told)


class BundledFont(PdfFont):
    """One of ours; a glyph is told by its code point."""

    def __init__(self, name: str, face: Typeface) -> None:
        super().__init__(name)
        self.face = face

    def object(self, pdf: pikepdf.Pdf) -> pikepdf.Object:
        """As `PdfFont.object`, with the glyphs that were used."""
        points = list(dict.fromkeys(point for point, _, _ in self._codes))
        data, places = self.face.subset(points)
        return _true_type(
            self, pdf, self.face.name, data, ((code, places[point]) for (point, _, _), code in self._codes.items())
        )


class EmbeddedFont(PdfFont):
    """One that the OFD brings, taken over whole."""

    def __init__(self, name: str, file: FontFile) -> None:
        super().__init__(name)
        self.file = file

    def _new_code(self, glyph: int) -> int:
        return super()._new_code(glyph) if self.file.outlines == "TrueType" else glyph

    def object(self, pdf: pikepdf.Pdf) -> pikepdf.Object:
        """As `PdfFont.object`. Outlines of the PostScript kind are told by their glyphs alone."""
        if self.file.outlines == "TrueType":
            return _true_type(
                self, pdf, self.name, self.file.data, ((code, glyph) for (glyph, _, _), code in self._codes.items())
            )
        stream = pdf.make_stream(self.file.data, Subtype=Name(f"/{self.file.outlines}"))
        descendant = Dictionary(
            Type=Name.Font, Subtype=Name.CIDFontType0, BaseFont=Name(f"/{self.name}"),
            FontDescriptor=self._descriptor(pdf, self.name, stream, "/FontFile3"), DW=1000,
        )  # fmt: skip
        return self._composite(pdf, descendant)


def _true_type(
    font: PdfFont, pdf: pikepdf.Pdf, name: str, data: bytes, glyphs: Iterable[tuple[int, int]]
) -> pikepdf.Object:
    stream = pdf.make_stream(data, Length1=len(data))
    descendant = Dictionary(
        Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name(f"/{name}"),
        FontDescriptor=font._descriptor(pdf, name, stream, "/FontFile2"), DW=1000,
        CIDToGIDMap=pdf.make_stream(font._map(glyphs)),
    )  # fmt: skip
    return font._composite(pdf, descendant)


def _to_unicode(texts: dict[int, str]) -> bytes:
    lines = [
        f"<{code:04X}> <{text.encode('utf-16-be', 'replace').hex().upper()}>" for code, text in sorted(texts.items())
    ]
    blocks = (lines[at : at + _BLOCK] for at in range(0, len(lines), _BLOCK))
    body = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        f"{body}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    ).encode("ascii")
