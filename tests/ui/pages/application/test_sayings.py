"""What is said of a paper is typed beside the list of papers, kept with the case, and stands on the paper."""

from __future__ import annotations

import pytest

from tests.ui.driver import Driver
from tests.ui.staff import take_sample
from ui.pages.application.page import ApplicationPage
from ui.pages.application.sayings import PaperSayings

pytestmark = pytest.mark.styled


@pytest.fixture
def page(driver: Driver) -> ApplicationPage:
    driver.workbench.open_case(take_sample(driver.window.session.desk))
    return driver.page("application")


def test_clauses_are_chosen_and_kept(driver, page) -> None:
    said = page.findChild(PaperSayings)
    bank = driver.case.file.banks[0]
    page.list.choose("consent")
    assert not said.isVisible()
    page.list.choose("agreement")
    assert said.isVisible() and "disputes" in said.fields and not said.fields["disputes"].isVisible()
    driver.click(said.open_button)
    driver.pick(said.fields["disputes"].editor, "debtor_court")
    driver.click(said.save_button)
    assert driver.case.file.said("agreement", bank) == {"disputes": "debtor_court"}
    assert said.fields["disputes"].editor.raw() == "debtor_court"


def test_the_packet_has_the_fields_of_its_application(driver, page) -> None:
    said = page.findChild(PaperSayings)
    page.list.choose("packet")
    assert set(said.fields) == {"repayment_account", "emergency_contact"}
    assert page.list.table.height() > 200
    driver.click(said.open_button)
    driver.type(said.fields["repayment_account"].editor, "工行 6222 0001")
    page.list.choose("agreement")
    page.list.choose("packet")
    assert said.fields["repayment_account"].editor.raw() == "工行 6222 0001"  # half typed, and still there
    assert said.fields["repayment_account"].isVisible()
    driver.click(said.save_button)
    bank = driver.case.file.banks[0]
    assert driver.case.file.said("application", bank) == {"repayment_account": "工行 6222 0001"}
    assert "1/2" in said.open_button.text()
