"""One of several people at one desk, as a process: edits at random from what it loaded, and notes what became of every save.

``python -m tests.store.two_openers_worker FOLDER SEED STEPS SECONDS KIND``: a ``window`` keeps what it loaded for a while and
follows what others wrote when it looks, a ``command`` opens the desk anew for every step. One JSON object a line for each save that
was acknowledged: the case, the counter that the process raised there, and its value; the last line counts.
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
from workstation.errors import Refused
from workstation.profile.case import Case
from workstation.profile.debtor import Debtor

PASSPHRASE = "一盏灯照着两个人写字"
FIELDS = ("employer", "email", "position")
"""Each process has a field of its own per case (by its seed); ``education`` belongs to all, so that conflicts come."""
SHARED = "education"


def tell(answer: dict[str, Any]) -> None:
    """One line for whoever started this process."""
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


class Worker:
    """What one process knows: the person of each case as it loaded it, and how often it has written where."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.own = FIELDS[seed % len(FIELDS)]
        self.name = f"p{seed}"
        self.loaded: dict[str, Debtor] = {}
        self.count = {"saved": 0, "merged": 0, "conflicts": 0, "busy": 0}

    def opened(self, folder: Path) -> Desk:
        """The desk; one that is too busy is tried again, as a person does who is told so."""
        while True:
            try:
                return open_desk(folder, PASSPHRASE, SystemClock())
            except Refused as refused:
                if refused.findings[0].code != "desk_busy":
                    raise
                self.count["busy"] += 1

    def step(self, desk: Desk) -> None:
        """One edit: of the own field, of the shared one, or of both, from what was loaded some time ago."""
        case = self.random.choice(desk.store.find(Case))
        base = self.loaded.get(case.id)
        if base is None or self.random.random() < 0.1:
            base = self.loaded[case.id] = cases.load_case(desk, case.id).debtor
        typed = self.edited(base)
        try:
            desk.run(cases.save_debtor, case.id, typed, base)
        except Refused as refused:
            self.refused(desk, case.id, base, typed, refused)
            return
        stored = cases.load_case(desk, case.id).debtor
        self.count["saved"] += 1
        self.count["merged"] += stored != typed
        self.loaded[case.id] = stored
        tell({"case": case.id, "own": getattr(typed, self.own), "shared": getattr(typed, SHARED)})

    def edited(self, base: Debtor) -> Debtor:
        """The own field counts upwards; the shared one gets a mark of its own, never used before."""
        changes: dict[str, Any] = {}
        if self.random.random() < 0.8:
            changes[self.own] = f"{self.name}:{int((getattr(base, self.own) or ':0').rpartition(':')[2]) + 1}"
        if not changes or self.random.random() < 0.5:
            changes[SHARED] = f"{self.name}-{self.random.getrandbits(48):012x}"
        return replace(base, **changes)

    def refused(self, desk: Desk, case_id: str, base: Debtor, typed: Debtor, refusal: Refused) -> None:
        """Only the shared field may conflict, and it is told with both values; the person takes what is stored and goes on."""
        if [one.code for one in refusal.findings] == ["desk_busy"]:
            self.count["busy"] += 1
            return
        (finding,) = refusal.findings
        stored = cases.load_case(desk, case_id).debtor
        assert (finding.code, str(finding.subject)) == ("save_conflict", f"debtor.{SHARED}"), finding
        assert finding.figures["yours"] == getattr(typed, SHARED)
        assert finding.figures["theirs"] != (getattr(base, SHARED) or "-")
        self.count["conflicts"] += 1
        self.loaded[case_id] = stored


def main(folder: Path, seed: int, steps: int, seconds: float, kind: str) -> None:
    """Open the desk, wait for the word to begin, and work until the steps or the seconds are used up."""
    worker = Worker(seed)
    desk = worker.opened(folder)
    tell({"ready": seed})
    sys.stdin.readline()
    until = time.monotonic() + seconds
    for number in range(steps):
        if time.monotonic() > until:
            break
        if kind == "command" and number:
            desk.close()
            desk = worker.opened(folder)
        if kind == "window" and desk.look():
            for case_id in worker.random.sample(sorted(worker.loaded), len(worker.loaded) // 2):
                worker.loaded[case_id] = cases.load_case(desk, case_id).debtor
        worker.step(desk)
    desk.close()
    tell(worker.count)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), float(sys.argv[4]), sys.argv[5])
