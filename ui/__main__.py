"""The installed command: without words the window opens, with words the command line answers."""

from __future__ import annotations

import sys


def main() -> int:
    """Run Concord; answers the exit code (0 done, 2 refused, 1 a fault of ours)."""
    words = sys.argv[1:]
    if words:
        from workstation.cli import main as answer

        return answer(words)
    from ui.app import main as open_window

    return open_window(words)


if __name__ == "__main__":
    sys.exit(main())
