"""A rare character, which PDFium tells in two halves, is one sign in everything that is read from a text layer."""

from __future__ import annotations

import pikepdf
import pytest

from tests.documents.bankform.made_forms import form, text
from workstation.documents.bankform.fill import fill_form
from workstation.received.pdf.boxes import Box, page_signs, texts_in
from workstation.received.pdf.rendering import page_words, text_regions
from workstation.received.pdf.signs import joined
from workstation.received.pdf.words import harmless_words

RARE = "陳𤧥与𫘝𬇕澍、𠮷田㐂"


@pytest.fixture(scope="module")
def written() -> bytes:
    """One line: the names, then a figure."""
    pdf = pikepdf.new()
    empty = form(pdf, [text(pdf, "name", (50, 200, 200, 220)), text(pdf, "amount", (220, 200, 300, 220))])
    return fill_form(empty, {"name": RARE, "amount": "12.34"}).pdf


def test_a_box_and_a_page_show_it_whole(written):
    assert texts_in(written, [Box(0, 50, 200, 200, 220), Box(0, 220, 200, 300, 220)]) == (RARE, "12.34")
    assert page_signs(written, 0) == RARE + "12.34"


def test_it_is_found_with_what_follows_in_its_place(written):
    places = {word: place for place, word in page_words(written, 0)}
    assert set(places) == {RARE, "12.34"}
    (found,) = text_regions(written, lambda line: [(line.index("12.34"), line.index("12.34") + 5)])
    assert found == places["12.34"]
    (name,) = text_regions(written, lambda line: [(line.index("𬇕"), line.index("𬇕") + 1)])
    assert places[RARE].left < name.left < name.left + name.width < places[RARE].left + places[RARE].width


def test_the_words_of_a_statement_hold_it_whole(written):
    (page,) = harmless_words(written)
    assert [piece.text for piece in page.pieces] == [RARE, "12.34"] and page.unmapped == 0


@pytest.mark.parametrize(
    ("halves", "whole"),
    [("\ud852\udde5", "𤧥"), ("a\ud852", "a\ufffd"), ("\udde5b", "\ufffdb"), ("招商", "招商"), ("12.34", "12.34")],
)
def test_halves_are_joined_and_one_that_is_alone_is_told(halves, whole):
    assert joined(halves) == whole
