"""The rotating file behind the log of events, for the owner's eyes alone."""

from __future__ import annotations

import logging
import os
from functools import partial
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Final, cast

_BYTES: Final = 256 * 1024
_FILES: Final = 5
_OWNER_FILE, _OWNER_FOLDER = 0o600, 0o700


class LogFile(RotatingFileHandler):
    """At most 5 files of 256 kB. A file that cannot be written stops nothing: nothing is raised."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, maxBytes=_BYTES, backupCount=_FILES - 1, encoding="ascii", errors="replace", delay=True)

    def append(self, line: str) -> None:
        """Write one line; the file is opened at the first."""
        self.handle(logging.LogRecord("", logging.INFO, "", 0, line, None, None))

    def _open(self) -> TextIOWrapper:
        _make_private(Path(self.baseFilename).parent)
        opener = partial(os.open, mode=_OWNER_FILE)
        return cast(
            TextIOWrapper, open(self.baseFilename, self.mode, encoding=self.encoding, errors=self.errors, opener=opener)
        )

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's own name
        """A full disk, a folder that is not ours: the event is lost and the work goes on, without a word on stderr."""


def _make_private(folder: Path) -> None:
    """Make a folder with its parents; unlike `Path.mkdir`, parents too are for the owner alone."""
    if not folder.is_dir():
        _make_private(folder.parent)
        folder.mkdir(mode=_OWNER_FOLDER, exist_ok=True)
