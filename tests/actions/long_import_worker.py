"""Imports a list into a new desk and prints, as JSON, how many rows were taken and the most memory held: one process, one measure.

``python -m tests.actions.long_import_worker LIST FOLDER``
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from tests.builders import NOW, SETTINGS
from workstation.actions import imports
from workstation.actions.desk import Desk
from workstation.dates import FixedClock
from workstation.policy.pack import packs
from workstation.store.store import Store
from workstation.store.vault import Vault


def main() -> None:
    """Dry run, import, and the way back."""
    source, folder = Path(sys.argv[1]), Path(sys.argv[2])
    store = Store.create(folder / "desk.db", bytes(32), FixedClock(NOW))
    desk = Desk(folder, store, Vault(folder / "vault", bytes(32)), packs(), FixedClock(NOW), SETTINGS)
    batch = desk.run(imports.import_portfolio, imports.plan_file(desk, source))
    told = {"accepted": batch.accepted, "rejected": batch.rejected, "imported": _peak()}
    desk.run(imports.undo_import, batch.id)
    sys.stdout.write(json.dumps(told | {"undone": _peak(), "left": store.case_count()}))
    desk.close()


def _peak() -> int:
    """MB. Not ``ru_maxrss``, which a new program takes over from the process that started it."""
    held = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM:"))
    return int(held.split()[1]) // 1024


if __name__ == "__main__":
    main()
