"""Ctrl+Z and Ctrl+Y by real keys over what is kept at once: a claim, costs of a loan, words of a paper, masked places."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.builders import account
from tests.ui.pages.evidence.test_masking import drag, kept, opened, page
from tests.ui.pages.plan.test_claim import add as add_entry
from tests.ui.pages.plan.test_claim import rows
from tests.ui.pages.plan.test_costs import LOAN
from tests.ui.pages.plan.test_costs import add as add_item
from tests.ui.staff import take_sample
from ui.pages.application.sayings import PaperSayings
from ui.widgets.toast import Toast
from workstation.actions import cases

__all__ = ["page"]
CTRL = Qt.KeyboardModifier.ControlModifier


def told(driver) -> str:
    return driver.window.findChild(Toast).text.text()


def back(driver) -> str:
    driver.press(Qt.Key.Key_Z, CTRL)
    return told(driver)


def again(driver) -> str:
    driver.press(Qt.Key.Key_Y, CTRL)
    return told(driver)


@pytest.fixture
def plan(driver):
    """The plan of a case with one loan, on which a trial was begun."""
    case = driver.new_case("张三")
    loan = account(case_id=case.file.case.id, bank="招联消费金融有限公司", product="consumer_loan", as_of=None)
    driver.window.session.desk.run(cases.save_account, loan)
    made = driver.page("plan")
    driver.put(made.inputs.form.fields["instalments"], "24")
    return made


def entries(driver) -> list[list[str]]:
    return [row[:3] for row in rows(driver.case.pages["plan"].claim.table)]


def test_entries_of_a_claim_go_and_come_and_the_trial_beside_stays(driver, plan) -> None:
    driver.click(plan.tabs.tabs["claim"])
    driver.fill(plan.claim.terms, {"since": "2025-01-10", "principal": "1万"})
    driver.click(plan.claim.save_button)
    add_entry(driver, plan.claim, "payment", on="2025-02-01", amount="500")
    add_entry(driver, plan.claim, "payment", on="2025-03-01", amount="600")
    first, second = ["2025-02-01", "还款", "500.00"], ["2025-03-01", "还款", "600.00"]
    assert entries(driver) == [first, second]
    assert back(driver).endswith("− 还款 2025-03-01 600.00") and entries(driver) == [first]
    assert back(driver).endswith("− 还款 2025-02-01 500.00") and entries(driver) == []
    assert again(driver).endswith("+ 还款 2025-02-01 500.00") and entries(driver) == [first]
    assert plan.inputs.form.fields["instalments"].editor.raw() == "24", "the trial is another thing"


def test_a_removed_entry_comes_back_and_so_does_a_fact(driver, plan) -> None:
    driver.click(plan.tabs.tabs["claim"])
    add_entry(driver, plan.claim, "payment", on="2025-02-01", amount="500")
    add_entry(driver, plan.claim, "demanded", on="2026-05-04", proof="短信")
    before = entries(driver)
    assert len(before) == 2
    for line in (0, 0):
        plan.claim.table.selectRow(line)
        plan.claim.table.setFocus()
        driver.press(Qt.Key.Key_Delete)
    assert entries(driver) == []
    back(driver)
    back(driver)
    assert sorted(entries(driver)) == sorted(before)
    again(driver)
    assert len(entries(driver)) == 1


def test_terms_of_a_claim_are_told_by_name(driver, plan) -> None:
    driver.click(plan.tabs.tabs["claim"])
    driver.fill(plan.claim.terms, {"since": "2025-01-10"})
    driver.click(plan.claim.save_button)
    driver.fill(plan.claim.terms, {"since": "2025-02-10"})
    driver.click(plan.claim.save_button)
    plan.claim.table.setFocus()
    assert back(driver).endswith("：起算日 2025-02-10 → 2025-01-10")
    assert plan.claim.terms.fields["since"].editor.text() == "2025-01-10"


def test_items_of_cost_and_a_dropped_table(driver, plan) -> None:
    driver.click(plan.tabs.tabs["costs"])
    driver.fill(plan.costs.loan, LOAN)
    driver.pick(plan.costs.loan.fields["method"].editor, "equal_principal")
    add_item(driver, plan, "each", name="服务费", amount="72")
    assert len(plan.costs.lines) == 4
    assert back(driver).endswith("已移除"), "loan and item were kept in one"
    assert plan.costs.lines == ()
    again(driver)
    assert len(plan.costs.lines) == 4
    driver.click(plan.costs.drop_button)
    assert plan.costs.lines == ()
    driver.click(driver.window.findChild(Toast).undo)
    assert [one.code for one in plan.costs.lines][:2] == ["interest", "服务费"]


def test_words_of_a_paper(driver) -> None:
    driver.workbench.open_case(take_sample(driver.window.session.desk))
    papers = driver.page("application")
    said, bank = papers.findChild(PaperSayings), driver.case.file.banks[0]
    papers.list.choose("packet")
    driver.click(said.open_button)
    for text in ("工行 6222 0001", "工行 6222 0002"):
        driver.type(said.fields["repayment_account"].editor, text)
        driver.click(said.save_button)
    said.save_button.setFocus()
    assert back(driver).endswith(" 工行 6222 0002 → 工行 6222 0001") and bank in told(driver)
    assert said.fields["repayment_account"].editor.raw() == "工行 6222 0001"
    back(driver)
    assert driver.case.file.said("application", bank) == {}
    again(driver)
    again(driver)
    assert driver.case.file.said("application", bank) == {"repayment_account": "工行 6222 0002"}


def test_what_is_typed_of_a_paper_stays_while_another_edit_is_taken_back(driver) -> None:
    driver.workbench.open_case(take_sample(driver.window.session.desk))
    papers = driver.page("application")
    said = papers.findChild(PaperSayings)
    papers.list.choose("packet")
    driver.click(said.open_button)
    driver.type(said.fields["repayment_account"].editor, "6222 0001")
    driver.click(said.save_button)
    driver.type(said.fields["repayment_account"].editor, "6222 0002")
    said.save_button.setFocus()
    back(driver)
    assert said.fields["repayment_account"].editor.raw() == "6222 0002"


def test_rectangles_go_one_by_one_and_saved_ones_as_they_were_saved(driver, page) -> None:
    sheet = opened(driver, page)
    drag(sheet.view, (30, 40), (70, 55))
    QTest.keyClick(sheet.view, Qt.Key.Key_Insert)
    for _ in range(3):
        QTest.keyClick(sheet.view, Qt.Key.Key_Left)
    sheet.view.setFocus()
    drawn = list(sheet.view.masks)
    for count, left in ((2, 3_000), (1, drawn[0].left), (0, 0)):
        back(driver)
        assert len(sheet.view.masks) == count and (not count or sheet.view.masks[-1].left == left)
    for _ in range(3):
        again(driver)
    assert sheet.view.masks == drawn
    driver.click(sheet.keep)
    assert kept(page).masks == tuple(drawn)
    assert "0" in back(driver) and (kept(page).masks, kept(page).number_placed) == ((), False)
    again(driver)
    assert kept(page).masks == tuple(drawn) and kept(page).number_placed


def test_an_open_sheet_of_masks_follows_what_is_taken_back(driver, page) -> None:
    sheet = opened(driver, page)
    drag(sheet.view, (30, 40), (70, 55))
    driver.click(sheet.keep)
    sheet = opened(driver, page)
    assert len(sheet.view.masks) == 1
    back(driver)
    assert sheet.view.masks == [] and not kept(page).number_placed
    QTest.keyClick(sheet.view, Qt.Key.Key_Insert)
    driver.click(sheet.keep)
    assert len(kept(page).masks) == 1, "what is drawn now is no conflict"
