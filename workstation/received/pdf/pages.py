"""Pages of a foreign PDF: opened, read through, and with all that prints made part of them."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Final

import pikepdf

from workstation.received.pdf.intricacy import check_drawn, checked_counts
from workstation.received.pdf.opening import TooManyPages, check_pages, open_pdf
from workstation.received.unpacking import Explosive, check_streams

_FAULTS: Final = (pikepdf.PdfError, RecursionError, ValueError, TypeError, KeyError, AttributeError, IndexError)
"""What pikepdf raises over files that are not what they claim to be."""
_SMALLEST: Final = 1.0  # points; a page without extent cannot be shown


class PdfLocked(Exception):
    """The file needs a password."""


class PdfUnreadable(Exception):
    """The file cannot be read through, page by page."""


class PdfTooLong(PdfUnreadable):
    """The file has more pages than anything reads; the message tells how many."""


def page_ratios(data: bytes) -> tuple[float, ...]:
    """Height over width of every page as it is shown. Every page is read through.

    Raises `PdfLocked`, `PdfUnreadable`, `PdfTooLong` or `TooIntricate`.
    """
    try:
        with open_pdf(data) as pdf:
            check_pages(pdf)
            check_streams(pdf)
            flatten(pdf)
            for page in pdf.pages:
                as_form(page).read_bytes()
            check_drawn(data, pdf)
            ratios = tuple(shown_ratio(page) for page in pdf.pages)
    except pikepdf.PasswordError:
        raise PdfLocked from None
    except TooManyPages as pages:
        raise PdfTooLong(str(pages)) from None
    except (Explosive, *_FAULTS) as error:
        raise PdfUnreadable(str(error)) from None
    if not ratios:
        raise PdfUnreadable("no page")
    return ratios


def settled(source: bytes | Path) -> bytes:
    """A foreign PDF repaired, without lock, its form entries and notes part of the pages, as other programs may open it.

    Raises ValueError when it cannot be, `TooIntricate`.
    """
    file = io.BytesIO()
    try:
        with open_pdf(source) as pdf:
            check_pages(pdf)
            check_streams(pdf)
            checked_counts(pdf)
            flatten(pdf)
            for page in pdf.pages:
                if pikepdf.Name.Annots in page:
                    del page.obj.Annots  # what does not print is no part of the copy
            pdf.save(file, encryption=False, fix_metadata_version=False)
    except (Explosive, OSError, pikepdf.PasswordError, *_FAULTS) as error:
        raise ValueError(str(error)) from None
    return file.getvalue()


def flatten(pdf: pikepdf.Pdf) -> None:
    """Make form entries and notes part of the page; without this a filled form would be bound empty."""
    if pikepdf.Name.AcroForm in pdf.Root:
        pdf.generate_appearance_streams()
    pdf.flatten_annotations("print")


def as_form(page: pikepdf.Page) -> pikepdf.Object:
    """The page as a form object, turned as it is shown, cut to what is visible. Raises ValueError for a page without extent."""
    visible = page.cropbox
    width, height = float(visible[2]) - float(visible[0]), float(visible[3]) - float(visible[1])
    if abs(width) < _SMALLEST or abs(height) < _SMALLEST:
        raise ValueError("a page without extent")
    page.trimbox = visible
    return page.as_form_xobject()


def shown_ratio(page: pikepdf.Page) -> float:
    """Height over width as the page is shown."""
    visible = [float(edge) for edge in page.cropbox]
    ratio = abs((visible[3] - visible[1]) / (visible[2] - visible[0]))
    turned = int(page.obj.get(pikepdf.Name.Rotate, 0)) % 180
    return 1 / ratio if turned else ratio
