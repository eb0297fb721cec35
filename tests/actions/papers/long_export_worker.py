"""Exports every case of a desk and prints, as JSON, what memory was held at each of some cases: one process, one measure.

``python -m tests.actions.papers.long_export_worker DESK OUT EVERY``
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from bench.lists import unsynced
from tests.actions.papers.short_cases import opened
from workstation.actions.papers.batch_export import cases_found, export_cases


def main() -> None:
    """Readers in this process, so that it holds all that an export does."""
    desk, every, held, finals = opened(Path(sys.argv[1])), int(sys.argv[3]), [], 0
    case_ids = (line.case_id for line in cases_found(desk).each())
    with unsynced():
        for number, told in enumerate(export_cases(desk, case_ids, Path(sys.argv[2])), 1):
            for path in told.files:
                finals += path.suffix == ".pdf"
                path.unlink()
            if not number % every:
                held.append(_held())
    desk.close()
    sys.stdout.write(json.dumps({"held": held, "packets": finals}))


def _held() -> int:
    """KB of this process as it stands, not at its peak."""
    told = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmRSS:"))
    return int(told.split()[1])


if __name__ == "__main__":
    main()
