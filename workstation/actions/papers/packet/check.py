"""Is a file still the paper that left: its own code, this desk's records, and the first difference when it is not."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

from workstation.actions.desk import Desk
from workstation.casework.packet_facts import code_of
from workstation.casework.printed import PACKET, PrintedPacket, PrintRecord
from workstation.documents.packet.code.scanned import ScannedCode, scanned_code
from workstation.documents.packet.difference import first_difference, printed_code
from workstation.documents.typesetting.seal import read_seal
from workstation.errors import Damaged, Finding
from workstation.profile.case import Case
from workstation.received.apart.readers import IN_PROCESS, Readers, Reading
from workstation.received.regular_file import MAX_PAPER, whole
from workstation.store.vault import Vault

Verdict = Literal["intact", "changed", "foreign", "scanned"]


@dataclass(frozen=True, slots=True)
class ReleasedPaper:
    """A paper that left this desk: a packet's version, or 0 for a single paper."""

    case_id: str
    number: str
    bank: str
    kind: str
    version: int
    sha256: str
    at: datetime
    by: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class PacketCheck:
    """``foreign``: no code of this program. ``left``: what this desk knows of it. ``difference``: where it departs from that.

    ``scanned``: pictures of paper, or a code that was told; ``facts`` is what its QR picture says, on ``page`` (from 1).
    """

    verdict: Verdict
    code: str
    sha256: str
    left: ReleasedPaper | None = None
    difference: Finding | None = None
    facts: str = ""
    page: int = 0


@dataclass(frozen=True)
class CheckSource:
    """All that is known here of papers that left, read once, so that the check may run on any thread."""

    papers: tuple[ReleasedPaper, ...]
    vault: Vault
    readers: Readers = IN_PROCESS

    def check(self, path: Path) -> PacketCheck:
        """Judge a file. Raises `Refused` as `whole` and `Readers.read`."""
        return self._judged(whole(path, MAX_PAPER), path.name)

    def find(self, code: str) -> PacketCheck:
        """The paper that bears a code as somebody read it out: blanks and case mean nothing."""
        told = "".join(char for char in code.upper() if char.isalnum())
        return self._on_paper(ScannedCode(0, f"{told[:4]}-{told[4:8]}-{told[8:]}", ""), "")

    def _judged(self, data: bytes, name: str) -> PacketCheck:
        digest = hashlib.sha256(data).hexdigest()
        seal = read_seal(data)
        about = Reading(name)
        code = seal.code if seal is not None else self.readers.read(about, printed_code, data)
        same = next((left for left in self.papers if left.sha256 == digest), None)
        if same is not None and seal is not None:
            return PacketCheck("intact", code, digest, same)
        if seal is not None and seal.intact:
            return PacketCheck("intact", code, digest)
        if not code:
            scanned = self.readers.read(about, scanned_code, data)
            return PacketCheck("foreign", "", digest) if scanned is None else self._on_paper(scanned, digest)
        for left, kept in self._kept():
            original = read_seal(kept)
            if original is not None and original.code == code:
                difference = self.readers.read(about, first_difference, kept, data)
                return PacketCheck("changed", code, digest, left, difference)
        return PacketCheck("changed" if seal is not None else "foreign", code, digest)

    def _on_paper(self, scanned: ScannedCode, digest: str) -> PacketCheck:
        """Paper shows no bytes: it is found by its code, and what its picture tells is held against what left."""
        found = self._of_code(scanned.code)
        left, facts = found if found else (None, "")
        said = scanned.text.strip()
        differs = bool(facts and said and "SHA256:" not in said and said != facts)
        difference = Finding("scan_differs", "packet", {"page": str(scanned.page)}) if differs else None
        return PacketCheck("scanned", scanned.code, digest, left, difference, scanned.text or facts, scanned.page)

    def _of_code(self, code: str) -> tuple[ReleasedPaper, str] | None:
        """The paper with a code and what its picture tells; those on record with their code first, before others are opened."""
        for left, kept in self._kept(code):
            original = read_seal(kept)
            if original is not None and original.code == code:
                return left, original.facts
        return None

    def _kept(self, code: str = "") -> Iterator[tuple[ReleasedPaper, bytes]]:
        """The papers with their bytes, newest first; one that the vault cannot give back is passed over.

        ``code``: those that have another one on record are left out.
        """
        newest = self.papers[::-1]
        for left in sorted(newest, key=lambda one: not one.code):
            if code and left.code not in ("", code):
                continue
            try:
                yield left, self.vault.read(left.sha256)
            except Damaged:
                continue


def check_source(desk: Desk) -> CheckSource:
    """What this desk has on record, single papers that went to a printer among it."""
    numbers = dict(desk.store.texts(Case, "id", "number"))
    packets = desk.store.find(PrintedPacket)
    kept = [
        ReleasedPaper(
            one.case_id, numbers[one.case_id], one.bank, PACKET, one.version, one.sha256, one.at, one.by, code_of(one)
        )
        for one in packets
    ]
    known = {one.sha256 for one in packets}
    for record in desk.store.find(PrintRecord):
        if record.sha256 not in known:
            known.add(record.sha256)
            kept.append(
                ReleasedPaper(
                    record.case_id,
                    numbers[record.case_id],
                    record.bank,
                    record.kind,
                    0,
                    record.sha256,
                    record.at,
                    record.by,
                )
            )
    return CheckSource(tuple(kept), desk.vault, desk.readers)
