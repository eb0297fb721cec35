"""``python -m tools.bundle [linux] [aarch64] [windows] [--out DIR]``: makes bundles; unsaid, the proven kinds."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tools.bundle import archives, linux, windows
from tools.bundle.fetching import ROOT, Unavailable
from workstation import __version__


def main(words: list[str]) -> int:
    """Make each bundle and tell its size and digest; answers 1 where one could not be made."""
    makers: dict[str, Callable[[Path, Path, int], list[Path]]] = {
        "linux": lambda work, out, moment: linux.make(linux.X86, work, out, __version__, moment),
        "aarch64": lambda work, out, moment: linux.make(linux.ARM, work, out, __version__, moment),
        "windows": lambda work, out, moment: windows.make(work, out, __version__, moment),
    }
    parser = argparse.ArgumentParser(prog="tools.bundle", description=__doc__)
    parser.add_argument("kinds", nargs="*", choices=[*makers, []], metavar="KIND")
    parser.add_argument("--out", type=Path, default=ROOT / "dist")
    parser.add_argument("--work", type=Path, default=ROOT / "dist" / "work", help="kept from one run to the next")
    given = parser.parse_args(words)
    given.work.mkdir(parents=True, exist_ok=True)
    failed = False
    for kind in given.kinds or ("linux", "windows"):
        try:
            for file in makers[kind](given.work.resolve(), given.out.resolve(), moment_of_commit()):
                print(f"{archives.sha256_of(file)}  {file.name}  {file.stat().st_size / 1e6:.1f} MB", flush=True)
        except Unavailable as error:
            print(f"{kind}: {error}", file=sys.stderr)
            failed = True
    return int(failed)


def moment_of_commit() -> int:
    """The time that every file gets: SOURCE_DATE_EPOCH, else that of the commit."""
    if told := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(told)
    done = subprocess.run(["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=True)
    return int(done.stdout)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
