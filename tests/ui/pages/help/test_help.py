"""Help through the window: F1 leads to what the guide says of the open page, Esc back; every page of the window has its part."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtTest import QTest

from ui.pages.help.guide_text import fitted, unwrapped
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


def test_all_guides_have_their_parts_in_one_order():
    for name, _ in chapters("en"):
        depths = [[line.partition(" ")[0] for line in headings(language, name)] for language in ("en", "zh", "zh-Hant")]
        assert depths[0] == depths[1] == depths[2], name


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


@pytest.mark.parametrize(
    ("command", "said"),
    [("contacts", "投诉"), ("grants", "代码批准"), ("timeline", "时间线"), ("check_packet", "核对"), ("banks", "银行"),
     ("hand_over", "移交"), ("take_in", "接收"), ("restore_case", "备份"), ("rules", "规则"), ("print_queue", "打印队列")],
)  # fmt: skip
def test_f1_speaks_of_every_page_that_a_command_opens(driver, desk, command, said):
    driver.workbench.open_case(desk.run(cases.new_case, "欧阳"))
    driver.command(command)
    driver.command("help")
    driver.qtbot.wait(20)
    page = help_page(driver)
    assert page.list.currentRow() > 0, "its index explains nothing"
    words = page.text.toPlainText()[page.text.textCursor().position() :]
    assert said in words[:2500]


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


@pytest.mark.parametrize("size", [(960, 600), (1366, 768), (1920, 1080)])
def test_pictures_fill_the_room_and_are_never_wider(driver, size):
    driver.window.resize(*size)
    driver.command("help")
    page = help_page(driver)
    seen = 0
    for name, _ in chapters("zh-Hans"):
        page.turn_to(name)
        for picture, room in page.text.pictures():
            seen += 1
            taken = QImage(str(guide("zh-Hans") / picture))
            shown = shown_picture(page, picture)
            assert shown.width() == round(min(taken.width(), room)), picture
            assert 0.9 * page.text.viewport().width() - 45 <= room <= page.text.viewport().width()
        assert page.text.horizontalScrollBar().maximum() == 0 or name == "command-line"
    assert seen >= 4


def shown_picture(page: HelpPage, name: str) -> QImage:
    document = page.text.document()
    place = document.baseUrl().resolved(QUrl(name))
    shown = document.resource(QTextDocument.ResourceType.ImageResource.value, place)
    assert isinstance(shown, QImage)
    return shown


def test_pictures_follow_the_window(driver):
    driver.window.resize(1366, 768)
    driver.command("help")
    page = help_page(driver)
    page.turn_to("import")
    (name, before), *_ = page.text.pictures()
    driver.window.resize(960, 600)
    driver.qtbot.waitUntil(lambda: shown_picture(page, name).width() < before)
    assert page.text.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize(
    ("room", "ratio", "pixels"), [(900, 1.0, 900), (600, 2.0, 1200), (900, 2.0, 1366), (1400, 2.0, 1366)]
)
def test_a_picture_is_laid_ready_in_the_pixels_of_the_screen(room, ratio, pixels):
    taken = QImage(1366, 768, QImage.Format.Format_RGB32)
    shown = fitted(taken, room, ratio)
    assert shown.width() == pixels and round(shown.deviceIndependentSize().width()) == min(room, 1366)
    assert taken.devicePixelRatio() == 1


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("顺序的\n   代价", "顺序的代价"), ("完。\n下句", "完。下句"), ("# 标题\n正文", "# 标题\n正文"), ("甲\n\n乙", "甲\n\n乙"),
        ("甲\n- 乙", "甲\n- 乙"), ("用 `x`\n的", "用 `x`\n的"), ("a line\nof words", "a line\nof words"),
    ],
)  # fmt: skip
def test_a_chinese_sentence_has_no_blank_where_its_line_breaks(text, shown):
    assert unwrapped(text) == shown
