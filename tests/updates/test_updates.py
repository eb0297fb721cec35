"""A later version out of a signed file: beside the old one, whole or not at all, and one step back."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.updates.made import (
    FILES,
    KEY,
    KEYS,
    bundle,
    folder_name,
    parts_of,
    program,
    refused,
    seen,
    update,
)
from tools.update_file import update_file
from workstation.updates import installing
from workstation.updates.following import ran_in_use
from workstation.updates.installing import go_back, install
from workstation.updates.update_file import MANIFEST, read_update, version_order
from workstation.updates.versions_here import IN_USE, Choice, choice, in_use, program_in, versions

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")


@pytest.fixture
def here(tmp_path):
    return program(tmp_path / "某 place", "0.1.0")


def test_beside_and_chosen(here, tmp_path) -> None:
    old = seen(here.folder)
    told: list[tuple[int, int]] = []
    found = install(update(tmp_path), here, KEYS, lambda done, total: told.append((done, total)))
    assert (found.version, found.folder.name) == ("0.2.0", folder_name("0.2.0"))
    assert seen(found.folder) == {**FILES, "VERSION": b"0.2.0\n", "python3": "workstation"}
    assert os.access(found.folder / "workstation", os.X_OK) and not os.access(found.folder / "VERSION", os.X_OK)
    assert seen(here.folder) == old
    assert in_use(here) == found and (here.beside / IN_USE).read_text() == f"{found.folder.name}\n{here.folder.name}\n"
    assert told[-1][0] == told[-1][1] == sum(map(len, FILES.values())) + len("0.2.0\n")
    assert [one.version for one in versions(here)] == ["0.2.0", "0.1.0"]
    assert {path.name for path in here.beside.iterdir()} == {here.folder.name, found.folder.name, IN_USE}


def test_one_step_back_and_forth(here, tmp_path) -> None:
    install(update(tmp_path), here, KEYS)
    assert go_back(here).version == in_use(here).version == "0.1.0"
    assert go_back(here).version == in_use(here).version == "0.2.0"
    assert install(update(tmp_path, "0.3.0"), here, KEYS).version == "0.3.0"
    assert go_back(here).version == "0.2.0"


def test_nothing_before(here) -> None:
    assert refused(lambda: go_back(here)) == "update_nothing_before"


def test_the_same_bytes(tmp_path) -> None:
    (tmp_path / "other").mkdir()
    one = update(tmp_path)
    other = update_file(bundle(tmp_path / "elsewhere", "0.2.0"), KEY, tmp_path / "other", schema=25)
    assert one.read_bytes() == other.read_bytes()
    found = read_update(one, KEYS)
    assert (found.version, found.schema, found.signed_by) == ("0.2.0", 25, "tests")


def test_nobody_trusted(here, tmp_path) -> None:
    assert refused(lambda: install(update(tmp_path), here, {})) == "update_no_key"


def test_no_room(here, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: type("Usage", (), {"free": 10**6}))
    assert refused(lambda: install(update(tmp_path), here, KEYS)) == "update_no_room"


def test_read_only_place(here, tmp_path, monkeypatch) -> None:
    def fail(folder: Path) -> None:
        raise PermissionError(13, "no")

    monkeypatch.setattr(installing, "write_probe", fail)
    assert refused(lambda: install(update(tmp_path), here, KEYS)) == "update_place_read_only"


def test_of_the_package(here, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(installing, "PACKAGED", here.folder)
    assert refused(lambda: install(update(tmp_path), here, KEYS)) == "update_by_package"


def test_disk_fails_on_the_way(here, tmp_path, monkeypatch) -> None:
    file = update(tmp_path)
    monkeypatch.setattr(installing, "_write", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left")))
    assert refused(lambda: install(file, here, KEYS)) == "update_not_written"
    assert {path.name for path in here.beside.iterdir()} == {here.folder.name}


class Stop(Exception):
    """Somebody pressed *Stop*."""


def _stop() -> None:
    raise Stop


@pytest.mark.parametrize("after", range(1, len(FILES) + 2))
def test_stopped_or_ended_anywhere(after, here, tmp_path) -> None:
    """Asked to stop, or the machine goes out: the old version starts, and the update can be taken anew."""
    file, left = update(tmp_path), [after]

    def ending(end: Callable[[], None]) -> installing.Progress:
        def tell(done: int, total: int) -> None:
            left[0] -= 1
            if not left[0]:
                end()

        return tell

    with pytest.raises(Stop):
        install(file, here, KEYS, ending(_stop))
    assert {path.name for path in here.beside.iterdir()} == {here.folder.name}
    left[0] = after
    child = os.fork()
    if not child:
        install(file, here, KEYS, ending(lambda: os._exit(7)))
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7
    assert in_use(here) == here
    install(file, here, KEYS)
    assert in_use(here).version == "0.2.0"
    assert {path.name for path in here.beside.iterdir()} == {here.folder.name, folder_name("0.2.0"), IN_USE}


def test_unpacked_and_not_yet_chosen(here, tmp_path) -> None:
    file = update(tmp_path)
    install(file, here, KEYS)
    (here.beside / IN_USE).unlink()
    assert install(file, here, KEYS).version == in_use(here).version == "0.2.0"
    (here.beside / IN_USE).unlink()
    (here.beside / folder_name("0.2.0") / "lib" / "b.py").write_text("other")
    assert refused(lambda: install(file, here, KEYS)) == "update_folder_there"
    assert in_use(here) == here


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n",
        "..\n",
        "../x\n",
        "gone\n",
        "/etc\n",
        ".hidden\n",
        "\udcff".encode("utf-8", "surrogateescape").decode("latin-1"),
    ],
)
def test_a_choice_that_says_nothing(text, here) -> None:
    (here.beside / IN_USE).write_text(text, "latin-1")
    assert in_use(here) == here and choice(here.beside).current == ""


def test_a_folder_that_was_emptied_is_neither_started_nor_gone_back_to(here) -> None:
    (here.beside / "emptied").mkdir()
    (here.beside / IN_USE).write_text("emptied\nemptied\n")
    assert choice(here.beside) == Choice() and in_use(here) == here


def test_order_of_versions() -> None:
    rising = ["0.1.0.dev1", "0.1.0", "0.1.1", "0.2.0.dev0", "0.2.0", "0.10.0", "1.0.0"]
    mixed = rising[1::2] + rising[::2]
    assert sorted(mixed, key=version_order) == rising


def test_a_program_that_is_no_bundle(tmp_path) -> None:
    assert refused(lambda: program_in(tmp_path)) == "update_not_bundle"


def test_another_version_is_run_on_windows(here, tmp_path, monkeypatch) -> None:
    from workstation.updates import following

    monkeypatch.setattr(following, "this_program", lambda: here)
    asked: list[list[str]] = []

    def run(words: list[str]) -> int:
        asked.append(words)
        return 5

    assert ran_in_use(["case", "list"], run) is None
    found = install(update(tmp_path), here, KEYS)
    assert ran_in_use(["case", "list"], run) is None  # it has no interpreter yet
    python = found.folder / "python" / Path(sys.executable).name
    python.parent.mkdir()
    python.write_bytes(b"")
    assert ran_in_use(["case", "list"], run) == 5 and asked == [[str(python), "-m", "ui", "case", "list"]]
    assert ran_in_use(["program", "back"], run) is None


def test_the_list_says_every_file(tmp_path) -> None:
    told = json.loads(parts_of(update(tmp_path))[MANIFEST])
    assert told["links"] == {"python3": "workstation"} and set(told["files"]) == {*FILES, "VERSION"}
