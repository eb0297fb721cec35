"""Files that survive a crash and that nobody else may read: written beside, flushed, then renamed into place."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

OWNER_FILE: Final = 0o600
OWNER_FOLDER: Final = 0o700
BINARY: Final = getattr(os, "O_BINARY", 0)
"""Windows would change line ends otherwise."""
PART: Final = ".part"
"""Suffix of a file still being written; whatever bears it after a crash is rubbish."""


def private_folder(folder: Path) -> None:
    """Make a folder, with its parents, that only its owner may enter; one that exists stays as it is."""
    if not folder.is_dir():
        folder.parent.mkdir(parents=True, exist_ok=True)
        folder.mkdir(mode=OWNER_FOLDER, exist_ok=True)
        sync_folder(folder.parent)


def sync_file(path: Path) -> None:
    """Wait until a file's bytes are on the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Wait until the folder's names are on the disk; Windows keeps them in order by itself and opens no folders."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def write_whole(path: Path, data: bytes) -> None:
    """Write a small file so that a crash leaves the old content or the new, never a part."""
    with writing_whole(path) as file:
        file.write(data)


@contextmanager
def writing_whole(path: Path) -> Iterator[BinaryIO]:
    """A file to write, however long: in place once it is left without an exception, else gone without a trace."""
    part = path.with_name(path.name + PART)
    part.unlink(missing_ok=True)
    handle = os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR | BINARY, OWNER_FILE)
    try:
        with os.fdopen(handle, "wb+") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)
