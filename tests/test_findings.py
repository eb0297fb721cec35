"""The findings keep their form: a full head, an output to compare with, pinned packages. They are not run here."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

from tests.source_tree import ROOT

FINDINGS = sorted((ROOT / "findings").glob("*.sh"))
FIELDS = ("versions", "expected", "behaviour", "output", "day", "why")
PINNED = re.compile(r"[A-Za-z0-9._-]+(?:==|@)[0-9][0-9A-Za-z.]*")
INSTALL = r"(?:pip\"?|npm) install "


def head(script: Path) -> list[str]:
    """The comment at the top, without the interpreter's line."""
    lines = script.read_text("utf-8").splitlines()[1:]
    return lines[: next(number for number, line in enumerate(lines) if not line.startswith("#"))]


def installed(script: Path) -> list[str]:
    """What stands between each ``install`` and the ``||`` that follows, options left out."""
    commands = re.findall(INSTALL + r"(.+?)\|\|", script.read_text("utf-8"), re.DOTALL)
    return [word for command in commands for word in command.replace("\\\n", " ").split() if not word.startswith("-")]


@pytest.mark.parametrize("script", FINDINGS, ids=lambda script: script.stem)
def test_a_finding_has_its_form(script: Path) -> None:
    comment = "\n".join(head(script))
    assert [field for field in FIELDS if not re.search(rf"^# {field}: +\S", comment, re.MULTILINE)] == []
    assert re.search(r"^# day: +\d{4}-\d{2}-\d{2}$", comment, re.MULTILINE)
    assert re.search(r"^#   \| .", comment, re.MULTILINE)
    assert os.access(script, os.X_OK)


@pytest.mark.parametrize("script", FINDINGS, ids=lambda script: script.stem)
def test_a_finding_is_reproducible(script: Path) -> None:
    text = script.read_text("utf-8")
    packages = installed(script)
    assert packages
    assert [name for name in packages if not PINNED.fullmatch(name)] == []
    assert text.count(" install ") == len(re.findall(INSTALL, text))
    assert "\nset -eu\n" in text
    assert "trap 'rm -rf \"$work\"' EXIT HUP INT TERM" in text
    assert not re.search(r"\b(workstation|concord)\b", text, re.IGNORECASE)


@pytest.mark.skipif(os.name == "nt", reason="the runner is a shell script")
@pytest.mark.parametrize(
    ("exit_code", "line", "result"),
    [(0, "holds    one", 0), (77, "skipped  one: no such tool", 0), (1, "changed  one\n         no such tool", 1)],
)
def test_the_runner_says_what_became_of_each(tmp_path: Path, exit_code: int, line: str, result: int) -> None:
    script = tmp_path / "one.sh"
    script.write_text(f"#!/bin/sh\necho no such tool\nexit {exit_code}\n", "utf-8")
    script.chmod(0o755)
    done = subprocess.run([ROOT / "findings" / "run", script], capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.returncode) == (line, result)
