"""Fields read what people type, show it in one form, and answer to the keyboard."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtGui import QFocusEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.builders import TODAY
from ui.look.theme import load_theme
from ui.widgets.dates.month_day_edit import MonthDayEdit
from ui.widgets.day_edit import DayEdit
from ui.widgets.editors import IN_INSTALMENTS, ChoiceEdit, CountEdit, NoteEdit, TextEdit
from ui.widgets.field import Field
from ui.widgets.money_edit import MoneyEdit
from ui.widgets.rate_edit import RateEdit
from workstation.errors import Refused
from workstation.money import Money
from workstation.rates import Rate


@pytest.fixture
def chinese() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("zh_CN"))
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("1200", 1200_00), ("1,200.5", 1200_50), ("¥ 1,200.50", 1200_50), ("１２００", 1200_00), ("", 0)],
)
def test_amounts(qtbot, typed, meant) -> None:
    edit = MoneyEdit()
    qtbot.addWidget(edit)
    edit.setText(typed)
    assert edit.draft() == Money(meant)


def test_an_amount_is_grouped_once_it_is_left(qtbot) -> None:
    edit = MoneyEdit()
    qtbot.addWidget(edit)
    QTest.keyClicks(edit, "1234567.8")
    QApplication.sendEvent(edit, QFocusEvent(QEvent.Type.FocusOut))
    assert edit.text() == "1,234,567.80"


def test_an_optional_amount_may_be_empty_and_a_currency_has_its_own_digits(qtbot) -> None:
    optional, yen = MoneyEdit(optional=True), MoneyEdit("JPY")
    for edit in (optional, yen):
        qtbot.addWidget(edit)
    assert optional.draft() is None
    yen.setText("1200.5")
    with pytest.raises(Refused):
        yen.draft()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("18.25", "0.1825"), ("18.25%", "0.1825"), ("18.25％", "0.1825"), ("0", "0")],
)
def test_a_bare_number_is_per_cent(qtbot, typed, meant) -> None:
    edit = RateEdit()
    qtbot.addWidget(edit)
    edit.setText(typed)
    assert edit.draft() == Rate(Decimal(meant))


@pytest.mark.parametrize(
    ("typed", "meant", "shown"),
    [
        ("日万分之五", Rate(Decimal("0.0005"), "daily"), "0.05%/day"),
        ("日0.0005", Rate(Decimal("0.0005"), "daily"), "0.05%/day"),
        ("月息1.5%", Rate(Decimal("0.015"), "monthly"), "1.50%/month"),
        ("0.05%/天", Rate(Decimal("0.0005"), "daily"), "0.05%/day"),
        ("年0.5%", Rate(Decimal("0.005")), "0.50%"),
        ("年利率18.25%", Rate(Decimal("0.1825")), "18.25%"),
    ],
)
def test_a_rate_keeps_the_span_that_it_names_and_shows_it(qtbot, typed, meant, shown) -> None:
    """A card's 0.05 % a day under the heading of a yearly rate would be another rate altogether."""
    edit = RateEdit()
    qtbot.addWidget(edit)
    edit.setText(typed)
    assert edit.draft() == meant
    edit.load(meant)
    assert (edit.text(), edit.draft()) == (shown, meant)


@pytest.mark.parametrize("typed", ["万分之五", "5‱", "0.05%", "千分之五"])
def test_a_share_that_no_year_has_asks_for_its_span(qtbot, typed) -> None:
    edit = RateEdit()
    qtbot.addWidget(edit)
    edit.setText(typed)
    with pytest.raises(Refused, match="rate_span_missing"):
        edit.draft()
    edit.judged = "monthly"  # a fee of one period is as low as that
    assert edit.draft()


@pytest.mark.parametrize("typed", ["-1", "much", "1%%"])
def test_what_is_no_rate_is_refused(qtbot, typed) -> None:
    edit = RateEdit()
    qtbot.addWidget(edit)
    edit.setText(typed)
    with pytest.raises(Refused):
        edit.draft()


