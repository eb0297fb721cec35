"""The guided tour points at true parts of the window, one at a time; keys turn it, Esc ends it, and nothing is changed by it."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.driver import Driver
from ui.shell.offers import offer_help
from ui.tour.walk import Walk
from workstation import __version__
from workstation.actions import cases


def begun(driver: Driver) -> Walk:
    driver.command("tour")
    (walk,) = driver.workbench.findChildren(Walk)
    driver.qtbot.wait(20)
    return walk


@pytest.fixture
def walk(driver: Driver, desk) -> Walk:
    desk.run(cases.new_case, "欧阳")
    return begun(driver)


def test_every_stop_points_at_a_part_in_sight_and_its_card_lies_beside_it(driver, walk, desk) -> None:
    before = desk.store.counters.revision
    titles = []
    for at in range(len(walk.stops)):
        titles.append(walk.mark.title.text())
        light, card = walk.mark.shade.light, walk.mark.geometry()
        assert walk.mark.isVisible() and walk.mark.next_button.hasFocus(), titles[-1]
        assert light.width() > 40 and light.height() > 16, titles[-1]
        assert driver.workbench.rect().contains(card)
        if light.height() < driver.workbench.height() // 2:
            assert not card.intersects(light), titles[-1]
        QTest.keyClick(walk.mark.next_button, Qt.Key.Key_Right if at % 2 else Qt.Key.Key_Return)
        driver.qtbot.wait(20)
    assert len(set(titles)) == len(titles) == 11
    assert not driver.workbench.findChildren(Walk) and desk.store.counters.revision == before
    assert driver.window.context.preferences.tour_seen


def test_escape_ends_it_and_it_can_be_taken_again(driver, walk) -> None:
    QTest.keyClick(walk.mark.next_button, Qt.Key.Key_Right)
    QTest.keyClick(walk.mark.next_button, Qt.Key.Key_Left)
    assert walk.mark.title.text() == walk.stops[0].title
    driver.command("new_case")
    assert driver.workbench.shown is driver.workbench.today  # commands wait until it is over
    QTest.keyClick(walk.mark.next_button, Qt.Key.Key_Escape)
    driver.qtbot.wait(20)
    assert not driver.workbench.findChildren(Walk)
    driver.command("new_case")
    assert driver.workbench.shown is driver.workbench.cases
    begun(driver)


def test_a_desk_without_cases_shows_what_can_be_seen_without(driver) -> None:
    assert [stop.page for stop in begun(driver).stops] == ["today", "cases", "today"]


def test_the_desk_can_be_locked_on_the_way(driver, walk) -> None:
    driver.command("lock")
    driver.qtbot.wait(20)
    assert driver.window.workbench is None


def test_help_is_offered_once(driver) -> None:
    preferences, toast = driver.window.context.preferences, driver.window._toast
    shown: list[str] = []
    run = partial(offer_help, driver.workbench, driver.window.context, shown.append)
    preferences.tour_seen, preferences.news_seen = False, ""
    run(sample=True)
    driver.click(toast.undo)
    assert shown == ["tour"] and preferences.news_seen == __version__
    begun(driver).mark.put_away()
    run(sample=True)
    assert not toast.isVisible()
    preferences.news_seen = "0.0.1"
    run(sample=False)
    driver.click(toast.undo)
    run(sample=False)
    assert shown == ["tour", "news"] and not toast.isVisible()


def test_what_is_new_is_a_chapter_of_the_guide(driver) -> None:
    driver.command("news")
    assert "0.1.0" in driver.workbench.shown.text.toPlainText()
