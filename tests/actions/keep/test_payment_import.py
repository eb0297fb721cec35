"""A bank's file of payments: every row is taken, asked about or sent back, and none is lost."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest

from tests.actions.keep.three_banks import granted, three_banks
from tests.actions.test_cases import refused
from workstation.actions import cases, imports
from workstation.actions.cases import load_case
from workstation.actions.keep import payment_import, payments, schedules
from workstation.actions.keep.list_answers import ListAnswers, list_file
from workstation.casework.keeping.accounts import kept_account
from workstation.money import Money
from workstation.profile.batch import ImportReject
from workstation.promise.payment import Payment, standing

HEADER = "还款日期,卡号,姓名,银行,还款金额,流水号\n"
NAME = "欧阳·阿依古丽"


@pytest.fixture
def case(desk):
    return three_banks(desk)


def planned(desk, *rows, header=HEADER, **said):
    return payment_import.plan_payments(desk, (header + "\n".join(rows)).encode(), "还款.csv", ListAnswers(**said))


@pytest.mark.parametrize(
    ("row", "tail"),
    [
        (f"2026-11-20,6222000011118888,{NAME},平安银行,500.00,A1", "8888"),
        ("2026-11-20,6222 0000 1111 8888,,,500,A1", "8888"),
        (f"2026-11-20,6222****8888,{NAME},,500.00,A1", "8888"),
        ("2026-11-20,8888,,平安银行,500.00,A1", "8888"),
        (f"2026/11/20,,{NAME},浦发银行,500.00,A1", "9999"),
    ],
)
def test_a_row_is_matched_by_number_end_of_it_or_name(desk, case, row, tail):
    plan = planned(desk, row)
    assert [(one.account.tail, one.doubts, one.row.amount.minor) for one in plan.matched] == [(tail, (), 500_00)]


@pytest.mark.parametrize(
    ("row", "codes"),
    [
        ("2026-11-20,6222000011117777,,,500.00,A1", ["payment_account_unknown"]),
        ("2026-11-20,8888,,浦发银行,500.00,A1", ["payment_account_unknown"]),
        (f"2026-11-20,,{NAME},,500.00,A1", ["payment_account_several"]),
        ("2026-11-20,88,,,500.00,A1", ["payment_account_unknown"]),
        ("2026-11-31,8888,,,约五百,A1", ["cell_amount", "cell_day"]),
        ("03/02/2026,8888,,,500,A1", ["cell_day_unclear"]),
        ("2026-11-24,8888,,,500,A1", ["day_not_come"]),
        ("2026-11-20,8888,,,-500,A1", ["reversal_unmatched"]),
        ("2026-11-20,8888,,,0.00,A1", ["cell_amount"]),
    ],
)
def test_a_row_that_is_not_understood_goes_back(desk, case, row, codes):
    plan = planned(desk, row)
    assert (plan.matched, [[one.code for one in findings] for _, _, findings in plan.rejected]) == ((), [codes])


@pytest.mark.parametrize(
    ("rows", "doubts"),
    [
        (["2026-11-20,8888,张三,,500.00,A1"], ["payment_name_differs"]),
        (["2026-11-20,8888,,,500.00,A1", "2026-11-20,8888,,,500.00,A1"], ["payment_row_double"]),
        (["2026-11-20,8888,,,60000.00,A1"], ["payment_row_odd"]),
    ],
)
def test_a_doubtful_row_is_asked_about_and_taken_once_confirmed(desk, case, rows, doubts):
    plan = planned(desk, *rows, "2026-11-21,9999,,,1.00,A9")
    assert [finding.code for one in plan.doubtful for finding in one.doubts] == doubts
    batch = desk.run(payment_import.import_payments, plan, [one.row.row for one in plan.doubtful])
    assert (batch.accepted, batch.rejected) == (len(rows) + 1, 0)


def test_what_is_not_taken_is_kept_with_its_reason(desk, case):
    plan = planned(
        desk, "2026-11-20,8888,张三,,500.00,A1", "2026-11-20,7777,,,1,A2", "2026-11-20,9999,,,2,A3", "合计,,,,503,"
    )
    batch = desk.run(payment_import.import_payments, plan)
    assert [(one.reference, one.import_id) for one in desk.store.find(Payment)] == [("A3", batch.id)]
    assert [[f.code for f in one.reasons] for one in desk.store.find(ImportReject, import_id=batch.id)] == [
        ["payment_account_unknown"],
        ["payment_name_differs"],
    ]
    assert imports.kept_rejects(desk, batch.id, "zh-Hans")()
    assert refused(desk.run, imports.undo_import, batch.id) == [("payment_import_no_undo", "还款.csv")]


def test_a_row_below_zero_takes_back_the_payment_that_it_fits(desk, case):
    account = case[1][1]
    paid = desk.run(payments.add_payment, account.id, desk.clock.today(), Money(500_00))
    plan = planned(desk, "2026-11-23,8888,,,-500.00,", "2026-11-22,9999,,,70.00,B1", "2026-11-23,9999,,,-70.00,B1")
    desk.run(payment_import.import_payments, plan)
    backs = {one.reverses for one in desk.store.find(Payment) if one.reverses}
    assert paid.id in backs
    assert len(backs) == 2


LIST = (
    "2026-11-20,8888,,,500.00,A1",
    "2026-11-20,8888,,,-500.00,A1",
    "2026-11-21,8888,,,500.00,A2",
    "2026-11-22,8888,,,500.00,A3",
    "2026-11-23,8888,,,-500.00,A3",
)


@pytest.mark.parametrize(
    "rows",
    [LIST[::-1], *list(permutations(LIST))[::17]],
    ids=lambda rows: "".join(str(LIST.index(row)) for row in rows),
)
def test_a_list_says_the_same_whatever_its_order(desk, case, rows):
    """Banks list the newest row first as well, so that a payment stands below what takes it back."""
    plan = planned(desk, *rows)
    assert plan.rejected == () and [one.row.row for one in plan.matched] == [2, 3, 4, 5, 6]
    by_id = {one.id: one.row.reference for one in plan.matched}
    assert all(by_id[one.reverses] == one.row.reference for one in plan.matched if one.reverses)
    taken(desk, plan)
    assert [one.reference for one in standing(desk.store.find(Payment))] == ["A2"]


def taken(desk, plan, *confirmed):
    return desk.run(payment_import.import_payments, plan, confirmed)


@pytest.mark.parametrize(
    ("total", "codes"),
    [
        ("503", []),
        ("504", ["sum_differs"]),
        ("五百", ["sum_differs"]),
        ("五百零三", []),
        ("约五百", ["sum_unreadable"]),
    ],
)
def test_a_sum_that_differs_from_its_rows_is_confirmed_first(desk, case, total, codes):
    plan = planned(desk, "2026-11-20,8888,,,501.00,A1", "2026-11-20,7777,,,2,A2", f"合计2笔,,,,{total},")
    assert [one.code for one in plan.to_confirm] == codes
    if codes:
        assert [code for code, _ in refused(desk.run, payment_import.import_payments, plan)] == codes
    assert desk.run(payment_import.import_payments, plan, sums=True).accepted == 1


def test_the_same_file_again_counts_nothing_twice_and_takes_what_was_left(desk, case):
    rows = ("2026-11-20,8888,,,500.00,", "2026-11-20,8888,,,500.00,", "2026-11-21,9999,张三,,7.00,A3")
    taken(desk, planned(desk, *rows), 3)
    again = planned(desk, *rows)
    assert [(row, [one.code for one in found]) for row, _, found in again.rejected] == [
        (2, ["payment_row_imported"]),
        (3, ["payment_row_imported"]),
    ]
    assert [one.row.row for one in again.doubtful] == [4]
    assert refused(desk.run, payment_import.import_payments, again)[0][0] == "payment_rows_none"
    taken(desk, again, 2, 3, 4)
    assert sorted(one.amount.minor for one in desk.store.find(Payment)) == [7_00, 500_00, 500_00]


def test_a_later_file_that_repeats_a_row_is_asked_about(desk, case):
    taken(
        desk,
        planned(desk, "2026-11-20,8888,,,500.00,A1", "2026-11-21,8888,,,500.00,B2", "2026-11-22,8888,,,-500.00,B2"),
    )
    later = planned(
        desk, "2026-11-20,8888,,,500.00,A1", "2026-11-21,8888,,,500.00,B2", "2026-11-22,8888,,,-500.00,B2",
        "2026-11-23,8888,,,9.00,C3",
    )  # fmt: skip
    assert [[finding.code for finding in one.doubts] for one in later.matched] == [
        ["payment_row_double"], ["payment_row_reversed"], ["payment_row_reversed"], [],
    ]  # fmt: skip
    assert taken(desk, later).accepted == 1


def test_a_plan_that_others_overtook_is_refused(desk, case):
    plan = planned(desk, "2026-11-20,8888,,,500.00,A1")
    desk.run(payments.add_payment, case[1][1].id, desk.clock.today(), Money(500_00))
    assert refused(desk.run, payment_import.import_payments, plan) == [("payments_outdated", "还款.csv")]


@pytest.mark.parametrize("said", ["id", "6225000011119999", "9999"])
def test_a_row_of_several_accounts_is_asked_about_and_taken_as_told(desk, case, said):
    row = f"2026-11-20,,{NAME},,500.00,A1"
    (asked,) = planned(desk, row).open
    assert [one.account.tail for one in asked.candidates] == ["6214", "8888", "9999"]
    chosen = case[1][2].id if said == "id" else said
    (matched,) = planned(desk, row, accounts={2: chosen}).matched
    assert matched.account.id == case[1][2].id


def test_the_account_whose_instalment_it_pays_is_offered_first(desk, case):
    first, second, _ = case[1]
    for account in (first, second):
        granted(desk, account)
        desk.run(schedules.adopt, account.id)
    due = kept_account(load_case(desk, case[0]), second).keeping.instalments[0].amount
    (asked,) = planned(desk, f"2026-11-20,,{NAME},,{due.text()},A1").open
    assert next(one.account.tail for one in asked.candidates) == second.tail


@pytest.mark.parametrize(
    ("number", "tails"),
    [
        ("****8888", ["8888"]),
        ("6222xxxx", []),
        ("62220000xxxxxxxx8888", ["8888"]),
        ("6225****8888", []),
        ("888", ["8888"]),
    ],
)
def test_numbers_are_read_as_banks_cover_them(desk, case, number, tails):
    assert [one.account.tail for one in planned(desk, f"2026-11-20,{number},,,5.00,A1").matched] == tails


def test_two_accounts_of_one_end_are_told_as_several(desk, case):
    desk.run(cases.save_account, replace(case[1][1], id="other", number="6228000099998888"))
    codes = [found[0].code for _, _, found in planned(desk, "2026-11-20,8888,,,500.00,A1").rejected]
    assert codes == ["payment_account_several"]


def test_unknown_columns_are_shown_with_samples_and_named_by_a_person(desk, case):
    header, row = "到账时点,进账,户号,谁\n", "20/11/2026,500.00,8888,王"
    data = (header + row).encode()
    assert refused(payment_import.plan_payments, desk, data, "x.csv") == [("payment_columns_missing", "x.csv")] * 3
    assert [(one.title, one.samples) for one in list_file(desk.readers, data, "x.csv").columns][:2] == [
        ("到账时点", ("20/11/2026",)),
        ("进账", ("500.00",)),
    ]
    named = {"on": "到账时点", "amount": "进账", "number": "户号"}
    plan = planned(desk, row, header=header, columns=named, order="dmy")
    assert [(one.account.tail, one.row.on.isoformat()) for one in plan.matched] == [("8888", "2026-11-20")]
    assert (plan.columns, plan.left) == (named, ("谁",))


def test_a_list_without_its_columns_or_without_a_row_is_refused(desk, case):
    assert refused(planned, desk, "x", header="日期,备注\n") == [("payment_columns_missing", "还款.csv")] * 2
    plan = planned(desk, "2026-11-20,7777,,,1,A2")
    found = refused(desk.run, payment_import.import_payments, plan)
    assert found == [("payment_rows_none", "还款.csv"), ("payment_account_unknown", "row 2")]
    assert not desk.store.find(Payment)
