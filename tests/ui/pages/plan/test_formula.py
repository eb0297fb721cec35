"""Formulas on the page: the components of waiting by their names, copied, and written to paper from window and keys."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from tests.builders import account
from tests.documents import poppler
from tests.ui.driver import Driver
from ui.pages.plan.page import PlanPage
from ui.pages.plan.schedule import PAYMENT
from workstation.actions import cases
from workstation.money import Money
from workstation.rates import Rate


@pytest.fixture
def page(driver: Driver) -> PlanPage:
    """One card at 18 % with old charges and an unpaid minimum of 3,000.00."""
    case = driver.new_case("欧阳·阿依古丽")
    card = account(case_id=case.file.case.id, rate=Rate(Decimal("0.1825")), due_day=10, minimum_due=Money(300_000))
    driver.window.session.run(cases.save_account, card)
    return driver.page("plan")


def test_the_components_of_waiting_are_told_one_by_one(driver, page) -> None:
    driver.click(page.columns.waiting.points[4][1])
    bar = page.schedule.formula
    assert set(bar.parts) == {
        "month_penalty", "waiting_principal", "waiting_interest", "waiting_penalty", "waiting_fees", "waiting_total",
    }  # fmt: skip
    assert not bar.parts["waiting_total"].isEnabled()
    message = {}
    for name in list(bar.parts):
        if bar.parts[name].isEnabled():
            driver.click(bar.parts[name])
        message[name] = bar.whole
    year = page.compared.comparison.waiting.points[5]
    assert message["waiting_interest"].endswith(f"= {year.owed.interest.grouped()}")
    assert message["waiting_penalty"].endswith(f"= {year.owed.penalty.grouped()}")
    assert message["month_penalty"].endswith("= 150.00")
    driver.fill(page.inputs.form, {"instalments": "24"})
    assert bar.parts == {}


def test_today_is_told_in_its_parts_too(driver, page) -> None:
    driver.click(page.columns.waiting.payment)
    bar = page.schedule.formula
    driver.click(bar.parts["waiting_principal"])
    assert bar.whole.endswith("今日本金 50,000.00 = 50,000.00")


def test_a_formula_is_copied_by_key_and_button(driver, page) -> None:
    bar = page.schedule.formula
    assert not bar.copy_button.isEnabled()
    page.table.setFocus()
    page.table.setCurrentIndex(page.table.content.index(2, PAYMENT))
    QTest.keyClick(page.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == bar.whole
    QGuiApplication.clipboard().clear()
    driver.click(bar.copy_button)
    assert QGuiApplication.clipboard().text().startswith("第 3 期")


def test_the_formulas_of_the_trial_go_to_paper(driver, page, tmp_path) -> None:
    driver.answers.paths = [tmp_path / "a.pdf"]
    driver.click(page.schedule.formula.sheet_button)
    text = poppler.text((tmp_path / "a.pdf").read_bytes(), tmp_path)
    assert "算式单" in text
    assert "试算（未保留）" in text
    assert page.made.rows[-1].payment.grouped() in text
    assert driver.case.file.plans == ()
