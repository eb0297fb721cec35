"""`export cases`: every case told once its files are there, in every shape of the answer, and whole when it is stopped."""

from __future__ import annotations

import json
import os
import signal

from tests.cli.conftest import CLOCK
from workstation.actions.papers import batch_export
from workstation.cli import run


def test_lines_and_object_tell_the_same_cases_by_number(say, tmp_path, capsys, monkeypatch):
    code, whole, _ = say("export", "cases", "--out", tmp_path / "one", "--processes", "1", "--search", "CC-2026-0002")
    numbers = [one["number"] for one in whole["cases"]]
    assert code == 0 and len(numbers) > 2 and numbers == sorted(numbers)
    words = ["--desk", str(tmp_path / "desk"), "--passphrase-file", str(tmp_path / "passphrase"), "export", "cases"]
    words += ["--out", str(tmp_path / "one"), "--processes", "1", "--search", "CC-2026-0002", "--lines"]
    assert run(words, CLOCK) == 0
    assert [json.loads(line) for line in capsys.readouterr().out.splitlines()] == whole["cases"]


def test_ctrl_c_ends_it_between_two_cases(say, tmp_path, monkeypatch):
    written = batch_export._written

    def interrupted(desk, made, folder):
        if made.source.number.endswith("2"):
            os.kill(os.getpid(), signal.SIGINT)
        return written(desk, made, folder)

    monkeypatch.setattr(batch_export, "_written", interrupted)
    code, answer, _ = say("export", "cases", "--out", tmp_path / "out", "--processes", "1")
    assert code == 2 and [one["code"] for one in answer["findings"]] == ["export_stopped"]
    assert [one["number"][-1] for one in answer["cases"]] == ["1", "2"]
    assert answer["findings"][0]["figures"]["cases"] == "2"
    listed = sorted(path for one in answer["cases"] for path in one["files"])
    assert listed == sorted(str(path) for path in (tmp_path / "out").iterdir())
