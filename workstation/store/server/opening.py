"""The way into a desk on a server, by what its folder says."""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path
from typing import Final

from workstation.dates import Clock
from workstation.store.backup.making import Elsewhere
from workstation.store.encrypted import WAIT_SECONDS
from workstation.store.keys import Keys
from workstation.store.server.address import ServerAddress, settings
from workstation.store.server.connection import ServerDatabase
from workstation.store.server.copying import taken
from workstation.store.server.file import authority_file, read_server
from workstation.store.server.register import ServerRegister
from workstation.store.server.store import ServerStore
from workstation.store.server.upgrading import bring_up
from workstation.store.server.vault import ServerVault

VAULT: Final = "vault"


def connection(folder: Path, address: ServerAddress, password: str, key: bytes) -> ServerDatabase:
    """A connection to an address, not made yet."""
    parameters = settings(address, authority_file(folder, address))
    return ServerDatabase(parameters, address.office, key, lambda: password, WAIT_SECONDS)


def opened(folder: Path, found: Keys, clock: Clock) -> tuple[ServerStore, ServerVault, ServerRegister]:
    """What a desk works with; an office of an earlier schema is brought up first.

    Raises `Refused` as `read_server`, `bring_up` and `ServerStore.connected`.
    """
    address, password = read_server(folder, found.vault)
    server = connection(folder, address, password, found.database)
    try:
        bring_up(server, folder)
    except BaseException:
        server.finish()
        raise
    store = ServerStore.connected(server, clock)
    vault = ServerVault(folder / VAULT, server.twin(), found.vault)
    return store, vault, ServerRegister(server)


def elsewhere(folder: Path, found: Keys, clock: Clock) -> AbstractContextManager[Elsewhere]:
    """What a copy of a folder's desk is made of, over connections of its own. Raises `Refused` as `read_server` and `taken`."""
    address, password = read_server(folder, found.vault)
    return taken(connection(folder, address, password, found.database), folder / VAULT, found.vault, clock)
