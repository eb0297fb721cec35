"""Payments, ledger, instalments and their treatments, in cases that a banker can read."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import terms
from workstation.errors import Refused
from workstation.money import Money
from workstation.plan.debt.allocation import GivenOrder, allocate
from workstation.plan.debt.allocation import Payment as Allocation
from workstation.plan.debt.balances import Balances
from workstation.plan.schedule.calculate import schedule
from workstation.plan.schedule.terms import Every
from workstation.promise.account_keeping import charges_of, relief_of
from workstation.promise.adoption import MissedTreatment
from workstation.promise.ending import AccountEnd, ended
from workstation.promise.instalments import Lenience, instalment_states, planned
from workstation.promise.ledger import Relief, ledger
from workstation.promise.payment import Payment, double_findings
from workstation.promise.stated_balance import BankBalance, reconcile
from workstation.rates import Rate

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
ORDER = GivenOrder(90, ("fees", "penalty", "interest", "principal"), ("principal", "interest", "penalty", "fees"))
OWED = Balances(Money(1000_00), Money(500_00), Money(100_00), Money(0))
DUE = date(2026, 5, 31)


def paid(on: date, minor: int, name: str = "m1", **changes) -> Payment:
    return Payment(name, "c1", "a1", on, Money(minor), NOW, "林协商", **changes)


@pytest.mark.parametrize(
    ("on", "left"),
    [
        (date(2026, 8, 29), (1000_00, 0, 0, 0)),  # the 90th day after the due day
        (date(2026, 8, 30), (400_00, 500_00, 100_00, 0)),  # the 91st
    ],
)
def test_the_order_turns_on_the_ninety_first_day(on, left):
    assert ledger(OWED, DUE, [paid(on, 600_00)], ORDER, on).parts == left


def test_a_payment_taken_back_never_was_and_one_in_the_balance_settles_nothing():
    day = date(2026, 7, 1)
    back = paid(day, -600_00, "m2", reverses="m1")
    assert ledger(OWED, DUE, [paid(day, 600_00), back], ORDER, day).owed == OWED.total
    assert ledger(OWED, DUE, [paid(day, 600_00, in_balance=True)], ORDER, day).owed == OWED.total


def test_what_is_paid_too_much_is_a_credit():
    book = ledger(OWED, DUE, [paid(date(2026, 7, 1), 1700_00)], ORDER, date(2026, 7, 1))
    assert (book.owed.minor, book.credit, book.lines[0].over) == (0, 100_00, 100_00)


@given(st.lists(st.tuples(st.integers(0, 200), st.integers(1, 90_000)), max_size=9))
def test_the_ledger_allocates_as_the_calculator_does(entries):
    days = [(date.fromordinal(DUE.toordinal() + offset), minor) for offset, minor in entries]
    ours = ledger(OWED, DUE, [paid(on, minor, str(no)) for no, (on, minor) in enumerate(days)], ORDER, date.max)
    theirs = allocate(OWED, DUE, [Allocation(on, Money(minor)) for on, minor in days], ORDER)
    assert ours.balances == (theirs[-1].balances if theirs else OWED)
    assert [sum(line.got) + line.over for line in ours.lines] == [one.payment.amount.minor for one in theirs]


@pytest.mark.parametrize(
    ("second", "told"),
    [
        ({}, 1),
        ({"reference": "T1"}, 1),
        ({"on": date(2026, 7, 2)}, 0),
        ({"amount": Money(1)}, 0),
    ],
)
def test_a_payment_that_may_be_entered_twice_is_told(second, told):
    first = paid(date(2026, 7, 1), 500_00)
    again = Payment("m2", "c1", "a1", **({"on": first.on, "amount": first.amount, "at": NOW, "by": "x"} | second))
    assert len(double_findings([first, again])) == told


def test_one_reference_is_one_payment_on_whatever_day_and_two_references_are_two():
    first = paid(date(2026, 7, 1), 500_00, reference="T1")
    assert double_findings([first, paid(date(2026, 7, 3), 500_00, "m2", reference="T1")])
    assert not double_findings([first, paid(date(2026, 7, 1), 500_00, "m2", reference="T2")])


PLAN = schedule(terms(instalments=4, principal=Money(400_00), first_due=date(2026, 12, 10)))
DAYS = [date(2026, 12, 10), date(2027, 1, 10), date(2027, 2, 10), date(2027, 3, 10)]


def treated(kind: str, row: int = 1, **changes) -> MissedTreatment:
    return MissedTreatment("t1", "c1", "a1", "d1", row, kind, "病假", NOW, "林协商", **changes)


@pytest.mark.parametrize(
    ("treatment", "rows"),
    [
        (None, [(1, 0, 100), (2, 1, 100), (3, 2, 100), (4, 3, 100)]),
        (treated("skip"), [(1, 0, 0), (2, 1, 200), (3, 2, 100), (4, 3, 100)]),
        (treated("part", amount=Money(30_00)), [(1, 0, 30), (2, 1, 170), (3, 2, 100), (4, 3, 100)]),
        (treated("move", to=date(2026, 12, 25)), [(1, 0, 0), (1, date(2026, 12, 25), 100), (2, 1, 100), (3, 2, 100), (4, 3, 100)]),
        (treated("append"), [(1, 0, 0), (2, 1, 100), (3, 2, 100), (4, 3, 100), (1, date(2027, 4, 10), 100)]),
    ],
)  # fmt: skip
def test_treatments_lose_no_money(treatment, rows):
    found = planned(PLAN, date(2026, 11, 23), [treatment] if treatment else [])
    days = [(no, DAYS[day] if isinstance(day, int) else day, amount * 100) for no, day, amount in rows]
    assert [(one.no, one.due_on, one.amount) for one in found] == days
    assert sum(one.amount for one in found) == 400_00


@pytest.mark.parametrize(
    ("treatment", "code"),
    [
        (treated("skip", 4), "treatment_no_next"),
        (treated("skip", 9), "treatment_unknown_instalment"),
        (treated("part", amount=Money(100_00)), "treatment_part_amount"),
        (treated("part"), "treatment_part_amount"),
        (treated("move", to=date(2026, 12, 10)), "treatment_day"),
        (treated("move"), "treatment_day"),
    ],
)
def test_a_treatment_that_cannot_be_is_refused(treatment, code):
    with pytest.raises(Refused) as refused:
        planned(PLAN, date(2026, 11, 23), [treatment])
    assert [one.code for one in refused.value.findings] == [code]


@pytest.mark.parametrize(
    ("payments", "today", "states"),
    [
        ([], date(2026, 12, 13), "due due due due"),
        ([], date(2026, 12, 14), "missed due due due"),
        ([(date(2026, 12, 1), 60_00)], date(2026, 12, 14), "part due due due"),
        ([(date(2026, 12, 1), 90_00)], date(2026, 12, 14), "paid due due due"),  # short by the tolerance
        ([(date(2026, 12, 1), 89_99)], date(2026, 12, 14), "part due due due"),
        ([(date(2027, 1, 12), 250_00)], date(2027, 1, 14), "paid paid due due"),
    ],
)
def test_instalments(payments, today, states):
    given = [paid(on, minor, str(no)) for no, (on, minor) in enumerate(payments)]
    found, _ = instalment_states(planned(PLAN, DAYS[0]), given, Lenience(3, 10_00), today, "CNY")
    assert " ".join(one.state for one in found) == states


def test_a_late_payment_is_told_as_late():
    found, over = instalment_states(
        planned(PLAN, DAYS[0]), [paid(date(2027, 1, 12), 450_00)], Lenience(3), DAYS[3], "CNY"
    )
    assert [(one.late, one.paid_on) for one in found][:2] == [(True, date(2027, 1, 12)), (False, date(2027, 1, 12))]
    assert over == 50_00


@pytest.mark.parametrize(
    "changes",
    [
        {"method": "equal_instalment", "rate": Rate(Decimal("0.12"))},
        {"method": "flat_fee", "period_fee": Decimal("0.006")},
        {"method": "equal_instalment", "rate": Rate(Decimal("0.12")), "deferral_months": 3, "deferral_interest": "accrues"},
        {"treat_interest": "in_plan", "treat_fees": "first_instalment"},
        {"treat_interest": "capitalise", "down_payment": Money(1000_00)},
    ],
)  # fmt: skip
@pytest.mark.parametrize("due", [date(2026, 8, 17), date(2028, 1, 1)])  # principal first, and interest and fees first
def test_a_plan_paid_to_its_end_leaves_what_was_waived(changes, due):
    given = terms(instalments=12, rounding=terms().rounding, **changes)
    plan = schedule(given)
    start = date(2026, 11, 1)
    rows = planned(plan, start)
    payments = [paid(row.due_on, row.amount, str(no)) for no, row in enumerate(rows)]
    charges, relief = charges_of(plan, start), relief_of(plan, start)
    book = ledger(Balances.of(given), due, payments, ORDER, date.max, charges, [relief])
    waived = plan.waived
    assert book.parts == tuple(part.minor for part in (waived.principal, waived.interest, waived.penalty, waived.fees))
    assert book.credit == 0


MONTH_END = date(2027, 1, 31)


@pytest.mark.parametrize(
    ("changes", "appended"),
    [
        ({}, date(2027, 4, 10)),
        ({"every": Every(3)}, date(2027, 12, 10)),
        ({"every": Every(0, 14)}, date(2027, 2, 4)),
        ({"skip_months": (4, 5)}, date(2027, 6, 10)),  # no instalment in a month that the plan leaves out
        ({"shift": "following"}, date(2027, 4, 12)),  # 10 April is a Saturday
        ({"first_due": MONTH_END}, date(2027, 5, 31)),
        ({"first_due": MONTH_END, "shift": "following"}, date(2027, 5, 31)),  # its first row is due on 1 February
        ({"first_due": MONTH_END, "shift": "preceding"}, date(2027, 5, 31)),
    ],
)
def test_an_appended_instalment_is_due_on_the_day_on_which_the_plan_would_go_on(changes, appended):
    plan = schedule(terms(instalments=4, **changes))
    assert planned(plan, DAYS[0], [treated("append")])[-1].due_on == appended
    again = MissedTreatment("t2", "c1", "a1", "d1", 2, "append", "病假", NOW, "林协商")
    later = schedule(terms(instalments=6, **changes)).rows[-1].due_on
    assert planned(plan, DAYS[0], [treated("append"), again])[-1].due_on == later


def test_what_was_waived_is_served_last_from_the_day_of_the_agreement_on():
    day, agreed = date(2026, 6, 10), Relief(date(2026, 6, 15), (0, 500_00, 0, 0))
    before, after = paid(day, 200_00, "m1"), paid(agreed.on, 300_00, "m2")
    book = ledger(OWED, DUE, [before, after], ORDER, date(2026, 7, 1), (), [agreed])
    assert [line.got for line in book.lines] == [(0, 100_00, 100_00, 0), (300_00, 0, 0, 0)]
    anew = Relief(date(2026, 6, 20), (0, 0, 0, 0))
    later = paid(anew.on, 450_00, "m3")
    assert ledger(OWED, DUE, [before, after, later], ORDER, date(2026, 7, 1), (), [agreed, anew]).parts == (
        650_00,
        0,
        0,
        0,
    )


def test_a_stated_balance_is_compared_and_overwrites_nothing():
    book = ledger(OWED, DUE, [paid(date(2026, 7, 1), 100_00)], ORDER, date(2026, 7, 31))
    stated = BankBalance(
        "b1", "c1", "a1", date(2026, 7, 31), "名单.xlsx", NOW, "x", Money(1530_00), interest=Money(530_00)
    )
    found = reconcile(stated, book)
    assert found.differences == (("interest", Money(30_00)), ("total", Money(30_00)))
    assert [one.code for one in found.findings] == ["balance_differs"] * 2
    assert reconcile(BankBalance("b2", "c1", "a1", date(2026, 7, 31), "x", NOW, "x", Money(1500_00)), book).agrees


def test_the_latest_end_counts_and_an_account_opens_again():
    ends = [
        AccountEnd(str(no), "c1", "a1", how, DUE, NOW, "x") for no, how in enumerate(("settled", "reopened", "death"))
    ]
    assert ended(ends, "a1") == ends[2]
    assert ended(ends[:2], "a1") is None
    assert ended(ends, "a2") is None
