"""Doing nothing above the cap: a line of the column where it stands, the finding with its source from the keyboard."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from tests.builders import account
from workstation.actions import cases
from workstation.money import Money
from workstation.rates import Rate


def opened(driver, **changes):
    case = driver.new_case("欧阳·阿依古丽")
    card = account(**{"case_id": case.file.case.id, "rate": Rate(Decimal("0.0005"), "daily"), **changes})
    driver.window.session.run(cases.save_account, card)
    return driver.page("plan")


def test_a_year_above_the_cap_is_told_with_its_source(driver) -> None:
    page = opened(driver, minimum_due=Money(300_000))
    place = page.columns.waiting.cap
    assert place.isVisible()
    assert place.whole == "26.69%"
    assert "法发〔2017〕22号" in place.toolTip()
    place.setFocus()
    QTest.keyClick(place, Qt.Key.Key_Return)
    assert "超过年化 24.00%" in page.schedule.formula.whole
    assert "协商的理由" in page.schedule.formula.whole
    assert page.schedule.formula.copy_button.isEnabled()


@pytest.mark.parametrize("changes", [{}, {"rate": None, "minimum_due": Money(300_000)}])
def test_below_the_cap_or_without_a_rate_nothing_is_said(driver, changes) -> None:
    assert not opened(driver, **changes).columns.waiting.cap.isVisible()


def test_without_an_account_nothing_is_said(driver) -> None:
    driver.new_case("张伟")
    waiting = driver.page("plan").columns.waiting
    names = [one for one in waiting.findChildren(QLabel) if one.text() == "△ 一年成本"]
    assert [one.isVisible() for one in (waiting.cap, *names)] == [False, False]
