"""The plan in a small window: it scrolls one way, and no field, figure or button of it is squeezed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from tests.builders import account
from ui.look.fonts import font
from ui.pages.plan.schedule import PAYMENT
from ui.widgets.room.page_area import PageArea
from workstation.actions import cases

pytestmark = pytest.mark.styled


@pytest.fixture
def page(driver):
    case = driver.new_case("欧阳·阿依古丽")
    driver.window.session.run(cases.save_account, account(case_id=case.file.case.id))
    return driver.page("plan")


@pytest.mark.parametrize(("size", "scrolls"), [((1366, 768), False), ((1093, 614), True)])
def test_fields_and_answers_are_whole(driver, page, size, scrolls) -> None:
    driver.window.resize(QSize(*size))
    page.keep()
    page.tabs.turn_to("counter")
    QApplication.processEvents()
    for field in (page.inputs.form.fields["instalments"], page.counter.form.fields["instalments"]):
        assert field.editor.height() >= 24
    for answer in (page.counter.accept_button, page.counter.counter_button, page.counter.refuse_button):
        assert answer.width() >= answer.fontMetrics().horizontalAdvance(answer.text().replace("&", ""))
    area = page.parentWidget().parentWidget()
    assert isinstance(area, PageArea)
    assert area.horizontalScrollBar().maximum() == 0
    assert (area.verticalScrollBar().maximum() > 0) is scrolls
    driver.put(page.counter.form.fields["instalments"], "36")
    page.counter.accept_button.setFocus()
    shown = page.counter.accept_button.visibleRegion().boundingRect()
    assert shown.width() >= page.counter.accept_button.width() - 1


def test_the_payment_of_a_row_is_never_scrolled_out_of_sight(driver, page) -> None:
    """Six columns of amounts have no room at 1366 pixels; what is to be paid stands before its parts."""
    driver.window.resize(QSize(1366, 768))
    driver.fill(page.inputs.form, {"instalments": "12", "method": "equal_instalment", "rate": "12%"})
    QApplication.processEvents()
    table = page.schedule.table
    assert table.content.rows
    left = table.columnViewportPosition(PAYMENT)
    assert left >= 0 and left + table.columnWidth(PAYMENT) <= table.viewport().width()
    assert table.horizontalHeader().visualIndex(PAYMENT) == 2


def test_a_large_payment_within_a_plan_is_whole(driver, page) -> None:
    """The widths follow the longest sums, wherever in the plan they stand."""
    driver.window.resize(QSize(1366, 768))
    driver.fill(page.inputs.form, {"instalments": "12", "method": "equal_instalment", "rate": "12%"})
    page.schedule.table.setFixedWidth(280)  # no more than the amounts take
    rows = list(page.schedule.made.rows)
    rows[5] = rows[5]._replace(payment_minor=9_876_543_21)
    page.schedule.show_plan(replace(page.schedule.made, rows=tuple(rows)))
    QApplication.processEvents()
    table = page.schedule.table
    for row in range(12):
        for column in range(8):
            text = str(table.content.index(row, column).data() or "")
            if not table.isColumnHidden(column):
                assert QFontMetrics(font(bold=column == PAYMENT)).horizontalAdvance(text) + 8 <= table.columnWidth(
                    column
                )
    assert "9,876,543.21" in [one.payment.grouped() for one in table.content.rows]
