"""Small writes beside the person's work, such as a keystroke of the journal: they must not keep anybody waiting."""

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


@contextmanager
def hurried(store: Store, wait_ms: int, *, synced: bool = True) -> Iterator[None]:
    """Around a transaction: it waits ``wait_ms`` at most for others, and unsynced it outlives this process, not a power cut."""
    with store._database.hurried(wait_ms, synced=synced):
        yield
