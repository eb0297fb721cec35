"""Files that want to do harm, put to every use beside the window: an answer each, in bounds, and the window goes on."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.evidence.test_hostile import MADE, REFUSALS
from tests.hostile_files import hostile_files
from tests.prove import how_many
from tests.received.apart.bombs import MORE
from tests.source_tree import ROOT
from tests.tools import shared

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits are set as on Linux and macOS")

MOST_MS, MOST_MB, LONGEST_PAUSE_MS = 5_000, 400, 3_000
"""Milliseconds of processor time that one use of one file takes in all workers, the start of the next one included; the most
memory (PSS) of the window and both workers together while a file is put to all uses, sampled ten times a second; and the
longest time between two ticks of a timer of the window. Where other programs take the machine, the first and the last grow with
them: the bound of the pause is that of 150,000 honest rows being taken over then (1.0 s measured), all others stay below 0.3 s.
"""
CODES = (*REFUSALS, "reader_stopped", "form_")
CORPUS = ("hostile", "pdf_forms/broken", "pdf_forms/encrypted", "pdf_forms/xfa")


def swept(folder: Path, files: list[Path]) -> list[dict[str, Any]]:
    """What a window made of the files; nothing else comes out of it."""
    command = [sys.executable, "-m", "tests.received.apart.window_process", str(folder), *map(str, files)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, env=environment)
    assert (done.returncode, done.stderr) == (0, "")
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [one["file"] for one in answers] == [file.name for file in files]
    return answers


def check(answers: list[dict[str, Any]]) -> None:
    for one in answers:
        for use, codes in one["answers"].items():
            assert codes == "done" or all(code.startswith(CODES) for code in codes.split(",")), (one["file"], use)
        assert one["ms"] <= MOST_MS, one
        assert one["mb"] <= MOST_MB, one
        assert one["pause"] <= LONGEST_PAUSE_MS, one


def made(folder: Path, wanted: Mapping[str, Any]) -> list[Path]:
    folder.mkdir()
    for name, make in wanted.items():
        (folder / name).write_bytes(make())
    return [folder / name for name in wanted]


def own_files() -> dict[str, Any]:
    """Name → what makes the file, of all files of our own."""
    return {
        **MORE,
        **{name: lambda data=data: data for name, (data, _) in MADE.items()},
        **{file.name: lambda data=file.data: data for file in hostile_files()},
    }


@pytest.mark.prove
def test_files_of_our_own(tmp_path: Path) -> None:
    files = own_files()
    assert len(files) > 130
    chosen = Random(4).sample(sorted(files), how_many(3, len(files)))
    check(swept(tmp_path, made(tmp_path / "files", {name: files[name] for name in chosen})))


@pytest.mark.prove
def test_files_of_the_corpus(tmp_path: Path) -> None:
    corpus = shared("corpus")
    files = [path for folder in CORPUS for path in sorted((corpus / folder).rglob("*")) if path.is_file()]
    check(swept(tmp_path, Random(4).sample(files, how_many(3, len(files)))))
