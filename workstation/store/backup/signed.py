"""Lists that nobody without the desk's key can write or alter: a line with an HMAC-SHA256 over all that follows it."""

from __future__ import annotations

import hmac
from hashlib import sha256
from pathlib import Path

from workstation.errors import Damaged
from workstation.store.files import write_whole


def write_signed(path: Path, text: str, key: bytes) -> None:
    """Write a list whole, or leave the old one."""
    body = text.encode()
    write_whole(path, _mac(body, key) + b"\n" + body)


def read_signed(path: Path, key: bytes) -> str:
    """The text of a list. Raises `Damaged` when it is missing, altered, or of another desk; other `OSError`s pass through."""
    try:
        mac, _, body = path.read_bytes().partition(b"\n")
    except FileNotFoundError:
        raise Damaged(f"{path.name} is missing") from None
    if not hmac.compare_digest(mac, _mac(body, key)):
        raise Damaged(f"{path.name} was altered")
    return body.decode()


def _mac(body: bytes, key: bytes) -> bytes:
    return hmac.new(key, body, sha256).hexdigest().encode()
