"""Where the number is on a copy that leaves the desk: proposed from a text layer, said by the agent, kept with the proof."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from workstation.actions.cases import load_case
from workstation.actions.desk import Desk
from workstation.actions.evidence.recognition import recognised_of
from workstation.documents.packet.exhibits.pictures import shown_pages
from workstation.errors import Finding, Refused, refuse_if
from workstation.evidence.masking import number_masks
from workstation.evidence.recognised_text import RecognisedText, recognised_masks
from workstation.evidence.verification import EvidenceItem, Mask
from workstation.policy.rules import CopyRule
from workstation.received.apart.allowance import BUILDING
from workstation.received.apart.readers import IN_PROCESS, Readers, Reading
from workstation.received.ofd.package import PAGED
from workstation.received.pdf.rendering import WHOLE
from workstation.received.pixels import Pixels
from workstation.store.vault import Vault


def copy_rule(desk: Desk, item_id: str) -> CopyRule | None:
    """How copies of this proof leave the desk; None: as they are."""
    item = desk.store.get(EvidenceItem, item_id)
    lines = (line.requirement for line in load_case(desk, item.case_id).checklist)
    return next((one.copy for one in lines if one.code == item.requirement), None)


def proposed_masks(desk: Desk, item_id: str) -> tuple[Mask, ...]:
    """The rectangles kept for this proof; before anybody placed them, those that the text of a PDF or OFD, or the text recognised
    on a picture, shows.
    """
    return copy_source(desk, item_id).masks()


@dataclass(frozen=True, slots=True)
class CopySource:
    """A copy before its pages are drawn: on any thread, it may take seconds."""

    item: EvidenceItem
    rule: CopyRule | None
    vault: Vault
    readers: Readers = IN_PROCESS
    text: RecognisedText | None = None

    def build(self) -> CopyPages:
        """Draw the pages. Raises `Refused` with ``copy_unseen`` for what cannot be drawn (a table), `Damaged` as the vault does."""
        item, data = self.item, self.vault.read(self.item.sha256)
        pages = self.readers.read(self._about(), shown_pages, data, item.file_name)
        if not pages:
            raise Refused(Finding("copy_unseen", f"evidence.{item.requirement}", {"file": item.file_name}))
        return CopyPages(pages, self.masks(data))

    def masks(self, data: bytes | None = None) -> tuple[Mask, ...]:
        """As `proposed_masks`; ``data``: the file, when it was read already."""
        item, rule = self.item, self.rule
        if item.number_placed or rule is None:
            return item.masks
        if item.media_type in PAGED:
            whole = self.vault.read(item.sha256) if data is None else data
            if found := self.readers.read(self._about(), number_masks, whole, rule):
                return found
        return recognised_masks(self.text, rule) if self.text is not None else item.masks

    def _about(self) -> Reading:
        return Reading(self.item.file_name, f"evidence.{self.item.requirement}", BUILDING)


@dataclass(frozen=True, slots=True)
class CopyPages:
    """The pages of a proof as a copy shows them, uncovered and unmarked; ``masks`` count from their edges."""

    pages: tuple[Pixels, ...]
    masks: tuple[Mask, ...]


def copy_source(desk: Desk, item_id: str) -> CopySource:
    """All that the pages of a copy are drawn from."""
    item, rule, text = desk.store.get(EvidenceItem, item_id), copy_rule(desk, item_id), recognised_of(desk, item_id)
    return CopySource(item, rule, desk.vault, desk.readers, text)


def save_number_masks(
    desk: Desk, item_id: str, masks: Sequence[Mask], base: EvidenceItem | None = None
) -> EvidenceItem:
    """Store where the number is; no rectangle at all says that the copy shows none. The original stays as it is.

    Raises `Refused` with ``mask_outside`` for a rectangle that is empty or leaves its page, ``number_shown_whole`` for a paper
    whose copies are not covered; ``base``: the proof as it was loaded, as in `cases.save_debtor`.
    """
    item, rule = desk.store.get(EvidenceItem, item_id), copy_rule(desk, item_id)
    if masks and (rule is None or rule.number == "whole"):
        raise Refused(Finding("number_shown_whole", f"evidence.{item.requirement}", {"file": item.file_name}))
    refuse_if(
        Finding("mask_outside", f"evidence.{item.requirement}", {"file": item.file_name, "page": str(mask.page + 1)})
        for mask in masks
        if not _inside(mask)
    )
    before = base or item
    return desk.store.save(replace(before, masks=tuple(masks), number_placed=True), before)


def forget_number_masks(desk: Desk, item_id: str, masks: Sequence[Mask], base: EvidenceItem) -> EvidenceItem:
    """Let a proof be as before anybody placed its number: a copy that needs it covered is held back until somebody does.

    ``masks``: what was kept then. Raises `Refused` (save_conflict) where the rectangles are no longer as in ``base``.
    """
    return desk.store.save(replace(base, id=item_id, masks=tuple(masks), number_placed=False), base)


def _inside(mask: Mask) -> bool:
    spans = ((mask.left, mask.width), (mask.top, mask.height))
    return mask.page >= 0 and all(start >= 0 and size > 0 and start + size <= WHOLE for start, size in spans)
