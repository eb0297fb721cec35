"""A case handed over: read once into a frozen bundle, written on any thread, then put on record; it can still be worked here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from workstation.actions.desk import Desk
from workstation.actions.outputs import writing_output
from workstation.actions.oversight import timeline
from workstation.actions.transfer.known_desks import PublicDesk, own_identity, own_public, refuse_own
from workstation.casework.handover import BundleState, CaseBundle, DeskIdentity
from workstation.errors import Damaged, Finding, Refused, refuse_if
from workstation.identity import new_id
from workstation.profile.case import Case
from workstation.store.bundle.content import write_bundle
from workstation.store.bundle.header import MOST_ANCESTORS, FileEntry, Header
from workstation.store.bundle.sealing import Altered
from workstation.store.transfer.content import collect, files_of, with_entries, without_own
from workstation.store.transfer.lines import SCHEMA, to_lines
from workstation.store.vault import Vault


def nobody(done: int, total: int) -> None:
    """Hears how far work is, and tells nobody."""


@dataclass(frozen=True, slots=True)
class OutgoingBundle:
    """One case as it will leave, for one desk. ``lines``: its entries as they stood when it was read."""

    header: Header
    recipient: PublicDesk
    lines: str = field(repr=False)
    identity: DeskIdentity
    vault: Vault

    def write(self, path: Path, seen: Callable[[int, int], None] = nobody, inputs: Sequence[Path] = ()) -> None:
        """Write the bundle, on any thread. Raises `Refused` as `writing_output` does, and bundle_file_damaged."""
        with writing_output(path, inputs) as file:
            try:
                write_bundle(
                    file, self.header, self.lines, self._read, self.identity,
                    bytes.fromhex(self.recipient.encryption), seen,
                )  # fmt: skip
            except Altered as error:
                raise Refused(Finding("bundle_file_damaged", "evidence.file", {"file": str(error)})) from error

    def _read(self, content_hash: str) -> Iterator[bytes]:
        try:
            yield from self.vault.stream(content_hash)
        except Damaged as error:
            name = next(one.name for one in self.header.files if one.sha256 == content_hash)
            raise Refused(Finding("bundle_file_damaged", "evidence.file", {"file": name})) from error


@dataclass(frozen=True, slots=True)
class CaseExtent:
    """What of a case would leave: its entries, its proofs, and all files with their bytes. ``missing``: files the vault lacks."""

    number: str
    entries: int
    proofs: int
    files: int
    size: int
    missing: tuple[str, ...] = ()


def case_extent(desk: Desk, case_id: str) -> CaseExtent:
    """How much of a case would leave. Raises `Refused` (not_found)."""
    content = without_own(collect(desk.store, case_id))
    files = files_of(content.entries)
    there = [one for one in files if desk.vault.holds(one.sha256)]
    return CaseExtent(
        desk.store.get(Case, case_id).number,
        len(content.entries),
        len(content.of("evidence_item")),
        len(there),
        sum(desk.vault.size(one.sha256) for one in there),
        tuple(one.name for one in files if one not in there),
    )


def prepare_bundle(desk: Desk, case_id: str, recipient: PublicDesk) -> OutgoingBundle:
    """Read a case as it would leave now; nothing is marked yet.

    Raises `Refused`: not_found, bundle_own_desk, vault_missing for every file that the vault lacks.
    """
    refuse_own(desk, recipient)
    identity = own_identity(desk)
    with desk.store.reading():
        content = without_own(collect(desk.store, case_id))
        content = with_entries(content, timeline.origin_entries(desk, case_id))
        case = desk.store.get(Case, case_id)
        before = ancestors(desk, case_id)
    files = files_of(content.entries)
    refuse_if(
        Finding("vault_missing", "evidence.file", {"file": one.name})
        for one in files
        if not desk.vault.holds(one.sha256)
    )
    header = Header(
        id=new_id(),
        schema=SCHEMA,
        at=desk.clock.now(),
        by=desk.agent,
        sender=own_public(desk),
        recipient=recipient.fingerprint,
        case_id=case_id,
        number=case.number,
        ancestors=before,
        entries=len(content.entries),
        entries_size=0,
        entries_sha256="",
        files=tuple(FileEntry(one.sha256, desk.vault.size(one.sha256), one.name) for one in files),
    )
    return OutgoingBundle(header, recipient, to_lines(content.entries), identity, desk.vault)


def record_left(desk: Desk, sent: OutgoingBundle) -> CaseBundle:
    """Put on record that a written bundle left, and in which state the case was then. Run it by `Desk.run`."""
    header = sent.header
    mark = CaseBundle(
        header.id, header.case_id, "left", sent.recipient.fingerprint, sent.recipient.name, header.at, desk.agent,
        header.ancestors, header.entries, len(header.files), header.size,
    )  # fmt: skip
    desk.store.add(mark)
    desk.store.add(BundleState(header.id, header.case_id, sent.lines))
    return mark


def hand_over(desk: Desk, case_id: str, recipient: PublicDesk, path: Path, inputs: Sequence[Path] = ()) -> CaseBundle:
    """Write a bundle of a case for another desk and put it on record; refusals as of the single steps."""
    sent = prepare_bundle(desk, case_id, recipient)
    desk.compute(sent.write, path, nobody, inputs)
    return desk.run(record_left, sent)


def bundles_of(desk: Desk, case_id: str) -> tuple[CaseBundle, ...]:
    """Every bundle in which a case left or came, oldest first."""
    return desk.store.find(CaseBundle, case_id=case_id)


def ancestors(desk: Desk, case_id: str) -> tuple[str, ...]:
    """Ids of all bundles whose state has flowed into the case as it is here, newest first."""
    marks = reversed(bundles_of(desk, case_id))
    found = dict.fromkeys(one for mark in marks for one in (mark.id, *mark.ancestors))
    return tuple(found)[:MOST_ANCESTORS]
