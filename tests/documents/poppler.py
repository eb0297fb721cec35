"""What a second program reads from a PDF. Without poppler these tests are skipped at a desk and fail in CI."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

from tests.tools import needs


def run(tool: str, data: bytes, folder: Path, *options: str) -> str:
    file = folder / "paper.pdf"
    file.write_bytes(data)
    done = subprocess.run(
        [needs(tool), *options, str(file), *(["-"] if tool == "pdftotext" else [])], capture_output=True, check=True
    )
    return done.stdout.decode("utf-8")


def text(data: bytes, folder: Path, *options: str) -> str:
    return run("pdftotext", data, folder, "-layout", *options)


def squeezed(text_: str) -> str:
    """Without any white space: lines break where they must."""
    return re.sub(r"\s", "", text_)


def fonts(data: bytes, folder: Path) -> dict[str, bool]:
    """Name of each font → whether it is embedded."""
    rows = run("pdffonts", data, folder).splitlines()[2:]
    return {row[:36].strip(): row[37:].split()[-5] == "yes" for row in rows}


def complaints(data: bytes, folder: Path) -> str:
    """What poppler says against a file while it draws it, reads its text and lists its fonts; empty for a sound one."""
    said = [_stderr(tool, data, folder, *options) for tool, *options in _READINGS]
    return "".join(said)


_READINGS = (("pdftoppm", "-r", "9", "-png"), ("pdftotext",), ("pdffonts",))


def _stderr(tool: str, data: bytes, folder: Path, *options: str) -> str:
    file = folder / "paper.pdf"
    file.write_bytes(data)
    target = [] if tool == "pdffonts" else [str(folder / "read")]
    done = subprocess.run([needs(tool), *options, str(file), *target], capture_output=True, check=False)
    return done.stderr.decode("utf-8", "replace")
