"""The passphrase as a file holds it, in whatever encoding an editor has saved it."""

from __future__ import annotations

import os
import stat
import time
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from pathlib import Path
from typing import Final

from workstation.errors import Finding, Refused

_MARKS: Final = {BOM_UTF8: "utf-8", BOM_UTF16_LE: "utf-16-le", BOM_UTF16_BE: "utf-16-be"}
_LOOKS: Final = 100
_LOOKS_A_SECOND: Final = 50
_MOST_BYTES: Final = 1 << 16
"""More than anybody types; keeps a device or a mistaken file from being read whole."""


def read_passphrase(path: Path) -> str:
    """The passphrase in a file of UTF-8 or, with a byte order mark, UTF-16; line ends at its end are no part of it.

    A pipe is read like a file, so that ``<(command)`` works, but nobody waits long for its other end; a device is not read.
    Raises `Refused`: ``file_missing``, ``file_not_regular`` (a folder), ``passphrase_file_unreadable``.
    """
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise Refused(Finding("file_not_regular", "--passphrase-file", {"file": path.name}))
        if not stat.S_ISREG(mode) and not stat.S_ISFIFO(mode):
            raise _refused("passphrase_file_unreadable", path, "")
        if stat.S_ISFIFO(mode):
            data = _from_pipe(path)
        else:
            with path.open("rb") as file:
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


def _from_pipe(path: Path) -> bytes:
    """What somebody writes into a pipe within some seconds; nothing where nobody does."""
    handle, data, looks = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0)), b"", 0
    try:
        while len(data) <= _MOST_BYTES and looks < _LOOKS:
            try:
                piece = os.read(handle, _MOST_BYTES)
            except BlockingIOError:
                piece = b""
            if not piece and data:
                break
            data += piece
            if not piece:
                looks += 1
                time.sleep(1 / _LOOKS_A_SECOND)
    finally:
        os.close(handle)
    if not data:
        raise _refused("passphrase_file_unreadable", path, "")
    return data


def _refused(code: str, path: Path, reason: str) -> Refused:
    return Refused(Finding(code, "--passphrase-file", {"file": path.name, "reason": reason}))
