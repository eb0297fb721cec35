"""Small writes beside the person's work, such as a keystroke of the journal: they must not keep anybody waiting."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from workstation.store.store import Store


@contextmanager
def hurried(store: Store, wait_ms: int, *, synced: bool = True) -> Iterator[None]:
    """Around a transaction: it waits ``wait_ms`` at most for others, and unsynced it outlives this process, not a power cut."""
    with store._database.hurried(wait_ms, synced=synced):
        yield
