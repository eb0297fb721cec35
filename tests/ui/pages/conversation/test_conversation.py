"""The conversation: reason and request are kept on leaving; the log is written by its button and by nothing else."""

from __future__ import annotations

from datetime import date

import pytest

from tests.ui.driver import Driver
from ui.pages.conversation.page import ConversationPage


@pytest.fixture
def page(driver: Driver) -> ConversationPage:
    driver.new_case("欧阳·阿依古丽")
    return driver.page("conversation")


def test_reason_and_request_are_kept_on_leaving(driver, page) -> None:
    driver.fill(page.form, {"reason": "illness", "reason_from": "2026-07-02", "repayment_source": "配偶工资"})
    driver.click(page.requests["instalment_plan"])
    driver.page("evidence")
    case = driver.case.file.case
    assert (case.reason, case.reason_from) == ("illness", date(2026, 7, 2))
    assert (case.requests, case.repayment_source) == (("instalment_plan",), "配偶工资")


def test_an_end_before_the_beginning_stands_at_its_field(driver, page) -> None:
    driver.fill(page.form, {"reason": "illness", "reason_from": "2026-07-02", "reason_to": "2026-06-01"})
    driver.save()
    assert "早于" in page.form.fields["reason_to"].message
    assert driver.case.file.case.reason == ""


def test_an_entry_of_the_log_needs_words(driver, page) -> None:
    driver.click(page.log.add_button)
    assert "面谈内容" in page.log.form.fields["note"].message
    driver.fill(page.log.form, {"result": "promise", "note": "愿意还款", "next_on": "2026-11-30"})
    driver.click(page.log.add_button)
    (entry,) = driver.case.file.contacts
    assert (entry.result, entry.note, entry.next_on) == ("promise", "愿意还款", date(2026, 11, 30))
    assert "愿意还款" in page.log.detail.text()


def test_a_begun_entry_is_kept_and_never_written_by_leaving(driver, page) -> None:
    driver.put(page.log.form.fields["note"], "尚未写完")
    driver.page("evidence")
    assert driver.case.tabs["conversation"].text().endswith("•")
    case_id = driver.case.file.case.id
    driver.new_case("别人")
    driver.workbench.open_case(case_id)
    assert driver.case.file.contacts == ()
    assert driver.page("conversation").log.form.fields["note"].editor.raw() == "尚未写完"


def test_what_was_asked_before_stands_there_when_the_case_is_opened_again(driver, page) -> None:
    driver.fill(page.form, {"reason": "illness"})
    driver.click(page.requests["instalment_plan"])
    driver.save()
    case_id = driver.case.file.case.id
    driver.new_case("另一人")
    driver.workbench.open_case(case_id)
    again = driver.page("conversation")
    assert again.requests["instalment_plan"].isChecked()
    assert again.reason.raw() == "illness"
    assert not again.modified
