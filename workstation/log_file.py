"""The rotating file behind the log of events, for the owner's eyes alone; `logging` would keep a short command waiting."""

from __future__ import annotations

import os
from contextlib import suppress
from functools import partial
from io import TextIOWrapper
from itertools import pairwise
from pathlib import Path
from typing import Final

_BYTES: Final = 256 * 1024
_FILES: Final = 5
_OWNER_FILE, _OWNER_FOLDER = 0o600, 0o700


class LogFile:
    """At most 5 files of 256 kB. A file that cannot be written stops nothing: nothing is raised, the event is lost."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: TextIOWrapper | None = None

    def append(self, line: str) -> None:
        """Write one line; the file is opened at the first."""
        with suppress(OSError, ValueError):
            if self._file is None:
                self._file = self._opened()
            if self._file.seek(0, os.SEEK_END) + len(line) + 1 >= _BYTES:
                self._turn()
            self._file.write(line + "\n")
            self._file.flush()

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            with suppress(OSError):
                self._file.close()
            self._file = None

    def _turn(self) -> None:
        """Every file becomes the next older one, the oldest goes."""
        self.close()
        names = [self._path, *(self._path.with_name(f"{self._path.name}.{number}") for number in range(1, _FILES))]
        with suppress(OSError):
            for newer, older in reversed(list(pairwise(names))):
                if newer.exists():
                    newer.replace(older)
        self._file = self._opened()

    def _opened(self) -> TextIOWrapper:
        _make_private(self._path.parent)
        opener = partial(os.open, mode=_OWNER_FILE)
        return open(self._path, "a", encoding="ascii", errors="replace", opener=opener)


def _make_private(folder: Path) -> None:
    """Make a folder with its parents; unlike `Path.mkdir`, parents too are for the owner alone."""
    if not folder.is_dir():
        _make_private(folder.parent)
        folder.mkdir(mode=_OWNER_FOLDER, exist_ok=True)
