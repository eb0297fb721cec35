"""What a second program reads from a PDF. Without poppler these tests are skipped at a desk and fail in CI."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest


def run(tool: str, data: bytes, folder: Path, *options: str) -> str:
    if shutil.which(tool) is None:
        if os.environ.get("CI", "").lower() == "true":
            pytest.fail(f"{tool} (poppler-utils) is not installed")
        pytest.skip(f"{tool} (poppler-utils) is not installed")
    file = folder / "paper.pdf"
    file.write_bytes(data)
    done = subprocess.run(
        [tool, *options, str(file), *(["-"] if tool == "pdftotext" else [])], capture_output=True, check=True
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
