"""Every method and treatment of the calculator has its control: the further terms, steps, rows by hand, parts of a settlement."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.builders import account
from tests.ui.driver import Driver
from ui.pages.plan.form import MORE, local_field_ref
from ui.pages.plan.page import PlanPage
from ui.pages.plan.schedule import PAYMENT
from ui.pages.plan.terms_from_form import STEPS
from workstation.actions import cases
from workstation.money import Money, Rounding
from workstation.plan.calc.terms_json import DAY_COUNTS, MODES, SHIFTS, TREATMENTS
from workstation.plan.schedule.terms import METHODS, Every, FixedPayment, Step
from workstation.rates import Rate


@pytest.fixture
def page(driver: Driver) -> PlanPage:
    """One card at 18 % whose old interest and fees are waived in the first trial, in twelve rows."""
    case = driver.new_case("欧阳·阿依古丽")
    card = account(case_id=case.file.case.id, rate=Rate(Decimal("0.18")), due_day=10)
    driver.window.session.run(cases.save_account, card)
    opened = driver.page("plan")
    driver.fill(opened.inputs.form, {"treat_interest": "waive", "treat_fees": "waive"})
    opened.inputs.history.rest()
    return opened


def field(page: PlanPage, key: str):
    return page.inputs.form.fields[key]


def cell(page: PlanPage, row: int, column: int = PAYMENT):
    return page.table.model().index(row, column)


def codes(page: PlanPage, key: str) -> set[str]:
    editor = field(page, key).editor
    return {editor.itemData(place) for place in range(editor.count())}


def test_every_choice_of_the_contract_is_offered(page) -> None:
    assert codes(page, "method") == set(METHODS)
    assert codes(page, "treat_penalty") == set(TREATMENTS)
    assert codes(page, "day_count") == set(DAY_COUNTS)
    assert codes(page, "rounding_mode") == set(MODES)
    assert codes(page, "shift") == set(SHIFTS)


FURTHER_TERMS = (
    ({"every_count": "2", "every_unit": "weeks"}, "every", Every(0, 14)),
    ({"every_count": "10", "every_unit": "days"}, "every", Every(0, 10)),
    ({"every_count": "3"}, "every", Every(3)),
    ({"grace_interest": "4"}, "grace_interest", 4),
    ({"interest_from": "2026-12-01"}, "interest_from", date(2026, 12, 1)),
    ({"day_count": "actual/365"}, "day_count", "actual/365"),
    ({"remainder": "first"}, "remainder", "first"),
    ({"rounding": "100", "rounding_mode": "half_even"}, "rounding", Rounding(100, "half_even")),
    ({"shift": "following", "calendar": "cn"}, "calendar", "cn"),
    ({"shift": "modified_following"}, "shift", "modified_following"),
    ({"deferral_months": "2", "deferral_interest": "accrues"}, "deferral_interest", "accrues"),
)


def test_a_further_term_reaches_the_plan_and_comes_back(driver, page) -> None:
    before = page.made.terms
    for given, name, expected in FURTHER_TERMS:
        driver.fill(page.inputs.form, {"method": "equal_instalment", **given})
        assert getattr(page.made.terms, name) == expected
        kept = page.made.terms
        page.inputs.try_terms(page.account, before)
        page.inputs.try_terms(page.account, kept)
        page.redraw()
        assert page.made.terms == kept, given
        page.inputs.try_terms(page.account, before)
        page.redraw()
        assert page.made.terms == before, given


def test_the_tab_says_that_something_behind_it_is_unusual(driver, page) -> None:
    more = page.inputs.sheets.tabs["more"]
    assert "•" not in more.text()
    driver.fill(page.inputs.form, {"shift": "following"})
    assert more.text().endswith("•")
    page.inputs.undo()
    assert "•" not in more.text()
    assert page.made.terms.shift == "none"


def test_months_are_left_out_by_mouse_and_keys(driver, page) -> None:
    driver.click(page.inputs.sheets.tabs["more"])
    months = field(page, "skip_months").editor
    february = months.rect_of(2).center()
    QTest.mouseClick(months, Qt.MouseButton.LeftButton, pos=QPoint(int(february.x()), int(february.y())))
    assert page.made.terms.skip_months == (2,)
    months.setFocus()
    for _ in range(5):
        QTest.keyClick(months, Qt.Key.Key_Right)
    QTest.keyClick(months, Qt.Key.Key_Space)
    assert page.made.terms.skip_months == (2, 7)
    assert {row.due_on.month for row in page.made.rows} == {1, 3, 4, 5, 6, 8, 9, 10, 11, 12}
    assert len(page.made.rows) == 12
    QTest.keyClick(months, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.made.terms.skip_months == ()
    QTest.keyClick(months, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert page.made.terms.skip_months == (2, 7)


def test_steps_stand_on_their_own_sheet_and_start_from_the_plan(driver, page) -> None:
    assert not page.inputs.sheets.tabs["steps"].isVisible()
    driver.fill(page.inputs.form, {"method": "step"})
    assert page.inputs.sheets.shown == "steps"
    assert page.made.terms.steps == (Step(1, Money(2090_00)), Step(7, None))
    driver.fill(
        page.inputs.form, {"step_1_amount": "1000", "step_2_from": "5", "step_2_amount": "3000", "step_3_from": "9"}
    )
    assert page.made.terms.steps == (Step(1, Money(1000_00)), Step(5, Money(3000_00)), Step(9, None))
    paid = [row.payment_minor for row in page.made.rows]
    assert (paid[0], paid[4], paid[8]) == (1000_00, 3000_00, 8500_00)
    driver.fill(page.inputs.form, {"method": "interest_free"})
    assert page.inputs.sheets.shown == "trial"
    assert page.made.terms.steps == ()
    page.inputs.undo()
    assert page.made.terms.method == "step"
    assert page.made.terms.steps[2] == Step(9, None)


def test_a_wrong_step_is_refused_at_its_field(driver, page) -> None:
    driver.fill(page.inputs.form, {"method": "step", "step_1_from": "1", "step_1_amount": "", "step_2_from": "7"})
    assert field(page, "step_1_amount").editor.property("wrong")
    assert page.note.text()
    driver.fill(page.inputs.form, {"step_1_amount": "2000", "step_2_from": ""})
    driver.fill(page.inputs.form, {"step_2_amount": "9"})
    assert field(page, "step_2_from").editor.property("wrong")


def test_more_steps_than_fields_are_not_lost(page) -> None:
    terms = page.inputs.terms(page.account)
    steps = (*(Step(no, Money(4000_00 + no * 100)) for no in range(1, STEPS + 3)), Step(STEPS + 3, None))
    stepped = replace(terms, method="step", steps=steps)
    page.inputs.try_terms(page.account, stepped)
    page.redraw()
    assert page.made.terms.steps == steps
    page.inputs.undo()
    page.inputs.redo()
    assert page.made.terms.steps == steps


def test_custom_rows_start_from_the_plan_and_are_typed_over(driver, page) -> None:
    driver.fill(page.inputs.form, {"method": "custom"})
    assert page.made.terms.fixed[0] == FixedPayment(1, Money(4166_67))
    assert len(page.made.terms.fixed) == 11
    page.table.setFocus()
    page.table.setCurrentIndex(cell(page, 0))
    QTest.keyClick(page.table, Qt.Key.Key_F2)
    editor = page.table.findChild(QLineEdit)
    editor.selectAll()
    QTest.keyClicks(editor, "1000")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QApplication.processEvents()
    rows = page.made.rows
    assert (rows[0].payment, rows[1].payment, rows[-1].payment) == (Money(1000_00), Money(4166_67), Money(7333_30))
    page.table.setCurrentIndex(cell(page, 1))
    QTest.keyClick(page.table, Qt.Key.Key_L)
    assert page.made.rows[1].payment > Money(4166_67)
    page.inputs.undo()
    assert page.made.rows[1].payment == Money(4166_67)


def test_more_custom_rows_share_what_is_left(driver, page) -> None:
    driver.fill(page.inputs.form, {"method": "custom"})
    page.schedule.type_amount(11, "100")
    driver.fill(page.inputs.form, {"instalments": "14"})
    assert len(page.made.rows) == 14
    assert page.made.rows[10].payment == Money(100_00)
    driver.fill(page.inputs.form, {"method": "interest_free"})
    assert page.made.terms.fixed == ()


def test_a_settlement_is_paid_in_one_part_or_in_a_few(driver, page) -> None:
    driver.fill(page.inputs.form, {"method": "lump_sum"})
    assert [row.payment for row in page.made.rows] == [Money(50_000_00)]
    assert not field(page, "affordable").isEnabled()
    driver.fill(page.inputs.form, {"instalments": "3"})
    page.schedule.type_amount(1, "20000")
    assert [row.payment_minor for row in page.made.rows] == [20_000_00, 15_000_00, 15_000_00]
    driver.fill(page.inputs.form, {"method": "equal_instalment"})
    assert (len(page.made.rows), page.made.terms.rate) == (12, Rate(Decimal("0.18")))
    assert field(page, "affordable").isEnabled()


def test_flat_fee_and_flat_interest(driver, page) -> None:
    driver.fill(page.inputs.form, {"method": "flat_fee", "rate": "0.6"})
    assert {row.fee for row in page.made.rows} == {Money(300_00)}
    driver.fill(page.inputs.form, {"method": "flat_interest", "rate": "12"})
    assert {row.interest for row in page.made.rows[1:]} == {Money(500_00)}


def test_the_tab_key_reaches_every_field_of_a_sheet(driver, page) -> None:
    driver.click(page.inputs.sheets.tabs["more"])
    reached = set()
    page.inputs.accounts.setFocus()
    for _ in range(40):
        driver.press(Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        reached |= {key for key in MORE if field(page, key).editor is focus}
    assert reached == set(MORE)


FIELD_OF = {
    "option.1.steps[0].amount": "step_1_amount", "terms.first_due": "first_due",
    "steps[2]": "step_3_from", "steps": "step_1_from", "every.days": "every_count",
    "grace.interest": "grace_interest", "deferral.months": "deferral_months", "shift.calendar": "calendar",
    "period_fee": "rate", "skip_months": "skip_months", "rounding.unit": "rounding",
}  # fmt: skip


def test_findings_find_their_field(page) -> None:
    assert {subject: local_field_ref(subject) for subject in FIELD_OF} == FIELD_OF
    assert set(FIELD_OF.values()) <= set(page.inputs.form.fields)


def test_the_bank_may_ask_for_what_only_the_trial_can_say(driver, page) -> None:
    driver.command("primary")
    ours = driver.case.file.plans[0]
    driver.fill(page.inputs.form, {"every_count": "2", "every_unit": "weeks", "instalments": "26"})
    driver.click(page.tabs.tabs["counter"])
    driver.click(page.counter.trial_button)
    assert {one.field for one in page.counter.table.content.rows} >= {"every", "instalments", "result.payment"}
    driver.fill(page.counter.form, {"by": "王经理"})
    driver.click(page.counter.accept_button)
    theirs = driver.case.file.plans[-1]
    assert theirs.terms.every == Every(0, 14)
    assert driver.case.file.chosen(ours.account_id) == theirs


def test_a_method_brings_its_own_price(driver, page) -> None:
    """What was free of interest stays so row by row; a yearly rate is not taken for a fee a period."""
    driver.fill(page.inputs.form, {"method": "custom"})
    assert page.made.totals.interest == Money(0)
    driver.fill(page.inputs.form, {"method": "equal_principal"})
    assert page.made.terms.rate == Rate(Decimal("0.18"))
    driver.fill(page.inputs.form, {"method": "custom"})
    assert page.made.rows[1].payment > page.made.rows[2].payment, "rows start from what stood before"
    driver.fill(page.inputs.form, {"method": "flat_fee"})
    assert page.made.totals.fee == Money(0)
    driver.fill(page.inputs.form, {"method": "step"})
    assert page.made.terms.rate.value == 0
    page.inputs.undo()
    assert page.made.terms.method == "flat_fee"
