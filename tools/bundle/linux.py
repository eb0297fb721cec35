"""The bundle of Linux: a folder that runs from anywhere, as archive and as package of Debian."""

from __future__ import annotations

import hashlib
import os
import platform
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tools.bundle import archives, fetching, inventory, tree
from tools.bundle.elf import asked_by, elf_files
from tools.bundle.fetching import HERE, ROOT, Unavailable
from tools.bundle.wheel import Wheel
from tools.system_libraries import LIBRARIES


@dataclass(frozen=True)
class Target:
    """One kind of machine: as wheels, Debian and the compiler name it, and the glibc that its wheels ask for."""

    machine: str
    debian: str
    glibc: int
    gzip: bool = True
    """Whether an archive of gzip is made besides that of zstd."""


X86: Final = Target("x86_64", "amd64", 28)
ARM: Final = Target("aarch64", "arm64", 39, gzip=False)
"""Packed by gzip it is larger than was promised (145 MB, 126 by zstd), and every system with such a glibc unpacks zstd."""
COMPILED_FOR: Final = "2.28"
"""The interpreter itself keeps to this glibc on every machine; the wheels decide the floor of the whole."""
MOST_PACKED: Final = 140_000_000
MOST_INSTALLED: Final = 400_000_000
"""Bytes of the first archive, and of the folder, that a desk's stick and disk are asked for."""
_NONE_ON_STICKS: Final = re.compile(r'[:*?"<>|\\]|[. ](/|$)')
_VARIABLES: Final = "_sysconfigdata__{}-linux-gnu.py"
TIME_ZONES: Final = "/usr/share/zoneinfo:/usr/lib/zoneinfo:/usr/share/lib/zoneinfo:/etc/zoneinfo"
"""Where Python looks for the time zones of the machine before it takes its own."""
ALSO: Final = {"libglib2.0-0": "libglib2.0-0t64"}
"""Names since the change of time_t in Debian 13."""


def make(target: Target, work: Path, out: Path, version: str, moment: int) -> list[Path]:
    """Build archives and package for one kind of machine; answers the files made. Raises `Unavailable`."""
    bundle = folder(target, work, version, moment)
    out.mkdir(parents=True, exist_ok=True)
    packed, package = out / f"{bundle.name}.tar.gz", out / f"concord_{version}_{target.debian}.deb"
    made = []
    if target.gzip:
        archives.tar_gz(bundle, packed, moment)
        made.append(packed)
    if archives.tar_zst(bundle, packed.with_suffix(".zst"), moment):
        made.append(packed.with_suffix(".zst"))
    if not made:
        raise Unavailable(f"{bundle.name} is packed by zstd, which is not installed here")
    refuse_larger(bundle, made[0])
    desktop = _desktop(work)
    tree.settle(desktop, moment)
    archives.deb(package, control(target, version), [(bundle, "usr/lib/concord"), (desktop, "usr")], moment)
    return [*made, package]


def folder(target: Target, work: Path, version: str, moment: int) -> Path:
    """The folder of the bundle, below ``work``, settled and proven to keep its floor. Raises `Unavailable`."""
    sources = work / "sources"
    fetching.fetch_sources(sources)
    interpreter = _interpreter(target, sources, work)
    here = interpreter if target.machine == platform.machine() else _interpreter(X86, sources, work)
    tags = fetching.linux_tags(target.machine, target.glibc)
    wheels = [Wheel(one) for one in fetching.fetch_wheels(tags, work / f"wheels-{target.machine}")]
    bundle = work / f"concord-{version}-linux-{target.machine}"
    shutil.rmtree(bundle, ignore_errors=True)
    assemble(bundle, interpreter, wheels, sources, version, target.machine)
    tree.strip_names(bundle, target.machine)
    tree.compile_all(bundle, _runnable(here, sources, work), ("lib", "packages", "app"))
    inventory.write_sums(bundle)
    tree.settle(bundle, moment)
    refuse_newer(bundle, target)
    refuse_unfit(bundle)
    return bundle


def assemble(bundle: Path, interpreter: Path, wheels: list[Wheel], sources: Path, version: str, machine: str) -> None:
    """Everything but byte code and sums."""
    bundle.mkdir(parents=True)
    shutil.copyfile(interpreter, bundle / "workstation")
    library = bundle / "lib" / "python3.11"
    tree.add_library(sources, library)
    (library / _VARIABLES.format(machine)).write_text(f"build_time_vars = {{'TZPATH': {TIME_ZONES!r}}}\n", "utf-8")
    tree.add_program(bundle / "app")
    tree.add_wheels(wheels, bundle / "packages")
    (bundle / "VERSION").write_text(version + "\n", "utf-8")
    for guide in sorted((ROOT / "docs").glob("install.*.md")):
        shutil.copyfile(guide, bundle / guide.name)
    shutil.copyfile(ROOT / "CHANGELOG.md", bundle / "CHANGELOG.md")
    names = fetching.read_toml("sources.toml")
    inventory.write_inventory(bundle, wheels, names, version)
    inventory.copy_source_licences(sources, bundle, names)
    tree.refuse_unwanted(
        [file.relative_to(bundle).as_posix() for file in bundle.rglob("*")], fetching.read_toml("parts.toml")["qt"]
    )


def compile_here(bundle: Path, work: Path, folders: tuple[str, ...]) -> None:
    """Byte code for another system: that of one version of Python is the same everywhere."""
    sources = work / "sources"
    fetching.fetch_sources(sources)
    tree.compile_all(bundle, _runnable(_interpreter(X86, sources, work), sources, work), folders)


