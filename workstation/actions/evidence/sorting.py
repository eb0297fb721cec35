"""Files that were taken in before anybody said what they prove: proposed for an entry of the checklist, assigned by a person."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from workstation.actions.cases import load_case
from workstation.actions.desk import Desk
from workstation.actions.evidence.recognition import can_recognise
from workstation.errors import Damaged, Finding, Refused, refuse_if
from workstation.evidence.proposal import Proposal, Words, entry_words, proposal
from workstation.evidence.verification import EvidenceItem, ItemTurn, Verification
from workstation.policy.rules import Requirement
from workstation.received.apart.allowance import RECOGNISING
from workstation.received.apart.readers import IN_PROCESS, Readers, Reading
from workstation.received.first_page import FirstPage, first_lines, first_page
from workstation.received.ofd.apart import pages_of
from workstation.received.recognition.looking import recognised_page
from workstation.store.vault import Vault

_MOST: Final = 24 * 2**20
"""Bytes; a larger file is proposed by its name alone."""
_LINE: Final = 120
"""How far below one another, in ten-thousandths of the page, runs of recognised text are still one line."""


@dataclass(frozen=True, slots=True)
class Sorter:
    """Proposes entries for files of one case, on any thread."""

    asked: tuple[Requirement, ...]
    words: Words
    vault: Vault
    readers: Readers = IN_PROCESS

    def by_name(self, item: EvidenceItem) -> Proposal:
        """What the name of a file speaks for; at once."""
        return proposal(self.asked, self.words, item.file_name)

    def by_content(self, item: EvidenceItem, waiting: Callable[[], None]) -> Proposal:
        """What name and first page speak for together; a scan or photograph is recognised where the extra is installed.

        ``waiting`` may stop it by raising. What cannot be read says nothing.
        """
        try:
            return proposal(self.asked, self.words, item.file_name, self._lines(item, waiting))
        except (Refused, Damaged):
            return self.by_name(item)

    def _lines(self, item: EvidenceItem, waiting: Callable[[], None]) -> list[str]:
        if item.size > _MOST:
            return []
        data = self.vault.read(item.sha256)
        about = Reading(item.file_name, waiting=waiting)
        if not item.media_type.startswith("image/"):
            lines = self.readers.read(about, first_lines, pages_of(data, about, self.readers), item.file_name)
            if any(line.strip() for line in lines) or not item.media_type.endswith("pdf"):
                return lines
        if not can_recognise() or self.by_name(item).requirement:
            return []
        looking = Reading(item.file_name, allowance=RECOGNISING, waiting=waiting)
        page = self.readers.read(looking, recognised_page, data, 0, 0, item.file_name)
        runs = sorted(page.words, key=lambda word: (word.top // _LINE, word.left))
        return [word.text for word in runs]


def sorter(desk: Desk, case_id: str) -> Sorter:
    """What proposes entries for the files of a case."""
    asked = tuple(line.requirement for line in load_case(desk, case_id).checklist)
    return Sorter(asked, entry_words(asked), desk.vault, desk.readers)


@dataclass(frozen=True, slots=True)
class Beginnings:
    """Draws the first pages of proofs, on any thread."""

    vault: Vault
    readers: Readers
    turns: Mapping[str, int]

    def picture(self, item: EvidenceItem, width: int, waiting: Callable[[], None]) -> FirstPage:
        """The first page of a proof; one without picture where it cannot be drawn."""
        about = Reading(item.file_name, waiting=waiting)
        try:
            data = pages_of(self.vault.read(item.sha256), about, self.readers)
            return self.readers.read(about, first_page, data, width, item.file_name)
        except (Refused, Damaged):
            return FirstPage(0, None)


def beginnings(desk: Desk, case_id: str) -> Beginnings:
    """What draws the first pages of the proofs of a case."""
    turns = {one.item_id: one.quarters for one in desk.store.find(ItemTurn, case_id=case_id)}
    return Beginnings(desk.vault, desk.readers, turns)


def assign(desk: Desk, item_id: str, requirement: str) -> EvidenceItem:
    """A person says which entry a file proves, another one than before, or (empty) none yet.

    Raises `Refused`: requirement_unknown, file_already_here, and file_checked_there once it was checked under its entry.
    """
    item = desk.store.get(EvidenceItem, item_id)
    if item.requirement == requirement:
        return item
    known = {line.requirement.code for line in load_case(desk, item.case_id).checklist}
    subject, found = f"evidence.{requirement}", []
    if requirement and requirement not in known:
        found.append(Finding("requirement_unknown", subject, {"known": ", ".join(sorted(known))}))
    if desk.store.find(Verification, item_id=item_id):
        found.append(Finding("file_checked_there", subject, {"file": item.file_name}))
    there = desk.store.find(EvidenceItem, case_id=item.case_id, requirement=requirement, sha256=item.sha256)
    if requirement and any(not one.withdrawn for one in there):
        found.append(Finding("file_already_here", subject, {"file": item.file_name}))
    refuse_if(found)
    return desk.store.save(replace(item, requirement=requirement), item)
