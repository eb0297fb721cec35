"""Copies of cards leave the desk as pixels: purpose on them, numbers covered, and nothing below that gives the number back."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFont
from pypdf import PdfReader
from reportlab.pdfgen.canvas import Canvas

from tests.documents import poppler
from tests.documents.sample_case import BANK, case_file, photo
from tests.evidence.test_masking import MIDDLE
from workstation.documents.packet.build import Packet, build_packet
from workstation.documents.packet.exhibits.pages import Exhibit
from workstation.documents.packet.exhibits.pictures import marked_copy, page_copies, pictures, shown_pages
from workstation.documents.packet.gather import packet_figures
from workstation.documents.typesetting.strips import TypesetContext
from workstation.errors import Refused
from workstation.evidence.masking import number_masks
from workstation.evidence.verification import Mask

NUMBER = "6225 8812 3456 6214"


def card(rotate: int = 0, text: str = NUMBER) -> bytes:
    """A page of 300 × 200 points with a number as text, as a bank's app saves a card."""
    file = io.BytesIO()
    canvas = Canvas(file, (300, 200))
    canvas.setFont("Courier-Bold", 20)
    canvas.drawString(25, 90, text)
    canvas.showPage()
    canvas.save()
    if not rotate:
        return file.getvalue()
    turned = io.BytesIO()
    with pikepdf.open(io.BytesIO(file.getvalue())) as pdf:
        pdf.pages[0].Rotate = rotate
        pdf.save(turned)
    return turned.getvalue()


FIGURES = packet_figures(case_file({"id_card": ("身份证", "image/jpeg", photo(300, 200))}), BANK, 1)
(ONE,) = FIGURES.exhibits


def bound(
    context: TypesetContext, data: bytes, media_type: str, masks: tuple[Mask, ...], held_back: bool = False
) -> Packet:
    one = replace(ONE, media_type=media_type, masks=masks, held_back=held_back)
    figures = replace(FIGURES, exhibits=(one,))
    return build_packet(figures, (Exhibit(one.item_id, data),), True, context)


def embedded(packet: Packet) -> list[Image.Image]:
    """Every picture that can be taken out of the file."""
    return [image.image.convert("RGB") for image in PdfReader(io.BytesIO(packet.pdf)).pages[-1].images if image.image]


def test_no_text_layer_gives_the_number_back(context: TypesetContext, tmp_path: Path) -> None:
    packet = bound(context, card(), "application/pdf", number_masks(card(), MIDDLE))
    digits = "".join(sign for sign in poppler.text(packet.pdf, tmp_path) if sign.isalnum())
    assert "88123456" not in digits and "62258812" not in digits
    with pikepdf.open(io.BytesIO(packet.pdf)) as pdf:
        assert not any(b"8812" in part.read_bytes() for part in pdf.objects if _readable(part))
        told = [part.unparse(resolved=True) for part in pdf.objects if isinstance(part, pikepdf.Dictionary)]
        assert not any(b"8812" in one for one in told)


def _readable(part: pikepdf.Object) -> bool:
    """Streams that hold content; those that hold objects begin with numbers of their own."""
    if not isinstance(part, pikepdf.Stream) or part.get("/Type") in ("/ObjStm", "/XRef"):
        return False
    return bool(part.get("/Filter", "/FlateDecode") == "/FlateDecode")


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_the_middle_of_a_number_is_black_in_the_bound_pixels(rotate: int) -> None:
    masks = number_masks(card(rotate), MIDDLE)
    (mask,) = masks
    ((covered,),) = page_copies(card(rotate), replace(ONE, masks=masks, purpose_mark=""))
    ((plain,),) = page_copies(card(rotate), replace(ONE, masks=(), purpose_mark=""))
    after, before = (Image.open(io.BytesIO(one.data)).convert("L") for one in (covered, plain))
    box = (
        mask.left * covered.width // 10_000,
        mask.top * covered.height // 10_000,
        (mask.left + mask.width) * covered.width // 10_000,
        (mask.top + mask.height) * covered.height // 10_000,
    )
    assert after.crop(box).getextrema() == (0, 0)
    # The first six and the last four digits stand as they stood: all ink that was there and is gone lay in the rectangle.
    paper = Image.new("L", before.size, 255)
    for left in (before, after):
        ImageDraw.Draw(left).rectangle((box[0] - 2, box[1] - 2, box[2] + 3, box[3] + 3), fill=255)
    assert before.tobytes() == after.tobytes() != paper.tobytes()


