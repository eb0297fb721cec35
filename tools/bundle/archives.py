"""Archives without a trace of when, where and by whom they were made: tar.gz, tar.zst, and the `.deb` of Debian."""

from __future__ import annotations

import gzip
import hashlib
import io
import lzma
import shutil
import subprocess
import tarfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast


@contextmanager
def whole(target: Path) -> Iterator[Path]:
    """A file beside ``target`` to write to, which takes its place once all of it is there; nothing is left of one that failed."""
    aside = target.with_name(f"{target.name}.part")
    try:
        yield aside
        aside.replace(target)
    finally:
        aside.unlink(missing_ok=True)


def tar_gz(folder: Path, target: Path, moment: int) -> None:
    """The folder under its own name, gzip."""
    with whole(target) as aside, aside.open("wb") as out, gzip.GzipFile("", "wb", 9, out, mtime=moment) as packed:
        _tar(packed, folder, folder.name, moment)


def tar_zst(folder: Path, target: Path, moment: int) -> bool:
    """The same by zstd, which unpacks a few times faster; False where this machine has no zstd."""
    if shutil.which("zstd") is None:
        return False
    with whole(target) as aside, aside.open("wb") as out:
        words = ["zstd", "-q", "-12", "-T1", "-c"]
        with subprocess.Popen(words, stdin=subprocess.PIPE, stdout=out) as packing:
            assert packing.stdin is not None
            _tar(packing.stdin, folder, folder.name, moment)
            packing.stdin.close()
        if packing.returncode:
            raise subprocess.CalledProcessError(packing.returncode, words)
    return True


def deb(target: Path, control: str, folders: Iterable[tuple[Path, str]], moment: int) -> None:
    """A package: each folder goes to its place from the root. ``control`` lacks only Installed-Size."""
    folders = list(folders)
    files = [(file, place, file.relative_to(folder)) for folder, place in folders for file in _below(folder)]
    size = sum(file.stat().st_size for file, _, _ in files if not file.is_symlink()) // 1024
    sums = "".join(
        f"{hashlib.md5(file.read_bytes(), usedforsecurity=False).hexdigest()}  {place}/{inner.as_posix()}\n"
        for file, place, inner in files
        if file.is_file() and not file.is_symlink()
    )
    parts = {"control": f"{control}Installed-Size: {size}\n", "md5sums": sums}
    members = {
        "debian-binary": b"2.0\n",
        "control.tar.xz": _xz(lambda out: _texts(out, parts, moment)),
        "data.tar.xz": _xz(lambda out: _placed(out, folders, moment)),
    }
    with whole(target) as aside, aside.open("wb") as out:
        out.write(b"!<arch>\n")
        for name, data in members.items():
            out.write(f"{name:<16}{moment:<12}{0:<6}{0:<6}{100644:<8}{len(data):<10}`\n".encode("ascii"))
            out.write(data + b"\n" * (len(data) % 2))


def sha256_of(file: Path) -> str:
    """The digest of a file that need not fit into memory."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _xz(write: object) -> bytes:
    out = io.BytesIO()
    with lzma.LZMAFile(out, "wb", preset=3) as packed:
        assert callable(write)
        write(packed)
    return out.getvalue()


def _below(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*"), key=lambda one: one.as_posix())


def _tar(out: IO[bytes] | gzip.GzipFile, folder: Path, name: str, moment: int) -> None:
    with tarfile.open(fileobj=cast(IO[bytes], out), mode="w|", format=tarfile.PAX_FORMAT) as archive:
        _add(archive, folder, name, moment)


def _placed(out: IO[bytes], folders: list[tuple[Path, str]], moment: int) -> None:
    with tarfile.open(fileobj=out, mode="w|", format=tarfile.GNU_FORMAT) as archive:
        made: set[str] = set()
        for folder, place in folders:
            _add(archive, folder, f"./{place}", moment, made)


def _add(archive: tarfile.TarFile, folder: Path, name: str, moment: int, made: set[str] | None = None) -> None:
    made = set() if made is None else made
    parts = name.split("/")
    for depth in range(1, len(parts) + 1):
        outer = "/".join(parts[:depth])
        if outer not in made and outer != ".":
            made.add(outer)
            archive.addfile(_entry(outer, tarfile.DIRTYPE, moment))
    for path in _below(folder):
        inner = f"{name}/{path.relative_to(folder).as_posix()}"
        if path.is_symlink():
            entry = _entry(inner, tarfile.SYMTYPE, moment)
            entry.linkname = str(path.readlink())
            archive.addfile(entry)
        elif path.is_dir():
            if inner not in made:
                made.add(inner)
                archive.addfile(_entry(inner, tarfile.DIRTYPE, moment))
        else:
            entry = _entry(inner, tarfile.REGTYPE, moment)
            entry.size, entry.mode = path.stat().st_size, path.stat().st_mode & 0o755
            with path.open("rb") as opened:
                archive.addfile(entry, opened)


def _texts(out: IO[bytes], texts: dict[str, str], moment: int) -> None:
    with tarfile.open(fileobj=out, mode="w|", format=tarfile.GNU_FORMAT) as archive:
        for name, text in texts.items():
            data = text.encode("utf-8")
            entry = _entry(f"./{name}", tarfile.REGTYPE, moment)
            entry.size, entry.mode = len(data), 0o644
            archive.addfile(entry, io.BytesIO(data))


def _entry(name: str, kind: bytes, moment: int) -> tarfile.TarInfo:
    entry = tarfile.TarInfo(name)
    entry.type, entry.mtime, entry.mode = kind, moment, 0o755
    entry.uname = entry.gname = "root"
    return entry
