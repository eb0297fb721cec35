"""Exhibits as what can be bound: an OFD is drawn as a PDF first, all else is bound as it came."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from workstation.documents.packet.exhibits.pages import Exhibit
from workstation.documents.packet.figures import ExhibitFigures
from workstation.errors import Finding, Refused, refuse_if
from workstation.received.ofd.drawing import drawn
from workstation.received.ofd.findings import note_findings
from workstation.received.ofd.package import is_ofd


def drawn_exhibits(
    figures: Sequence[ExhibitFigures], exhibits: Sequence[Exhibit]
) -> tuple[Mapping[str, bytes], tuple[Finding, ...]]:
    """The bytes to bind by item, and what of them is not drawn as it was meant. Raises `Refused` as `drawn`, for every exhibit."""
    given = {one.item_id: one.data for one in exhibits}
    refused: list[Finding] = []
    notes: list[Finding] = []
    for one in figures:
        if is_ofd(given.get(one.item_id, b"")) and not one.held_back:
            subject = f"evidence.{one.requirement}"
            try:
                made = drawn(given[one.item_id], one.file_name, subject)
            except Refused as refusal:
                refused += refusal.findings
                continue
            given[one.item_id] = made.pdf
            notes += note_findings(made.notes, one.file_name, subject)
    refuse_if(refused)
    return given, tuple(notes)
