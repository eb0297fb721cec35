"""The talk guide: a question leads to the field it fills and is ticked by what stands there; the summary can be copied."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication

from tests.ui.driver import Driver
from ui.pages.conversation.page import ConversationPage


@pytest.fixture
def page(driver: Driver) -> ConversationPage:
    driver.new_case("欧阳·阿依古丽")
    page = driver.page("conversation")
    driver.click(page.sides["guide"])
    return page


def test_asking_is_filling(driver, page) -> None:
    asked = page.guide.questions["case.repayment_proposal"]
    assert asked.whole.startswith("○")
    driver.click(asked)
    editor = page.form.fields["repayment_proposal"].editor
    assert editor.hasFocus()
    driver.type(editor, "每月八百元")
    assert asked.whole.startswith("✓")
    assert "已答" in asked.accessibleName()


def test_a_question_leads_to_another_page(driver, page) -> None:
    driver.click(page.guide.questions["debtor.children"])
    assert driver.case.tab == "profile"


def test_the_next_step_is_asked_for_in_the_log(driver, page) -> None:
    driver.click(page.guide.questions["contact.next_step"])
    assert page.log.form.fields["next_step"].editor.hasFocus()


def test_a_reason_brings_its_opening_and_questions(driver, page) -> None:
    assert "case.reason_to" not in page.guide.questions
    driver.fill(page.form, {"reason": "illness"})
    driver.save()
    assert "身体" in page.guide.opening.text()
    assert "case.reason_to" in page.guide.questions


def test_the_summary_is_copied(driver, page) -> None:
    driver.fill(page.form, {"repayment_proposal": "每月八百元"})
    driver.save()
    driver.click(page.guide.copy_button)
    assert "每月八百元" in QGuiApplication.clipboard().text()


def test_privacy_covers_figures_and_summary(driver, page) -> None:
    driver.command("privacy")
    assert "阿依古丽" not in page.guide.summary.text()


def test_the_summary_is_a_paper_of_its_own(driver, page) -> None:
    driver.fill(page.form, {"reason": "illness"})
    driver.save()
    driver.click(page.guide.print_button)
    assert driver.case.tab == "application"
    line = driver.page("application").list.line
    assert line.kind == "talk-summary" and not line.findings
