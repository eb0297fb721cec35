"""The plan page: figures follow every key, trying stores nothing, versions are kept, chosen and approved."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.builders import TODAY, account
from tests.ui.driver import Driver
from tests.ui.staff import confirm
from ui.pages.plan.page import PlanPage
from workstation.actions import cases
from workstation.money import Money
from workstation.plan.version import PlanVersion
from workstation.rates import Rate


@pytest.fixture
def page(driver: Driver) -> PlanPage:
    """A case with one card and a first trial on it."""
    case = driver.new_case("欧阳·阿依古丽")
    card = account(case_id=case.file.case.id, rate=Rate(Decimal("0.18")), due_day=10)
    driver.window.session.run(cases.save_account, card)
    return driver.page("plan")


def change(driver: Driver, page: PlanPage, **values: str) -> None:
    driver.fill(page.inputs.form, values)
    page.redraw()


def test_a_first_trial_stands_at_once(driver, page) -> None:
    assert len(page.made.rows) == 12
    assert page.made.rows[-1].closing == Money(0)
    assert page.table.content.rows == page.made.rows


def test_figures_follow_what_is_typed(driver, page) -> None:
    change(driver, page, instalments="60", treat_interest="waive", treat_fees="waive", first_due="2026-12-10")
    assert "¥ 833.34" in page.columns.trial.payment.text()
    assert "50,000.00" in page.totals.text()
    assert page.inputs.slider.value() == 60
    assert page.inputs.form.fields["affordable"].editor.text() == "833.34"


def test_the_slider_moves_the_number(driver, page) -> None:
    page.inputs.slider.setValue(36)
    page.redraw()
    assert len(page.made.rows) == 36


def test_what_can_be_paid_solves_the_number(driver, page) -> None:
    change(driver, page, treat_interest="waive", treat_fees="waive", affordable="1000")
    assert page.inputs.form.fields["instalments"].editor.text() == "50"
    assert page.inputs.slider.value() == 50
    assert len(page.made.rows) == 50
    assert max(row.payment_minor for row in page.made.rows) <= 1000_00


def test_both_true_rates_are_shown_and_labelled(driver, page) -> None:
    change(driver, page, method="equal_instalment", instalments="12")
    assert page.columns.trial.cost.whole.startswith("18.0")
    assert "/19.5" in page.columns.trial.cost.whole
    assert "单利 18.0" in page.columns.trial.cost.toolTip()
    assert "复利 19.5" in page.columns.trial.cost.toolTip()


def test_trying_stores_nothing(driver, page) -> None:
    store = driver.window.session.desk.store
    change(driver, page, instalments="24")
    change(driver, page, method="equal_principal")
    assert store.find(PlanVersion) == ()


UNPLANNED = (
    ("instalments", "none"), ("first_due", ""), ("first_due", "2020-01-01"), ("down_payment", "-1"), ("rate", "abc"),
)  # fmt: skip


def test_what_cannot_be_planned_stands_at_its_field(driver, page) -> None:
    change(driver, page, method="equal_instalment")
    for field, typed in UNPLANNED:
        said = page.inputs.form.fields[field].editor
        before = said.text()
        assert page.made is not None and page.keep_button.isEnabled() and not said.property("wrong"), field
        change(driver, page, **{field: typed})
        assert said.property("wrong"), (field, typed, page.note.text())
        assert page.made is None, (field, typed)
        assert not page.keep_button.isEnabled(), (field, typed)
        change(driver, page, **{field: before})


def test_the_cursor_begins_in_the_number_of_instalments_and_goes_to_the_approvals(driver, page) -> None:
    count = page.inputs.form.fields["instalments"].editor
    assert count.hasFocus()
    QTest.keyClicks(count, "24")
    assert len(page.made.rows) == 24
    driver.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert page.approvals.form.fields["decision"].editor.hasFocus()
    count.setFocus()
    driver.command("primary")
    assert count.hasFocus(), "a second version is chosen by its own button"


def test_the_first_kept_version_is_chosen_and_later_ones_wait(driver, page) -> None:
    driver.command("primary")
    change(driver, page, instalments="24")
    driver.command("primary")
    plans = driver.case.file.plans
    assert [plan.version for plan in plans] == [1, 2]
    assert driver.case.file.chosen(plans[0].account_id) == plans[0]
    driver.click(page.columns.kept[plans[1].id].choose_button)
    assert driver.case.file.chosen(plans[0].account_id) == plans[1]


def test_a_kept_version_can_be_tried_on_from(driver, page) -> None:
    change(driver, page, instalments="24", treat_interest="waive")
    driver.command("primary")
    change(driver, page, instalments="36", treat_interest="in_plan")
    (plan,) = driver.case.file.plans
    driver.click(page.columns.kept[plan.id].open_button)
    assert page.made.terms == plan.terms


def test_an_agent_cannot_grant_for_the_supervisor(driver, page) -> None:
    change(driver, page, instalments="60", treat_interest="waive")
    driver.command("primary")
    approvals = page.approvals
    driver.fill(approvals.form, {"decision": "granted", "by": "typed by the agent"})
    assert approvals.form.fields["by"].editor.text() == ""
    assert "周主管" in approvals.form.fields["by"].editor.placeholderText()
    driver.click(approvals.button)
    confirm(driver, approvals.sheet, passphrase="not the passphrase")
    assert approvals.sheet.form.fields["passphrase"].editor.property("wrong")
    assert driver.case.file.approvals == ()
    confirm(driver, approvals.sheet)
    assert not approvals.sheet.isVisible()
    (approval,) = driver.case.file.approvals
    assert (approval.authority, approval.decision, approval.by) == ("supervisor", "granted", "周主管")


def test_what_a_bank_decides_is_typed(driver, page) -> None:
    change(driver, page, instalments="60", treat_interest="waive")
    driver.command("primary")
    driver.fill(page.approvals.form, {"authority": "bank", "decision": "granted", "by": "王经理"})
    driver.click(page.approvals.button)
    (approval,) = driver.case.file.approvals
    assert (approval.authority, approval.by) == ("bank", "王经理")


def test_a_supervisor_who_is_signed_in_grants_at_once(driver, page) -> None:
    desk = driver.window.session.desk
    desk.store.save(replace(desk.user, roles=("agent", "supervisor")))
    desk._sign_in(desk.settings)
    change(driver, page, instalments="60", treat_interest="waive")
    driver.command("primary")
    driver.fill(page.approvals.form, {"decision": "granted"})
    driver.click(page.approvals.button)
    assert page.approvals.sheet is None
    (approval,) = driver.case.file.approvals
    assert (approval.decision, approval.by) == ("granted", desk.agent)


def test_the_sheet_goes_by_escape_and_decides_nothing(driver, page) -> None:
    change(driver, page, instalments="60", treat_interest="waive")
    driver.command("primary")
    driver.fill(page.approvals.form, {"decision": "granted"})
    driver.click(page.approvals.button)
    sheet = page.approvals.sheet
    assert sheet.form.fields["passphrase"].editor.hasFocus()
    for stop in (sheet.cancel_button, sheet.confirm_button, sheet.form.fields["person"].editor):
        driver.press(Qt.Key.Key_Tab)
        assert stop.hasFocus()
    driver.press(Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert driver.case.file.approvals == ()


def test_without_an_account_the_page_says_what_to_do(driver) -> None:
    driver.new_case("张伟")
    page = driver.page("plan")
    assert not page.keep_button.isEnabled()
    assert "账户" in page.note.text()


def test_first_due_day_follows_the_account(driver, page) -> None:
    assert page.made.rows[0].due_on.day == 10
    assert page.made.rows[0].due_on > TODAY


def test_a_pay_day_comes_before_the_due_day_of_the_account(driver, page) -> None:
    file = page.file
    driver.window.session.run(cases.save_debtor, file.case.id, replace(file.debtor, pay_day=25))
    fresh = account(id="a9", case_id=file.case.id, number="6222021234567895", due_day=10)
    driver.window.session.run(cases.save_account, fresh)
    page.inputs.account_picked.emit("a9")
    assert page.made.rows[0].due_on == date(2026, 12, 25)
