"""The bundle of Windows: the program and the wheels for it, and a script that adds the embeddable Python beside it."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path, PurePosixPath
from typing import Final

from tools.bundle import archives, fetching, inventory, linux, tree
from tools.bundle.fetching import HERE, ROOT, Unavailable
from tools.bundle.pe import NotPe, imported_by, of_windows
from tools.bundle.wheel import Wheel

PYTHON: Final = "python-3.11.*-embed-amd64.zip"
"""What the administrator lays beside the installer; from python.org, of the line that the wheels and the byte code are for."""
LONGEST: Final = 160
"""Of 260 characters that a path may have where long ones are not switched on, what a user's folder leaves."""
_OF_PYTHON: Final = ("python3.dll", "python311.dll", "vcruntime140.dll", "vcruntime140_1.dll")


def make(work: Path, out: Path, version: str, moment: int) -> list[Path]:
    """Build the archive; answers the file made. Raises `Unavailable`."""
    bundle = folder(work, version, moment)
    target = out / f"{bundle.name}.zip"
    out.mkdir(parents=True, exist_ok=True)
    with (
        archives.whole(target) as aside,
        zipfile.ZipFile(aside, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive,
    ):
        for file in sorted(bundle.rglob("*"), key=lambda one: one.as_posix()):
            if file.is_file():
                entry = zipfile.ZipInfo(f"{bundle.name}/{file.relative_to(bundle).as_posix()}", (1980, 1, 1, 0, 0, 0))
                entry.compress_type, entry.external_attr, entry.create_system = zipfile.ZIP_DEFLATED, 0o644 << 16, 3
                archive.writestr(entry, file.read_bytes())
    return [target]


def folder(work: Path, version: str, moment: int) -> Path:
    """The folder of the bundle, below ``work``, checked. Raises `Unavailable`."""
    wheels = [Wheel(one) for one in fetching.fetch_wheels(["win_amd64"], work / "wheels-windows")]
    bundle = work / f"concord-{version}-windows-x86_64"
    shutil.rmtree(bundle, ignore_errors=True)
    tree.add_program(bundle / "app")
    tree.add_wheels(wheels, bundle / "packages")
    for file in sorted((HERE / "windows_desk").iterdir()):
        text = file.read_text("utf-8").replace("\n", "\r\n")
        # PowerShell 5 reads a script without this mark by the code page of the machine.
        (bundle / file.name).write_text(text, "utf-8-sig" if file.suffix == ".ps1" else "utf-8", newline="")
    (bundle / "VERSION").write_text(version + "\n", "utf-8")
    for guide in sorted((ROOT / "docs").glob("install.*.md")):
        shutil.copyfile(guide, bundle / guide.name)
    inventory.write_inventory(bundle, wheels, {}, version)
    linux.compile_here(bundle, work, ("packages", "app"))
    names = [file.relative_to(bundle).as_posix() for file in sorted(bundle.rglob("*"))]
    tree.refuse_unwanted(names, fetching.read_toml("parts.toml")["qt"])
    refuse_incomplete(bundle)
    inventory.write_sums(bundle)
    tree.settle(bundle, moment)
    return bundle


def refuse_incomplete(bundle: Path) -> None:
    """Every library that a file asks for is in the bundle, of Windows or of Python; no path is too long. Raises `Unavailable`."""
    files = [file for file in sorted(bundle.rglob("*")) if file.is_file()]
    there = {file.name.lower() for file in files} | set(_OF_PYTHON)
    wrong = [
        f"{path}: too long" for path in (file.relative_to(bundle).as_posix() for file in files) if len(path) > LONGEST
    ]
    for file in files:
        if file.suffix.lower() not in (".dll", ".pyd"):
            continue
        try:
            lacking = [name for name in imported_by(file.read_bytes()) if name not in there and not of_windows(name)]
        except NotPe:
            lacking = ["is no library for x86_64"]
        wrong += [f"{PurePosixPath(file.relative_to(bundle))}: {name}" for name in lacking]
    if wrong:
        raise Unavailable("; ".join(wrong))
