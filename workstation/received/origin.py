"""What a submitted file says about its making: the programs that wrote a PDF or a picture, when it was changed, who signed it."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, Final

from workstation.received.ofd.package import NoOfd, is_ofd
from workstation.received.signatures import Signature, signatures

_FAULTS: Final = (
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    KeyError,
    AttributeError,
    RecursionError,
)
_MOMENT: Final = re.compile(r"D?:?(\d{4})(\d{2})?(\d{2})?(\d{2})?(\d{2})?(\d{2})?(?:([+\-Z])(\d{2})?'?(\d{2})?)?")
"""ISO 32000-1, 7.9.4."""
_TOOLS: Final = re.compile(rb"(?:CreatorTool|softwareAgent)(?:=\"|>)([^\"<\x00-\x1f\xff]{1,120})")
_SOFTWARE, _PROCESSING = 0x0131, 0x000B
"""EXIF 2.3, table 4: the program, or the firmware of the camera; and what processed the picture."""
_SCANNED: Final = 2**20
"""Bytes in which a picture's XMP is looked for; it stands before the pixels."""


@dataclass(frozen=True, slots=True)
class Origin:
    """What a file says about its making; ``programs`` as it names them, instants as it tells them, None where it tells none."""

    programs: tuple[str, ...] = ()
    made_at: datetime | None = None
    changed_at: datetime | None = None
    signatures: tuple[Signature, ...] = ()


def origin(data: bytes, roots: Sequence[bytes] = (), at: datetime | None = None) -> Origin:
    """The making of a PDF, an OFD or a picture; empty for what is neither, or tells nothing, or cannot be read.

    ``roots`` and ``at`` as of `signatures`.
    """
    import pikepdf  # here, since only a worker reads
    from PIL import Image as Pillow

    try:
        if b"%PDF-" in data[:1024]:
            return replace(_of_pdf(data), signatures=signatures(data, roots, at))
        if is_ofd(data):
            return _of_ofd(data)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # remarks of the reader on damaged metadata are no lines for a console
            return Origin(tuple(dict.fromkeys(name for name in _picture_programs(data) if name)))
    except (*_FAULTS, pikepdf.PdfError, pikepdf.PasswordError, Pillow.DecompressionBombError):
        return Origin()


def _of_ofd(data: bytes) -> Origin:
    from workstation.received.ofd.told import told

    try:
        found = told(data)
    except NoOfd:
        return Origin()
    return Origin(found.programs, found.made_at, found.changed_at, found.signatures)


def _of_pdf(data: bytes) -> Origin:
    import pikepdf

    from workstation.received.pdf.opening import open_pdf

    with open_pdf(data) as pdf:
        info = pdf.docinfo
        told = {name: str(info[key]) for name in ("Producer", "Creator") if (key := f"/{name}") in info}
        made, changed = (_moment(str(info.get(key, ""))) for key in ("/CreationDate", "/ModDate"))
        metadata = pdf.Root.get("/Metadata")
        tools = _tools(metadata.read_bytes()) if isinstance(metadata, pikepdf.Stream) else ()
        return Origin(tuple(dict.fromkeys([*told.values(), *tools])), made, changed)


def _tools(metadata: bytes) -> tuple[str, ...]:
    return tuple(found.decode("utf-8", "replace").strip() for found in _TOOLS.findall(metadata))


def _picture_programs(data: bytes) -> Iterator[str]:
    from workstation.received.picture_types import opened_picture
    from workstation.received.pictures import is_too_large

    with opened_picture(io.BytesIO(data)) as picture:
        if not is_too_large(picture):  # a PNG is decoded whole for the tags behind its pixels
            exif = picture.getexif()
            for tag in (_SOFTWARE, _PROCESSING):
                yield str(exif.get(tag, "")).strip("\0 ")
        told: dict[Any, Any] = picture.info
        yield str(told.get("Software", "")).strip()
    yield from _tools(data[:_SCANNED])


def _moment(text: str) -> datetime | None:
    """An instant as a PDF writes it; without zone it is taken as UTC."""
    found = _MOMENT.match(text)
    if not found:
        return None
    parts = zip(found.groups()[:6], (0, 1, 1, 0, 0, 0), strict=True)
    year, month, day, hour, minute, second = (int(part) if part else least for part, least in parts)
    away = timedelta(hours=int(found[8] or 0), minutes=int(found[9] or 0))
    zone = timezone(-away if found[7] == "-" else away) if found[7] in ("+", "-") else UTC
    try:
        return datetime(year, month, day, hour, minute, second, tzinfo=zone)
    except ValueError:
        return None
