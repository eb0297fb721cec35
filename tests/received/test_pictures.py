"""Pictures as people bring them: every kind opened, samples of any depth right or refused, long ones cut without loss."""

from __future__ import annotations

import io
import struct
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from tests.received.tiff import fax, grey16, planes16, rgb16, tiff
from workstation.errors import Refused
from workstation.received import pixels
from workstation.received.inspection import media_type
from workstation.received.picture_types import picture_type
from workstation.received.pictures import PictureUnreadable, PictureUnsure, frames
from workstation.received.pieces import is_long, spans
from workstation.received.pixels import picture_frames


def saved(image: Image.Image, kind: str, **more: Any) -> bytes:
    file = io.BytesIO()
    image.save(file, kind, **more)
    return file.getvalue()


def inspected(data: bytes) -> str:
    file: Any = io.BytesIO(data)
    return media_type(file, "x")


def first(data: bytes) -> Image.Image:
    return next(frames(data))


RED = Image.new("RGB", (64, 48), (200, 30, 30))
KINDS = [
    (saved(RED, "WEBP", lossless=True), "image/webp"),
    (saved(RED, "AVIF", quality=95), "image/avif"),
    (saved(RED, "JPEG2000"), "image/jp2"),
    (saved(RED, "JPEG2000", no_jp2=True), "image/jp2"),
    (saved(RED, "TIFF", big_tiff=True), "image/tiff"),
    (rgb16([(200 << 8, 30 << 8, 30 << 8)] * 64, big=True), "image/tiff"),
    (saved(RED, "MPO", save_all=True, append_images=[Image.new("RGB", (64, 48))]), "image/jpeg"),
    (saved(RED, "JPEG", quality=95) + b"\0\0\0\x18ftypmp42" + bytes(200), "image/jpeg"),  # a film behind the photograph
    (saved(RED.convert("CMYK"), "JPEG", quality=95), "image/jpeg"),
    (saved(RED.convert("CMYK"), "TIFF"), "image/tiff"),
    (saved(RED, "GIF"), "image/gif"),
    (saved(RED, "BMP"), "image/bmp"),
]


@pytest.mark.parametrize(("data", "kind"), KINDS)
def test_every_kind_is_opened(data: bytes, kind: str) -> None:
    assert inspected(data) == kind
    (frame,) = frames(data)
    (pixels,) = picture_frames(data)
    assert frame.size[0] == pixels.width == 64
    shown = tuple(pixels.data[:3]), first(data).convert("RGB").getpixel((0, 0))
    for colour in shown:
        assert isinstance(colour, tuple)
        assert all(abs(one - other) <= 12 for one, other in zip(colour, (200, 30, 30), strict=True))


def test_lab_is_shown_in_its_colours() -> None:
    """L* 50 is middle grey (sRGB 119); L* 53, a* 80, b* 67 is red (IEC 61966-2-1)."""
    for lab, rgb in (((128, 128, 128), (119, 119, 119)), ((136, 208, 195), (255, 0, 0))):
        shown = first(saved(Image.new("LAB", (4, 4), lab), "TIFF")).getpixel((0, 0))
        assert isinstance(shown, tuple) and all(abs(a - b) <= 12 for a, b in zip(shown, rgb, strict=True))


GREYS = (0, 257 * 20, 257 * 128, 257 * 200, 65535)
SCALED = (0, 20, 128, 200, 255)


@pytest.mark.parametrize(
    ("data", "shown"),
    [
        (saved(Image.frombytes("I;16", (5, 1), struct.pack("<5H", *GREYS)), "PNG"), SCALED),
        (saved(Image.frombytes("I;16", (5, 1), struct.pack("<5H", *GREYS)), "JPEG2000"), SCALED),
        (grey16(GREYS), SCALED),
        (grey16(GREYS, order=">"), SCALED),
        (grey16(GREYS, photometric=0), tuple(255 - one for one in SCALED)),
    ],
)
def test_grey_of_sixteen_bits_is_scaled_never_clipped(data: bytes, shown: tuple[int, ...]) -> None:
    assert tuple(first(data).convert("L").tobytes()) == shown
    assert tuple(picture_frames(data)[0].data) == shown


def deep_jpeg2000() -> bytes:
    """Red, green and blue declared as 16 bits each in the SIZ segment."""
    data = bytearray(saved(RED, "JPEG2000", no_jp2=True))
    for part in range(3):
        data[42 + 3 * part] = 15
    return bytes(data)


