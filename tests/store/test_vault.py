"""The vault gives back the very bytes or says which file is damaged; it writes whole files only and reads nothing but its own."""

from __future__ import annotations

import os
import stat
import tracemalloc
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from workstation.errors import Damaged, Refused, StorageFailed
from workstation.store.quarantine import QUARANTINE, Quarantined
from workstation.store.sources import CHUNK
from workstation.store.vault import Vault

KEY = bytes(range(32))
SIZES = (0, 1, 1000, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3 * CHUNK + 17)

DAY = date(2026, 11, 28)


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return Vault(tmp_path / "vault", KEY)


def source(tmp_path: Path, data: bytes, name: str = "证明.pdf") -> Path:
    path = tmp_path / name
    path.write_bytes(data)
    return path


def files(vault: Vault) -> list[Path]:
    return [path for path in vault.folder.rglob("*") if path.is_file()]


def content(size: int) -> bytes:
    return bytes(number * 31 % 251 for number in range(size))


def code(act) -> str:
    with pytest.raises(Refused) as refused:
        act()
    return refused.value.findings[0].code


@pytest.mark.parametrize("size", SIZES)
def test_the_bytes_come_back(vault: Vault, tmp_path: Path, size: int) -> None:
    data = content(size)
    path = source(tmp_path, data)
    stored = vault.add(path)
    assert (stored.sha256, stored.size) == (sha256(data).hexdigest(), size)
    assert vault.read(stored.sha256) == data
    assert path.read_bytes() == data
    assert all(len(piece) <= CHUNK for piece in vault.stream(stored.sha256))


def test_the_same_content_is_kept_once(vault: Vault, tmp_path: Path) -> None:
    first = vault.add(source(tmp_path, b"same", "a.pdf"))
    before = [(file, file.stat().st_mtime_ns) for file in files(vault)]
    assert vault.add(source(tmp_path, b"same", "b.pdf")) == first
    assert [(file, file.stat().st_mtime_ns) for file in files(vault)] == before


def test_adding_again_heals_a_damaged_file(vault: Vault, tmp_path: Path) -> None:
    path = source(tmp_path, b"precious")
    stored = vault.add(path)
    files(vault)[0].write_bytes(b"rotten")
    assert vault.add(path) == stored
    assert vault.read(stored.sha256) == b"precious"


