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
from workstation.store.ledger.head import Head, head_of
from workstation.store.sharing.counters import Opened

REVISION: Final = "desk.revision"
_DIGITS: Final = 20
_LENGTH: Final = _DIGITS + 10
_HEAD_LENGTH: Final = _DIGITS + 1 + 64 + 10
"""A second line bears the head of the log; programs that knew no log read the first alone."""
_NO_HEAD: Final = Head()
_NO_LINKS: Final = getattr(os, "O_NOFOLLOW", 0)


@dataclass(frozen=True, slots=True)
class LastKnown:
    """What the files beside a database know: the number of the last opening and of the last change, when the later one was,
    and the last entry of the log.
    """

    generation: int = 0
    revision: int = 0
    at: str = ""
    head: Head = _NO_HEAD


def last_known(folder: Path) -> LastKnown:
    """Read it before the database is opened: that is ahead of these files at any moment, so what was read earlier never is, even
    while others write.

    Raises `Refused` as `read_header`.
    """
    header, (revision, head) = read_header(folder), _read_revision(folder)
    files = (HEADER, REVISION) if revision else (HEADER,)
    written = max((folder / name).stat().st_mtime for name in files)
    return LastKnown(
        header.generation or 0,
        revision,
        datetime.fromtimestamp(written, UTC).isoformat(timespec="seconds"),
        max(head, head_of(header.log)),
    )


def write_opened(folder: Path, opened: Opened, head: Head = _NO_HEAD) -> None:
    """Put an opening down in the header, whole or not at all; everything else in it stays. Raises `Refused` as `read_header`."""
    write_header(folder, replace(read_header(folder), generation=opened.generation, log=str(head)))


def write_revision(folder: Path, revision: int, head: Head = _NO_HEAD) -> None:
    """Put down the number of a change that is committed, and the head of the log then.

    A disk that does not take it loses nothing but this reminder.
    """
    digits = f"{revision:0{_DIGITS}}".encode()
    with suppress(OSError):
        handle = os.open(os.path.join(folder, REVISION), os.O_CREAT | os.O_WRONLY | BINARY | _NO_LINKS, OWNER_FILE)
        try:
            os.write(handle, _line(digits) + _line(f"{head.number:0{_DIGITS}} {head.digest}".encode()))
        finally:
            os.close(handle)


def _line(text: bytes) -> bytes:
    return text + b" %08x\n" % crc32(text)


def _read_revision(folder: Path) -> tuple[int, Head]:
    """0 and no head where there is none, or what is there was never written whole."""
    try:
        handle = os.open(folder / REVISION, os.O_RDONLY | BINARY | _NO_LINKS)
        try:
            content = os.read(handle, _LENGTH + _HEAD_LENGTH)
        finally:
            os.close(handle)
    except OSError:
        return 0, Head()
    digits, second = content[:_DIGITS], content[_LENGTH:]
    whole = digits.isdigit() and content[:_LENGTH] == _line(digits)
    return int(digits) if whole else 0, _head(second)


def _head(line: bytes) -> Head:
    text = line[: _HEAD_LENGTH - 10]
    if not text or line != _line(text):
        return Head()
    number, _, digest = text.decode("ascii").partition(" ")
    return Head(int(number), digest)
