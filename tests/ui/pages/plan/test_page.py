"""Planning by hand: sliders both ways, undo and redo, locked rows, formulas, columns beside doing nothing, stress, keys."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.builders import account, case_file
from tests.ui.driver import Driver
from ui.pages.plan.page import PlanPage
from ui.pages.plan.schedule import PAYMENT
from workstation.actions import cases
from workstation.money import Money
from workstation.plan.version import PlanVersion
from workstation.rates import Rate


@pytest.fixture
def page(driver: Driver) -> PlanPage:
    """One card at 18 % and a household that keeps 1,204.00 a month."""
    case = driver.new_case("欧阳·阿依古丽")
    run = driver.window.session.run
    run(cases.save_account, account(case_id=case.file.case.id, rate=Rate(Decimal("0.18")), due_day=10))
    run(cases.save_budget, case.file.budget.__class__(case.file.case.id, case_file().budget.lines))
    opened = driver.page("plan")
    driver.fill(opened.inputs.form, {"treat_interest": "waive", "treat_fees": "waive", "instalments": "60"})
    return opened


def field(page: PlanPage, key: str):
    return page.inputs.form.fields[key]


def test_a_slider_changes_schedule_totals_chart_and_column_at_once(page) -> None:
    page.inputs.slider.setValue(36)
    assert len(page.made.rows) == len(page.table.content.rows) == 36
    assert "50,000.00" in page.totals.text()
    assert "1,388.89" in page.columns.trial.payment.text()
    assert len(page.chart.curves[0].points) == 37
    assert page.chart.curves[1].dashed


def test_the_payment_slider_solves_the_number_and_the_number_the_payment(page) -> None:
    page.inputs.pay_slider.setValue(100)
    assert field(page, "affordable").editor.text() == "1,000.00"
    assert field(page, "instalments").editor.text() == "50"
    assert page.inputs.slider.value() == len(page.made.rows) == 50
    page.inputs.slider.setValue(25)
    assert field(page, "affordable").editor.text() == "2,000.00"
    assert page.inputs.pay_slider.value() == 200


def test_down_payment_waiver_and_grace_have_sliders_too(page) -> None:
    before = page.made.rows[0].due_on
    for key, position, shown in (
        ("down_payment", 500, "45,000.00"), ("waive_principal", 1000, "40,000.00"), ("deferral_months", 6, "50,000.00"),
    ):  # fmt: skip
        slider = field(page, key).slider
        slider.setValue(position)
        assert page.made.totals.payment.grouped() == shown, key
        assert (page.made.rows[0].due_on > before) == (key == "deferral_months"), key
        slider.setValue(0)


def test_arrow_keys_step_a_figure(driver, page) -> None:
    editor = field(page, "instalments").editor
    editor.setFocus()
    QTest.keyClick(editor, Qt.Key.Key_Down)
    assert (editor.text(), len(page.made.rows)) == ("59", 59)
    QTest.keyClick(editor, Qt.Key.Key_PageDown)
    assert len(page.made.rows) == 53


def test_undo_and_redo_walk_the_terms(driver, page) -> None:
    page.inputs.history.rest()
    for value in (50, 44, 40):
        page.inputs.slider.setValue(value)
    field(page, "treat_penalty").editor.setFocus()
    driver.pick(field(page, "treat_penalty").editor, "in_plan")
    driver.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (page.made.terms.treat_penalty, len(page.made.rows)) == ("waive", 40)
    driver.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(page.made.rows) == 60, "a drag is one step"
    driver.press(Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert (len(page.made.rows), page.inputs.slider.value()) == (40, 40)
    assert driver.window.session.desk.store.find(PlanVersion) == ()


def test_undo_inside_a_field_takes_back_the_plan_not_a_letter(driver, page) -> None:
    page.inputs.history.rest()
    driver.fill(page.inputs.form, {"down_payment": "5000"})
    driver.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.made.terms.down_payment == Money(0)
    assert field(page, "down_payment").editor.text() == ""


def test_a_typed_payment_locks_its_row_and_the_rest_shares(driver, page) -> None:
    page.table.content.setData(page.table.content.index(1, PAYMENT), "2,000")
    payments = [row.payment_minor for row in page.made.rows]
    assert (payments[1], sum(payments), len(payments)) == (2000_00, 50_000_00, 60)
    assert payments[0] == payments[2] < 833_34
    marks = [
        page.table.content.data(page.table.content.index(row, 0), Qt.ItemDataRole.DecorationRole) for row in (0, 1)
    ]
    assert (marks[0] is None, marks[1] is None) == (True, False)


def test_the_l_key_and_the_menu_lock_and_free_a_row(driver, page) -> None:
    page.table.setFocus()
    page.table.setCurrentIndex(page.table.content.index(4, PAYMENT))
    QTest.keyClick(page.table, Qt.Key.Key_L)
    assert [one.no for one in page.made.terms.fixed] == [5]
    assert page.table.currentIndex().row() == 4, "the keyboard keeps its place"
    free = page.schedule.menu().actions()[0]
    assert free.text().startswith("解除锁定")
    free.trigger()
    assert page.made.terms.fixed == ()
    page.inputs.undo()
    assert [one.no for one in page.made.terms.fixed] == [5]


def test_a_lock_keeps_the_number_when_the_payment_led(page) -> None:
    page.inputs.pay_slider.setValue(100)
    page.schedule.type_amount(1, "3000")
    assert (len(page.made.rows), page.made.rows[0].payment_minor) == (50, 3000_00)


def test_locks_that_leave_no_plan_can_be_freed(page) -> None:
    page.schedule.type_amount(2, "60000")
    assert not page.keep_button.isEnabled()
    assert page.note.text()
    page.schedule.menu().actions()[-1].trigger()
    assert len(page.made.rows) == 60


def test_an_amount_tells_its_formula_with_values(driver, page) -> None:
    driver.fill(page.inputs.form, {"method": "equal_instalment", "rate": "12", "instalments": "12"})
    interest = page.table.content.index(1, PAYMENT - 3)
    page.table.setCurrentIndex(interest)
    row = page.made.rows[1]
    message = page.schedule.formula.whole
    assert message.startswith("第 2 期利息")
    for part in (row.opening.grouped(), "0.12", "30", "÷ 360", row.interest.grouped()):
        assert part in message


def test_pressing_the_payment_of_the_trial_explains_it(driver, page) -> None:
    QTest.mouseClick(page.columns.trial.payment, Qt.MouseButton.LeftButton)
    assert "50,000.00 ÷ 期数 60 = 833.34" in page.schedule.formula.whole


def test_total_and_saving_of_a_column_are_explained_too(driver, page) -> None:
    QTest.mouseClick(page.columns.trial.total, Qt.MouseButton.LeftButton)
    assert "应还本金 50,000.00 = 50,000.00" in page.schedule.formula.whole
    QTest.mouseClick(page.columns.trial.saved, Qt.MouseButton.LeftButton)
    assert page.columns.trial.saved.whole in page.schedule.formula.whole
    assert " − " in page.schedule.formula.whole
    page.columns.trial.payment.setFocus()
    driver.press(Qt.Key.Key_Return)
    assert "833.34" in page.schedule.formula.whole


def test_what_doing_nothing_owes_is_explained_by_mouse_and_keys(driver, page) -> None:
    waiting = page.columns.waiting
    _, half_a_year = waiting.points[3]
    QTest.mouseClick(half_a_year, Qt.MouseButton.LeftButton)
    message = page.schedule.formula.whole
    assert message.endswith(f" = {half_a_year.whole}")
    assert "30 天的月数 6" in message
    _, a_month = waiting.points[0]
    a_month.setFocus()
    driver.press(Qt.Key.Key_Space)
    assert page.schedule.formula.whole.endswith(f" = {a_month.whole}")
    waiting.payment.setFocus()
    driver.press(Qt.Key.Key_Return)
    assert "今日本金 50,000.00" in page.schedule.formula.whole


def test_total_saving_and_yearly_cost_are_explained_by_keys(driver, page) -> None:
    driver.fill(page.inputs.form, {"method": "equal_instalment", "rate": "18", "instalments": "12"})
    trial = page.columns.trial
    for figure, key in ((trial.total, Qt.Key.Key_Return), (trial.saved, Qt.Key.Key_Enter)):
        figure.setFocus()
        driver.press(key)
        assert page.schedule.formula.whole.endswith(f" = {figure.whole}")
    trial.cost.setFocus()
    driver.press(Qt.Key.Key_Space)
    simple, compound = trial.cost.whole.rstrip("%").split("/")
    message = page.schedule.formula.whole
    assert f"× 12 = {simple}%" in message
    assert message.endswith(f"^ 12 − 1 = {compound}%")
    page.schedule.clear_message()
    QTest.mouseClick(trial.cost, Qt.MouseButton.LeftButton)
    assert page.schedule.formula.whole == message


def test_plans_stand_beside_doing_nothing_and_the_best_are_marked(driver, page) -> None:
    driver.command("primary")
    page.inputs.slider.setValue(24)
    assert 1 <= len(page.columns.compared) <= 3
    waiting = [figure.whole for _, figure in page.columns.waiting.points]
    assert len(waiting) == 5
    assert all(waiting)
    assert page.columns.trial.until.whole.startswith("★")
    assert page.columns.star.isVisible() and page.columns.star.text().startswith("★ ")
    kept = page.columns.kept[driver.case.file.plans[0].id]
    assert kept.payment.text().startswith("★")
    assert kept.property("chosen")
    assert not page.columns.trial.payment.text().startswith("★")


def test_a_column_tells_the_surplus_the_authority_and_missing_proofs(driver, page) -> None:
    trial = page.columns.trial
    assert trial.fit.text() == "69.2%"
    assert (trial.chip.text(), "批准" in trial.needs.whole) == ("可承受", True)
    page.inputs.slider.setValue(24)
    assert trial.chip.text() == "超出结余"


def test_an_unknown_rate_is_said_and_leads_to_its_field(driver, page) -> None:
    card = page.account
    driver.window.session.run(cases.save_account, account(id=card.id, case_id=card.case_id, due_day=10))
    assert "利率" in page.columns.waiting.note.text()
    assert [curve.dashed for curve in page.chart.curves] == [False]
    asked: list[object] = []
    page.field_requested.connect(asked.append)
    driver.click(page.columns.waiting.rate_button)
    assert asked == [f"account.{card.id}.rate"]


def test_an_option_is_put_into_the_fields_with_its_reason(driver, page) -> None:
    case = driver.case.file.case
    asked = case.__class__(
        case.id,
        case.number,
        case.debtor_id,
        case.opened_on,
        reason="illness",
        requests=("instalment_plan", "stop_interest"),
    )
    driver.window.session.run(cases.save_conversation, asked)
    driver.click(page.tabs.tabs["options"])
    page.options.table.selectRow(0)
    first = page.options.table.current()
    assert page.options.why.text()
    driver.click(page.options.try_button)
    assert page.made.terms == first.option.terms
    assert page.tabs.shown == "schedule"


def test_the_stress_strip_names_the_first_month_that_breaks(driver, page) -> None:
    strip = page.stress
    assert "✓" in strip.results["as_is"].whole
    assert strip.results["income_30"].whole == f"✕ {page.made.rows[0].due_on:%Y-%m}"
    assert strip.safe["income_10"].whole == "≤ 744.00"
    assert strip.results["festival"].whole == "—"
    driver.fill(strip.form, {"month": "2", "cost": "1500"})
    assert strip.results["festival"].whole == "✕ 2027-02"
    driver.fill(strip.form, {"reserve": "1000"})
    assert "✓" in strip.results["festival"].whole


def test_tab_walks_the_inputs_in_their_order(driver, page) -> None:
    page.inputs.accounts.setFocus()
    walked = []
    for _ in range(12):
        driver.press(Qt.Key.Key_Tab)
        walked.append(QApplication.focusWidget())
    wanted = [field(page, "method").editor, field(page, "first_due").editor]
    for key in ("instalments", "affordable", "down_payment", "waive_principal", "deferral_months"):
        wanted += [field(page, key).slider, field(page, key).editor]
    assert walked == wanted


def test_privacy_covers_the_account_number(driver, page) -> None:
    assert "6214" in page.inputs.accounts.currentText()
    driver.command("privacy")
    assert "6214" not in page.inputs.accounts.currentText()


def test_each_account_keeps_its_own_trial(driver, page) -> None:
    case_id = driver.case.file.case.id
    second = account(id="a2", case_id=case_id, number="6225880000009999", principal=Money(10_000_00))
    driver.window.session.run(cases.save_account, second)
    driver.pick(page.inputs.accounts, "a2")
    assert len(page.made.rows) == 12
    page.inputs.slider.setValue(20)
    driver.pick(page.inputs.accounts, "a1")
    assert len(page.made.rows) == 60
    driver.pick(page.inputs.accounts, "a2")
    assert len(page.made.rows) == 20
