"""The desk's keys: each person's passphrase unlocks one random master key, from which the keys of database and vault are derived.

Argon2id (RFC 9106) over a passphrase gives the key that wraps the master key with AES-256-GCM, in a slot of the header file.
A change of passphrase, a new person or one who leaves rewrites this one small file; nothing else is encrypted anew, so that
an old copy of the header still opens with the old passphrases.
"""

from __future__ import annotations

import secrets
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from workstation.errors import Finding, Refused
from workstation.field_ref import FieldRef
from workstation.identity import name_key
from workstation.store import passphrases
from workstation.store.encrypted import WAIT_SECONDS
from workstation.store.header import (
    FORM_1,
    FORM_2,
    KEY_BYTES,
    LONGEST_NAME,
    NONCE_BYTES,
    SALT_BYTES,
    Header,
    Slot,
    SlotKind,
    parsed,
    read_header,
    write_header,
)
from workstation.store.header import HEADER as HEADER
from workstation.store.header import Cost as Cost
from workstation.store.lock import locked

SHORTEST: Final = 8
"""Characters a passphrase needs."""
STANDARD: Final = Cost()
"""The second recommended choice of RFC 9106, section 4; a quarter of a second on two cores, so a slow desk waits no two."""


@dataclass(frozen=True, slots=True)
class Keys:
    """32 bytes each; ``person`` is the login name whose slot gave them, unless the recovery key did. Never shown."""

    database: bytes
    vault: bytes
    master: bytes = b""
    person: str = field(default="", compare=False)
    recovery: bool = field(default=False, compare=False)

    def __repr__(self) -> str:
        return "Keys(…)"


def new_keys(passphrase: str, cost: Cost = STANDARD, person: str = "") -> tuple[Keys, bytes]:
    """Fresh keys and the header file's content that guards them, for a person or, without a name, in form 1.

    Raises `Refused`: passphrase_empty, passphrase_short, person_name_long.
    """
    master, name = secrets.token_bytes(KEY_BYTES), clean_name(person) if person else ""
    slot = _person_slot(master, name, passphrase, cost)
    return _derived(master, name), Header(cost, (slot,)).text().encode()


def wrapped(secret: bytes, name: str, passphrase: str, cost: Cost = STANDARD) -> bytes:
    """Another secret of a person, 32 bytes, wrapped as the master key is. Raises `Refused`: passphrase_empty, passphrase_short."""
    return Header(cost, (_person_slot(secret, name, passphrase, cost),)).text().encode()


def unwrapped(content: bytes, passphrase: str) -> bytes:
    """What `wrapped` made. Raises `Refused` (passphrase_wrong)."""
    return _opened(parsed(content), passphrase, "")[1]


def people(folder: Path) -> tuple[str, ...]:
    """The login names of a desk in the order they came; one empty name on a desk whose person was never asked. Only reads.

    Raises `Refused`: desk_header_missing, desk_header_damaged.
    """
    return tuple(slot.name for slot in read_header(folder).people)


def open_keys(folder: Path, passphrase: str, person: str = "") -> Keys:
    """The keys of a desk for one of its people; without a name, for the first whose passphrase it is (a guess each). Only reads.

    Raises `Refused`: passphrase_wrong, person_unknown, desk_header_missing, desk_header_damaged.
    The header's check sum tells damage from a wrong passphrase.
    """
    slot, master = _opened(read_header(folder), passphrase, person)
    return _derived(master, slot.name)


def change_passphrase(folder: Path, old: str, new: str, person: str = "") -> None:
    """Guard a person's slot (or the first that ``old`` opens) with a new passphrase; a crash leaves one of them valid.

    Refusals as above, and passphrase_empty, passphrase_short.
    """

    def changed(header: Header) -> Header:
        slot, master = _opened(header, old, person)
        return _with(header, slot, _person_slot(master, slot.name, new, header.cost))

    _rewrite(folder, changed)


def add_person(folder: Path, keys: Keys, name: str, passphrase: str) -> None:
    """Let another person open the desk. Raises `Refused`: person_name_empty, person_name_long, person_exists, passphrase_short …"""
    name = clean_name(name)

    def added(header: Header) -> Header:
        if header.person(name):
            raise Refused(Finding("person_exists", FieldRef.PERSON_NAME, {"name": name}))
        return _with(header, None, _person_slot(keys.master, name, passphrase, header.cost))

    _rewrite(folder, added)


def set_passphrase(folder: Path, keys: Keys, name: str, passphrase: str) -> None:
    """Give a person another passphrase without the old one.

    Raises `Refused`: person_unknown, passphrase_empty, passphrase_short.
    """

    def reset(header: Header) -> Header:
        slot = _slot_of(header, name)
        return _with(header, slot, _person_slot(keys.master, slot.name, passphrase, header.cost))

    _rewrite(folder, reset)


def name_person(folder: Path, name: str) -> None:
    """Give the one person of an older desk, who was never asked, a login name; the passphrase stays.

    Raises `Refused`: person_exists (they have one already, or somebody else has this one), person_name_empty, person_name_long.
    """
    name = clean_name(name)

    def named(header: Header) -> Header:
        slot = header.person("")
        if slot is None:
            raise Refused(Finding("person_exists", FieldRef.PERSON_NAME, {"name": _names(header)}))
        if header.person(name):
            raise Refused(Finding("person_exists", FieldRef.PERSON_NAME, {"name": name}))
        return _with(header, slot, replace(slot, name=name))

    _rewrite(folder, named)


