"""A bank's later list of balances: kept as dated statements, compared with ours, and nothing overwritten."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.actions.keep.three_banks import three_banks
from tests.actions.test_cases import refused
from workstation.actions import cases, imports
from workstation.actions.cases import load_case
from workstation.actions.keep import balance_import, ends, payments
from workstation.actions.keep.list_answers import ListAnswers
from workstation.casework.keeping.accounts import kept_account
from workstation.money import Money
from workstation.profile.batch import ImportReject
from workstation.promise.stated_balance import BankBalance

HEADER = "卡号,姓名,余额日期,欠款余额\n"
PARTS = "尾号,余额日期,剩余本金,利息,罚息,违约金,费用\n"


@pytest.fixture
def case(desk):
    return three_banks(desk)


def planned(desk, *rows, header=HEADER, **said):
    data = (header + "\n".join(rows)).encode()
    return balance_import.plan_balances(desk, data, "名单.csv", ListAnswers(**said))


def codes(plan):
    return [one.code for _, _, found in plan.rejected for one in found]


def test_a_list_of_many_accounts_is_kept_and_compared_after_payments(desk, case):
    _, (_, second, third) = case
    desk.run(payments.add_payment, second.id, date(2026, 11, 10), Money(1_000_00))
    plan = planned(desk, "8888,,2026-11-20,5000.00", '9999,,2026-11-20,"3,100.00"', "合计,,,8100.00")
    assert [one.compared.differences for one in plan.matched] == [(), (("total", Money(100_00)),)]
    batch = desk.run(balance_import.import_balances, plan)
    assert (batch.accepted, batch.rejected) == (2, 0)
    file = load_case(desk, case[0])
    assert [(one.source, one.total.minor, one.by) for one in file.bank_balances] == [
        ("名单.csv", 5_000_00, desk.agent),
        ("名单.csv", 3_100_00, desk.agent),
    ]
    found = kept_account(file, third)
    assert [one.figures["difference"] for one in found.findings] == ["100.00"]
    assert found.keeping.ledger.owed == Money(3_000_00)


def test_components_are_compared_each_and_add_up_where_no_total_stands(desk, case):
    plan = planned(desk, "8888,2026-11-20,5900.00,60.00,40.00,0,0", header=PARTS)
    (row,) = plan.matched
    assert (row.row.total, row.row.parts["interest"]) == (Money(6_000_00), Money(100_00))
    assert dict(row.compared.differences) == {"principal": Money(-100_00), "interest": Money(100_00)}


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("8888,,2026-11-24,5000.00", "day_not_come"),
        ("8888,,2026-11-31,5000.00", "cell_day"),
        ("8888,,02/03/2026,5000.00", "cell_day_unclear"),
        ("8888,,2026-11-20,-5.00", "amount_negative"),
        ("8888,,2026-11-20,", "cell_amount"),
        ("8888,,2026-11-20,约五千", "cell_amount"),
        ("8888,,,5000.00", "balance_day_missing"),
        ("7777,,2026-11-20,5000.00", "payment_account_unknown"),
    ],
)
def test_a_row_that_is_not_understood_goes_back(desk, case, row, code):
    plan = planned(desk, row)
    assert (plan.matched, codes(plan)) == ((), [code])


@pytest.mark.parametrize(
    ("header", "row", "code"),
    [
        (HEADER, "8888,张三,2026-11-20,6000.00", "balance_name_differs"),
        (HEADER, "8888,,2026-11-19,6000.00", "balance_row_other"),
        (HEADER, "8888,,2026-10-31,6000.00", "balance_before_opening"),
        (PARTS.strip() + ",合计\n", "8888,2026-11-20,1,2,3,4,5,99.00", "balance_row_sum"),
    ],
)
def test_a_doubtful_row_is_kept_only_when_confirmed(desk, case, header, row, code):
    account = case[1][1]
    desk.run(cases.save_account, replace(account, as_of=date(2026, 11, 1)), account)
    desk.run(ends.state_balance, account.id, date(2026, 11, 19), "电话", Money(5_500_00))
    plan = planned(desk, row, header=header)
    assert [finding.code for one in plan.doubtful for finding in one.doubts] == [code]
    assert refused(desk.run, balance_import.import_balances, plan)[0][0] == "balance_rows_none"
    desk.run(balance_import.import_balances, plan, [2])
    assert len(desk.store.find(BankBalance)) == 2


def test_what_is_on_record_is_not_kept_again_and_the_latest_day_is_told(desk, case):
    rows = ("8888,,2026-11-20,6500.00", "9999,张三,2026-11-20,1.00")
    batch = desk.run(balance_import.import_balances, planned(desk, *rows))
    assert codes(planned(desk, *rows)) == ["balance_on_record"]
    assert [one.row for one in desk.store.find(ImportReject, import_id=batch.id)] == [3]
    desk.run(balance_import.import_balances, planned(desk, "8888,,2026-11-10,7000.00"))
    found = kept_account(load_case(desk, case[0]), case[1][1])
    assert [one.figures["difference"] for one in found.findings] == [
        "500.00"
    ]  # not that of the older day, written later
    assert refused(imports.undo_import, desk, batch.id) == [("balance_import_no_undo", "名单.csv")]


def test_a_list_that_says_its_day_nowhere_takes_the_one_that_is_given(desk, case):
    plan = planned(desk, "8888,6000", header="尾号,余额\n", on=date(2026, 11, 20))
    assert (plan.dated, [one.row.on for one in plan.matched]) == (False, [date(2026, 11, 20)])


def test_a_balance_before_that_of_the_account_is_not_compared(desk, case):
    account = case[1][1]
    desk.run(cases.save_account, replace(account, as_of=date(2026, 11, 1)), account)
    desk.run(ends.state_balance, account.id, date(2026, 10, 1), "电话", Money(1_00))
    file = load_case(desk, case[0])
    assert kept_account(file, file.account(account.id)).findings == ()


@pytest.mark.parametrize("header", ["尾号,剩余本金,利息\n", "余额日期,欠款余额\n"])
def test_a_list_without_what_is_needed_is_refused(desk, case, header):
    assert refused(planned, desk, "8888,1,2", header=header) == [("balance_columns_missing", "名单.csv")]


def test_a_plan_that_others_overtook_is_refused(desk, case):
    plan = planned(desk, "8888,,2026-11-20,6500.00")
    desk.run(ends.state_balance, case[1][1].id, date(2026, 11, 19), "电话", Money(5_500_00))
    assert refused(desk.run, balance_import.import_balances, plan) == [("balances_outdated", "名单.csv")]