@pytest.mark.parametrize("typed", ["2026-12-01", "2026/12/1", "20261201", "2026年12月1日"])
def test_days_are_read_in_any_usual_form(qtbot, typed) -> None:
    edit = DayEdit(load_theme("light"), lambda: TODAY)
    qtbot.addWidget(edit)
    edit.setText(typed)
    assert edit.draft() == date(2026, 12, 1)


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        (Qt.Key.Key_Up, date(2026, 2, 1)),
        (Qt.Key.Key_Down, date(2026, 1, 30)),
        (Qt.Key.Key_PageUp, date(2026, 2, 28)),
        (Qt.Key.Key_PageDown, date(2025, 12, 31)),
    ],
)
def test_arrows_step_a_day_and_pages_a_month(qtbot, key, meant) -> None:
    edit = DayEdit(load_theme("light"), lambda: TODAY)
    qtbot.addWidget(edit)
    edit.load(date(2026, 1, 31))
    with qtbot.waitSignal(edit.edited):
        QTest.keyClick(edit, key)
    assert edit.draft() == meant


def test_a_day_said_from_today_keeps_what_it_meant_after_midnight(qtbot) -> None:
    days = [TODAY]
    edit = DayEdit(load_theme("light"), lambda: days[-1])
    qtbot.addWidget(edit)
    QTest.keyClicks(edit, "+7")
    assert edit.raw() == TODAY + timedelta(days=7)
    days.append(TODAY + timedelta(days=1))
    assert edit.raw() == TODAY + timedelta(days=7), "it was typed yesterday"
    edit.clear()
    QTest.keyClicks(edit, "+8")
    assert edit.raw() == TODAY + timedelta(days=9), "the field asks what day it is"


@pytest.mark.parametrize(("edge", "meant"), [("first", date(2019, 3, 1)), ("last", date(2019, 3, 31)), ("", None)])
def test_a_month_is_read_where_a_span_begins_or_ends(qtbot, edge, meant) -> None:
    edit = DayEdit(load_theme("light"), lambda: TODAY, edge)
    qtbot.addWidget(edit)
    edit.setText("2019年3月")
    if meant is not None:
        assert edit.draft() == meant
        return
    with pytest.raises(Refused) as refused:
        edit.draft()
    assert [one.code for one in refused.value.findings] == ["day_of_month_missing"]
    assert edit.raw() == "2019年3月", "what was typed stays"


@pytest.mark.parametrize(
    ("editor", "typed", "beside", "left"),
    [
        (lambda: DayEdit(load_theme("light"), lambda: TODAY), "+30", "= 2026-12-23 周三", "2026-12-23"),
        (lambda: DayEdit(load_theme("light"), lambda: TODAY), "2026-12-23", "= 周三", "2026-12-23"),
        (lambda: DayEdit(load_theme("light"), lambda: TODAY), "soon", "hint", "soon"),
        (lambda: MoneyEdit(), "4.8万", "= 48,000.00", "48,000.00"),
        (lambda: MoneyEdit(), "1200", "hint", "1,200.00"),
        (lambda: MoneyEdit(), "much", "hint", "much"),
        (lambda: RateEdit(), "日万分之五", "= 0.05%/day", "0.05%/day"),
        (lambda: RateEdit(), "0.18", "= 18.00%", "18.00%"),
        (lambda: RateEdit(), "18%", "hint", "18.00%"),
        (lambda: TextEdit(), "今天", "hint", "今天"),
    ],
)  # fmt: skip
def test_what_is_understood_stands_beside_the_field_while_it_is_typed(
    qtbot, chinese, editor, typed, beside, left
) -> None:
    field, committed = Field("key", "Name", editor(), "hint"), QInputMethodEvent()
    qtbot.addWidget(field)
    committed.setCommitString(typed)
    QApplication.sendEvent(field.editor, committed)
    assert field.message == beside
    QApplication.sendEvent(field.editor, QFocusEvent(QEvent.Type.FocusOut))
    assert (field.message, field.editor.text()) == ("hint", left)


