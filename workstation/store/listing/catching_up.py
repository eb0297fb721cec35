"""A database opened with its list as its records are."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from workstation.errors import Refused
from workstation.store.database import open_database
from workstation.store.encrypted import EncryptedDatabase
from workstation.store.listing.projection import Seen, catch_up, unseen
from workstation.store.records.search_refresh import refresh_search


def open_current(path: Path, key: bytes, wait_seconds: int, seen: Seen = unseen) -> EncryptedDatabase:
    """An existing database, upgraded when it is older; refusals as in `open_database`.

    ``seen`` hears how far the list is where it is made anew, and may stop that by raising: it goes on at the next opening.
    """
    database = open_database(path, key, wait_seconds)
    try:
        refresh_search(database)
        catch_up(database, seen)
    except BaseException:
        with suppress(Refused):
            database.close()
        raise
    return database
