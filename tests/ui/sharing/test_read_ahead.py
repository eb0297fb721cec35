"""At a server desk what lists need of every case is read beside the window; a search typed meanwhile waits for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.store.server.wire import Wire
from tests.ui.driver import Driver
from tests.ui.pages.application.test_papers import Later
from tests.ui.sharing.conftest import CLOCK, PASSPHRASE, seated
from ui.pages.cases.columns import SORTS
from ui.pages.cases.page import CasesPage
from ui.shell.main_window import MainWindow
from workstation.actions import cases
from workstation.actions.opening import open_desk
from workstation.store.server.listing.lists import ServerLists

Seats = tuple[Path, Path, Wire]


@pytest.fixture
def later(window: MainWindow) -> Later:
    made = Later()
    window.context = replace(window.context, background=made)
    return made


@pytest.fixture
def page(qtbot, window: MainWindow, answers, seats: Seats, later: Later) -> Iterator[CasesPage]:
    """The list of two cases, of every one of which nothing is read yet."""
    other = open_desk(seats[1], PASSPHRASE, CLOCK)
    other.run(cases.new_case, "苏轼")
    other.close()
    driver = Driver(qtbot, window, answers)
    assert window.entry is not None
    driver = seated(driver, seats[0])
    driver.workbench.open_page("cases")
    yield driver.workbench.cases


def read(page: CasesPage, later: Later) -> None:
    """All that waits in the background is done."""
    while later.waiting:
        later.go()


def names(page: CasesPage) -> list[str]:
    return [line.name for line in page.table.content.rows]


def test_a_list_that_the_server_sorts_is_there_at_once(page: CasesPage) -> None:
    assert page._session.reading_ahead
    assert names(page) == ["苏轼", "欧阳修"]


def test_what_is_typed_meanwhile_is_found_afterwards(qtbot, page: CasesPage, later: Later) -> None:
    page.search.setFocus()
    page.search.setText("苏")
    qtbot.waitUntil(lambda: names(page) == [])
    assert page.count.text() in ("正在读取…", "Reading…")
    QTest.keyClick(page.search, Qt.Key.Key_Return)
    assert not page.isHidden()  # and no case of another list was opened
    read(page, later)
    assert names(page) == ["苏轼"]


def test_another_order_waits_as_well(page: CasesPage, later: Later) -> None:
    page.table.sortByColumn(SORTS.index("owed"), Qt.SortOrder.AscendingOrder)
    assert names(page) == []
    read(page, later)
    assert sorted(names(page)) == sorted(["苏轼", "欧阳修"])


def test_nothing_of_every_case_is_read_by_the_window(
    qtbot, page: CasesPage, later: Later, monkeypatch: pytest.MonkeyPatch
) -> None:
    pieces: list[int] = []
    through = ServerLists._read_since

    def since(lists: ServerLists, revision: int) -> None:
        pieces.append(revision)
        through(lists, revision)

    monkeypatch.setattr(ServerLists, "_read_since", since)
    read(page, later)
    assert pieces == [-1]  # by the reading aside
    page.search.setText("欧阳")
    qtbot.waitUntil(lambda: names(page) == ["欧阳修"])
    assert pieces == [-1]


def test_where_it_cannot_be_read_ahead_it_is_read_when_asked_for(
    qtbot, page: CasesPage, later: Later, seats: Seats
) -> None:
    page.search.setText("苏")
    qtbot.waitUntil(lambda: names(page) == [])
    wire = seats[2]
    wire.down = True
    read(page, later)
    assert not page._session.reading_ahead
    assert names(page) == ["苏轼"]
