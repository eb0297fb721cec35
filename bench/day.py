"""What the window asks of a large desk: ``python -m bench.day [FOLDER]`` prints milliseconds beside their limits.

The real window opens a desk with 100,000 cases, made first where FOLDER holds none; cases are opened, their pages and those of the
desk are turned, names are searched, a third of a second apart. Told is the processor time of the window's own thread, which a busy
machine does not lengthen: the least and the median of the turns, the longest stretch between two beats of a timer, and the memory
held at the end.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import sleep, thread_time
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from bench.lists import AT_ONCE, CASES, people, unsynced
from bench.opening import CHEAP, PASSPHRASE, made_desk
from ui.app import begin_loading, make_application
from ui.background import Pool
from ui.files import FileChooser
from ui.preferences import Preferences
from ui.shell.case_pages import PAGES
from ui.shell.main_window import MainWindow
from ui.shell.workbench import Workbench
from workstation.actions.opening import desk_keys, open_for_work
from workstation.dates import SystemClock

LIMITS: Final = {"open": 100.0, "first": 50.0, "turn": 50.0, "search": 50.0, "desk": 100.0}
BLOCK_MS: Final = 50.0
MEMORY_MB: Final = 300
BEAT_MS: Final = 2
SETTLED: Final = 60
"""Rounds of 5 ms in which what a step left to be done later is done and watched too."""
OUTER: Final = ("today", "banks", "print_queue", "settings", "registers", "rules", "imports", "due_days", "cases")
NEEDLES: Final = ("张", "欧阳", "zhangwei", "3344", "无此人", "")
TURNS: Final = 5


@dataclass(slots=True)
class Day:
    """Milliseconds by the kind and the name of a step, and the longest stretch that each held the window."""

    took: dict[tuple[str, str], list[float]] = field(default_factory=dict)
    blocks: dict[tuple[str, str], float] = field(default_factory=dict)
    held: dict[tuple[str, str], int] = field(default_factory=dict)
    """Megabytes after the step."""
    beaten: float = 0.0
    longest: float = 0.0

    def beat(self) -> None:
        """The window is free again."""
        now = thread_time()
        self.longest, self.beaten = max(self.longest, (now - self.beaten) * 1000), now

    def step(self, kind: str, name: str, work: Callable[[], object]) -> None:
        """Do a step, paint it, and watch what follows it."""
        self.longest, self.beaten = 0.0, thread_time()
        begun = self.beaten
        work()
        QApplication.processEvents()
        self.took.setdefault((kind, name), []).append((thread_time() - begun) * 1000)
        self.beat()
        for _ in range(SETTLED):
            sleep(0.005)
            QApplication.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # as the loop of the program does
            self.beat()
        self.blocks[kind, name] = max(self.blocks.get((kind, name), 0.0), self.longest)
        self.held[kind, name] = memory()[0]


def filled(folder: Path) -> None:
    """The desk to be measured."""
    desk, coming = made_desk(folder, 0, CHEAP, 0), people(CASES)
    with unsynced():
        for _ in range(CASES // AT_ONCE):
            desk.store.add_all([one for _ in range(AT_ONCE) for one in next(coming)])
    desk.close()


def worked(bench: Workbench, day: Day) -> None:
    """Cases opened and turned through, pages of the desk, and searches; the first time apart from the others."""
    day.step("open", "first case", lambda: bench.open_case("c500"))
    for page in PAGES:
        day.step("first", page, lambda page=page: bench.case.turn_to(page))  # type: ignore[misc]
    for turn in range(TURNS):
        day.step("open", "all pages made", lambda turn=turn: bench.open_case(f"c{turn * 19_000 + 7}"))  # type: ignore[misc]
        for page in PAGES:
            day.step("turn", page, lambda page=page: bench.case.turn_to(page))  # type: ignore[misc]
    for turn in range(TURNS):
        for name in OUTER:
            kind = "turn" if turn else "first"
            day.step(kind, name, lambda name=name: bench.open_page(name))  # type: ignore[misc]
    for needle in NEEDLES:
        day.step("search", f"“{needle}”", lambda needle=needle: bench.cases.search.setText(needle))  # type: ignore[misc]


def memory() -> tuple[int, int]:
    """Megabytes held now, and the most that were held."""
    lines = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines() if ":" in line)
    return int(lines["VmRSS"].split()[0]) // 1024, int(lines["VmHWM"].split()[0]) // 1024


def told(day: Day) -> None:
    """One line a step; marked is one whose median is over its limit, or that held the window too long once."""
    for (kind, name), times in day.took.items():
        usual, block, held = median(times), day.blocks[kind, name], day.held[kind, name]
        over = " ".join(("over",) * (usual > LIMITS[kind]) + ("blocks",) * (block > BLOCK_MS))
        took = f"{kind:7}{name:18}{min(times):7.0f}{usual:7.0f} of {LIMITS[kind]:.0f}"
        print(f"{took}   block {block:5.0f}  {held:5} MB  {over}")
    now, most = memory()
    print(f"memory {now} MB, at most {most} MB of {MEMORY_MB}", flush=True)


def main() -> None:
    """Measure and print."""
    with TemporaryDirectory() as home:
        folder = Path(sys.argv[1]) if sys.argv[1:] else Path(home) / "desk"
        if not (folder / "desk.json").exists():
            filled(folder)
        app = make_application(())
        pool = Pool(app)
        window = MainWindow(app, Preferences(Path(home) / "window.ini"), Path(home), SystemClock(), pool, FileChooser())
        window.show()
        typed = QEventLoop()  # a passphrase, meanwhile
        begin_loading(pool, window, typed.quit)
        typed.exec()
        day, beat = Day(), QTimer()
        beat.timeout.connect(day.beat)
        beat.start(BEAT_MS)
        desk = open_for_work(folder, desk_keys(folder, PASSPHRASE), SystemClock())
        day.step("desk", "workbench", lambda: window.open_desk(desk))
        if window.workbench is None:
            raise AssertionError("no workbench")
        worked(window.workbench, day)
        told(day)
        os._exit(0)


if __name__ == "__main__":
    main()
