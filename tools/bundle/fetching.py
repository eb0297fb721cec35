"""What a bundle is made of is fetched by the ordinary clients, and taken only where its hash is locked."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parents[2]
HERE: Final = Path(__file__).resolve().parent
PYTHON: Final = "3.11"
_OLDER: Final = {17: "manylinux2014", 12: "manylinux2010", 5: "manylinux1"}


class Unavailable(Exception):
    """Something that a bundle needs is not to be had here; the text says what, and what to do."""


def read_toml(name: str) -> dict[str, Any]:
    """One of the lists beside this file."""
    return tomllib.loads((HERE / name).read_text("utf-8"))


def linux_tags(machine: str, minor: int) -> list[str]:
    """The platform tags of wheels that install on a glibc of 2.``minor``, the newest first."""
    names = [
        [f"manylinux_2_{number}", *([_OLDER[number]] if number in _OLDER else [])] for number in range(minor, 4, -1)
    ]
    return [f"{name}_{machine}" for group in names for name in group]


def fetch_wheels(tags: list[str], into: Path) -> list[Path]:
    """Every wheel of the lock for one system; pip refuses each whose hash is not locked."""
    into.mkdir(parents=True, exist_ok=True)
    words = [
        sys.executable,
        "-m",
        "pip",
        "--disable-pip-version-check",
        "download",
        "-q",
        "--no-deps",
        "--require-hashes",
    ]
    words += [
        "-r",
        str(_lock_for(tags, into.parent)),
        "--only-binary=:all:",
        "--implementation",
        "cp",
        "--python-version",
        PYTHON,
    ]
    words += [word for abi in ("cp311", "abi3", "none") for word in ("--abi", abi)]
    words += [word for tag in (*tags, "any") for word in ("--platform", tag)]
    _run([*words, "-d", str(into)])
    wheels = sorted(into.glob("*.whl"))
    if not wheels:
        raise Unavailable("pip brought no wheel")
    return wheels


def _lock_for(tags: list[str], work: Path) -> Path:
    """The lock without its markers: pip would answer them for the machine that builds, and a bundle brings its own time zones."""
    text = (ROOT / "requirements.lock").read_text("utf-8")
    lines = [f"{line.partition(' ; ')[0]} \\" if " ; " in line else line for line in text.splitlines()]
    target = work / f"{tags[0]}.lock"
    target.write_text("\n".join(lines) + "\n", "utf-8")
    return target


def fetch_sources(into: Path) -> None:
    """The source packages of the interpreter, unpacked and patched as Debian does. Needs apt-get and dpkg-source."""
    for tool in ("apt-get", "dpkg-source"):
        if subprocess.run(["sh", "-c", f"command -v {tool}"], capture_output=True, check=False).returncode:
            raise Unavailable(f"{tool} is not installed: the interpreter is built on Debian (apt-get install dpkg-dev)")
    into.mkdir(parents=True, exist_ok=True)
    settings = _apt_settings(into)
    packages = read_toml("sources.toml")
    if not all(_right(into / name, digest) for one in packages.values() for name, digest in one["files"].items()):
        _run(["apt-get", "-qq", *settings, "update"])
        named = [f"{name}={one['version']}" for name, one in packages.items()]
        _run(["apt-get", "-qq", *settings, "source", "--download-only", *named], cwd=into)
    for name, one in packages.items():
        for file, digest in one["files"].items():
            if not _right(into / file, digest):
                raise Unavailable(f"{file} of {name} is not what sources.toml names")
        folder = into / name
        if not folder.is_dir():
            _run(
                ["dpkg-source", "--no-check", "-x", f"{name}_{one['version'].rpartition(':')[2]}.dsc", str(folder)],
                cwd=into,
            )


def _apt_settings(into: Path) -> list[str]:
    """Lists of their own, so that the machine's stay as they are; the places are those that the machine knows, for sources too."""
    lists, cache = into / "apt-lists", into / "apt-cache"
    (lists / "partial").mkdir(parents=True, exist_ok=True)
    (cache / "archives" / "partial").mkdir(parents=True, exist_ok=True)
    places = into / "debian.sources"
    known = [Path("/etc/apt/sources.list.d/debian.sources"), Path("/etc/apt/sources.list")]
    found = next((one for one in known if one.is_file() and "deb" in one.read_text("utf-8")), None)
    if found is None:
        raise Unavailable("no list of Debian's places under /etc/apt")
    text = found.read_text("utf-8").replace("Types: deb\n", "Types: deb-src\n")
    if found.suffix != ".sources":
        places = places.with_suffix(".list")
        text = "\n".join("deb-src" + line[3:] for line in text.splitlines() if line.startswith("deb "))
    places.write_text(text, "utf-8")
    options = (
        f"Dir::Etc::sourcelist={places}",
        "Dir::Etc::sourceparts=/dev/null",
        f"Dir::State::Lists={lists}",
        f"Dir::Cache={cache}",
    )
    return [word for option in (*options, "APT::Sandbox::User=root") for word in ("-o", option)]


def zig_python(work: Path) -> Path:
    """A Python that knows the compiler, in an environment of its own."""
    python = work / "zig-python" / "bin" / "python"
    if not python.is_file():
        _run([sys.executable, "-m", "venv", str(python.parents[1])])
        _run(
            [
                str(python),
                "-m",
                "pip",
                "--disable-pip-version-check",
                "install",
                "-q",
                "--no-deps",
                "--require-hashes",
                "-r",
                str(HERE / "zig.lock"),
            ]
        )
    return python


def _right(file: Path, digest: str) -> bool:
    return file.is_file() and hashlib.sha256(file.read_bytes()).hexdigest() == digest


def _run(words: list[str], cwd: Path | None = None) -> None:
    environment = {name: value for name, value in os.environ.items() if name not in ("PIP_REQUIRE_VIRTUALENV",)}
    done = subprocess.run(words, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Unavailable(f"{words[0]} {' '.join(words[1:4])} …: {done.stderr.strip()[-1500:]}")
