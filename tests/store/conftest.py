"""Stores of both engines for tests that ask for ``engine``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.server.engines import Engine


@pytest.fixture(params=["embedded", "server"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """The embedded database, then the server."""
    made = Engine(tmp_path, request.getfixturevalue("postgres") if request.param == "server" else None)
    yield made
    made.close()
