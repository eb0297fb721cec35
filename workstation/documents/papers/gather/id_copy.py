"""Gathers both sides of the debtor's card of identity, cut out of the proofs by the corners that a person confirmed."""

from __future__ import annotations

from collections.abc import Callable

from workstation.casework.case_file import CaseFile
from workstation.casework.said.card_sides import card_sides, cut_confirmed
from workstation.documents.packet.exhibits.card import CardPicture, card_picture
from workstation.documents.packet.exhibits.shown import exhibit_figures
from workstation.documents.papers.figures import IdCopyFigures
from workstation.documents.papers.gather.case_figures import head_figures
from workstation.received.apart.allowance import BUILDING
from workstation.received.apart.readers import IN_PROCESS, Readers, Reading
from workstation.wording import Wording

Contents = Callable[[str], bytes]
"""The bytes of a file by its SHA-256."""


def id_copy_figures(file: CaseFile, bank: str, contents: Contents, readers: Readers = IN_PROCESS) -> IdCopyFigures:
    """The copy for a bank. Raises as ``contents`` and `Readers.read`."""
    sides = {one.name: one for one in card_sides(file, bank)}
    shown = {one.item_id: one for one in exhibit_figures(file, bank, Wording(file.paper_language), file.today)}

    def picture(name: str) -> CardPicture | None:
        side = sides.get(name)
        exhibit = shown.get(side.item_id) if side is not None else None
        if side is None or exhibit is None or exhibit.held_back:
            return None
        about = Reading(exhibit.file_name, f"evidence.{exhibit.requirement}", BUILDING)
        data, marks = contents(exhibit.sha256), (exhibit.masks, exhibit.purpose_mark)
        return readers.read(about, card_picture, data, side, *marks)

    return IdCopyFigures(head_figures(file, bank), picture("front"), picture("back"), cut_confirmed(file, bank))
