"""What a PDF statement holds and nobody sees on its pages is no row of it; what stands on lines of its own is no word together."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import partial
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen import canvas

from tests.received.pdf.test_grid import printed
from workstation.evidence.statements.readers import read_any_statement
from workstation.received.pdf.layers import without_hidden
from workstation.received.pdf.words import document_words

ROWS = ("2026-10-02", "5.00"), ("2026-10-05", "6.00")
LATER = 700
"""The height on the page at which the words of a layer stand."""


def drawn(draw: Callable[[canvas.Canvas], None]) -> bytes:
    file = io.BytesIO()
    sheet = canvas.Canvas(file, pagesize=(595, 842))
    sheet.setFont("Helvetica", 10)
    draw(sheet)
    sheet.showPage()
    sheet.save()
    return file.getvalue()


def two_rows(sheet: canvas.Canvas) -> None:
    for number, (day, amount) in enumerate(ROWS):
        sheet.drawString(60, 780 - 18 * number, day)
        sheet.drawRightString(300, 780 - 18 * number, amount)


def layered(content: bytes, off: bool = True, **properties: Any) -> bytes:
    """Two rows, and ``content`` that may name the layers oc1 (off, or on) and oc2 (on)."""
    with pikepdf.open(io.BytesIO(drawn(two_rows))) as pdf:
        groups = [pdf.make_indirect(Dictionary(Type=Name.OCG, Name=name)) for name in ("draft", "shown")]
        config = Dictionary(Order=Array(groups), OFF=Array(groups[:1] if off else []), ON=Array(groups[1:]))
        for key, value in properties.items():
            config[f"/{key}"] = value
        pdf.Root.OCProperties = Dictionary(OCGs=Array(groups), D=config)
        page = pdf.pages[0]
        named = {"oc1": groups[0], "oc2": groups[1]}
        for policy in ("AllOn", "AnyOn", "AnyOff", "AllOff"):
            named[policy] = Dictionary(Type=Name.OCMD, OCGs=Array(groups), P=Name(f"/{policy}"))
        named["Not"] = Dictionary(Type=Name.OCMD, VE=Array([Name.Not, groups[1]]))
        named["Both"] = Dictionary(Type=Name.OCMD, VE=Array([Name.And, groups[1], Array([Name.Not, groups[0]])]))
        page.Resources.Properties = Dictionary({f"/{name}": one for name, one in named.items()})
        form = pdf.make_stream(b"BT /F1 10 Tf 60 640 Td (7777.00) Tj ET")
        form.update(Dictionary(
            Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 595, 842]), Resources=page.Resources, OC=groups[0],
        ))  # fmt: skip
        inner = pdf.make_stream(b"/OC /oc1 BDC BT /F1 10 Tf 60 620 Td (6666.00) Tj ET EMC")
        inner.update(Dictionary(
            Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 595, 842]), Resources=page.Resources,
        ))  # fmt: skip
        page.Resources.XObject = Dictionary(whole=form, part=inner)
        page.contents_add(content)
        file = io.BytesIO()
        pdf.save(file)
    return file.getvalue()


def text(at: int, words: str) -> bytes:
    return f"BT /F1 10 Tf 60 {at} Td ({words}) Tj ET".encode()


def inside(layer: str) -> bytes:
    return f"/OC /{layer} BDC ".encode() + text(LATER, "9999.00") + b" EMC"


def read(data: bytes) -> set[str]:
    (page,) = document_words(data)
    return {piece.text for piece in page.pieces}


SEEN = {"2026-10-02", "5.00", "2026-10-05", "6.00"}


@pytest.mark.parametrize(
    ("layer", "hidden"),
    [
        ("oc1", True),
        ("oc2", False),
        ("AllOn", True),
        ("AnyOn", False),
        ("AnyOff", False),
        ("AllOff", True),
        ("Not", True),
        ("Both", False),
        ("unknown", False),
    ],
)
def test_a_layer_is_read_where_it_is_seen(layer: str, hidden: bool) -> None:
    data = layered(inside(layer))
    assert read(data) == SEEN | (set() if hidden else {"9999.00"})
    assert document_words(data)[0].unseen == (7 if hidden else 0)


def test_layers_may_be_off_by_the_rule_for_all() -> None:
    assert read(layered(inside("oc1"), off=False)) == SEEN | {"9999.00"}
    assert read(layered(inside("oc1"), off=False, BaseState=Name.OFF)) == SEEN
    assert read(layered(inside("oc2"), off=False, BaseState=Name.OFF)) == SEEN | {"9999.00"}


@pytest.mark.parametrize(("drawing", "words"), [("whole", "7777.00"), ("part", "6666.00")])
def test_a_drawing_with_a_layer_of_its_own_is_looked_into(drawing: str, words: str) -> None:
    content = f"q /{drawing} Do Q ".encode() + text(LATER, "8.00")
    assert read(layered(content)) == SEEN | {"8.00"}
    assert read(layered(content, off=False)) == SEEN | {"8.00", words}


def test_what_moves_on_inside_a_hidden_layer_goes_on_doing_so() -> None:
    """Fonts that are set there hold behind it, and lines that are drawn there are not."""
    content = (
        b"/OC /oc1 BDC /Span BMC BT /F1 24 Tf 12 TL 60 700 Td (9999.00) Tj (8888.00) ' 1 1 (7777.00) \" [(6.66)] TJ EMC"
        b" ET 10 10 m 20 20 l S EMC BT 60 660 Td (4.00) Tj ET"
    )
    data = layered(content)
    assert read(data) == SEEN | {"4.00"}
    (page,) = document_words(data)
    (shown,) = [piece for piece in page.pieces if piece.text == "4.00"]
    assert shown.size > 20
    left = without_hidden(data)
    assert left is not None
    with pikepdf.open(io.BytesIO(left)) as pdf:
        operators = [str(one.operator) for one in pikepdf.parse_content_stream(pdf.pages[0])]
    assert "S" not in operators and "l" in operators


def test_a_file_without_hidden_layers_is_left_as_it_is() -> None:
    assert without_hidden(drawn(two_rows)) is None
    assert without_hidden(layered(inside("oc1"), off=False)) is None
    assert without_hidden(b"%PDF-1.7 and nothing else") is None


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_what_lies_beyond_the_edge_of_a_page_is_not_read(turned: int) -> None:
    with pikepdf.open(io.BytesIO(drawn(two_rows))) as pdf:
        pdf.pages[0].CropBox = Array([0, 770, 595, 842])
        pdf.pages[0].Rotate = turned
        file = io.BytesIO()
        pdf.save(file)
    (page,) = document_words(file.getvalue())
    assert {piece.text for piece in page.pieces} == {"2026-10-02", "5.00"}
    assert page.unseen == len("2026-10-056.00")


# ── Concealed on the page ──

WHITE, BLACK, BLUE, PALE = (1, 1, 1), (0, 0, 0), (0, 0, 0.5), (0.9, 0.95, 0.9)
AT, SIGNS = (60, 700), "9999.00"
BOX = (50, 692, 100, 20)


def word(sheet: canvas.Canvas, colour: tuple[float, ...] = BLACK, mode: int = 0) -> None:
    sheet.saveState()
    sheet.setFillColorRGB(*colour)
    words = sheet.beginText(*AT)
    words.setTextRenderMode(mode)
    words.textOut(SIGNS)
    sheet.drawText(words)
    sheet.restoreState()


def shape(sheet: canvas.Canvas, colour: tuple[float, ...], box: tuple[float, ...] = BOX, alpha: float = 1) -> None:
    sheet.saveState()
    sheet.setFillColorRGB(*colour)
    sheet.setFillAlpha(alpha)
    sheet.rect(*box, stroke=0, fill=1)
    sheet.restoreState()


def picture(sheet: canvas.Canvas) -> None:
    """A scan with the word on it, as recognised text lies over one."""
    scan = Image.new("RGB", (200, 80), "white")
    ImageDraw.Draw(scan).text((40, 30), SIGNS, fill="black")
    sheet.drawImage(ImageReader(scan), *BOX)


def placed_whole(sheet: canvas.Canvas) -> None:
    """A bar with its white word in a drawing of its own."""
    sheet.beginForm("bar")
    sheet.setFont("Helvetica", 10)
    shape(sheet, BLUE)
    word(sheet, WHITE)
    sheet.endForm()
    sheet.doForm("bar")


def ruled(sheet: canvas.Canvas) -> None:
    for height in (698, 709):
        sheet.line(50, height, 150, height)


@pytest.mark.parametrize(
    ("drawn_one_by_one", "is_seen"),
    [
        ([word], True),
        ([partial(word, colour=WHITE)], False),
        ([partial(word, colour=(0.99, 0.98, 0.97))], False),
        ([partial(word, colour=(0.8, 0.8, 0.8))], True),  # pale, but there
        ([ruled, partial(word, colour=WHITE)], False),  # between the lines of a table
        ([partial(shape, colour=BLUE), partial(word, colour=WHITE)], True),
        ([partial(shape, colour=BLUE), partial(word, colour=BLUE)], False),
        ([partial(shape, colour=BLACK), partial(shape, colour=PALE), word], True),
        ([partial(shape, colour=PALE), word], True),
        ([word, partial(shape, colour=WHITE)], False),
        ([word, partial(shape, colour=BLACK)], False),
        ([word, partial(shape, colour=PALE, alpha=0.5)], True),  # a marker
        ([word, partial(shape, colour=WHITE, box=(50, 692, 20, 20))], True),  # half of it is left
        ([word, partial(shape, colour=WHITE, box=(50, 600, 100, 20))], True),
        ([partial(shape, colour=WHITE), word], True),
        ([partial(word, mode=3)], False),
        ([picture, partial(word, mode=3)], True),
        ([placed_whole], True),
    ],
)
@pytest.mark.parametrize("turned", [0, 90])
def test_what_is_concealed_is_no_word_of_the_page(
    drawn_one_by_one: list[Callable[[canvas.Canvas], None]], is_seen: bool, turned: int
) -> None:
    def page(sheet: canvas.Canvas) -> None:
        for draw in drawn_one_by_one:
            draw(sheet)
        sheet.setFillColorRGB(*BLACK)
        two_rows(sheet)

    with pikepdf.open(io.BytesIO(drawn(page))) as pdf:
        pdf.pages[0].Rotate = turned
        file = io.BytesIO()
        pdf.save(file)
    (words,) = document_words(file.getvalue())
    assert {piece.text for piece in words.pieces} == SEEN | ({SIGNS} if is_seen else set())
    assert words.unseen == (0 if is_seen else len(SIGNS))


def columns(sheet: canvas.Canvas) -> None:
    """Columns drawn one after the other, without a heading: PDFium reads the fees as one word."""
    for number, day in enumerate(("2026-12-20", "2027-01-20", "2027-02-20", "2027-03-20")):
        sheet.drawString(60, 780 - 18 * number, day)
    for number, fee in enumerate(("5", "5", "0", "5")):
        sheet.drawString(300, 780 - 18 * number, fee)


def test_signs_below_each_other_are_no_word() -> None:
    (page,) = document_words(drawn(columns))
    fees = sorted((-piece.base, piece.text) for piece in page.pieces if piece.left > 200)
    assert [fee for _, fee in fees] == ["5", "5", "0", "5"]
    assert len({base for base, _ in fees}) == 4


def test_a_raised_sign_stays_with_its_line() -> None:
    def raised(sheet: canvas.Canvas) -> None:
        words = sheet.beginText(60, 700)
        words.setFont("Helvetica", 10)
        words.textOut("100")
        words.setRise(4)
        words.textOut("2")
        sheet.drawText(words)

    (page,) = document_words(drawn(raised))
    assert [piece.text for piece in page.pieces] == ["1002"]


def test_the_agent_is_told_what_was_not_read() -> None:
    whole = printed("abc.debit")
    with pikepdf.open(io.BytesIO(whole)) as pdf:
        box = [float(edge) for edge in pdf.pages[0].mediabox]
        pdf.pages[0].CropBox = Array([box[0], box[1] + 120, box[2], box[3]])
        file = io.BytesIO()
        pdf.save(file)
    before, cut = read_any_statement(whole, "list.pdf"), read_any_statement(file.getvalue(), "list.pdf")
    assert "pdf_text_unseen" not in {one.code for one in before.findings}
    (told,) = [one for one in cut.findings if one.code == "pdf_text_unseen"]
    assert told.subject == "page 1" and int(told.figures["signs"]) > 100
    assert len(cut.transactions) < len(before.transactions)
