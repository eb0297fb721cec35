"""Pages of exhibits that came out empty: compared with the files they came from, before a final packet leaves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from workstation.documents.packet.figures import ExhibitFigures
from workstation.documents.typesetting.strips import Laid
from workstation.errors import Finding, refuse_if
from workstation.received.pdf.blankness import Area, blank_areas, blank_pages
from workstation.received.pdf.pages import settled


def blank_findings(
    bound: bytes, laid: Sequence[Laid], exhibits: Sequence[ExhibitFigures], given: Mapping[str, bytes]
) -> tuple[Finding, ...]:
    """One `exhibit_page_blank` for each page that is empty as its file is, to be looked at by a person.

    Raises `Refused` (exhibit_page_lost) for pages that show something in their file and nothing here.
    """
    empty = dict(_empty_pages(bound, laid, exhibits, given))
    advice, lost = [], []
    for one in exhibits:
        by_right = blank_pages(given[one.item_id]) if empty.get(one.item_id) else frozenset()
        for page in sorted(empty.get(one.item_id, ())):
            figures = {"file": one.file_name, "page": str(page + 1), "no": str(one.no)}
            if page in by_right:
                advice.append(Finding("exhibit_page_blank", f"evidence.{one.requirement}", figures))
            else:
                lost.append(Finding("exhibit_page_lost", f"evidence.{one.requirement}", figures))
    refuse_if(lost)
    return tuple(advice)


def _empty_pages(
    bound: bytes, laid: Sequence[Laid], exhibits: Sequence[ExhibitFigures], given: Mapping[str, bytes]
) -> Iterator[tuple[str, frozenset[int]]]:
    """By exhibit the pages (from 0) that are empty as they go out: drawn into the packet, or made pixels for a copy."""
    areas = [Area(one.page, one.x, one.y, one.width, one.height) for one in laid]
    empty = [laid[place] for place in blank_areas(bound, areas)] if areas else []
    for one in exhibits:
        if one.purpose_mark and not one.held_back and b"%PDF-" in given.get(one.item_id, b"")[:1024]:
            yield one.item_id, blank_pages(settled(given[one.item_id]))
        else:
            yield one.item_id, frozenset(page.index for page in empty if page.source == one.item_id)