def test_the_calendar_opens_by_key_and_its_day_is_taken(qtbot) -> None:
    edit = DayEdit(load_theme("light"), lambda: TODAY)
    qtbot.addWidget(edit)
    edit.show()
    QTest.keyClick(edit, Qt.Key.Key_F4)
    calendar = edit._calendar
    calendar.activated.emit(calendar.selectedDate().addDays(1))
    assert edit.draft() == date(2026, 11, 24)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("", None),
        ("12", 12),
        ("１２", 12),
        ("012", 12),
        ("12期", 12),
        ("12 期", 12),
        ("十二", 12),
        ("十二期", 12),
        ("三十六", 36),
        ("两期", 2),
    ],
)
def test_counts_are_read_as_they_are_said_and_shown_as_numbers(qtbot, typed, meant) -> None:
    edit = CountEdit(1, 60, counted=IN_INSTALMENTS)
    qtbot.addWidget(edit)
    edit.setText(typed)
    assert edit.draft() == meant
    assert edit.understood() == ("" if typed in ("", "12") else str(meant))
    QApplication.sendEvent(edit, QFocusEvent(QEvent.Type.FocusOut))
    assert edit.text() == ("" if meant is None else str(meant))


@pytest.mark.parametrize(
    "typed", ["0", "61", "1.5", "-3", "两", "12个月", "一年", "十二期半", "六十一", "百", "12期期", "期"]
)
def test_counts_outside_their_range_or_of_other_things_are_refused_and_stay(qtbot, typed) -> None:
    edit = CountEdit(1, 60, counted=IN_INSTALMENTS)
    qtbot.addWidget(edit)
    edit.setText(typed)
    with pytest.raises(Refused):
        edit.draft()
    QApplication.sendEvent(edit, QFocusEvent(QEvent.Type.FocusOut))
    assert edit.text() == typed


def test_a_stored_code_that_is_not_offered_stays(qtbot) -> None:
    edit = ChoiceEdit({"rent": "租住"}, empty="—")
    qtbot.addWidget(edit)
    edit.load("castle")
    assert edit.draft() == "castle"
    edit.load("")
    assert edit.draft() == ""


def test_tab_leaves_a_note(qtbot) -> None:
    edit = NoteEdit()
    qtbot.addWidget(edit)
    QTest.keyClicks(edit, "text")
    QTest.keyClick(edit, Qt.Key.Key_Tab)
    assert edit.draft() == "text"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("15", 15),
        ("15日", 15),
        ("15号", 15),
        ("每月15日", 15),
        ("１５號", 15),
        (" 5 ", 5),
        ("31日", 31),
        ("十五号", 15),
        ("每月十号", 10),
        ("15th", 15),
        ("", None),
    ],
)
def test_a_day_of_every_month_is_read_as_it_is_said_and_shown_as_its_number(qtbot, typed, meant) -> None:
    edit = MonthDayEdit()
    qtbot.addWidget(edit)
    edit.setText(typed)
    assert edit.draft() == meant
    QApplication.sendEvent(edit, QFocusEvent(QEvent.Type.FocusOut))
    assert edit.text() == ("" if meant is None else str(meant))


@pytest.mark.parametrize("typed", ["0日", "32号", "15日前", "5月15日", "2026-01-15", "三十二号", "15.0"])
def test_what_is_no_day_of_a_month_is_refused_and_stays_as_it_was_typed(qtbot, typed) -> None:
    edit = MonthDayEdit()
    qtbot.addWidget(edit)
    edit.setText(typed)
    with pytest.raises(Refused):
        edit.draft()
    QApplication.sendEvent(edit, QFocusEvent(QEvent.Type.FocusOut))
    assert edit.text() == typed
