"""Runs the contests named on the command line (all by default) and prints their ratios as one table."""

from __future__ import annotations

import argparse
import importlib
import platform
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.contest import Result, run, table

SUBJECTS = (
    "schedules",
    "rates",
    "options",
    "keeping",
    "planning",
    "workbooks",
    "packets",
    "batch",
    "imports",
    "saving",
    "opening",
    "lists",
    "evidence",
    "printed_lists",
    "photos",
    "windows",
)


def main(argv: Sequence[str] | None = None) -> int:
    """Measure, print, and answer 0; a contest that cannot be held is an error, a peer that is missing is not."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("subject", nargs="*", choices=(*SUBJECTS, []), help="default: all")
    chosen = parser.parse_args(argv).subject or SUBJECTS
    print(f"Python {platform.python_version()}, {platform.system()} {platform.machine()}")
    results: list[Result] = []
    with TemporaryDirectory() as folder:
        for name in chosen:
            place = Path(folder) / name  # of its own: several make a desk there
            place.mkdir()
            for contest in importlib.import_module(f"bench.{name}").contests(place):
                print(f"... {contest.task}", flush=True)
                results += run(contest)
    print()
    print(table(results))
    return 0


if __name__ == "__main__":
    sys.exit(main())
