"""Key pairs of a desk, its public key file, and the fingerprint that two people compare by phone.

X25519 (RFC 7748) for what is sealed for a desk, Ed25519 (RFC 8032) for what it signs. The fingerprint is SHA-256 over both public
keys, as 40 decimal digits (132 bits): digits can be read out in any language.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any, Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from workstation.casework.handover import DeskIdentity, KnownDesk

FORM: Final = "concord-desk-key-1"
LARGEST: Final = 4096
"""Bytes a key file may have."""
LONGEST_NAME: Final = 200
_DIGITS: Final = 40
_KEY: Final = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class PublicDesk:
    """What another desk is known by: its name as it says itself, and its public keys, hex."""

    name: str
    encryption: str
    signing: str

    @property
    def fingerprint(self) -> str:
        """40 digits that stand for both keys."""
        digest = sha256(FORM.encode() + bytes.fromhex(self.encryption) + bytes.fromhex(self.signing)).digest()
        return f"{int.from_bytes(digest, 'big') % 10**_DIGITS:0{_DIGITS}d}"


def grouped(fingerprint: str) -> str:
    """``12345 67890 …``: as it is read out."""
    return " ".join(fingerprint[at : at + 5] for at in range(0, len(fingerprint), 5))


def ungrouped(text: str) -> str:
    """The digits alone, however they were typed."""
    return "".join(char for char in text if char.isdigit())


def new_identity(at: datetime) -> DeskIdentity:
    """Fresh private keys from the system's random source."""
    return DeskIdentity(
        "desk", X25519PrivateKey.generate().private_bytes_raw().hex(), Ed25519PrivateKey.generate().private_bytes_raw().hex(), at
    )  # fmt: skip


def public_desk(identity: DeskIdentity, name: str) -> PublicDesk:
    """The public side of a desk's keys, under the desk's name."""
    encryption = X25519PrivateKey.from_private_bytes(bytes.fromhex(identity.encryption)).public_key()
    signing = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(identity.signing)).public_key()
    return PublicDesk(name[:LONGEST_NAME], encryption.public_bytes_raw().hex(), signing.public_bytes_raw().hex())


def known_desk(desk: PublicDesk, at: datetime, by: str) -> KnownDesk:
    """A desk to be remembered."""
    return KnownDesk(desk.fingerprint, desk.name, desk.encryption, desk.signing, at, by)


def key_file(identity: DeskIdentity, name: str) -> bytes:
    """The content of a public key file; signed by the desk itself, so that its parts cannot be exchanged one by one."""
    body = _body(public_desk(identity, name))
    signature = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(identity.signing)).sign(_signed(body))
    return (json.dumps(body | {"signature": signature.hex()}, ensure_ascii=False, indent=2) + "\n").encode()


def read_key_file(data: bytes) -> PublicDesk:
    """The desk of a key file. Raises ValueError for anything but a key file, whole and signed by its own key."""
    if len(data) > LARGEST:
        raise ValueError("too large")
    try:
        body = json.loads(data.decode())
        signature = bytes.fromhex(body.pop("signature"))
        desk = public(body["desk"], body["encryption"], body["signing"])
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(desk.signing)).verify(signature, _signed(body))
    except (KeyError, TypeError, AttributeError, RecursionError, InvalidSignature) as error:
        raise ValueError(type(error).__name__) from None
    if body != _body(desk):
        raise ValueError("other parts than its own")
    return desk


def public(name: object, encryption: object, signing: object) -> PublicDesk:
    """A public desk of values from outside. Raises ValueError for any that are none."""
    if not (isinstance(name, str) and isinstance(encryption, str) and isinstance(signing, str)):
        raise ValueError("no texts")
    if len(name) > LONGEST_NAME or not (_KEY.fullmatch(encryption) and _KEY.fullmatch(signing)):
        raise ValueError("no keys")
    name.encode()
    return PublicDesk(name, encryption, signing)


def _body(desk: PublicDesk) -> dict[str, Any]:
    return {
        "form": FORM, "desk": desk.name, "fingerprint": grouped(desk.fingerprint), "encryption": desk.encryption,
        "signing": desk.signing,
    }  # fmt: skip


def _signed(body: dict[str, Any]) -> bytes:
    return json.dumps(body, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()
