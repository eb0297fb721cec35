"""The keys of supervisors: their own pair at their desk, and the public ones that an agent's desk has registered."""

from __future__ import annotations

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Final

from workstation.actions.desk import Desk
from workstation.actions.people import known_of
from workstation.errors import Finding, Refused
from workstation.field_ref import FieldRef
from workstation.promise.grant import SigningKey, SupervisorKey
from workstation.received.regular_file import whole
from workstation.store import keys
from workstation.store.grants.signing import is_public, key_id, new_signing_key

_FORM: Final = "concord-supervisor-1"
_LARGEST: Final = 4096


def own_key(desk: Desk) -> SigningKey | None:
    """The key pair of the person signed in."""
    return next((one for one in reversed(desk.store.find(SigningKey)) if one.name == desk.user.name), None)


def key_making(desk: Desk, passphrase: str) -> Callable[[], SigningKey]:
    """What makes a pair for the supervisor signed in, sealed under ``passphrase``, on any thread; `keep_key` then keeps it.

    Raises `Refused`: role_supervisor. Calling it raises passphrase_empty, passphrase_short, passphrase_weak.
    """
    desk.entitle("supervises")
    name, at, guessed = desk.user.name, desk.clock.now(), known_of(desk, desk.user.name)

    def work() -> SigningKey:
        keys.refuse_weak(passphrase, guessed)
        return new_signing_key(name, passphrase, at)

    return work


def keep_key(desk: Desk, made: SigningKey) -> None:
    """Keep a pair; what was signed by an earlier one stays good where that is registered."""
    desk.store.add(made)


def public_file(key: SigningKey) -> bytes:
    """The public key for the desks of agents; it holds no secret."""
    return (json.dumps({"form": _FORM, "name": key.name, "public": key.public}, ensure_ascii=False) + "\n").encode()


def read_public(path: Path) -> tuple[str, str]:
    """Name and public key of a file that `public_file` made. Raises `Refused`: file_unreadable, grant_key_unreadable."""
    try:
        body = json.loads(whole(path, _LARGEST))
        name, public = str(body["name"]).strip(), str(body["public"])
    except (ValueError, KeyError, TypeError) as error:
        raise Refused(Finding("grant_key_unreadable", path.name, {"file": path.name})) from error
    if body.get("form") != _FORM or not name or not is_public(public):
        raise Refused(Finding("grant_key_unreadable", path.name, {"file": path.name}))
    return name, public.lower()


def fingerprint(public: str) -> str:
    """By which people compare a key: 32 hex digits in groups of four. Its number in codes is shorter, and proves nothing."""
    digits = sha256(b"concord grant fingerprint " + bytes.fromhex(public)).hexdigest()[:32].upper()
    return " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))


def is_fingerprint_of(text: str, public: str) -> bool:
    """Whether a typed fingerprint is that of the key."""
    return "".join(text.split()).upper() == fingerprint(public).replace(" ", "")


def register(desk: Desk, name: str, public: str) -> SupervisorKey:
    """Let codes signed by this key count here, once a supervisor has compared its fingerprint. Run it by `Desk.run`.

    Raises `Refused` (grant_key_twice) where another key is known by the same number.
    """
    if any(one.public != public for one in desk.store.find(SupervisorKey, id=key_id(public))):
        raise Refused(Finding("grant_key_twice", FieldRef.GRANT_CODE, {"key": key_id(public).upper()}))
    kept = SupervisorKey(key_id(public), name.strip(), public, desk.clock.now(), desk.supervisor)
    desk.store.save(kept)
    return kept


def forget_key(desk: Desk, id_: str) -> None:
    """Let a key count no more; what it granted stays granted. Raises `Refused` (grant_key_unknown)."""
    if not desk.store.find(SupervisorKey, id=id_.strip().lower()):
        raise Refused(Finding("grant_key_unknown", FieldRef.GRANT_CODE, {"key": id_.strip().upper()}))
    desk.store.delete(SupervisorKey, id_.strip().lower())


def registered(desk: Desk) -> tuple[SupervisorKey, ...]:
    """The keys whose codes count here."""
    return desk.store.find(SupervisorKey)
