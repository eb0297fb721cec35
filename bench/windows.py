"""From starting the program to the first painted window: Concord's against an empty Qt window, each in a fresh process."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

from bench.contest import Contender, Contest
from bench.opening import CHEAP, made_desk


def contests(folder: Path) -> list[Contest]:
    """The very first start, and that of any other day, which asks for the passphrase of a desk. Preferences go to ``folder``."""
    new, known = folder / "new", folder / "known"
    for place in (new, known):
        place.mkdir()
    made_desk(known / "desk", 1, CHEAP, 0).close()
    (known / "window.ini").write_text(f"[desk]\nfolder={known / 'desk'}\n", "utf-8")

    def opened(which: str, place: Path) -> None:
        subprocess.run([sys.executable, "-m", "bench.first_window", which, str(place)], check=True)

    blank = Contender(f"empty window, PySide6 {version('PySide6-Essentials')}", lambda: opened("empty", new))
    return [
        Contest("first window, no desk yet", lambda: opened("concord", new), (blank,)),
        Contest("first window, asking for a passphrase", lambda: opened("concord", known), (blank,)),
    ]
