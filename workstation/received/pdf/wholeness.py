"""Whether a PDF is whole: readers repair what is broken, and a repaired page is a blank one. What was not there is named."""

from __future__ import annotations

import logging
import zlib
from collections.abc import Iterator
from typing import BinaryIO, Final

import pikepdf
import pypdfium2

from workstation.received.listed import listed_pages
from workstation.received.pdf.opening import ONE_AT_A_TIME

_UNPACKING: Final = "stream"
"""Where a warning is about packed bytes: those after the damage are given out all the same."""
_ZLIB_HEAD, _ZLIB_SUM = 2, 4


class BrokenPages(Exception):
    """Pages that cannot be read whole; the message lists their numbers, from 1."""


class CutShort(Exception):
    """The file ends before its pages do: a reader made up the rest."""


def check_whole(file: BinaryIO, pdf: pikepdf.Pdf) -> None:
    """Raise `CutShort` when only repair opened the file and a second reader does not find the same pages in it, `BrokenPages` when
    the drawing of a page is missing or damaged.
    """
    if _is_repaired(file) and _page_count(file) != len(pdf.pages):
        raise CutShort
    broken = sorted({*_unreadable(pdf), *_lost(file, pdf)})
    if broken:
        raise BrokenPages(listed_pages(broken))


def _is_repaired(file: BinaryIO) -> bool:
    file.seek(0)
    try:
        with pikepdf.open(file, attempt_recovery=False):
            return False
    except pikepdf.PdfError:
        return True


def _page_count(file: BinaryIO) -> int | None:
    file.seek(0)
    with ONE_AT_A_TIME:
        try:
            pdf = pypdfium2.PdfDocument(file.read())
        except pypdfium2.PdfiumError:
            return None
        try:
            return len(pdf)
        finally:
            pdf.close()


def _unreadable(pdf: pikepdf.Pdf) -> Iterator[int]:
    """Numbers of the pages of which a drawing does not unpack whole."""
    for number, page in enumerate(pdf.pages, 1):
        try:
            if not all(_is_whole(pdf, part) for part in _drawings(page)):
                yield number
        except (pikepdf.PdfError, pikepdf.DataDecodingError):
            yield number


def _is_whole(pdf: pikepdf.Pdf, part: pikepdf.Stream) -> bool:
    """Whether a stream unpacks to its end; what comes before damage is given out all the same, with a warning."""
    pdf.get_warnings()  # and forget those on other parts
    part.read_bytes()
    return not any(_UNPACKING in str(warning) for warning in pdf.get_warnings()) or _lacks_only_its_sum(part)


def _lacks_only_its_sum(part: pikepdf.Stream) -> bool:
    """Some programs leave out the check sum behind the packed bytes (RFC 1950); nothing is lost by that."""
    found = part.get(pikepdf.Name.Filter)
    if isinstance(found, pikepdf.Array) and len(found) == 1:
        found = found[0]
    if found not in (pikepdf.Name.FlateDecode, pikepdf.Name.Fl):
        return False
    machine = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        machine.decompress(part.read_raw_bytes()[_ZLIB_HEAD:])
    except zlib.error:
        return False
    return machine.eof and len(machine.unused_data) < _ZLIB_SUM


def _drawings(page: pikepdf.Page) -> Iterator[pikepdf.Stream]:
    """The content streams of a page, and the drawings that it places; pictures are left to whoever shows them."""
    contents = page.obj.get(pikepdf.Name.Contents)
    for part in contents if isinstance(contents, pikepdf.Array) else (contents,):
        if isinstance(part, pikepdf.Stream):
            yield part
        elif part is not None:
            raise pikepdf.PdfError("no drawing")
    placed = page.resources.get(pikepdf.Name.XObject) if pikepdf.Name.Resources in page.obj else None
    for part in placed.values() if isinstance(placed, pikepdf.Dictionary) else ():
        if isinstance(part, pikepdf.Stream) and part.get(pikepdf.Name.Subtype) == pikepdf.Name.Form:
            yield part


def _lost(file: BinaryIO, pdf: pikepdf.Pdf) -> Iterator[int]:
    """Numbers of the pages whose drawing is named and not in the file. A page without any drawing is blank by right.

    pikepdf does not show an entry that refers to nothing, pypdf does.
    """
    bare = [number for number, page in enumerate(pdf.pages, 1) if pikepdf.Name.Contents not in page.obj]
    if not bare:
        return
    from pypdf import PdfReader

    file.seek(0)
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # remarks on damage are no lines for a console
    try:
        pages = PdfReader(file).pages
        blanks = [number <= len(pages) and "/Contents" not in pages[number - 1] for number in bare]
    except Exception:  # noqa: BLE001 - of a file so damaged pypdf makes nothing, in many ways: no page of it is blank by right
        blanks = [False] * len(bare)
    yield from (number for number, blank in zip(bare, blanks, strict=True) if not blank)
