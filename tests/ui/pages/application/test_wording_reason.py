"""A letter with severe wording is released at the page for a supervisor's reason, which is seen there and not on the letter."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.actions.papers.test_letter_wording import SEVERE
from tests.actions.signed_in import become
from tests.ui.driver import Driver
from ui.pages.application.page import ApplicationPage
from workstation.actions.banks import bank_contacts
from workstation.actions.demo.sample_desk import work_sample_case

REASON = "银行原文，须照录"


@pytest.fixture
def page(driver: Driver) -> ApplicationPage:
    desk = driver.window.session.desk
    driver.workbench.open_case(work_sample_case(desk))
    bank = driver.case.file.banks[0]
    driver.window.session.run(bank_contacts.save_bank_contact, replace(SEVERE, bank=bank))
    page = driver.page("application")
    page.bank.load(bank)
    page.list.choose("collection-letter")
    return page


def test_the_reason_is_asked_for_and_shown(driver, page) -> None:
    strip = page.wording
    assert strip.reason.isVisible() and "后果自负" in page.display.preview.note.text()
    driver.type(strip.reason, REASON)
    driver.click(strip.button)
    assert not strip.reason.isVisible()
    assert REASON in strip.told.text() and page.display._made is not None
    page.list.choose("consent")
    assert not strip.isVisible()


def test_an_agent_needs_a_supervisor_here(driver, page) -> None:
    become(driver.window.session.desk, "agent")
    driver.type(page.wording.reason, REASON)
    driver.click(page.wording.button)
    assert driver.case.file.wording_waivers == ()
