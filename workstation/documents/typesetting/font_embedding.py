"""The fonts of one PDF: which characters it shows in which typeface, and the objects that carry them.

A typeface becomes one composite font (Type 0, Identity-H, ISO 32000-1 §9.7). Printable ASCII keeps its code points as codes, so
that a text whose characters are known in advance (the seal) can be filled in afterwards; every other character gets the next
code. A code stands for one character, not one glyph, so that what is copied out is what was typed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Final

from workstation.documents.typesetting.file.objects import ObjectFile
from workstation.documents.typesetting.typeface import EVEN_ONE, NO_GLYPH, Typeface

_FIRST_CODE: Final = 0x80
_LEVEL: Final = 6
_SYMBOLIC: Final = 4
_CMAP_BLOCK: Final = 100
_ESCAPES: Final = str.maketrans({"\\": "\\\\", "(": "\\(", ")": "\\)", "\r": "\\r"})


class Embedded(dict[str, str]):
    """One typeface in one document: character → its code as two bytes of a string object, given out on first use."""

    def __init__(self, face: Typeface, name: str) -> None:
        super().__init__()
        self.face, self.name = face, name
        self._next = _FIRST_CODE
        self._codes: dict[int, int] = {}
        self._plain: set[str] = set()

    def __missing__(self, char: str) -> str:
        point = ord(char)
        code = point
        if char != EVEN_ONE and not 0x20 <= point < 0x7F:
            code, self._next = self._next, self._next + 1
        else:
            self._plain.add(char)
        self._codes[code] = ord("1") if char == EVEN_ONE else point
        self[char] = text = escaped(chr(code))
        return text

    def code(self, char: str) -> str:
        """The code of a character, as `shown` tells it; given out if it has none yet."""
        return self[char]

    def shown(self, text: str) -> str:
        """The codes of a text between the brackets of a string. Amounts and days, nearly all that is shown, are their own codes."""
        if self._plain.issuperset(text):
            return escaped(text)
        return "".join(map(self.__getitem__, text))

    def has_private_use(self) -> bool:
        """Whether a character is shown whose meaning the standard leaves to those who use it."""
        return any(0xE000 <= point <= 0xF8FF or point >= 0xF0000 for point in self._codes.values())

    def put(self, file: ObjectFile) -> int:
        """The font as objects of ``file``; answers its number."""
        codes = dict(sorted(self._codes.items()))
        glyphs = [NO_GLYPH] * (max(codes) + 1)
        glyphs[0] = 0
        for code, point in codes.items():
            glyphs[code] = self.face.glyphs.get(point, 0)
        name = f"{_tag(glyphs)}+{self.face.name}"
        descendant = self._descendant(file, name, codes, glyphs)
        texts = file.deflated("", _to_unicode(codes).encode("ascii"), _LEVEL)
        kind = f"/Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H"
        return file.add(f"<<{kind}/DescendantFonts[{descendant} 0 R]/ToUnicode {texts} 0 R>>")

    def _descendant(self, file: ObjectFile, name: str, codes: dict[int, int], glyphs: list[int]) -> int:
        face = self.face
        length, data = face.packed(tuple(glyphs), ord(EVEN_ONE) if ord(EVEN_ONE) in codes else None)
        program = file.stream(f"/Length1 {length}/Filter/FlateDecode", data)
        measures = (
            f"/FontBBox[{' '.join(map(str, face.box))}]/ItalicAngle {face.slant}/Ascent {face.ascent}"
            f"/Descent {face.descent}/CapHeight {face.cap_height}/StemV {face.stem}"
        )
        descriptor = file.add(
            f"<</Type/FontDescriptor/FontName/{name}/Flags {_SYMBOLIC}{measures}/FontFile2 {program} 0 R>>"
        )
        system = "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        return file.add(
            f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDSystemInfo{system}/FontDescriptor {descriptor} 0 R"
            f"/CIDToGIDMap/Identity/DW 1000/W[{''.join(self._widths(codes))}]>>"
        )

    def _widths(self, codes: dict[int, int]) -> Iterator[str]:
        """Codes in a row with their widths, where these are not the em of a Chinese character."""
        row: list[str] = []
        first = last = -2
        for code, point in codes.items():
            width = self.face.width("0" if code == ord(EVEN_ONE) else chr(point))
            if width == 1000:
                continue
            if code != last + 1:
                if row:
                    yield f"{first}[{' '.join(row)}]"
                first, row = code, []
            row.append(f"{width:g}")
            last = code
        if row:
            yield f"{first}[{' '.join(row)}]"


def escaped(codes: str) -> str:
    """Codes of 16 bits as bytes in a string object: half of what hexadecimal digits take, before and after packing (§7.3.4.2)."""
    return codes.encode("utf-16-be").decode("latin-1").translate(_ESCAPES)


def _tag(glyphs: list[int]) -> str:
    """Six letters that differ with the subset, as the standard asks for."""
    digest = hashlib.sha256(repr(glyphs).encode("ascii")).digest()
    return "".join(chr(65 + byte % 26) for byte in digest[:6])


def _utf_16(point: int) -> str:
    return f"{point:04X}" if point < 0x10000 else chr(point).encode("utf-16-be").hex().upper()


def _to_unicode(codes: dict[int, int]) -> str:
    lines = [f"<{code:04X}> <{_utf_16(point)}>" for code, point in codes.items()]
    blocks = (lines[i : i + _CMAP_BLOCK] for i in range(0, len(lines), _CMAP_BLOCK))
    body = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
        f"{body}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    )
