"""From the evidence page: what is stated differently navigates to its field, and the request for proofs is one click away."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from resources import path
from tests.ui.driver import Driver
from tests.ui.pages.evidence.test_evidence import page, receive  # noqa: F401 - a fixture
from tests.ui.staff import confirm
from workstation.actions import cases
from workstation.casework import gates
from workstation.money import Money
from workstation.profile.budget import BudgetLine
from workstation.profile.case import Stage

ID = "11010519491231002X"


def another_case(driver: Driver, children: int) -> None:
    run = driver.window.session.run
    case_id = run(cases.new_case, "欧阳·阿依古丽")
    file = driver.window.session.read(cases.load_case, case_id)
    run(cases.save_debtor, case_id, replace(file.debtor, resident_id=ID, children=children))


def test_two_cases_of_one_person_are_compared_and_lead_to_the_place(driver, page) -> None:  # noqa: F811
    file = driver.case.file
    another_case(driver, 3)
    driver.window.session.run(cases.save_debtor, file.case.id, replace(file.debtor, resident_id=ID, children=1))
    assert "1" in page.checklist.consistency.text()
    driver.click(page.checklist.consistency)
    sentence = page.consistency.links[0].whole
    assert "CC-2026-00001" in sentence
    assert "CC-2026-00002" in sentence
    driver.click(page.consistency.links[0])
    assert driver.case.tabs["profile"].isChecked()


def test_a_supervisor_says_why_both_are_right(driver, page) -> None:  # noqa: F811
    file = driver.case.file
    another_case(driver, 3)
    driver.window.session.run(cases.save_debtor, file.case.id, replace(file.debtor, resident_id=ID, children=1))
    assert "consistency.children" in [one.subject for one in gates.missing(driver.case.file, Stage.VERIFY)]
    driver.case.go_to("consistency.children")
    driver.click(page.consistency.explaining[0])
    answer = page.consistency.answer
    assert "子女人数" in page.consistency.card.findChildren(QLabel)[0].text()
    driver.click(answer.button)
    assert answer.form.fields["reason"].message
    driver.fill(answer.form, {"reason": "另案尚未更正，九月又生育"})
    assert page.modified
    driver.click(answer.button)
    confirm(driver, answer.sheet)
    assert not page.consistency.card.isVisible()
    assert page.consistency.links[0].whole.startswith("✓")
    assert page.consistency.explaining == []
    assert gates.missing(driver.case.file, Stage.VERIFY) == gates.missing(
        replace(driver.case.file, declarations=()), Stage.VERIFY
    )
    assert not page.modified


def test_statements_speak_on_the_same_page(driver, page) -> None:  # noqa: F811
    budget = replace(driver.case.file.budget, lines=(BudgetLine("income", "wage", Money(460_000)),))
    driver.window.session.run(cases.save_budget, budget)
    page.checklist.choose("bank_statement")
    receive(driver, page, path("sample", "evidence", "bank-statement.csv"))
    driver.click(page.checklist.consistency)
    assert any("4,600.00" in link.whole for link in page.consistency.links)
    driver.press(Qt.Key.Key_Escape)
    assert page.stack.currentWidget() is not page.consistency


def test_the_request_for_proofs_is_one_click_away(driver, page) -> None:  # noqa: F811
    driver.click(page.checklist.request)
    assert driver.case.tabs["application"].isChecked()
    application = driver.case.pages["application"]
    assert application.list.line.kind == "evidence-request"
    assert application.list.until.isVisible()
