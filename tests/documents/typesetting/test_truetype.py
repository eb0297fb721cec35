"""Fonts are read as a second parser reads them; maps of characters in both forms; what may not be embedded is refused."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from reportlab.pdfbase.ttfonts import TTFontFile

import resources
from workstation.documents.typesetting.truetype import FontFile
from workstation.documents.typesetting.typeface import Typeface

SMALL = resources.path("fonts", "NotoSerifRareTC-Regular.ttf")
FORMS = resources.path("fonts", "NotoSansTC-Regular-Forms.ttf")


@pytest.mark.parametrize(
    "path", [SMALL, FORMS, resources.path("fonts", "NotoSerifSC-Bold.ttf")], ids=lambda one: one.stem
)
def test_a_second_parser_reads_the_same(path: Path) -> None:
    ours, other = Typeface(path), TTFontFile(str(path))
    others = {point: glyph for point, glyph in other.charToGlyph.items() if glyph}
    assert dict(ours.glyphs) == others and len(ours.glyphs) == len(others)
    assert all(ours.width(chr(point)) == width for point, width in other.charWidths.items() if point in others)
    assert (ours.name, ours.box) == (other.name.decode(), tuple(map(int, other.bbox)))
    measures = (other.ascent, other.descent, other.capHeight, other.stemV, other.italicAngle)
    assert (ours.ascent, ours.descent, ours.cap_height, ours.stem, ours.slant) == measures
    assert list(FontFile(path).offsets()) == list(other.glyphPos)


def _with(tag: bytes, at: int, new: bytes, folder: Path) -> Path:
    """The small font with some bytes of a table changed."""
    data = bytearray(SMALL.read_bytes())
    count = struct.unpack_from(">H", data, 4)[0]
    entries = struct.iter_unpack(">4s4xII", bytes(data[12 : 12 + 16 * count]))
    start = next(place for name, place, _ in entries if name == tag)
    data[start + at : start + at + len(new)] = new
    path = folder / "font.ttf"
    path.write_bytes(data)
    return path


def _map_of_segments(folder: Path) -> Path:
    """A map of form 4: A–C by a step, E by a list with a gap, the step of G–H passes the end of 16 bits."""
    lasts, firsts = (0x43, 0x45, 0x48, 0xFFFF), (0x41, 0x44, 0x47, 0xFFFF)
    steps, places = (5 - 0x41, 0, 0xFFFF - 0x47, 1), (0, 6, 0, 0)
    words = [*lasts, 0, *firsts, *(step & 0xFFFF for step in steps), *places, 0, 9]
    body = struct.pack(f">{len(words)}H", *words)
    table = struct.pack(">7H", 4, 14 + len(body), 0, 8, 8, 2, 0) + body
    return _with(b"cmap", 0, struct.pack(">2H2HI", 0, 1, 3, 1, 12) + table, folder)


def test_segments_step_list_and_turn(tmp_path: Path) -> None:
    found = FontFile(_map_of_segments(tmp_path)).characters()
    assert dict(found) == {0x41: 5, 0x42: 6, 0x43: 7, 0x45: 9, 0x47: 0xFFFF, 0x48: 0}
    assert 0x44 not in found and found.get(0x46, 0) == 0 and 0x41 in found


@pytest.mark.parametrize(
    ("rights", "allowed"), [(0, True), (4, True), (8, True), (2, False), (0x100, False), (0x204, False)]
)
def test_what_may_not_be_embedded_is_refused(tmp_path: Path, rights: int, allowed: bool) -> None:
    path = _with(b"OS/2", 8, struct.pack(">H", rights), tmp_path)
    if allowed:
        assert Typeface(path).name
    else:
        with pytest.raises(ValueError, match="embedded"):
            Typeface(path)


@pytest.mark.parametrize("data", [b"", b"\0\1\0\0", b"ttcf\0\1\0\0\0\0\0\1\0\0\0\x0c", SMALL.read_bytes()[:400]])
def test_what_is_no_font_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.ttf"
    path.write_bytes(data)
    with pytest.raises(ValueError, match="ttf"):
        Typeface(path)
