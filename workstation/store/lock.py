"""A file lock between processes, held while a desk is created, opened or repaired; the system lets go of it when a process dies."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from workstation.errors import Finding, Refused
from workstation.field_ref import FieldRef
from workstation.store.files import OWNER_FILE, hold
from workstation.store.storage_errors import told

LOCK: Final = "desk.lock"
_TRIES_A_SECOND: Final = 20


@contextmanager
def locked(folder: Path, wait_seconds: int) -> Iterator[None]:
    """Be the only process here, waiting for another one to finish. Raises `Refused` (desk_busy) when it does not.

    Raises `StorageFailed` when there can be no lock: desk_read_only, desk_gone …
    """
    with told():
        handle = os.open(folder / LOCK, os.O_CREAT | os.O_RDWR, OWNER_FILE)
    try:
        for _ in range(wait_seconds * _TRIES_A_SECOND):
            if hold(handle):
                break
            time.sleep(1 / _TRIES_A_SECOND)
        else:
            if not hold(handle):
                raise Refused(Finding("desk_busy", FieldRef.DESK_FOLDER))
        yield
    finally:
        os.close(handle)
