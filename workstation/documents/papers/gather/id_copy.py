"""Gathers both sides of the debtor's card of identity, cut out of the proofs by the corners that a person confirmed."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from workstation.casework.case_file import CaseFile
from workstation.casework.said.corners import read_corners
from workstation.casework.said.fields import ID_COPY, paper_fields
from workstation.documents.packet.exhibit_figures import exhibit_figures
from workstation.documents.packet.figures import ExhibitFigures
from workstation.documents.papers.card_picture import CardPicture, card_picture
from workstation.documents.papers.figures import IdCopyFigures
from workstation.documents.papers.gather.case_figures import head_figures
from workstation.received.apart.allowance import BUILDING
from workstation.received.apart.readers import IN_PROCESS, Readers, Reading
from workstation.wording import Wording

Contents = Callable[[str], bytes]
"""The bytes of a file by its SHA-256."""


def id_copy_figures(file: CaseFile, bank: str, contents: Contents, readers: Readers = IN_PROCESS) -> IdCopyFigures:
    """The copy for a bank. Raises as ``contents`` and `Readers.read`."""
    said = file.said(ID_COPY, bank)
    usual = {one.key: one.default for one in paper_fields(file, ID_COPY, bank)}
    shown = {one.item_id: one for one in exhibit_figures(file, bank, Wording(file.paper_language), file.today)}

    def side(name: str) -> CardPicture | None:
        return _side(said.get(name) or usual.get(name, ""), said, name, shown, contents, readers)

    return IdCopyFigures(head_figures(file, bank), side("front"), side("back"), said.get("confirmed") == "yes")


def _side(
    place: str,
    said: Mapping[str, str],
    name: str,
    shown: Mapping[str, ExhibitFigures],
    contents: Contents,
    readers: Readers,
) -> CardPicture | None:
    item_id, _, page = place.partition("/")
    exhibit = shown.get(item_id)
    if exhibit is None or exhibit.held_back:
        return None
    corners = read_corners(said.get(f"{name}_corners", ""))
    about = Reading(exhibit.file_name, f"evidence.{exhibit.requirement}", BUILDING)
    data = contents(exhibit.sha256)
    return readers.read(about, card_picture, data, int(page or 0), corners, exhibit.masks, exhibit.purpose_mark)
