"""Days as lists write them: serials, short years, orders that only a person can tell."""

from __future__ import annotations

from datetime import date

import pytest

from tests.profile.portfolio.test_due_days import TODAY
from workstation.errors import Refused
from workstation.profile.portfolio.cells import day
from workstation.profile.portfolio.dry_run import plan_import

MARCH_2 = date(2026, 3, 2)


@pytest.mark.parametrize(
    ("text", "order", "wanted"),
    [
        ("46083", None, MARCH_2),
        ("46083.25", None, MARCH_2),
        ("1772409600000", None, MARCH_2),
        ("2026-03-01T23:30:00Z", None, MARCH_2),
        ("2026 03 02", None, MARCH_2),
        ("2026－03－02", None, MARCH_2),
        ("２０２６／３／２", None, MARCH_2),
        ("115/03/02", None, MARCH_2),
        ("26-3-2", None, MARCH_2),  # 26 March 2002 is no day of a debt of today
        ("26/03/02", None, MARCH_2),
        ("24-3-25", "dmy", date(2025, 3, 24)),
        ("24-3-25", "ymd", date(2024, 3, 25)),
        ("24-3-25", None, "day_order_unclear"),  # 2024-03-25 or 24 March 2025
        ("02/03/2026", None, "day_order_unclear"),
        ("02/03/2026", "ymd", "day_order_unclear"),  # no such order
        ("3/13/2026", None, "day_order_unclear"),
        ("02/03/2026", "dmy", MARCH_2),
        ("03/02/2026 10:00", "mdy", MARCH_2),
        ("3/13/2026", "dmy", "day_unreadable"),
        ("99-13-32", None, "day_unreadable"),
        ("2026-02-30", None, "day_unreadable"),
        ("12345678", None, "day_unreadable"),
    ],
)
def test_a_day_has_one_reading_or_is_asked(text, order, wanted):
    try:
        assert day(text, order, TODAY) == wanted
    except Refused as refusal:
        assert refusal.findings[0].code == wanted


def test_the_order_is_asked_once_for_the_list():
    data = "姓名,银行,卡号,本金,逾期开始日期\nA,B,1,9,02/03/2026\nC,B,2,9,3/13/2026\nD,B,3,9,26-3-2\n".encode()
    asked = plan_import(data, "a.csv", today=TODAY)
    assert [(row.row, row.findings[0].code) for row in asked.rejected] == [
        (2, "cell_day_unclear"),
        (3, "cell_day_unclear"),
    ]
    told = plan_import(data, "a.csv", today=TODAY, date_order="mdy")
    assert [claim.account.due_given for claim in told.claims] == [date(2026, 2, 3), date(2026, 3, 13), MARCH_2]
    wrong = plan_import(data, "a.csv", today=TODAY, date_order="dmy")
    assert [(row.row, row.findings[0].code) for row in wrong.rejected] == [(3, "cell_day")]
