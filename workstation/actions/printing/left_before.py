"""What left before, to the byte: a packet's version or a single paper that was printed, read from the vault on any thread."""

from __future__ import annotations

from dataclasses import dataclass, field

from workstation.actions.desk import Desk
from workstation.actions.printing.outgoing import OutgoingPaper
from workstation.casework.printed import PACKET, PrintedPacket, PrintRecord
from workstation.profile.case import Case
from workstation.received.apart.readers import IN_PROCESS, Readers, Reading
from workstation.received.pdf.texts import page_count
from workstation.store.vault import Vault


@dataclass(frozen=True, slots=True)
class LeftBefore:
    """A paper that left, before its bytes are read."""

    number: str
    left: PrintedPacket | PrintRecord
    vault: Vault
    readers: Readers = field(default=IN_PROCESS, compare=False, repr=False)

    def build(self) -> OutgoingPaper:
        """Read it. Raises `Damaged` when its vault file no longer matches."""
        left, pdf = self.left, self.vault.read(self.left.sha256)
        return OutgoingPaper(
            case_id=left.case_id,
            number=self.number,
            bank=left.bank,
            kind=left.kind if isinstance(left, PrintRecord) else PACKET,
            pdf=pdf,
            sha256=left.sha256,
            pages=self.readers.read(Reading(left.kind if isinstance(left, PrintRecord) else PACKET), page_count, pdf),
            draft=left.draft,
            packet_id=left.id if isinstance(left, PrintedPacket) else "",
        )


def left_before(desk: Desk, left_id: str) -> LeftBefore:
    """A packet's version by its id, a single paper by that of its mark. Raises `Refused` (not_found)."""
    kept = desk.store.find(PrintedPacket, id=left_id)
    left = kept[0] if kept else desk.store.get(PrintRecord, left_id)
    return LeftBefore(desk.store.get(Case, left.case_id).number, left, desk.vault, desk.readers)
