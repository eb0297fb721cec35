"""Confirmed sources looked up again in the files that are bound: what a page with text no longer says is no source of a paper."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from workstation.documents.packet.figures import ExhibitFigures, PacketFigures
from workstation.documents.packet.provenance import STATED
from workstation.documents.packet.source_figures import ProvenanceFigures, SourcePlace
from workstation.errors import Finding
from workstation.evidence.page_values import FoundValue, found_values, overlapping, says_otherwise, words_on_page
from workstation.received.pictures import frames
from workstation.received.pieces import is_long, spans

_WHOLE: Final = 10_000


def checked_sources(figures: PacketFigures, given: Mapping[str, bytes]) -> tuple[PacketFigures, tuple[Finding, ...]]:
    """The figures with those sources alone that hold, and a ``source_not_on_page`` for each other.

    ``given``: item id → the bytes that are bound.
    """
    asked: dict[int, list[SourcePlace]] = defaultdict(list)
    for row in figures.provenance:
        for place in row.places:
            asked[place.no].append(place)
    held: dict[SourcePlace, SourcePlace] = {}  # place as it was confirmed → with the page on which it is bound
    for exhibit in figures.exhibits:
        if exhibit.no in asked and exhibit.item_id in given:
            held |= dict(_holding(exhibit, asked[exhibit.no], given[exhibit.item_id]))
    lost = [
        _finding(row, place, figures.exhibits)
        for row in figures.provenance
        for place in row.places
        if place not in held
    ]
    rows = tuple(_with(row, tuple(held[one] for one in row.places if one in held)) for row in figures.provenance)
    return replace(figures, provenance=rows), tuple(lost)


def _with(row: ProvenanceFigures, places: tuple[SourcePlace, ...]) -> ProvenanceFigures:
    return row if places == row.places else replace(row, places=places, words=row.words or ("" if places else STATED))


def _finding(row: ProvenanceFigures, place: SourcePlace, exhibits: Sequence[ExhibitFigures]) -> Finding:
    exhibit = next(one for one in exhibits if one.no == place.no)
    figures = {"figure": row.figure, "file": exhibit.file_name, "page": str(place.place.page + 1), "no": str(place.no)}
    return Finding("source_not_on_page", f"evidence.{exhibit.requirement}", figures)


def _holding(
    exhibit: ExhibitFigures, places: Sequence[SourcePlace], data: bytes
) -> Iterator[tuple[SourcePlace, SourcePlace]]:
    wanted = {str(number): place.value for number, place in enumerate(places)}
    found = found_values(data, exhibit.file_name, wanted)
    for number, place in enumerate(places):
        if _holds(place, [one for one in found if one.key == str(number)], data, exhibit.file_name):
            yield place, _on_part(place, exhibit, data)


def _holds(place: SourcePlace, found: Sequence[FoundValue], data: bytes, name: str) -> bool:
    """A value with a text layer stands on its page; on a picture the person's region stands."""
    if place.value.kind == "meaning" or any(one.place.page == place.place.page for one in found):
        return True
    if place.how == "text":
        return False
    return not says_otherwise(overlapping(words_on_page(data, name, place.place.page), place.place), place.value)


def _on_part(place: SourcePlace, exhibit: ExhibitFigures, data: bytes) -> SourcePlace:
    """With the part of the exhibit on which it is bound: a long screenshot is cut into several."""
    if not exhibit.media_type.startswith("image/"):
        return place
    part = 1
    for number, frame in enumerate(frames(data)):
        cuts = list(spans(frame)) if is_long(frame) else [(0, frame.height)]
        if number == place.place.page:
            middle = (place.place.top + place.place.height // 2) * frame.height // _WHOLE
            return replace(place, part=part + sum(bottom <= middle for _, bottom in cuts[:-1]))
        part += len(cuts)
    return place
