"""A schedule that is planned anew in the middle: what is owed goes on from one version to the next, to the fen."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from tests.actions.keep.three_banks import three_banks
from tests.builders import TODAY, terms
from workstation.actions import cases
from workstation.actions.keep import payments, replies, schedules
from workstation.actions.keep.replies import ReplyDetails
from workstation.actions.plans import versions
from workstation.casework.keeping.accounts import balances_on, kept_account, owed_today
from workstation.casework.user import Vouched
from workstation.dates import FixedClock, add_days
from workstation.money import Money
from workstation.plan.schedule.calculate import schedule
from workstation.plan.schedule.terms import Every, Step
from workstation.plan.version import PlanVersion
from workstation.policy.keeping_rules import keeping_calendar
from workstation.rates import Rate

TWELVE = Rate(Decimal("0.12"))
BREAK = date(2027, 3, 20)
IN_PLAN: dict[str, Any] = {"treat_interest": "in_plan", "treat_fees": "in_plan"}


def on(desk, day: date) -> None:
    desk.clock = desk.store._clock = FixedClock(datetime(day.year, day.month, day.day, 9, 0, tzinfo=UTC))


@pytest.fixture
def account(desk):
    """An account of 6,000 that owes 120 of interest as well."""
    found = replace(three_banks(desk)[1][1], interest=Money(120_00), as_of=TODAY, due_on=date(2026, 11, 1))
    desk.run(cases.save_account, found)
    return found


def keep(desk, account, **changes) -> PlanVersion:
    """A version of an account: granted, and adopted today."""
    given = terms(account, instalments=12, **changes)
    plan = desk.run(versions.keep_plan, account.case_id, account.id, given, "按结余商定")
    desk.run(versions.choose, plan.id)
    return adopt(desk, plan)


def adopt(desk, plan: PlanVersion, day: date | None = None) -> PlanVersion:
    with desk.vouched_by(Vouched("周主管")):
        desk.run(versions.record_approval, plan.id, "supervisor", "granted", "周主管")
    desk.run(replies.record_reply, plan.id, "granted", "李经理", ReplyDetails())
    desk.run(schedules.adopt, plan.account_id, plan.id, day)
    return plan


def state(desk, account):
    file = cases.load_case(desk, account.case_id)
    return kept_account(file, file.account(account.id)).keeping


def broken(desk, account, **changes) -> None:
    """Two instalments of a schedule are paid, two are missed."""
    keep(desk, account, interest_from=TODAY, **changes)
    for row in state(desk, account).instalments[:2]:
        on(desk, row.due_on)
        desk.run(payments.add_payment, account.id, row.due_on, row.amount)
    on(desk, BREAK)


KINDS: dict[str, dict[str, Any]] = {
    "level, with interest": {"method": "equal_instalment", "rate": TWELVE, **IN_PLAN},
    "a fee each month": {"method": "flat_fee", "period_fee": Decimal("0.006"), **IN_PLAN},
    "no interest": {**IN_PLAN},
    "old interest waived": {"treat_interest": "waive"},
    "deferred, interest running": {
        "method": "equal_instalment",
        "rate": TWELVE,
        **IN_PLAN,
        "deferral_months": 1,
        "deferral_interest": "accrues",
    },
}


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_owed_is_the_same_before_and_after_a_new_version_is_kept(desk, account, kind):
    broken(desk, account, **KINDS[kind])
    before = state(desk, account).ledger
    made = desk.run(schedules.replan, account.id, "失业")
    assert made.plan.terms.components == tuple(
        before.balances.part(name) for name in ("principal", "interest", "penalty", "fees")
    )
    adopt(desk, made.plan)
    assert state(desk, account).ledger.parts == before.parts
    for row in state(desk, account).instalments:
        on(desk, row.due_on)
        desk.run(payments.add_payment, account.id, row.due_on, row.amount)
    end, waived = state(desk, account), kept_schedule(desk, account).waived
    assert end.ledger.parts == (0, waived.interest.minor, 0, 0)
    assert (end.ledger.credit, end.fulfilled) == (0, True)


def test_a_balance_stated_before_the_new_version_is_compared_with_what_was_owed_then(desk, account):
    broken(desk, account, **KINDS["level, with interest"])
    day = date(2027, 2, 1)
    before = balances_on(cases.load_case(desk, account.case_id), account, day)
    adopt(desk, desk.run(schedules.replan, account.id, "失业").plan)
    assert balances_on(cases.load_case(desk, account.case_id), account, day) == before


def test_a_day_of_adoption_that_is_corrected_charges_nothing_twice(desk, account):
    plan = keep(desk, account, interest_from=TODAY, **KINDS["level, with interest"])
    on(desk, date(2026, 11, 25))
    desk.run(schedules.adopt, account.id, plan.id, date(2026, 11, 24))
    on(desk, BREAK)
    once = sum(row.interest_minor for row in kept_schedule(desk, account).rows if row.due_on <= BREAK)
    assert state(desk, account).ledger.owed.minor == 6_120_00 + once


def test_a_version_kept_again_after_another_charges_as_if_it_had_been_kept_throughout(desk, account):
    broken(desk, account, **KINDS["level, with interest"])
    first = kept_account(cases.load_case(desk, account.case_id), account).plan
    alone = state(desk, account).ledger.owed
    adopt(desk, desk.run(schedules.replan, account.id, "失业").plan)
    desk.run(schedules.adopt, account.id, first.id)
    assert state(desk, account).ledger.owed == alone


def kept_schedule(desk, account):
    return kept_account(cases.load_case(desk, account.case_id), account).schedule


def test_a_new_trial_reckons_interest_from_the_day_of_the_balance_that_it_is_about(desk, account):
    file = cases.load_case(desk, account.case_id)
    assert versions.first_terms(owed_today(file, account), file.today).interest_from == TODAY
    broken(desk, account, **KINDS["level, with interest"])
    file = cases.load_case(desk, account.case_id)
    assert versions.first_terms(owed_today(file, account), file.today).interest_from == BREAK


def test_instalments_paid_under_a_waiver_lessen_what_the_next_plan_asks_for(desk, account):
    """Overdue for less than ninety days, where interest is otherwise served first."""
    broken(desk, account, treat_interest="waive")
    made = desk.run(schedules.replan, account.id, "失业")
    assert [part.minor for part in made.plan.terms.components] == [5_000_00, 120_00, 0, 0]


@pytest.mark.parametrize(
    ("paid_at", "received"),
    [
        (1, 0),  # on record when the balance of the plan was reckoned
        (5, 500_00),  # paid after the plan was made
    ],
)
def test_a_payment_of_the_day_of_adoption_is_either_in_the_balance_or_serves_the_plan(desk, account, paid_at, received):
    broken(desk, account)

    def at(hour: int) -> None:
        desk.clock = desk.store._clock = FixedClock(datetime(BREAK.year, BREAK.month, BREAK.day, hour, 0, tzinfo=UTC))

    def pay(hour: int) -> None:
        if hour == paid_at:
            at(hour)
            desk.run(payments.add_payment, account.id, BREAK, Money(500_00))

    pay(1)
    at(3)
    made = desk.run(schedules.replan, account.id, "失业")
    pay(5)
    at(7)
    adopt(desk, made.plan)
    assert sum(one.received_minor for one in state(desk, account).instalments) == received
    left = sum(one.missing.minor for one in state(desk, account).instalments)
    assert left == state(desk, account).ledger.parts[0], "what the plan still asks for is what is owed"


@pytest.mark.parametrize(
    ("changes", "first_due"),
    [
        ({}, date(2027, 4, 10)),
        ({"first_due": date(2027, 1, 31)}, date(2027, 4, 30)),
        (
            {"first_due": date(2027, 1, 31), "shift": "following"},
            date(2027, 4, 30),
        ),  # its first row is due on 1 February
        ({"every": Every(3)}, date(2027, 6, 10)),
        ({"every": Every(0, 14)}, date(2027, 4, 15)),
        ({"skip_months": (4, 5)}, date(2027, 6, 10)),
    ],
)
def test_a_plan_made_anew_goes_on_in_the_steps_of_the_old_one(desk, account, changes, first_due):
    broken(desk, account, **changes)
    made = desk.run(schedules.replan, account.id, "失业")
    assert made.plan.terms.first_due == first_due


@pytest.mark.parametrize(
    ("days", "first_due"), [(14, date(2027, 4, 10)), (30, date(2027, 5, 10)), (60, date(2027, 6, 10))]
)
def test_the_days_that_a_plan_made_anew_leaves_are_a_rule(desk, account, monkeypatch, days, first_due):
    broken(desk, account)
    rules = keeping_calendar()
    assert rules.leaves_days.value == 14 and rules.leaves_days.source.name
    changed = replace(rules, leaves_days=replace(rules.leaves_days, value=days))
    monkeypatch.setattr(schedules, "keeping_calendar", lambda: changed)
    assert desk.run(schedules.replan, account.id, "失业").plan.terms.first_due == first_due


@pytest.mark.parametrize(
    ("changes", "method", "instalments"),
    [
        ({"method": "step", "steps": (Step(1, Money(200_00)), Step(7, None))}, "interest_free", 10),
        ({"method": "step", "steps": (Step(1, Money(200_00)), Step(7, None)), "rate": TWELVE}, "equal_instalment", 10),
        ({"method": "equal_principal", "rate": TWELVE}, "equal_principal", 10),
        ({"down_payment": Money(600_00)}, "interest_free", 11),  # paid: what is paid up front, and the first row
    ],
)
def test_a_plan_made_anew_asks_for_no_more_and_no_less_than_the_rest(desk, account, changes, method, instalments):
    broken(desk, account, **changes)
    given = desk.run(schedules.replan, account.id, "失业").plan.terms
    assert (given.method, given.instalments, given.rate) == (method, instalments, changes.get("rate", Rate(Decimal(0))))


def test_what_was_to_be_paid_up_front_is_no_instalment_of_a_plan_made_anew(desk, account):
    keep(desk, account, interest_from=TODAY, down_payment=Money(600_00))
    on(desk, BREAK)
    assert desk.run(schedules.replan, account.id, "失业").plan.terms.instalments == 12


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_paid_before_the_bank_has_answered_serves_the_plan(desk, account, kind):
    """The first instalment is paid on its day; only a week later the schedule is adopted."""
    given = terms(account, instalments=12, interest_from=TODAY, **KINDS[kind])
    plan = desk.run(versions.keep_plan, account.case_id, account.id, given, "按结余商定")
    desk.run(versions.choose, plan.id)
    first, *_ = schedule(given).rows
    on(desk, first.due_on)
    desk.run(payments.add_payment, account.id, first.due_on, first.payment)
    on(desk, add_days(first.due_on, 7))
    adopt(desk, plan)
    rows = state(desk, account).instalments
    assert [one.state for one in rows[:2]] == ["paid", "due"]
    for row in rows[1:]:
        on(desk, row.due_on)
        desk.run(payments.add_payment, account.id, row.due_on, row.amount)
    end, waived = state(desk, account), kept_schedule(desk, account).waived
    assert (end.ledger.parts, end.ledger.credit, end.fulfilled) == ((0, waived.interest.minor, 0, 0), 0, True)
