"""Proofs taken out of the file in which they came: the password asked for, the original and its password kept, both encrypted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from workstation.actions.desk import Desk
from workstation.actions.evidence.items import ItemFacts, Received, add_file, record
from workstation.documents.papers.written_page import written_pdf
from workstation.errors import Refused
from workstation.evidence.container import ItemContainer
from workstation.evidence.verification import EvidenceItem
from workstation.received.apart.allowance import BUILDING
from workstation.received.apart.readers import IN_PROCESS, Readers, Reading
from workstation.received.containers import Contents, Opened, contents, opened_member
from workstation.received.inspection import about_file, bytes_media_type
from workstation.received.regular_file import MAX_PAPER, opened
from workstation.store.vault import Vault

TO_OPEN = frozenset(
    {
        "file_locked",
        "container_password_needed",
        "container_password_wrong",
        "container_member_needed",
        "container_member_unknown",
    }
)
"""Refusals that a password, or the name of a member, would mend."""


@dataclass(frozen=True, slots=True)
class Opening:
    """What opens a container: a password, empty for none, and which member is meant, empty where there is but one."""

    password: str = ""
    member: str = ""


def may_be_opened(refused: Refused) -> bool:
    """Whether a file was refused for the want of a password or of a choice."""
    return any(finding.code in TO_OPEN for finding in refused.findings)


def contents_of(path: Path, readers: Readers = IN_PROCESS) -> Contents:
    """What a file holds, to be asked about. Raises `Refused` as `contents` and `opened`."""
    with opened(path, MAX_PAPER) as file:
        return readers.read(Reading(path.name), contents, file, path.name)


def file_inside(path: Path, opening: Opening, readers: Readers = IN_PROCESS, about: Reading | None = None) -> Opened:
    """The file that is meant; the text of a mail or saved page is set as PDF. Raises `Refused` as `opened_member`."""
    asked = about or Reading(path.name)
    with opened(path, MAX_PAPER) as file:
        found = readers.read(asked, opened_member, file, path.name, opening.password, opening.member)
    if found.page is None:
        return found
    setting = replace(asked, allowance=BUILDING)
    return Opened(found.name, readers.read(setting, written_pdf, found.page, path.name))


def receive_inside(
    vault: Vault,
    path: Path,
    opening: Opening,
    readers: Readers = IN_PROCESS,
    seen: Callable[[int, int], None] | None = None,
) -> Received:
    """Take the container and the file out of it into the vault, on any thread; `record` makes it a proof.

    ``seen`` may stop it by raising. Raises `Refused` as `opened_member` and `inspect`.
    """
    waiting = partial(seen, 0, 1) if seen is not None else None
    found = file_inside(path, opening, readers, Reading(path.name, waiting=waiting))
    kind = readers.read(about_file(found.name, found.data, waiting), bytes_media_type, found.data, found.name)
    original = vault.add(path)
    member = opening.member or (found.name if found.name != path.name else "")
    container = ItemContainer("", "", original.sha256, path.name, original.size, opening.password, member)
    return Received(found.name, kind, vault.keep(found.data, found.name), container)


def receive_single_page(vault: Vault, path: Path, refused: Refused, readers: Readers = IN_PROCESS) -> Received | None:
    """As `receive_inside`, for a saved page in which there is nothing to choose; None where something is to be asked.

    ``refused``: what was said when the file was taken for the proof itself. Raises `Refused` as `receive_inside`.
    """
    if any(finding.code != "container_member_needed" for finding in refused.findings):
        return None
    held = contents_of(path, readers)
    return receive_inside(vault, path, Opening(), readers) if held.kind == "page" and len(held.members) == 1 else None


def add_from_container(
    desk: Desk, case_id: str, requirement: str, path: Path, opening: Opening, facts: ItemFacts | None = None
) -> EvidenceItem:
    """As `items.add_file`, for a file that is inside another or under a password."""
    received = desk.compute(receive_inside, desk.vault, path, opening, desk.readers)
    return desk.run(record, case_id, requirement, received, facts)


def add_several(
    desk: Desk, case_id: str, requirement: str, path: Path, openings: Sequence[Opening], facts: ItemFacts | None = None
) -> tuple[EvidenceItem, ...]:
    """As `add_from_container`, for several files inside one: each is a proof of its own, all of them or none."""
    received = [desk.compute(receive_inside, desk.vault, path, opening, desk.readers) for opening in openings]
    return desk.run(record_several, case_id, requirement, received, facts)


def record_several(
    desk: Desk, case_id: str, requirement: str, received: Sequence[Received], facts: ItemFacts | None = None
) -> tuple[EvidenceItem, ...]:
    """Make received files proofs, in one transaction. Raises `Refused` as `record`."""
    return tuple(record(desk, case_id, requirement, one, facts) for one in received)


def add(
    desk: Desk, case_id: str, requirement: str, path: Path, opening: Opening | None, facts: ItemFacts | None = None
) -> EvidenceItem:
    """As `items.add_file` where nothing is told of what opens the file, else as `add_from_container`."""
    if opening is not None:
        return add_from_container(desk, case_id, requirement, path, opening, facts)
    try:
        return add_file(desk, case_id, requirement, path, facts)
    except Refused as refused:
        page = desk.compute(receive_single_page, desk.vault, path, refused, desk.readers)
        if page is None:
            raise
    return desk.run(record, case_id, requirement, page, facts)


def container_of(desk: Desk, item_id: str) -> ItemContainer | None:
    """The file in which a proof came, None where it came as it is."""
    return next(iter(desk.store.find(ItemContainer, item_id=item_id)), None)
