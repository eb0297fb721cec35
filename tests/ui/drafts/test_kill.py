"""Killed at any moment, a window loses no more than the last second of typing."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from tests.builders import SETTINGS
from tests.prove import how_many
from tests.ui.drafts.worker import LETTERS
from workstation.actions.cases import new_case
from workstation.actions.making import create_desk
from workstation.actions.opening import open_desk
from workstation.casework.draft import Draft
from workstation.dates import SystemClock
from workstation.store.keys import Cost

PASSPHRASE = "neun graue Reiher"
SECOND = 1.0


def typed_and_kept(folder: Path, case_id: str, keystrokes: int) -> tuple[list[float], str]:
    """The times of all keystrokes that were reported before the kill, and what the journal holds of them."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-m", "tests.ui.drafts.worker", str(folder), PASSPHRASE, case_id]
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as child:
        assert child.stdout is not None
        times = [float(child.stdout.readline().split()[1]) for _ in range(keystrokes)]
        child.kill()
        times += [float(line.split()[1]) for line in child.stdout if len(line.split()) == 2 and line.endswith("\n")]
    desk = open_desk(folder, PASSPHRASE, SystemClock())
    kept = [json.loads(one.fields).get("note", "") for one in desk.store.find(Draft, form="conversation/contact")]
    for one in desk.store.find(Draft):
        desk.store.delete(Draft, one.id)
    desk.close()
    return times, kept[0] if kept else ""


@pytest.mark.prove
def test_no_keystroke_older_than_a_second_is_lost(tmp_path: Path) -> None:
    folder = tmp_path / "desk"
    desk = create_desk(folder, PASSPHRASE, SETTINGS, SystemClock(), Cost(64, 1, 1))
    case_id = desk.run(new_case, "Kranich")
    desk.close()
    moments = random.Random(20261128)
    for _ in range(how_many(sample=2, full=60)):
        times, kept = typed_and_kept(folder, case_id, moments.randrange(1, 260))
        must = sum(at <= times[-1] - SECOND for at in times)
        assert len(kept) >= must, f"{len(kept)} of {must} keystrokes older than a second"
        assert kept == "".join(LETTERS[number % len(LETTERS)] for number in range(len(kept)))
