"""How often a desk was opened and how often it was changed, as its database counts and as files beside the database remember.

Somebody who puts back an older database leaves the newer counts beside it, and that is noticed before anything is set aside. The
database counts first: a crash between the two leaves the file behind, which means nothing and is mended by the next change.
Openings stand in the header, which is written with all the care that a key file needs. Changes stand in a file of their own,
overwritten where it lies and not waited for: that costs some microseconds, and what a power cut takes of it only leaves it behind.
"""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final
from zlib import crc32

from workstation.store.files import BINARY, OWNER_FILE
from workstation.store.header import HEADER, read_header, write_header
from workstation.store.sharing.counters import Opened

REVISION: Final = "desk.revision"
_DIGITS: Final = 20
_LENGTH: Final = _DIGITS + 10
_NO_LINKS: Final = getattr(os, "O_NOFOLLOW", 0)


@dataclass(frozen=True, slots=True)
class LastKnown:
    """What the files beside a database know: the number of the last opening and of the last change, and when the later one was."""

    generation: int = 0
    revision: int = 0
    at: str = ""


def last_known(folder: Path) -> LastKnown:
    """Read it before the database is opened: that is ahead of these files at any moment, so what was read earlier never is, even
    while others write.

    Raises `Refused` as `read_header`.
    """
    header, revision = read_header(folder), _read_revision(folder)
    files = (HEADER, REVISION) if revision else (HEADER,)
    written = max((folder / name).stat().st_mtime for name in files)
    return LastKnown(
        header.generation or 0, revision, datetime.fromtimestamp(written, UTC).isoformat(timespec="seconds")
    )


def write_opened(folder: Path, opened: Opened) -> None:
    """Put an opening down in the header, whole or not at all; everything else in it stays. Raises `Refused` as `read_header`."""
    write_header(folder, replace(read_header(folder), generation=opened.generation))


def write_revision(folder: Path, revision: int) -> None:
    """Put down the number of a change that is committed. A disk that does not take it loses nothing but this reminder."""
    digits = f"{revision:0{_DIGITS}}".encode()
    with suppress(OSError):
        handle = os.open(folder / REVISION, os.O_CREAT | os.O_WRONLY | BINARY | _NO_LINKS, OWNER_FILE)
        try:
            os.write(handle, digits + b" %08x\n" % crc32(digits))
        finally:
            os.close(handle)


def _read_revision(folder: Path) -> int:
    """0 where there is none, or what is there was never written whole."""
    try:
        handle = os.open(folder / REVISION, os.O_RDONLY | BINARY | _NO_LINKS)
        try:
            content = os.read(handle, _LENGTH)
        finally:
            os.close(handle)
    except OSError:
        return 0
    digits = content[:_DIGITS]
    whole = len(content) == _LENGTH and digits.isdigit() and content[_DIGITS:] == b" %08x\n" % crc32(digits)
    return int(digits) if whole else 0
