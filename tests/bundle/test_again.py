"""Two builds of one commit are compared archive by archive, and what differs is named down to the file."""

from __future__ import annotations

import pytest

from tools.bundle.again import differences, differing_parts
from tools.bundle.fetching import Unavailable
from tools.bundle.inventory import write_sums
from tools.bundle.linux import refuse_own_places


def test_archives_are_compared_by_their_bytes(tmp_path) -> None:
    ours, others = tmp_path / "ours", tmp_path / "others"
    for folder, files in ((ours, {"a.deb": b"1", "b.tar.gz": b"2", "d.zip": b"4"}), (others, {"a.deb": b"1"})):
        folder.mkdir()
        for name, data in files.items():
            (folder / name).write_bytes(data)
    assert differences(ours, others) == []
    (others / "b.tar.gz").write_bytes(b"3")
    (others / "c.tar.zst").write_bytes(b"3")
    assert differences(ours, others) == ["b.tar.gz", "c.tar.zst"]


def test_parts_are_named(tmp_path) -> None:
    for folder, files in {
        "ours": {"same": b"", "app/a.pyc": b"1"},
        "others": {"same": b"", "app/a.pyc": b"2", "b": b""},
    }.items():
        for name, data in files.items():
            (tmp_path / folder / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / folder / name).write_bytes(data)
        write_sums(tmp_path / folder)
    assert differing_parts(tmp_path / "ours", tmp_path / "others") == ["app/a.pyc", "b"]


def test_no_folder_of_the_machine_is_in_what_was_built(tmp_path) -> None:
    built, sources, room = tmp_path / "workstation", tmp_path / "sources", tmp_path / "源 room"
    built.write_bytes(b"\0../source\0/concord\0")
    refuse_own_places(built, (sources, room))
    for folder in (sources, room):
        built.write_bytes(f"\0{folder}/python3.11\0".encode())
        with pytest.raises(Unavailable, match=folder.name):
            refuse_own_places(built, (sources, room))
