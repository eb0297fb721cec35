"""The headless face alone: ``python -m workstation WORDS``. The installed `workstation` command adds the window."""

from __future__ import annotations

import sys

from workstation.cli import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
