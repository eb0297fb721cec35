"""An edit saved: the person of a case typed over and stored durably, against the least that the disk allows."""

from __future__ import annotations

import inspect
import os
from collections.abc import Callable
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any, Final

from bench.contest import Contender, Contest
from workstation.actions import cases
from workstation.actions.desk import Desk
from workstation.casework.settings import DeskSettings
from workstation.dates import SystemClock
from workstation.store.keys import Cost

try:
    from workstation.actions.making import create_desk
except ModuleNotFoundError:  # a build from before making a desk had a room of its own
    from workstation.actions.desk import create_desk  # type: ignore[attr-defined, no-redef]

CASES: Final = 20


def contests(folder: Path) -> list[Contest]:
    """One edit after the other on a desk with some cases; a loaded entity goes with it where the save takes one."""
    desk = create_desk(
        folder / "desk", "a desk to be measured", DeskSettings("样例", "林协商"), SystemClock(), Cost(64, 1, 1)
    )
    case_ids = [desk.run(cases.new_case, f"债务人{number}") for number in range(CASES)]
    least = Contender("4 KB appended and synced", appended(folder / "least.bin"))
    return [Contest("an edit saved", saver(desk, case_ids[0]), (least,), rounds=7)]


def saver(desk: Desk, case_id: str) -> Callable[[], None]:
    """What types another employer each time and saves, as the window does."""
    numbers = count()
    save: Any = cases.save_debtor
    takes_base = "base" in inspect.signature(save).parameters

    def work() -> None:
        loaded = cases.load_case(desk, case_id).debtor
        typed = replace(loaded, employer=f"第{next(numbers)}机械厂")
        desk.run(save, case_id, typed, *((loaded,) if takes_base else ()))

    return work


def appended(path: Path) -> Callable[[], None]:
    """A page of bytes at the end of a file, on the disk before it answers."""

    def work() -> None:
        with path.open("ab") as file:
            file.write(bytes(4096))
            file.flush()
            os.fsync(file.fileno())

    return work
