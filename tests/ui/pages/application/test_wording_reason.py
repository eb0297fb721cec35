"""A letter with severe wording is released at the page for a supervisor's reason, which is seen there and not on the letter."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.actions.papers.test_letter_wording import SEVERE
from tests.ui.driver import Driver
from tests.ui.staff import SUPERVISOR, confirm, take_sample
from ui.pages.application.page import ApplicationPage
from workstation.actions.banks import bank_contacts
from workstation.actions.settings import save_settings

REASON = "银行原文，须照录"


@pytest.fixture
def page(driver: Driver) -> ApplicationPage:
    desk = driver.window.session.desk
    driver.workbench.open_case(take_sample(desk))
    bank = driver.case.file.banks[0]
    driver.window.session.run(bank_contacts.save_bank_contact, replace(SEVERE, bank=bank))
    driver.window.session.run(save_settings, replace(desk.settings, phone="010-8888 0000"))
    page = driver.page("application")
    page.bank.load(bank)
    page.list.choose("collection-letter")
    return page


def test_the_reason_is_asked_for_and_shown(driver, page) -> None:
    strip = page.wording
    assert strip.reason.isVisible() and "后果自负" in page.display.preview.note.text()
    driver.type(strip.reason, REASON)
    driver.click(strip.button)
    assert driver.case.file.wording_waivers == ()  # an agent sits here
    confirm(driver, strip.sheet)
    assert driver.case.file.wording_waivers[0].by == SUPERVISOR
    assert not strip.reason.isVisible()
    assert REASON in strip.told.text() and page.display._made is not None
    page.list.choose("consent")
    assert not strip.isVisible()
