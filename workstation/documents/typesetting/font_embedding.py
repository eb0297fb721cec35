"""The fonts of one PDF: which characters it shows in which typeface, and the objects that carry them.

A typeface becomes one composite font (Type 0, Identity-H, ISO 32000-1 §9.7). Printable ASCII keeps its code points as codes, so
that a text whose characters are known in advance (the seal) can be filled in afterwards; every other character gets the next
code. A code stands for one character, not one glyph, so that what is copied out is what was typed.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator
from typing import Any, Final

from reportlab.pdfbase import pdfdoc

from workstation.documents.typesetting.typeface import EVEN_ONE, Typeface

_FIRST_CODE: Final = 0x80
_LEVEL: Final = 1  # a tenth larger than at best, for half the time
_SYMBOLIC: Final = 4
_CMAP_BLOCK: Final = 100


class Embedded(dict[str, str]):
    """One typeface in one document: character → its code as four hexadecimal digits, given out on first use."""

    def __init__(self, face: Typeface, name: str) -> None:
        super().__init__()
        self.face, self.name = face, name
        self._next = _FIRST_CODE
        self._codes: dict[int, int] = {}

    def __missing__(self, char: str) -> str:
        point = ord(char)
        code = point
        if char != EVEN_ONE and not 0x20 <= point < 0x7F:
            code, self._next = self._next, self._next + 1
        self._codes[code] = ord("1") if char == EVEN_ONE else point
        text = f"{code:04X}"
        self[char] = text
        return text

    def code(self, char: str) -> str:
        """The code of a character, given out if it has none yet."""
        return self[char]

    def objects(self, document: Any) -> Any:
        """The font as objects of ``document``; answers the reference to it."""
        codes = dict(sorted(self._codes.items()))
        glyphs = [self.face.glyphs.get(codes[code], 0) if code in codes else 0 for code in range(max(codes) + 1)]
        name = f"{_tag(glyphs)}+{self.face.name}"
        return document.Reference(
            _dictionary(
                Type="/Font",
                Subtype="/Type0",
                BaseFont=f"/{name}",
                Encoding="/Identity-H",
                DescendantFonts=pdfdoc.PDFArray([document.Reference(self._descendant(document, name, codes, glyphs))]),
                ToUnicode=document.Reference(_stream(_to_unicode(codes).encode("ascii"))),
            ),
            f"font.{self.name}",
        )

    def _descendant(self, document: Any, name: str, codes: dict[int, int], glyphs: list[int]) -> Any:
        face = self.face
        data = face.subset(glyphs, ord(EVEN_ONE) if ord(EVEN_ONE) in codes else None)
        descriptor = _dictionary(
            Type="/FontDescriptor", FontName=f"/{name}", Flags=_SYMBOLIC, FontBBox=pdfdoc.PDFArray(list(face.box)),
            ItalicAngle=face.slant, Ascent=face.ascent, Descent=face.descent, CapHeight=face.cap_height, StemV=face.stem,
            FontFile2=document.Reference(_stream(data, Length1=len(data))),
        )  # fmt: skip
        return _dictionary(
            Type="/Font", Subtype="/CIDFontType2", BaseFont=f"/{name}",
            CIDSystemInfo=_dictionary(Registry=b"Adobe", Ordering=b"Identity", Supplement=0),
            FontDescriptor=document.Reference(descriptor), CIDToGIDMap="/Identity", DW=1000,
            W=pdfdoc.PDFArray(list(self._widths(codes))),
        )  # fmt: skip

    def _widths(self, codes: dict[int, int]) -> Iterator[Any]:
        """Codes in a row with their widths, where these are not the em of a Chinese character."""
        row: list[float] = []
        first = last = -2
        for code, point in codes.items():
            width = self.face.width("0" if code == ord(EVEN_ONE) else chr(point))
            if width == 1000:
                continue
            if code != last + 1:
                if row:
                    yield from (first, pdfdoc.PDFArray(row))
                first, row = code, []
            row.append(width)
            last = code
        if row:
            yield from (first, pdfdoc.PDFArray(row))


def _tag(glyphs: list[int]) -> str:
    """Six letters that differ with the subset, as the standard asks for."""
    digest = hashlib.sha256(repr(glyphs).encode("ascii")).digest()
    return "".join(chr(65 + byte % 26) for byte in digest[:6])


def _to_unicode(codes: dict[int, int]) -> str:
    lines = [f"<{code:04X}> <{chr(point).encode('utf-16-be').hex().upper()}>" for code, point in codes.items()]
    blocks = (lines[i : i + _CMAP_BLOCK] for i in range(0, len(lines), _CMAP_BLOCK))
    body = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        f"{body}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    )


def _dictionary(**entries: Any) -> Any:
    def value(given: Any) -> Any:
        if isinstance(given, str):
            return pdfdoc.PDFName(given[1:])
        return pdfdoc.PDFString(given) if isinstance(given, bytes) else given

    return pdfdoc.PDFDictionary({name: value(given) for name, given in entries.items()})


def _stream(data: bytes, **entries: Any) -> Any:
    return pdfdoc.PDFStream(_dictionary(Filter="/FlateDecode", **entries), zlib.compress(data, _LEVEL), filters=[])
