"""A packet built by a reader apart, since it opens what people handed in; an exhibit that stops the reader is named."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Final, TypeVar

from workstation.documents.packet.build import Packet, anchor_pages, build_packet
from workstation.documents.packet.checked_sources import checked_sources
from workstation.documents.packet.exhibits.drawn import drawn_exhibits
from workstation.documents.packet.exhibits.pages import Exhibit, exhibit_pages
from workstation.documents.packet.figures import ExhibitFigures, PacketFigures
from workstation.documents.packet.source_figures import ProvenanceFigures
from workstation.documents.typesetting.phrases import Phrases
from workstation.errors import Finding, Refused, refuse_if
from workstation.received.apart.allowance import BUILDING
from workstation.received.apart.readers import Readers, Reading

T = TypeVar("T")

_STOPPED: Final = ("reader_stopped", "file_too_heavy")


def build_apart(readers: Readers, figures: PacketFigures, exhibits: Sequence[Exhibit], draft: bool = False) -> Packet:
    """As `build_packet`. Without exhibits nothing foreign is opened, and it is built here.

    Raises `Refused` as `build_packet` and, for each exhibit that stops its reader, as `Readers.read`.
    """
    if not exhibits:
        return build_packet(figures, exhibits, draft)
    return _bound(
        readers,
        figures,
        exhibits,
        lambda: readers.read(_about(figures.number), build_packet, figures, tuple(exhibits), draft),
    )


def anchors_apart(readers: Readers, figures: PacketFigures, exhibits: Sequence[Exhibit]) -> Mapping[str, int]:
    """As `anchor_pages`. Raises `Refused` as `build_apart`."""
    if not exhibits:
        return anchor_pages(figures, exhibits)
    return _bound(
        readers, figures, exhibits, lambda: readers.read(_about(figures.number), anchor_pages, figures, tuple(exhibits))
    )


def sources_apart(readers: Readers, figures: PacketFigures, exhibits: Sequence[Exhibit]) -> PacketFigures:
    """The figures with those confirmed sources alone that their pages still show. Raises `Refused` as `build_apart`."""
    if not any(row.places for row in figures.provenance):
        return figures
    rows = _bound(
        readers, figures, exhibits, lambda: readers.read(_about(figures.number), held_sources, figures, tuple(exhibits))
    )
    return replace(figures, provenance=rows)


def held_sources(figures: PacketFigures, exhibits: Sequence[Exhibit]) -> tuple[ProvenanceFigures, ...]:
    """The table of sources as `checked_sources` leaves it. Raises `Refused` as `drawn_exhibits`."""
    return checked_sources(figures, drawn_exhibits(figures.exhibits, exhibits)[0])[0].provenance


def exhibit_length(figures: ExhibitFigures, data: bytes, language: str) -> int:
    """How many pages an exhibit begins, in order to see whether it can be opened. Raises `Refused` as `exhibit_pages`."""
    given, _ = drawn_exhibits([figures], [Exhibit(figures.item_id, data)])
    return len(exhibit_pages(figures, given[figures.item_id], Phrases(language, {})))


def _about(name: str, subject: str = "packet") -> Reading:
    return Reading(name, subject, BUILDING)


def _bound(readers: Readers, figures: PacketFigures, exhibits: Sequence[Exhibit], build: Callable[[], T]) -> T:
    try:
        return build()
    except Refused as refusal:
        if refusal.findings[0].code not in _STOPPED:
            raise
        refuse_if(_culprits(readers, figures, {one.item_id: one.data for one in exhibits}))
        raise


def _culprits(readers: Readers, figures: PacketFigures, given: Mapping[str, bytes]) -> list[Finding]:
    """What is found when the exhibits are opened one by one."""
    found: list[Finding] = []
    for one in figures.exhibits:
        if one.item_id in given:
            about = _about(one.file_name, f"evidence.{one.requirement}")
            try:
                readers.read(about, exhibit_length, one, given[one.item_id], figures.language)
            except Refused as refusal:
                found += refusal.findings
    return found
