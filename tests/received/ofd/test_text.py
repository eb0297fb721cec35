"""Text of OFD: each character at the place it is given, read as words where words are."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.received.ofd.making import font, kinds, ofd, page, picture, seen, square, text, words
from workstation.received.ofd.drawing import drawn
from workstation.received.ofd.geometry import distances
from workstation.received.ofd.sfnt import font_file
from workstation.received.pdf.rendering import text_regions


def spans(char: str, whole: str) -> Iterator[tuple[int, int]]:
    return ((found.start(), found.end()) for found in re.finditer(re.escape(char), whole))


def places(pdf: bytes) -> list[tuple[str, float]]:
    """Each character that is seen, and where its box begins, in millimetres from the left of a page of 100."""
    found = []
    for char in sorted({one for one in "".join(words(pdf)) if one.strip()}):
        found += [(char, region.left / 100) for region in text_regions(pdf, partial(spans, char))]
    return sorted(found, key=lambda one: one[1])


def test_characters_stand_where_they_are_put() -> None:
    made = drawn(ofd(page(text("甲乙丙丁", delta="10 20 5"))), "x")
    assert [char for char, _ in places(made.pdf)] == list("甲乙丙丁")
    for (_, x), wanted in zip(places(made.pdf), (10, 20, 40, 45), strict=True):
        assert abs(x - wanted) < 1


LINES = [
    ("12,345.67", "2.5 2.5 2.5 2.5 2.5 2.5 2.5 2.5", "12,345.67"),
    ("12,345.67", "g 8 2.5", "12,345.67"),
    ("illi.", "2.5 2.5 2.5 2.5", "illi."),
    ("还款日期", "5 5 5", "还款日期"),
    ("还款日期", "6 6 6", "还款日期"),
    ("甲乙", "40", "甲 乙"),
]


@pytest.mark.parametrize(("given_words", "delta", "read"), LINES)
def test_numbers_and_words_stay_whole_and_columns_apart(given_words: str, delta: str, read: str) -> None:
    (found,) = words(drawn(ofd(page(text(given_words, delta=delta))), "x").pdf)
    assert found.split() == read.split()


@given(st.lists(st.tuples(st.integers(1, 6), st.integers(-40, 400)), max_size=8))
def test_repeated_distances_are_those_written_out(runs: list[tuple[int, int]]) -> None:
    short = " ".join(f"g {count} {value / 10}" for count, value in runs)
    whole = [value / 10 for count, value in runs for _ in range(count)]
    assert distances(short, 99) == distances(" ".join(map(str, whole)), 99) == whole
    assert distances(short, 5) == whole[:5]


def test_too_few_places_are_told() -> None:
    made = drawn(ofd(page(text("甲乙丙丁", delta="5"))), "x")
    assert kinds(made.notes) == ["ofd_places_guessed"] and words(made.pdf)[0].split() == ["甲乙丙丁"]


def test_text_without_any_distance_is_readable() -> None:
    made = drawn(ofd(page(text("甲乙丙").replace(' DeltaX="5 5"', ""))), "x")
    assert kinds(made.notes) == ["ofd_places_guessed"] and words(made.pdf)[0].split() == ["甲乙丙"]


def test_text_downward() -> None:
    made = drawn(ofd(page(text("甲乙丙").replace("DeltaX", "DeltaY"))), "x")
    assert made.notes == () and len({round(x) for _, x in places(made.pdf)}) == 1


def test_characters_that_no_font_holds_are_named() -> None:
    (note,) = drawn(ofd(page(text("甲ฤ乙")), page(text("乙"))), "x").notes
    assert (note.kind, note.pages, note.what) == ("ofd_glyphs_missing", (1,), ("ฤ",))


def test_rare_characters_are_drawn() -> None:
    made = drawn(ofd(page(text("張囍𠮷"))), "x")
    assert made.notes == () and words(made.pdf)[0].split() == ["張囍𠮷"]


@pytest.mark.parametrize("more", [' Fill="false"', ' Visible="false"'])
def test_what_is_not_seen_is_not_read(more: str) -> None:
    assert words(drawn(ofd(page(text("看不见", more=more), text("看得见", y=40))), "x").pdf)[0].split() == ["看得见"]


EMBEDDED = '<ofd:Fonts><ofd:Font ID="4" FontName="STZJ"><ofd:FontFile>one.ttf</ofd:FontFile></ofd:Font></ofd:Fonts>'


def embedded(data: bytes, chars: str, inside: str = "") -> bytes:
    content = text(chars, inside=inside).replace('Font="3"', 'Font="4"')
    return ofd(page(content), resources=EMBEDDED, parts={"Doc_0/Res/one.ttf": data})


def test_an_embedded_font_is_used() -> None:
    made = drawn(embedded(font("甲乙"), "甲乙"), "x")
    ours = drawn(ofd(page(text("甲乙"))), "x")
    assert made.notes == () and words(made.pdf)[0].split() == ["甲乙"]
    assert seen(made.pdf).tobytes() != seen(ours.pdf).tobytes()


def test_glyphs_are_told_by_their_numbers() -> None:
    """The font shows 甲 under the number that stands for 丙: what is read is the character, what is seen the glyph."""
    glyph = (
        '<ofd:CGTransform CodePosition="0" CodeCount="1" GlyphCount="1"><ofd:Glyphs>1</ofd:Glyphs></ofd:CGTransform>'
    )
    made = drawn(embedded(font("甲乙"), "丙", glyph), "x")
    assert made.notes == () and words(made.pdf)[0].split() == ["丙"]
    assert seen(made.pdf).tobytes() == seen(drawn(embedded(font("甲乙"), "甲"), "x").pdf).tobytes()


def test_two_characters_in_one_glyph() -> None:
    glyph = (
        '<ofd:CGTransform CodePosition="0" CodeCount="2" GlyphCount="1"><ofd:Glyphs>1</ofd:Glyphs></ofd:CGTransform>'
    )
    made = drawn(embedded(font("甲乙"), "fi乙", glyph), "x")
    assert "fi" in words(made.pdf)[0] and "乙" in words(made.pdf)[0]


@pytest.mark.parametrize("data", [b"", b"no font", picture(), font("甲乙")[:200]])
def test_a_font_that_cannot_be_read_is_named(data: bytes) -> None:
    made = drawn(embedded(data, "甲乙"), "x")
    assert kinds(made.notes) == ["ofd_fonts_unreadable"] and words(made.pdf)[0].split() == ["甲乙"]


TWO = font("甲乙")


@given(st.binary(max_size=300), st.integers(0, 2_000))
def test_a_damaged_font_is_no_fault(noise: bytes, place: int) -> None:
    data = TWO
    damaged = data[: place % len(data)] + noise + data[place % len(data) + len(noise) :]
    try:
        font_file(damaged)
    except ValueError:
        return


def test_characters_of_a_font() -> None:
    found = font_file(font("甲a"))
    assert (found.glyph("甲"), found.glyph("a"), found.glyph("乙")) == (1, 2, 0) and found.width(1) == 1000


def test_a_box_of_letters_is_narrowed_and_does_not_run_over() -> None:
    """Wide letters of ours in the half width of another font."""
    made = seen(drawn(ofd(page(text("WM", size=10, delta="5"), square(60, 60))), "x").pdf)
    ink = [x for x in range(made.width) if any(made.getpixel((x, y)) != (255, 255, 255) for y in range(30, 85))]
    assert max(ink) / 4 < 10 + 5 + 9.5


def test_breaks_of_the_file_are_no_text() -> None:
    made = drawn(ofd(page(text("甲乙").replace("甲乙", "\n\t甲乙\n"))), "x")
    assert made.notes == () and words(made.pdf)[0].split() == ["甲乙"] and io.BytesIO(made.pdf).read(4) == b"%PDF"
