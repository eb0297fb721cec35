"""`talk check`: words that have no place are named with their places and calmer ones; it is an answer, not a refusal."""

from __future__ import annotations

import io
import json
import sys
from types import SimpleNamespace

from workstation.cli import main


def test_a_file_is_checked(tmp_path, capsys) -> None:
    file = tmp_path / "note.txt"
    file.write_text("方便时请回电。再不还就让你坐牢。", "utf-8")
    assert main(["talk", "check", str(file), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    (mark,) = told["marks"]
    assert (mark["kind"], mark["severe"], told["severe"]) == ("threat", True, True)
    assert (mark["start"], mark["words"]) == (7, "再不还就让你坐牢")


def test_standard_input_in_the_language_asked_for(monkeypatch, capsys) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"You will be arrested.")))
    assert main(["talk", "check", "-", "--language", "en"]) == 0
    assert "Threats are forbidden" in capsys.readouterr().out


def test_a_fine_text_has_no_marks(tmp_path, capsys) -> None:
    file = tmp_path / "note.txt"
    file.write_text("Please call back when convenient.", "utf-8")
    assert main(["talk", "check", str(file), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"file": str(file), "severe": False, "marks": []}
