"""A second connection to a desk in a file, for work beside that of the person."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from workstation.store.encrypted import EncryptedDatabase
from workstation.store.store import Store


@contextmanager
def beside(store: Store) -> Iterator[Store]:
    """A store in a file over a connection of its own, to be used on the thread that asks."""
    live = store._database
    other = Store(EncryptedDatabase(live.path, live.key), store._clock)
    try:
        yield other
    finally:
        other.close()
