"""Whether some process has a database open: then its log is being written, and is no left-over of a crash."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Final

_INDEX: Final = "-shm"
_LOCKS: Final = Path("/proc/locks")
_ENTRY: Final = re.compile(r"POSIX\s+ADVISORY\s+\w+\s+\d+\s+\S+:(\d+)\s")


def is_open(database: Path) -> bool:
    """Whether any process, this one too, has it open; True where that cannot be known.

    SQLite holds a lock on its index as long as a database is open. The system is asked by its list of locks: opening the index to
    ask would end this process's own locks when closed (POSIX).
    """
    try:
        index = os.stat(f"{database}{_INDEX}").st_ino
    except FileNotFoundError:
        return False
    try:
        return str(index) in _ENTRY.findall(_LOCKS.read_text("ascii"))
    except OSError:
        return True
