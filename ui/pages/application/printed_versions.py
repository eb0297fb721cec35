"""What left before: the packets with their status, single papers as they were issued, and the words that say it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject

from ui.look.wording import moment
from workstation.casework.case_file import CaseFile
from workstation.casework.packet_facts import packet_changes
from workstation.casework.printed import PACKET, PrintedPacket, PrintRecord
from workstation.errors import Finding
from workstation.wording import filled


@dataclass(frozen=True, slots=True)
class Earlier:
    """A paper that left: a packet's ``version``, or the printing of a single paper, counted from 1."""

    id: str
    kind: str
    bank: str
    sha256: str
    version: int


class Versions(QObject):
    """What left of one paper for one bank, newest first, with what changed since and where it was printed."""

    def __init__(
        self, file: CaseFile, kind: str, bank: str, packets: Sequence[PrintedPacket], records: Sequence[PrintRecord]
    ) -> None:
        super().__init__()
        self._zone = file.zone
        self.records = tuple(records)
        self._packets = {one.id: one for one in packets if kind == PACKET and one.bank == bank}
        self._printings = {} if kind == PACKET else self._distinct(kind, bank)
        left = [Earlier(one.id, PACKET, bank, one.sha256, one.version) for one in self._packets.values()]
        left += [
            Earlier(one.id, kind, bank, one.sha256, number) for number, one in enumerate(self._printings.values(), 1)
        ]
        self.earlier = {one.id: one for one in reversed(left)}
        self._newest = left[-1].id if left else ""
        self._changes = {one.id: packet_changes(file, one) for one in self._packets.values()}

    def _distinct(self, kind: str, bank: str) -> dict[str, PrintRecord]:
        """The first printing of each different paper of a kind."""
        first: dict[str, PrintRecord] = {}
        for record in self.records:
            if (record.kind, record.bank) == (kind, bank):
                first.setdefault(record.sha256, record)
        return {record.id: record for record in first.values()}

    def lines(self) -> dict[str, str]:
        """Id → how it reads in the list."""
        return {left_id: " · ".join(self._parts(earlier)) for left_id, earlier in self.earlier.items()}

    def _parts(self, earlier: Earlier) -> list[str]:
        packet = self._packets.get(earlier.id)
        if packet is None:
            when = moment(self._printings[earlier.id].at, self._zone)
            return [self.tr("As issued on {when}").format(when=when), self._copies(earlier)]
        said = filled(
            self.tr("Version {number}, {pages} {pages|page|pages}, issued on {when}"),
            {"number": packet.version, "pages": packet.pages, "when": moment(packet.at, self._zone)},
        )
        word, kind = self.status(earlier.id)
        return [part for part in (said, self._copies(earlier), word if kind else "") if part]

    def _copies(self, earlier: Earlier) -> str:
        copies = sum(record.copies for record in self.records if record.sha256 == earlier.sha256)
        return self.tr("printed {count}×").format(count=copies) if copies else ""

    def status(self, left_id: str) -> tuple[str, str]:
        """A word and the kind of its chip: whether what it says is still so."""
        if self._changes.get(left_id):
            return self.tr("Sources changed"), "bad"
        if left_id != self._newest:
            return self.tr("Superseded"), "warning"
        return self.tr("As issued"), ""

    def changes(self, left_id: str) -> tuple[Finding, ...]:
        """What changed since a packet left, place by place."""
        return self._changes.get(left_id, ())

    def printed(self, kind: str, bank: str, sha256: str) -> str:
        """When just these bytes last went to a printer; empty when they did not."""
        found = [one for one in self.records if (one.kind, one.bank, one.sha256) == (kind, bank, sha256)]
        if not found:
            return ""
        last = found[-1]
        said = self.tr("Printed {when}, {who}, {printer} ×{copies}")
        return said.format(when=moment(last.at, self._zone), who=last.by, printer=last.printer, copies=last.copies)

    def now_line(self) -> str:
        """The first line of the list: what would leave now."""
        return self.tr("Current version") if self.earlier else self.tr("Current version; none issued before")
