"""``python -m tools.bundle.proof [SUITE …]``: the Linux bundle of dist/ used in bare Debian systems without a network.

First the bundle of the commit is built once more, elsewhere: its archives must be those of dist/, byte by byte. Every call of the
sample case is traced, from a folder that is read-only: nothing may be written elsewhere than was told. Qt's core is replaced by
another build, as the LGPL lets anybody do: window and papers must stay what they were.
Needs root, debootstrap and strace. What Debian is to bring is installed before the network is cut; then chroot_proof.sh runs
alone, and the papers of the sample case must be those of this source tree, byte by byte.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Final

from tools.bundle.again import build_again, differences, differing_parts
from tools.bundle.fetching import HERE, ROOT
from tools.bundle.replacing import ANOTHER, replace_library
from tools.bundle.tracing import strays, trace
from tools.system_libraries import LIBRARIES
from workstation import __version__

_SUITES: Final = ("bullseye", "bookworm", "trixie")
_BESIDE: Final = ("xvfb", "dbus", "x11-utils", "desktop-file-utils", "shared-mime-info")

SEEN: Final = """
import sys
from pathlib import Path
sys.path.append(sys.argv[1])  # behind the bundle's own
from bench.first_window import concord
from PySide6.QtCore import QLibraryInfo
app, window = concord(Path(sys.argv[2]))
window.show()
app.processEvents()
assert window.grab().save(sys.argv[3])
print(QLibraryInfo.build())
"""
"""Paints the first window: takes this tree, a folder for settings, the file of the picture; says what Qt says of its build."""


def main(suites: list[str]) -> int:
    """Prove the bundle traced, then in each suite; answers how many proofs failed."""
    failed = int(not _is_built_again())
    wanted = _papers_of_source()
    failed += int(not _keeps_to_its_folders(wanted)) + int(not _takes_another_library(wanted))
    for suite in suites or _SUITES:
        room = _bare_system(suite)
        out = room / "proof" / "out"
        done = _run_alone(room, out)
        same = all(_digests(out / kind) == wanted for kind in ("package", "archive")) if not done else False
        print(
            f"{suite}: {'installed, used and removed; same bytes as the source tree' if same else 'FAILED'}", flush=True
        )
        failed += not same
    return failed


def _keeps_to_its_folders(wanted: dict[str, str]) -> bool:
    """From a folder mounted read-only: the sample case, every call traced. Needs strace and unshare."""
    room = ROOT / "dist" / "work" / "traced"
    shutil.rmtree(room, ignore_errors=True)
    program, out, settings = room / "program", room / "案卷 out", room / "settings"
    _unpack(program)
    environment = {
        "HOME": "/root",
        "PATH": "/usr/bin:/bin",
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_DATA_HOME": str(settings),
    }
    fixed = 'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && exec "$@"'
    within = ["unshare", "--mount", "--net", "sh", "-c", fixed, str(program)]
    words = [str(program / "workstation"), "demo", str(out)]
    found = strays(trace(words, room / "calls.txt", room, environment, within), [out, settings])
    same = _digests(out) == wanted
    print(
        "\n".join(
            [
                "traced: " + (f"{len(found)} calls lead elsewhere" if found else "writes stay in the chosen folders"),
                *found,
            ]
        )
    )
    print(
        f"traced: {'same bytes as the source tree' if same else 'FAILED: other bytes than the source tree'}", flush=True
    )
    return same and not found


def _is_built_again() -> bool:
    """The same archives from a clone of the commit. What differs is named."""
    room = ROOT / "dist" / "work" / "again"
    found = differences(ROOT / "dist", build_again(room))
    name = f"concord-{__version__}-linux-x86_64"
    parts = differing_parts(ROOT / "dist" / "work" / name, room / "work" / name) if found else []
    print("built again: " + ("FAILED: " + ", ".join([*found, *parts]) if found else "the same archives"), flush=True)
    return not found


def _takes_another_library(wanted: dict[str, str]) -> bool:
    """The window is the same picture before and after, the papers are the same bytes, and the sums name what was replaced."""
    room = ROOT / "dist" / "work" / "replaced"
    shutil.rmtree(room, ignore_errors=True)
    program, out = room / "program", room / "out"
    _unpack(program)
    before, picture = _window_of(program, room / "before.png")
    file = replace_library(program / "packages")
    after, again = _window_of(program, room / "after.png")
    summed = subprocess.run(
        ["sha256sum", "--quiet", "-c", "SHA256SUMS"], cwd=program, capture_output=True, text=True, check=False
    )
    environment = {"HOME": str(room), "PATH": "/usr/bin:/bin", "QT_QPA_PLATFORM": "offscreen"}
    words = [str(program / "workstation"), "demo", str(out)]
    subprocess.run(words, env=environment, check=True, stdout=subprocess.DEVNULL)
    proofs = {
        "the other build runs": ANOTHER.decode() in after and ANOTHER.decode() not in before,
        "same window": picture == again,
        "same papers": _digests(out) == wanted,
        "the sums name it": [line.partition(":")[0] for line in summed.stdout.splitlines()]
        == [file.relative_to(program).as_posix()],
    }
    wrong = [name for name, holds in proofs.items() if not holds]
    print(f"replaced library: {'FAILED: not ' + ', '.join(wrong) if wrong else ', '.join(proofs)}", flush=True)
    return not wrong


def _window_of(program: Path, target: Path) -> tuple[str, bytes]:
    """What the bundle's Qt says of its build, and the first window as a picture, in which its folder is told."""
    settings = target.with_name("settings")
    shutil.rmtree(settings, ignore_errors=True)
    settings.mkdir()
    environment = {"HOME": str(settings), "PATH": "/usr/bin:/bin", "QT_QPA_PLATFORM": "offscreen"}
    words = [str(program / "workstation"), "-c", SEEN, str(ROOT), str(settings), str(target)]
    done = subprocess.run(words, env=environment, check=True, capture_output=True, text=True, cwd=settings)
    return done.stdout, target.read_bytes()


