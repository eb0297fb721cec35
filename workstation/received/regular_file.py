"""Files that a person names, opened only when they are files: no endless device, no silent pipe, none larger than its kind."""

from __future__ import annotations

import os
from io import BufferedReader
from pathlib import Path
from stat import S_ISREG
from typing import BinaryIO, Final

from workstation.errors import Finding, Refused

MB: Final = 2**20
MAX_LIST: Final = 64 * MB
"""A statement, a portfolio, a blank form: a portfolio of 30,000 debtors is 3 MB as CSV, a scanned form less than 20."""
MAX_PAPER: Final = 512 * MB
"""A proof or a bound packet: larger than any scan; keeps a mistaken video or disk image out."""
MAX_SETTINGS: Final = MB
"""A mapping written by hand has a few thousand letters."""
MAX_QUESTION: Final = 64 * MB
"""Questions to the calculator and values for a form; a hundred thousand schedules asked at once."""
_NO_WAIT: Final = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


def opened(path: Path, limit: int, subject: str = "") -> BufferedReader:
    """The file open to be read, whole within ``limit`` bytes. Nothing of it has been read.

    Raises `Refused`: file_missing, file_not_regular (folder, device, pipe), file_too_large.
    """
    try:
        handle = os.open(path, os.O_RDONLY | _NO_WAIT)
    except (OSError, ValueError) as error:
        code = "file_not_regular" if path.is_dir() else "file_missing"
        raise _refused(code, path, subject, reason=getattr(error, "strerror", "") or "") from None
    status = os.fstat(handle)
    if not S_ISREG(status.st_mode) or status.st_size > limit:
        os.close(handle)
        code = "file_too_large" if S_ISREG(status.st_mode) else "file_not_regular"
        raise _refused(code, path, subject, limit=f"{limit // MB} MB")
    return os.fdopen(handle, "rb")


def whole(path: Path, limit: int, subject: str = "") -> bytes:
    """The bytes of a file; one that grows while it is read is cut at the limit. Raises `Refused` as `opened`."""
    with opened(path, limit, subject) as file:
        try:
            return at_most(file, limit)
        except OSError as error:
            raise _refused("file_missing", path, subject, reason=error.strerror or "") from None


def at_most(file: BinaryIO, limit: int) -> bytes:
    """What a file holds from where it stands on, cut at ``limit`` bytes.

    An open file that is asked for more than it has takes memory for all of that first, which a worker is not given.
    """
    here = file.tell()
    held = file.seek(0, os.SEEK_END) - here
    file.seek(here)
    return file.read(min(limit, held))


def _refused(code: str, path: Path, subject: str, **figures: str) -> Refused:
    return Refused(Finding(code, subject or path.name, {"file": path.name, **figures}))
