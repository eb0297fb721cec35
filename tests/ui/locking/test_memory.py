"""After the lock neither key nor passphrase is left in the memory of the process, nor what the person looked at."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.builders import SETTINGS
from ui.preferences import Preferences
from workstation.actions.demo.sample_desk import work_sample_case
from workstation.actions.making import create_desk
from workstation.conversation.contact import ContactEntry
from workstation.dates import SystemClock
from workstation.store import keys
from workstation.store.keys import Cost

PASSPHRASE = "Siebenschlaefer-am-Kanal-1887"
SENTINELS = [f"Zeugnis-{number:02}-Kranichfeder-{number * 7919}" for number in range(20)]
_TWO_BYTES = "utf-16-le"
_PIECE = 1 << 24
_STEM = 8
"""Bytes by which many of the texts begin alike: where those do not stand, none of them is looked for."""


def finds(pid: int, needles: Iterable[bytes]) -> dict[bytes, int]:
    """How often each text stands in the memory of a process."""
    found = dict.fromkeys(needles, 0)
    with Path(f"/proc/{pid}/maps").open() as maps, Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for line in maps:
            span, rights, *_ = line.split()
            of_a_file = "w" not in rights and "/" in line  # as it lies on the disk: nothing of ours is in there
            if "r" not in rights or of_a_file or line.rstrip().endswith(("[vvar]", "[vsyscall]", "[vvar_vclock]")):
                continue
            start, end = (int(one, 16) for one in span.split("-"))
            _count(memory, start, end, found)
    return found


def _count(memory, start: int, end: int, found: dict[bytes, int]) -> None:
    longest = max(map(len, found))
    stems: dict[bytes, list[bytes]] = {}
    for needle in found:
        stems.setdefault(needle[:_STEM], []).append(needle)
    for at in range(start, end, _PIECE):
        try:
            memory.seek(at)
            piece = memory.read(min(_PIECE + longest, end - at))
        except (OSError, ValueError, OverflowError):
            return
        for stem, needles in stems.items():
            if stem in piece:
                for needle in needles:
                    found[needle] += piece.count(needle)


def written(text: str) -> list[bytes]:
    return [text.encode(), text.encode(_TWO_BYTES)]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
def test_no_key_no_passphrase_and_no_text_outlives_the_lock(tmp_path: Path) -> None:
    if os.geteuid() != 0:
        pytest.skip("the process forbids to be looked into; only root may")
    folder, home = tmp_path / "desk", tmp_path / "data" / "concord"
    desk = create_desk(folder, PASSPHRASE, SETTINGS, SystemClock(), Cost(1024, 1, 1))
    case_id = work_sample_case(desk)
    for number, text in enumerate(SENTINELS):
        desk.store.add(ContactEntry(f"s{number}", case_id, SystemClock().now(), "x", note=text, result="promise"))
    desk.close()
    home.mkdir(parents=True)
    preferences = Preferences(home / "window.ini")
    preferences.folder, preferences.mode = str(folder), "light"
    preferences._settings.sync()
    secret = keys.open_keys(folder, PASSPHRASE)
    of_keys = [form for key in (secret.master, secret.database, secret.vault) for form in (key, key.hex().encode())]
    of_texts = [form for text in SENTINELS for form in written(text)]
    needles = [*of_keys, *written(PASSPHRASE), *of_texts]

    environment = {**os.environ, "XDG_DATA_HOME": str(tmp_path / "data"), "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("DBUS_SESSION_BUS_ADDRESS", None)
    with subprocess.Popen([sys.executable, "-m", "tests.ui.locking.worker"], env=environment, text=True,
                          stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child:  # fmt: skip
        assert child.stdin is not None
        assert child.stdout is not None
        try:
            child.stdin.write(json.dumps({"passphrase": PASSPHRASE, "case": case_id}) + "\n")
            child.stdin.flush()
            assert child.stdout.readline().strip() == "open"
            before = finds(child.pid, needles)
            assert all(before[key] for key in (secret.master, secret.database, secret.vault)), (
                "the scan sees what is there"
            )
            assert sum(before[one] for one in of_texts) >= len(SENTINELS)
            child.stdin.write("lock\n")
            child.stdin.flush()
            assert child.stdout.readline().strip() == "locked"
            after = finds(child.pid, needles)
        finally:
            child.kill()
    assert [one for one in needles if after[one]] == []
