"""The list is filtered, kept as views, and its cases are filed from the list; nothing found says so and offers what can be done."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QGuiApplication

from tests.builders import account
from tests.ui.pages.cases.test_cases import names
from ui.pages.cases.columns import AGENT
from workstation.actions import cases as actions
from workstation.actions.filing import archive, views
from workstation.conversation.contact import ContactEntry
from workstation.money import Money


@pytest.fixture
def page(driver):
    """Three cases at two banks, one with a reason, one with a next step."""
    session = driver.window.session
    for at, (name, bank, owed) in enumerate(
        (("张伟明", "招商银行", 100), ("李四", "平安银行", 90_000), ("王五", "招商银行", 500))
    ):
        file = driver.new_case(name).file
        made = account(id=f"a{at}", case_id=file.case.id, bank=bank, principal=Money(owed), interest=Money(0), penalty=Money(0),
                       fees=Money(0))  # fmt: skip
        session.run(actions.save_account, made)
    told = ContactEntry(
        "k1", driver.case.file.case.id, session.desk.clock.now(), "林协商", note="谈过", next_on=date(2026, 11, 25)
    )
    session.run(actions.log_contact, told)
    driver.command("cases")
    return driver.workbench.cases


def chosen(page, *rows: int) -> None:
    selection = page.table.selectionModel()
    selection.clearSelection()
    how = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for row in rows:
        selection.select(page.table.content.index(row, 0), how)


def entry(menu, words: str):
    return next(one for one in menu.actions() if one.text() == words)


def test_each_choice_leaves_the_others_out(driver, page) -> None:
    assert not page.filters.isVisible()
    driver.click(page.filter_button)
    assert page.filters.isVisible() and page.filters.bank.hasFocus()
    driver.pick(page.filters.bank, "招商银行")
    assert sorted(names(driver)) == ["张伟明", "王五"] and "2" in page.count.text()
    driver.pick(page.filters.next, "7")
    assert names(driver) == ["王五"]
    driver.click(page.filters.clear_button)
    assert len(names(driver)) == 3 and not page.filters.clear_button.isVisible()
    driver.type(page.filters.least, "500")
    assert names(driver) == ["李四"]
    driver.type(page.filters.least, "5万x")
    assert "✕" in page.filters.note.text() and page.filters.only.owed_least is None
    driver.click(page.filter_button)
    assert len(names(driver)) == 3 and not page.filters.isVisible()


def test_a_view_is_kept_shown_renamed_and_forgotten(driver, page) -> None:
    driver.click(page.filter_button)
    driver.pick(page.filters.bank, "招商银行")
    page.table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    before = names(driver)
    page.views.fill()
    entry(page.views.entries, "保存当前视图…").trigger()
    driver.click(page.views.sheet.done_button)
    assert page.views.sheet.note.isVisible()
    driver.type(page.views.sheet.field, "招行案件")
    driver.press(Qt.Key.Key_Return)
    driver.click(page.filter_button)
    page.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert len(names(driver)) == 3
    page.views.fill()
    entry(page.views.entries, "招行案件").trigger()
    assert names(driver) == before and page.filters.isVisible()
    assert page.table.horizontalHeader().sortIndicatorSection() == 1
    (view,) = driver.window.session.read(views.kept_views)
    page.views.ask_new_name(view)
    driver.type(page.views.sheet.field, "招行")
    driver.click(page.views.sheet.done_button)
    page.views.fill()
    assert entry(page.views.entries, "招行")
    page.views.drop(view)
    page.views.fill()
    assert "招行" not in [one.text() for one in page.views.entries.actions()]


def test_cases_are_put_away_from_the_list_and_found_in_the_archive(driver, page) -> None:
    chosen(page, 0, 1, 2)
    assert page.menu.fill()
    assert [one.text() for one in page.menu.actions() if one.text()] == [
        "复制案件编号",
        "加入打印队列",
        "分配给专员…",
        "归档…",
    ]
    entry(page.menu, "归档…").trigger()
    driver.click(page.menu.sheet.done_button)
    assert "归档理由" in page.menu.sheet.note.text()
    driver.type(page.menu.sheet.field, "客户失联")
    driver.press(Qt.Key.Key_Return)
    page.reload()
    assert names(driver) == ["王五"]  # something of this one comes due
    driver.type(page.search, "zhangwm")
    page.reload()
    assert page.nothing.isVisible() and page.nothing.archive_button.isVisible() and page.nothing.case_button.isVisible()
    driver.click(page.nothing.archive_button)
    assert names(driver) == ["张伟明"] and "已归档" in page.table.content.text(
        page.table.content.columns[2], page.table.content.rows[0]
    )
    chosen(page, 0)
    page.menu.fill()
    entry(page.menu, "从归档取回").trigger()
    page.reload()
    assert names(driver) == []
    driver.click(page.nothing.clear_button)
    page.reload()
    assert sorted(names(driver)) == ["张伟明", "王五"]


def test_cases_are_given_to_an_agent(driver, page) -> None:
    assert page.table.isColumnHidden(AGENT)
    chosen(page, 0, 1)
    page.menu.fill()
    entry(page.menu, "分配给专员…").trigger()
    driver.type(page.menu.sheet.field, "周专员")
    driver.press(Qt.Key.Key_Return)
    page.reload()
    assert (
        not page.table.isColumnHidden(AGENT) and [line.agent for line in page.table.content.rows].count("周专员") == 2
    )
    driver.click(page.filter_button)
    driver.pick(page.filters.agent, "-")
    assert len(names(driver)) == 1


def test_the_menu_key_opens_the_menu_at_the_row(driver, page) -> None:
    page.table.setFocus()
    page.table.selectRow(1)
    page.table.customContextMenuRequested.emit(QPoint(5, 5))
    assert page.menu.isVisible()
    entry(page.menu, "复制案件编号").trigger()
    page.menu.close()
    assert QGuiApplication.clipboard().text() == page.table.content.rows[1].number


def test_nothing_found_offers_a_case_of_that_name(driver, page) -> None:
    driver.type(page.search, "买买提·古丽")
    page.reload()
    assert page.nothing.case_button.isVisible() and not page.nothing.archive_button.isVisible()
    driver.click(page.nothing.case_button)
    assert driver.workbench.in_case and driver.case.file.debtor.name == "买买提·古丽"
    driver.command("cases")
    driver.type(page.search, "4321 9999")
    page.reload()
    assert page.nothing.isVisible() and not page.nothing.case_button.isVisible()


def test_what_others_file_is_seen(driver, page) -> None:
    case_id = page.table.content.rows[0].case_id
    driver.window.session.run(archive.give_to, [case_id], "周专员")
    driver.qtbot.waitUntil(lambda: not page.table.isColumnHidden(AGENT))


def test_privacy_covers_the_name_that_a_case_may_be_opened_for(driver, page) -> None:
    driver.type(page.search, "王秘密")
    driver.qtbot.waitUntil(page.nothing.case_button.isVisible)
    assert "秘密" in page.nothing.case_button.text()
    driver.command("privacy")
    assert "秘密" not in page.nothing.case_button.text()
    driver.command("privacy")
    assert "秘密" in page.nothing.case_button.text()
