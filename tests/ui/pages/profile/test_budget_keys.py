"""Up and down in the budget: from amount to amount and from list to list, past the periods that Tab comes by."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

UP, DOWN = Qt.Key.Key_Up, Qt.Key.Key_Down


@pytest.fixture
def budget(driver):
    driver.new_case("欧阳·阿依古丽")
    profile = driver.page("profile")
    driver.click(profile.switches["budget"])
    return profile.budget


def here(budget) -> tuple[str, str]:
    """Side and category of the amount in which the cursor is."""
    focus = QApplication.focusWidget()
    return next((side, code) for side, lines in budget.sides.items() for code, edit, *_ in lines.rows if edit is focus)


def test_down_and_up_go_over_every_amount_and_stop_at_the_ends(driver, budget) -> None:
    wanted = [(side, code) for side, lines in budget.sides.items() for code, *_ in lines.rows]
    assert here(budget) == wanted[0]
    walked = [here(budget)]
    for _ in wanted[1:]:
        driver.press(DOWN)
        walked.append(here(budget))
    assert walked == wanted
    driver.press(DOWN)
    assert here(budget) == wanted[-1]
    for _ in wanted:
        driver.press(UP)
        walked.append(here(budget))
    assert walked[len(wanted) :] == [*wanted[-2::-1], wanted[0]]


def test_an_amount_that_is_come_to_is_replaced_by_typing(driver, budget) -> None:
    _, first, *_ = budget.sides["income"].rows[0]
    QTest.keyClicks(first, "120")
    driver.press(DOWN)
    driver.press(UP)
    assert first.hasFocus()
    QTest.keyClicks(first, "5")
    assert first.text() == "5"


def test_a_period_keeps_its_own_arrows(driver, budget) -> None:
    _, _, every, _ = budget.sides["income"].rows[0]
    every.setFocus()
    before = every.raw()
    driver.press(DOWN)
    assert every.hasFocus() and every.raw() != before


def test_an_amount_that_cannot_be_read_is_told_in_words_with_its_category(driver, budget) -> None:
    _, first, *_ = budget.sides["income"].rows[0]
    _, rent, *_ = budget.sides["expense"].rows[0]
    driver.type(first, "12 000")
    assert budget.surplus.text() == "—"
    assert budget.remark.text().startswith(f"✕ {first.accessibleName()}：“12 000”")
    driver.type(rent, "x")
    driver.type(first, "12000")
    assert budget.remark.text().startswith(f"✕ {rent.accessibleName()}：")
    driver.type(rent, "")
    assert budget.remark.property("role") == "quiet" and budget.surplus.text() == "¥ 12,000.00"
