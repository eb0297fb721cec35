"""A PNG goes into a PDF as it is, and every pixel comes out; what PDF cannot take so is told apart and drawn all the same."""

from __future__ import annotations

import io
from random import Random
from typing import Any

import pikepdf
import pytest
from PIL import Image as Pillow

from tests.documents.typesetting.test_characters import PLAIN
from workstation.documents.typesetting.blocks import Image
from workstation.documents.typesetting.pages import set_pages
from workstation.documents.typesetting.pdf import write_pages
from workstation.documents.typesetting.png_stream import png_stream
from workstation.documents.typesetting.strips import TypesetContext

SIZE = (37, 23)


def picture(mode: str) -> Pillow.Image:
    """Pixels by chance, the same every time."""
    channels = len(Pillow.new(mode, (1, 1)).getbands())
    noise = Random(1).randbytes(SIZE[0] * SIZE[1] * channels)
    return Pillow.frombytes("L", SIZE, noise).convert("1") if mode == "1" else Pillow.frombytes(mode, SIZE, noise)


def file(image: Pillow.Image, kind: str = "PNG", **options: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def drawn(context: TypesetContext, *files: bytes) -> list[Any]:
    """The image objects of a paper that shows these files."""
    blocks = [Image(data, *SIZE) for data in files]
    with pikepdf.open(io.BytesIO(write_pages(PLAIN, set_pages(blocks, context), context)[0])) as pdf:
        images = [one for one in pdf.objects if isinstance(one, pikepdf.Stream) and one.get("/Subtype") == "/Image"]
        return [pikepdf.PdfImage(one).as_pil_image() for one in images]


@pytest.mark.parametrize("mode", ["1", "L", "RGB", "P"])
def test_every_pixel_comes_out(context: TypesetContext, mode: str) -> None:
    original = picture(mode)
    assert png_stream(file(original)) is not None
    (found,) = drawn(context, file(original))
    assert found.size == SIZE and found.convert("RGB").tobytes() == original.convert("RGB").tobytes()


@pytest.mark.parametrize(
    "data",
    [
        file(picture("RGBA")),
        file(picture("P"), transparency=3),
        file(picture("RGB"), transparency=(1, 2, 3)),
        file(picture("L"), "JPEG"),
    ],
    ids=["alpha", "a listed colour seen through", "one colour seen through", "photograph"],
)
def test_what_cannot_go_in_as_it_is_is_drawn_all_the_same(context: TypesetContext, data: bytes) -> None:
    assert png_stream(data) is None
    assert drawn(context, data)[0].size == SIZE


def test_the_same_picture_is_kept_once(context: TypesetContext) -> None:
    data = file(picture("RGB"))
    assert len(drawn(context, data, data, file(picture("L")))) == 2
