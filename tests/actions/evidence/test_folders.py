"""Folders give the files in them, each once, without what systems leave there, and never without end."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workstation.actions.evidence import folders
from workstation.actions.evidence.folders import MAX_FILES, chosen_files

SYSTEM = ("Thumbs.db", "desktop.ini", ".DS_Store", "~$账单.xlsx", "._a.pdf", "Icon\r", "ehthumbs.db")


def made(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"x")


def test_files_in_folders_and_those_named(tmp_path: Path) -> None:
    made(tmp_path, "b.pdf", "a/1.jpg", "a/c/2.jpg", "__MACOSX/a", ".git/x", *SYSTEM, *(f"a/{name}" for name in SYSTEM))
    (tmp_path / "表.numbers").mkdir()
    (tmp_path / "loop").symlink_to(tmp_path)
    found = chosen_files([tmp_path])
    assert [str(one.relative_to(tmp_path)) for one in found.files] == ["a/1.jpg", "a/c/2.jpg", "b.pdf", "表.numbers"]
    assert found.skipped == 2 * len(SYSTEM) + 3 and not found.beyond
    assert chosen_files([tmp_path / ".DS_Store"]).files == (tmp_path / ".DS_Store",)
    assert chosen_files([tmp_path / "gone.pdf"]).files == (tmp_path / "gone.pdf",)


def test_there_is_an_end(tmp_path: Path) -> None:
    made(tmp_path, *(f"{number}.jpg" for number in range(MAX_FILES + 1)), "/".join("abcdefghijklm") + "/deep.pdf")
    found = chosen_files([tmp_path])
    assert len(found.files) == MAX_FILES and found.beyond
    deep = chosen_files([tmp_path / "a"])
    assert [one.name for one in deep.files] == ["j"] and not deep.beyond  # named, and refused by whoever opens it


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20, deadline=None)
@given(st.sets(st.sampled_from(["a", "b/c", "b/.d", "Thumbs.db", "e/f/g", "e/desktop.ini"])))
def test_taken_and_left_out_are_all(tmp_path_factory, names: set[str]) -> None:
    folder = tmp_path_factory.mktemp("f")
    made(folder, *names)
    found = folders.chosen_files([folder])
    assert len(found.files) + found.skipped == len(names)
