"""The corners of a card are dragged in the place of the preview, or moved by keys; what was placed is kept and confirmed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.ui.driver import Driver
from tests.ui.staff import take_sample
from ui.pages.application.page import ApplicationPage
from ui.pages.application.sayings import PaperSayings
from workstation.casework.said.corners import UNCUT, read_corners


@pytest.fixture
def page(driver: Driver) -> ApplicationPage:
    driver.workbench.open_case(take_sample(driver.window.session.desk))
    return driver.page("application")


def opened(driver: Driver, page: ApplicationPage):
    page.list.choose("agreement")
    said = page.findChild(PaperSayings)
    assert not said.corners_button.isVisible()
    page.list.choose("id-copy")
    driver.click(said.corners_button)
    corners = page.stage.corners
    assert page.stage.currentWidget() is corners and corners.view.corners == UNCUT
    return corners


def drag(view, corner: int, to: tuple[int, int]) -> None:
    """A corner to a place of the picture, in hundredths of it."""
    start = view.spot(view.corners[corner])
    end = view.spot((to[0] * 100, to[1] * 100))
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view, end)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end)


def test_corners_are_dragged_and_kept(driver, page) -> None:
    sheet = opened(driver, page)
    drag(sheet.view, 0, (10, 12))
    drag(sheet.view, 2, (90, 85))
    driver.click(sheet.switches["back"])
    assert sheet.view.corners == UNCUT
    driver.click(sheet.keep)
    assert page.stage.currentWidget() is page.display.preview
    said = driver.case.file.said("id-copy", driver.case.file.banks[0])
    front = read_corners(said["front_corners"])
    assert front is not None
    for (x, y), wanted in zip(front, ((1_000, 1_200), (10_000, 0), (9_000, 8_500), (0, 10_000)), strict=True):
        assert abs(x - wanted[0]) < 60 and abs(y - wanted[1]) < 60
    assert read_corners(said["back_corners"]) == UNCUT and said["confirmed"] == "yes"


def test_by_the_keys_alone(driver, page) -> None:
    sheet = opened(driver, page)
    view = sheet.view
    QTest.keyClick(view, Qt.Key.Key_3)
    QTest.keyClick(view, Qt.Key.Key_Left)
    QTest.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(view, Qt.Key.Key_Right)
    QTest.keyClick(view, Qt.Key.Key_Right)  # never off the picture
    assert view.corners == ((0, 0), (10_000, 0), (10_000, 9_900), (0, 10_000))
    driver.click(sheet.edges)
    assert view.corners == UNCUT
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert page.stage.currentWidget() is page.display.preview
    assert "front_corners" not in driver.case.file.said("id-copy", driver.case.file.banks[0])


def test_corners_that_enclose_no_card_are_not_taken(driver, page) -> None:
    sheet = opened(driver, page)
    drag(sheet.view, 0, (95, 95))
    assert sheet.view.corners is None and not sheet.keep.isEnabled() and sheet.advice.text()
    QTest.mouseMove(sheet.view, QPoint(3, 3))
    assert sheet.view.corners is None, "nothing moves without a button"


def test_another_paper_or_privacy_brings_the_preview_back(driver, page) -> None:
    opened(driver, page)
    page.list.choose("agreement")
    assert page.stage.currentWidget() is page.display.preview
    sheet = opened(driver, page)
    driver.window.context.privacy.toggle()
    assert page.stage.currentWidget() is page.display.preview and not sheet.keep.isEnabled()
