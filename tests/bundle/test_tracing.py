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
        '7 link("/other/a", "/desk/a") = 0',
        '7 newfstatat(AT_FDCWD</x>, "/other", {st_mode=S_IFREG|0644}, 0) = 0',
        "7 socket(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC, 0) = 3",
    ],
)
def test_reading_and_the_chosen_folder_are_not(call) -> None:
    assert strays([call], [_CHOSEN]) == []


def test_a_day_writes_only_where_it_was_told_to(tmp_path) -> None:
    needs("strace")
    out, settings, home = (tmp_path / name for name in ("案卷 out", "stick", "home"))
    home.mkdir()
    environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", HOME=str(home), XDG_DATA_HOME=str(settings))
    environment |= {"PYTHONDONTWRITEBYTECODE": "1", "TMPDIR": str(home)}
    words = [sys.executable, "-m", "workstation", "demo", str(out)]
    calls = trace(words, tmp_path / "calls.txt", ROOT, environment)
    assert strays(calls, [out, settings]) == []
    assert any(str(settings) in call for call in strays(calls, [out]))
    assert not any(home.iterdir())
