"""Pictures of an OFD as image objects of a PDF: JPEG as it is, all else decoded within the bounds of any handed-in picture."""

from __future__ import annotations

import io
import zlib
from typing import TYPE_CHECKING, Final

import pikepdf
from pikepdf import Name

if TYPE_CHECKING:
    from PIL import Image as Pillow

_LEVEL: Final = 1  # a scan is packed in a third of the time that the best takes
_JBIG2: Final = b"\x97JB2\r\n\x1a\n"
_JPEG_SPACES: Final = {"L": Name.DeviceGray, "RGB": Name.DeviceRGB}


class UnseenPicture(Exception):
    """A picture that cannot be shown; the message says why, in a word, or nothing for one that is no picture we know."""


def image_object(pdf: pikepdf.Pdf, data: bytes) -> pikepdf.Stream:
    """A picture as an object that pages can place. Raises `UnseenPicture`."""
    from PIL import Image as Reader  # here, since only a worker reads

    from workstation.received.picture_types import opened_picture
    from workstation.received.pictures import is_too_large
    from workstation.received.samples import UnsureSamples, eight_bit

    if data.startswith(_JBIG2):
        raise UnseenPicture("JBIG2")
    try:
        with opened_picture(io.BytesIO(data)) as picture:
            if is_too_large(picture):
                raise UnseenPicture(f"{picture.width} × {picture.height}")
            if picture.format == "JPEG" and picture.mode in _JPEG_SPACES:
                eight_bit(picture).load()  # a damaged one is none
                return _stream(pdf, data, picture, _JPEG_SPACES[picture.mode], Name.DCTDecode)
            frame = eight_bit(picture)
            frame.load()
            return _packed(pdf, frame)
    except Reader.DecompressionBombError:
        raise UnseenPicture("> 200 MP") from None
    except UnsureSamples as unsure:
        raise UnseenPicture(str(unsure)) from None
    except (OSError, SyntaxError, ValueError, EOFError):
        raise UnseenPicture from None


def _packed(pdf: pikepdf.Pdf, frame: Pillow.Image) -> pikepdf.Stream:
    if frame.mode == "1":
        return _stream(pdf, zlib.compress(frame.tobytes(), _LEVEL), frame, Name.DeviceGray, bits=1)
    mask = None
    if "A" in frame.mode or "transparency" in frame.info:
        frame = frame.convert("RGBA")
        mask = _packed(pdf, frame.getchannel("A"))
    plain = frame if frame.mode == "L" else frame.convert("RGB")
    space = Name.DeviceGray if plain.mode == "L" else Name.DeviceRGB
    made = _stream(pdf, zlib.compress(plain.tobytes(), _LEVEL), plain, space)
    if mask is not None:
        made.SMask = mask
    return made


def _stream(
    pdf: pikepdf.Pdf,
    data: bytes,
    picture: Pillow.Image,
    space: pikepdf.Object,
    packing: pikepdf.Object = Name.FlateDecode,
    bits: int = 8,
) -> pikepdf.Stream:
    return pikepdf.Stream(
        pdf,
        data,
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=picture.width,
        Height=picture.height,
        ColorSpace=space,
        BitsPerComponent=bits,
        Filter=packing,
    )
