"""What the pages at the right are: the packets that left with their standing, and the words that say it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from ui.wording import moment
from workstation.casework.case_file import CaseFile
from workstation.casework.packet_facts import packet_changes
from workstation.casework.printed import PACKET, PrintedPacket, PrintMark
from workstation.errors import Finding


class Versions(QObject):
    """The packets of one case that left for one bank, newest first, with what changed since and where they were printed."""

    def __init__(self, file: CaseFile, packets: Sequence[PrintedPacket], marks: Sequence[PrintMark]) -> None:
        super().__init__()
        self.packets = {one.id: one for one in reversed(packets)}
        self.marks = tuple(marks)
        self._newest = packets[-1].id if packets else ""
        self._changes = {one.id: packet_changes(file, one) for one in packets}

    def lines(self) -> dict[str, str]:
        """Packet id → how it reads in the list."""
        return {packet_id: " · ".join(self._parts(packet)) for packet_id, packet in self.packets.items()}

    def _parts(self, packet: PrintedPacket) -> list[str]:
        parts = [
            self.tr("Version {number}, {pages} pages, left on {when}").format(
                number=packet.version, pages=packet.pages, when=moment(packet.at)
            )
        ]
        copies = sum(mark.copies for mark in self.marks if mark.packet_id == packet.id)
        if copies:
            parts.append(self.tr("printed {count}×").format(count=copies))
        word, kind = self.standing(packet.id)
        return [*parts, word] if kind else parts

    def standing(self, packet_id: str) -> tuple[str, str]:
        """A word and the kind of its chip: whether what it says is still so."""
        if self._changes[packet_id]:
            return self.tr("sources changed"), "bad"
        if packet_id != self._newest:
            return self.tr("superseded"), "warning"
        return self.tr("as it left"), ""

    def changes(self, packet_id: str) -> tuple[Finding, ...]:
        """What changed since a version left, place by place."""
        return self._changes[packet_id]

    def printed(self, kind: str, bank: str, sha256: str) -> str:
        """When just these bytes last went to a printer; empty when they did not."""
        found = [one for one in self.marks if (one.kind, one.bank, one.sha256) == (kind, bank, sha256)]
        if not found:
            return ""
        last = found[-1]
        said = self.tr("Printed {when}, {who}, {printer} ×{copies}")
        return said.format(when=moment(last.at), who=last.by, printer=last.printer, copies=last.copies)

    def now_line(self, kind: str) -> str:
        """The first line of the list: what would leave now."""
        if kind == PACKET:
            return self.tr("As it stands now")
        return self.tr("As it stands now; single papers have no versions")
