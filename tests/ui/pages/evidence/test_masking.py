"""The number on a card is covered with the mouse or the keys, kept with the proof, and opens the gate."""

from __future__ import annotations

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.ui.driver import Driver
from tests.ui.pages.evidence.test_evidence import FACTS, receive, state
from ui.pages.evidence.page import EvidencePage
from workstation.evidence.verification import EvidenceItem, Mask

pytestmark = pytest.mark.styled


@pytest.fixture
def page(driver: Driver, tmp_path) -> EvidencePage:
    """A card received for a settlement, at its entry."""
    driver.new_case("欧阳·阿依古丽")
    talk = driver.page("conversation")
    driver.pick(talk.reason, "illness")
    driver.click(talk.requests["settlement"])
    made = driver.page("evidence")
    made.checklist.choose("bank_card")
    path = tmp_path / "银行卡.png"
    Image.new("RGB", (600, 380), "white").save(path)
    receive(driver, made, path)
    return made


def kept(page: EvidencePage) -> EvidenceItem:
    (item,) = page.checklist.line.items
    return item


def opened(driver: Driver, page: EvidencePage):
    driver.click(page.preview.cover_button)
    assert page.stack.currentWidget() is page.covering
    return page.covering


def drag(view, start: tuple[int, int], end: tuple[int, int]) -> None:
    """From one place of the sheet to another, both in hundredths of its width and height."""
    sheet = view.sheet()

    def at(place: tuple[int, int]) -> QPoint:
        return sheet.topLeft() + QPoint(sheet.width() * place[0] // 100, sheet.height() * place[1] // 100)

    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=at(start))
    QTest.mouseMove(view, at(end))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=at(end))


def test_a_rectangle_is_drawn_and_kept(driver, page) -> None:
    sheet = opened(driver, page)
    assert "6" in sheet.hint.text() and not sheet.keep.isEnabled()
    drag(sheet.view, (30, 40), (70, 55))
    driver.click(sheet.keep)
    (mask,) = kept(page).masks
    for value, wanted in zip((mask.left, mask.top, mask.width, mask.height), (3_000, 4_000, 4_000, 1_500), strict=True):
        assert abs(value - wanted) < 120
    assert page.stack.currentWidget() is not page.covering


def test_the_gate_opens_when_the_number_is_covered(driver, page) -> None:
    driver.fill(page.panel.facts.form, FACTS | {"issuer": "招商银行"})
    driver.click(page.panel.switches["checks"])
    driver.fill(page.panel.checks.form, {"result": "ok"})
    driver.click(page.panel.checks.button)
    assert state(page) == "received" and "△" in page.panel.findings.text()
    sheet = opened(driver, page)
    QTest.keyClick(sheet.view, Qt.Key.Key_Insert)
    driver.click(sheet.keep)
    assert state(page) == "verified"


def test_by_the_keys_alone(driver, page) -> None:
    sheet = opened(driver, page)
    view = sheet.view
    QTest.keyClick(view, Qt.Key.Key_Insert)
    QTest.keyClick(view, Qt.Key.Key_Left)
    QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert view.masks == [Mask(0, 2_950, 4_600, 4_000, 850)]
    for _ in range(200):
        QTest.keyClick(view, Qt.Key.Key_Right)
    assert view.masks == [Mask(0, 6_000, 4_600, 4_000, 850)]  # never off the page
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert view.masks == [] and sheet.none.isEnabled()
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert page.stack.currentWidget() is not page.covering and not kept(page).number_placed


def test_the_back_of_a_card_bears_none(driver, page) -> None:
    driver.click(opened(driver, page).none)
    assert (kept(page).masks, kept(page).number_placed) == ((), True)


def test_a_slip_of_the_hand_is_no_rectangle(driver, page) -> None:
    sheet = opened(driver, page)
    drag(sheet.view, (30, 40), (30, 40))
    assert sheet.view.masks == []


def test_only_copies_with_numbers_that_may_be_hidden_are_covered(driver, page) -> None:
    page.checklist.choose("id_card")
    assert not page.preview.cover_button.isVisible()  # a bank compares the whole number


def test_privacy_covers_the_sheet(driver, page) -> None:
    opened(driver, page)
    page.cover(True)
    assert page.stack.currentWidget() is not page.covering


def test_an_editing_program_is_remarked_under_the_picture(driver, page, tmp_path) -> None:
    path = tmp_path / "收入证明.jpg"
    exif = Image.Exif()
    exif[0x0131] = "Adobe Photoshop 2024"
    Image.new("RGB", (60, 40)).save(path, exif=exif)
    page.checklist.choose("income_proof")
    receive(driver, page, path)
    assert "Adobe Photoshop 2024" in page.preview.note.whole
    page.checklist.choose("bank_card")
    assert page.preview.note.whole == ""
