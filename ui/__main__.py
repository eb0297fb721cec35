"""The installed command: without words the window opens, with words the command line answers."""

from __future__ import annotations

import sys

from workstation.brief_process import begin, end
from workstation.process_guard import guard_memory
from workstation.received.apart.words import BUNDLED_WORD


def _is_handed(words: list[str]) -> bool:
    """Whether the words are no command but one case bundle, which somebody opened among their files."""
    return len(words) == 1 and words[0].lower().endswith(".concord")


def main() -> int:
    """Run Concord; answers the exit code (0 done, 2 refused, 1 a fault of ours)."""
    words = sys.argv[1:]
    if sys.platform == "win32":  # elsewhere the launcher has done it already
        from workstation.updates.following import ran_in_use

        if (code := ran_in_use(words)) is not None:
            return code
    if words[:1] == ["calc"]:  # whose amounts are nobody's, and which is to answer at once
        begin(words)
        from workstation.cli import main as calculate

        end(calculate(words))
    guard_memory()
    if words[:1] == [BUNDLED_WORD]:  # a bundled program has no other interpreter for its reader
        from workstation.received.apart.child import main as read

        read(words[1:])
        return 0
    if words and not _is_handed(words):
        from workstation.cli import main as answer

        return answer(words)
    from ui.app import main as open_window

    return open_window(handed=words[0] if words else "")


if __name__ == "__main__":
    sys.exit(main())
