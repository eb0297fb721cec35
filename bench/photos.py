"""A photograph of a telephone made ready for a page, against the bare decoding and encoding of the same file."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Final

from PIL import Image

from bench.contest import Contender, Contest
from workstation.documents.packet.exhibits.pictures import pictures
from workstation.documents.packet.figures import ExhibitFigures

SIDES: Final = (8000, 6000)
"""48 million pixels."""
QUALITY: Final = 88


def contests(folder: Path) -> list[Contest]:
    """One contest; ``folder`` stays empty."""
    data = photo()
    figures = ExhibitFigures(1, "i", "income", "工资单", "photo.jpg", "image/jpeg", "0" * 64)
    bare = Contender("Pillow decode, JPEG encode", lambda: decoded_and_encoded(data))
    return [Contest("photo of 48 million pixels, ready to bind", lambda: pictures(data, figures), (bare,), long=True)]


def photo() -> bytes:
    """Soft colours with grain, as a camera gives them."""
    bands = [Image.effect_noise((SIDES[0] // 4, SIDES[1] // 4), 40 + 10 * band) for band in range(3)]
    file = io.BytesIO()
    Image.merge("RGB", bands).resize(SIDES, Image.Resampling.BICUBIC).save(file, "JPEG", quality=92)
    return file.getvalue()


def decoded_and_encoded(data: bytes) -> bytes:
    """The least that makes another file of it: every pixel decoded and encoded once."""
    file = io.BytesIO()
    with Image.open(io.BytesIO(data)) as image:
        image.save(file, "JPEG", quality=QUALITY)
    return file.getvalue()
