"""A year of payments (early, late, partial, double, reversed, back-dated) and of promises that move, by the second opinion."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from random import Random

import pytest

from tests.promise import oracle
from tests.promise.oracle import Case, Paid, Promised
from tests.prove import how_many
from workstation.money import Money
from workstation.plan.debt.allocation import GivenOrder
from workstation.plan.debt.balances import COMPONENTS, Balances
from workstation.promise.account_keeping import AccountKeeping, Adopted, KeepingRules, Opening, account_keeping
from workstation.promise.instalments import Lenience, Planned
from workstation.promise.ledger import Charge, Relief
from workstation.promise.payment import Payment
from workstation.promise.promise import Move, Promise, kept_rate

START = date(2026, 1, 5)
NOW = datetime(2026, 1, 5, tzinfo=UTC)


def made(random: Random) -> Case:
    """A case with some forty payments and a dozen promises on any day of the year, entered in any order."""
    rows = sorted((START + timedelta(days=random.randrange(360)), random.randrange(1, 15)) for _ in range(12))
    case = Case(
        owed={name: random.choice((0, random.randrange(60))) for name in COMPONENTS},
        due_on=START + timedelta(days=random.randrange(-120, 200)),
        adopted=START + timedelta(days=random.randrange(60)),
        rows=rows,
        charges=[(day, random.randrange(3), random.randrange(2)) for day, _ in rows],
        grace=random.randrange(5),
        short=random.randrange(4),
    )
    days = random.sample(range(360), random.randrange(3))
    case.reliefs = [
        (START + timedelta(days=day), {name: random.choice((0, random.randrange(60))) for name in COMPONENTS})
        for day in days
    ]
    for number in range(random.randrange(40)):
        on = START + timedelta(days=random.randrange(-20, 380))
        paid = Paid(f"m{number}", on, random.randrange(1, 15), contained=random.random() < 0.05)
        case.paid.append(paid)
        if random.random() < 0.1:
            case.paid.append(replace(paid, id=f"d{number}"))
        if random.random() < 0.15:
            back = on + timedelta(days=random.randrange(9))
            case.paid.append(Paid(f"r{number}", back, -paid.coins, reverses=paid.id))
    for number in range(random.randrange(12)):
        case.promised.append(promised(random, number))
    return case


def promised(random: Random, number: int) -> Promised:
    day = START + timedelta(days=random.randrange(360))
    found = Promised(f"p{number}", day, random.randrange(1, 25))
    moves, at = [], day
    while random.random() < 0.3:
        at = at + timedelta(days=random.randrange(-6, 8))
        moves.append((at, at + timedelta(days=random.randrange(30))))
    found.moves = sorted(moves)
    if random.random() < 0.1:
        found.cancelled = day + timedelta(days=random.randrange(-9, 20))
    return found


def kept(case: Case, today: date, random: Random) -> AccountKeeping:
    """What the program says, the entries in any order."""
    rows = tuple(Planned(no, day, need) for no, (day, need) in enumerate(case.rows, 1))
    charges = [Charge(*one) for one in case.charges]
    payments = [
        Payment(one.id, "c", "a", one.on, Money(one.coins), NOW, "x", reverses=one.reverses, in_balance=one.contained)
        for one in case.paid
    ]
    promises = [
        Promise(one.id, one.on, Money(one.coins), "", tuple(Move(*move) for move in one.moves), one.cancelled)
        for one in case.promised
    ]
    reliefs = [Relief(day, (w["principal"], w["interest"], w["penalty"], w["fees"])) for day, w in case.reliefs]
    for entries in (payments, promises, charges, reliefs):
        random.shuffle(entries)
    lenience = Lenience(case.grace, case.short)
    return account_keeping(
        Opening(Balances(*[Money(case.owed[name]) for name in COMPONENTS]), case.due_on),
        payments,
        KeepingRules(GivenOrder(90, oracle.EARLY, oracle.LATE), lenience, lenience),
        today,
        Adopted(rows, tuple(charges), case.adopted, tuple(reliefs)),
        promises,
    )


@pytest.mark.prove
def test_states_balances_and_kept_rates_are_those_of_the_second_opinion() -> None:
    for number in range(how_many(150, 1_000)):
        random = Random(number)
        case = made(random)
        for today in (START + timedelta(days=random.randrange(365)), START + timedelta(days=400)):
            found = kept(case, today, random)
            left, spare = oracle.owed(case, today)
            assert dict(zip(COMPONENTS, found.ledger.parts, strict=True)) == left, number
            assert found.ledger.credit == spare, number
            assert [(one.state, one.received.minor) for one in found.instalments] == oracle.instalments(case, today)
            told, count, amount = oracle.promises(case, today)
            assert {one.promise.id: (one.state, one.received.minor) for one in found.promises} == told, number
            rate = kept_rate(found.promises)
            assert (rate.count, rate.amount) == (count, amount), number


@pytest.mark.prove
def test_any_order_of_entry_gives_the_same() -> None:
    for number in range(how_many(60, 1_000)):
        case, today = made(Random(number)), START + timedelta(days=300)
        first = kept(case, today, Random(1))
        for turn in range(2, 5):
            again = kept(case, today, Random(turn))
            assert again.ledger == first.ledger
            assert again.instalments == first.instalments
            assert sorted(again.promises, key=lambda one: one.promise.id) == sorted(
                first.promises, key=lambda one: one.promise.id
            )
