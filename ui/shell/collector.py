"""Python's garbage is collected on the thread of the window alone.

Whatever thread allocates next would otherwise collect, a pool's among them. Cycles hold widgets: destroying one takes a lock of
Qt and asks for Python's, while the window holds Python's and waits for that of Qt, and neither ever goes on.
"""

from __future__ import annotations

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

_EVERY_MS: Final = 200
"""What work in the background allocates meanwhile is looked through at once then."""


class Collector(QObject):
    """Collects as Python would, by the same thresholds, from a timer of the thread on which it is made."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()  # what was loaded so far stays: no collection looks through it
        self._timer = QTimer(self)
        self._timer.timeout.connect(collect_due)
        self._timer.start(_EVERY_MS)


def keep_loaded() -> None:
    """Leave out of every later collection what is loaded by now; to be called before a desk is open, whose parts come and go."""
    gc.collect()
    gc.freeze()


def collect_due() -> None:
    """Collect the oldest generation whose threshold is passed; nothing while the youngest has room."""
    counts, most = gc.get_count(), gc.get_threshold()
    if counts[0] > most[0]:
        gc.collect(2 if counts[2] > most[2] else 1 if counts[1] > most[1] else 0)
