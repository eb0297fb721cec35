"""The folder of a bundle: the program, its interpreter, and of the wheels what parts.toml keeps."""

from __future__ import annotations

import fnmatch
import os
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any, Final

from tools.bundle.elf import elf_files, loaded
from tools.bundle.fetching import ROOT, Unavailable, read_toml
from tools.bundle.qt import kept_of_qt
from tools.bundle.wheel import Wheel

_NOT_RUN: Final = (
    "*.pyi",
    "*.pxd",
    "*.pyx",
    "*.h",
    "*.c",
    "*/tests/*",
    "*/test/*",
    "*/RECORD",
    "*/INSTALLER",
    "*.dist-info/sboms/*",
    "*/scripts/*",
    "*/SelfTest/*",
)
_LIBRARY: Final = re.compile(r"^[^/]+\.data/(platlib|purelib)/")
"""What a wheel keeps apart and an installer lays beside the rest."""
_DATA: Final = re.compile(r"\.data/(?!platlib/|purelib/)")
_PROGRAM: Final = ("workstation", "ui", "resources")


def add_program(app: Path) -> None:
    """The files of the program that the version control knows, and its compiled translations."""
    listed = subprocess.run(["git", "ls-files", "-z", *_PROGRAM], cwd=ROOT, capture_output=True, check=True)
    names = [name for name in listed.stdout.decode("utf-8").split("\0") if name and not name.endswith(".ts")]
    compiled = sorted((ROOT / "resources" / "translations").glob("*.qm"))
    if not compiled:
        raise Unavailable("the translations are not compiled: make translations")
    for name in (*names, *(file.relative_to(ROOT).as_posix() for file in compiled)):
        target = app / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, target)


def add_wheels(wheels: list[Wheel], packages: Path) -> None:
    """What runs of every wheel that is kept; of Qt by its list alone."""
    parts = read_toml("parts.toml")
    qt = [wheel for wheel in wheels if wheel.name.startswith("pyside6")]
    for wheel in wheels:
        if wheel.name in parts["packages"]["without"] or wheel in qt:
            continue
        _unpack(wheel, _run_of(wheel), packages)
    for wheel, names in kept_of_qt(qt, parts["qt"]).items():
        _unpack(wheel, iter(names), packages)


def _run_of(wheel: Wheel) -> Iterator[str]:
    for name in wheel.names():
        if not any(fnmatch.fnmatch("/" + name, one) for one in _NOT_RUN) and not _DATA.search(name):
            yield name


def _unpack(wheel: Wheel, names: Iterator[str], packages: Path) -> None:
    with zipfile.ZipFile(wheel.file) as archive:
        for name in names:
            target = packages / _LIBRARY.sub("", name)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(archive.read(name))


def add_library(sources: Path, library: Path) -> None:
    """The standard library in Python, without what parts.toml leaves out."""
    without = read_toml("parts.toml")["stdlib"]["without"]
    top = sources / "python3.11" / "Lib"
    for file in sorted(top.rglob("*")):
        name = file.relative_to(top).as_posix()
        left = any(name == one or name.startswith(one + "/") for one in without) or "__pycache__" in name
        if file.is_file() and file.suffix in (".py", ".txt", ".toml") and not left:
            target = library / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target)
    _spare_inspect(library / "dataclasses.py")


def _spare_inspect(module: Path) -> None:
    """Let `dataclasses` load `inspect` for classes without a docstring only: a quarter of a short start."""
    text = module.read_text("utf-8")
    changed = text.replace("import inspect\n", "", 1).replace("inspect.signature(", "__import__('inspect').signature(")
    if changed.count("inspect") != 1:
        raise Unavailable("dataclasses.py is not the one that was known")
    module.write_text(changed, "utf-8")


def compile_all(bundle: Path, python: Path, folders: tuple[str, ...]) -> None:
    """Byte code beside each source, bound to nothing: neither its time nor this machine's folders are in it."""
    words = [str(python), "-m", "compileall", "-q", "-f", "--invalidation-mode", "unchecked-hash", "-s", str(bundle)]
    environment = {"PYTHONHASHSEED": "0", "PATH": os.environ["PATH"]}
    for folder in folders:
        done = subprocess.run(
            [*words, str(bundle / folder)], env=environment, capture_output=True, text=True, check=False
        )
        wrong = [line for line in done.stdout.splitlines() if line.startswith("*** Error")]
        if done.returncode and any("/templates/" not in line for line in wrong):
            raise Unavailable(f"compileall: {done.stdout[-500:]}{done.stderr[-500:]}")


def strip_names(bundle: Path, machine: str) -> None:
    """Take out what only debuggers read, half of the database's library. A file whose loaded parts would be others, too, stays
    as it was: tools that move such tables do not always agree. Without the tool a bundle is larger, no more.
    """
    strip = f"{machine}-linux-gnu-strip"
    if shutil.which(strip) is None:
        return
    aside = bundle / "stripped"
    for file in elf_files(bundle / "packages"):
        subprocess.run([strip, "--strip-unneeded", "-o", str(aside), str(file)], check=True)
        if loaded(aside.read_bytes()) == loaded(file.read_bytes()):
            shutil.copyfile(aside, file)
    aside.unlink(missing_ok=True)


def settle(bundle: Path, moment: int) -> None:
    """One time and two modes for every file, so that two builds are one."""
    for path in (bundle, *bundle.rglob("*")):
        if path.is_symlink():
            os.utime(path, (moment, moment), follow_symlinks=False)
            continue
        runs = path.is_dir() or path.name == "workstation"
        path.chmod(0o755 if runs else 0o644)
        os.utime(path, (moment, moment))


def refuse_unwanted(names: list[str], qt: dict[str, Any]) -> None:
    """A name of the list of what is never shipped is in none of the files of Qt. Raises `Unavailable`."""
    found = [
        name
        for name in names
        if "PySide6" in PurePosixPath(name).parts
        and any(one in PurePosixPath(name).name for one in qt["never"]["names"])
    ]
    if found:
        raise Unavailable(f"not to be shipped: {', '.join(found)}")
