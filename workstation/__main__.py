"""The headless face alone: ``python -m workstation WORDS``. The installed `workstation` command adds the window."""

from __future__ import annotations

import sys

from workstation.cli import main
from workstation.process_guard import guard_memory

if __name__ == "__main__":
    if sys.argv[1:2] != ["calc"]:  # whose amounts are nobody's, and which is to answer at once
        guard_memory()
    sys.exit(main(sys.argv[1:]))
