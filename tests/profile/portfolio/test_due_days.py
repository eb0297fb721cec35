"""Which day a heading gives: the due day, the first day overdue, or one that a person must tell; and columns that contradict it."""

from __future__ import annotations

from datetime import date

import pytest

from workstation.profile.account import Account
from workstation.profile.portfolio.column_mapping import known_headers
from workstation.profile.portfolio.dry_run import plan_import
from workstation.profile.portfolio.portfolio import ImportPlan

TODAY = date(2026, 11, 23)
MAY_31, JUNE_1 = date(2026, 5, 31), date(2026, 6, 1)


def planned(header: str, line: str) -> ImportPlan:
    data = f"姓名,银行,卡号,本金,{header}\n张三,招商银行,1234,1000,{line}\n".encode()
    return plan_import(data, "名单.csv", today=TODAY)


def only(plan: ImportPlan) -> Account:
    (claim,) = plan.claims
    return claim.account


@pytest.mark.parametrize(
    ("header", "line", "due_on", "source"),
    [
        ("到期还款日", "2026-05-31", MAY_31, "due_day"),
        ("最后还款日期", "2026/5/31", MAY_31, "due_day"),
        ("逾期开始日期", "2026-06-01", MAY_31, "first_day"),
        ("逾期起始日", "2026年6月1日", MAY_31, "first_day"),
        ("首次逾期日", "20260601", MAY_31, "first_day"),
        ("逾期開始日期", "115/06/01", MAY_31, "first_day"),
        ("Overdue since", "2026-06-01", MAY_31, "first_day"),
        ("逾期日期", "2026-06-01", JUNE_1, "bank_unclear"),
        ("逾期日期,逾期天数", "2026-06-01,176", MAY_31, "first_day"),  # 176 days before 11-23 is 05-31
        ("逾期日期,逾期天数", "2026-05-31,176", MAY_31, "due_day"),
        ("逾期天数", "176", MAY_31, "counted"),
        ("逾期天数,逾期开始日期", "176,", MAY_31, "counted"),
        ("到期还款日,逾期开始日期", "2026-05-31,2026-06-01", MAY_31, "due_day"),
        ("到期还款日,逾期开始日期", "每月31日,2026-06-01", MAY_31, "first_day"),
        ("到期还款日", "31", None, ""),
        ("逾期开始日期", "", None, ""),
    ],
)
def test_a_heading_says_which_day_it_gives(header, line, due_on, source):
    plan = planned(header, line)
    account = only(plan)
    assert (account.due_on, account.due_source) == (due_on, source)
    assert plan.advice == ()


def test_both_days_are_told_and_the_given_one_is_kept():
    account = only(planned("逾期开始日期", "2026-06-01"))
    assert (account.due_on, account.overdue_since, account.due_given) == (MAY_31, JUNE_1, JUNE_1)
    assert account.days_overdue(date(2026, 8, 30)) == 91
    unclear = only(planned("逾期日期", "2026-06-01"))
    assert unclear.due_unclear
    assert (unclear.overdue_since, unclear.days_overdue(date(2026, 8, 30))) == (JUNE_1, 90)


@pytest.mark.parametrize(
    ("header", "line", "code", "figures"),
    [
        ("逾期开始日期,逾期天数", "2026-08-10,97", "due_days_differ_in_row",
         {"text": "2026-08-10", "due_on": "2026-08-09", "other": "逾期天数", "other_text": "97", "other_due_on": "2026-08-18"}),
        ("到期还款日,逾期起始日", "2026-05-31,2026-05-31", "due_days_differ_in_row",
         {"due_on": "2026-05-31", "other": "逾期起始日", "other_due_on": "2026-05-30"}),
        ("逾期起始日,逾期期数", "2026-08-10,9", "due_days_differ_in_row", {"other_due_on": "2026-02-23"}),
        ("身份证号,年龄", "110101199003071233,63", "columns_differ", {"text": "63", "expected": "36"}),
        ("身份证号,出生日期", "110101199003071233,1990-03-08", "columns_differ", {"expected": "1990-03-07"}),
        ("身份证号,性别", "110101199003071233,女", "columns_differ", {"text": "女", "expected": "男"}),
        ("期数,已还期数,剩余期数", "12,5,8", "columns_differ", {"text": "12", "expected": "13"}),
        ("欠款总额", "1200", "total_differs", {"text": "1,200.00", "expected": "1,000.00"}),
    ],
)  # fmt: skip
def test_columns_that_tell_the_same_twice_are_compared(header, line, code, figures):
    (advice,) = [found for found in planned(header, line).advice if found.code == code]
    assert advice.subject == "row 2"
    assert figures.items() <= dict(advice.figures).items()


@pytest.mark.parametrize(
    ("header", "line"),
    [
        ("逾期开始日期,逾期天数", "2026-08-19,97"),
        ("逾期日期,逾期天数", "2026-08-18,97"),
        ("逾期起始日,逾期期数", "2026-08-24,3"),
        ("身份证号,年龄,性别,出生日期", "110101199003071233,37,男,1990/3/7"),
        ("期数,已还期数,剩余期数", "12,5,7"),
    ],
)
def test_columns_that_agree_are_not_mentioned(header, line):
    assert [found.code for found in planned(header, line).advice] == []


@pytest.mark.parametrize(
    ("header", "line", "code"),
    [
        ("逾期开始日期", "2062-03-02", "overdue_in_future"),
        ("逾期日期", "2026-11-24", "overdue_in_future"),
        ("到期还款日", "2062-03-02", "due_day_far_ahead"),
        ("数据日期,逾期天数", "2062-03-02,10", "day_in_future"),
        ("开户日期", "2062-03-02", "day_in_future"),
    ],
)
def test_a_day_to_come_sends_the_row_back(header, line, code):
    (row,) = planned(header, line).rejected
    assert [found.code for found in row.findings] == [code]


def test_a_due_day_may_lie_ahead():
    account = only(planned("到期还款日", "2026-12-10"))
    assert (account.due_on, account.days_overdue(TODAY)) == (date(2026, 12, 10), 0)


def test_a_day_of_every_month_is_no_due_day_that_was_missed():
    assert (only(planned("到期还款日", "每月23号")).due_day, only(planned("到期还款日", "2026-05-23")).due_day) == (
        23,
        23,
    )


def test_every_heading_of_a_day_has_its_meaning_in_the_data():
    mapping = known_headers()
    assert set(mapping.day_means) == {"due_on", "overdue_since", "overdue_on"}
    named = [header for field in mapping.day_means for group in mapping.fields[field].headers for header in group]
    assert len(named) == len(set(named))
