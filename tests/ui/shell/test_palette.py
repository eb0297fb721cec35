"""The palette through its field: commands and cases by what is typed, by keys alone, and covered in privacy mode."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui.pages.help.places import chapters, guide
from ui.pages.help.topics import topics, without_keys
from ui.shell.palette.sheet import Palette
from workstation.actions import cases
from workstation.actions.filing import views

pytestmark = pytest.mark.styled


@pytest.fixture
def palette(driver, desk) -> Palette:
    desk.run(cases.new_case, "欧阳·阿依古丽")
    desk.run(cases.new_case, "李建国")
    return opened(driver)


def opened(driver) -> Palette:
    driver.command("palette")  # Ctrl+K
    (made,) = (one for one in driver.window.findChildren(Palette) if one.isVisible())
    return made


def titles(palette) -> list[str]:
    return [one.title for one in palette.list.content.rows]


def test_a_command_or_a_case_is_found(driver, palette):
    for typed, expected in (
        ("打印队列", "打印队列"), ("ljg", "李建国"), ("print queue", "打印队列"), ("古丽", "欧阳·阿依古丽"), ("00002", "李建国"),
    ):  # fmt: skip
        driver.type(palette.field, typed)
        assert expected in titles(palette), typed


def test_enter_goes_there_and_escape_goes_back(driver, palette):
    driver.type(palette.field, "打印队列")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert not palette.isVisible() and driver.workbench.sidebar.print_queue.isChecked()
    again = opened(driver)
    driver.type(again.field, "李建国")
    QTest.keyClick(again.field, Qt.Key.Key_Return)
    assert driver.workbench.in_case and driver.case.file.debtor.name == "李建国"
    last = opened(driver)
    QTest.keyClick(last.field, Qt.Key.Key_Escape)
    assert not last.isVisible() and driver.workbench.in_case


def test_the_arrows_move_while_the_cursor_stays_in_the_field(driver, palette):
    before = palette.list.currentIndex().row()
    QTest.keyClick(palette.field, Qt.Key.Key_Down)
    assert palette.list.currentIndex().row() == before + 1 and palette.field.hasFocus()


def test_what_cannot_be_done_now_is_not_offered(driver, palette):
    assert "导出付款计划" not in " ".join(titles(palette)) and not any(
        one.title.startswith("打印文书") for one in palette.found()
    )
    driver.type(palette.field, "没有这样的东西")
    assert titles(palette) == []
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_names_are_covered(driver, palette):
    driver.window.context.privacy.toggle()
    driver.type(palette.field, "李建国")
    assert "李建国" not in titles(palette)
    driver.window.context.privacy.toggle()


def test_a_kept_view_is_shown_from_the_palette(driver, desk, palette) -> None:
    desk.run(views.keep_view, "李家", '{"typed": "李", "stage": "", "by": "name", "down": false}')
    driver.type(palette.field, "李家")
    driver.press(Qt.Key.Key_Return)
    page = driver.workbench.cases
    assert (
        page.isVisible()
        and [line.name for line in page.table.content.rows] == ["李建国"]
        and page.search.text() == "李"
    )


@pytest.mark.parametrize(
    ("typed", "title", "beside"),
    [
        ("银行", "银行与本台联系资料", "Ctrl+B"),
        ("逾期阶段", "逾期阶段", "登记与报表"),
        ("兑现率", "兑现率", "登记与报表"),
        ("年度复核", "年度复核", "登记与报表"),
        ("文字大小", "文字大小", "设置 · 通用"),
        ("备份", "备份", "设置 · 安全"),
        ("人员", "人员", "设置"),
        ("安全", "安全", "设置"),
        ("隔离区", "隔离区", "设置 · 安全"),
        ("恢复密钥", "恢复密钥", "帮助 · 设置"),
        ("減免", "4 方案", "帮助 · 办理一个案件"),
        ("未还期次", "未还期次", "帮助 · 履约"),
    ],
)
def test_registers_settings_and_help_are_found(driver, palette, typed, title, beside):
    driver.type(palette.field, typed)
    assert (title, beside) in [(one.title, one.beside) for one in palette.list.content.rows]


@pytest.mark.parametrize("typed", ["还价", "多户", "减免", "保存期限"])
def test_a_word_of_the_trade_finds_something(driver, palette, typed):
    driver.type(palette.field, typed)
    assert palette.list.content.rows


def run_line(driver, typed: str, beside: str) -> None:
    palette = opened(driver)
    driver.type(palette.field, typed)
    at = [one.beside for one in palette.list.content.rows].index(beside)
    for _ in range(at):
        QTest.keyClick(palette.field, Qt.Key.Key_Down)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)


def test_enter_opens_the_register_the_section_and_the_heading(driver, qtbot):
    bench = driver.workbench
    run_line(driver, "逾期阶段", "登记与报表")
    assert bench.name_of(bench.shown) == "registers" and bench.shown.name == "buckets"
    run_line(driver, "备份", "设置 · 安全")
    assert bench.open_name == "settings" and bench.settings.sections.current == "safety"
    run_line(driver, "银行与本台", "Ctrl+B")
    assert bench.open_name == "banks"
    run_line(driver, "未还期次", "帮助 · 履约")
    page = bench.shown
    assert bench.name_of(page) == "help"
    qtbot.waitUntil(lambda: page.text.textCursor().block().text() == "未还期次")
    driver.press(Qt.Key.Key_Escape)
    assert bench.open_name == "banks" and bench.shown is bench.page("banks")


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
def test_topics_are_the_headings_that_the_page_of_help_has(driver, language):
    from ui.pages.help.page import HelpPage

    page = HelpPage(driver.window.context)
    page._folder = guide(language)
    for name, _ in chapters(language):
        page.turn_to(name)
        told = [one for one in topics(language) if one.page == name]
        shown = [without_keys(text) for text, _ in page.headings()]
        assert name == "news" or [(one.heading, one.title) for one in told] == list(enumerate(shown))
    page.deleteLater()
