"""Killed at any moment, a desk opens whole: imports all or nothing, every proof readable, rubbish found and removed."""

from __future__ import annotations

import os
import shutil
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from random import Random

import pytest

from tests.store import crash_worker
from tests.store.stored import CLOCK
from workstation.actions.desk import Desk, check_vault, mend_vault, open_desk
from workstation.evidence.verification import EvidenceItem
from workstation.profile.account import Account
from workstation.profile.batch import Import
from workstation.profile.case import Case
from workstation.profile.debtor import Debtor

LANES, KILLS = 2, 25
KILLS_A_DESK = 5
LONGEST_MS = 120

pytestmark = pytest.mark.skipif(os.name == "nt", reason="no fork server on Windows")


def kill_while_working(context, folder: Path, random: Random) -> None:
    """Let a worker run for a random moment after it has begun, then end it as a power cut would."""
    started = context.Event()
    worker = context.Process(target=crash_worker.work, args=(folder, random.randrange(2**32), started), daemon=True)
    worker.start()
    assert started.wait(60)
    worker.join(random.randrange(LONGEST_MS) / 1000)
    worker.kill()
    worker.join()
    assert worker.exitcode == -9


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
    spare = desk.run(mend_vault)
    assert desk.vault.orphans(item.sha256 for item in desk.store.find(EvidenceItem)) == ()
    assert check_vault(desk) == ()
    return spare


def lane(context, template: Path, folder: Path, seed: int) -> tuple[int, int, int]:
    """Kill after kill on one desk, a new one now and then; answers kills, imports seen, and rubbish removed."""
    random = Random(seed)
    kills = imports = rubbish = 0
    for number in range(KILLS):
        desk_folder = folder / f"desk{number // KILLS_A_DESK}"
        if not desk_folder.exists():
            shutil.copytree(template, desk_folder)
        kill_while_working(context, desk_folder, random)
        desk = open_desk(desk_folder, crash_worker.PASSPHRASE, CLOCK)
        rubbish += whole(desk)
        imports += len(desk.store.find(Import))
        desk.close()
        kills += 1
    return kills, imports, rubbish


def test_a_desk_survives_fifty_kills(tmp_path: Path) -> None:
    context = get_context("forkserver")
    context.set_forkserver_preload(["tests.store.crash_worker"])
    crash_worker.make(tmp_path / "template")
    folders = [tmp_path / f"lane{number}" for number in range(LANES)]
    with ThreadPoolExecutor(LANES) as lanes:
        results = list(lanes.map(lane, [context] * LANES, [tmp_path / "template"] * LANES, folders, range(LANES)))
    kills, imports, rubbish = (sum(column) for column in zip(*results, strict=True))
    assert kills == LANES * KILLS
    assert imports  # the workers came far enough for the kills to mean something
    assert rubbish, "no kill fell into the taking in of a proof"
