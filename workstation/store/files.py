"""Files that survive a crash and that nobody else may read: written beside, flushed, then renamed into place."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import EINVAL, ELOOP, ENOTSUP
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO, Final

OWNER_FILE: Final = 0o600
OWNER_FOLDER: Final = 0o700
BINARY: Final = getattr(os, "O_BINARY", 0)
"""Windows would change line ends otherwise."""
PREFIX: Final = ".concord-"
PART: Final = ".part"
"""What the name of a file still being written begins and ends with; after a crash it is rubbish."""
_NOT_SYNCED: Final = (EINVAL, ENOTSUP)
"""How a network share or a stick says that its folders cannot be waited for, which is no error of the disk."""


def followed(path: Path) -> Path:
    """A path with its links followed; it need not exist. Raises OSError for links that lead in a circle, on every Python alike."""
    with suppress(RuntimeError):  # what Python before 3.13 says of a circle
        target = path.resolve()
        if not any(map(Path.is_symlink, (target, *target.parents))):
            return target
    raise OSError(ELOOP, os.strerror(ELOOP), str(path))


def private_folder(folder: Path) -> None:
    """Make a folder, with its parents, that only its owner may enter, whatever the umask; what exists stays as it is."""
    if folder.is_dir():
        return
    private_folder(folder.parent)
    folder.mkdir(mode=OWNER_FOLDER, exist_ok=True)
    folder.chmod(OWNER_FOLDER)  # a umask may have taken the owner's own rights
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
    except OSError as error:
        if error.errno not in _NOT_SYNCED:
            raise
    finally:
        os.close(handle)


def write_whole(path: Path, data: bytes) -> None:
    """Write a small file so that a crash leaves the old content or the new, never a part; OSError leaves the old."""
    with writing_whole(path) as file:
        file.write(data)


def write_probe(folder: Path) -> None:
    """Write a page into a folder, sync and remove it: whatever keeps files from being written there raises its OSError."""
    part = folder / f"{PREFIX}{token_hex(8)}{PART}"
    handle = os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY | BINARY, OWNER_FILE)
    try:
        os.write(handle, bytes(4096))
        os.fsync(handle)
    finally:
        os.close(handle)
        with suppress(OSError):
            part.unlink()


@contextmanager
def writing_whole(path: Path) -> Iterator[BinaryIO]:
    """A file to write, however long: in place once it is left without an exception, else gone without a trace.

    The bytes go into a file of a name of its own in the same folder, so that no other file is touched before all are on the disk.
    """
    part = path.with_name(f"{PREFIX}{token_hex(8)}{PART}")
    handle = os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR | BINARY, OWNER_FILE)
    try:
        with os.fdopen(handle, "wb+") as file:
            hold(handle)
            yield file
            file.flush()
            os.fsync(file.fileno())
            if os.name != "nt":
                _put_in_place(part, path)  # still held, so that nobody takes it for left over
        if os.name == "nt":
            _put_in_place(part, path)  # Windows moves no open file
    except BaseException:
        with suppress(OSError):  # the first failure is the news
            part.unlink(missing_ok=True)
        raise


def _put_in_place(part: Path, path: Path) -> None:
    """Rename, and wait for the folder; whoever is told that this failed finds what was there before."""
    there, kept = path.exists(), path.with_name(f"{PREFIX}{token_hex(8)}{PART}")
    with suppress(OSError):  # a medium without links keeps nothing back
        os.link(path, kept)
    try:
        part.replace(path)
        try:
            sync_folder(path.parent)
        except OSError:
            with suppress(OSError):
                kept.replace(path) if there else path.unlink()
            raise
    finally:
        with suppress(OSError):
            kept.unlink(missing_ok=True)


def remove_left_over(folder: Path) -> None:
    """Remove what a crash left of files that were being written here; one that is still written is held by its writer."""
    for part in folder.glob(f"{PREFIX}*{PART}"):
        if _is_left_over(part):
            part.unlink(missing_ok=True)


def _is_left_over(part: Path) -> bool:
    try:
        handle = os.open(part, os.O_RDWR | BINARY)
    except OSError:
        return False
    try:
        return hold(handle)
    finally:
        os.close(handle)


if sys.platform == "win32":
    import msvcrt

    def hold(handle: int) -> bool:
        """Take an open file for this process until it is closed; False when another one has it."""
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def hold(handle: int) -> bool:
        """Take an open file for this process until it is closed; False when another one has it."""
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
