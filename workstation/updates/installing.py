"""A later version unpacked beside the running one, checked file by file, and chosen; or the one before chosen again.

Whatever stops it on the way leaves the version that was in use as it was: the new folder bears a name of its own until every file
in it is known to be right and on the disk, and what starts is told by one small file that is replaced whole.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import IO, Final

from workstation.errors import Finding, Refused
from workstation.store.files import PART, PREFIX, sync_file, sync_folder, write_probe, write_whole
from workstation.updates.update_file import FIELD, Content, Update, payload, read_update, version_order
from workstation.updates.versions_here import IN_USE, Program, choice, in_use, program_in

Progress = Callable[[int, int], None]
"""Called with bytes done and bytes in all; what it raises stops the work."""
PACKAGED: Final = Path("/usr/lib/concord")
"""Where the package of the distribution lies: what it brought, it alone replaces."""
_PIECE: Final = 1 << 20
_SPARE: Final = 64 * 2**20
"""Bytes that stay free on the medium."""
_PYTHON: Final = "python"
"""On Windows the interpreter is the administrator's and lies in a folder of its own; the new version takes it along."""
_DAMAGED: Final = (tarfile.TarError, zipfile.BadZipFile, zlib.error, EOFError, ValueError, LookupError)


def unwatched(done: int, total: int) -> None:
    """Progress that nobody follows."""


def install(path: Path, program: Program, keys: Mapping[str, str], progress: Progress = unwatched) -> Program:
    """Unpack the version of an update file beside the running one and have it start from now on; answers it.

    Raises `Refused`: as `read_update`, update_by_package, update_other_platform, update_not_newer, update_place_read_only,
    update_no_room, update_content_wrong, update_not_written, update_folder_there, and whatever ``progress`` raises. The version in
    use stays in use then.
    """
    if program.folder == PACKAGED:
        raise Refused(Finding("update_by_package", FIELD, {"folder": str(PACKAGED)}))
    update = read_update(path, keys)
    _refuse_unfit(update, program)
    place = program.beside / update.folder
    if place.exists():
        _refuse_unlike(place, update)
    else:
        _unpack(path, update, program, place, progress)
    _choose(program, update.folder)
    return program_in(place)


def go_back(program: Program) -> Program:
    """Have the version before the one in use start from now on; answers it.

    Raises `Refused`: update_nothing_before, update_place_read_only.
    """
    before = choice(program.beside).before
    if not before:
        raise Refused(Finding("update_nothing_before", FIELD, {"version": in_use(program).version}))
    _choose(program, before)
    return program_in(program.beside / before)


def _refuse_unfit(update: Update, program: Program) -> None:
    if update.platform != program.platform:
        figures = {"found": update.platform, "wanted": program.platform}
        raise Refused(Finding("update_other_platform", FIELD, figures))
    present = in_use(program).version
    if version_order(update.version) <= version_order(present):
        raise Refused(Finding("update_not_newer", FIELD, {"found": update.version, "present": present}))
    try:
        write_probe(program.beside)
    except OSError as error:
        raise _read_only(program) from error
    room = shutil.disk_usage(program.beside).free
    if room < update.size + _SPARE:
        needed = f"{(update.size + _SPARE) // 10**6:,}"
        raise Refused(Finding("update_no_room", FIELD, {"needed": needed, "free": f"{room // 10**6:,}"}))


def _read_only(program: Program) -> Refused:
    return Refused(Finding("update_place_read_only", FIELD, {"folder": str(program.beside)}))


def _refuse_unlike(place: Path, update: Update) -> None:
    """What an installation left that was interrupted before its version was chosen is taken as it is, if it is whole."""
    for name, content in update.files.items():
        file = place / name
        if (
            file.is_symlink()
            or not file.is_file()
            or file.stat().st_size != content.size
            or _digest(file) != content.sha256
        ):
            raise Refused(Finding("update_folder_there", FIELD, {"folder": str(place), "file": name}))


def _digest(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _unpack(path: Path, update: Update, program: Program, place: Path, progress: Progress) -> None:
    for left in program.beside.glob(f"{PREFIX}*{PART}"):
        if left.is_dir() and not left.is_symlink():
            shutil.rmtree(left)
    aside = program.beside / f"{PREFIX}{update.folder}{PART}"
    try:
        aside.mkdir()
        _write_files(path, update, aside, progress)
        _take_python(program, aside)
        sync_folder(aside)
        aside.rename(place)
        sync_folder(program.beside)
    except _DAMAGED as error:
        raise Refused(Finding("update_content_wrong", FIELD, {"file": path.name})) from error
    except OSError as error:
        raise Refused(
            Finding("update_not_written", FIELD, {"folder": str(program.beside), "reason": error.strerror or ""})
        ) from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _write_files(path: Path, update: Update, aside: Path, progress: Progress) -> None:
    """Every file of the list, once, and nothing else. Raises ValueError and what `_DAMAGED` names."""
    left, done = dict(update.files), 0
    with zipfile.ZipFile(path) as box, payload(box) as packed, tarfile.open(fileobj=packed, mode="r|gz") as archive:
        for entry in archive:
            name = entry.name.removeprefix(update.folder).removeprefix("/")
            if entry.isdir():
                continue
            if entry.issym() and update.links.get(name) == entry.linkname:
                continue  # made below, from the list
            content = left.pop(name) if entry.isreg() else None
            source = archive.extractfile(entry)
            if content is None or source is None or entry.size != content.size:
                raise ValueError(name)
            _write(aside / name, source, content)
            done += content.size
            progress(done, update.size)
    if left:
        raise ValueError(min(left))
    for name, target in update.links.items():
        (aside / name).symlink_to(target)
    for folder in aside.rglob("*/"):
        folder.chmod(0o755)  # whoever may start the program here may read it
    aside.chmod(0o755)
    if hasattr(os, "sync"):
        os.sync()  # thousands of files one by one take minutes on a stick


def _write(file: Path, source: IO[bytes], content: Content) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    digest = hashlib.sha256()
    with file.open("xb") as out:
        while piece := source.read(_PIECE):
            digest.update(piece)
            out.write(piece)
    if digest.hexdigest() != content.sha256:
        raise ValueError(file.name)
    file.chmod(0o755 if content.runs else 0o644)
    if not hasattr(os, "sync"):
        sync_file(file)


def _take_python(program: Program, aside: Path) -> None:
    own = program.folder / _PYTHON
    if sys.platform == "win32" and own.is_dir():
        shutil.copytree(own, aside / _PYTHON)


def _choose(program: Program, folder: str) -> None:
    before = in_use(program).folder.name
    try:
        write_whole(program.beside / IN_USE, f"{folder}\n{before}\n".encode())
        (program.beside / IN_USE).chmod(0o644)  # others start the program, too
    except OSError as error:
        raise _read_only(program) from error