def remove_person(folder: Path, name: str) -> None:
    """Take a person's slot away; copies of the old header still open. Raises `Refused`: person_unknown, person_last."""

    def removed(header: Header) -> Header:
        slot = _slot_of(header, name)
        if len(header.people) == 1:
            raise Refused(Finding("person_last", FieldRef.PERSON_NAME, {"name": slot.name}))
        return _with(header, slot, None)

    _rewrite(folder, removed)


def has_recovery(folder: Path) -> bool:
    """Whether a recovery key opens the desk. Only reads."""
    return read_header(folder).recovery is not None


def set_recovery(folder: Path, keys: Keys, recovery: bytes) -> None:
    """Let a recovery key of 32 random bytes open the desk, in place of an earlier one."""
    _refuse_other_length(recovery)

    def added(header: Header) -> Header:
        return _with(header, header.recovery, _sealed(keys.master, "recovery", "", recovery, header.cost))

    _rewrite(folder, added)


def open_with_recovery(folder: Path, recovery: bytes) -> Keys:
    """The keys of a desk by its recovery key; ``person`` is empty. Only reads. Raises `Refused`: recovery_none, recovery_wrong."""
    _refuse_other_length(recovery)
    header = read_header(folder)
    if header.recovery is None:
        raise Refused(Finding("recovery_none", FieldRef.DESK_PASSPHRASE))
    try:
        return replace(_derived(_master(header.recovery, header.cost, recovery), ""), recovery=True)
    except InvalidTag:
        raise Refused(Finding("recovery_wrong", FieldRef.DESK_PASSPHRASE)) from None


def remove_recovery(folder: Path) -> None:
    """Let no recovery key open the desk any more; copies of the old header still open with it."""
    _rewrite(folder, lambda header: _with(header, header.recovery, None))


def refuse_weak(passphrase: str, known: Iterable[str] = ()) -> None:
    """Raise `Refused` for a passphrase too short or too easily guessed to guard anything."""
    if not passphrase.strip():
        raise Refused(Finding("passphrase_empty", FieldRef.DESK_PASSPHRASE))
    if len(unicodedata.normalize("NFKC", passphrase)) < SHORTEST:
        raise Refused(Finding("passphrase_short", FieldRef.DESK_PASSPHRASE, {"least": str(SHORTEST)}))
    passphrases.refuse_weak(passphrase, known)


def clean_name(name: str) -> str:
    """A login name as it is kept. Raises `Refused`: person_name_empty, person_name_long."""
    name = " ".join(name.split())
    if not name_key(name) or not name.isprintable():
        raise Refused(Finding("person_name_empty", FieldRef.PERSON_NAME))
    if max(len(name), len(name_key(name))) > LONGEST_NAME:
        raise Refused(Finding("person_name_long", FieldRef.PERSON_NAME, {"most": str(LONGEST_NAME)}))
    return name


def _rewrite(folder: Path, change: Callable[[Header], Header]) -> None:
    with locked(folder, WAIT_SECONDS):
        write_header(folder, change(read_header(folder)))


def _with(header: Header, old: Slot | None, new: Slot | None) -> Header:
    """The header with one slot put in the place of another, added, or taken away."""
    if old is None:
        return replace(header, slots=(*header.slots, *([new] if new else [])))
    kept = (new if slot is old else slot for slot in header.slots)
    return replace(header, slots=tuple(slot for slot in kept if slot))


def _opened(header: Header, passphrase: str, person: str) -> tuple[Slot, bytes]:
    """The slot that a passphrase opens, and the master key in it."""
    for slot in (_slot_of(header, person),) if person else header.people:
        try:
            return slot, _master(slot, header.cost, _typed(passphrase))
        except InvalidTag:
            continue
    raise Refused(Finding("passphrase_wrong", FieldRef.DESK_PASSPHRASE))


def _slot_of(header: Header, person: str) -> Slot:
    slot = header.person(person)
    if slot is None:
        raise Refused(Finding("person_unknown", FieldRef.PERSON_NAME, {"name": person, "names": _names(header)}))
    return slot


def _names(header: Header) -> str:
    return ", ".join(slot.name for slot in header.people)


def _person_slot(master: bytes, name: str, passphrase: str, cost: Cost) -> Slot:
    refuse_weak(passphrase)
    return _sealed(master, "person", name, _typed(passphrase), cost)


def _sealed(master: bytes, kind: SlotKind, name: str, secret: bytes, cost: Cost) -> Slot:
    form = FORM_2 if name or kind == "recovery" else FORM_1
    slot = Slot(kind, name, secrets.token_bytes(SALT_BYTES), secrets.token_bytes(NONCE_BYTES), form=form)
    sealed = AESGCM(_wrapping_key(secret, slot, cost)).encrypt(slot.nonce, master, slot.bound(cost))
    return replace(slot, wrapped=sealed)


def _master(slot: Slot, cost: Cost, secret: bytes) -> bytes:
    return AESGCM(_wrapping_key(secret, slot, cost)).decrypt(slot.nonce, slot.wrapped, slot.bound(cost))


def _typed(passphrase: str) -> bytes:
    """Input methods give the same key in full or half width, composed or not; all mean one passphrase."""
    return unicodedata.normalize("NFKC", passphrase).encode()


def _wrapping_key(secret: bytes, slot: Slot, cost: Cost) -> bytes:
    stretch = Argon2id(
        salt=slot.salt, length=KEY_BYTES, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib
    )
    return stretch.derive(secret)


def _derived(master: bytes, person: str) -> Keys:
    return Keys(_for(master, b"concord database"), _for(master, b"concord vault"), master, person)


def _for(master: bytes, purpose: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=purpose).derive(master)


def _refuse_other_length(recovery: bytes) -> None:
    if len(recovery) != KEY_BYTES:
        raise ValueError(f"a recovery key has {KEY_BYTES} bytes")
