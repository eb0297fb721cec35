"""An office at the server of this run, and a wire to it that can be cut."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.store.server.postgres import Office, Postgres
from tests.store.server.wire import Wire
from tests.store.stored import KEY
from workstation.profile.debtor import Debtor
from workstation.store.server.store import ServerStore


@pytest.fixture
def office(postgres: Postgres) -> Office:
    """An office with one debtor."""
    made = postgres.new_office()
    store = ServerStore.begin(made.database(KEY))
    store.add(Debtor("d0", "原来"))
    store.close()
    return made


@pytest.fixture
def wire(postgres: Postgres) -> Iterator[Wire]:
    """A way to the server."""
    made = Wire(postgres.port)
    yield made
    made.close()
