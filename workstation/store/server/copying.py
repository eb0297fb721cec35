"""An office as a copy of a desk takes it: one moment of its rows put into an encrypted file, compared, and its files streamed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from workstation.dates import Clock
from workstation.store.backup.making import Elsewhere, Named, Naming
from workstation.store.database import create_database
from workstation.store.files import sync_file
from workstation.store.ledger.head import Head
from workstation.store.server.connection import ServerDatabase
from workstation.store.server.moving import compare, copy_all
from workstation.store.server.schema import version
from workstation.store.server.store import ServerStore
from workstation.store.server.vault import ServerVault
from workstation.store.store import Store


@contextmanager
def taken(server: ServerDatabase, folder: Path, vault_key: bytes, clock: Clock) -> Iterator[Elsewhere]:
    """What copies an office over two connections of its own, on any thread. Raises `Refused` as `ServerStore.connected`."""
    vault = ServerVault(folder, server.twin(), vault_key)
    try:
        store = ServerStore.connected(server, clock)
        yield Elsewhere(vault, partial(_copied, store))
    finally:
        vault.close()
        server.finish()


def _copied(store: ServerStore, target: Path, naming: Naming, step: Callable[[], None]) -> tuple[Named, int, Head]:
    """Put what the office holds at one moment into a new file, in pieces; others write on meanwhile.

    Both are compared by count and digest of every table and by the log. Raises `Refused` (move_differs), `StorageFailed`.
    """
    database = create_database(target, store.key)
    copy = Store(database)
    try:
        with store.reading():
            with copy.alone(keep=True):
                copy_all(store, copy, lambda what, count: step())
                compare(store, copy)
            named = naming(copy)
        head = copy.ledger.head
        database.run("PRAGMA journal_mode = DELETE")
    finally:
        copy.close()
    sync_file(target)
    return named, version(), head
