"""The desk's keys: a passphrase unlocks a random master key, from which the keys of database and vault are derived.

Argon2id (RFC 9106) over the passphrase gives the key that wraps the master key with AES-256-GCM; its costs are stored in the header
file and are bound to the wrapping. Changing the passphrase rewrites this one small file; nothing else is encrypted anew.
"""

from __future__ import annotations

import json
import secrets
import unicodedata
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from workstation.errors import Finding, Refused
from workstation.field_ref import FieldRef
from workstation.store.files import write_whole

HEADER: Final = "desk.json"
SHORTEST: Final = 8
"""Characters a passphrase needs."""
_FORM: Final = "concord-desk-1"
_SALT: Final = 16
_NONCE: Final = 12
_KEY: Final = 32
_TAG: Final = 16


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess of a passphrase costs: KiB of memory, passes over it, lanes beside each other."""

    memory_kib: int = 65536
    passes: int = 3
    lanes: int = 4

    def is_sane(self) -> bool:
        """Whether the values are ones this program could have written: a forged header must not eat the machine."""
        return 8 * self.lanes <= self.memory_kib <= 2**20 and 1 <= self.passes <= 16 and 1 <= self.lanes <= 16


STANDARD: Final = Cost()
"""The second recommended choice of RFC 9106, section 4; a quarter of a second on two cores, so a slow desk waits no two."""


@dataclass(frozen=True, slots=True)
class Keys:
    """32 bytes each. The form for people never shows them."""

    database: bytes
    vault: bytes

    def __repr__(self) -> str:
        return "Keys(…)"


@dataclass(frozen=True, slots=True)
class _Header:
    cost: Cost
    salt: bytes
    nonce: bytes
    wrapped: bytes
    generation: object = None
    """As `workstation.store.generation` keeps it; bound to nothing."""

    def bound(self) -> bytes:
        """What the wrapping vouches for besides the key."""
        return json.dumps([_FORM, asdict(self.cost), self.salt.hex()], sort_keys=True).encode()

    def text(self) -> str:
        body: dict[str, Any] = {
            "form": _FORM, "argon2id": asdict(self.cost), "salt": self.salt.hex(),
            "nonce": self.nonce.hex(), "wrapped": self.wrapped.hex(),
        }  # fmt: skip
        if self.generation is not None:
            body["generation"] = self.generation
        return json.dumps(body | {"check": check_sum(body)}, indent=2) + "\n"


def new_keys(passphrase: str, cost: Cost = STANDARD) -> tuple[Keys, bytes]:
    """Fresh keys and the header file's content that guards them. Raises `Refused`: passphrase_empty, passphrase_short."""
    master = secrets.token_bytes(_KEY)
    return _derived(master), _wrapped(master, passphrase, cost)


def open_keys(folder: Path, passphrase: str) -> Keys:
    """The keys of a desk. Only reads.

    Raises `Refused`: passphrase_wrong, desk_header_missing, desk_header_damaged.
    The header's check sum tells damage from a wrong passphrase.
    """
    return _derived(_master(_read(folder), passphrase))


def change_passphrase(folder: Path, old: str, new: str) -> None:
    """Guard the same keys with a new passphrase; a crash leaves the old one or the new one valid. Refusals as above."""
    header = _read(folder)
    write_whole(folder / HEADER, _wrapped(_master(header, old), new, header.cost, header.generation))


def _wrapped(master: bytes, passphrase: str, cost: Cost, generation: object = None) -> bytes:
    refuse_weak(passphrase)
    empty = _Header(cost, secrets.token_bytes(_SALT), secrets.token_bytes(_NONCE), b"")
    sealed = AESGCM(_wrapping_key(passphrase, empty)).encrypt(empty.nonce, master, empty.bound())
    return _Header(cost, empty.salt, empty.nonce, sealed, generation).text().encode()


def _master(header: _Header, passphrase: str) -> bytes:
    try:
        return AESGCM(_wrapping_key(passphrase, header)).decrypt(header.nonce, header.wrapped, header.bound())
    except InvalidTag:
        raise Refused(Finding("passphrase_wrong", FieldRef.DESK_PASSPHRASE)) from None


def refuse_weak(passphrase: str) -> None:
    """Raise `Refused` for a passphrase too short to guard anything."""
    if not passphrase.strip():
        raise Refused(Finding("passphrase_empty", FieldRef.DESK_PASSPHRASE))
    if len(_typed(passphrase)) < SHORTEST:
        raise Refused(Finding("passphrase_short", FieldRef.DESK_PASSPHRASE, {"least": str(SHORTEST)}))


def _typed(passphrase: str) -> str:
    """Input methods give the same key in full or half width, composed or not; all mean one passphrase."""
    return unicodedata.normalize("NFKC", passphrase)


def _wrapping_key(passphrase: str, header: _Header) -> bytes:
    cost = header.cost
    stretch = Argon2id(
        salt=header.salt, length=_KEY, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib
    )
    return stretch.derive(_typed(passphrase).encode())


def _derived(master: bytes) -> Keys:
    return Keys(_for(master, b"concord database"), _for(master, b"concord vault"))


def _for(master: bytes, purpose: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=_KEY, salt=None, info=purpose).derive(master)


def check_sum(body: dict[str, Any]) -> str:
    """What the header says of all its other members, so that damage is told from a wrong passphrase."""
    return sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()


def _read(folder: Path) -> _Header:
    try:
        content = (folder / HEADER).read_bytes()
    except FileNotFoundError:
        raise Refused(Finding("desk_header_missing", FieldRef.DESK_FOLDER, {"file": HEADER})) from None
    try:
        return _parsed(json.loads(content))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise Refused(Finding("desk_header_damaged", FieldRef.DESK_FOLDER, {"file": HEADER})) from None


def _parsed(body: dict[str, Any]) -> _Header:
    check = body.pop("check")
    cost = Cost(**body["argon2id"])
    if check != check_sum(body) or body["form"] != _FORM or not cost.is_sane():
        raise ValueError("not a header of this form")
    parts = [bytes.fromhex(body[name]) for name in ("salt", "nonce", "wrapped")]
    if [len(part) for part in parts] != [_SALT, _NONCE, _KEY + _TAG]:
        raise ValueError("parts of other lengths")
    return _Header(cost, parts[0], parts[1], parts[2], body.get("generation"))
