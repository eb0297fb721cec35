"""Every dependency is used, explained and locked with hashes; no lock file names where a package comes from."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import packages_distributions

import pytest

from tests.source_tree import ROOT, imports, sources

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
LOCKS = (
    "requirements.lock",
    "requirements-dev.lock",
    "requirements-bench.lock",
    "requirements-ocr.lock",
    "requirements-server.lock",
)
PINNED = re.compile(r"^([A-Za-z0-9._-]+)==\S+(?: ; .*?)? \\\n    --hash=sha256:", re.MULTILINE)


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", re.split(r"[<>=!~ ;\[]", name)[0]).lower()


RUNTIME = {plain(line) for line in PROJECT["dependencies"]}


def test_every_dependency_is_used() -> None:
    roots = {name.split(".")[0] for source in sources("workstation", "ui") for name in imports(source, frozenset())}
    used = {plain(package) for root in roots for package in packages_distributions().get(root, ())}
    assert RUNTIME - used == set()


def test_every_dependency_is_explained() -> None:
    table = (ROOT / "ARCHITECTURE.md").read_text("utf-8").lower()
    assert {name for name in RUNTIME if name not in table} == set()


@pytest.mark.parametrize("lock", LOCKS)
def test_locks_pin_everything_and_name_no_place(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    asked = [line for line in text.splitlines() if line and not line.startswith((" ", "#"))]
    assert len(PINNED.findall(text)) == len(asked)
    assert "://" not in text and "--index" not in text and "--find-links" not in text


@pytest.mark.parametrize("lock", LOCKS)
def test_locks_follow_the_project(lock: str) -> None:
    pinned = {plain(name) for name in PINNED.findall((ROOT / lock).read_text("utf-8"))}
    assert pinned >= RUNTIME
