"""From starting the program to the first painted window: Concord's against an empty Qt window, each in a fresh process."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

from bench.contest import Contender, Contest


def contests(folder: Path) -> list[Contest]:
    """One contest; Concord's preferences go to ``folder``."""

    def opened(which: str) -> None:
        subprocess.run([sys.executable, "-m", "bench.first_window", which, str(folder)], check=True)

    blank = Contender(f"empty window, PySide6 {version('PySide6-Essentials')}", lambda: opened("empty"))
    return [Contest("first window", lambda: opened("concord"), (blank,))]
