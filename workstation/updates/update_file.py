"""An update file: a ZIP of three members, of which the first says what the third must be and the second vouches for the first.

``update.json`` names version, platform and every file with size and digest; ``update.sig`` is an Ed25519 signature (RFC 8032)
over `SIGNED` and those very bytes; ``payload.tar.gz`` is the bundle as an administrator would unpack it. Nothing of the payload is
looked at before the signature is found good, and nothing of it is believed that the list does not say.
"""

from __future__ import annotations

import json
import re
import tomllib
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO, Any, Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

import resources
from workstation.errors import Finding, Refused

SUFFIX: Final = ".concord-update"
FORM: Final = "concord-update-1"
SIGNED: Final = FORM.encode() + b"\n"
"""What stands before the list where it is signed, so that no other signature of the key fits."""
MANIFEST, SIGNATURE, PAYLOAD = "update.json", "update.sig", "payload.tar.gz"
FIELD: Final = "FILE"
MAX_FILES: Final = 20_000
MAX_INSTALLED: Final = 2 * 2**30
"""Bytes of all files of a version; ours has some 350 MB."""
_MAX_MANIFEST: Final = 8 * 2**20
_VERSION: Final = re.compile(r"(\d{1,4})\.(\d{1,4})\.(\d{1,4})(?:\.dev(\d{1,4}))?")
_NAME: Final = re.compile(r"[0-9A-Za-z][0-9A-Za-z._-]{0,80}")
_DIGEST: Final = re.compile(r"[0-9a-f]{64}")
_PLAIN: Final = re.compile(r"[^\x00-\x1f\\:*?\"<>|]+")
"""What a part of a path may hold, on Windows too."""
_BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    ValueError,
    LookupError,
    EOFError,
    NotImplementedError,
    TypeError,
)


@dataclass(frozen=True, slots=True)
class Content:
    """One file of a version: bytes, digest, and whether the system may run it."""

    size: int
    sha256: str
    runs: bool = False


@dataclass(frozen=True, slots=True)
class Update:
    """What a signed list says. ``files`` and ``links`` are paths below ``folder``; a link names a file beside it."""

    version: str
    platform: str
    folder: str
    schema: int
    signed_by: str
    files: Mapping[str, Content]
    links: Mapping[str, str]

    @property
    def size(self) -> int:
        """Bytes of all files together."""
        return sum(one.size for one in self.files.values())


def version_order(version: str) -> tuple[int, int, int, int]:
    """What a version compares by; one under development comes before its release. Raises ValueError."""
    found = _VERSION.fullmatch(version)
    if found is None:
        raise ValueError(version)
    major, minor, patch, dev = found.groups()
    return int(major), int(minor), int(patch), int(dev) if dev is not None else 10**6


def release_keys() -> Mapping[str, str]:
    """Name → public key of everybody who may sign an update of this program."""
    keys = tomllib.loads(resources.path("updates", "keys.toml").read_text("utf-8"))["keys"]
    return {str(name): str(key) for name, key in keys.items()}


def read_update(path: Path, keys: Mapping[str, str]) -> Update:
    """The list of an update file whose signature one of ``keys`` made.

    Raises `Refused`: update_no_key, update_missing, update_unreadable, update_unsigned.
    """
    if not keys:
        raise Refused(Finding("update_no_key", FIELD))
    if not path.is_file():
        raise Refused(Finding("update_missing", FIELD, {"file": path.name}))
    try:
        with zipfile.ZipFile(path) as box:
            manifest, signature = _member(box, MANIFEST, _MAX_MANIFEST), _member(box, SIGNATURE, 64)
            _ = box.getinfo(PAYLOAD)
    except _BROKEN as error:
        raise _unreadable(path) from error
    name = next((name for name, key in keys.items() if _made_by(key, signature, manifest)), None)
    if name is None:
        raise Refused(Finding("update_unsigned", FIELD, {"file": path.name}))
    try:
        return _update(json.loads(manifest), name)
    except (*_BROKEN, RecursionError) as error:
        raise _unreadable(path) from error


def payload(box: zipfile.ZipFile) -> IO[bytes]:
    """The packed bundle of an open update file, to be read once from its beginning."""
    return box.open(PAYLOAD)


def _unreadable(path: Path) -> Refused:
    return Refused(Finding("update_unreadable", FIELD, {"file": path.name}))


def _member(box: zipfile.ZipFile, name: str, most: int) -> bytes:
    if box.getinfo(name).file_size > most:
        raise ValueError(name)
    with box.open(name) as member:
        data = member.read(most + 1)
    if len(data) > most:
        raise ValueError(name)
    return data


def _made_by(key: str, signature: bytes, manifest: bytes) -> bool:
    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(key)).verify(signature, SIGNED + manifest)
    except (InvalidSignature, ValueError):
        return False
    return True


def _update(told: Any, signed_by: str) -> Update:
    """Raises ValueError, LookupError or TypeError where the list is none that this version understands."""
    if told["form"] != FORM:
        raise ValueError(told["form"])
    version_order(told["version"])
    files = {
        _path(name): Content(_size(size), _digest(digest), runs is True)
        for name, (size, digest, runs) in told["files"].items()
    }
    links = {_path(name): _beside(target) for name, target in told["links"].items()}
    found = Update(
        told["version"], _plain(told["platform"]), _plain(told["folder"]), int(told["schema"]), signed_by, files, links
    )
    if not files or len(files) + len(links) > MAX_FILES or found.size > MAX_INSTALLED or files.keys() & links.keys():
        raise ValueError("files")
    if any(str(PurePosixPath(name).parent / target) not in files for name, target in links.items()):
        raise ValueError("links")
    return found


def _path(name: str) -> str:
    parts = name.split("/")
    if not all(_PLAIN.fullmatch(part) and part.strip(". ") for part in parts) or len(name) > 400:
        raise ValueError(name)
    return name


def _beside(target: str) -> str:
    if "/" in target:
        raise ValueError(target)
    return _path(target)


def _plain(name: str) -> str:
    if not _NAME.fullmatch(name):
        raise ValueError(name)
    return name


def _size(size: object) -> int:
    if not isinstance(size, int) or not 0 <= size <= MAX_INSTALLED:
        raise ValueError(size)
    return size


def _digest(text: str) -> str:
    if not _DIGEST.fullmatch(text):
        raise ValueError(text)
    return text
