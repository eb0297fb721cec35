"""Payments that are entered, or come back, after a balance was stated or reckoned that knew otherwise: told, with what to do."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.actions.keep.test_next_version import BREAK, KINDS, adopt, broken, on, state
from tests.actions.keep.three_banks import three_banks
from tests.builders import TODAY
from workstation.actions import cases
from workstation.actions.keep import payments, promises, schedules
from workstation.casework.keeping.accounts import kept_account
from workstation.money import Money


@pytest.fixture
def account(desk):
    """An account of 6,000 that owes 120 of interest as well."""
    found = replace(three_banks(desk)[1][1], interest=Money(120_00), as_of=TODAY, due_on=date(2026, 11, 1))
    desk.run(cases.save_account, found)
    return found


def findings(desk, account):
    file = cases.load_case(desk, account.case_id)
    found = kept_account(file, file.account(account.id)).findings
    return [one for one in found if one.code.startswith(("payment_before_plan", "payment_back"))]


@pytest.mark.parametrize("earlier", [0, 3])
def test_a_payment_before_the_balance_of_a_plan_that_is_entered_after_it_is_told(desk, account, earlier):
    """It lessens what is owed and serves no row: somebody must know, as the schedule now asks for more than that."""
    broken(desk, account)
    adopt(desk, desk.run(schedules.replan, account.id, "失业").plan)
    before = state(desk, account)
    day = BREAK - timedelta(days=earlier)
    came = desk.run(payments.add_payment, account.id, day, Money(300_00))
    after = state(desk, account)
    served = sum(one.received_minor for one in after.instalments)
    assert after.ledger.owed == before.ledger.owed - Money(300_00)
    if not earlier:  # the day on which it was reckoned: entered after it, it serves the plan
        assert (served, findings(desk, account)) == (300_00, [])
        return
    (told,) = findings(desk, account)
    assert served == 0
    assert (told.subject, told.figures["day"], told.figures["amount"]) == (f"payment.{came.id}", "2027-03-17", "300.00")
    on(desk, BREAK + timedelta(days=1))
    adopt(desk, desk.run(schedules.replan, account.id, "重新核对").plan)
    assert findings(desk, account) == [], "the balance of the next one contains it"


@pytest.mark.parametrize("replanned", [False, True])
def test_a_payment_in_the_balance_of_a_plan_that_comes_back_is_told(desk, account, replanned):
    """The plan then asks for less than is owed."""
    broken(desk, account, **KINDS["no interest"])
    came = desk.run(payments.add_payment, account.id, BREAK - timedelta(days=3), Money(300_00))
    on(desk, BREAK + timedelta(days=1))
    adopt(desk, desk.run(schedules.replan, account.id, "失业").plan)
    asked = sum(one.amount_minor for one in state(desk, account).instalments)
    assert findings(desk, account) == [] and asked == state(desk, account).ledger.owed.minor
    on(desk, BREAK + timedelta(days=2))
    desk.run(payments.reverse_payment, came.id, None, "退票")
    assert state(desk, account).ledger.owed.minor == asked + 300_00
    if replanned:
        on(desk, BREAK + timedelta(days=3))
        adopt(desk, desk.run(schedules.replan, account.id, "失业").plan)
    assert [one.code for one in findings(desk, account)] == ([] if replanned else ["payment_back_in_plan"])


@pytest.mark.parametrize(("stated_on", "codes"), [(TODAY, ["payment_back_in_balance"]), (date(2026, 12, 20), [])])
def test_a_payment_in_the_stated_balance_that_comes_back_is_told(desk, account, stated_on, codes):
    """Until the bank states its balance anew."""
    came = desk.run(payments.add_payment, account.id, date(2026, 11, 20), Money(300_00), in_balance=True)
    on(desk, date(2026, 12, 20))
    desk.run(payments.reverse_payment, came.id, None, "退票")
    desk.run(cases.save_account, replace(account, as_of=stated_on))
    assert [one.code for one in findings(desk, account)] == codes


def test_a_promise_waits_for_money_that_came_after_it_was_given(desk, account):
    """Part is paid today, and the rest promised: what is on record already keeps no promise."""
    desk.run(payments.add_payment, account.id, TODAY - timedelta(days=1), Money(300_00))
    taken = (account.id, date(2026, 12, 1), Money(300_00))
    desk.run(promises.take_promise, *taken, source="工资", accepted=("promise_budget_unknown", "promise_over_budget"))
    waiting = state(desk, account).promises
    assert [(one.state, one.missing) for one in waiting] == [("open", Money(300_00))]
    desk.run(payments.add_payment, account.id, TODAY, Money(300_00))
    assert [one.state for one in state(desk, account).promises] == ["kept"]