@pytest.mark.parametrize("size", [0, 10, CHUNK, CHUNK + 10])
def test_every_damage_is_found_and_names_the_file(vault: Vault, tmp_path: Path, size: int) -> None:
    stored = vault.add(source(tmp_path, content(size)))
    (file,) = files(vault)
    whole = file.read_bytes()
    places = sorted({0, 8, 39, 40, len(whole) // 2, len(whole) - 17, len(whole) - 1})
    damaged = [whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :] for at in places]
    damaged += [b"", whole[:20], whole[:-1], whole[:40], whole + b"x", whole + whole[40:], whole[: 40 + CHUNK + 16]]
    for content_now in damaged:
        if content_now == whole:
            continue
        file.write_bytes(content_now)
        with pytest.raises(Damaged, match=file.name):
            vault.read(stored.sha256)


def test_chunks_cannot_change_places(vault: Vault, tmp_path: Path) -> None:
    stored = vault.add(source(tmp_path, content(3 * CHUNK)))
    (file,) = files(vault)
    whole, step = file.read_bytes(), CHUNK + 16
    head, first, second, third = (
        whole[:40],
        whole[40 : 40 + step],
        whole[40 + step : 40 + 2 * step],
        whole[40 + 2 * step :],
    )
    for swapped in (second + first + third, first + third + second, first + third, first + second):
        file.write_bytes(head + swapped)
        with pytest.raises(Damaged):
            vault.read(stored.sha256)


def test_a_file_cannot_stand_in_for_another(vault: Vault, tmp_path: Path) -> None:
    real = vault.add(source(tmp_path, b"the real one"))
    (place,) = files(vault)
    other = vault.add(source(tmp_path, b"another one!", "b.pdf"))
    (forged,) = set(files(vault)) - {place}
    place.write_bytes(forged.read_bytes())
    with pytest.raises(Damaged, match="another content"):
        vault.read(real.sha256)
    assert vault.read(other.sha256) == b"another one!"


def test_another_key_opens_nothing(vault: Vault, tmp_path: Path) -> None:
    stored = vault.add(source(tmp_path, b"secret"))
    with pytest.raises(Damaged):
        Vault(vault.folder, bytes(32)).read(stored.sha256)


def test_a_missing_file_is_damage(vault: Vault) -> None:
    with pytest.raises(Damaged):
        vault.read("0" * 64)


@pytest.mark.parametrize(
    "name", ["", "../../etc/passwd", "A" * 64, "0" * 63, "0" * 65, "0" * 62 + "/x", "0" * 63 + "\n"]
)
def test_only_hashes_are_names(vault: Vault, name: str) -> None:
    with pytest.raises(ValueError, match="SHA-256"):
        vault.read(name)


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_in_the_vault_is_not_followed(vault: Vault, tmp_path: Path) -> None:
    stored = vault.add(source(tmp_path, b"secret"))
    (file,) = files(vault)
    file.rename(tmp_path / "elsewhere")
    file.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(Damaged):
        vault.read(stored.sha256)


@pytest.mark.skipif(os.name == "nt", reason="no pipes in folders on Windows")
def test_folders_and_pipes_are_no_proofs(vault: Vault, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    assert code(lambda: vault.add(tmp_path / "folder")) == "file_not_regular"
    assert code(lambda: vault.add(tmp_path / "pipe")) == "file_not_regular"
    assert code(lambda: vault.add(tmp_path / "nothing")) == "file_missing"
    assert files(vault) == []


def test_a_file_that_changes_meanwhile_is_not_taken_in(vault: Vault, tmp_path: Path, monkeypatch) -> None:
    path = source(tmp_path, b"first")
    seal = vault._seal

    def written_to(reading, file):
        path.write_bytes(b"other")
        return seal(reading, file)

    monkeypatch.setattr(vault, "_seal", written_to)
    assert code(lambda: vault.add(path)) == "file_changed"
    assert files(vault) == []


def test_a_failed_write_leaves_nothing(vault: Vault, tmp_path: Path, monkeypatch) -> None:
    def full(handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StorageFailed) as failed:
        vault.add(source(tmp_path, b"x" * 5000))
    assert failed.value.findings[0].code == "desk_disk_full"
    assert files(vault) == []


def test_names_and_content_say_nothing(vault: Vault, tmp_path: Path) -> None:
    data = b"the debtor's diagnosis " * 100
    stored = vault.add(source(tmp_path, data))
    (file,) = files(vault)
    assert stored.sha256 not in str(file)
    assert b"diagnosis" not in file.read_bytes()
    assert file.parent.name == file.name[:2]


@pytest.mark.skipif(os.name == "nt", reason="POSIX modes")
def test_only_the_owner_may_enter(vault: Vault, tmp_path: Path) -> None:
    vault.add(source(tmp_path, b"x"))
    (file,) = files(vault)
    modes = [stat.S_IMODE(path.stat().st_mode) for path in (vault.folder, file.parent, file)]
    assert modes == [0o700, 0o700, 0o600]


def test_check_tells_missing_from_damaged(vault: Vault, tmp_path: Path) -> None:
    good, bad = vault.add(source(tmp_path, b"good")), vault.add(source(tmp_path, b"bad", "b.pdf"))
    next(file for file in files(vault) if file == vault._path(bad.sha256)).write_bytes(b"?")
    found = vault.check({good.sha256: "收入证明.pdf", bad.sha256: "流水.pdf", "0" * 64: "身份证.jpg"})
    assert [(one.code, one.figures["file"]) for one in found] == [
        ("vault_damaged", "流水.pdf"),
        ("vault_missing", "身份证.jpg"),
    ]


def test_orphans_and_leftovers_are_set_aside_and_brought_back(vault: Vault, tmp_path: Path) -> None:
    kept, spare = vault.add(source(tmp_path, b"kept")), vault.add(source(tmp_path, b"spare", "b.pdf"))
    leftover = vault._path(kept.sha256).with_suffix(".1234.part")
    leftover.write_bytes(b"half")
    assert set(vault.orphans([kept.sha256])) == {vault._path(spare.sha256), leftover}
    assert vault.quarantine([kept.sha256], DAY) == Quarantined(set_aside=2)
    assert vault.orphans([kept.sha256]) == ()
    assert vault.quarantine([kept.sha256, spare.sha256], DAY) == Quarantined(brought_back=1)
    assert vault.read(spare.sha256) == b"spare"
    assert [file.name for file in (vault.folder / QUARANTINE).glob("*/*")] == [leftover.name]
    assert [folder.name for folder in (vault.folder / QUARANTINE).iterdir()] == ["2026-11-28"]
    assert vault.read(kept.sha256) == b"kept"


def test_a_large_file_never_enters_memory(vault: Vault, tmp_path: Path) -> None:
    path = tmp_path / "scan.tif"
    with path.open("wb") as file:
        file.truncate(40 * 1024 * 1024)
    tracemalloc.start()
    stored = vault.add(path)
    read = sum(map(len, vault.stream(stored.sha256)))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert read == stored.size == 40 * 1024 * 1024
    assert most < 8 * 1024 * 1024


def test_who_watches_hears_of_every_byte_and_may_stop_it(vault: Vault, tmp_path: Path) -> None:
    path = source(tmp_path, content(2 * CHUNK))
    heard: list[int] = []
    vault.add(path, heard.append)
    assert sum(heard) == 4 * CHUNK

    def stop(piece: int) -> None:
        raise InterruptedError

    other = source(tmp_path, content(3 * CHUNK), "b.pdf")
    with pytest.raises(InterruptedError):
        vault.add(other, stop)
    assert len(files(vault)) == 1
    assert vault.holds(sha256(path.read_bytes()).hexdigest())
    assert not vault.holds(sha256(other.read_bytes()).hexdigest())


def test_a_part_that_another_process_clears_away_is_written_again(vault, monkeypatch) -> None:
    sealed = vault._seal

    def cleared_once(source, file):
        stored = sealed(source, file)
        monkeypatch.undo()
        vault.quarantine((), DAY)
        return stored

    monkeypatch.setattr(vault, "_seal", cleared_once)
    assert vault.read(vault.keep(b"packet", "packet").sha256) == b"packet"
