"""The two engines of a store, so that one test asks both."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from tests.store.server.postgres import Office, Postgres
from tests.store.stored import CLOCK, KEY, filled
from workstation.dates import Clock
from workstation.store.server.store import ServerStore
from workstation.store.sharing.counters import News
from workstation.store.store import Store


class Engine:
    """Makes stores in a place of its own, and opens the last one once more, as another process would."""

    def __init__(self, folder: Path, server: Postgres | None = None) -> None:
        self._folder, self._server = folder, server
        self._office: Office | None = None
        self._made = 0
        self._stores = list[Store]()

    @property
    def is_server(self) -> bool:
        """Whether rows lie on a server."""
        return self._server is not None

    def soon(self, true: Callable[[], bool]) -> bool:
        """Whether something comes true: at once in a file, within two seconds where a server tells it."""
        until = time.monotonic() + (2 if self.is_server else 0)
        while not (found := true()) and time.monotonic() < until:
            time.sleep(0.01)
        return found

    def news(self, store: Store) -> News:
        """What others wrote; of a server it comes a moment later."""
        found = list[News]()

        def is_told() -> bool:
            if (told := store.counters.news()) is not None:
                found.append(told)
            return bool(found)

        assert self.soon(is_told)
        return found[0]

    def close(self) -> None:
        """Shut every store that was made."""
        for store in self._stores:
            store.close()

    def new(self, clock: Clock = CLOCK) -> Store:
        """An empty store in a new place."""
        self._stores.append(store := self._new(clock))
        return store

    def another(self, clock: Clock = CLOCK, wait_seconds: int = 5) -> Store:
        """The last place, opened once more."""
        self._stores.append(store := self._another(clock, wait_seconds))
        return store

    def _new(self, clock: Clock) -> Store:
        self._made += 1
        if self._server is None:
            return Store.create(self._path, KEY, clock)
        self._office = self._server.new_office()
        return ServerStore.begin(self._office.database(KEY), clock)

    def filled(self, clock: Clock = CLOCK) -> Store:
        """A store in a new place that holds one of everything."""
        return filled(self.new(clock))

    def _another(self, clock: Clock, wait_seconds: int) -> Store:
        if self._office is None:
            return Store.open(self._path, KEY, clock, wait_seconds)
        return ServerStore.connected(self._office.database(KEY, wait_seconds=wait_seconds), clock)

    @property
    def _path(self) -> Path:
        return self._folder / f"{self._made}.db"