def test_the_rectangle_is_where_the_agent_drew_it_on_a_photograph() -> None:
    file = io.BytesIO()
    exif = Image.Exif()
    exif[0x0112] = 6  # held upright: the stored picture lies on its side
    Image.new("RGB", (400, 600), "white").save(file, "JPEG", exif=exif)
    mask = Mask(0, 1_000, 4_000, 5_000, 1_000)
    ((copy,),) = pictures(file.getvalue(), replace(ONE, masks=(mask,), purpose_mark=""))
    seen = Image.open(io.BytesIO(copy.data)).convert("L")
    assert (copy.width, copy.height) == (600, 400)
    dark = seen.point(lambda value: 255 if value < 60 else 0).getbbox()
    assert dark == (60, 160, 361, 201)


def test_a_mask_belongs_to_its_page() -> None:
    file = io.BytesIO()
    Image.new("L", (100, 100), 255).save(file, "TIFF", save_all=True, append_images=[Image.new("L", (100, 100), 255)])
    (one,), (other,) = pictures(file.getvalue(), replace(ONE, masks=(Mask(1, 0, 0, 10_000, 10_000),), purpose_mark=""))
    assert [Image.open(io.BytesIO(page.data)).getextrema()[1] for page in (one, other)] == [255, 0]


def test_no_picture_in_the_packet_shows_what_is_covered(context: TypesetContext) -> None:
    file = io.BytesIO()
    Image.new("RGB", (900, 600), (250, 250, 250)).save(file, "PNG")
    original = file.getvalue()
    packet = bound(context, original, "image/png", (Mask(0, 2_000, 4_000, 4_000, 1_000),))
    taken = embedded(packet)
    assert taken
    for picture in taken:
        if picture.size == (900, 600):
            assert max(picture.crop((185, 245, 535, 295)).convert("L").tobytes()) < 120
    assert original not in packet.pdf and file.getvalue() == original


def test_a_copy_whose_number_nobody_placed_is_held_back(context: TypesetContext, tmp_path: Path) -> None:
    packet = bound(context, card(), "application/pdf", (), held_back=True)
    text = poppler.squeezed(poppler.text(packet.pdf, tmp_path))
    assert "本复印件暂未装订" in text
    with pikepdf.open(io.BytesIO(packet.pdf)) as pdf:
        assert not any(b"8812" in part.read_bytes() for part in pdf.objects if _readable(part))
        told = [part.unparse(resolved=True) for part in pdf.objects if isinstance(part, pikepdf.Dictionary)]
        assert not any(b"8812" in one for one in told)


def test_a_table_is_no_copy_of_a_card(context: TypesetContext) -> None:
    with pytest.raises(Refused) as refusal:
        bound(context, b"a,b\n1,2\n", "text/csv", ())
    assert [finding.code for finding in refusal.value.findings] == ["exhibit_no_picture"]


def test_the_screen_shows_the_same_pages() -> None:
    (seen,) = shown_pages(card(90))
    assert seen.height == 1400 and abs(seen.width - 933) <= 1
    file = io.BytesIO()
    Image.new("L", (30, 20), 9).save(file, "PNG")
    assert [(one.width, one.height, one.depth) for one in shown_pages(file.getvalue())] == [(30, 20, 1)]
    for data in (b"a,b\n", b"%PDF-1.4 broken"):
        assert shown_pages(data) == ()


@given(st.binary(max_size=300))
def test_what_is_no_pdf_has_no_masks(data: bytes) -> None:
    assert number_masks(data, MIDDLE) == ()


def test_short_numbers_and_words_have_no_masks() -> None:
    assert number_masks(card(text="138 0000 1234 2026"), replace(MIDDLE, number="free")) == ()
    assert number_masks(card(text="Tel 95555"), MIDDLE) == ()


def test_the_purpose_is_drawn_alike_with_and_without_fribidi(monkeypatch) -> None:
    """Pillow sets words by another engine where the system has FriBiDi; a desk that lacks it must make the same copy."""
    set_by, real = [], ImageFont.truetype

    def opened(*given, **named):
        set_by.append(named.get("layout_engine"))
        return real(*given, **named)

    monkeypatch.setattr(ImageFont, "truetype", opened)
    marked_copy(Image.new("RGB", (300, 200), "white"), "仅供核对 2026-11-23")
    assert set_by and set(set_by) == {ImageFont.Layout.BASIC}
