"""The window at a desk on a server: opened as any other; what another workstation does is seen, a lost connection is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.builders import NOW
from tests.store.server.postgres import running
from tests.store.server.wire import Wire
from tests.store.stored import CHEAP
from tests.ui.driver import Driver
from ui.shell.main_window import MainWindow
from workstation.actions import cases
from workstation.actions.making import create_desk
from workstation.actions.opening import open_desk
from workstation.actions.server import moving
from workstation.casework.settings import DeskSettings
from workstation.dates import FixedClock
from workstation.store.keys import HEADER
from workstation.store.server.address import ServerAddress
from workstation.store.server.file import write_server
from workstation.store.server.store import ServerStore

PASSPHRASE = "一盏灯照着两个人写字"
CLOCK = FixedClock(NOW)


@pytest.fixture
def seats(tmp_path: Path) -> Iterator[tuple[Path, Path, Wire]]:
    """Two seats of one office; the first by a wire that can be cut."""
    with running() as server:
        office = server.new_office()
        desk = create_desk(tmp_path / "desk", PASSPHRASE, DeskSettings("样例工作台", "林协商"), CLOCK, CHEAP)
        keys = desk.keys
        assert keys is not None
        desk.run(cases.new_case, "欧阳修")
        address = office.address()
        word = office.passwords[address.login]
        moving.move_to_server(desk, address, word)
        wire, seat = Wire(server.port), tmp_path / "seat"
        seat.mkdir()
        far = ServerAddress("127.0.0.1", wire.port, address.database, address.login, address.office)
        write_server(seat, far, word, keys.vault)
        (seat / HEADER).write_bytes((tmp_path / "desk" / HEADER).read_bytes())
        yield seat, tmp_path / "desk", wire
        wire.close()


def test_a_day_at_a_server(qtbot, window: MainWindow, answers, seats: tuple[Path, Path, Wire]) -> None:
    seat, other_seat, wire = seats
    driver = Driver(qtbot, window, answers)
    assert window.entry is not None
    window.entry.show_first(False)
    unlock = window.entry.unlock
    driver.put(unlock.folder, str(seat))
    driver.put(unlock.passphrase, PASSPHRASE)
    driver.click(unlock.open_button)
    qtbot.waitUntil(lambda: window.session is not None, timeout=10_000)
    desk = window.session.desk
    assert isinstance(desk.store, ServerStore)
    (line,) = desk.store.case_lines()
    driver.workbench.open_case(line.case_id)

    other = open_desk(other_seat, PASSPHRASE, CLOCK)
    assert [one.case_id for one in other.others] == [line.case_id]  # which case is open here is told there
    before = cases.load_case(other, line.case_id).debtor
    window.session.look()
    assert "Also open" in driver.workbench.sidebar.others.text() or "同时打开" in driver.workbench.sidebar.others.text()
    other.run(cases.new_case, "苏轼")
    qtbot.waitUntil(lambda: desk.look() or desk.store.case_count() == 2, timeout=5_000)

    page = driver.page("profile")
    driver.click(page.switches["person"])
    person = page.section("person")
    field = person.form.fields["employer"]
    wire.down = True
    wire.cut()
    window.session.look()  # the second of the clock on which nobody answers
    driver.put(field, "翰林院")
    window.session.drafts.flush()
    driver.click(person.save_button)
    assert field.editor.text() == "翰林院"  # nothing claims that it was saved, and nothing is lost
    assert cases.load_case(other, line.case_id).debtor == before
    wire.down = False
    window.session.look()
    driver.click(person.save_button)
    assert cases.load_case(other, line.case_id).debtor.employer == "翰林院"
    driver.workbench.open_page("cases")
    assert [one.case_id for one in other.others] == [""]
    other.close()
