"""A bank's list on a large desk: accounts and cases are read for its rows only, some hundred at a time."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.actions.keep.three_banks import three_banks
from tests.builders import account
from workstation.actions.desk import Desk
from workstation.actions.keep import account_match
from workstation.actions.keep.balance_import import import_balances, plan_balances
from workstation.actions.keep.payment_import import import_payments, plan_payments
from workstation.errors import Refused
from workstation.profile.account import Account
from workstation.profile.case import Case
from workstation.profile.debtor import Debtor
from workstation.promise.payment import Payment

COUNT = 60
LISTED = 24


@pytest.fixture
def large(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Sixty cases with one account each, some of people of one name."""
    monkeypatch.setattr(account_match, "_AT_ONCE", 10)
    three_banks(desk)
    for number in range(COUNT):
        key = f"c{number:02}"
        desk.store.add_all(
            [Debtor(f"d{key}", f"甲{number % 7}"), Case(key, f"CC-{number}", f"d{key}", desk.clock.today())]
        )
        desk.store.add(replace(account(), id=f"a{key}", case_id=key, number=f"62258800000{number:05}"))
    return desk


def payments(count: int) -> bytes:
    rows = "".join(f"62258800000{number:05},2026-11-20,{100 + number}.00\n" for number in range(count))
    return f"卡号,还款日期,还款金额\n{rows}".encode()


def balances(count: int) -> bytes:
    rows = "".join(f"62258800000{number:05},2026-11-20,{50_000 + number}.00\n" for number in range(count))
    return f"卡号,日期,欠款总额\n{rows}".encode()


@pytest.mark.parametrize(("planned", "listed"), [(plan_payments, payments), (plan_balances, balances)])
def test_no_more_is_read_than_the_rows_ask_for(
    large: Desk, monkeypatch: pytest.MonkeyPatch, planned: Any, listed: Any
) -> None:
    plain, read = large.store.get_many, list[str]()

    def noted(kind: type[Any], keys: Any) -> Any:
        read.extend(keys if kind is Account else ())
        return plain(kind, keys)

    find = large.store.find
    monkeypatch.setattr(large.store, "get_many", noted)
    monkeypatch.setattr(
        large.store, "find", lambda kind, **by: pytest.fail(kind.__name__) if kind is Account else find(kind, **by)
    )
    plan = planned(large, listed(LISTED), "list.csv")
    assert [one.account.id for one in plan.matched] == [f"ac{number:02}" for number in range(LISTED)]
    assert sorted(read) == [f"ac{number:02}" for number in range(LISTED)]


def test_the_questions_are_those_of_blocks(large: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    asked, run = list[str](), large.store._database.run

    def counting(statement: str, values: Any = ()) -> Any:
        asked.append(statement)
        return run(statement, values)

    def questions(count: int, at_once: int) -> int:
        monkeypatch.setattr(account_match, "_AT_ONCE", at_once)
        asked.clear()
        plan_payments(large, payments(count), "list.csv")
        return len(asked)

    monkeypatch.setattr(large.store._database, "run", counting)
    assert questions(10, 10) == questions(40, 40) < 40


def test_a_list_is_taken_in_as_it_was_planned_and_refused_once_that_changed(large: Desk) -> None:
    plan = plan_payments(large, payments(LISTED), "list.csv")
    stale = plan_payments(large, payments(LISTED), "list.csv")
    rows = [one.row.row for one in plan.matched]
    batch = large.run(import_payments, plan, rows)
    assert batch.accepted == LISTED == len(large.store.find(Payment, import_id=batch.id))
    with pytest.raises(Refused) as refused:
        large.run(import_payments, stale, rows)
    assert [one.code for one in refused.value.findings] == ["payments_outdated"]
    stated = plan_balances(large, balances(LISTED), "stand.csv")
    again = plan_balances(large, balances(LISTED), "stand.csv")
    confirmed = [one.row.row for one in stated.matched]
    large.run(import_balances, stated, confirmed)
    with pytest.raises(Refused) as refused:
        large.run(import_balances, again, confirmed)
    assert [one.code for one in refused.value.findings] == ["balances_outdated"]
    gone = plan_payments(large, payments(30).split(b"\n")[0] + b"\n" + payments(60).split(b"\n")[51] + b"\n", "one.csv")
    assert [one.account.id for one in gone.matched] == ["ac50"]
    large.store.delete(Account, "ac50")
    with pytest.raises(Refused) as refused:
        large.run(import_payments, gone, (2,))
    assert [one.code for one in refused.value.findings] == ["payments_outdated"]


def test_namesakes_are_offered_in_the_order_in_which_they_came(large: Desk) -> None:
    data = "卡号,姓名,还款日期,还款金额\n9999888877776666,甲3,2026-11-20,100.00\n".encode()
    plan = plan_payments(large, data, "list.csv")
    assert [[known.account.id for known in one.candidates] for one in plan.open] == [
        [f"ac{number:02}" for number in range(3, COUNT, 7)]
    ]
