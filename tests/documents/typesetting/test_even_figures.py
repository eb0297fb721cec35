"""Figures of a column are of one width, and whoever copies an amount gets it whole."""

from __future__ import annotations

import struct
from itertools import pairwise

import pytest

from tests.documents import poppler
from workstation.documents.typesetting.blocks import Document, PageChrome, TableBlock, TableColumn, TableRow
from workstation.documents.typesetting.fonts import FACES
from workstation.documents.typesetting.pages import set_pages
from workstation.documents.typesetting.pdf import open_typesetter, write_pages
from workstation.documents.typesetting.typeface import EVEN_ONE
from workstation.received.pdf.texts import line_texts
from workstation.wording import LANGUAGES


def table(font: bytes, tag: bytes) -> bytes:
    """One table of a TrueType file."""
    entries = struct.iter_unpack(">4sIII", font[12 : 12 + 16 * struct.unpack_from(">H", font, 4)[0]])
    start, length = next((at, size) for name, _, at, size in entries if name == tag)
    return font[start : start + length]


AMOUNTS = ("11,111.11", "1,111,111.11", "4,011.38", "−11.10", "101,110.01")


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_amount_is_read_whole_wherever_its_ones_stand(language: str, tmp_path) -> None:
    rows = tuple(TableRow(("合计", one), strong=strong) for one in AMOUNTS for strong in (False, True))
    table = TableBlock((TableColumn(grow=True), TableColumn("元", "figure")), rows)
    context = open_typesetter(language)
    document = Document("t", "d", language, PageChrome("", "", "", "", "", ""))
    pdf = write_pages(document, set_pages((table,), context), context)[0]
    for text in (line_texts(pdf, 1)[0], poppler.text(pdf, tmp_path)):
        words = text.replace("−", "-").split()
        assert [word for word in words if "." in word] == [
            one.replace("−", "-") for one in AMOUNTS for _ in (False, True)
        ]


@pytest.mark.parametrize("face", sorted(FACES))
def test_a_one_stands_in_the_middle_of_a_zero(face) -> None:
    fonts = open_typesetter("zh-Hans").fonts
    typeface = fonts.typeface(face, fonts.chain_indices[face]["1"])
    one, zero = typeface.glyphs[ord("1")], typeface.glyphs[ord("0")]
    metrics = list(struct.iter_unpack(">Hh", table(typeface.subset([0, one, zero, one], ord(EVEN_ONE)), b"hmtx")))
    assert metrics[1][0] == metrics[2][0] >= metrics[3][0]
    moved = (metrics[1][1] - metrics[3][1]) * 2
    assert abs(moved - (metrics[1][0] - metrics[3][0])) <= 1


@pytest.mark.parametrize("plain", [(), ("before",), ("after",)])
@pytest.mark.parametrize("face", sorted(FACES))
def test_a_one_of_even_width_is_drawn_whether_or_not_a_plain_one_is_used(face, plain) -> None:
    """It is composed of the plain one; as a part of itself it would be read from the text and seen by nobody."""
    fonts = open_typesetter("zh-Hans").fonts
    typeface = fonts.typeface(face, fonts.chain_indices[face]["1"])
    one, zero = typeface.glyphs[ord("1")], typeface.glyphs[ord("0")]
    glyphs = [one if "before" in plain else 0, one, zero, *([one] if "after" in plain else [])]
    font = typeface.subset(glyphs, ord(EVEN_ONE))
    starts = [2 * at for (at,) in struct.iter_unpack(">H", table(font, b"loca"))]
    outlines = [table(font, b"glyf")[start:end] for start, end in pairwise(starts)]
    (part,) = struct.unpack_from(">H", outlines[ord(EVEN_ONE)], 12)
    assert part != ord(EVEN_ONE) and struct.unpack_from(">h", outlines[part])[0] > 0
