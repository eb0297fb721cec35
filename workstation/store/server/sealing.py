"""What leaves the workstation for a server: rows under AES-256-GCM, and tokens by which the server finds what it cannot read.

Both keys come from the key of the desk's database, which the server never sees. A row is bound to its table and its key, so that
rows cannot be swapped, and is as long as its values to the next 64 bytes.
"""

from __future__ import annotations

import hmac
import json
import os
from collections.abc import Mapping
from typing import Any, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_FORM: Final = b"\x01"
_NONCE: Final = 12
_STEP: Final = 64
_TOKEN: Final = 16
_ENCODER: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_LEAST, _MOST = -(2**63), 2**63 - 1


class OfficeSeal:
    """Seals and opens for one office. ``key``: of the desk's database, 32 bytes."""

    def __init__(self, key: bytes) -> None:
        self._cipher = AESGCM(_derived(key, b"concord server rows"))
        self._tokens = _derived(key, b"concord server tokens")

    def token(self, space: str, value: str) -> bytes:
        """What stands for a value of a space (a table, or a column of one): equal for equal values, else as good as random."""
        return hmac.digest(self._tokens, f"{space}\0{value}".encode(), "sha256")[:_TOKEN]

    def sealed(self, table: str, key: bytes, values: Mapping[str, Any]) -> bytes:
        """The values of a row, sealed. Raises OverflowError for a number that no database here holds."""
        if any(isinstance(one, int) and not _LEAST <= one <= _MOST for one in values.values()):
            raise OverflowError("a number beyond 64 bits")
        plain = _ENCODER.encode(values).encode()
        nonce = os.urandom(_NONCE)
        padded = plain + b" " * (-len(plain) % _STEP)
        return _FORM + nonce + self._cipher.encrypt(nonce, padded, _bound(table, key))

    def opened(self, table: str, key: bytes, sealed: bytes) -> dict[str, Any]:
        """What `sealed` made. Raises ValueError for bytes that this office did not seal for this place."""
        if sealed[:1] != _FORM:
            raise ValueError("sealed by a later program")
        nonce, body = sealed[1 : 1 + _NONCE], sealed[1 + _NONCE :]
        try:
            found: dict[str, Any] = json.loads(self._cipher.decrypt(nonce, body, _bound(table, key)))
        except InvalidTag as error:
            raise ValueError("not sealed by this office for this place") from error
        return found


def _derived(key: bytes, purpose: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=purpose).derive(key)


def _bound(table: str, key: bytes) -> bytes:
    return table.encode() + b"\0" + key
