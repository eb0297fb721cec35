"""The sheet of shares through its widgets: a month divided, controls, findings, trials started and taken back, keys, privacy."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from resources import path
from tests.builders import account, case_file
from tests.ui.driver import Driver
from ui.pages.plan.page import PlanPage
from workstation.actions import cases
from workstation.actions.evidence import items
from workstation.money import Money
from workstation.plan.version import PlanVersion
from workstation.rates import Rate

CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Money(0)


@pytest.fixture
def page(driver: Driver) -> PlanPage:
    """A card, a loan and a small debt, and a household that keeps 1,204.00 a month."""
    case = driver.new_case("欧阳·阿依古丽")
    run, case_id = driver.window.session.run, case.file.case.id
    run(cases.save_budget, case.file.budget.__class__(case_id, case_file().budget.lines))
    run(cases.save_account, account(case_id=case_id))
    for tail, bank, owed in (("1234", "平安银行", 20_000_00), ("7777", "微粒贷", 1_800_00)):
        small = {"principal": Money(owed), "interest": NONE, "penalty": NONE, "fees": NONE}
        run(cases.save_account, account(id=f"a{tail}", case_id=case_id, number=tail, bank=bank, **small))
    opened = driver.page("plan")
    driver.click(opened.tabs.tabs["shares"])
    return opened


def cells(page: PlanPage, column: int) -> list[str]:
    content = page.shares.table.content
    return [content.text(content.columns[column], row) for row in content.rows]


def offers(page: PlanPage) -> list[str]:
    return cells(page, 4)


def test_the_safe_amount_is_divided_at_once_and_anew_with_every_control(driver, page) -> None:
    assert page.shares.form.fields["monthly"].editor.text() == "1,083.60"
    assert cells(page, 0)[1:] == ["平安银行 信用卡", "微粒贷 信用卡"]
    assert cells(page, 1) == ["6214", "1234", "7777"]
    assert (cells(page, 2)[0], cells(page, 3)) == ("59,236.45", ["73.1%", "24.7%", "2.2%"])
    assert offers(page) == ["730.00", "250.00", "100.00"]
    assert cells(page, 5)[2] == "18"
    assert (page.shares.safe.text(), page.shares.offered.text(), page.shares.left.text()) == (
        "¥ 1,083.60",
        "¥ 1,080.00",
        "¥ 3.60",
    )
    assert cells(page, 7)[0] == "△ 期限过长"
    assert cells(page, 7)[2] == "象征性还款"
    assert page.stress.isHidden()
    # Every control divides again.
    driver.click(page.shares.form.fields["tokens"].editor)
    assert offers(page) == ["790.00", "270.00", "20.00"]
    assert not page.shares.form.fields["token"].isEnabled()
    driver.fill(page.shares.form, {"unit": "1"})
    assert (offers(page), page.shares.left.text()) == (["792.10", "267.43", "24.07"], "¥ 0.00")
    driver.fill(page.shares.form, {"monthly": "500", "tokens": True, "token": "50"})
    assert offers(page) == ["336.42", "113.58", "50.00"]


def test_findings_stand_below_and_those_of_a_row_when_it_is_picked(driver, page) -> None:
    driver.fill(page.shares.form, {"monthly": "1300"})
    assert "比每月结余 1,204.00 多 96.00" in page.shares.note.text()
    driver.fill(page.shares.form, {"tokens": False, "monthly": "1000"})
    page.shares.table.selectRow(2)
    assert "低于通常的象征性还款 100.00" in page.shares.note.text()
    driver.fill(page.shares.form, {"monthly": "12x"})
    assert page.shares.form.fields["monthly"].wrong
    assert (offers(page), page.shares.left.text(), page.shares.use_button.isEnabled()) == ([], "—", False)
    driver.fill(page.shares.form, {"monthly": "-5"})
    assert "不能为负数" in page.shares.form.fields["monthly"].message
    driver.fill(page.shares.form, {"monthly": "1000"})
    statement = path("sample", "evidence", "bank-statement.csv")
    items.add_file(driver.window.session.desk, page.file.case.id, "bank_statement", statement)
    assert "流水能证明的每月结余" in page.shares.note.text()


def test_the_offers_become_trials_and_all_of_them_are_taken_back_at_once(driver, page) -> None:
    before = page.made.terms
    page.shares.use_button.setFocus()
    driver.press(Qt.Key.Key_Return)
    assert page.made.terms.affordable == Money(730_00)
    assert page.inputs.form.fields["affordable"].editor.text() == "730.00"
    assert cells(page, 7)[1:] == ["△ 期限过长", "象征性还款"]
    assert not page.shares.use_button.isEnabled()
    driver.pick(page.inputs.accounts, "a1234")
    assert (page.made.terms.affordable, page.made.terms.principal) == (Money(250_00), Money(20_000_00))
    page.shares.table.setFocus()
    driver.press(Qt.Key.Key_Z, CTRL)
    assert page.made.terms.affordable is None
    driver.pick(page.inputs.accounts, "a1")
    assert page.made.terms == before
    assert page.shares.use_button.isEnabled()
    page.shares.table.setFocus()
    driver.press(Qt.Key.Key_Y, CTRL)
    assert page.made.terms.affordable == Money(730_00)
    assert not page.shares.use_button.isEnabled()
    assert driver.window.session.desk.store.find(PlanVersion) == ()
    # An account that was edited since is left as it is.
    driver.fill(page.inputs.form, {"down_payment": "5000"})
    page.shares.table.setFocus()
    driver.press(Qt.Key.Key_Z, CTRL)
    edited = page.made.terms
    assert (edited.affordable, edited.down_payment) == (Money(730_00), Money(5_000_00))
    driver.pick(page.inputs.accounts, "a7777")
    assert page.made.terms.affordable is None


def test_shares_follow_the_trial_and_the_budget_and_enter_opens_an_account(driver, page) -> None:
    driver.fill(page.inputs.form, {"treat_interest": "waive", "waive_principal": "20000"})
    assert cells(page, 5)[0] == str(-(-30_200_00 // 730_00))
    lines = page.file.budget.lines[:1]
    driver.window.session.run(cases.save_budget, page.file.budget.__class__(page.file.case.id, lines))
    assert page.shares.form.fields["monthly"].editor.raw() == page.shares.found.shares.division.monthly > Money(1083_60)
    driver.fill(page.shares.form, {"monthly": "700"})
    driver.window.session.run(
        cases.save_budget, page.file.budget.__class__(page.file.case.id, case_file().budget.lines)
    )
    assert page.shares.found.shares.division.monthly == Money(700_00), "what was typed stays"
    page.shares.table.selectRow(2)
    page.shares.table.setFocus()
    driver.press(Qt.Key.Key_Return)
    assert (page.account.tail, page.inputs.accounts.raw(), page.tabs.shown) == ("7777", "a7777", "schedule")


def test_the_keyboard_goes_line_by_line_and_numbers_can_be_covered(driver, page) -> None:
    form, seen = page.shares.form, []
    form.fields["monthly"].editor.setFocus()
    for _ in range(7):
        seen.append(QApplication.focusWidget())
        driver.press(Qt.Key.Key_Tab)
    editors = [form.fields[key].editor for key in ("monthly", "tokens", "token", "unit")]
    assert seen == [*editors, page.shares.table, page.shares.orders_button, page.shares.use_button]
    assert all(one.accessibleName() or one.text() for one in seen)
    driver.command("privacy")
    assert cells(page, 1) == ["****"] * 3


def test_without_an_account_it_says_what_to_do_first(driver) -> None:
    driver.new_case("张伟")
    page = driver.page("plan")
    driver.click(page.tabs.tabs["shares"])
    assert "先在“资料”中录入" in page.shares.note.text()
    assert (offers(page), page.shares.use_button.isEnabled()) == ([], False)


def test_orders_of_the_debts_are_compared_by_key_and_say_what_is_missing(driver, page) -> None:
    """Two of the three accounts tell no rate: they are named; with rates every order stands with its cost."""
    shares = page.shares
    driver.window.activateWindow()
    shares.orders_button.click()
    assert "1234" in shares.note.text() and "7777" in shares.note.text() and not shares.orders.table.content.rows
    run, file = driver.window.session.run, driver.case.file
    for one in file.accounts:
        run(cases.save_account, replace(one, rate=Rate(Decimal("0.12")), minimum_due=Money(100_00)))
    driver.type(shares.form.fields["monthly"].editor, "3000")
    content = shares.orders.table.content
    orders = [content.text(content.columns[0], row).removeprefix("★ ") for row in content.rows]
    assert orders == ["先小后大（雪球法）", "先还利率高的（雪崩法）", "按余额比例", "法定抵充顺序"]
    assert all(content.text(content.columns[5], row) != "—" for row in content.rows)
    shares.orders.table.setFocus()
    driver.press(Qt.Key.Key_Down)
    assert shares.note.text().startswith(orders[1])
    driver.pick(shares.orders.minimum, "contract")
    assert len(content.rows) == 4
    shares.orders_button.click()
    assert shares.views.currentWidget() is shares.table and offers(page)
