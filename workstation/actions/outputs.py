"""Files written for a person, all of them by this one place: never onto the program's own files, an input or a device.

A target is followed through links first, so that what is judged is what would be written. A file appears whole or not at all.
"""

from __future__ import annotations

import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

import platformdirs

import resources
from workstation.actions.desk_files import is_desk_folder
from workstation.errors import Finding, Refused
from workstation.store.files import followed, remove_left_over, writing_whole

_PACKAGES: Final = ("workstation", "ui", "resources")
_MOST_NUMBERS: Final = 10_000


def write_output(path: Path, data: bytes, inputs: Iterable[Path] = (), *, looked_through: bool = False) -> Path:
    """Write a file whole and answer where it is. ``inputs``: files that it was made from.

    Raises `Refused`: what `output_target` refuses, and ``file_unwritable``.
    """
    with writing_output(path, inputs, looked_through=looked_through) as file:
        file.write(data)
    return path


@contextmanager
def writing_output(path: Path, inputs: Iterable[Path] = (), *, looked_through: bool = False) -> Iterator[BinaryIO]:
    """A file to write, however long: in place once it is left without an exception, else gone without a trace.

    ``looked_through``: who writes many files of one folder has looked there for left-overs once (`remove_left_over`).

    Raises `Refused`: what `output_target` refuses, and ``file_unwritable``.
    """
    target = output_target(path, inputs)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        if not looked_through:
            remove_left_over(target.parent)
        with writing_whole(target) as file:
            yield file
    except OSError as error:
        raise _refused("file_unwritable", path, reason=error.strerror or "") from error


def output_target(path: Path, inputs: Iterable[Path] = ()) -> Path:
    """Where a file would be written, links followed; nothing is touched.

    Raises `Refused`: ``output_unnamed``, ``output_is_folder``, ``output_is_device``, ``output_inside_desk``,
    ``output_inside_program``, ``output_is_input``, ``file_unwritable``.
    """
    if not path.name or path.name in (".", ".."):
        raise _refused("output_unnamed", path)
    try:
        target = followed(path)
        mode = target.stat().st_mode if target.exists() else stat.S_IFREG
    except (OSError, ValueError) as error:  # a circle of links, a name too long, a NUL
        raise _refused("file_unwritable", path, reason=getattr(error, "strerror", None) or str(error)) from None
    if stat.S_ISDIR(mode):
        raise _refused("output_is_folder", path)
    if not stat.S_ISREG(mode):
        raise _refused("output_is_device", path)
    _refuse_own(target, path)
    if any(_same(target, one) for one in inputs):
        raise _refused("output_is_input", path)
    return target


def output_folder(path: Path) -> Path:
    """A folder that may take files for a person; it need not exist. Raises `Refused` as `output_target` does."""
    if not str(path) or path == Path():
        raise _refused("output_unnamed", path)
    try:
        target = followed(path)
        is_other = target.exists() and not target.is_dir()
    except (OSError, ValueError) as error:
        raise _refused("file_unwritable", path, reason=getattr(error, "strerror", None) or str(error)) from None
    if is_other:
        raise _refused("output_is_no_folder", path)
    _refuse_own(target / "any", path)
    return target


def free_path(path: Path) -> Path:
    """``path``, or the first of ``name (2).ext`` … that nothing has yet. Raises `Refused` (file_unwritable) when all are taken."""
    for number in range(1, _MOST_NUMBERS):
        candidate = path if number == 1 else path.with_name(f"{path.stem} ({number}){path.suffix}")
        if not candidate.exists() and not candidate.is_symlink():
            return candidate
    raise _refused("file_unwritable", path, reason="")


def documents_folder() -> Path:
    """Where a person's own documents are."""
    return platformdirs.user_documents_path()


def _refuse_own(target: Path, path: Path) -> None:
    if any(is_desk_folder(folder) for folder in target.parents):
        raise _refused("output_inside_desk", path)
    program = Path(resources.__file__).resolve().parents[1]
    if any(target.is_relative_to(program / package) for package in _PACKAGES):
        raise _refused("output_inside_program", path)


def _same(target: Path, other: Path) -> bool:
    try:
        return target.exists() and target.samefile(other)
    except OSError:
        return False


def _refused(code: str, path: Path, **figures: str) -> Refused:
    return Refused(Finding(code, path.name, {"file": path.name or str(path), **figures}))
