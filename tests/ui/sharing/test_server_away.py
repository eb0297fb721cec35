"""While the server of a desk is away, pages keep what they show; what was written meanwhile is on them once it answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from tests.store.server.wire import Wire
from tests.ui.driver import Driver
from tests.ui.sharing.conftest import CLOCK, PASSPHRASE, seated
from ui.shell.case_pages import PAGES
from ui.shell.main_window import MainWindow
from ui.shell.workbench import Workbench
from workstation.actions import cases
from workstation.actions.opening import open_desk
from workstation.errors import ServerAway
from workstation.store.changes import everything

Seats = tuple[Path, Path, Wire]
OUTER = ("today", "banks", "print_queue", "settings", "registers", "rules", "imports", "due_days", "grants", "cases")
OF_CASE = ("contacts", "timeline", "hand_over")


@pytest.fixture
def driver(qtbot, window: MainWindow, answers, seats: Seats) -> Driver:
    """The window at the office with every page made, the list open."""
    made = seated(Driver(qtbot, window, answers), seats[0])
    made.command("cases")
    (line,) = made.workbench.cases.table.content.rows
    made.workbench.open_case(line.case_id)
    for page in PAGES:
        made.page(page)
    for name in OF_CASE:
        made.workbench.open_of_case(name)
    for name in OUTER:
        made.workbench.open_page(name)
    for name in made.workbench.settings.sections.tabs:
        made.workbench.settings.sections.open(name)
    QApplication.processEvents()
    return made


def goes(seats: Seats) -> None:
    """The server goes away."""
    seats[2].down = True
    seats[2].cut()


def comes(driver: Driver, seats: Seats) -> None:
    """The server is there again, and the window has seen it."""
    seats[2].down = False
    watch = driver.workbench.server_watch
    assert watch is not None

    def seen() -> bool:
        watch.look()
        return not watch.lost

    watch.look()
    driver.qtbot.waitUntil(seen, timeout=5_000)


def unasked(driver: Driver) -> dict[str, Callable[[], None]]:
    """All that reads again though nobody asks."""
    session = driver.window.session
    assert session is not None
    workbench: Workbench = driver.workbench

    def timers() -> None:
        for timer in (*workbench.findChildren(QTimer), *session.findChildren(QTimer)):
            timer.timeout.emit()

    return {
        "news": lambda: session.changed.emit(everything(None)),
        "another day": session.day_changed.emit,
        "timers": timers,
        "looked at again": session.look,
    }


def test_nobody_is_told_twice_and_nothing_shown_goes(qtbot, driver: Driver, seats: Seats) -> None:
    """Whatever is shown when the server goes, one after the other in one window."""
    workbench = driver.workbench
    case_id = workbench.case.file.case.id
    for shown in ("cases", "case", "settings", "registers", "contacts", "banks"):
        driver.workbench.open_case(case_id) if shown == "case" else workbench.open_page(shown)
        goes(seats)
        with qtbot.captureExceptions() as raised:
            for what, work in unasked(driver).items():
                work()
                QApplication.processEvents()
                assert not raised, (shown, what)
        assert driver.window.session is not None
        assert driver.window.session.desk.store.is_lost, shown
        assert not workbench.banner.isHidden(), shown
        assert len(workbench.cases.table.content.rows) == 1, shown
        assert workbench.cases.count.text().startswith("✕"), shown
        assert workbench.case.file.case.id == case_id, shown
        assert driver.window._toast.isHidden(), shown  # not that the case was removed, for instance
        comes(driver, seats)
        driver.qtbot.waitUntil(lambda: "✕" not in workbench.cases.count.text(), timeout=5_000)
        driver.window._toast.drop()  # that it answers again


def test_a_place_that_cannot_be_read_is_not_marked_as_open(qtbot, window: MainWindow, answers, seats: Seats) -> None:
    driver = seated(Driver(qtbot, window, answers), seats[0])
    workbench = driver.workbench
    sidebar = workbench.sidebar
    goes(seats)
    with qtbot.captureExceptions() as raised:
        driver.click(sidebar.banks)
    assert [kind for kind, _, _ in raised] == [ServerAway]  # told at the bottom of the window (`ui.crash`)
    assert workbench.shown is workbench.today
    assert [sidebar.today.isChecked(), sidebar.banks.isChecked()] == [True, False]
    comes(driver, seats)
    driver.click(sidebar.banks)
    assert [sidebar.today.isChecked(), sidebar.banks.isChecked()] == [False, True]


def test_what_others_wrote_meanwhile_is_shown_afterwards(driver: Driver, seats: Seats) -> None:
    other = open_desk(seats[1], PASSPHRASE, CLOCK)
    case_id = driver.workbench.case.file.case.id
    assert driver.window.session is not None
    driver.workbench.open_page("cases")
    driver.window.session.look()
    goes(seats)
    driver.workbench.cases.reload()
    debtor = cases.load_case(other, case_id).debtor
    other.run(cases.new_case, "苏轼")
    other.run(cases.save_debtor, case_id, replace(debtor, name="欧阳永叔"), debtor)
    assert [line.name for line in driver.workbench.cases.table.content.rows] == ["欧阳修"]
    comes(driver, seats)
    driver.qtbot.waitUntil(
        lambda: sorted(line.name for line in driver.workbench.cases.table.content.rows) == ["欧阳永叔", "苏轼"],
        timeout=5_000,
    )
    assert driver.workbench.case.file.debtor.name == "欧阳永叔"
    assert not driver.workbench.cases.count.text().startswith("✕")
    other.close()


def test_news_that_could_not_be_read_are_read_once_it_answers(driver: Driver, seats: Seats) -> None:
    driver.workbench.open_page("cases")
    assert driver.window.session is not None
    driver.window.session.changed.emit(everything(None))  # heard, and read a moment later
    goes(seats)
    driver.qtbot.waitUntil(lambda: driver.workbench.cases.count.text().startswith("✕"), timeout=5_000)
    comes(driver, seats)
    driver.qtbot.waitUntil(lambda: "✕" not in driver.workbench.cases.count.text(), timeout=5_000)
