"""Pages that draw more than anybody waits for are named by every use; dense pages of honest papers are drawn."""

from __future__ import annotations

import io
from collections.abc import Callable
from random import Random

import pikepdf
import pypdfium2
import pytest

from tests.documents.sample_case import BANK, case_file, photo
from tests.evidence.test_hostile import deflated, page_of
from tests.received.apart.bombs import drawn, many_pages, nested_drawings, paper
from workstation.documents.bankform.fill import inspect_form
from workstation.documents.packet.exhibits.pictures import page_copies, shown_pages
from workstation.documents.packet.foreign_pages import page_shapes
from workstation.documents.packet.gather import packet_figures
from workstation.errors import Refused
from workstation.received.inspection import bytes_media_type
from workstation.received.pdf.intricacy import MOST_DRAWN, TooIntricate, check_drawn, drawn_pixels
from workstation.received.pdf.on_screen import page_pixels, page_sizes
from workstation.received.pdf.opening import TooManyPages, open_pdf
from workstation.received.pdf.words import document_words

(EXHIBIT,) = packet_figures(case_file({"id_card": ("身份证", "image/jpeg", photo(30, 20))}), BANK, 1).exhibits
WEAVE = b"0 0 m " + b"9 9 l 580 830 l " * 6_000 + b"S"


def outlined(characters: int, corners: int) -> bytes:
    """A page of characters that were made outlines, each as a shape of its own."""
    chance = Random(1)
    shapes = []
    for _ in range(characters):
        x, y = chance.randrange(580), chance.randrange(830)
        points = [b"%d %d" % (x + chance.randrange(10), y + chance.randrange(10)) for _ in range(corners)]
        shapes.append(points[0] + b" m " + b" l ".join(points[1:]) + b" l f")
    return drawn(b" ".join(shapes))


def apart(count: int, side: int) -> bytes:
    """Lines, each drawn by itself."""
    chance = Random(2)
    lines = [
        b"%d %d m %d %d l S" % (x, y, x + chance.randrange(side), y + chance.randrange(side))
        for x, y in ((chance.randrange(500), chance.randrange(740)) for _ in range(count))
    ]
    return drawn(b" ".join(lines))


HONEST = {
    "a page of text": paper(),
    "outlined characters": outlined(400, 60),
    "a plan of lines": apart(2_000, 100),
    "a weave in a drawing of a stamp": drawn(b"q .05 0 0 .05 9 9 cm " + WEAVE[: len(WEAVE) // 2] + b" S Q"),
    "dashes": drawn(b"[3 2]0 d 0 0 m " + b"9 9 l 580 830 l " * 300 + b"S"),
}
TOO_MUCH = {
    "a path back and forth": drawn(WEAVE),
    "filled": drawn(b"0 0 m " + b"9 9 l 580 830 l " * 12_000 + b"f"),
    "lines by themselves": drawn(b"0 0 m 590 830 l S 590 0 m 9 700 l S " * 2_500),
    "fine dashes": drawn(b"[.1 .1]0 d 0 0 m " + b"9 9 l 580 830 l " * 500 + b"S"),
    "made large": drawn(b"q 60 0 0 60 0 0 cm 0 0 m " + b"0 1 l 9 13 l " * 6_000 + b"S Q"),
    "drawings in drawings": nested_drawings(12, 8),
}


@pytest.mark.parametrize("data", HONEST.values(), ids=HONEST)
def test_honest_pages_are_drawn(data: bytes) -> None:
    assert bytes_media_type(data, "a.pdf") == "application/pdf"
    assert page_pixels(data, 0, 60).width == 60


@pytest.mark.parametrize("data", TOO_MUCH.values(), ids=TOO_MUCH)
def test_pages_that_draw_too_much_are_no_proof(data: bytes) -> None:
    with pytest.raises(Refused) as refusal:
        bytes_media_type(data, "a.pdf")
    assert [(one.code, dict(one.figures)) for one in refusal.value.findings] == [
        ("file_pages_intricate", {"file": "a.pdf", "pages": "1"})
    ]


USES: dict[str, Callable[[bytes], object]] = {
    "screen": lambda data: page_pixels(data, 0, 600, "a.pdf"),
    "pages on the screen": lambda data: page_sizes(nested_drawings(12, 8), "a.pdf"),
    "statement": lambda data: document_words(data, "a.pdf"),
    "masks": lambda data: shown_pages(data, "a.pdf"),
    "exhibit": lambda data: page_shapes(data, EXHIBIT),
    "copy": lambda data: list(page_copies(data, EXHIBIT)),
    "form": lambda data: inspect_form(data, "a.pdf"),
}


@pytest.mark.parametrize("use", USES.values(), ids=USES)
def test_every_use_names_the_page(use: Callable[[bytes], object]) -> None:
    with pytest.raises(Refused) as refusal:
        use(TOO_MUCH["a path back and forth"])
    (found,) = refusal.value.findings
    assert (found.code, found.figures["pages"]) == ("file_pages_intricate", "1")


def test_only_the_pages_that_draw_too_much_are_named() -> None:
    with pikepdf.new() as book:
        for data in (paper(), drawn(WEAVE), paper(), drawn(WEAVE)):
            book.pages.extend(pikepdf.open(io.BytesIO(data)).pages)
        file = io.BytesIO()
        book.save(file)
    with open_pdf(file.getvalue()) as pdf, pytest.raises(TooIntricate, match=r"^2, 4$"):
        check_drawn(file.getvalue(), pdf)


def test_what_lies_beyond_the_edges_takes_no_time() -> None:
    far = drawn(b"q 1 0 0 1 9000 9000 cm " + WEAVE + b" Q")
    assert drawn_pixels(pypdfium2.PdfDocument(far)[0]) < MOST_DRAWN / 2


def test_a_sample_of_many_segments_tells_how_much_they_draw() -> None:
    few, many = (drawn(b"0 0 m " + b"9 9 l 99 99 l " * count + b"S") for count in (5_000, 50_000))
    few_pixels, many_pixels = (drawn_pixels(pypdfium2.PdfDocument(data)[0]) for data in (few, many))
    assert many_pixels == pytest.approx(10 * few_pixels, rel=0.01)


def test_files_that_take_long_to_open_are_seen_by_their_bare_bytes() -> None:
    with pytest.raises(TooManyPages, match=r"^20,001$"):
        open_pdf(many_pages(20_001))
    with pytest.raises(pikepdf.PdfError):
        open_pdf(paper().replace(b"trailer", b"\n9 0 obj" * 40_001 + b"\ntrailer"))


def test_a_drawing_that_unpacks_without_end_is_not_opened_for_the_screen() -> None:
    with pytest.raises(Refused) as refusal:
        page_sizes(page_of(deflated(40), b"/FlateDecode"), "a.pdf")
    assert [(one.code, one.figures["limit"]) for one in refusal.value.findings] == [("pdf_bomb", "32")]
