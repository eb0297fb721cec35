"""Which files of PySide6 are kept: the named modules and plug-ins, and the libraries that these need."""

from __future__ import annotations

import zipfile
from pathlib import PurePosixPath
from typing import Any, Final

from tools.bundle.elf import MAGIC, asked_by
from tools.bundle.pe import imported_by
from tools.bundle.wheel import Wheel

_PYTHON_PART: Final[tuple[str, ...]] = ("PySide6/__init__.py", "PySide6/_config.py", "PySide6/_git_pyside_version.py")


def kept_of_qt(wheels: list[Wheel], listed: dict[str, Any]) -> dict[Wheel, list[str]]:
    """The names of what is kept, by wheel, in order."""
    where = {name: wheel for wheel in wheels for name in wheel.names()}
    kept: set[str] = {name for name in _PYTHON_PART if name in where}
    kept |= {name for name in where if name.endswith((".dist-info/METADATA", ".dist-info/WHEEL"))}
    kept |= {name for name in where if _is_module(name, listed["modules"])}
    kept |= {name for name in where if _plugin(name) in listed["plugins"]}
    kept |= {name for name in where if PurePosixPath(name).name in listed["translations"]}
    kept |= _libraries(where, kept)
    found: dict[Wheel, list[str]] = {wheel: [] for wheel in wheels}
    for name in sorted(kept):
        found[where[name]].append(name)
    return found


def _is_module(name: str, modules: list[str]) -> bool:
    path = PurePosixPath(name)
    return (
        path.parent == PurePosixPath("PySide6")
        and path.name.partition(".")[0] in modules
        and path.suffix in (".so", ".pyd")
    )


def _plugin(name: str) -> str:
    path = PurePosixPath(name)
    if "plugins" not in path.parts:
        return ""
    return f"{path.parent.name}/{path.stem.removeprefix('lib')}"


def _libraries(where: dict[str, Wheel], kept: set[str]) -> set[str]:
    """The libraries within the wheels that the files among ``kept`` need, and those that these need."""
    by_name = {PurePosixPath(name).name.lower(): name for name in where if _is_library(name)}
    found: set[str] = set()
    waiting = sorted(kept)
    while waiting:
        name = waiting.pop()
        with zipfile.ZipFile(where[name].file) as archive:
            needed = _needed(archive.read(name))
        for library in needed:
            inner = by_name.get(library.lower())
            if inner and inner not in found:
                found.add(inner)
                waiting.append(inner)
    return found


def _is_library(name: str) -> bool:
    return "plugins" not in name and (".so" in name or name.endswith(".dll"))


def _needed(data: bytes) -> tuple[str, ...]:
    if data[:4] == MAGIC:
        return asked_by(data).libraries
    return tuple(imported_by(data)) if data[:2] == b"MZ" else ()
