"""The versions of the program that lie beside each other, and which of them starts.

Each is a folder as it was unpacked. The file `IN_USE` beside them holds two lines: the folder that starts, and the one before it. A
version that is started although another one is in use starts that one instead; without the file each starts itself.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from workstation.errors import Finding, Refused
from workstation.updates.update_file import FIELD, version_order

IN_USE: Final = "concord-in-use"
"""The launcher reads it too (tools/bundle/interpreter/launcher.c)."""
SUMS: Final = "SHA256SUMS"
VERSION: Final = "VERSION"
_ABOVE: Final = 3  # app/workstation/updates


@dataclass(frozen=True, slots=True)
class Program:
    """An installed version: its folder, as it was unpacked, and the platform it was built for."""

    folder: Path
    version: str
    platform: str

    @property
    def beside(self) -> Path:
        """Where the versions lie."""
        return self.folder.parent


@dataclass(frozen=True, slots=True)
class Choice:
    """What `IN_USE` says: names of folders, empty where it says nothing."""

    current: str = ""
    before: str = ""


def this_platform() -> str:
    """The platform as update files name it."""
    if sys.platform == "win32":
        return "windows-x86_64"
    import platform

    return f"{sys.platform}-{platform.machine()}"


def this_program() -> Program:
    """The version that is running. Raises `Refused` (update_not_bundle) where it was not unpacked from a bundle."""
    return program_in(Path(__file__).resolve().parents[_ABOVE])


def program_in(folder: Path) -> Program:
    """The version in a folder. Raises `Refused` (update_not_bundle) where none lies there."""
    try:
        version = (folder / VERSION).read_text("utf-8").strip()
        version_order(version)
        if not (folder / "app" / "workstation").is_dir():
            raise ValueError(folder)
    except (OSError, ValueError) as error:
        raise Refused(Finding("update_not_bundle", FIELD, {"folder": str(folder)})) from error
    return Program(folder, version, this_platform())


def choice(beside: Path) -> Choice:
    """What starts. A file that is none of ours says nothing, and neither does a name under which no version lies any more."""
    try:
        lines = (beside / IN_USE).read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return Choice()
    names = [line if _is_name(line) and _is_version(beside / line) else "" for line in [*lines, "", ""][:2]]
    return Choice(*names)


def versions(program: Program) -> tuple[Program, ...]:
    """Every version that lies beside the running one, the newest first."""
    found = []
    for folder in program.beside.iterdir():
        if folder.is_dir() and not folder.is_symlink() and not folder.name.startswith("."):
            try:
                found.append(program_in(folder))
            except Refused:
                continue
    return tuple(sorted(found, key=lambda one: version_order(one.version), reverse=True))


def in_use(program: Program) -> Program:
    """The version that starts next time."""
    current = choice(program.beside).current
    return program_in(program.beside / current) if current else program


def _is_version(folder: Path) -> bool:
    try:
        program_in(folder)
    except Refused:
        return False
    return True


def _is_name(line: str) -> bool:
    return bool(line) and line == Path(line).name and not line.startswith(".")
