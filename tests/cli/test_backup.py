"""A desk copied, listed and restored on the command line, as a person would who has lost it."""

from __future__ import annotations

import json

from tests.cli.conftest import CLOCK
from workstation.cli import run

NUMBER = "CC-2026-00001"


def codes(answer) -> list[str]:
    return [one["code"] for one in answer["findings"]]


def test_a_lost_desk_comes_back_from_its_copy(say, tmp_path, capsys):
    stick, folder = tmp_path / "stick", tmp_path / "again"
    code, made, _ = say("desk", "backup", stick)
    assert code == 0 and made["cases"] == 24 and made["files"] > 3 and codes(made) == ["backup_same_disk"]
    code, listed, _ = say("desk", "copies", stick)
    (copy,) = listed["copies"]
    assert code == 0 and (copy["state"], copy["cases"], copy["evidence"]) == ("verified", 24, made["evidence"])
    (tmp_path / "desk" / "desk.db").unlink()
    code, back, _ = say("desk", "restore", copy["copy"], folder)
    assert code == 0 and (back["cases"], back["evidence"], codes(back)) == (24, made["evidence"], [])
    words = ["--desk", str(folder), "--passphrase-file", str(tmp_path / "passphrase"), "--json"]
    assert run([*words, "desk", "check"], CLOCK) == 0
    assert json.loads(capsys.readouterr().out)["findings"] == []
    assert run([*words, "case", "show", NUMBER], CLOCK) == 0


def test_damage_is_listed_and_told_by_item(say, tmp_path):
    stick = tmp_path / "stick"
    say("desk", "backup", stick)
    next(iter(stick.glob("*/vault/*/*"))).write_bytes(b"rot")
    _, listed, _ = say("desk", "copies", stick, "--quick")
    assert [(one["state"], one["lacking"]) for one in listed["copies"]] == [("lacking", 1)]
    code, back, _ = say("desk", "restore", stick, tmp_path / "again")
    assert code == 0 and codes(back) == ["restore_file_lacking"]
    assert back["findings"][0]["figures"]["file"]


def test_what_cannot_be_done_is_refused(say, tmp_path):
    stick, circle = tmp_path / "stick", tmp_path / "circle"
    circle.symlink_to(circle)
    for words, wanted in (
        (("desk", "backup", tmp_path / "desk" / "copies"), "backup_inside_desk"),
        (("desk", "backup", tmp_path / "desk"), "backup_inside_desk"),
        (("desk", "backup", tmp_path / "no" / "such"), "backup_missing"),
        (("desk", "backup", "."), "backup_unnamed"),
        (("desk", "backup", circle), "backup_gone"),
        (("desk", "copies", tmp_path), "backup_none"),
        (("desk", "restore", tmp_path / "nowhere", tmp_path / "new"), "backup_missing"),
    ):
        code, answer, err = say(*words)
        assert (code, codes(answer), err) == (2, [wanted], "")
    say("desk", "backup", stick)
    code, answer, _ = say("desk", "restore", stick, tmp_path)
    assert (code, codes(answer)) == (2, ["restore_not_new"])
    code, answer, _ = say("desk", "restore", stick, circle)
    assert (code, codes(answer)) == (2, ["restore_not_new"])
    code, answer, _ = say("desk", "restore", stick, stick / "here")
    assert code == 0, "beside the folder of copies is another place"
    code, answer, _ = say("desk", "restore", stick, next(stick.glob("concord-backup-*")) / "here")
    assert (code, codes(answer)) == (2, ["restore_inside_backup"])
