"""The file by which a desk's folder names its server: the address in clear, the password sealed under a key of the desk."""

from __future__ import annotations

import json
import os
from dataclasses import asdict
from pathlib import Path
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from workstation.errors import Finding, Refused
from workstation.field_ref import FieldRef
from workstation.store.files import write_whole
from workstation.store.server.address import ServerAddress, checked

SERVER: Final = "desk.server"
AUTHORITY: Final = "desk.authority.pem"
_FORM: Final = "concord-server-1"
_NONCE: Final = 12


def is_on_server(folder: Path) -> bool:
    """Whether the records of the desk of a folder lie on a server."""
    return (folder / SERVER).exists()


def write_server(folder: Path, address: ServerAddress, password: str, vault_key: bytes) -> None:
    """Name the server of a folder's desk. Raises `Refused` as `checked`."""
    nonce = os.urandom(_NONCE)
    sealed = nonce + _cipher(vault_key).encrypt(nonce, password.encode(), _bound(checked(address)))
    if address.authority:
        write_whole(folder / AUTHORITY, address.authority.encode())
    content = {"form": _FORM, **asdict(address), "password": sealed.hex()}
    write_whole(folder / SERVER, json.dumps(content, ensure_ascii=False, indent=1).encode())


def read_server(folder: Path, vault_key: bytes) -> tuple[ServerAddress, str]:
    """The server of a folder's desk, and the password there. Raises `Refused`: server_file_damaged, and as `checked`."""
    address, sealed = _parts(folder)
    try:
        word = _cipher(vault_key).decrypt(sealed[:_NONCE], sealed[_NONCE:], _bound(address)).decode()
    except (ValueError, InvalidTag) as error:
        raise Refused(_damaged()) from error
    return checked(address), word


def shown_address(folder: Path) -> ServerAddress:
    """The address as the file names it in clear; nothing vouches for it. Raises `Refused` (server_file_damaged)."""
    return _parts(folder)[0]


def _parts(folder: Path) -> tuple[ServerAddress, bytes]:
    try:
        content = json.loads((folder / SERVER).read_bytes())
        if content.pop("form") != _FORM:
            raise ValueError("another form")
        sealed = bytes.fromhex(content.pop("password"))
        return ServerAddress(**content), sealed
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise Refused(_damaged()) from error


def _damaged() -> Finding:
    return Finding("server_file_damaged", FieldRef.DESK_SERVER, {"file": SERVER})


def authority_file(folder: Path, address: ServerAddress) -> str:
    """Where the certificates of an address lie for libpq, written anew where they are not as the file of the server says."""
    if not address.authority:
        return ""
    place, text = folder / AUTHORITY, address.authority.encode()
    if not place.exists() or place.read_bytes() != text:
        write_whole(place, text)
    return str(place)


def _cipher(vault_key: bytes) -> AESGCM:
    return AESGCM(HKDF(algorithm=SHA256(), length=32, salt=None, info=b"server password").derive(vault_key))


def _bound(address: ServerAddress) -> bytes:
    """A password is given to the address and login alone for which it was sealed."""
    return json.dumps(asdict(address), sort_keys=True).encode()
