"""What stands at the head inside a bundle: who sent which case, and the hash of everything that follows; signed by the sender."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from workstation.store.bundle.desk_keys import PublicDesk, public
from workstation.store.transfer.lines import MOST_ENTRIES, read_json
from workstation.store.transfer.plain import NotPlain

LONGEST: Final = 8 * 2**20
"""Bytes a header may have."""
MOST_FILES: Final = 20_000
LARGEST_FILE: Final = 512 * 2**20
LARGEST_ENTRIES: Final = 64 * 2**20
MOST_ANCESTORS: Final = 500
_HASH: Final = re.compile(r"[0-9a-f]{64}")
_ID: Final = re.compile(r"[0-9a-f]{32}")
_CASE_ID: Final = re.compile(r"[0-9A-Za-z_-]{1,64}")


@dataclass(frozen=True, slots=True)
class FileEntry:
    """A file that a bundle holds: SHA-256 in hex, bytes, and the name by which people know it."""

    sha256: str
    size: int
    name: str


@dataclass(frozen=True, slots=True)
class Header:
    """``recipient``: fingerprint; ``schema`` of the entries; ``entries_size`` and ``entries_sha256`` of their lines."""

    id: str
    schema: int
    at: datetime
    by: str
    sender: PublicDesk
    recipient: str
    case_id: str
    number: str
    ancestors: tuple[str, ...]
    entries: int
    entries_size: int
    entries_sha256: str
    files: tuple[FileEntry, ...]

    @property
    def size(self) -> int:
        """Bytes of all files together."""
        return sum(one.size for one in self.files)


def to_bytes(header: Header) -> bytes:
    """The header as JSON."""
    body = {
        "id": header.id,
        "schema": header.schema,
        "at": header.at.isoformat(),
        "by": header.by,
        "sender": {
            "desk": header.sender.name, "encryption": header.sender.encryption, "signing": header.sender.signing,
        },
        "recipient": header.recipient,
        "case": {"id": header.case_id, "number": header.number},
        "ancestors": header.ancestors,
        "entries": {"count": header.entries, "size": header.entries_size, "sha256": header.entries_sha256},
        "files": [[one.sha256, one.size, one.name] for one in header.files],
    }  # fmt: skip
    return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()


def from_bytes(data: bytes) -> Header:
    """The header of JSON. Raises `NotPlain` for what is none, or beyond the limits."""
    try:
        return _header(read_json(data))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise NotPlain(f"header: {type(error).__name__}") from None


def _header(body: Mapping[str, Any]) -> Header:
    sender, entries, files = body["sender"], body["entries"], body["files"]
    at = datetime.fromisoformat(_text(body["at"], 64))
    if at.utcoffset() is None:
        raise ValueError("no zone")
    return Header(
        id=_matching(_ID, body["id"]),
        schema=_number(body["schema"], 2**31),
        at=at,
        by=_text(body["by"], 500),
        sender=public(sender["desk"], sender["encryption"], sender["signing"]),
        recipient=_text(body["recipient"], 64),
        case_id=_matching(_CASE_ID, body["case"]["id"]),
        number=_text(body["case"]["number"], 64),
        ancestors=tuple(_matching(_ID, one) for one in _list(body["ancestors"], MOST_ANCESTORS)),
        entries=_number(entries["count"], MOST_ENTRIES),
        entries_size=_number(entries["size"], LARGEST_ENTRIES),
        entries_sha256=_matching(_HASH, entries["sha256"]),
        files=tuple(_file(*one) for one in _list(files, MOST_FILES)),
    )


def _file(sha256: object, size: object, name: object) -> FileEntry:
    return FileEntry(_matching(_HASH, sha256), _number(size, LARGEST_FILE), _text(name, 1000))


def _text(value: object, longest: int) -> str:
    if not isinstance(value, str) or len(value) > longest:
        raise ValueError("no text")
    value.encode()
    return value


def _matching(pattern: re.Pattern[str], value: object) -> str:
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise ValueError("no such name")
    return value


def _number(value: object, most: int) -> int:
    if type(value) is not int or not 0 <= value <= most:
        raise ValueError("no such number")
    return value


def _list(value: object, most: int) -> list[Any]:
    if not isinstance(value, list) or len(value) > most:
        raise ValueError("no such list")
    return value
