"""The tests of what has changed: ``python -m tools.changed_tests [BASE]`` prints their paths, one a line.

Changed is what differs from HEAD, new files included, and what HEAD has since it left BASE. The tests mirror the tree, so the
tests of a file are those of its folder, or of the nearest folder above that has any. A folder that is too large is narrowed to the
tests that carry the file's name or import it. What reaches further is found by `make test`.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
LARGE: Final = 24
"""A folder with more test files than this is narrowed."""
MIRRORED: Final = {"workstation": (), "tools": (), "ui": ("ui",), "bench": ("bench",)}
"""First part of a path -> where its tests stand below tests/."""
DATA: Final = {
    "resources/wording/": "tests/test_wording.py",
    "resources/policies/": "tests/policy",
    "pyproject.toml": "tests/test_dependencies.py",
    "requirements": "tests/test_dependencies.py",
}
"""Files that are no code, by the beginning of their path -> what tests them."""

Read = Callable[[str], str]


def targets(changed: Iterable[str], tests: Iterable[str], read: Read) -> list[str]:
    """What to hand to pytest for changed files, in order, none inside another. ``tests``: every file below tests/; all are
    paths from the root with slashes. ``read`` answers the text of a test.
    """
    known = sorted(path for path in tests if is_test(path))
    found = {one for path in changed for one in _of_one(path, known, read)}
    return sorted(one for one in found if not any(one != other and one.startswith(f"{other}/") for other in found))


def is_test(path: str) -> bool:
    """Whether pytest collects a file by its name."""
    return PurePosixPath(path).name.startswith("test_") and path.endswith(".py")


def _of_one(path: str, known: Sequence[str], read: Read) -> Iterable[str]:
    if path.startswith("tests/"):
        return [path] if path in known else _of_folder(PurePosixPath(path), PurePosixPath(path).parent, known, read)
    if told := [target for start, target in DATA.items() if path.startswith(start)]:
        return told
    first, *rest = PurePosixPath(path).parts
    if first not in MIRRORED or not path.endswith(".py"):
        return []
    folder = PurePosixPath("tests", *MIRRORED[first], *rest[:-1])
    return _of_folder(PurePosixPath(path), folder, known, read)


def _of_folder(path: PurePosixPath, folder: PurePosixPath, known: Sequence[str], read: Read) -> Iterable[str]:
    """The nearest folder with tests, whole or narrowed; tests/ itself is never taken whole."""
    held = ((place, [one for one in known if one.startswith(f"{place}/")]) for place in (folder, *folder.parents))
    folder, inside = next((one for one in held if one[1]), (PurePosixPath("tests"), []))
    whole = folder != PurePosixPath("tests")
    if whole and len(inside) <= LARGE:
        return [str(folder)]
    module = ".".join(path.with_suffix("").parts).removesuffix(".__init__")
    near = [one for one in inside if PurePosixPath(one).name.startswith(f"test_{path.stem}")]
    near += [one for one in inside if _imports(read(one), module)]
    return near or ([str(folder)] if whole else [])


def _imports(text: str, module: str) -> bool:
    room, _, name = module.rpartition(".")
    starts = (f"from {module} import ", f"import {module}\n", f"from {room} import {name}\n")
    return any(start in text for start in starts)


def changed_files(base: str) -> list[str]:
    """What git tells of. Raises CalledProcessError when there is no such base."""
    start = _git("merge-base", base, "HEAD").strip()
    differing = _git("diff", "--name-only", "--diff-filter=d", "-z", start)
    new = _git("ls-files", "--others", "--exclude-standard", "-z")
    return sorted({name for name in (differing + new).split("\0") if name})


def _git(*words: str) -> str:
    return subprocess.run(["git", *words], cwd=ROOT, stdout=subprocess.PIPE, check=True, text=True).stdout


def main(argv: Sequence[str]) -> int:
    """Print the tests of what changed since the base, HEAD when none is given."""
    there = [path.relative_to(ROOT).as_posix() for path in (ROOT / "tests").rglob("*.py")]
    texts: Mapping[str, str] = {path: (ROOT / path).read_text("utf-8") for path in there}
    for path in targets(changed_files(argv[0] if argv else "HEAD"), there, texts.__getitem__):
        print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
