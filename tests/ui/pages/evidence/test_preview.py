"""Proofs are looked at by mouse and by keys: turned (and kept so), enlarged, paged through; numbers on copies are covered."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QToolButton

from tests.ui.pages.evidence.test_evidence import DIAGNOSIS, page, receive  # noqa: F401 - a fixture
from ui.look.theme import load_theme
from ui.widgets.image_view import ImageView
from ui.widgets.room.reading_order import step, stops
from workstation.actions.evidence import items

pytestmark = pytest.mark.styled

RED, BLUE = QColor(200, 0, 0), QColor(0, 0, 200)


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """Red on the left, blue on the right, 80 by 40."""
    image = Image.new("RGB", (80, 40), (200, 0, 0))
    image.paste((0, 0, 200), (40, 0, 80, 40))
    file = tmp_path / "照片.png"
    image.save(file)
    return file


@pytest.fixture
def fax(tmp_path: Path) -> Path:
    file = tmp_path / "三页.tiff"
    first, *others = (Image.new("RGB", (60, 90), (shade, shade, shade)) for shade in (10, 120, 240))
    first.save(file, save_all=True, append_images=others)
    return file


def test_a_picture_is_turned_by_keys_and_stays_so(driver, page, photo) -> None:  # noqa: F811
    receive(driver, page, photo)
    picture = page.preview.picture
    before = driver.window.session.read(items.item_bytes, page.checklist.line.items[0].id)
    picture.setFocus()
    driver.press(Qt.Key.Key_R)
    assert (picture.shown.width(), picture.shown.height()) == (40, 80)
    assert picture.shown.pixelColor(20, 10) == RED
    driver.press(Qt.Key.Key_R, Qt.KeyboardModifier.ShiftModifier)
    driver.press(Qt.Key.Key_R, Qt.KeyboardModifier.ShiftModifier)
    assert picture.shown.pixelColor(20, 10) == BLUE
    page.checklist.choose("id_card")
    page.checklist.choose("diagnosis")
    assert picture.quarters == 3
    item = page.checklist.line.items[0]
    assert driver.window.session.read(items.item_bytes, item.id) == before == photo.read_bytes()
    driver.click(picture.turn_right)
    assert driver.window.session.read(items.item_turn, item.id) == 0


def test_it_is_enlarged_and_fitted_by_keys(driver, page, photo) -> None:  # noqa: F811
    receive(driver, page, photo)
    picture = page.preview.picture
    picture.setFocus()
    wide = picture._sheet.pixmap().width()
    driver.press(Qt.Key.Key_Plus)
    assert picture._sheet.pixmap().width() > wide
    driver.press(Qt.Key.Key_Minus)
    driver.press(Qt.Key.Key_Minus)
    assert picture._sheet.pixmap().width() == wide
    driver.press(Qt.Key.Key_Plus)
    driver.press(Qt.Key.Key_0)
    assert picture._sheet.pixmap().width() == wide


def test_a_fax_of_several_pages_is_leafed_through(driver, page, fax) -> None:  # noqa: F811
    receive(driver, page, fax)
    picture = page.preview.picture
    picture.setFocus()
    assert "1 / 3" in picture.page_number.text()
    for _ in range(4):
        driver.press(Qt.Key.Key_PageDown)
    assert "3 / 3" in picture.page_number.text()
    assert picture.shown.pixelColor(5, 5).red() == 240
    driver.click(picture.back)
    assert picture.shown.pixelColor(5, 5).red() == 120


def test_a_pdf_is_enlarged_and_fitted_by_keys(driver, page) -> None:  # noqa: F811
    receive(driver, page)
    pages = page.preview.pages
    pages.area.setFocus()
    fitting = pages.scale
    driver.press(Qt.Key.Key_Plus)
    driver.press(Qt.Key.Key_Plus)
    larger = pages.scale
    driver.press(Qt.Key.Key_Minus)
    assert fitting < pages.scale < larger
    driver.press(Qt.Key.Key_0)
    assert pages.fitted and pages.scale == fitting


def test_tab_comes_by_every_button_of_a_picture(qtbot) -> None:
    """They were reached by letters alone."""
    view = ImageView(load_theme("light"))
    qtbot.addWidget(view)
    view.resize(400, 300)
    view.show()
    reached = list(stops(view))
    assert reached[0] is view
    assert {one.accessibleName() for one in reached} >= {
        one.accessibleName() for one in view.findChildren(QToolButton) if one.isVisible() and one.isEnabled()
    }
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    assert step(view, on=True) and QApplication.focusWidget() is reached[1]
    assert step(view, on=True) and QApplication.focusWidget() is reached[2]
