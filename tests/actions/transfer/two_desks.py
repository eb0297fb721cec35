"""Desks in memory that hand a case to each other, and what is on them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.builders import NOW, SETTINGS
from tests.store.stored import EVERY
from workstation.actions.desk import Desk
from workstation.actions.transfer import incoming, known_desks, outgoing
from workstation.dates import FixedClock
from workstation.errors import Refused
from workstation.policy.pack import packs
from workstation.profile.case import Case
from workstation.store.bundle.sealing import CHUNK
from workstation.store.store import Store
from workstation.store.transfer.content import CaseContent, collect, without_own
from workstation.store.vault import Vault

CASE = "c1"
PROOF = b"proof" * 1000
PACKET = bytes(range(256)) * (CHUNK // 200)
"""More than one chunk of a sealed stream."""


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
    """A case as it would go to another desk, but for what the logs of either say of it."""
    found = without_own(collect(desk.store, case_id))
    return replace(found, entries=tuple(one for one in found.entries if one.table != "origin_entry"))


def send(sender, receiver, path, case_id=CASE):
    """A bundle of a case in a file; answers the path."""
    outgoing.hand_over(sender, case_id, known_desks.own_public(receiver), path)
    return path


def receive(desk, path, *chosen, trust=True):
    """Read a bundle and merge it; answers the plan that was carried out and what was done."""
    bundle = incoming.bundle_file(desk, path).read()
    arrived = incoming.arrival(desk, bundle)
    bundle.take_files(desk.vault)
    trusted = bundle.sender.fingerprint if trust else ""
    return arrived, desk.run(incoming.take_in, arrived, chosen, trusted)


def codes(call, *args):
    """The codes with which a call is refused."""
    with pytest.raises(Refused) as refused:
        call(*args)
    return [finding.code for finding in refused.value.findings]


def untouched(desk):
    """Whether nothing of a bundle was kept."""
    return desk.store.find(Case) == () and not list((desk.folder / "vault").glob("??/*"))
