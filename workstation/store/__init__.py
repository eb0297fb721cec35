"""The desk on disk: encrypted database and vault. The only room that knows peewee."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType


@contextmanager
def _unseen(driver: str) -> Iterator[None]:
    """Not to be found by what is imported within: peewee loads every driver that it finds, whichever a desk needs.

    That of PostgreSQL takes a tenth of a second and more than 20 MB, of every program that opens a desk in a file.
    """
    found: ModuleType | None = sys.modules.get(driver)
    sys.modules[driver] = None  # type: ignore[assignment]  # Python's own sign of a module that is not to be found
    try:
        yield
    finally:
        del sys.modules[driver]
        if found is not None:
            sys.modules[driver] = found


with _unseen("psycopg"):
    import peewee as _peewee  # noqa: F401  # loaded here, before any other module of this room asks for it
