"""What every test stands on: Qt without a display, files in memory, cheap passphrases, how hard hypothesis tries."""

from __future__ import annotations

import gc
import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from xdist.scheduler import WorkStealingScheduling

    from tests.store.server.postgres import Postgres
    from workstation.store.keys import Cost

# Before anything imports Qt; a developer who wants to watch sets the variable.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A run starts hundreds of processes, and each imports up to a thousand modules: they are compiled once, not by each.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# No deadlines: nothing here tests time, and two cores are shared. `ci` repeats the same examples on every run; what it tries
# forty times is tried two thousand times by `make prove`.
_CALM = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.differing_executors]
)
settings.register_profile("desk", _CALM)
settings.register_profile("ci", _CALM, derandomize=True, print_blob=True)
settings.register_profile("long", _CALM, max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "desk"))

LONGEST: Final = ("test_recalculated.py", "test_crash.py", "test_hostile.py", "test_whole_way.py")
MEMORY: Final = Path("/dev/shm")
ENOUGH: Final = 4 * 2**30
"""Bytes that a whole run may need at once; a container often has 64 MB there."""


def pytest_configure() -> None:
    """A desk is written durably: on a disk a run waits for tens of thousands of fsyncs, in memory for none."""
    if os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free >= ENOUGH:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest go first: at the end of a run they would keep one process at work while the others wait."""
    items.sort(key=lambda item: item.path.name not in LONGEST)


def pytest_collection_finish() -> None:
    """Modules and thousands of collected tests live as long as the run: no collection of garbage looks through them again."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> WorkStealingScheduling | None:
    """Each process works through one part of the list in its order, so that what a module shares is made once, then helps out."""
    if config.getvalue("dist") != "load":
        return None
    from xdist.scheduler import WorkStealingScheduling

    return WorkStealingScheduling(config, log)


@pytest.fixture(scope="session", autouse=True)
def ordinary_cost() -> Iterator[Cost]:
    """What a passphrase costs in earnest. Here those of new desks cost a thousandth; old headers keep what stands in them."""
    from workstation.store.keys import STANDARD, Cost

    ordinary = replace(STANDARD)
    _become(STANDARD, Cost(64, 1, 1))
    yield ordinary
    _become(STANDARD, ordinary)


@pytest.fixture(scope="session", autouse=True)
def schema_once() -> Iterator[None]:
    """A store in memory begins as a copy of one that has taken every step of the schema: 300 statements once, not for each."""
    from workstation.store import store
    from workstation.store.database import create_database
    from workstation.store.encrypted import EncryptedDatabase

    ready = create_database(None, store.MEMORY_KEY)

    def created(path: Path | None, key: bytes, *more: Any) -> EncryptedDatabase:
        if path is not None:
            return create_database(path, key, *more)
        database = EncryptedDatabase(None, key)
        database.connect()
        ready.connection().backup(database.connection())
        return database

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(store, "create_database", created)
        yield
    ready.finish()


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A server for this run, started when the first test asks for it; each takes an office of its own there."""
    from tests.store.server.postgres import running

    with running() as server:
        yield server


def _become(standard: Cost, other: Cost) -> None:
    # The one value stands as the default of many parameters, so it is the value that changes, not its name.
    for name in ("memory_kib", "passes", "lanes"):
        object.__setattr__(standard, name, getattr(other, name))
