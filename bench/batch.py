"""Packets and workbooks of 500 cases by the product's own export: over two processes against one, and whether memory stays flat.

Each case is another one, with proofs, and passes every gate; each way has its own desk of the same cases, read as the command does.
The ratio is of one export each way, not repeated; a line tells what memory it took at most, and how much more than after a fifth.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from multiprocessing import active_children
from pathlib import Path
from typing import Final

from bench.contest import Contender, Contest
from tests.actions.papers.short_cases import opened, short_desk
from workstation.actions.papers.batch_export import CaseExported, cases_found, export_cases
from workstation.received.apart.worker import Workers

CASES: Final = 500
EARLY: Final = 100
MOST_GROWTH: Final = 8
"""Megabytes that the peak may grow between case 100 and case 500."""


def contests(folder: Path) -> list[Contest]:
    """One round of each way. Raises RuntimeError when memory grows with the number of cases."""
    for processes in (1, 2):
        short_desk(folder / f"batch-desk-{processes}", CASES)

    def exported(processes: int) -> None:
        desk = opened(folder / f"batch-desk-{processes}")
        desk.readers = Workers()
        case_ids = (line.case_id for line in cases_found(desk).each())
        with closing(desk), closing(export_cases(desk, case_ids, folder / f"batch-{processes}", processes)) as written:
            _tell_growth(written, processes)

    task = f"{CASES} packets and workbooks, two processes"
    alone = Contender("one process", lambda: exported(1))
    return [Contest(task, lambda: exported(2), (alone,), rounds=1, long=True)]


def _tell_growth(written: Iterator[CaseExported], processes: int) -> None:
    early, late = (_peaks_after(written, count) for count in (EARLY, CASES - EARLY - 1))
    growth = max((late[one] - early[one] for one in early), default=0.0)
    for one in written:
        if one.findings:
            raise RuntimeError(f"{one.number} was not exported whole: {one.findings}")
    print(
        f"    processes: {processes}; peak {max(late.values(), default=0):.0f} MB, {growth:+.1f} MB since case {EARLY}"
    )
    if growth > MOST_GROWTH:
        raise RuntimeError(f"memory grew by {growth:.1f} MB after {EARLY} cases")


def _peaks_after(written: Iterator[object], count: int) -> dict[int, float]:
    """Peak megabytes of this process and of each that builds, once ``count`` more cases are written; nothing but on Linux."""
    for _ in islice(written, count):
        continue
    processes = [os.getpid(), *(child.pid for child in active_children() if child.pid)]
    stated = {one: Path(f"/proc/{one}/status") for one in processes}
    return {one: _peak(path.read_text("ascii")) for one, path in stated.items() if path.exists()}


def _peak(status: str) -> float:
    return int(status.split("VmHWM:")[1].split()[0]) / 1024
