"""``python -m tools.bundle.emulated``: the bundle for aarch64 of dist/work tried on this machine by qemu's user emulation.

Libraries of that kind of machine come from Debian, unpacked and not installed. A question is answered as by this source tree, and
the first window is painted. What an emulated processor cannot tell (speed, a real screen, a real desk) stays untried.
Needs root, debootstrap, dpkg-deb and qemu-aarch64-static (Debian: qemu-user-static).
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

from tools.bundle.fetching import ROOT
from tools.bundle.linux import ALSO, ARM
from tools.bundle.proof import SEEN
from tools.system_libraries import LIBRARIES
from workstation import __version__

SUITE: Final = "trixie"
"""The first Debian whose glibc the wheels of Qt for this machine are content with."""
_QUESTION: Final = {
    "principal": "50000.00", "interest": "1200.00", "penalty": "300.00", "fees": "0.00", "instalments": 60,
    "treatment": {"interest": "waive", "penalty": "waive"}, "interest_from": "2026-11-10", "first_due": "2026-12-10",
    "rate": {"annual": "0.18"},
}  # fmt: skip
_LIBRARIES: Final = (
    "import cryptography.hazmat.primitives.kdf.argon2, lxml.etree, pikepdf, PIL.Image, pi_heif\n"
    "import pypdfium2, python_calamine, zxingcpp\n"
    "from sqlcipher3 import dbapi2\n"
    "desk = dbapi2.connect(':memory:')\n"
    "desk.execute(\"pragma key = 'x'\")\n"
    "print(desk.execute('pragma cipher_version').fetchone()[0])"
)
"""Every library of a wheel loads, and the database encrypts."""


def main() -> int:
    """Try what can be tried; answers how much failed."""
    work = ROOT / "dist" / "work"
    bundle, system = work / f"concord-{__version__}-linux-{ARM.machine}", system_of(work)
    question = work / "question.json"
    question.write_text(json.dumps(_QUESTION), "utf-8")
    ours = subprocess.run(
        [sys.executable, "-m", "workstation", "calc", "schedule", str(question)],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    words = [str(bundle / "workstation"), "calc", "schedule", str(question)]
    answered = emulated(system, words)
    tried = {
        "the same answer": answered.stdout == ours.stdout.decode("utf-8"),
        "every library loads": not emulated(system, [str(bundle / "workstation"), "-c", _LIBRARIES]).returncode,
        "the first window is painted": _painted(system, bundle, work / "emulated"),
    }
    for name, holds in tried.items():
        print(f"{ARM.machine}, emulated: {name if holds else 'FAILED: not ' + name}", flush=True)
    return list(tried.values()).count(False)


def emulated(system: Path, words: list[str]) -> subprocess.CompletedProcess[str]:
    """Run one command of the other kind of machine; what it says of a failure goes to standard error."""
    environment = {
        "PATH": "/usr/bin:/bin",
        "LC_ALL": "C.UTF-8",
        "HOME": str(system / "tmp"),
        "QT_QPA_PLATFORM": "offscreen",
    }
    words = [f"qemu-{ARM.machine}-static", "-L", str(system), *words]
    return subprocess.run(words, env=environment, stdout=subprocess.PIPE, text=True, check=False)


def system_of(work: Path) -> Path:
    """The libraries of Debian for that machine, below ``work``, unpacked once."""
    system = work / f"system-{ARM.debian}-{SUITE}"
    if not (system / "unpacked").exists():
        shutil.rmtree(system, ignore_errors=True)
        wanted = ",".join(ALSO.get(name, name) for name in dict.fromkeys(LIBRARIES.values()))
        words = ["debootstrap", f"--arch={ARM.debian}", "--foreign", "--variant=minbase", f"--include={wanted}"]
        subprocess.run([*words, SUITE, str(system)], check=True, stdout=subprocess.DEVNULL)
        for package in sorted((system / "var" / "cache" / "apt" / "archives").glob("*.deb")):
            subprocess.run(["dpkg-deb", "-x", str(package), str(system)], check=True)
        (system / "unpacked").touch()
    return system


def _painted(system: Path, bundle: Path, room: Path) -> bool:
    shutil.rmtree(room, ignore_errors=True)
    (room / "settings").mkdir(parents=True)
    picture = room / "window.png"
    words = [str(bundle / "workstation"), "-c", SEEN, str(ROOT), str(room / "settings"), str(picture)]
    return not emulated(system, words).returncode and picture.stat().st_size > 0


if __name__ == "__main__":
    sys.exit(main())
