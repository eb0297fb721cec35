"""The people of a desk on the command line: each opens it by name and passphrase, and does what their role lets them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.builders import SETTINGS
from tests.store.stored import CHEAP, CLOCK
from workstation.actions.making import create_desk, make_desk, new_desk_keys
from workstation.casework.user import User
from workstation.cli import run

OWN, OTHER, THIRD = "correct horse", "battery staple", "another long one"
Say = Callable[..., tuple[int, Any]]


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    create_desk(tmp_path / "desk", OWN, SETTINGS, CLOCK, CHEAP).close()
    return tmp_path / "desk"


@pytest.fixture
def say(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Say:
    """Words with a passphrase; answers exit code and JSON."""

    def said(folder: Path, passphrase: str, *words: str, new: str = "") -> tuple[int, Any]:
        (tmp_path / "now").write_text(passphrase, "utf-8")
        (tmp_path / "new").write_text(new, "utf-8")
        given = ["--desk", str(folder), "--passphrase-file", str(tmp_path / "now"), "--json", *words]
        code = run([*given, *(["--new-passphrase-file", str(tmp_path / "new")] if new else [])], CLOCK)
        return code, json.loads(capsys.readouterr().out)

    return said


def codes(answer: Any) -> list[str]:
    return [one["code"] for one in answer["findings"]]


def test_a_person_comes_works_and_leaves(desk: Path, say: Say) -> None:
    code, made = say(desk, OWN, "user", "add", "赵主管", "--role", "supervisor", "--role", "agent", new=OTHER)
    assert (code, made["roles"], made["opens"], made["one_time_passphrase"]) == (0, ["agent", "supervisor"], True, True)
    code, answer = say(desk, OTHER, "--user", "赵主管", "case", "list")
    assert (code, codes(answer)) == (2, ["passphrase_one_time"])
    assert say(desk, OTHER, "--user", "赵主管", "user", "passphrase", "赵主管", new=THIRD)[0] == 0
    code, answer = say(desk, THIRD, "--user", "赵主管", "desk", "info")
    assert (code, answer["agent"], answer["roles"]) == (0, "赵主管", ["agent", "supervisor"])
    assert say(desk, OTHER, "--user", "赵主管", "desk", "info")[0] == 2
    code, answer = say(desk, OWN, "user", "leave", "赵主管")
    assert (code, answer["left_on"], answer["opens"]) == (0, CLOCK.today().isoformat(), False)
    assert answer["old_copies_still_open"]
    _, answer = say(desk, OWN, "user", "list")
    assert [(one["name"], one["opens"]) for one in answer["users"]] == [(SETTINGS.agent, True), ("赵主管", False)]
    assert answer["signed_in"] == SETTINGS.agent
    assert codes(say(desk, OWN, "user", "leave", "赵主管")[1]) == ["person_unknown"]


def test_without_a_name_it_is_whose_passphrase_it_is(desk: Path, say: Say) -> None:
    say(desk, OWN, "user", "add", "王协商", new=OTHER)
    say(desk, OTHER, "user", "passphrase", "王协商", new=THIRD)
    assert say(desk, THIRD, "desk", "info")[1]["agent"] == "王协商"
    assert codes(say(desk, THIRD, "--user", SETTINGS.agent, "desk", "info")[1]) == ["passphrase_wrong"]
    assert codes(say(desk, THIRD, "--user", "某人", "desk", "info")[1]) == ["person_unknown"]


def test_a_viewer_reads_and_changes_nothing(desk: Path, say: Say) -> None:
    say(desk, OWN, "user", "add", "查看人", "--role", "viewer", new=OTHER)
    say(desk, OTHER, "user", "passphrase", "查看人", new=THIRD)
    assert say(desk, THIRD, "case", "list")[0] == 0
    assert say(desk, THIRD, "desk", "check")[0] == 0
    assert codes(say(desk, THIRD, "bank", "set", "招商银行", "--phone", "95555")[1]) == ["role_viewer"]
    assert codes(say(desk, THIRD, "user", "add", "丙", new=OTHER)[1]) == ["role_viewer"]


def test_an_agent_looks_after_nobody(desk: Path, say: Say) -> None:
    say(desk, OWN, "user", "add", "王协商", new=OTHER)
    say(desk, OTHER, "user", "passphrase", "王协商", new=THIRD)
    for words in (("user", "add", "丙"), ("user", "passphrase", SETTINGS.agent)):
        assert codes(say(desk, THIRD, *words, new=OTHER)[1]) == ["role_supervisor"]
    assert codes(say(desk, THIRD, "user", "leave", SETTINGS.agent)[1]) == ["role_supervisor"]


def test_a_supervisor_resets_a_forgotten_passphrase(desk: Path, say: Say) -> None:
    say(desk, OWN, "user", "add", "王协商", new=OTHER)
    assert say(desk, OWN, "user", "passphrase", "王协商", new=THIRD)[0] == 0
    assert codes(say(desk, THIRD, "desk", "info")[1]) == ["passphrase_one_time"]


def test_papers_name_who_is_signed_in_whatever_is_typed(desk: Path, say: Say) -> None:
    assert codes(say(desk, OWN, "desk", "set", "--agent", "别人")[1]) == ["agent_is_person"]
    assert say(desk, OWN, "desk", "set", "--agent", SETTINGS.agent, "--phone", "010-1")[0] == 0


def test_an_older_desk_needs_no_name_and_takes_its_persons_own(tmp_path: Path, say: Say) -> None:
    older = make_desk(tmp_path / "older", new_desk_keys(OWN, CHEAP), SETTINGS, CLOCK)
    older.store.delete(User, older.user.id)
    older.close()
    assert say(older.folder, OWN, "desk", "info")[1]["agent"] == SETTINGS.agent
    assert say(older.folder, OWN, "--user", SETTINGS.agent, "desk", "info")[0] == 0
    assert codes(say(older.folder, OWN, "--user", "别人", "desk", "info")[1]) == ["person_unknown"]
    assert [one["roles"] for one in say(older.folder, OWN, "user", "list")[1]["users"]] == [["agent", "supervisor"]]
    assert say(older.folder, OWN, "user", "add", "王协商", new=OTHER)[0] == 0
    _, answer = say(older.folder, OWN, "--user", SETTINGS.agent, "user", "list")
    assert [(one["name"], one["opens"]) for one in answer["users"]] == [(SETTINGS.agent, True), ("王协商", True)]


def test_a_short_passphrase_takes_nobody_in_who_could_open(desk: Path, say: Say) -> None:
    assert codes(say(desk, OWN, "user", "add", "王协商", new="short")[1]) == ["passphrase_short"]
    assert [one["opens"] for one in say(desk, OWN, "user", "list")[1]["users"]] == [True]
