"""Four workstations on one server, at random, with cut wires and a server that is killed: nothing acknowledged is lost.

Each counts in a field of its own per case, which only a lost update could set back; all write one field together. `make prove`
works on 10,000 cases for twenty minutes.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.builders import SETTINGS
from tests.prove import how_many
from tests.source_tree import ROOT
from tests.store.server.four_desks_worker import FIELDS, PASSPHRASE, SHARED, opened
from tests.store.server.postgres import Office, Postgres, running
from tests.store.server.wire import Wire
from tests.store.stored import CHEAP, CLOCK
from workstation.actions import cases
from workstation.actions.making import create_desk
from workstation.actions.opening import open_desk
from workstation.actions.server import moving, seats
from workstation.money import Money
from workstation.profile.account import Account
from workstation.profile.case import Case
from workstation.profile.debtor import Debtor
from workstation.store.keys import HEADER
from workstation.store.ledger.judging import judged
from workstation.store.server.address import ServerAddress
from workstation.store.server.file import write_server

DESKS = 4


def portfolio(folder: Path, count: int) -> None:
    """An embedded desk of so many cases."""
    desk = create_desk(folder, PASSPHRASE, SETTINGS, CLOCK, CHEAP)
    with desk.store.transaction():
        for first in range(0, count, 500):
            numbers = range(first, min(count, first + 500))
            desk.store.add_all(Debtor(f"d{no:06d}", f"债务人{no}", f"{110101199001010000 + no}") for no in numbers)
            desk.store.add_all(
                Case(f"c{no:06d}", f"CC-2026-{no:05d}", f"d{no:06d}", date(2026, 1, 1)) for no in numbers
            )
            desk.store.add_all(
                Account(f"a{no:06d}", f"c{no:06d}", "招商银行", f"62258800{no:08d}", principal=Money(no))
                for no in numbers
            )
    desk.close()


def seats_at(folder: Path, office: Office, wires: list[Wire]) -> list[Path]:
    """A folder for each workstation, each with a wire of its own."""
    desk = open_desk(folder, PASSPHRASE, CLOCK)
    assert desk.keys is not None
    made = []
    for number, (wire, (login, word)) in enumerate(zip(wires, office.passwords.items(), strict=True)):
        place = folder.parent / f"seat{number}"
        place.mkdir()
        write_server(place, ServerAddress("127.0.0.1", wire.port, "desks", login, office.name), word, desk.keys.vault)
        (place / HEADER).write_bytes((folder / HEADER).read_bytes())
        made.append(place)
    assert seats.server_of(desk) is not None
    desk.close()
    return made


def started(folder: Path, seed: int, seconds: float, think: float) -> subprocess.Popen[str]:
    words = [
        sys.executable,
        "-m",
        "tests.store.server.four_desks_worker",
        str(folder),
        str(seed),
        str(seconds),
        str(think),
    ]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(words, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def worked(folders: list[Path], seconds: float, think: float, trouble: Any = None) -> list[list[dict[str, Any]]]:
    """What each workstation told, its count last."""
    workers = [started(folder, seed, seconds, think) for seed, folder in enumerate(folders)]
    try:
        for worker in workers:
            assert worker.stdout is not None
            assert "ready" in worker.stdout.readline()
        for worker in workers:
            assert worker.stdin is not None
            worker.stdin.write("\n")
            worker.stdin.flush()
        if trouble is not None:
            trouble()
        outputs = [worker.communicate(timeout=seconds + 120)[0] for worker in workers]
    finally:
        for worker in workers:
            if worker.poll() is None:
                worker.kill()
    assert [worker.returncode for worker in workers] == [0] * len(workers)
    return [[json.loads(line) for line in output.splitlines()] for output in outputs]


@pytest.fixture
def server() -> Iterator[Postgres]:
    """A server of one's own, since it is killed."""
    with running() as made:
        yield made


@pytest.mark.prove
@pytest.mark.timeout(2400)
def test_four_desks_lose_nothing(server: Postgres, tmp_path: Path) -> None:
    count, seconds = how_many(60, 10_000), how_many(9, 1200)
    portfolio(tmp_path / "desk", count)
    office = server.new_office(DESKS)
    desk = open_desk(tmp_path / "desk", PASSPHRASE, CLOCK)
    address = office.address()
    began = time.monotonic()
    moved = moving.move_to_server(desk, address, office.passwords[address.login])
    report = {"moved": moved.rows, "move_seconds": round(time.monotonic() - began, 1)}
    wires = [Wire(server.port) for _ in range(DESKS)]
    folders = seats_at(tmp_path / "desk", office, wires)
    chance, done = random.Random(7), {"cuts": 0, "commits_cut": 0, "kills": 0}

    def trouble() -> None:
        until = time.monotonic() + seconds - 3
        kill_every = how_many(4, 30)
        kill_at = time.monotonic() + kill_every / 2
        while time.monotonic() < until:
            time.sleep(chance.uniform(0.1, how_many(1, 3)))
            wire = chance.choice(wires)
            if chance.random() < 0.4:
                wire.cut()
                done["cuts"] += 1
            else:
                wire.cut_at_commit(chance.choice(("before", "behind")))
                done["commits_cut"] += 1
            if time.monotonic() > kill_at:
                kill_at += kill_every
                server.stop("immediate")
                server.start()
                done["kills"] += 1

    try:
        told = worked(folders, seconds, 5, trouble)
    finally:
        for wire in wires:
            wire.close()
    counts = [lines.pop() for lines in told]
    sys.stdout.write(json.dumps([report | done, *counts], ensure_ascii=False) + "\n")  # pytest -s shows the figures
    check = opened(tmp_path / "desk", time.monotonic() + 20)
    lost: dict[tuple[str, str], Any] = {}
    for case_id in {line["case"] for lines in told for line in lines}:
        stored = cases.load_case(check, case_id).debtor
        shared = {""}
        for field, lines in zip(FIELDS, told, strict=True):
            lost |= judge(case_id, field, getattr(stored, field), [one for one in lines if one["case"] == case_id])
            shared |= {
                one["shared"] for one in lines if one["case"] == case_id and one["told"] in ("saved", "server_unsure")
            }
        if getattr(stored, SHARED) not in shared:
            lost[case_id, SHARED] = getattr(stored, SHARED)
    assert lost == {}
    log = judged(check.store.ledger)
    assert log.findings == ()
    saved = sum(one["saved"] for one in counts)
    assert log.entries >= saved
    assert saved > 0
    assert sum(one["conflict"] for one in counts) > 0
    assert done["kills"] > 0
    check.close()


def judge(case_id: str, field: str, stored: str, lines: list[dict[str, Any]]) -> dict[tuple[str, str], Any]:
    """What stands must be the last that was acknowledged, or a later one of which the workstation said that nobody knows."""
    due = {""}
    for line in lines:
        if line["told"] == "saved":
            due = {line["own"]}
        elif line["told"] == "server_unsure":
            due.add(line["own"])
    return {} if stored in due else {(case_id, field): (stored, sorted(due))}
