"""Figures are confirmed on the pages of a proof: by Enter where the text says them, by a mark on a picture."""

from __future__ import annotations

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.documents.sample_case import letter
from tests.ui.driver import Driver
from tests.ui.pages.evidence.test_evidence import receive
from ui.pages.evidence.page import EvidencePage
from workstation.evidence.figure_source import FigureSource
from workstation.evidence.verification import Mask


@pytest.fixture
def page(driver: Driver) -> EvidencePage:
    driver.new_case("John Smith")
    talk = driver.page("conversation")
    driver.pick(talk.reason, "illness")
    driver.click(talk.requests["instalment_plan"])
    made = driver.page("evidence")
    made.checklist.choose("diagnosis")
    return made


def kept(page: EvidencePage) -> list[tuple[str, int, str, bool]]:
    return [(one.figure, one.page, one.how, one.withdrawn) for one in page.session.desk.store.find(FigureSource)]


def opened(driver: Driver, page: EvidencePage, path):
    receive(driver, page, path)
    driver.click(page.checklist.sources)
    assert page.stack.currentWidget() is page.sources
    return page.sources


def state(sheet, key: str) -> str:
    return next(sheet.figures._state(one) for one in sheet.table.content.rows if one.figure.key == key)


def test_what_the_text_says_is_confirmed_by_enter_alone(driver, page, tmp_path):
    path = tmp_path / "letter.pdf"
    path.write_bytes(letter(2, text="John Smith"))
    sheet = opened(driver, page, path)
    assert sheet.table.current().figure.key == "name" and "1" in sheet.message.text()
    assert sheet.view.marked is not None and len(sheet.view.finds) == 2
    driver.click(sheet.next_find)
    assert sheet.view.page == 1
    QTest.keyClick(sheet.table, Qt.Key.Key_Return)
    assert kept(page) == [("name", 1, "text", False)]
    assert state(sheet, "name") == sheet.figures.tr("✓ here")
    driver.click(sheet.withdraw_button)
    assert kept(page)[-1] == ("name", 1, "text", True) and not sheet.withdraw_button.isEnabled()
    QTest.keyClick(sheet, Qt.Key.Key_Escape)
    assert page.stack.currentWidget() is not page.sources


def test_on_a_picture_the_mark_of_the_person_stands(driver, page, tmp_path):
    path = tmp_path / "诊断.png"
    Image.new("RGB", (600, 800), "white").save(path)
    sheet = opened(driver, page, path)
    sheet.figures.choose("reason")
    assert not sheet.confirm_button.isEnabled()
    QTest.mouseClick(sheet.view, Qt.MouseButton.LeftButton, pos=sheet.view.sheet().center() + QPoint(5, 5))
    assert sheet.view.marked is not None
    driver.click(sheet.confirm_button)
    assert kept(page) == [("reason", 0, "seen", False)]


def test_a_mark_on_another_text_is_refused_with_that_text(driver, page, tmp_path):
    path = tmp_path / "letter.pdf"
    path.write_bytes(letter(1, text="Jane Smith"))
    sheet = opened(driver, page, path)
    sheet.figures.choose("name")
    QTest.keyClick(sheet.view, Qt.Key.Key_Insert)
    sheet.view.masks[0] = Mask(0, 0, 0, 10_000, 3_000)
    driver.click(sheet.confirm_button)
    assert kept(page) == [] and "Jane Smith" in sheet.message.text()


def test_privacy_closes_the_sheet(driver, page, tmp_path):
    path = tmp_path / "letter.pdf"
    path.write_bytes(letter(1, text="John Smith"))
    opened(driver, page, path)
    page.cover(True)
    assert page.stack.currentWidget() is not page.sources
