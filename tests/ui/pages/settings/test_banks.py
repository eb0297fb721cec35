"""How banks and the desk are reached is told on a page of its own, where the findings of a paper lead."""

from __future__ import annotations

import pytest

from tests.ui.driver import Driver
from tests.ui.staff import take_sample
from ui.pages.settings.banks import BanksPage
from workstation.profile.bank import BankContact

BANK = "招商银行"


@pytest.fixture
def page(driver: Driver) -> BanksPage:
    driver.workbench.open_case(take_sample(driver.window.session.desk))
    driver.window.session.run(keep, BankContact(BANK))
    driver.click(driver.workbench.sidebar.banks)
    made = driver.workbench.shown
    assert isinstance(made, BanksPage)
    return made


def keep(desk, contact):
    desk.store.save(contact)


def known(driver: Driver) -> BankContact:
    return next(one for one in driver.window.session.desk.store.find(BankContact) if one.bank == BANK)


def choose(page: BanksPage, bank: str) -> None:
    page.table.select(lambda line: line.contact.bank == bank)


def test_a_bank_is_told_and_counts_what_is_missing(driver, page) -> None:
    choose(page, BANK)
    assert page.table.current().missing == 4
    driver.fill(page.form, {"phone": "95555", "query": "App", "repay": "card account", "object_to": "95555"})
    driver.fill(page.desk_form, {"phone": "010-8888 0000"})
    driver.click(page.save_button)
    assert (known(driver).phone, known(driver).repay, page.table.current().missing) == ("95555", "card account", 0)
    assert driver.window.session.desk.settings.phone == "010-8888 0000"
    assert not page.modified


def test_what_was_typed_is_kept_when_another_bank_or_page_is_opened(driver, page) -> None:
    choose(page, BANK)
    driver.fill(page.form, {"phone": "95555"})
    other = next(line.contact.bank for line in page.table.model().rows if line.contact.bank != BANK)
    choose(page, other)
    assert known(driver).phone == "95555" and page.form.fields["phone"].editor.raw() == ""
    driver.fill(page.desk_form, {"address": "1 Long Street"})
    driver.click(driver.workbench.sidebar.cases)
    assert driver.window.session.desk.settings.address == "1 Long Street"


def test_a_finding_of_a_paper_leads_to_the_field_and_the_paper_can_leave_afterwards(driver, page) -> None:
    session = driver.window.session
    driver.workbench.open_case(driver.case.file.case.id)
    application = driver.page("application")
    application.list.choose("collection-letter")
    driver.click(application.list.links[0])
    page = driver.workbench.shown
    assert isinstance(page, BanksPage) and page.form.fields["phone"].editor.hasFocus()
    assert page.table.current().contact.bank == BANK
    driver.fill(page.form, {"phone": "95555", "query": "App", "repay": "card account", "object_to": "95555"})
    driver.fill(page.desk_form, {"phone": "010-8888 0000"})
    driver.command("save")
    driver.workbench.open_case(driver.case.file.case.id)
    application = driver.page("application")
    application.list.choose("collection-letter")
    assert application.list.line.findings == ()
    assert session.desk.settings.phone
