"""Text documents (Word, WPS, RTF) as proofs: set as PDF by the LibreOffice of this machine, where a person asks for it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from workstation.actions.desk import Desk
from workstation.actions.evidence.items import ItemFacts, Received, record
from workstation.errors import Finding, Refused
from workstation.evidence.container import ItemContainer
from workstation.evidence.verification import EvidenceItem
from workstation.received.apart.readers import IN_PROCESS, Readers, Reading
from workstation.received.inspection import require_whole_pdf
from workstation.received.office import LETTERS, letter_pdf, office_program
from workstation.received.regular_file import MAX_PAPER, whole
from workstation.store.vault import Vault
from workstation.wording import Wording

WORD: Final = "kind_word"


def can_set(refused: Refused) -> bool:
    """Whether a file was refused as a text document that this machine may set as PDF."""
    return office_program() is not None and any(
        one.code == WORD and one.figures.get("kind") in LETTERS for one in refused.findings
    )


def receive_letter(
    vault: Vault,
    path: Path,
    refused: Refused,
    language: str,
    readers: Readers = IN_PROCESS,
    seen: Callable[[], None] | None = None,
) -> Received:
    """Take a text document into the vault, and its pages as the proof; the note says how they came about.

    ``refused``: what was said when the file was taken for the proof itself. ``seen`` may stop it by raising. Raises `Refused`:
    ``office_missing``, ``office_no_pdf``, and what was said where the file is no text document.
    """
    kind = next((one.figures["kind"] for one in refused.findings if one.code == WORD), "")
    program = office_program()
    if kind not in LETTERS:
        raise refused
    if program is None:
        raise Refused(Finding("office_missing", path.name, {"name": path.name}))
    pages = letter_pdf(whole(path, MAX_PAPER), path.name, kind, program, seen)
    name = f"{path.name}.pdf"
    readers.read(Reading(name), require_whole_pdf, pages, name)
    original = vault.add(path)
    container = ItemContainer("", "", original.sha256, path.name, original.size)
    note = Wording(language).text("letter.converted", {"file": path.name})
    return Received(name, "application/pdf", vault.keep(pages, name), container, note)


def add_letter(
    desk: Desk, case_id: str, requirement: str, path: Path, refused: Refused, facts: ItemFacts | None = None
) -> EvidenceItem:
    """As `items.add_file`, for a text document that is to be set as PDF. Raises `Refused` as `receive_letter`."""
    language = desk.settings.language
    received = desk.compute(partial(receive_letter, desk.vault, path, refused, language, desk.readers))
    return desk.run(record, case_id, requirement, received, facts)