UNSURE = [
    planes16(4, [[10_000] * 4, [30_000] * 4, [60_000] * 4]),
    saved(Image.new("F", (4, 1), 0.5), "TIFF"),
    saved(Image.new("I", (4, 1), 50_000), "TIFF"),
    tiff((4, 1), [struct.pack("<4h", -9, 0, 9, 99)], {258: (3, [16]), 262: (3, [1]), 277: (3, [1]), 339: (3, [2])}),
    tiff((4, 1), [bytes(6)], {258: (3, [12]), 262: (3, [1]), 277: (3, [1])}),
    grey16((0, 1000, 2000, 4095)),  # twelve bits that call themselves sixteen: nearly black
    deep_jpeg2000(),
]


@pytest.mark.parametrize("data", UNSURE)
def test_samples_nobody_can_be_sure_of_are_refused(data: bytes) -> None:
    with pytest.raises(Refused) as refused:
        inspected(data)
    assert [one.code for one in refused.value.findings] == ["image_samples_unsure"]
    with pytest.raises(PictureUnsure):
        list(frames(data))
    assert picture_frames(data) == ()


@settings(max_examples=60)
@given(st.lists(st.integers(0, 65535), min_size=1, max_size=40), st.sampled_from((0, 1)), st.sampled_from("<>"))
def test_any_grey_is_within_a_step_or_refused(values: list[int], photometric: int, order: str) -> None:
    try:
        shown = first(grey16(values, photometric, order)).convert("L").tobytes()
    except PictureUnreadable:  # Pillow knows no big-endian file in which zero is white
        assert 0 < max(values) < 4096 or (photometric, order) == (0, ">")
        return
    right = [one if photometric else 65535 - one for one in values]
    assert all(abs(one / 257 - other) <= 1 for one, other in zip(right, shown, strict=True))


@pytest.mark.parametrize(
    ("across", "down", "size"),
    [
        (204, 98, (96, 104)),
        (98, 204, (200, 50)),
        (204, 196, (96, 52)),
        (200, 200, (96, 50)),
        (0, 98, (96, 50)),
        (9000, 1, (96, 50)),
    ],
)
def test_flat_pixels_are_made_square(across: int, down: int, size: tuple[int, int]) -> None:
    data = fax((96, 50), across, down)
    assert first(data).size == size
    assert (picture_frames(data)[0].width, picture_frames(data)[0].height) == size


def conversation(height: int, step: int = 90, width: int = 1080) -> Image.Image:
    """Lines of writing with blank rows between them."""
    image = Image.new("L", (width, height), 245)
    pen = ImageDraw.Draw(image)
    for top in range(10, height - 50, step):
        pen.rectangle((40, top, width - 60, top + 40), fill=30)
    return image


def test_a_long_screenshot_is_cut_between_its_lines() -> None:
    image = conversation(20_000)
    assert is_long(image)
    cuts = list(spans(image))
    assert cuts[0][0] == 0 and cuts[-1][1] == 20_000 and all(end == start for (_, end), (start, _) in pairwise(cuts))
    assert all(bottom - top <= 1080 * 2.2 for top, bottom in cuts)
    for _, bottom in cuts[:-1]:
        assert (bottom - 10) % 90 > 41  # in the gap below a line


@settings(max_examples=25)
@given(st.integers(3, 40), st.integers(0, 10**9))
def test_pieces_hold_every_row_whatever_is_on_them(screens: int, seed: int) -> None:
    noise = Image.frombytes("L", (200, 1), (seed.to_bytes(8, "big") * 25)).resize((200, 200 * screens + seed % 97))
    pieces = list(spans(noise))
    assert pieces[0][0] == 0 and pieces[-1][1] == noise.height
    for (top, bottom), (following, _) in pairwise(pieces):
        assert top < following <= bottom


def test_what_is_no_longer_than_a_screen_stays_whole() -> None:
    assert not is_long(Image.new("L", (1080, 2400))) and not is_long(Image.new("L", (90, 20_000)))


@given(st.binary(max_size=80))
def test_any_head_is_a_picture_or_none(head: bytes) -> None:
    assert picture_type(head) == "" or picture_type(head).startswith("image/")


@pytest.mark.parametrize(("most", "width"), [(120_000, 400), (119_999, 200), (30_000, 200), (7_500, 100), (1, 50)])
def test_a_vast_jpeg_is_decoded_smaller(monkeypatch, most, width):
    monkeypatch.setattr(pixels, "_DECODED", most)
    file = io.BytesIO()
    Image.new("RGB", (400, 300), "white").save(file, "JPEG")
    (frame,) = pixels.picture_frames(file.getvalue())
    assert (frame.width, frame.height) == (width, -(-width * 3 // 4))
