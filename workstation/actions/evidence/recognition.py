"""Text on scans and photographs: recognised where the extra is installed, kept as a proposal, confirmed by a person."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from typing import Final

from workstation.actions.desk import Desk
from workstation.actions.evidence.items import item_turn
from workstation.errors import Finding, Refused
from workstation.evidence.recognised_text import RecognisedText
from workstation.evidence.statements.layout import Layout
from workstation.evidence.statements.readers import LAYOUTS
from workstation.evidence.statements.recognised_statement import recognised_statement
from workstation.evidence.statements.transactions import Statement
from workstation.evidence.verification import EvidenceItem
from workstation.received.apart.allowance import READING, RECOGNISING
from workstation.received.apart.readers import IN_PROCESS, Readers, Reading
from workstation.received.recognition.engine import engine_name, is_installed
from workstation.received.recognition.looking import pages_to_look_at, recognised_page
from workstation.received.recognition.recognised import Recognised
from workstation.store.vault import Vault

SCANNED: Final = "statement_pdf_scanned"
"""The code by which a statement without text is refused."""
Seen = Callable[[int, int], None]
"""Told of pages done and pages in all, now and then; it may stop the work by raising."""


@dataclass(frozen=True, slots=True)
class Recogniser:
    """What recognises one proof, on any thread; a page takes seconds."""

    item: EvidenceItem
    quarters: int
    vault: Vault
    readers: Readers = IN_PROCESS

    def run(self, seen: Seen) -> tuple[Recognised, ...]:
        """Every page. Raises `Refused`: recognition_missing, recognition_unreadable, recognition_too_many, pdf_not_shown, and as
        `Readers.read`; `Damaged` as the vault does.
        """
        return recognised(self.vault.read(self.item.sha256), self.item.file_name, self.quarters, self.readers, seen)


def can_recognise() -> bool:
    """Whether this machine has the extra that recognises text."""
    return is_installed()


def recogniser(desk: Desk, item_id: str) -> Recogniser:
    """What recognises a proof. Raises `Refused`: recognition_missing."""
    if not can_recognise():
        raise Refused(Finding("recognition_missing", "recognition"))
    return Recogniser(desk.store.get(EvidenceItem, item_id), item_turn(desk, item_id), desk.vault, desk.readers)


def recognised(data: bytes, name: str, quarters: int, readers: Readers, seen: Seen) -> tuple[Recognised, ...]:
    """Every page of a file. Raises as `Recogniser.run`."""
    count = readers.read(Reading(name, allowance=READING), pages_to_look_at, data, name)
    found = []
    for index in range(count):
        seen(index, count)
        about = Reading(name, allowance=RECOGNISING, waiting=partial(seen, index, count))
        found.append(readers.read(about, recognised_page, data, index, quarters, name))
    return tuple(found)


def text_of(item: EvidenceItem, quarters: int, pages: tuple[Recognised, ...], desk: Desk) -> RecognisedText:
    """What was recognised, as it is kept; nobody has confirmed it yet."""
    words = tuple(word for one in pages for word in one.words)
    sheets = tuple(one.page for one in pages)
    return RecognisedText(item.id, item.case_id, engine_name(), sheets, words, quarters, desk.clock.now(), desk.agent)


def keep_recognised(desk: Desk, item_id: str, quarters: int, pages: tuple[Recognised, ...]) -> RecognisedText:
    """Keep what was recognised, in the place of what was before. Raises `Refused`: recognition_empty."""
    item = desk.store.get(EvidenceItem, item_id)
    text = text_of(item, quarters, pages, desk)
    if not text.words:
        raise Refused(Finding("recognition_empty", f"evidence.{item.requirement}", {"file": item.file_name}))
    return desk.store.save(text)


def confirm_recognised(desk: Desk, item_id: str) -> RecognisedText:
    """A person has compared the rows with the picture: the income counts them from now on. Raises `Refused`: not_recognised."""
    text = recognised_of(desk, item_id)
    if text is None:
        raise Refused(Finding("not_recognised", "recognition"))
    return desk.store.save(replace(text, confirmed_at=desk.clock.now(), confirmed_by=desk.agent))


def recognised_of(desk: Desk, item_id: str) -> RecognisedText | None:
    """What was recognised on a proof, None where nobody has asked for it."""
    return next(iter(desk.store.find(RecognisedText, item_id=item_id)), None)


def recognised_file(
    data: bytes, name: str, known: Sequence[Layout] | None = None, readers: Readers = IN_PROCESS
) -> Statement:
    """The statement on a scan or photograph that belongs to no desk. Raises `Refused` as `Recogniser.run` and
    `recognised_statement`.
    """
    if not can_recognise():
        raise Refused(Finding("recognition_missing", "recognition"))
    pages = recognised(data, name, 0, readers, lambda _done, _total: None)
    sheets, words = tuple(one.page for one in pages), tuple(word for one in pages for word in one.words)
    text = RecognisedText("", "", engine_name(), sheets, words, 0, datetime.now(UTC), "")
    return recognised_statement(text, name, known or LAYOUTS)
