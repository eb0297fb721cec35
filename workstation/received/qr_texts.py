"""The texts of QR codes on the pages of a file: a scan or a photograph as well as a PDF whose codes are drawings."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final

import zxingcpp
from PIL import Image as Pillow

from workstation.received.pdf.intricacy import TooIntricate
from workstation.received.pdf.rendering import Unrenderable, page_pictures
from workstation.received.pictures import PictureTooLarge, PictureUnreadable, TooManyFrames, frames

_MOST_PAGES: Final = 60
_LONGEST: Final = 2_600
"""Pixels of a page's long side: of an A4 scan 220 a inch, at which half a millimetre is four of them."""


def qr_texts(data: bytes) -> Iterator[tuple[int, str]]:
    """Each text with the number of its page (from 1), of the first `_MOST_PAGES` pages; nothing where no page can be drawn."""
    try:
        for number, picture in enumerate(islice(_pages(data), _MOST_PAGES), 1):
            for text in _on(picture):
                yield number, text
    except (Unrenderable, TooIntricate, PictureUnreadable, PictureTooLarge, TooManyFrames):
        return


def _pages(data: bytes) -> Iterator[Pillow.Image]:
    return page_pictures(data, _LONGEST) if b"%PDF-" in data[:1024] else frames(data)


def _on(picture: Pillow.Image) -> list[str]:
    grey = picture.convert("L")
    grey.thumbnail((2 * _LONGEST, 2 * _LONGEST))
    return [
        one.text
        for one in zxingcpp.read_barcodes(grey, formats=zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode]))
    ]
