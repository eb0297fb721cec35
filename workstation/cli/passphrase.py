"""The passphrase as a file holds it, in whatever encoding an editor has saved it."""

from __future__ import annotations

import os
import stat
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from pathlib import Path
from typing import Final

from workstation.errors import Finding, Refused

_MARKS: Final = {BOM_UTF8: "utf-8", BOM_UTF16_LE: "utf-16-le", BOM_UTF16_BE: "utf-16-be"}
_MOST_BYTES: Final = 1 << 16
"""More than anybody types; keeps a device or a mistaken file from being read whole."""


def read_passphrase(path: Path) -> str:
    """The passphrase in a file of UTF-8 or, with a byte order mark, UTF-16; line ends at its end are no part of it.

    A pipe is read like a file, so that ``<(command)`` works; a device is not.
    Raises `Refused`: ``file_missing``, ``passphrase_file_unreadable``.
    """
    try:
        with path.open("rb") as file:
            if stat.S_ISCHR(os.fstat(file.fileno()).st_mode):
                raise _refused("passphrase_file_unreadable", path, "")
            data = file.read(_MOST_BYTES + 1)
    except OSError as error:
        raise _refused("file_missing", path, str(error)) from None
    mark, encoding = next(((mark, name) for mark, name in _MARKS.items() if data.startswith(mark)), (b"", "utf-8"))
    try:
        text = data.removeprefix(mark).decode(encoding)
    except UnicodeDecodeError as error:
        raise _refused("passphrase_file_unreadable", path, str(error)) from None
    if len(data) > _MOST_BYTES or "\0" in text:
        raise _refused("passphrase_file_unreadable", path, "")
    return text.rstrip("\r\n")


def _refused(code: str, path: Path, reason: str) -> Refused:
    return Refused(Finding(code, "--passphrase-file", {"file": path.name, "reason": reason}))
