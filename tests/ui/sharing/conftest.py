"""Two seats of one office on a server, the first by a wire that can be cut."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.builders import NOW
from tests.store.server.postgres import Postgres
from tests.store.server.wire import Wire
from tests.store.stored import CHEAP
from tests.ui.driver import Driver
from workstation.actions import cases
from workstation.actions.making import create_desk
from workstation.actions.server import moving
from workstation.casework.settings import DeskSettings
from workstation.dates import FixedClock
from workstation.store.keys import HEADER
from workstation.store.server.address import ServerAddress
from workstation.store.server.file import write_server

PASSPHRASE = "一盏灯照着两个人写字"
CLOCK = FixedClock(NOW)


@pytest.fixture
def seats(postgres: Postgres, tmp_path: Path) -> Iterator[tuple[Path, Path, Wire]]:
    """Two seats of one office; the first by a wire that can be cut."""
    office = postgres.new_office()
    desk = create_desk(tmp_path / "desk", PASSPHRASE, DeskSettings("样例工作台", "林协商"), CLOCK, CHEAP)
    keys = desk.keys
    assert keys is not None
    desk.run(cases.new_case, "欧阳修")
    address = office.address()
    word = office.passwords[address.login]
    moving.move_to_server(desk, address, word)
    wire, seat = Wire(postgres.port), tmp_path / "seat"
    seat.mkdir()
    far = ServerAddress("127.0.0.1", wire.port, address.database, address.login, address.office)
    write_server(seat, far, word, keys.vault)
    (seat / HEADER).write_bytes((tmp_path / "desk" / HEADER).read_bytes())
    yield seat, tmp_path / "desk", wire
    wire.close()


def unlocked(driver: Driver, folder: Path) -> Driver:
    """The passphrase of a desk typed at the door."""
    assert driver.window.entry is not None
    driver.window.entry.show_first(False)
    unlock = driver.window.entry.unlock
    driver.put(unlock.folder, str(folder))
    driver.put(unlock.passphrase, PASSPHRASE)
    driver.click(unlock.open_button)
    return driver


def seated(driver: Driver, seat: Path) -> Driver:
    """The window at an office, opened as a person opens it."""
    unlocked(driver, seat)
    driver.qtbot.waitUntil(lambda: driver.window.session is not None, timeout=10_000)
    return driver