def _runnable(interpreter: Path, sources: Path, work: Path) -> Path:
    """An interpreter of this machine beside its library: compiles the byte code, and helps to build for other machines."""
    room = work / "compiler"
    shutil.rmtree(room, ignore_errors=True)
    tree.add_library(sources, room / "lib" / "python3.11")
    shutil.copyfile(interpreter, room / "workstation")
    (room / "workstation").chmod(0o755)
    (room / "python3").symlink_to("workstation")
    return room / "python3"


def refuse_newer(bundle: Path, target: Target) -> None:
    """Every ELF file is of the target's machine and asks for no later glibc than its floor. Raises `Unavailable`."""
    wrong = []
    for file in elf_files(bundle):
        asked = asked_by(file.read_bytes())
        if asked.machine != target.machine or asked.highest.get("GLIBC", ()) > (2, target.glibc):
            wrong.append(f"{file.relative_to(bundle)}: {asked.machine}, {asked.highest}")
    if wrong:
        raise Unavailable("beyond the floor: " + "; ".join(wrong))


def refuse_unfit(bundle: Path) -> None:
    """Everything unpacks on a stick with FAT or exFAT: no links, no names that differ by case alone or hold what is none there.
    Raises `Unavailable`.
    """
    seen: set[str] = set()
    for path in sorted(bundle.rglob("*")):
        name = path.relative_to(bundle).as_posix()
        if path.is_symlink() or name.casefold() in seen or _NONE_ON_STICKS.search(name):
            raise Unavailable(f"{name} does not unpack on a stick with FAT")
        seen.add(name.casefold())


def refuse_larger(bundle: Path, archive: Path) -> None:
    """Archive and folder fit what was promised to desks. Raises `Unavailable`."""
    installed = sum(file.stat().st_size for file in bundle.rglob("*") if file.is_file() and not file.is_symlink())
    for name, size, most in (
        (archive.name, archive.stat().st_size, MOST_PACKED),
        (bundle.name, installed, MOST_INSTALLED),
    ):
        if size > most:
            raise Unavailable(f"{name}: {size / 1e6:.1f} MB, more than the {most / 1e6:.0f} MB that it may have")


def control(target: Target, version: str) -> str:
    """What the package says of itself."""
    needed = [f"{name} | {ALSO[name]}" if name in ALSO else name for name in dict.fromkeys(LIBRARIES.values())]
    needs = ", ".join([f"libc6 (>= 2.{target.glibc})", *needed])
    return (
        f"Package: concord\nVersion: {version}\nArchitecture: {target.debian}\n"
        "Maintainer: Concord <concord@localhost>\nSection: misc\nPriority: optional\n"
        f"Depends: {needs}\nSuggests: libcups2 | libcups2t64\n"
        "Description: desk for negotiating overdue bank debt, without a network\n"
        " Concord keeps cases, evidence, plans and papers of a debt negotiation on this computer, encrypted.\n"
        " It brings its own Python and Qt; desks of users are never touched by this package.\n"
    )


def _desktop(work: Path) -> Path:
    """What goes below /usr: the command, the menu entry, the icon, the kind of file."""
    folder = work / "usr"
    shutil.rmtree(folder, ignore_errors=True)
    places = {
        "concord.desktop": "share/applications",
        "concord.svg": "share/icons/hicolor/scalable/apps",
        "concord.xml": "share/mime/packages",
        "copyright": "share/doc/concord",
    }
    for name, place in places.items():
        (folder / place).mkdir(parents=True, exist_ok=True)
        shutil.copyfile(HERE / "desktop" / name, folder / place / name)
    (folder / "bin").mkdir()
    (folder / "bin" / "workstation").symlink_to("/usr/lib/concord/workstation")
    return folder


def _interpreter(target: Target, sources: Path, work: Path) -> Path:
    """The executable, built once for what it is made of."""
    made_of = [HERE / "sources.toml", HERE / "zig.lock", *_files(HERE / "interpreter")]
    stamp = hashlib.sha256(b"".join(file.read_bytes() for file in made_of)).hexdigest()[:16]
    room = work / f"interpreter-{target.machine}-{stamp}"
    built = room / "workstation"
    if built.is_file():
        return built
    environment = dict(os.environ, PYTHON=str(fetching.zig_python(work)), SOURCE_DATE_EPOCH="0")
    if target.machine != platform.machine():
        environment |= {
            "BUILD_PYTHON": str(_runnable(_interpreter(X86, sources, work), sources, work)),
            "READELF": shutil.which("readelf") or "",
        }
    words = [
        "sh",
        str(HERE / "interpreter" / "build.sh"),
        target.machine,
        COMPILED_FOR,
        str(sources),
        str(room / "work"),
        str(room),
    ]
    with (work / f"build-{target.machine}.log").open("wb") as log:
        done = subprocess.run(words, env=environment, stdout=log, stderr=subprocess.STDOUT, check=False)
    if done.returncode:
        raise Unavailable(f"the interpreter was not built; see {log.name}")
    try:
        refuse_own_places(built, (sources, room))
    except Unavailable:
        built.unlink()
        raise
    return built


def refuse_own_places(file: Path, folders: tuple[Path, ...]) -> None:
    """No name of a folder of this machine is in a built file: it would be another file elsewhere. Raises `Unavailable`."""
    data = file.read_bytes()
    if told := [folder for folder in folders if os.fsencode(folder) in data]:
        raise Unavailable(f"{file.name} holds the name of {told[0]}")


def _files(folder: Path) -> Iterator[Path]:
    return (file for file in sorted(folder.iterdir()) if file.is_file())
