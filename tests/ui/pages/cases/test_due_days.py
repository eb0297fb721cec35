"""The page of due days in question, by keyboard: chosen, answered, taken back; and the door to it in the list of cases."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.builders import TODAY, account
from ui.pages.cases.due_days import DueDaysPage
from workstation.actions import cases
from workstation.profile.account import Account

GIVEN = TODAY - timedelta(days=90)


@pytest.fixture
def page(driver) -> DueDaysPage:
    desk = driver.window.session.desk
    case_id = desk.run(cases.new_case, "欧阳")
    driver.window.session.run(
        cases.save_account,
        replace(account(), id="typed", case_id=case_id, due_on=GIVEN, due_given=GIVEN, due_source="typed_unclear"),
    )
    driver.window.session.run(
        cases.save_account,
        replace(
            account(), id="moved", case_id=case_id, number="6225", due_on=GIVEN - timedelta(days=1), due_given=GIVEN,
            due_source="bank_column",
        ),
    )  # fmt: skip
    driver.command("cases")
    button = driver.workbench.cases.due_days_button
    assert button.isVisibleTo(driver.workbench)
    assert "2" in button.text()
    driver.click(button)
    return driver.workbench.findChildren(DueDaysPage)[0]


def stored(driver, name: str) -> Account:
    return driver.window.session.desk.store.get(Account, name)


def test_days_are_answered_and_the_answer_taken_back(driver, page) -> None:
    assert not page.first_button.isEnabled()
    page.unclear.selectAll()
    driver.click(page.first_button)
    assert stored(driver, "typed").due_on == GIVEN - timedelta(days=1)
    assert not page.unclear.content.rows
    driver.click(driver.window._toast.undo)
    assert stored(driver, "typed").due_source == "typed_unclear"
    assert len(page.unclear.content.rows) == 1


def test_what_counts_differently_is_noted(driver, page) -> None:
    page.changed.selectAll()
    driver.click(page.noted_button)
    assert stored(driver, "moved").due_source == "first_day"
    assert not page.changed.content.rows


def test_the_door_goes_when_all_is_settled(driver, page) -> None:
    page.unclear.selectAll()
    driver.click(page.due_button)
    page.changed.selectAll()
    driver.click(page.noted_button)
    assert stored(driver, "typed").due_source == "due_day"
    driver.workbench.open_page("cases")
    assert not driver.workbench.cases.due_days_button.isVisibleTo(driver.workbench.cases)


def test_privacy_covers_whose_they_are(driver, page) -> None:
    driver.command("privacy")
    shown = {
        page.unclear.content.text(column, row)
        for row in page.unclear.content.rows
        for column in page.unclear.content.columns
    }
    assert not any("欧阳" in text for text in shown)
