"""Folders that are dropped or chosen: the files in them that somebody meant, without those that a system leaves everywhere."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

MAX_FILES: Final = 500
"""Files taken at once; a case has some dozens, a whole disk dropped by mistake has many thousands."""
_MAX_DEPTH: Final = 8
_SYSTEM: Final = re.compile(
    r"\..*|~\$.*|~.*\.tmp|(?:eh)?thumbs\.db|desktop\.ini|icon\r|__macosx|\$recycle\.bin", re.IGNORECASE
)
"""Hidden files, locks of open documents, and what Windows and macOS put into folders."""
_DOCUMENTS: Final = frozenset((".numbers", ".pages", ".key", ".app", ".photoslibrary"))
"""Folders that a Mac shows as one document."""
_HIDDEN: Final = getattr(stat, "FILE_ATTRIBUTE_HIDDEN", 2) | getattr(stat, "FILE_ATTRIBUTE_SYSTEM", 4)


@dataclass(frozen=True, slots=True)
class Chosen:
    """``files`` in the order of their names; ``skipped``: how many system and hidden files were left out; ``beyond``: whether there
    are more files than are taken at once.
    """

    files: tuple[Path, ...]
    skipped: int = 0
    beyond: bool = False


def chosen_files(paths: Sequence[Path]) -> Chosen:
    """The files among some paths and in the folders among them; what a person named itself is always taken."""
    files: list[Path] = []
    skipped = 0
    for path in paths:
        for found in _inside(path, 0) if path.is_dir() and path.suffix.lower() not in _DOCUMENTS else (path,):
            if found is None:
                skipped += 1
            elif len(files) == MAX_FILES:
                return Chosen(tuple(files), skipped, True)
            else:
                files.append(found)
    return Chosen(tuple(files), skipped)


def _inside(folder: Path, depth: int) -> Iterator[Path | None]:
    """Files of a folder and those below it; None for one that is left out. Links are not followed."""
    try:
        with os.scandir(folder) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
    except OSError:
        yield folder  # whoever opens it says why it cannot be read
        return
    for entry in found:
        if _SYSTEM.fullmatch(entry.name) or entry.is_symlink() or _is_hidden(entry):
            yield None
        elif not entry.is_dir(follow_symlinks=False) or Path(entry.name).suffix.lower() in _DOCUMENTS:
            yield Path(entry.path)
        elif depth < _MAX_DEPTH:
            yield from _inside(Path(entry.path), depth + 1)
        else:
            yield Path(entry.path)


def _is_hidden(entry: os.DirEntry[str]) -> bool:
    try:
        return bool(getattr(entry.stat(follow_symlinks=False), "st_file_attributes", 0) & _HIDDEN)
    except OSError:
        return False
