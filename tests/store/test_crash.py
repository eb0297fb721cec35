"""Killed at any moment, a desk opens whole: imports all or nothing, every proof readable, rubbish found and removed."""

from __future__ import annotations

import os
import shutil
from collections import Counter
from multiprocessing import get_context
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.prove import how_many
from tests.store import crash_worker
from tests.store.stored import CLOCK
from workstation.actions.desk import Desk
from workstation.actions.opening import open_desk
from workstation.actions.upkeep import check_vault, quarantine_orphans
from workstation.evidence.verification import EvidenceItem
from workstation.profile.account import Account
from workstation.profile.batch import Import
from workstation.profile.case import Case
from workstation.profile.debtor import Debtor

LANES, ROUNDS = 2, how_many(15, 500)
ROUNDS_A_DESK = 5
LONGEST_MS = 250

pytestmark = [pytest.mark.prove, pytest.mark.skipif(os.name == "nt", reason="no fork server on Windows")]


def kill_while_working(context: Any, folders: list[Path], random: Random, number: int) -> None:
    """Let a worker at each desk run for a random moment, then end it as a power cut would.

    The moment counts from the first import, or from the first proof, or is the one between a proof's file and its record: so a
    machine of any speed sees kills in all of them.
    """
    from_proofs, between = number % 3 == 0, number % 5 == 2
    events = [tuple(context.Event() for _ in range(3)) for _ in folders]
    workers = [
        context.Process(
            target=crash_worker.work,
            args=(folder, random.randrange(2**32), *told[:2], told[2] if between else None),
            daemon=True,
        )
        for folder, told in zip(folders, events, strict=True)
    ]
    for worker in workers:
        worker.start()
    for worker, told in zip(workers, events, strict=True):
        assert told[2 if between else from_proofs].wait(60)
        worker.join(0 if between else random.randrange(LONGEST_MS) / 1000)
        worker.kill()
        worker.join()
        assert worker.exitcode == -9  # by the kill, not by an error of its own


def whole(desk: Desk) -> int:
    """Asserts all that must hold after a crash; answers how much rubbish was removed."""
    run = desk.store._database.run
    assert run("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert run("PRAGMA cipher_integrity_check").fetchall() == []
    assert run("PRAGMA foreign_key_check").fetchall() == []
    batches = {batch.id for batch in desk.store.find(Import)}
    rows = Counter(account.import_id for account in desk.store.find(Account))
    cases = Counter(case.import_id for case in desk.store.find(Case) if case.import_id)
    assert rows == cases == dict.fromkeys(batches, crash_worker.ROWS)
    assert len(desk.store.find(Debtor)) == 1 + crash_worker.ROWS * len(batches)
    assert check_vault(desk) == ()
    spare = desk.run(quarantine_orphans).set_aside
    assert desk.vault.orphans(item.sha256 for item in desk.store.find(EvidenceItem)) == ()
    assert check_vault(desk) == ()
    return spare


def test_a_desk_survives_every_kill(tmp_path: Path) -> None:
    context = get_context("forkserver")
    context.set_forkserver_preload(["pytest", "tests.store.crash_worker"])
    crash_worker.make(tmp_path / "template")
    random, imports, rubbish = Random(20261123), 0, 0
    for number in range(ROUNDS):
        folders = [tmp_path / f"desk-{lane}-{number // ROUNDS_A_DESK}" for lane in range(LANES)]
        for folder in folders:
            if not folder.exists():
                shutil.copytree(tmp_path / "template", folder)
        kill_while_working(context, folders, random, number)
        for folder in folders:
            desk = open_desk(folder, crash_worker.PASSPHRASE, CLOCK)
            rubbish += whole(desk)
            imports += len(desk.store.find(Import))
            desk.close()
    assert imports, "no worker came far enough for the kills to mean something"
    assert rubbish >= LANES * ROUNDS // 5, "a kill between a proof's file and its record left no file to be found"
