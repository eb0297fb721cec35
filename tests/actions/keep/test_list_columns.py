"""Columns that a person named are remembered with the import, per bank and header; shown, changed by naming anew, forgotten."""

from __future__ import annotations

import pytest

from tests.actions.keep.three_banks import three_banks
from tests.actions.test_cases import refused
from workstation.actions.keep import balance_import, list_columns, payment_import
from workstation.actions.keep.list_answers import ListAnswers, list_file
from workstation.promise.named_columns import ListMapping

HEADER = "甲,乙,丙\n"
NAMED = {"on": "甲", "amount": "乙", "number": "丙"}
PINGAN, PUDONG = "6222000011118888", "6225000011119999"


@pytest.fixture
def cases(desk):
    return three_banks(desk)


def planned(desk, rows, columns=None, name="a.csv"):
    return payment_import.plan_payments(desk, (HEADER + rows).encode(), name, ListAnswers(columns=columns or {}))


def take(desk, rows, columns=None):
    return desk.run(payment_import.import_payments, planned(desk, rows, columns))


def file_of(desk, rows):
    return list_file(desk.readers, (HEADER + rows).encode(), "a.csv")


def test_what_was_named_is_used_for_the_banks_next_list(desk, cases):
    assert refused(planned, desk, f"2026-11-20,5.00,{PINGAN}\n")[0][0] == "payment_columns_missing"
    take(desk, f"2026-11-20,5.00,{PINGAN}\n", NAMED)
    again = planned(desk, f"2026-11-21,6.00,{PINGAN}\n", name="b.csv")
    assert [one.row.amount.minor for one in again.matched] == [6_00]
    assert (again.remembered.bank, again.remembered.by) == ("平安银行", desk.agent)
    desk.run(payment_import.import_payments, again)
    assert len(desk.store.find(ListMapping)) == 1


def test_another_banks_list_of_the_same_header_is_asked_about(desk, cases):
    take(desk, f"2026-11-20,5.00,{PINGAN}\n", NAMED)
    other = f"{PUDONG},2026-11-20,7.00\n"
    assert refused(planned, desk, f"2026-11-20,7.00,{PUDONG}\n")[0][0] == "payment_columns_missing"
    take(desk, other, {"number": "甲", "on": "乙", "amount": "丙"})
    mine = planned(desk, f"2026-11-22,8.00,{PINGAN}\n")
    theirs = planned(desk, f"{PUDONG},2026-11-22,9.00\n")
    assert (mine.matched[0].row.amount.minor, mine.remembered.bank) == (8_00, "平安银行")
    assert (theirs.matched[0].row.amount.minor, theirs.remembered.bank) == (9_00, "浦发银行")


def test_naming_anew_replaces_and_forgetting_asks_again(desk, cases):
    take(desk, f"2026-11-20,5.00,{PINGAN}\n", NAMED)
    changed = {"on": "甲", "number": "丙", "amount": "乙", "reference": ""}
    take(desk, f"2026-11-21,6.00,{PINGAN}\n", changed)
    (kept,) = desk.store.find(ListMapping)
    assert kept.named == changed
    row = f"2026-11-23,7.00,{PINGAN}\n"
    assert desk.run(list_columns.forget_of_file, "payments", file_of(desk, row)) == (kept,)
    assert refused(planned, desk, row)[0][0] == "payment_columns_missing"
    desk.run(list_columns.restore_columns, kept)
    assert planned(desk, row).remembered == kept


def test_a_list_that_is_only_tried_is_not_remembered_and_kinds_are_apart(desk, cases):
    planned(desk, f"2026-11-20,5.00,{PINGAN}\n", NAMED)
    assert desk.store.find(ListMapping) == ()
    take(desk, f"2026-11-20,5.00,{PINGAN}\n", NAMED)
    data = (HEADER + f"2026-11-20,5.00,{PINGAN}\n").encode()
    assert refused(balance_import.plan_balances, desk, data, "a.csv")[0][0] == "balance_columns_missing"
    said = ListAnswers(columns={"on": "甲", "total": "乙", "number": "丙"})
    desk.run(balance_import.import_balances, balance_import.plan_balances(desk, data, "a.csv", said))
    assert {one.list_kind for one in desk.store.find(ListMapping)} == {"payments", "balances"}
    again = balance_import.plan_balances(desk, data.replace(b"5.00", b"4.00"), "b.csv")
    assert again.remembered is not None
    assert again.matched[0].row.total.minor == 4_00


def test_a_list_of_several_banks_is_remembered_for_all(desk, cases):
    take(desk, f"2026-11-20,5.00,{PINGAN}\n2026-11-20,5.00,{PUDONG}\n", NAMED)
    assert planned(desk, f"2026-11-24,5.00,{PUDONG}\n").remembered.bank == ""


def test_matching_tells_how_far_it_is_and_stops_when_told(desk, cases):
    steps = []

    def step(done, rows):
        steps.append((done, rows))
        if done:
            raise InterruptedError

    file = file_of(desk, f"2026-11-20,5.00,{PINGAN}\n" * 3)
    with pytest.raises(InterruptedError):
        payment_import.plan_payment_list(desk, file, ListAnswers(columns=NAMED), step=step)
    assert steps == [(0, 3), (1, 3)]
