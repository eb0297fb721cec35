"""One workstation of an office on a server, as a process: edits at random, and tells what became of every save.

``python -m tests.store.server.four_desks_worker FOLDER SEED SECONDS THINK_MS``. A line of JSON for each try to save: the case, the
number it raised its own field to, the mark it put into the shared one, and what it was told: ``saved``, ``conflict``, or the
code of the refusal. The last line counts.
"""

from __future__ import annotations

import json
import random
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from workstation.actions import cases
from workstation.actions.desk import Desk
from workstation.actions.opening import open_desk
from workstation.dates import SystemClock
from workstation.errors import Refused, StorageFailed
from workstation.profile.case import Case
from workstation.profile.debtor import Debtor

PASSPHRASE = "四张桌子同看一本账册"
FIELDS = ("employer", "email", "position", "housing")
"""Each workstation counts in a field of its own; ``education`` belongs to all."""
SHARED = "education"


class Worker:
    """What one workstation knows: people as it loaded them, and the last number it used."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.own, self.name, self.number = FIELDS[seed], f"p{seed}", 0
        self.loaded: dict[str, Debtor] = {}
        self.lines = list[dict[str, str]]()
        self.count = {"saved": 0, "merged": 0, "conflict": 0, "looked": 0}

    def step(self, desk: Desk, case_id: str) -> None:
        """One edit, from what was loaded some time ago."""
        base = self.loaded.get(case_id)
        if base is None or self.random.random() < 0.2:
            base = self.loaded[case_id] = cases.load_case(desk, case_id).debtor
        self.number += 1
        own = f"{self.name}:{self.number}"
        changes: dict[str, Any] = {self.own: own}
        if self.random.random() < 0.4:
            changes[SHARED] = own
        typed = replace(base, **changes)
        told = self._saved(desk, case_id, typed, base)
        self.count[told] = self.count.get(told, 0) + 1
        self.lines.append({"case": case_id, "own": own, "shared": changes.get(SHARED, ""), "told": told})

    def _saved(self, desk: Desk, case_id: str, typed: Debtor, base: Debtor) -> str:
        try:
            desk.run(cases.save_debtor, case_id, typed, base)
        except StorageFailed as failed:
            self.loaded.pop(case_id)
            return failed.findings[0].code
        except Refused as refused:
            for finding in refused.findings:  # both values are shown for each field, and it is really the shared one
                if (finding.code, finding.subject) != ("save_conflict", f"debtor.{SHARED}"):
                    raise
                if {finding.figures["theirs"], finding.figures["yours"]} & {"", typed.name}:
                    raise
            self.loaded.pop(case_id)
            return "conflict"
        self.count["merged"] += self.loaded.pop(case_id) != base
        return "saved"


def opened(folder: Path, until: float) -> Desk:
    """The desk, as soon as its server answers."""
    while True:
        try:
            return open_desk(folder, PASSPHRASE, SystemClock())
        except StorageFailed:
            if time.monotonic() > until:
                raise
            time.sleep(0.2)


def main(folder: Path, seed: int, seconds: float, think: float) -> None:
    """Work until the time is over."""
    worker = Worker(seed)
    desk = opened(folder, time.monotonic() + 60)
    ids = sorted(case.id for case in desk.store.find(Case))
    few = ids[: max(4, len(ids) // 200)]
    cases.load_case(desk, ids[0])  # reads once by what all cases are found
    sys.stdout.write('"ready"\n')
    sys.stdout.flush()
    sys.stdin.readline()
    began, used = time.monotonic(), time.process_time()
    while time.monotonic() < began + seconds:
        case_id = worker.random.choice(few if worker.random.random() < 0.5 else ids)
        try:
            worker.count["looked"] += desk.look()
            worker.step(desk, case_id)
        except StorageFailed as failed:  # of a reading
            code = f"reading {failed.findings[0].code}"
            worker.count[code] = worker.count.get(code, 0) + 1
            time.sleep(0.1)
        if think:
            time.sleep(worker.random.uniform(0, 2 * think))
    counted = {
        **worker.count,
        "seconds": round(time.monotonic() - began, 2),
        "cpu": round(time.process_time() - used, 2),
    }
    desk.close()
    for line in worker.lines:
        sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.write(json.dumps(counted) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]), float(sys.argv[4]) / 1000)
