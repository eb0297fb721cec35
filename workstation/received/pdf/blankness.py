"""Pages that show nothing, found by drawing them: small, since only whether there is anything matters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import pypdfium2

from workstation.received.pdf.opening import ONE_AT_A_TIME

_SCALE: Final = 0.5
"""Pixels to the point: a full stop of ten points still darkens a pixel."""
_CALM: Final = 8
"""Steps of 256 by which an empty page may differ from one place to another."""
_EDGE: Final = 0.02  # of an area: a hairline at its border belongs to the frame around it


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle on page ``page`` (from 0), in points from the lower left corner."""

    page: int
    left: float
    bottom: float
    width: float
    height: float


def blank_areas(data: bytes, areas: Sequence[Area]) -> tuple[int, ...]:
    """Places (in ``areas``) of those that show nothing. Raises pypdfium2.PdfiumError for a file that cannot be drawn."""
    with ONE_AT_A_TIME:
        pdf = pypdfium2.PdfDocument(data)
        try:
            return tuple(place for place, area in enumerate(areas) if _is_blank(pdf[area.page], area))
        finally:
            pdf.close()


def blank_pages(data: bytes) -> frozenset[int]:
    """Pages (from 0) of a foreign file that show nothing; all of one that cannot be drawn."""
    with ONE_AT_A_TIME:
        pdf = pypdfium2.PdfDocument(data)
        try:
            pdf.init_forms()
            return frozenset(_blank(pdf))
        finally:
            pdf.close()


def _blank(pdf: pypdfium2.PdfDocument) -> Iterator[int]:
    for index in range(len(pdf)):
        width, height = pdf.get_page_size(index)
        if _is_blank(pdf[index], Area(index, 0, 0, width, height)):
            yield index


def _is_blank(page: pypdfium2.PdfPage, area: Area) -> bool:
    width, height = page.get_size()
    across, down = area.width * _EDGE, area.height * _EDGE
    crop = (
        area.left + across,
        area.bottom + down,
        width - area.left - area.width + across,
        height - area.bottom - area.height + down,
    )
    picture = page.render(scale=_SCALE, crop=crop, grayscale=True).to_pil()
    least, most = picture.getextrema()
    return bool(most - least <= _CALM)
