"""Which kinds of picture are read: told by their first bytes, opened by the one reader that is meant, never by another."""

from __future__ import annotations

from functools import cache
from typing import IO, TYPE_CHECKING, Final

if TYPE_CHECKING:  # only a worker loads Pillow
    from PIL import Image as Pillow

_HEADS: Final = {
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"II*\x00": "image/tiff",
    b"MM\x00*": "image/tiff",
    b"II+\x00": "image/tiff",  # BigTIFF: places of eight bytes
    b"MM\x00+": "image/tiff",
    b"BM": "image/bmp",
    b"GIF8": "image/gif",
    b"\x00\x00\x00\x0cjP  \r\n\x87\n": "image/jp2",
    b"\xff\x4f\xff\x51": "image/jp2",  # the bare codestream
}
_BRANDS: Final = {
    b"avif": "image/avif",
    b"avis": "image/avif",
    **dict.fromkeys((b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis"), "image/heic"),
    b"mif1": "image/heif",
    b"msf1": "image/heif",
}
"""ISO/IEC 23008-12 and the AV1 image format: the major brand of the file type box."""
_READERS: Final = {
    "image/png": "PNG",
    "image/tiff": "TIFF",
    "image/bmp": "BMP",
    "image/gif": "GIF",
    "image/jp2": "JPEG2000",
    "image/webp": "WEBP",
    "image/avif": "AVIF",
    "image/heic": "HEIF",
    "image/heif": "HEIF",
}
_FILE_TYPE_BOX: Final = 64


def picture_type(head: bytes) -> str:
    """The media type of a picture by its first bytes, empty for what is none."""
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image/webp"
    if head[4:8] == b"ftyp":
        return _boxed(head)
    return next((kind for magic, kind in _HEADS.items() if head.startswith(magic)), "")


def _boxed(head: bytes) -> str:
    """By the major brand; a general one is told more closely by the brands it goes with."""
    kind = _BRANDS.get(head[8:12], "")
    if kind != "image/heif":
        return kind
    others = head[16 : min(int.from_bytes(head[:4], "big"), _FILE_TYPE_BOX)]
    return "image/avif" if b"avif" in (others[at : at + 4] for at in range(0, len(others), 4)) else kind


def opened_picture(file: IO[bytes]) -> Pillow.Image:
    """A picture opened and not decoded yet. Raises OSError for what is none, and what Pillow raises over damage."""
    from PIL import Image as Reader
    from PIL import JpegImagePlugin, UnidentifiedImageError

    head = file.read(_FILE_TYPE_BOX)
    file.seek(0)
    kind = picture_type(head)
    if kind == "image/jpeg":
        # Without the detour over MPO: a photograph with a gain map or a film behind it is its first picture, at half size if large.
        return JpegImagePlugin.JpegImageFile(file)
    if not kind:
        raise UnidentifiedImageError("no picture")
    if _READERS[kind] in ("HEIF", "AVIF"):
        _one_thread()
    return Reader.open(file, formats=(_READERS[kind],))


@cache
def _one_thread() -> None:
    """The worker may start no thread of its own; HEIF is read by a library that Pillow is told of."""
    import pi_heif
    from PIL import AvifImagePlugin

    pi_heif.options.DECODE_THREADS = 1
    pi_heif.register_heif_opener(thumbnails=False)
    AvifImagePlugin.DEFAULT_MAX_THREADS = 1
