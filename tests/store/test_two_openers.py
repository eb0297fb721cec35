"""Two windows and a command line at one desk, working at random: no update is lost, and every conflict is told.

Each process counts in a field of its own per case, which only a lost update could set back; all write one field together, whose
value at the end must be one that was acknowledged and that nobody may have overwritten unseen.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.prove import how_many
from tests.source_tree import ROOT
from tests.store.stored import CHEAP, CLOCK
from tests.store.two_openers_worker import FIELDS, PASSPHRASE, SHARED
from workstation.actions import cases
from workstation.actions.making import create_desk
from workstation.actions.opening import open_desk
from workstation.casework.settings import DeskSettings

KINDS = ("window", "window", "command")
CASES = 2


def started(folder: Path, seed: int, kind: str) -> subprocess.Popen[str]:
    steps, seconds = how_many(150, 10**9), how_many(12, 600)
    words = [
        sys.executable,
        "-m",
        "tests.store.two_openers_worker",
        str(folder),
        str(seed),
        str(steps),
        str(seconds),
        kind,
    ]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(words, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


@pytest.mark.prove
@pytest.mark.timeout(900)
def test_two_windows_and_a_command_line_lose_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "desk"
    desk = create_desk(folder, PASSPHRASE, DeskSettings("样例", "林协商"), CLOCK, CHEAP)
    case_ids = [desk.run(cases.new_case, f"债务人{number}") for number in range(CASES)]
    desk.close()
    workers = [started(folder, seed, kind) for seed, kind in enumerate(KINDS)]
    for worker in workers:
        assert worker.stdout is not None
        assert "ready" in worker.stdout.readline()
    for worker in workers:
        assert worker.stdin is not None
        worker.stdin.write("\n")
        worker.stdin.flush()
    outputs = [worker.communicate()[0] for worker in workers]
    assert [worker.returncode for worker in workers] == [0] * len(KINDS)
    answers = [[json.loads(line) for line in output.splitlines()] for output in outputs]
    counts = [lines.pop() for lines in answers]
    desk = open_desk(folder, PASSPHRASE, CLOCK)
    lost = 0
    for case_id in case_ids:
        stored = cases.load_case(desk, case_id).debtor
        shared = {""}
        for field, lines in zip(FIELDS, answers, strict=True):
            mine = [line for line in lines if line["case"] == case_id]
            numbers = [int(line["own"].rpartition(":")[2]) for line in mine if line["own"]]
            assert numbers == sorted(numbers)
            lost += bool(mine) and getattr(stored, field) != mine[-1]["own"]
            shared |= {line["shared"] for line in mine}
        assert getattr(stored, SHARED) in shared
    desk.close()
    sys.stdout.write(json.dumps(counts) + "\n")  # pytest -s shows the figures
    assert lost == 0
    assert sum(count["saved"] for count in counts) > 0
    assert sum(count["merged"] for count in counts) > 0
    assert sum(count["conflicts"] for count in counts) > 0
