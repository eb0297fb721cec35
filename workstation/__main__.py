"""The headless face alone: ``python -m workstation WORDS``. The installed `workstation` command adds the window."""

from __future__ import annotations

import sys


def main(words: list[str]) -> int:
    """Answer one command line; answers the exit code. A question to the calculator ends the process itself."""
    if words[:1] == ["calc"]:  # whose amounts are nobody's, and which is to answer at once
        from workstation.brief_process import begin, end

        begin(words)
        from workstation.cli import main as answer

        end(answer(words))
    from workstation.cli import main as answer
    from workstation.process_guard import guard_memory

    guard_memory()
    return answer(words)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
