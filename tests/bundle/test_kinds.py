"""Which archives are made of a bundle: of aarch64 none by gzip, which would be larger than was promised."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.bundle import archives, linux
from tools.bundle.fetching import Unavailable

MOMENT = 1_790_000_000


@pytest.fixture(autouse=True)
def _small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A bundle of one file in the place of a real one."""

    def folder(target: linux.Target, work: Path, version: str, moment: int) -> Path:
        made = tmp_path / f"concord-{version}-linux-{target.machine}"
        made.mkdir(exist_ok=True)
        (made / "workstation").write_text("program")
        return made

    monkeypatch.setattr(linux, "folder", folder)


@pytest.mark.parametrize(("target", "gzip"), [(linux.X86, True), (linux.ARM, False)])
@pytest.mark.parametrize("zstd", [True, False])
def test_what_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, target, gzip: bool, zstd: bool) -> None:
    def packed(folder: Path, file: Path, moment: int) -> bool:
        file.write_text("packed") if zstd else None
        return zstd

    monkeypatch.setattr(archives, "tar_zst", packed)
    (tmp_path / "work").mkdir()
    wanted = [".gz"] * gzip + [".zst"] * zstd
    if not wanted:
        with pytest.raises(Unavailable, match="zstd"):
            linux.make(target, tmp_path / "work", tmp_path / "out", "1.0", MOMENT)
        return
    made = linux.make(target, tmp_path / "work", tmp_path / "out", "1.0", MOMENT)
    assert [file.suffix for file in made] == [*wanted, ".deb"]
    assert all(file.exists() for file in made)
