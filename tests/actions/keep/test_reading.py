"""Which cases are gone through, in what order, and that few of them are held at a time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.builders import NOW, account
from workstation.actions.desk import Desk
from workstation.actions.keep.reading import cases_with, cases_without
from workstation.conversation.contact import ContactEntry
from workstation.dates import add_months
from workstation.profile.account import Account
from workstation.profile.case import Case
from workstation.profile.debtor import Debtor
from workstation.profile.statement import Statement
from workstation.store.engine import rows

CASES = 40


@pytest.fixture
def worked(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Forty cases: each second with an account, each fifth with a contact, each tenth overdue for eleven years."""
    monkeypatch.setattr(rows, "_PIECE", 3)
    today = desk.clock.today()
    for number in range(CASES):
        key = f"c{number:02}"
        desk.store.add_all([Debtor(f"d{key}", "甲"), Case(key, f"CC-{number}", f"d{key}", today)])
        if number % 2 == 0:
            due = add_months(today, -12 * 11) if number % 10 == 0 else date(2026, 8, 17)
            for which in ("a", "b"):
                desk.store.add(replace(account(), id=f"{which}{key}", case_id=key, due_on=due))
        if number % 5 == 0:
            desk.store.add(ContactEntry(f"k{key}", key, NOW, "林协商"))
    return desk


def numbers(found: list[str]) -> list[int]:
    return [int(key[1:]) for key in found if key[1:].isdecimal()]


def test_each_case_comes_once_in_order_whatever_it_holds(worked: Desk) -> None:
    assert numbers(list(cases_with(worked, ContactEntry))) == list(range(0, CASES, 5))
    both = numbers(list(cases_with(worked, Account, ContactEntry)))
    assert both == [one for one in range(CASES) if one % 2 == 0 or one % 5 == 0]
    assert numbers(list(cases_with(worked, Statement))) == []


def test_the_cases_near_a_time_limit_come_behind_those_that_hold_something(worked: Desk) -> None:
    found = numbers(list(cases_with(worked, ContactEntry, near_limit=7)))
    assert found == list(range(0, CASES, 5))  # each of them holds a contact
    assert sorted(numbers(list(cases_with(worked, Statement, near_limit=7)))) == list(range(0, CASES, 10))


def test_the_cases_that_hold_nothing_of_a_kind(worked: Desk) -> None:
    assert numbers(list(cases_without(worked, Account))) == list(range(1, CASES, 2))


def test_no_more_than_a_page_is_read_before_the_first_case_is_handed_out(
    worked: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    database, run = worked.store._database, worked.store._database.run

    def counting(statement: str, values: tuple[object, ...] = ()) -> object:
        asked.append(1)
        return run(statement, values)

    monkeypatch.setattr(database, "run", counting)
    found = cases_with(worked, ContactEntry)
    assert next(found) and len(asked) == 1
    assert len(list(found)) and len(asked) == 4  # of eight cases three at a time, and one that finds no more
