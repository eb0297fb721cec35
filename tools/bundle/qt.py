"""Which files of PySide6 are kept: the named modules and plug-ins, and the libraries that these need."""

from __future__ import annotations

import zipfile
from pathlib import PurePosixPath
from typing import Any, Final

from tools.bundle.elf import MAGIC, asked_by
from tools.bundle.wheel import Wheel

_PYTHON_PART: Final[tuple[str, ...]] = ("PySide6/__init__.py", "PySide6/_config.py", "PySide6/_git_pyside_version.py")
_WINDOWS_LIBRARIES: Final = {
    "QtCore": ("Qt6Core",), "QtDBus": ("Qt6DBus",), "QtGui": ("Qt6Gui", "Qt6OpenGL"), "QtPdf": ("Qt6Pdf", "Qt6Network"),
    "QtPdfWidgets": ("Qt6PdfWidgets",), "QtPrintSupport": ("Qt6PrintSupport",), "QtSvg": ("Qt6Svg",), "QtWidgets": ("Qt6Widgets",),
}  # fmt: skip


def kept_of_qt(wheels: list[Wheel], listed: dict[str, Any]) -> dict[Wheel, list[str]]:
    """The names of what is kept, by wheel, in order."""
    where = {name: wheel for wheel in wheels for name in wheel.names()}
    kept: set[str] = {name for name in _PYTHON_PART if name in where}
    kept |= {name for name in where if name.endswith((".dist-info/METADATA", ".dist-info/WHEEL"))}
    kept |= {name for name in where if _is_module(name, listed["modules"])}
    kept |= {name for name in where if _plugin(name) in listed["plugins"]}
    kept |= {name for name in where if PurePosixPath(name).name in listed["translations"]}
    kept |= _windows_libraries(set(where), listed["modules"])
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


def _windows_libraries(names: set[str], modules: list[str]) -> set[str]:
    """A DLL does not say in one place what it needs; these are few."""
    dlls = {f"PySide6/{dll}.dll" for module in modules for dll in _WINDOWS_LIBRARIES[module]} | {
        "PySide6/pyside6.abi3.dll"
    }
    runtime = {
        name for name in names if PurePosixPath(name).name.lower().startswith(("msvcp140", "vcruntime140", "concrt140"))
    }
    return (dlls & names) | (runtime if dlls & names else set())


def _libraries(where: dict[str, Wheel], kept: set[str]) -> set[str]:
    """The libraries within the wheels that the ELF files among ``kept`` need, and those that these need."""
    by_name = {PurePosixPath(name).name: name for name in where if ".so" in name and "plugins" not in name}
    found: set[str] = set()
    waiting = sorted(kept)
    while waiting:
        name = waiting.pop()
        with zipfile.ZipFile(where[name].file) as archive:
            data = archive.read(name)
        if data[:4] != MAGIC:
            continue
        for library in asked_by(data).libraries:
            inner = by_name.get(library)
            if inner and inner not in found:
                found.add(inner)
                waiting.append(inner)
    return found
