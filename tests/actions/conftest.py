"""A fresh desk in memory for each test; files go to the test's own folder."""

from __future__ import annotations

import pytest

from tests.builders import NOW, SETTINGS
from workstation.actions.desk import Desk
from workstation.dates import FixedClock
from workstation.policy.pack import packs
from workstation.store.store import Store
from workstation.store.vault import Vault


@pytest.fixture
def desk(tmp_path):
    clock = FixedClock(NOW)
    store = Store.memory(clock)
    store.add(SETTINGS)
    desk = Desk(tmp_path, store, Vault(tmp_path / "vault", bytes(32)), packs(), clock, SETTINGS)
    yield desk
    desk.close()
