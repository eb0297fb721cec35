"""What a run of the program touches, told by strace: writes outside the chosen folders, and sockets that lead off this machine."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

_CALL: Final = re.compile(r"^\d+\s+(\w+)\((.*)")
_PATH: Final = re.compile(r'(?:(?:AT_FDCWD|\d+)<([^>]*)>, )?"((?:[^"\\]|\\.)*)"')
_OPENS: Final = ("open", "openat", "openat2")
_WRITES: Final = re.compile(r"\bO_(?:WRONLY|RDWR|CREAT|TRUNC|APPEND|TMPFILE)\b")
_BOTH: Final = ("rename", "renameat", "renameat2")
_CHANGES: Final = frozenset(
    [
        "creat",
        "mkdir",
        "mkdirat",
        "mknod",
        "mknodat",
        "rmdir",
        "unlink",
        "unlinkat",
        "link",
        "linkat",
        "symlink",
        "symlinkat",
        "truncate",
        "chmod",
        "fchmodat",
        "fchmodat2",
        "chown",
        "lchown",
        "fchownat",
        "utime",
        "utimes",
        "futimesat",
        "utimensat",
        "setxattr",
        "lsetxattr",
        "removexattr",
        "lremovexattr",
    ]
)
_NOTHING_DONE: Final = re.compile(r"\) += -1 (?:EEXIST|ENOENT|ENOTDIR) ")
_HARMLESS: Final = ("/dev/null", "/dev/tty")
_OWN: Final = ("AF_UNIX", "AF_LOCAL")


def trace(
    words: list[str], into: Path, folder: Path, environment: Mapping[str, str], within: Iterable[str] = ()
) -> list[str]:
    """Run a command with all that it starts in ``folder``; answers what it asked of files and network, a call a line.

    Only those calls stop the program (strace 5.3 and later). ``within`` is a command that readies the place and is not traced.
    Raises CalledProcessError when it fails.
    """
    strace = [
        "strace",
        "-f",
        "--seccomp-bpf",
        "-qq",
        "-y",
        "-s",
        "4096",
        "-e",
        "trace=%file,%network",
        "-e",
        "signal=none",
    ]
    subprocess.run(
        [*within, *strace, "-o", str(into), "--", *words],
        cwd=folder,
        env=dict(environment),
        check=True,
        stdout=subprocess.DEVNULL,
    )
    return into.read_text("ascii").splitlines()


def strays(calls: Iterable[str], chosen: Iterable[Path]) -> list[str]:
    """The calls that write outside the ``chosen`` folders, tried ones too, and those that ask for a network."""
    folders = [os.path.realpath(one) for one in chosen]
    return [
        call for call in calls if _asks_for_network(call) or any(_outside(path, folders) for path in _written(call))
    ]


def _asks_for_network(call: str) -> bool:
    found = _CALL.match(call)
    return found is not None and found[1] in ("socket", "socketpair") and not found[2].startswith(_OWN)


def _written(call: str) -> Iterator[str]:
    found = _CALL.match(call)
    if not found or _NOTHING_DONE.search(call):
        return
    name, rest = found.groups()
    paths = [_plain(os.path.join(base, path)) for base, path in _PATH.findall(rest)]
    if name in _BOTH:
        yield from paths
    elif name in _CHANGES or (name in _OPENS and _WRITES.search(rest)):
        yield from paths[-1:]


def _plain(text: str) -> str:
    """A path as it is: strace writes every byte beyond ASCII as an octal number."""
    return text.encode("ascii").decode("unicode_escape").encode("latin-1").decode("utf-8", "surrogateescape")


def _outside(path: str, folders: list[str]) -> bool:
    if not os.path.isabs(path):
        return True
    real = os.path.join(os.path.realpath(os.path.dirname(path)), os.path.basename(path))
    return path not in _HARMLESS and not any(real == one or real.startswith(one + os.sep) for one in folders)
