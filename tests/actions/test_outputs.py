"""Files for a person: what no command may write to, and what a failed or killed writing leaves behind."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

import resources
from workstation.actions.desk_files import DATABASE, UNFINISHED, VAULT
from workstation.actions.outputs import free_path, output_folder, output_target, write_output, writing_output
from workstation.errors import Refused
from workstation.store.files import PART, PREFIX, writing_whole
from workstation.store.keys import HEADER


def refused(call: Callable[..., object], *given: object) -> list[str]:
    """The codes of what is refused; empty when it is done."""
    try:
        call(*given)
    except Refused as refusal:
        return [finding.code for finding in refusal.findings]
    return []


@pytest.fixture
def desk_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "desk"
    (folder / VAULT / "ab").mkdir(parents=True)
    for name in (HEADER, DATABASE):
        (folder / name).write_bytes(b"precious")
    return folder


def code(path: Path, *inputs: Path) -> str:
    return "".join(refused(output_target, path, inputs))


@pytest.mark.parametrize("name", [HEADER, DATABASE, "new.pdf", f"{VAULT}/ab/object", "sub/folder/new.pdf"])
def test_nothing_is_written_into_the_folder_of_a_desk(desk_folder: Path, name: str) -> None:
    assert code(desk_folder / name) == "output_inside_desk"
    assert refused(write_output, desk_folder / name, b"paper")
    assert (desk_folder / DATABASE).read_bytes() == b"precious"


@pytest.mark.parametrize("left", [HEADER, DATABASE, UNFINISHED])
def test_a_desk_is_known_by_any_one_of_its_files(tmp_path: Path, left: str) -> None:
    (tmp_path / left).write_bytes(b"")
    assert code(tmp_path / "paper.pdf") == "output_inside_desk"
    assert refused(output_folder, tmp_path / "papers") == ["output_inside_desk"]


def test_links_are_followed_before_a_target_is_judged(desk_folder: Path, tmp_path: Path) -> None:
    to_file, to_folder, to_device, circle = (tmp_path / name for name in ("a.pdf", "folder", "b.pdf", "c.pdf"))
    to_file.symlink_to(desk_folder / DATABASE)
    to_folder.symlink_to(desk_folder)
    to_device.symlink_to("/dev/null")
    circle.symlink_to(circle)
    assert code(to_file) == code(to_folder / "new.pdf") == "output_inside_desk"
    assert code(tmp_path / "folder" / ".." / "desk" / HEADER) == "output_inside_desk"
    assert code(to_device) == "output_is_device"
    assert code(circle) == code(circle / "new.pdf") == "file_unwritable"
    assert refused(output_folder, circle) == refused(output_folder, circle / "papers") == ["file_unwritable"]


def test_a_link_to_a_paper_stays_a_link(tmp_path: Path) -> None:
    paper, link = tmp_path / "paper.pdf", tmp_path / "link.pdf"
    paper.write_bytes(b"old")
    link.symlink_to(paper)
    write_output(link, b"new")
    assert link.is_symlink()
    assert paper.read_bytes() == b"new"


@pytest.mark.parametrize("name", ["", ".", "..", "/", "folder/.."])
def test_a_target_has_a_name(name: str) -> None:
    assert code(Path(name)) in ("output_unnamed", "output_is_folder")
    assert refused(write_output, Path(name), b"paper")


def test_folders_devices_and_pipes_are_no_targets(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert code(tmp_path) == "output_is_folder"
    assert code(Path("/dev/null")) == code(tmp_path / "pipe") == "output_is_device"
    assert code(tmp_path / "\0") == code(tmp_path / ("长" * 200)) == "file_unwritable"


def test_an_input_is_never_its_own_output(tmp_path: Path) -> None:
    source, link, second = tmp_path / "form.pdf", tmp_path / "link.pdf", tmp_path / "second.pdf"
    source.write_bytes(b"form")
    link.symlink_to(source)
    os.link(source, second)
    for path in (source, link, second, tmp_path / "." / "form.pdf"):
        assert code(path, source) == "output_is_input"
    assert code(tmp_path / "other.pdf", source) == ""


def test_the_program_is_not_written_into() -> None:
    assert code(resources.path("theme", "style.qss")) == "output_inside_program"
    assert code(resources.path("policies") / "new.toml") == "output_inside_program"


def test_no_other_file_is_touched(tmp_path: Path) -> None:
    own = tmp_path / "paper.pdf.part"
    own.write_bytes(b"a person's own")
    write_output(tmp_path / "paper.pdf", b"paper")
    assert own.read_bytes() == b"a person's own"
    assert {path.name for path in tmp_path.iterdir()} == {"paper.pdf", "paper.pdf.part"}


@pytest.mark.parametrize("step", ["fsync", "replace", "open"])
def test_a_writing_that_fails_keeps_the_old_file_and_leaves_nothing(tmp_path: Path, monkeypatch, step: str) -> None:
    (tmp_path / "paper.pdf").write_bytes(b"old")

    def fails(*given: object, **more: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path if step == "replace" else os, step, fails)
    (found,) = refused(write_output, tmp_path / "paper.pdf", b"new")
    monkeypatch.undo()
    assert found == "file_unwritable"
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("paper.pdf", b"old")]


def test_what_a_crash_left_is_removed_and_what_another_still_writes_is_not(tmp_path: Path) -> None:
    left = tmp_path / f"{PREFIX}0123456789abcdef{PART}"
    left.write_bytes(b"half a paper")
    with writing_whole(tmp_path / "slow.pdf") as slow:
        slow.write(b"slow")
        write_output(tmp_path / "quick.pdf", b"quick")
        assert not left.exists()
        assert len(list(tmp_path.glob(f"{PREFIX}*"))) == 1
    assert {path.name for path in tmp_path.iterdir()} == {"slow.pdf", "quick.pdf"}


def test_two_that_write_one_file_leave_one_whole(tmp_path: Path) -> None:
    target = tmp_path / "paper.pdf"
    with writing_output(target) as first:
        first.write(b"first")
        write_output(target, b"second")
    assert target.read_bytes() == b"first"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_free_path_is_numbered(tmp_path: Path) -> None:
    names = []
    for _ in range(3):
        path = free_path(tmp_path / "list.csv.rejected.xlsx")
        path.write_bytes(b"")
        names.append(path.name)
    assert names == ["list.csv.rejected.xlsx", "list.csv.rejected (2).xlsx", "list.csv.rejected (3).xlsx"]
