"""A supervisor's Ed25519 key pair: made and sealed under their passphrase, and what it signs."""

from __future__ import annotations

from datetime import date, datetime
from hashlib import sha256
from typing import Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from workstation.promise.grant import KEY_ID, Answered, SigningKey, answer_bytes, signed_part
from workstation.store.keys import STANDARD, Cost, unwrapped, wrapped

_PUBLIC: Final = 32


def key_id(public: str) -> str:
    """By which a code names the key that signed it: 8 hex digits."""
    return sha256(b"concord grant key " + bytes.fromhex(public)).hexdigest()[: 2 * KEY_ID]


def new_signing_key(name: str, passphrase: str, at: datetime, cost: Cost = STANDARD) -> SigningKey:
    """A fresh pair; half a second of work, on any thread. Raises `Refused`: passphrase_empty, passphrase_short."""
    private = Ed25519PrivateKey.generate()
    public = private.public_key().public_bytes_raw().hex()
    sealed = wrapped(private.private_bytes_raw(), name, passphrase, cost)
    return SigningKey(key_id(public), name, public, sealed.decode(), at)


def signed(key: SigningKey, passphrase: str, request: bytes, request_id: str, granted: bool, until: date) -> bytes:
    """The bytes of a code; half a second of work, on any thread. Raises `Refused`: passphrase_wrong."""
    private = Ed25519PrivateKey.from_private_bytes(unwrapped(key.sealed.encode(), passphrase))
    signature = private.sign(signed_part(request, key.id, granted, until))
    return answer_bytes(Answered(request_id, key.id, granted, until, signature))


def is_signed(answered: Answered, public: str, request: bytes) -> bool:
    """Whether a code was signed by this key, over this request and all that the code says."""
    key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public))
    try:
        key.verify(answered.signature, signed_part(request, answered.key, answered.granted, answered.until))
    except InvalidSignature:
        return False
    return True


def is_public(text: str) -> bool:
    """Whether a text is a public key: 64 hex digits."""
    try:
        return len(bytes.fromhex(text)) == _PUBLIC
    except ValueError:
        return False
