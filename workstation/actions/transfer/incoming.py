"""A bundle taken in: proven whole before anything of it is written, its sender known or compared, then merged like any case."""

from __future__ import annotations

import sys
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO

from workstation.actions.desk import Desk
from workstation.actions.transfer.arriving import checked_content
from workstation.actions.transfer.known_desks import PublicDesk, grouped, is_known, own_identity, own_public, remember
from workstation.actions.transfer.merge_plan import Merged, MergePlan
from workstation.actions.transfer.merging import merge, plan_merge, take_in_files
from workstation.actions.transfer.outgoing import nobody
from workstation.casework.handover import BundleState, CaseBundle, DeskIdentity, KnownDesk
from workstation.errors import Finding, Refused
from workstation.received.regular_file import opened
from workstation.store.bundle.content import OpenBundle, open_bundle
from workstation.store.bundle.header import Header
from workstation.store.bundle.sealing import FAMILY, MAGIC, Altered, SealedReader, Unreadable
from workstation.store.transfer.content import CaseContent, NamedFile
from workstation.store.transfer.lines import SCHEMA, from_lines, to_lines
from workstation.store.transfer.plain import NotPlain
from workstation.store.vault import Vault

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class IncomingBundle:
    """A bundle that was read whole and proven: who sent it, and the case as it holds it."""

    path: Path
    header: Header
    content: CaseContent = field(repr=False)
    identity: DeskIdentity

    @property
    def sender(self) -> PublicDesk:
        """The desk whose keys signed it."""
        return self.header.sender

    def take_files(self, vault: Vault, seen: Progress = nobody) -> int:
        """Bring its files into a vault, on any thread; answers how many were new. Raises `Refused` as `BundleFile.read`."""
        done = 0

        def read(content_hash: str) -> Iterator[bytes]:
            nonlocal done
            for piece in bundle.file(content_hash):
                done += len(piece)
                seen(done, self.header.size)
                yield piece

        with _opened(self.path, self.identity) as bundle:
            if bundle.header != self.header:
                raise Altered("another bundle")
            return take_in_files(vault, (NamedFile(one.sha256, one.name) for one in self.header.files), read)


@dataclass(frozen=True, slots=True)
class BundleFile:
    """All that reading a bundle needs, so that it may happen on any thread. ``fingerprint``: that of this desk."""

    path: Path
    identity: DeskIdentity
    fingerprint: str

    def read(self, seen: Progress = nobody) -> IncomingBundle:
        """Read and prove all of it; nothing is written.

        Raises `Refused`: file_unreadable, bundle_unknown_file, bundle_form_newer, bundle_other_desk, bundle_altered, bundle_newer
        (written by a later version), bundle_content (signed, but not a case as this program writes one).
        """
        with _opened(self.path, self.identity) as bundle:
            header = bundle.header
            if header.recipient != self.fingerprint:
                raise Altered("signed for another desk")
            if header.schema > SCHEMA:
                raise _refused("bundle_newer", self.path, found=str(header.schema), known=str(SCHEMA))
            bundle.prove(seen)
            content = checked_content(header, from_lines(bundle.lines()))
        return IncomingBundle(self.path, header, content, self.identity)


@dataclass(frozen=True, slots=True)
class Arrival:
    """A proven bundle beside this desk. ``known``: whether its sender is remembered here; ``notices``: what to know besides."""

    bundle: IncomingBundle
    known: bool
    plan: MergePlan
    bases: tuple[CaseContent, ...] = field(repr=False)
    notices: tuple[Finding, ...] = ()


def bundle_file(desk: Desk, path: Path) -> BundleFile:
    """What reads a bundle for this desk."""
    return BundleFile(path, own_identity(desk), own_public(desk).fingerprint)


def arrival(desk: Desk, bundle: IncomingBundle) -> Arrival:
    """What a bundle would do here; changes nothing.

    Raises `Refused`: bundle_superseded when a later bundle of the same line was taken in, and what `plan_merge` does.
    """
    header = bundle.header
    with desk.store.reading():
        marks = desk.store.find(CaseBundle, case_id=header.case_id)
        _refuse_superseded(header, marks)
        bases = tuple(_state(desk, header.case_id, mark) for mark in _common(header, marks))
        plan = plan_merge(desk, bundle.content, bases)
        return Arrival(bundle, is_known(desk, bundle.sender), plan, bases, tuple(_notices(desk, bundle, marks)))


