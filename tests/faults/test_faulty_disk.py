"""Every operation of every action fails in every way: the desk opens, acknowledged work is there, what is told is true.

The library is built by the C compiler of the machine and loaded before libc in a process of its own. On a machine without a
compiler the test is skipped; on CI it fails.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import pytest

from tests.faults.scripts import SCRIPTS
from tests.prove import how_many
from tests.tools import needs

pytestmark = [
    pytest.mark.prove,
    pytest.mark.skipif(sys.platform != "linux", reason="a library loaded before libc is a matter of Linux"),
]
ROOT: Final = Path(__file__).parents[2]
ALL: Final = 10**9
SAMPLE: Final = how_many(60, ALL)
NAMES: Final = tuple(script.name for script in SCRIPTS) if SAMPLE == ALL else ("",)
MEMORY: Final = Path("/dev/shm")
LEAST: Final = 300
"""Faults that each action must have met when all are tried; together they are more than 5,000."""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("disk") / "faulty_disk.so"
    source = Path(__file__).with_name("faulty_disk.c")
    subprocess.run([needs("cc"), "-shared", "-fPIC", "-O2", "-Wall", "-Werror", "-o", made, source, "-ldl"], check=True)
    return made


@pytest.fixture
def folder() -> Iterator[Path]:
    with TemporaryDirectory(dir=MEMORY if os.access(MEMORY, os.W_OK) else None) as name:
        yield Path(name)


def tried(library: Path, folder: Path, name: str) -> dict[str, Any]:
    """What came of the faults at one action, or of a sample over all."""
    words = [sys.executable, "-m", "tests.faults.disk_worker", str(library), str(folder), str(SAMPLE), "20261128", name]
    surroundings = {**os.environ, "LD_PRELOAD": str(library), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(words, capture_output=True, text=True, check=False, cwd=ROOT, env=surroundings)
    assert done.returncode == 0, done.stderr
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


@pytest.mark.timeout(7200)
@pytest.mark.parametrize("name", NAMES)
def test_no_fault_loses_or_halves_anything(library: Path, folder: Path, name: str) -> None:
    answer = tried(library, folder, name)
    assert answer["wrong"] == []
    if SAMPLE != ALL:
        kinds = Counter(key.partition(": ")[2] for key, count in answer["by"].items() if count)
        assert len(kinds) >= 7, "the sample struck too few kinds to mean something"
    elif name != "write output":
        assert answer["struck"] >= LEAST
