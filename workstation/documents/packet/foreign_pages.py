"""Foreign PDFs: checked before they are bound, then laid page by page under our header, footer and marks.

Only what a page shows is taken over: no scripts, attachments, links or forms; the entries of a form are drawn as they stand.
"""

from __future__ import annotations

import hashlib
import io
import re
import zlib
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from typing import Final

import pikepdf

from workstation.documents.packet.figures import ExhibitFigures
from workstation.documents.typesetting import seal
from workstation.documents.typesetting.file.objects import ObjectFile
from workstation.documents.typesetting.strips import END_OF_MARK, Laid
from workstation.errors import Finding, Refused
from workstation.received.pdf.intricacy import TooIntricate
from workstation.received.pdf.page_limit import MAX_PAGES
from workstation.received.pdf.pages import (
    PdfLocked,
    PdfTooLong,
    PdfUnreadable,
    as_form,
    flatten,
    page_ratios,
    shown_ratio,
)

_NAME: Final = pikepdf.Name("/Guest")
_REFERENCE: Final = re.compile(r"\b([1-9][0-9]*) 0 R\b")
_PROGRAMS: Final = frozenset(("/FontFile", "/FontFile2", "/FontFile3"))
_WIDE: Final = 1.15  # a page wider than this for its height is bound on a sheet turned to its long side


def page_shapes(data: bytes, figures: ExhibitFigures) -> tuple[bool, ...]:
    """A page of a foreign PDF: whether it lies on its long side as it is shown. Every page is read through.

    Raises `Refused`: exhibit_unreadable, exhibit_locked, exhibit_too_many_pages, file_pages_intricate.
    """
    try:
        return tuple(ratio * _WIDE < 1 for ratio in page_ratios(data))
    except PdfLocked:
        raise _refused("exhibit_locked", figures) from None
    except PdfTooLong:
        raise _refused("exhibit_too_many_pages", figures, limit=f"{MAX_PAGES:,}") from None
    except TooIntricate as found:
        raise found.refusal(figures.file_name, f"evidence.{figures.requirement}") from None
    except PdfUnreadable:
        raise _refused("exhibit_unreadable", figures) from None


def _refused(code: str, figures: ExhibitFigures, **more: str) -> Refused:
    return Refused(Finding(code, f"evidence.{figures.requirement}", {"file": figures.file_name, **more}))


def bind(base: bytes, laid: Sequence[Laid], sources: Mapping[str, bytes]) -> bytes:
    """``base`` with the foreign pages laid under the ink of its pages. The same input gives the same bytes."""
    with ExitStack() as open_files, pikepdf.open(io.BytesIO(base)) as book:
        guests: dict[str, pikepdf.Pdf] = {}
        for one in laid:
            if one.source not in guests:
                guests[one.source] = open_files.enter_context(pikepdf.open(io.BytesIO(sources[one.source])))
                _readied(guests[one.source])
            _lay(book, guests[one.source].pages[one.index], one)
        _share_fonts(book)
        return _written(book)


def _written(book: pikepdf.Pdf) -> bytes:
    """The file with its small objects packed; streams stay as they are, so that the seal's places are found again.

    qpdf writes either packed objects that are not compressed, or decodes the seal on its way.
    """
    file = ObjectFile()
    file.take(len(book.objects))
    root, info = book.Root.objgen[0], book.trailer.Info.objgen[0]
    left, known = [root, info], {root, info}
    while left:
        number = left.pop()
        one = book.get_object(number, 0)
        if isinstance(one, pikepdf.Stream):
            entries = pikepdf.Dictionary({name: value for name, value in one.stream_dict.items() if name != "/Length"})
            told = _unparsed(entries)
            file.stream(told[2:-2], one.read_raw_bytes(), number)
        else:
            told = _unparsed(one)
            file.put(number, told)
        found = {int(digits) for digits in _REFERENCE.findall(told)} - known
        left += sorted(found)
        known |= found
    return file.written(root, info)


def _unparsed(one: pikepdf.Object) -> str:
    return one.unparse(resolved=True).decode("latin-1")


def _share_fonts(book: pikepdf.Pdf) -> None:
    """Programs of fonts that are the same, as those of statements from one printer, are kept once."""
    programs: dict[bytes, pikepdf.Object] = {}
    for one in book.objects:
        if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/FontDescriptor":
            for key in _PROGRAMS & set(one.keys()):
                stream = one[key]
                told = sorted((str(name), repr(value)) for name, value in stream.stream_dict.items())
                digest = hashlib.sha256(repr(told).encode() + stream.read_raw_bytes()).digest()
                one[key] = programs.setdefault(digest, stream)


def _readied(pdf: pikepdf.Pdf) -> None:
    """Form entries and notes become part of the page; without this a filled form would be bound empty."""
    flatten(pdf)
    for part in pdf.objects:
        if isinstance(part, pikepdf.Stream) and seal.bears_marks(part.read_raw_bytes()):
            # A packet of ours bound as an exhibit: its seal must not be taken for the one of the packet it goes into.
            part.write(zlib.compress(part.read_bytes()), filter=pikepdf.Name.FlateDecode)


def _lay(book: pikepdf.Pdf, embedded: pikepdf.Page, one: Laid) -> None:
    host = book.pages[one.page]
    form = book.copy_foreign(as_form(embedded))
    form.write(zlib.compress(form.read_bytes()), filter=pikepdf.Name.FlateDecode)
    host.add_resource(form, pikepdf.Name.XObject, _NAME)
    # A page wider than the room is put at its top, not into its middle.
    height = min(one.height, one.width * shown_ratio(embedded))
    room = pikepdf.Rectangle(one.x, one.y + one.height - height, one.x + one.width, one.y + one.height)
    drawing = host.calc_form_xobject_placement(form, _NAME, room, allow_shrink=True, allow_expand=True)
    marked = b"\n".join((one.mark.encode("ascii"), drawing, END_OF_MARK.encode("ascii"), b""))
    host.contents_add(marked, prepend=True)
