"""Help through the window: F1 leads to what the guide says of the open page, Esc back; every page of the window has its part."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest

from ui.pages.help.page import HelpPage
from ui.pages.help.places import PLACES, chapters, guide
from ui.shell.case_pages import PAGES
from workstation.actions import cases


def headings(language: str, name: str) -> list[str]:
    return [line for line in (guide(language) / f"{name}.md").read_text("utf-8").splitlines() if line.startswith("#")]


def help_page(driver) -> HelpPage:
    (page,) = driver.window.findChildren(HelpPage)
    return page


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
def test_every_page_of_the_window_has_its_part(language):
    assert set(PAGES) <= set(PLACES)
    for name, number in PLACES.values():
        assert number < len(headings(language, name))
    assert {name for name, _ in PLACES.values()} <= {name for name, _ in chapters(language)}


def test_both_guides_have_their_parts_in_one_order():
    for name, _ in chapters("en"):
        depths = [[line.partition(" ")[0] for line in headings(language, name)] for language in ("en", "zh")]
        assert depths[0] == depths[1], name


def test_f1_leads_to_the_part_of_the_open_page_and_escape_back(driver, desk):
    case_id = desk.run(cases.new_case, "欧阳")
    driver.workbench.open_case(case_id)
    driver.page("evidence")
    driver.command("help")
    page = help_page(driver)
    driver.qtbot.wait(20)
    assert page.isVisible() and "举证（Ctrl+3）" in page.text.textCursor().block().text()
    QTest.keyClick(page.text, Qt.Key.Key_Escape)
    assert driver.workbench.in_case and driver.case.tab == "evidence"
    driver.command("registers")
    driver.command("help")
    driver.qtbot.wait(20)
    assert "登记与报表" in page.text.textCursor().block().text()
    driver.command("keys")
    assert "快捷键" in page.text.toPlainText()[:10]
    page.closed.emit()
    assert not page.isVisible()


def test_words_are_found_and_links_stay_inside(driver):
    driver.command("help")
    page = help_page(driver)
    driver.type(page.search, "示例工作台")
    page.find_next()
    assert page.text.textCursor().selectedText() == "示例工作台" and page.found.text() == ""
    driver.type(page.search, "没有这个词")
    page.find_next()
    assert page.found.text() == "本页没有"
    before = page.text.toPlainText()
    page.text.anchorClicked.emit(QUrl("https://example.org/page"))
    assert page.text.toPlainText() == before
    page.text.anchorClicked.emit(QUrl("case.md"))
    assert page.text.toPlainText().startswith("办理一个案件")