def take_in(
    desk: Desk, arrived: Arrival, chosen: Collection[str] = frozenset(), trusted: str = "", keep: bool = False
) -> Merged:
    """Merge a bundle whose files are in the vault, and put on record that it came. Run it by `Desk.run`.

    ``trusted``: the sender's fingerprint as a person compared it, for a sender who is not known; ``keep``: remember them.
    Raises `Refused`: bundle_sender_unknown, and what `merge` does.
    """
    header, sender = arrived.bundle.header, arrived.bundle.sender
    if not is_known(desk, sender) and trusted != sender.fingerprint:
        raise Refused(sender_unknown(sender))
    done = merge(desk, arrived.bundle.content, arrived.plan, chosen, arrived.bases)
    if not desk.store.find(CaseBundle, id=header.id):
        _record_came(desk, arrived.bundle)
    if keep:
        remember(desk, sender)
    return replace(done, notices=(*arrived.notices, *done.notices))


def sender_unknown(sender: PublicDesk) -> Finding:
    """What is said of a sender whom nobody has compared yet."""
    return Finding(
        "bundle_sender_unknown", sender.name, {"desk": sender.name, "fingerprint": grouped(sender.fingerprint)}
    )


def _record_came(desk: Desk, bundle: IncomingBundle) -> None:
    header = bundle.header
    desk.store.add(
        CaseBundle(
            header.id, header.case_id, "came", bundle.sender.fingerprint, bundle.sender.name, desk.clock.now(),
            desk.agent, header.ancestors, header.entries, len(header.files), header.size,
        )
    )  # fmt: skip
    desk.store.add(BundleState(header.id, header.case_id, to_lines(bundle.content.entries)))


def _refuse_superseded(header: Header, marks: Collection[CaseBundle]) -> None:
    """An older bundle than one that was taken in could bring back what its own desk has changed since."""
    known = any(mark.id == header.id for mark in marks)
    later = [mark for mark in marks if mark.direction == "came" and header.id in mark.ancestors]
    if later and not known:
        raise Refused(
            Finding(
                "bundle_superseded", f"case {header.number}",
                {"number": header.number, "desk": later[-1].desk_name, "day": later[-1].at.date().isoformat()},
            )
        )  # fmt: skip


def _common(header: Header, marks: Collection[CaseBundle]) -> list[CaseBundle]:
    """The bundles whose state both desks have seen, none of which flowed into another of them."""
    shared = [mark for mark in marks if mark.id == header.id or mark.id in header.ancestors]
    return [mark for mark in shared if not any(mark.id in other.ancestors for other in shared)]


def _state(desk: Desk, case_id: str, mark: CaseBundle) -> CaseContent:
    return CaseContent(case_id, from_lines(desk.store.get(BundleState, mark.id).content))


def _notices(desk: Desk, bundle: IncomingBundle, marks: Collection[CaseBundle]) -> Iterator[Finding]:
    sender = bundle.sender
    for mark in marks:
        if mark.id == bundle.header.id:
            yield Finding("bundle_again", f"case {bundle.header.number}", {"day": mark.at.date().isoformat()})
    for known in desk.store.find(KnownDesk, name=sender.name):
        if known.id != sender.fingerprint:
            yield Finding("bundle_name_taken", sender.name, {"desk": sender.name, "fingerprint": grouped(known.id)})


@contextmanager
def _opened(path: Path, identity: DeskIdentity) -> Iterator[OpenBundle]:
    """An opened bundle; whatever shows later that it is not one becomes a refusal."""
    try:
        with _open(path) as file:
            start = file.read(len(MAGIC))
            if not start.startswith(FAMILY):
                raise _refused("bundle_unknown_file", path)
            if start != MAGIC:
                raise _refused("bundle_form_newer", path)
            private = bytes.fromhex(identity.encryption)
            if not SealedReader(file, private).is_mine:
                raise _refused("bundle_other_desk", path)
            yield open_bundle(file, private)
    except Unreadable as error:
        raise _refused("file_unreadable", path) from error
    except Altered as error:
        raise _refused("bundle_altered", path) from error
    except NotPlain as error:
        raise _refused("bundle_content", path) from error


def _open(path: Path) -> BinaryIO:
    try:
        return opened(path, sys.maxsize)
    except Refused as refusal:
        raise _refused("file_unreadable", path) from refusal


def _refused(code: str, path: Path, **figures: str) -> Refused:
    return Refused(Finding(code, path.name, {"file": path.name, "name": path.name, **figures}))
