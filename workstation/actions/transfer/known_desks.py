"""This desk's own keys and the desks it knows: a key file goes out, fingerprints are compared, desks are remembered."""

from __future__ import annotations

import sys
from pathlib import Path

from workstation.actions.desk import Desk
from workstation.casework.handover import DeskIdentity, KnownDesk
from workstation.errors import Finding, Refused
from workstation.received.regular_file import opened
from workstation.store.bundle.desk_keys import (
    LARGEST,
    PublicDesk,
    grouped,
    key_file,
    known_desk,
    new_identity,
    public,
    public_desk,
    read_key_file,
    ungrouped,
)

__all__ = ["KnownDesk", "PublicDesk", "grouped", "ungrouped"]


def own_identity(desk: Desk) -> DeskIdentity:
    """The private keys of this desk, made when first asked for."""
    found = desk.store.find(DeskIdentity)
    if found:
        return found[0]
    made = new_identity(desk.clock.now())
    desk.run(_keep, made)
    return made


def _keep(desk: Desk, made: DeskIdentity) -> None:
    desk.store.add(made)


def own_public(desk: Desk) -> PublicDesk:
    """What other desks know this one by."""
    return public_desk(own_identity(desk), desk.settings.desk_name)


def own_fingerprint(desk: Desk) -> str:
    """This desk's fingerprint; empty while it has no keys yet."""
    return own_public(desk).fingerprint if desk.store.find(DeskIdentity) else ""


def own_key_file(desk: Desk) -> bytes:
    """The content of this desk's public key file; it holds no secret."""
    return key_file(own_identity(desk), desk.settings.desk_name)


def read_desk_key(path: Path) -> PublicDesk:
    """The desk of a key file. Raises `Refused`: file_unreadable, desk_key_unreadable."""
    try:
        with opened(path, sys.maxsize) as file:
            data = file.read(LARGEST + 1)
    except (OSError, Refused) as error:
        raise Refused(Finding("file_unreadable", path.name, {"name": path.name})) from error
    try:
        return read_key_file(data)
    except ValueError as error:
        raise Refused(Finding("desk_key_unreadable", path.name, {"file": path.name})) from error


def known_desks(desk: Desk) -> tuple[KnownDesk, ...]:
    """The desks that were remembered, in the order in which they were."""
    return desk.store.find(KnownDesk)


def public_of(known: KnownDesk) -> PublicDesk:
    """The public keys of a known desk."""
    return public(known.name, known.encryption, known.signing)


def is_known(desk: Desk, other: PublicDesk) -> bool:
    """Whether a desk with just these keys was remembered."""
    return bool(desk.store.find(KnownDesk, id=other.fingerprint))


def remember(desk: Desk, other: PublicDesk) -> KnownDesk:
    """Remember a desk whose fingerprint was compared. Raises `Refused` (bundle_own_desk) for this desk itself."""
    refuse_own(desk, other)
    kept = known_desk(other, desk.clock.now(), desk.agent)
    desk.store.save(kept)
    return kept


def forget(desk: Desk, fingerprint: str) -> None:
    """Forget a desk; cases it has had stay as they are. Raises `Refused` (not_found)."""
    desk.store.delete(KnownDesk, ungrouped(fingerprint))


def recipient(desk: Desk, named: str) -> PublicDesk:
    """The desk that is meant: a known one by its name or fingerprint, else one of a key file.

    Raises `Refused`: desk_name_twice, and what `read_desk_key` does.
    """
    found = [one for one in known_desks(desk) if named in (one.name, one.id) or ungrouped(named) == one.id]
    if len(found) > 1:
        raise Refused(Finding("desk_name_twice", named, {"name": named}))
    return public_of(found[0]) if found else read_desk_key(Path(named))


def refuse_own(desk: Desk, other: PublicDesk) -> None:
    """Raise `Refused` (bundle_own_desk) for the keys of this desk."""
    if other.fingerprint == own_public(desk).fingerprint:
        raise Refused(Finding("bundle_own_desk", other.name, {"desk": other.name}))
