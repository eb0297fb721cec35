"""What a copy holds: its own files with their hashes, the vault files it needs with their sizes, and counts for people.

A vault file needs no hash here: its name is one, of its content under the desk's key.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from workstation.errors import Damaged
from workstation.store.backup.places import MANIFEST
from workstation.store.backup.signed import read_signed, write_signed

_FORM: Final = "concord-copy-1"
_PIECE: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class OwnFile:
    """A file of the copy's own folder: bytes, and SHA-256 in hex."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """``vault``: name → bytes of each encrypted file; ``lacking``: names of those that could not be copied, damaged or gone.
    ``log``: the head of the desk's log, as `Head` writes it; empty in a copy made before there was one.
    """

    desk: str
    made_at: datetime
    program: str
    schema: int
    cases: int
    evidence: int
    own: Mapping[str, OwnFile]
    vault: Mapping[str, int]
    lacking: tuple[str, ...] = ()
    log: str = ""

    @property
    def size(self) -> int:
        """Bytes of all that the copy needs, what it shares with others included."""
        return sum(self.vault.values()) + sum(one.size for one in self.own.values())


def write_manifest(folder: Path, manifest: Manifest, key: bytes) -> None:
    """Sign a manifest into the folder of its copy."""
    head = {
        "form": _FORM,
        "desk": manifest.desk,
        "made_at": manifest.made_at.isoformat(),
        "program": manifest.program,
        "schema": manifest.schema,
        "cases": manifest.cases,
        "evidence": manifest.evidence,
        "own": {name: [one.size, one.sha256] for name, one in manifest.own.items()},
        "lacking": list(manifest.lacking),
        "log": manifest.log,
    }
    lines = [json.dumps(head), *(f"{name} {size}" for name, size in manifest.vault.items())]
    write_signed(folder / MANIFEST, "\n".join(lines) + "\n", key)


@dataclass(frozen=True, slots=True)
class SignedList:
    """A manifest proven to be one, of which only the head is looked at until more is asked."""

    head: Mapping[str, Any]
    lines: tuple[str, ...]

    @property
    def made_at(self) -> datetime:
        """When the copy was made."""
        return datetime.fromisoformat(self.head["made_at"])

    @property
    def own(self) -> dict[str, OwnFile]:
        """The files of the copy's own folder."""
        return {name: OwnFile(*values) for name, values in self.head["own"].items()}

    def names(self) -> Iterator[str]:
        """Of every vault file that the copy needs."""
        return (line.partition(" ")[0] for line in self.lines)

    def manifest(self) -> Manifest:
        """All of it."""
        facts = {key: self.head[key] for key in ("desk", "program", "schema", "cases", "evidence")}
        sizes = {name: int(size) for name, _, size in (line.partition(" ") for line in self.lines)}
        return Manifest(
            **facts,
            made_at=self.made_at,
            own=self.own,
            vault=sizes,
            lacking=tuple(self.head["lacking"]),
            log=self.head.get("log", ""),
        )


def read_list(folder: Path, key: bytes) -> SignedList:
    """The signed list of a copy. Raises `Damaged` for one that is missing, altered, of another desk or of a later form."""
    head, *lines = read_signed(folder / MANIFEST, key).splitlines()
    known = json.loads(head)
    if known["form"] != _FORM:
        raise Damaged(f"{MANIFEST} is of another form")
    return SignedList(known, tuple(lines))


def read_manifest(folder: Path, key: bytes) -> Manifest:
    """The manifest of a copy; raises as `read_list`."""
    return read_list(folder, key).manifest()


def own_file(path: Path) -> OwnFile:
    """Size and hash of a file as it can be read now."""
    digest, size = sha256(), 0
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            digest.update(piece)
            size += len(piece)
    return OwnFile(size, digest.hexdigest())
