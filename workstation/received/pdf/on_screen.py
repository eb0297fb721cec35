"""Pages of a PDF for the screen: how large they are, and one after the other as pixels. Nothing is changed or repaired first."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from workstation.errors import Finding, Refused
from workstation.received.pdf.page_limit import MAX_PAGES
from workstation.received.pixels import LONGEST, Pixels, pixels_of

if TYPE_CHECKING:
    import pypdfium2


def page_sizes(data: bytes, name: str = "") -> tuple[tuple[float, float], ...]:
    """Width and height of every page as it is shown, in points.

    Raises `Refused`: pdf_not_shown, file_too_many_pages, pdf_bomb, file_pages_intricate.
    """
    _check(data, name)
    with _opened(data, name) as pdf:
        if len(pdf) > MAX_PAGES:
            raise _too_many(name, f"{len(pdf):,}")
        return tuple(_size(pdf, index) for index in range(len(pdf)))


def _check(data: bytes, name: str) -> None:
    """What PDFium would take all memory for, asked once before the first page; a file that only PDFium opens is left to it."""
    import pikepdf  # here, since only a worker reads

    from workstation.received.pdf.intricacy import TooIntricate, checked_counts
    from workstation.received.pdf.opening import TooManyPages, open_pdf
    from workstation.received.unpacking import Explosive, check_drawings

    try:
        with open_pdf(data) as pdf:
            check_drawings(pdf)
            checked_counts(pdf)
    except Explosive as limit:
        raise Refused(Finding("pdf_bomb", name, {"file": name, "limit": str(limit)})) from None
    except TooIntricate as found:
        raise found.refusal(name) from None
    except TooManyPages as pages:
        raise _too_many(name, str(pages)) from None
    except (pikepdf.PdfError, RuntimeError, ValueError, TypeError, KeyError, AttributeError, IndexError):
        return


def _too_many(name: str, pages: str) -> Refused:
    return Refused(Finding("file_too_many_pages", name, {"file": name, "pages": pages, "limit": f"{MAX_PAGES:,}"}))


def page_pixels(data: bytes, index: int, width: int, name: str = "") -> Pixels:
    """Page ``index`` (from 0), ``width`` pixels wide, with notes and form entries.

    Raises `Refused`: pdf_not_shown, file_pages_intricate.
    """
    from workstation.received.pdf.intricacy import check_pages_drawn

    with _opened(data, name) as pdf:
        check_pages_drawn(pdf, [index])
        across, down = _size(pdf, index)
        scale = min(max(width, 1) / across, LONGEST / max(across, down))
        return pixels_of(pdf[index].render(scale=scale).to_pil())


def _size(pdf: pypdfium2.PdfDocument, index: int) -> tuple[float, float]:
    width, height = pdf.get_page_size(index)
    return max(width, 1.0), max(height, 1.0)


@contextmanager
def _opened(data: bytes, name: str) -> Iterator[pypdfium2.PdfDocument]:
    import pypdfium2  # here, since only a worker reads

    from workstation.received.pdf.intricacy import TooIntricate
    from workstation.received.pdf.opening import ONE_AT_A_TIME

    with ONE_AT_A_TIME:
        try:
            pdf = pypdfium2.PdfDocument(data)
            try:
                pdf.init_forms()
                yield pdf
            finally:
                pdf.close()
        except TooIntricate as found:
            raise found.refusal(name) from None
        except pypdfium2.PdfiumError:
            raise Refused(Finding("pdf_not_shown", name, {"file": name})) from None
