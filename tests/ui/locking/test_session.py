"""The session's own lock and sleep lock the desk: a private bus plays the system's and the session's."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

QtDBus = pytest.importorskip("PySide6.QtDBus")

_CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:path={socket}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>"""
OURS, OTHERS = "/org/freedesktop/login1/session/_31", "/org/freedesktop/login1/session/_32"
_NUMBERS = iter(range(1_000_000))


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    daemon = shutil.which("dbus-daemon")
    if daemon is None:
        if os.environ.get("CI"):
            pytest.fail("dbus-daemon is missing")
        pytest.skip("dbus-daemon is not installed")
    socket = tmp_path / "bus"
    config = tmp_path / "bus.conf"
    config.write_text(_CONFIG.format(socket=socket), "utf-8")
    with subprocess.Popen([daemon, f"--config-file={config}", "--nofork", "--print-address"],
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as running:  # fmt: skip
        assert running.stdout is not None
        yield running.stdout.readline().strip()
        running.terminate()


def connection(address: str) -> Any:
    return QtDBus.QDBusConnection.connectToBus(address, f"test-{next(_NUMBERS)}")


def send(bus, path: str, interface: str, name: str, *said: object) -> None:
    message = QtDBus.QDBusMessage.createSignal(path, interface, name)
    message.setArguments(list(said))
    assert bus.send(message)


@pytest.fixture
def heard(address: str, qtbot) -> Iterator[tuple[object, list[str]]]:
    from ui.session_lock import SessionLock

    bus = connection(address)
    lock = SessionLock(bus, bus)
    times: list[str] = []
    lock.locked.connect(lambda: times.append("locked"))
    yield connection(address), times
    lock.deleteLater()


@pytest.mark.parametrize(
    ("path", "interface", "name", "said"),
    [
        (OURS, "org.freedesktop.login1.Session", "Lock", ()),
        ("/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep", (True,)),
        ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", (True,)),
        ("/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged", (True,)),
        ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver", "ActiveChanged", (True,)),
    ],
)
def test_what_locks(heard, qtbot, path: str, interface: str, name: str, said: tuple[object, ...]) -> None:
    speaker, times = heard
    send(speaker, path, interface, name, *said)
    qtbot.waitUntil(lambda: times == ["locked"], timeout=5000)


@pytest.mark.parametrize(
    ("path", "interface", "name"),
    [
        ("/org/freedesktop/login1", "org.freedesktop.login1.Manager", "PrepareForSleep"),
        ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver", "ActiveChanged"),
    ],
)
def test_waking_up_and_unlocking_lock_nothing(heard, qtbot, path: str, interface: str, name: str) -> None:
    speaker, times = heard
    send(speaker, path, interface, name, False)
    send(speaker, OURS, "org.freedesktop.login1.Session", "Lock")
    qtbot.waitUntil(lambda: bool(times), timeout=5000)
    assert times == ["locked"], "only the second of the two"


def test_a_bus_that_is_not_there_is_passed_over(qtbot, tmp_path: Path) -> None:
    from ui.session_lock import SessionLock

    nowhere = QtDBus.QDBusConnection.connectToBus(f"unix:path={tmp_path / 'none'}", f"test-{next(_NUMBERS)}")
    assert not nowhere.isConnected()
    SessionLock(nowhere, nowhere)
