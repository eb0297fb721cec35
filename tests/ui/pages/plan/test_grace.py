"""Months of interest only: asked for where a method has interest, undone like the other terms, refused at their field."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.builders import account
from tests.ui.driver import Driver
from ui.pages.plan.page import PlanPage
from workstation.actions import cases
from workstation.rates import Rate

pytestmark = pytest.mark.styled


@pytest.fixture
def page(driver: Driver) -> PlanPage:
    """One card at 18 %."""
    case = driver.new_case("欧阳·阿依古丽")
    card = account(case_id=case.file.case.id, rate=Rate(Decimal("0.18")), due_day=10)
    driver.window.session.run(cases.save_account, card)
    return driver.page("plan")


def test_months_of_interest_only_are_asked_where_there_is_interest(driver, page) -> None:
    grace = page.inputs.form.fields["grace_principal"]
    assert not grace.isVisible()
    driver.fill(page.inputs.form, {"method": "equal_instalment", "rate": "12", "instalments": "12"})
    assert grace.isVisible()
    page.inputs.history.rest()
    for months in (1, 2, 3):
        grace.slider.setValue(months)
    rows = page.made.rows
    assert [row.principal_minor == 0 for row in rows] == [True] * 3 + [False] * 9
    assert all(row.interest_minor for row in rows)
    page.inputs.undo()
    assert (page.made.terms.grace_principal, grace.slider.value()) == (0, 0)
    page.inputs.redo()
    assert (page.made.terms.grace_principal, grace.slider.value()) == (3, 3)
    driver.command("primary")
    assert driver.case.file.plans[0].terms.grace_principal == 3


def test_interest_only_to_the_end_is_refused_at_its_field(driver, page) -> None:
    driver.fill(
        page.inputs.form, {"method": "equal_instalment", "rate": "12", "instalments": "6", "grace_principal": "6"}
    )
    assert page.made is None
    assert page.inputs.form.fields["grace_principal"].editor.property("wrong")


def test_interest_only_stays_in_sight_when_the_method_turns(driver, page) -> None:
    driver.fill(page.inputs.form, {"method": "equal_instalment", "rate": "12", "grace_principal": "3"})
    driver.fill(page.inputs.form, {"method": "interest_free"})
    assert page.inputs.form.fields["grace_principal"].isVisible()
    driver.fill(page.inputs.form, {"grace_principal": "0"})
    assert not page.inputs.form.fields["grace_principal"].isVisible()
