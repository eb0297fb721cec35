"""Who has a desk open: a small file for each process, held by it while it lives, so that no process id has to be believed.

The files are sealed, since a name is nobody's business outside, and nothing depends on them: both openers may read and write.
"""

from __future__ import annotations

import json
import os
import secrets
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from workstation.store.files import BINARY, OWNER_FILE, hold, private_folder

FOLDER: Final = "open"
_SUFFIX: Final = ".open"
_NONCE: Final = 12
_LONGEST: Final = 4096


@dataclass(frozen=True, slots=True)
class Opener:
    """Somebody who has the desk open: their name, their computer, since when (UTC), and on a server the case before them."""

    person: str
    host: str
    since: datetime
    case_id: str = ""


class OpenRegister:
    """The register of one desk folder. ``key``: 32 bytes known to all who can open the desk."""

    def __init__(self, folder: Path, key: bytes) -> None:
        self._folder = folder / FOLDER
        self._cipher = AESGCM(HKDF(algorithm=SHA256(), length=32, salt=None, info=b"open register").derive(key))
        self._mine: tuple[Path, int] | None = None

    def enter(self, opener: Opener) -> None:
        """Write oneself down and clear away what dead processes left; call while the desk's lock is held.

        Nobody can be told on a medium that takes no files; the desk opens all the same.
        """
        body = json.dumps([opener.person, opener.host, opener.since.isoformat()], ensure_ascii=False).encode()
        nonce = secrets.token_bytes(_NONCE)
        try:
            private_folder(self._folder)
            for file in self._folder.iterdir():
                if self._read(file) is None:
                    file.unlink(missing_ok=True)
            self._mine = _held(
                self._folder / f"{secrets.token_hex(8)}{_SUFFIX}", nonce + self._cipher.encrypt(nonce, body, None)
            )
        except OSError:
            self._mine = None

    def at(self, case_id: str) -> None:
        """Which case is open here is told on a server only; two windows at one file see each other's saves at once."""

    def others(self) -> tuple[Opener, ...]:
        """Who else has the desk open now, the longest first."""
        mine = self._mine[0] if self._mine else None
        files = [file for file in self._folder.glob(f"*{_SUFFIX}") if file != mine]
        found = [opener for file in files if (opener := self._read(file)) is not None]
        return tuple(sorted(found, key=lambda one: one.since))

    def leave(self) -> None:
        """Take oneself off; a second time does nothing."""
        if self._mine is not None:
            file, handle = self._mine
            self._mine = None
            os.close(handle)
            with suppress(OSError):  # nobody holds it any more, so the next who opens the desk clears it away
                file.unlink(missing_ok=True)

    def _read(self, file: Path) -> Opener | None:
        """Who holds a file; None when its process is gone."""
        try:
            handle = os.open(file, os.O_RDWR | BINARY)
        except OSError:
            return None
        try:
            sealed = os.read(handle, _LONGEST)
            return None if hold(handle) else self._opened(sealed)
        except OSError:
            return None
        finally:
            os.close(handle)

    def _opened(self, sealed: bytes) -> Opener:
        try:
            person, host, since = json.loads(self._cipher.decrypt(sealed[:_NONCE], sealed[_NONCE:], None))
            return Opener(person, host, datetime.fromisoformat(since))
        except (InvalidTag, ValueError):
            return Opener("?", "?", datetime.fromisoformat("1970-01-01T00:00:00+00:00"))


def _held(path: Path, data: bytes) -> tuple[Path, int]:
    """A file of one's own, held until its handle is closed; it bears its name only once it is held, where a system allows that."""
    made = path if os.name == "nt" else path.with_suffix(".new")
    handle = os.open(made, os.O_CREAT | os.O_EXCL | os.O_RDWR | BINARY, OWNER_FILE)
    try:
        os.write(handle, data)
        hold(handle)
        if made != path:
            made.rename(path)
    except OSError:
        os.close(handle)
        raise
    return path, handle