def _unpack(program: Path) -> None:
    program.mkdir(parents=True)
    archive = ROOT / "dist" / f"concord-{__version__}-linux-x86_64.tar.gz"
    subprocess.run(["tar", "-C", str(program), "--strip-components=1", "-xzf", str(archive)], check=True)


def _bare_system(suite: str) -> Path:
    room = ROOT / "dist" / "work" / f"bare-{suite}"
    if not (room / "usr" / "bin" / "Xvfb").exists():
        shutil.rmtree(room, ignore_errors=True)
        subprocess.run(["debootstrap", "--variant=minbase", suite, str(room)], check=True, stdout=subprocess.DEVNULL)
        words = " ".join([*dict.fromkeys(LIBRARIES.values()), *_BESIDE])
        install = f"apt-get -q update && apt-get -q -y install --no-install-recommends {words}"
        environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
        subprocess.run(
            ["chroot", str(room), "sh", "-c", install], check=True, stdout=subprocess.DEVNULL, env=environment
        )
    return room


def _run_alone(room: Path, out: Path) -> int:
    shutil.rmtree(room / "proof", ignore_errors=True)
    shutil.rmtree(room / "srv", ignore_errors=True)
    out.mkdir(parents=True)
    files = [
        ROOT / "dist" / f"concord_{__version__}_amd64.deb",
        ROOT / "dist" / f"concord-{__version__}-linux-x86_64.tar.gz",
    ]
    for file in (*files, HERE / "chroot_proof.sh"):
        shutil.copy(file, room / "proof" / file.name)
    inner = [f"/proof/{file.name}" for file in files]
    script = 'mount -t proc proc "$1/proc"; mount --bind /dev "$1/dev"; shift; exec "$@"'
    words = ["chroot", str(room), "sh", "/proof/chroot_proof.sh", *inner, "/proof/out"]
    alone = [
        "unshare",
        "--net",
        "--mount",
        "--pid",
        "--fork",
        "--kill-child",
        "sh",
        "-c",
        script,
        "sh",
        str(room),
        *words,
    ]
    return subprocess.run(alone, check=False).returncode


def _papers_of_source() -> dict[str, str]:
    out = ROOT / "dist" / "work" / "source-demo"
    shutil.rmtree(out, ignore_errors=True)
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen")
    words = [sys.executable, "-m", "workstation", "demo", str(out)]
    subprocess.run(words, cwd=ROOT, check=True, env=environment, stdout=subprocess.DEVNULL)
    return _digests(out)


def _digests(folder: Path) -> dict[str, str]:
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and file.relative_to(folder).parts[0] != "desk"
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
