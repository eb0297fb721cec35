"""What a file submitted as proof really is, by its content; broken, locked and oversized files get their own answer."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from workstation.errors import Finding, Refused
from workstation.received.pictures import MAX_PIXELS
from workstation.received.tables import read_table
from workstation.received.unpacking import Explosive, check_streams

MAX_BYTES: Final = 512 * 1024 * 1024
"""Larger than any scan or statement; keeps a mistaken video or disk image off the desk."""
_IMAGES: Final = {
    b"\x89PNG\r\n\x1a\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"II*\x00": "image/tiff",
    b"MM\x00*": "image/tiff",
    b"BM": "image/bmp",
    b"GIF8": "image/gif",
}
_HEAD: Final = 1024
_TABLE_TYPES: Final = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xlsb": "application/vnd.ms-excel.sheet.binary.macroEnabled.12",
    "xls": "application/vnd.ms-excel",
}


def inspect(path: Path) -> str:
    """The media type of a readable file.

    Raises `Refused`: file_missing, file_empty, file_too_large, file_locked (needs a password), file_damaged, file_kind_unknown,
    image_too_large, pdf_bomb, and what `read_table` refuses.
    """
    name = path.name
    try:
        size = path.stat().st_size if path.is_file() else None
        with path.open("rb") as stream:
            head = stream.read(_HEAD)
    except OSError as error:
        raise _refused("file_missing", name, reason=error.strerror or "") from None
    if size is None:
        raise _refused("file_missing", name)
    if not size:
        raise _refused("file_empty", name)
    if size > MAX_BYTES:
        raise _refused("file_too_large", name, limit=f"{MAX_BYTES // 2**20} MB")
    if b"%PDF-" in head:
        _open_pdf(path)
        return "application/pdf"
    for magic, media_type in _IMAGES.items():
        if head.startswith(magic):
            _open_image(path)
            return media_type
    return _TABLE_TYPES[_table_kind(path)]


def _open_pdf(path: Path) -> None:
    import pikepdf

    try:
        with pikepdf.open(path) as pdf:
            if not len(pdf.pages):
                raise _refused("file_damaged", path.name)
            check_streams(pdf)
    except Explosive as limit:
        raise _refused("pdf_bomb", path.name, limit=str(limit)) from None
    except pikepdf.PasswordError:
        raise _refused("file_locked", path.name) from None
    except (pikepdf.PdfError, RecursionError, ValueError, TypeError) as error:
        raise _refused("file_damaged", path.name, reason=str(error)) from None


def _open_image(path: Path) -> None:
    from PIL import Image

    try:
        with Image.open(path) as image:
            if image.width * image.height > MAX_PIXELS:
                raise _refused("image_too_large", path.name, pixels=f"{image.width} x {image.height}")
            image.load()
    except Image.DecompressionBombError:  # Pillow looks at the size before we can
        raise _refused("image_too_large", path.name, pixels=f"> {MAX_PIXELS}") from None
    except (OSError, SyntaxError, ValueError) as error:
        raise _refused("file_damaged", path.name, reason=str(error)) from None


def _table_kind(path: Path) -> str:
    try:
        return read_table(path.read_bytes(), path.name).kind
    except Refused as refusal:
        if any(finding.code == "table_unreadable" for finding in refusal.findings):
            raise _refused("file_kind_unknown", path.name) from None
        raise


def _refused(code: str, name: str, **figures: str) -> Refused:
    return Refused(Finding(code, name, {"file": name, **figures}))
