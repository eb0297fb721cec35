"""A wheel: what it calls itself, its licence, and the licence texts that it brings."""

from __future__ import annotations

import email
import hashlib
import re
import zipfile
from dataclasses import dataclass
from email.message import Message
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Final

_LICENCE_FILE: Final = re.compile(r"(?i)^(licen[cs]e|copying|notice|copyright|authors|unlicense|third)")


@dataclass(frozen=True)
class Wheel:
    """One file of the lock."""

    file: Path

    @cached_property
    def info(self) -> Message:
        """Its METADATA."""
        with zipfile.ZipFile(self.file) as archive:
            name = next(one for one in archive.namelist() if one.endswith(".dist-info/METADATA"))
            return email.message_from_bytes(archive.read(name))

    @property
    def name(self) -> str:
        """Its name as the lock writes it."""
        return re.sub(r"[-_.]+", "-", self.info["Name"]).lower()

    @property
    def version(self) -> str:
        """Its version."""
        return str(self.info["Version"])

    @property
    def licence(self) -> str:
        """What it says of its licence: an expression, or the words of its classifiers."""
        told = self.info["License-Expression"] or ""
        classified = [
            one.split(" :: ")[-1] for one in self.info.get_all("Classifier", []) if one.startswith("License ::")
        ]
        first = (self.info["License"] or "").strip().splitlines()
        return told or ", ".join(one for one in classified if one != "OSI Approved") or (first[0] if first else "")

    @property
    def digest(self) -> str:
        """Its sha256."""
        return hashlib.sha256(self.file.read_bytes()).hexdigest()

    def names(self) -> list[str]:
        """The files in it, in order."""
        with zipfile.ZipFile(self.file) as archive:
            return sorted(name for name in archive.namelist() if not name.endswith("/"))

    def licence_texts(self) -> dict[str, bytes]:
        """File name -> text of every licence, notice and list of authors in it; what lies deeper keeps its folder in the name."""
        found = {}
        with zipfile.ZipFile(self.file) as archive:
            for name in self.names():
                path = PurePosixPath(name)
                within = [
                    part for part in path.parts if part.endswith(".dist-info") or part in ("licenses", "license_files")
                ]
                if (within and _LICENCE_FILE.match(path.name)) or "licenses" in path.parts[:-1]:
                    found["-".join(path.parts[1:])] = archive.read(name)
        return found
