"""Every subject of the table is there, and is held in a folder of its own: several make a desk in the one that they are given."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from bench.__main__ import SUBJECTS, main
from bench.contest import Contender, Contest


@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_subject_has_contests(subject: str) -> None:
    assert callable(import_module(f"bench.{subject}").contests)


def test_subjects_do_not_meet(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    given: list[Path] = []

    def contests(folder: Path) -> list[Contest]:
        (folder / "desk").mkdir()  # raises where another one was given the folder
        given.append(folder)
        return [Contest(folder.name, lambda: None, (Contender("nothing", lambda: None),), rounds=1)]

    chosen = ("saving", "opening")
    for subject in chosen:
        monkeypatch.setattr(f"bench.{subject}.contests", contests)
    assert main(chosen) == 0
    assert [folder.name for folder in given] == list(chosen)
    table = capsys.readouterr().out.rpartition("...")[2]
    assert "saving" in table and "opening" in table
