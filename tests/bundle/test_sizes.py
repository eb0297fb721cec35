"""A bundle fits desk and stick: names for debuggers go where nothing that runs changes by it; what is too large is refused."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from tools.bundle import linux, tree
from tools.bundle.elf import loaded
from tools.bundle.fetching import Unavailable

CODE, NAMES = b"code that runs", b"names for a debugger"
PLACE = 64 + 56


def library(code: bytes = CODE, names: bytes = NAMES, address: int = 4096) -> bytes:
    """One part that is loaded, and behind it what is not."""
    head = b"\x7fELF\x02\x01\x01" + bytes(9)
    head += struct.pack("<HHIQQQIHHHHHH", 3, 62, 1, 0, 64, PLACE + len(code), 0, 64, 56, 1, 64, 0, 0)
    return head + struct.pack("<IIQQQQQQ", 1, 5, 0, address, 0, PLACE + len(code), 8192, 4096) + code + names


@pytest.mark.parametrize(
    ("other", "alike"),
    [
        (library(names=b""), True),
        (library(code=b"another that x"), False),
        (library(address=8192), False),
        (library(code=CODE + b"\0"), False),
    ],
)
def test_what_is_loaded_tells_whether_files_run_alike(other, alike) -> None:
    assert (loaded(library()) == loaded(other)) is alike


@pytest.mark.parametrize(("tool", "left"), [("head -c 134", library(names=b"")), ("tr c x <", library())])
def test_a_file_is_stripped_unless_it_would_be_another(tmp_path, monkeypatch, tool, left) -> None:
    """The second tool spoils what is loaded: the file stays as it was."""
    tools = tmp_path / "tools"
    tools.mkdir()
    (tools / "x86_64-linux-gnu-strip").write_text(f'#!/bin/sh\n{tool} "$4" > "$3"\n')
    (tools / "x86_64-linux-gnu-strip").chmod(0o755)
    monkeypatch.setenv("PATH", str(tools), prepend=":")
    file = tmp_path / "bundle" / "packages" / "a.so"
    file.parent.mkdir(parents=True)
    file.write_bytes(library())
    tree.strip_names(tmp_path / "bundle", "x86_64")
    assert file.read_bytes() == left
    assert [one.name for one in file.parents[1].rglob("*") if one.is_file()] == ["a.so"]


@pytest.mark.parametrize(("name", "size"), [("MOST_PACKED", 4), ("MOST_INSTALLED", 8)])
def test_one_larger_than_was_promised_is_refused(tmp_path, monkeypatch, name, size) -> None:
    bundle, archive = tmp_path / "concord-1", tmp_path / "concord-1.tar.gz"
    (bundle / "app").mkdir(parents=True)
    (bundle / "app" / "a.py").write_bytes(bytes(8))
    (bundle / "python3").symlink_to("app/a.py")
    archive.write_bytes(bytes(4))
    monkeypatch.setattr(linux, name, size)
    linux.refuse_larger(bundle, archive)
    monkeypatch.setattr(linux, name, size - 1)
    with pytest.raises(Unavailable, match="more than"):
        linux.refuse_larger(bundle, archive)


@pytest.mark.parametrize("name", ["a", "资料 b.txt", "app/B.py", ".hidden", "app/a.b.c"])
def test_what_a_stick_holds_is_taken(tmp_path, name) -> None:
    linux.refuse_unfit(_folder_of(tmp_path, ["app/a.py", name]))


@pytest.mark.parametrize("name", ["app/A.py", "a:b", 'a"', "a\\b", "a.", "a /b", "App/c"])
def test_what_a_stick_does_not_hold_is_refused(tmp_path, name) -> None:
    with pytest.raises(Unavailable, match="FAT"):
        linux.refuse_unfit(_folder_of(tmp_path, ["app/a.py", name]))


def test_a_link_is_refused(tmp_path) -> None:
    (_folder_of(tmp_path, ["workstation"]) / "python3").symlink_to("workstation")
    with pytest.raises(Unavailable, match="python3"):
        linux.refuse_unfit(tmp_path)


def _folder_of(folder: Path, names: list[str]) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()
    return folder
