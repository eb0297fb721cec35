"""Archives of one folder are the same bytes, whenever and in whatever order its files were written."""

from __future__ import annotations

import gzip
import hashlib
import io
import os
import shutil
import stat
import subprocess
import tarfile
from pathlib import Path

import pytest

from tools.bundle import archives, linux, tree

MOMENT = 1_700_000_000
FILES = {"workstation": b"\x7fELF", "app/ui/a.py": b"a = 1\n", "app/资料/名.txt": "字".encode(), "lib/b.py": b""}
PACKED = {
    "a.tar.gz": lambda source, target: archives.tar_gz(source, target, MOMENT),
    "a.tar.zst": lambda source, target: archives.tar_zst(source, target, MOMENT) or pytest.skip("needs zstd"),
    "a.deb": lambda source, target: archives.deb(target, "", [(source, "usr/lib/concord")], MOMENT),
}


def folder(place: Path, names: list[str]) -> Path:
    made = place / "concord-1"
    for name in names:
        (made / name).parent.mkdir(parents=True, exist_ok=True)
        (made / name).write_bytes(FILES[name])
    (made / "python3").symlink_to("workstation")
    tree.settle(made, MOMENT)
    return made


@pytest.fixture
def two(tmp_path):
    """The same files, written in two orders at two times."""
    first = folder(tmp_path / "one", list(FILES))
    second = folder(tmp_path / "two", list(reversed(FILES)))
    os.utime(second, (1, 1))
    return first, second


def test_two_archives_are_one(two, tmp_path) -> None:
    targets = tmp_path / "a.tar.gz", tmp_path / "b.tar.gz"
    for source, target in zip(two, targets, strict=True):
        archives.tar_gz(source, target, MOMENT)
    assert targets[0].read_bytes() == targets[1].read_bytes()
    with tarfile.open(targets[0]) as archive:
        names = {entry.name: entry for entry in archive}
        assert archive.extractfile("concord-1/app/资料/名.txt").read() == "字".encode()
    assert {entry.mtime for entry in names.values()} == {MOMENT}
    assert (names["concord-1/workstation"].mode, names["concord-1/lib/b.py"].mode) == (0o755, 0o644)
    assert names["concord-1/python3"].linkname == "workstation"


@pytest.mark.skipif(shutil.which("zstd") is None, reason="needs zstd")
def test_two_archives_of_zstd_are_one(two, tmp_path) -> None:
    targets = tmp_path / "a.tar.zst", tmp_path / "b.tar.zst"
    for source, target in zip(two, targets, strict=True):
        assert archives.tar_zst(source, target, MOMENT)
    assert targets[0].read_bytes() == targets[1].read_bytes()
    archives.tar_gz(two[0], tmp_path / "c.tar.gz", MOMENT)
    plain = subprocess.run(["zstd", "-dc", str(targets[0])], capture_output=True, check=True).stdout
    assert plain == gzip.decompress((tmp_path / "c.tar.gz").read_bytes())


@pytest.mark.parametrize("name", ["a.tar.gz", "a.tar.zst", "a.deb"])
def test_an_archive_that_failed_has_no_name(two, tmp_path, name) -> None:
    """Neither is half of a new one there, nor the one before it harmed: what bears the name is whole."""
    target = tmp_path / "out" / name
    target.parent.mkdir()
    target.write_bytes(b"the one before")
    os.mknod(two[0] / "lib" / "c.py", stat.S_IFSOCK | 0o644)
    with pytest.raises(OSError, match="No such device"):
        PACKED[name](two[0], target)
    assert [(file.name, file.read_bytes()) for file in target.parent.iterdir()] == [(name, b"the one before")]
    PACKED[name](two[1], target)
    assert [file.name for file in target.parent.iterdir()] == [name]


def members(deb: bytes) -> dict[str, bytes]:
    found, at = {}, 8
    while at < len(deb):
        name, size = deb[at : at + 16].decode().strip(), int(deb[at + 48 : at + 58])
        found[name] = deb[at + 60 : at + 60 + size]
        at += 60 + size + size % 2
    return found


def test_a_package_holds_its_files_at_their_place(two, tmp_path) -> None:
    targets = tmp_path / "a.deb", tmp_path / "b.deb"
    for source, target in zip(two, targets, strict=True):
        archives.deb(target, linux.control(linux.X86, "1"), [(source, "usr/lib/concord")], MOMENT)
    assert targets[0].read_bytes() == targets[1].read_bytes()
    parts = members(targets[0].read_bytes())
    assert list(parts) == ["debian-binary", "control.tar.xz", "data.tar.xz"]
    with tarfile.open(fileobj=io.BytesIO(parts["data.tar.xz"])) as data:
        assert data.extractfile("./usr/lib/concord/app/ui/a.py").read() == b"a = 1\n"
        assert {name for name in data.getnames() if not name.startswith("./usr")} == set()
    with tarfile.open(fileobj=io.BytesIO(parts["control.tar.xz"])) as control:
        told = control.extractfile("./control").read().decode()
        assert set(control.getnames()) == {"./control", "./md5sums"}, "no script of a package ever touches a desk"
        sums = control.extractfile("./md5sums").read().decode()
    assert "Depends: libc6 (>= 2.28), " in told and "libxcb-cursor0" in told
    digest = hashlib.md5(b"a = 1\n", usedforsecurity=False).hexdigest()
    assert f"{digest}  usr/lib/concord/app/ui/a.py" in sums.splitlines()
