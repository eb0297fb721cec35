"""Today through its widgets: the first page, the way through its tasks by key, and nothing said that privacy covers."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from tests.actions.keep.three_banks import granted, three_banks
from workstation.actions import cases
from workstation.actions.keep import payments, promises, schedules
from workstation.conversation.contact import ContactEntry
from workstation.dates import FixedClock
from workstation.money import Money

ACCEPTED = ("promise_budget_unknown", "promise_over_budget", "promises_broken_before")


@pytest.fixture
def kept(driver, desk):
    """One account is kept: on 12-20 its promise is broken and its first instalment missed."""
    case_id, accounts = three_banks(desk)
    granted(desk, accounts[1])
    desk.run(schedules.adopt, accounts[1].id)
    given = {"source": "工资", "accepted": ACCEPTED, "method": "cash"}
    desk.run(promises.take_promise, accounts[1].id, date(2026, 12, 15), Money(300_00), **given)
    noted: dict[str, Any] = {"note": "谈过", "next_step": "问收入", "next_on": date(2026, 12, 20)}
    desk.run(cases.log_contact, ContactEntry("t1", case_id, desk.clock.now(), desk.agent, "phone", **noted))
    desk.clock = desk.store._clock = FixedClock(datetime(2026, 12, 20, 9, 0, tzinfo=UTC))
    driver.command("today")  # Ctrl+T
    return accounts[1]


def shown(driver):
    content = driver.workbench.today.list.content
    return [[content.text(column, one) for column in content.columns] for one in content.rows]


def kinds(driver):
    return [one.task.kind for one in driver.workbench.today.list.content.rows]


def test_the_day_is_the_first_page_and_says_what_to_do_on_an_empty_desk(driver):
    today = driver.workbench.today
    assert today.isVisible() and driver.workbench.sidebar.today.isChecked()
    assert "还没有案件" in today.list.empty and today.list.content.rows == ()


def test_enter_leads_to_the_field_and_what_is_done_gives_its_place_to_the_next(driver, desk, kept):
    today = driver.workbench.today
    assert kinds(driver)[:3] == ["missed", "broken", "contact"]
    today.list.selectRow(0)
    QTest.keyClick(today.list, Qt.Key.Key_Return)
    keep = driver.case.pages["keep"]
    assert driver.workbench.in_case and keep.accounts.current().account.id == kept.id
    assert keep.panels["instalments"].isVisible()
    desk.run(payments.add_payment, kept.id, date(2026, 12, 20), Money(2_000_00))
    driver.command("today")
    assert kinds(driver)[0] == "broken" and today.list.currentIndex().row() == 0
    driver.command("next_task")  # Ctrl+J
    assert driver.workbench.in_case and keep.panels["promises"].isVisible()
    driver.command("next_task")
    assert driver.case.tab == "conversation"


def test_what_a_person_noted_and_who_it_is_are_covered(driver, kept):
    assert "问收入" in str(shown(driver)) and "欧阳" in str(shown(driver))
    driver.window.context.privacy.toggle()
    assert "问收入" not in str(shown(driver)) and "欧阳·" not in str(shown(driver))
    assert all(
        "阿依古丽" not in one.text()
        for one in driver.workbench.today.recent.findChildren(QPushButton)
        if one.isVisible()
    )
    driver.window.context.privacy.toggle()


def test_the_last_cases_are_one_press_away_and_a_new_one_begins_here(driver, kept):
    (recent,) = (one for one in driver.workbench.today.recent.findChildren(QPushButton) if one.isVisible())
    driver.click(recent)
    assert driver.workbench.in_case
    driver.command("today")
    (begin,) = (one for one in driver.workbench.today.findChildren(QPushButton) if one.text() == "新建案件")
    driver.click(begin)
    assert driver.workbench.cases.isVisible() and driver.workbench.cases.name.hasFocus()
    driver.command("today")
    driver.command("cases")  # Ctrl+0
    assert driver.workbench.cases.table.hasFocus()
