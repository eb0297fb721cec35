"""Lists the files behind a lock: for every package its wheels and source archive with their sha256, from uv's pylock.toml.

The lock holds hashes alone; the names say for which Python and which system a wheel is. Standard library only.
"""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

HEADER: Final = """\
# The files behind requirements.lock, named for the systems they fit; written by tools/lock, read by tests/test_platforms.py.
"""


def file_name(file: Mapping[str, Any]) -> str:
    """What a file is called, without where it lies."""
    return str(file.get("name") or file["url"].rsplit("/", 1)[1])


def files(package: Mapping[str, Any]) -> dict[str, str]:
    """File name -> sha256 of a package's wheels and source archive, in order of name."""
    found = [*package.get("wheels", ()), *([package["sdist"]] if "sdist" in package else ())]
    return dict(sorted((file_name(file), file["hashes"]["sha256"]) for file in found))


def listing(lock: Mapping[str, Any]) -> str:
    """TOML: one table a package, ``["name==version"]``, of file name = sha256."""
    tables = []
    for package in lock["packages"]:
        lines = [f'"{name}" = "{digest}"' for name, digest in files(package).items()]
        tables.append("\n".join([f'["{package["name"]}=={package["version"]}"]', *lines]))
    return HEADER + "".join(f"\n{table}\n" for table in tables)


def main(arguments: list[str]) -> int:
    """``locked_files.py PYLOCK TARGET``."""
    source, target = arguments
    Path(target).write_text(listing(tomllib.loads(Path(source).read_text("utf-8"))), "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
