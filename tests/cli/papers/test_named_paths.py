"""A path that a person names is opened only when it is a file, within its size: pipes, devices and giants are refused at once."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.actions.conftest import desk  # noqa: F401 - a fixture
from tests.source_tree import ROOT
from workstation.actions.banks.form_library import form_intake
from workstation.actions.evidence import items
from workstation.actions.papers.packet import check
from workstation.cli import run
from workstation.errors import Finding, Refused
from workstation.received.regular_file import MAX_LIST, opened, whole

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pipes and devices in the file system")

FORM = ROOT / "tests" / "files" / "forms" / "flat.pdf"
STATEMENT = ROOT / "tests" / "files" / "statements" / "ccb.debit.csv"
GIANT = 5 * 2**30


def pipe(folder: Path) -> Path:
    os.mkfifo(folder / "pipe.csv")
    return folder / "pipe.csv"


def device(folder: Path) -> Path:
    return Path("/dev/zero")


def linked_device(folder: Path) -> Path:
    (folder / "linked.csv").symlink_to("/dev/zero")
    return folder / "linked.csv"


def folder_itself(folder: Path) -> Path:
    return folder


def giant(folder: Path) -> Path:
    with (folder / "giant.csv").open("wb") as file:
        file.truncate(GIANT)
    return folder / "giant.csv"


STRANGE: list[tuple[Callable[[Path], Path], str]] = [
    (pipe, "file_not_regular"),
    (device, "file_not_regular"),
    (linked_device, "file_not_regular"),
    (folder_itself, "file_not_regular"),
    (giant, "file_too_large"),
]

COMMANDS = [
    ["statement", "{path}"],
    ["statement", str(STATEMENT), "--mapping", "{path}"],
    ["calc", "schedule", "{path}"],
    ["form", "inspect", "{path}"],
    ["form", "fill", "{path}", "{values}", "--out", "{out}"],
    ["form", "fill", str(FORM), "{path}", "--out", "{out}"],
    ["form", "fill", str(FORM), "{path}", "--mapping", "{path}", "--out", "{out}"],
    ["form", "guide", "{path}", "--out", "{out}"],
    ["check-packet", "{path}"],
    ["--desk", "{out}", "--passphrase-file", "{path}", "desk", "info"],
]
NAMED_OTHERWISE = ("columns_unreadable", "passphrase_file_unreadable", "pack_unreadable")
"""Codes of kinds of file that have a sentence of their own for whatever cannot be read."""


@pytest.mark.parametrize(("make", "code"), STRANGE, ids=[make.__name__ for make, _ in STRANGE])
@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_command_refuses_it(words: list[str], make: Callable[[Path], Path], code: str, tmp_path, capsys) -> None:
    path = make(tmp_path)
    values = tmp_path / "values.json"
    values.write_text("{}")
    given = [word.format(path=path, values=values, out=tmp_path / "out.pdf") for word in words]
    assert run([*given, "--json"]) == 2
    found = [finding["code"] for finding in json.loads(capsys.readouterr().out)["findings"]]
    assert len(found) == 1 and (found[0] == code or found[0] in NAMED_OTHERWISE), found


@pytest.mark.parametrize(("make", "code"), STRANGE, ids=[make.__name__ for make, _ in STRANGE])
def test_an_action_refuses_it(make: Callable[[Path], Path], code: str, desk, tmp_path) -> None:  # noqa: F811
    path = make(tmp_path)
    for work in (
        lambda: items.receive(desk.vault, path),
        form_intake(desk, path, "农业银行").build,
        lambda: check.check_source(desk).check(path),
    ):
        with pytest.raises(Refused) as refused:
            work()
        assert [finding.code for finding in refused.value.findings] == [code]


def test_a_name_that_no_system_takes_is_missing() -> None:
    with pytest.raises(Refused) as refused:
        opened(Path("a\0b"), MAX_LIST)
    assert refused.value.findings == (Finding("file_missing", "a\0b", {"file": "a\0b", "reason": ""}),)


def test_a_file_within_its_size_is_read_whole(tmp_path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"x" * 100)
    assert whole(path, 100) == b"x" * 100
    with pytest.raises(Refused):
        whole(path, 99)
