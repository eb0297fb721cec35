"""What a file submitted as proof really is, by its content; broken, locked and oversized files get their own answer."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, Final

from workstation.errors import Finding, Refused
from workstation.received.apart.allowance import DECODING, DRAWING, READING
from workstation.received.apart.readers import IN_PROCESS, Readers, Reading
from workstation.received.kinds import refuse_foreign
from workstation.received.ofd.package import MAX_UNPACKED, ZIP_HEAD, is_ofd
from workstation.received.ofd.package import MEDIA_TYPE as OFD
from workstation.received.pdf.page_limit import MAX_PAGES
from workstation.received.picture_types import picture_type
from workstation.received.regular_file import MAX_LIST, MAX_PAPER, at_most, opened
from workstation.received.tables import Table, is_list, is_uneven_list, read_table
from workstation.received.written.recognised import HEAD, written_kind

_HEAD: Final = 1024
_HELD_OFTEN: Final = frozenset(("image/webp", "image/avif", "image/heic", "image/heif", "image/jp2"))
"""Pictures whose decoders hold them several times over."""
_DELIMITED: Final = frozenset((".csv", ".tsv"))
_NOT_TEXT: Final = frozenset(
    (
        ".pdf",
        ".ofd",
        ".jpg",
        ".jpeg",
        ".png",
        ".tif",
        ".tiff",
        ".bmp",
        ".gif",
        ".webp",
        ".heic",
        ".heif",
        ".avif",
        ".jp2",
    )
)
"""Names of files that are never text, whatever their bytes could be read as."""
_OFFICE: Final = b"urn:schemas-microsoft-com:office:excel"
_LIST_NAMES: Final = frozenset((".xls", ".xlsx", ".et", ".csv"))
_TABLE_TYPES: Final = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xlsb": "application/vnd.ms-excel.sheet.binary.macroEnabled.12",
    "xls": "application/vnd.ms-excel",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "xml": "text/xml",
    "html": "text/html",
}


def inspect(path: Path, readers: Readers = IN_PROCESS, waiting: Callable[[], None] | None = None) -> str:
    """The media type of a readable file. ``waiting`` as of `Reading`.

    Raises `Refused`: file_missing, file_not_regular, file_empty, file_too_large, file_locked (needs a password), file_damaged,
    file_pages_broken, file_pages_intricate, file_not_as_named, file_kind_unknown, file_too_many_pages, image_too_large,
    image_samples_unsure, pdf_bomb,
    container_password_needed, container_member_needed (a ZIP, a mail, a page), what `drawn` refuses of an OFD, what `read_table`
    and `refuse_foreign` refuse, and as `Readers.read`.
    """
    with opened(path, MAX_PAPER) as file:
        if not os.fstat(file.fileno()).st_size:
            raise _refused("file_empty", path.name)
        return readers.read(about_file(path.name, file.read(_HEAD), waiting), media_type, file, path.name)


def about_file(name: str, data: bytes, waiting: Callable[[], None] | None = None) -> Reading:
    """The question what a file is that begins with ``data``; one that says it is an OFD is drawn for the answer."""
    if picture_type(data[:_HEAD]) in _HELD_OFTEN:
        return Reading(name, allowance=DECODING, waiting=waiting)
    return Reading(name, allowance=DRAWING if Path(name).suffix.lower() == ".ofd" else READING, waiting=waiting)


def media_type(file: BinaryIO, name: str, chosen: bool = False) -> str:
    """The media type of an open file, from its beginning. ``chosen``: it came out of a container, and a page of HTML is meant as a
    table. Raises `Refused` as `inspect`.
    """
    file.seek(0)
    head, start = file.read(_HEAD), file.read(HEAD)
    refuse_foreign(file, name)
    if b"%PDF-" in head:
        _open_pdf(file, name)
        return "application/pdf"
    if kind := picture_type(head):
        _open_image(file, name)
        return kind
    if is_ofd(file):
        from workstation.received.ofd.drawing import drawn  # here, since only a worker reads

        drawn(at_most(file, MAX_UNPACKED), name)
        return OFD
    if head.startswith(ZIP_HEAD) and Path(name).suffix.lower() == ".ofd":
        raise _refused("file_damaged", name)
    if not (written_kind(head + start) in ("html", "web_archive") and (chosen or _is_spreadsheet(head, name))):
        _refuse_container(file, name)
    return _TABLE_TYPES[_table_kind(file, name)]


def bytes_media_type(data: bytes, name: str) -> str:
    """As `media_type`, of bytes that came out of another file."""
    if not data:
        raise _refused("file_empty", name)
    return media_type(io.BytesIO(data), name, chosen=True)


def _is_spreadsheet(head: bytes, name: str) -> bool:
    """Whether a page of HTML is the list that a bank or an office program exported, and no page to be looked at."""
    return _OFFICE in head.lower() or Path(name).suffix.lower() in _LIST_NAMES


def _refuse_container(file: BinaryIO, name: str) -> None:
    """A box of files is no proof by itself; which of them is meant is asked."""
    from workstation.received.containers import contents, listed

    try:
        held = contents(file, name)
    except Refused as refused:
        file.seek(0)
        if refused.findings[0].code != "container_damaged" or written_kind(file.read(HEAD)):
            raise
        return  # the reader of workbooks says what is broken
    finally:
        file.seek(0)
    if held.members:
        code = "container_password_needed" if held.locked and held.kind == "zip" else "container_member_needed"
        raise _refused(code, name, members=listed(held.members))


def require_whole_pdf(data: bytes, name: str) -> bool:
    """True for a PDF that can be read through. Raises `Refused` as `inspect`."""
    _open_pdf(io.BytesIO(data), name)
    return True


def _open_pdf(file: BinaryIO, name: str) -> None:
    import pikepdf

    from workstation.received.pdf.intricacy import TooIntricate, check_drawn
    from workstation.received.pdf.opening import TooManyPages, check_pages, open_pdf
    from workstation.received.pdf.wholeness import BrokenPages, CutShort, check_whole
    from workstation.received.unpacking import Explosive, check_streams

    try:
        with open_pdf(file) as pdf:
            check_pages(pdf)
            if not len(pdf.pages):
                raise _refused("file_damaged", name)
            check_streams(pdf)
            check_whole(file, pdf)
            check_drawn(file, pdf)
    except TooManyPages as pages:
        raise _refused("file_too_many_pages", name, pages=str(pages), limit=f"{MAX_PAGES:,}") from None
    except TooIntricate as found:
        raise found.refusal(name) from None
    except BrokenPages as broken:
        raise _refused("file_pages_broken", name, pages=str(broken)) from None
    except CutShort:
        raise _refused("file_damaged", name) from None
    except Explosive as limit:
        raise _refused("pdf_bomb", name, limit=str(limit)) from None
    except pikepdf.PasswordError:
        raise _refused("file_locked", name) from None
    except (pikepdf.PdfError, RecursionError, ValueError, TypeError) as error:
        raise _refused("file_damaged", name, reason=str(error)) from None


def _open_image(file: BinaryIO, name: str) -> None:
    from PIL import Image

    from workstation.received.picture_types import opened_picture
    from workstation.received.pictures import MAX_PIXELS, is_too_large
    from workstation.received.samples import UnsureSamples, eight_bit

    try:
        with opened_picture(file) as image:
            if is_too_large(image):
                raise _refused("image_too_large", name, pixels=f"{image.width} x {image.height}")
            image.draft(image.mode, (1, 1))  # a JPEG is decoded whole, but kept at an eighth of its size
            eight_bit(image).load()
    except UnsureSamples:
        raise _refused("image_samples_unsure", name) from None
    except Image.DecompressionBombError:  # Pillow looks at the size before we can
        raise _refused("image_too_large", name, pixels=f"> {MAX_PIXELS}") from None
    except (OSError, SyntaxError, ValueError) as error:
        raise _refused("file_damaged", name, reason=str(error)) from None


def _table_kind(file: BinaryIO, name: str) -> str:
    try:
        table = read_table(at_most(file, MAX_LIST + 1), name)
    except Refused as refusal:
        if any(finding.code == "table_unreadable" for finding in refusal.findings):
            raise _refused("file_kind_unknown", name) from None
        raise
    if table.kind == "csv":
        _check_text(table, name)
    return table.kind


def _check_text(table: Table, name: str) -> None:
    """Any text reads as a table of one column: a word named .pdf is no contract, and a letter no list."""
    suffix = Path(name).suffix.lower()
    if suffix in _NOT_TEXT:
        raise _refused("file_not_as_named", name, kind=suffix[1:].upper())
    if not (is_list(table.rows) or (suffix in _DELIMITED and is_uneven_list(table.rows))):
        raise _refused("file_kind_unknown", name)


def _refused(code: str, name: str, **figures: str) -> Refused:
    return Refused(Finding(code, name, {"file": name, **figures}))
