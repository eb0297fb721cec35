"""Stores of both engines for tests that ask for ``engine``; the server is started once, when the first test asks for it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.server.engines import Engine
from tests.store.server.postgres import Postgres, running


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A server for this run."""
    with running() as server:
        yield server


@pytest.fixture(params=["embedded", "server"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """The embedded database, then the server."""
    made = Engine(tmp_path, request.getfixturevalue("postgres") if request.param == "server" else None)
    yield made
    made.close()
