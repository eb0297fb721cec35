"""Another build of a library under the LGPL in the place of the one that was brought along: its licence wants that anybody can."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from tools.bundle.fetching import Unavailable

LIBRARY: Final = "PySide6/Qt/lib/libQt6Core.so.6"
"""Below the folder of packages; every part of Qt and of PySide6 uses it."""
BUILT_BY: Final = b"release build; by GCC "
ANOTHER: Final = b"release build; by you "
"""What Qt says of its own build (`QLibraryInfo.build`) tells which of the two a program runs with."""


def replace_library(packages: Path) -> Path:
    """Put another build of Qt's core into ``packages``; answers the file. Raises `Unavailable` where it is not the known one."""
    file = packages / LIBRARY
    data = file.read_bytes()
    if data.count(BUILT_BY) != 1:
        raise Unavailable(f"{LIBRARY} does not say of its build what was known")
    file.unlink()
    file.write_bytes(data.replace(BUILT_BY, ANOTHER))
    return file
