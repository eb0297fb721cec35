"""A day of the program, traced: it writes where it was told to and nowhere else, and opens no connection."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.source_tree import ROOT
from tests.tools import needs
from tools.bundle.tracing import strays, trace

_CHOSEN = Path("/desk")


@pytest.mark.parametrize(
    "call",
    [
        '7 openat(AT_FDCWD</x>, "/etc/a", O_WRONLY|O_CREAT, 0600) = 3</etc/a>',
        '7 openat(AT_FDCWD</x>, "a", O_RDWR) = 3</x/a>',
        '7 openat(AT_FDCWD</x>, "/desk/../a", O_RDONLY|O_TRUNC) = 3',
        '7 openat(5</desk2>, "a", O_WRONLY <unfinished ...>',
        '7 openat(AT_FDCWD</x>, "/tmp", O_RDWR|O_TMPFILE, 0600) = 3',
        '7 mkdir("/desk-\\346\\241\\210", 0700) = 0',
        '7 mkdir("a", 0700) = 0',
        '7 mkdir("/other", 0700) = -1 EACCES (Permission denied)',
        '7 rename("/desk/a", "/other/a") = 0',
        '7 rename("/other/a", "/desk/a") = 0',
        '7 linkat(AT_FDCWD</x>, "/desk/a", AT_FDCWD</x>, "b", 0) = 0',
        '7 symlink("/desk/a", "/other") = 0',
        '7 unlinkat(3</other>, "a", 0) = 0',
        '7 utimensat(AT_FDCWD</x>, "/other", NULL, 0) = 0',
        '7 fchmodat(AT_FDCWD</x>, "/other", 0600) = 0',
        "7 socket(AF_INET, SOCK_STREAM|SOCK_CLOEXEC, IPPROTO_TCP) = 3",
        "7 socket(AF_NETLINK, SOCK_RAW, NETLINK_ROUTE) = 3",
    ],
)
def test_a_write_elsewhere_and_a_connection_are_told(call) -> None:
    assert strays([call], [_CHOSEN]) == [call]


@pytest.mark.parametrize(
    "call",
    [
        '7 openat(AT_FDCWD</x>, "/etc/a", O_RDONLY|O_CLOEXEC) = 3</etc/a>',
        '7 openat(AT_FDCWD</x>, "/dev/null", O_RDWR) = 3',
        '7 openat(AT_FDCWD</desk>, "a", O_WRONLY|O_CREAT, 0600) = 3',
        '7 mkdir("/desk/\\346\\241\\210", 0700) = 0',
        '7 mkdir("/other", 0700) = -1 EEXIST (File exists)',
        '7 openat(AT_FDCWD</x>, "/dev/null/a", O_RDWR|O_CREAT, 0600) = -1 ENOTDIR (Not a directory)',
        '7 link("/other/a", "/desk/a") = 0',
        '7 newfstatat(AT_FDCWD</x>, "/other", {st_mode=S_IFREG|0644}, 0) = 0',
        "7 socket(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC, 0) = 3",
    ],
)
def test_reading_and_the_chosen_folder_are_not(call) -> None:
    assert strays([call], [_CHOSEN]) == []


def _elsewhere(tmp_path, words: list[str], told: list[Path]) -> list[str]:
    """What a run writes elsewhere than in ``told``, and what it leaves in the person's own folder."""
    settings, home = tmp_path / "stick", tmp_path / "home"
    home.mkdir()
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", HOME=str(home), XDG_DATA_HOME=str(settings))
    environment |= {"PYTHONDONTWRITEBYTECODE": "1", "TMPDIR": str(home)}
    environment["CUPS_SERVER"] = (
        "/run/cups/cups.sock"  # else where printers are asked for, on this machine, by a connection to it
    )
    environment.pop("XDG_CONFIG_HOME", None)
    calls = trace([sys.executable, "-m", *words], tmp_path / "calls.txt", ROOT, environment)
    assert any(str(told[-1]) in call for call in strays(calls, told[:-1]))
    return [*strays(calls, told), *(str(file) for file in home.rglob("*"))]


def test_a_day_writes_only_where_it_was_told_to(tmp_path) -> None:
    needs("strace")
    told = [tmp_path / "案卷 out", tmp_path / "stick"]
    assert _elsewhere(tmp_path, ["workstation", "demo", str(told[0])], told) == []


def test_a_day_at_the_window_writes_only_where_it_was_told_to(tmp_path) -> None:
    """A desk is made, every place looked at, a file and a folder asked for, the desk locked and opened again."""
    needs("strace")
    told = [tmp_path / "案卷 desk", tmp_path / "stick"]
    assert _elsewhere(tmp_path, ["tests.bundle.window_day", *map(str, told)], told) == []
