"""Desks in memory that hand a case to each other, and what is on them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.builders import NOW, SETTINGS
from tests.store.stored import EVERY
from workstation.actions.desk import Desk
from workstation.dates import FixedClock
from workstation.policy.pack import packs
from workstation.store.store import Store
from workstation.store.transfer.content import CaseContent, collect, without_own
from workstation.store.vault import Vault

CASE = "c1"


@contextmanager
def empty_desk(folder: Path, **settings: Any) -> Iterator[Desk]:
    """A desk without cases, with a vault below ``folder``."""
    clock = FixedClock(NOW)
    store = Store.memory(clock)
    store.add(SETTINGS)
    desk = Desk(folder, store, Vault(folder / "vault", bytes(32)), packs(), clock, SETTINGS)
    try:
        yield desk
    finally:
        desk.close()


@contextmanager
def full_desk(folder: Path) -> Iterator[Desk]:
    """A desk with one of every stored entity, its case being `CASE`, and their files."""
    with empty_desk(folder) as desk:
        desk.store.add_all(entity for entity in EVERY if entity != SETTINGS)
        yield desk


def content(desk: Desk, case_id: str = CASE) -> CaseContent:
    """A case as it would go to another desk."""
    return without_own(collect(desk.store, case_id))
