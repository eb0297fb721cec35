"""States and balances of many cases with two years of payments each: Concord's against a bare loop of whole numbers.

The loop knows neither reversals, promises, moves nor tolerances; it hands amounts over in the same orders and counts the same
instalments, from plain tuples that were sorted before the clock started. It is the least that the question costs in Python.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Final

from bench.contest import Contender, Contest
from workstation.money import Money
from workstation.plan.debt.allocation import GivenOrder
from workstation.plan.debt.balances import Balances
from workstation.promise.account_keeping import Adopted, KeepingRules, Opening, account_keeping
from workstation.promise.instalments import Lenience, Planned
from workstation.promise.payment import Payment
from workstation.promise.promise import Promise

CASES: Final = 1_000
PAYMENTS: Final = 24
START: Final = date(2026, 1, 10)
TODAY: Final = date(2027, 12, 31)
GRACE: Final = 3
EARLY: Final = (3, 2, 1, 0)
LATE: Final = (0, 1, 2, 3)
ORDER: Final = GivenOrder(
    90, ("fees", "penalty", "interest", "principal"), ("principal", "interest", "penalty", "fees")
)
NOW: Final = datetime(2026, 1, 10, tzinfo=UTC)

Case = tuple[Opening, list[Payment], Adopted, list[Promise]]
Plain = tuple[tuple[int, int, int, int], int, list[tuple[int, int]], list[tuple[int, int]]]


def contests(folder: Path) -> list[Contest]:
    """One contest; nothing is written to ``folder``."""
    random = Random(7)
    cases = [_case(random) for _ in range(CASES)]
    plain = [_plain(case) for case in cases]
    if [_ours(case) for case in cases] != [_bare(case) for case in plain]:
        raise RuntimeError("the two reckon differently")
    task = f"states and balances, {CASES:,} cases × {PAYMENTS} payments"
    bare = Contender("a bare loop of whole numbers", lambda: [_bare(case) for case in plain])
    return [Contest(task, lambda: [_ours(case) for case in cases], (bare,))]


def _case(random: Random) -> Case:
    owed = Balances(*[Money(random.randrange(most)) for most in (6_000_000, 900_000, 90_000, 30_000)])
    rows = tuple(Planned(no, START + timedelta(days=30 * no), 200_000) for no in range(1, PAYMENTS + 1))
    payments = [
        Payment(f"{no}", "c", "a", row.due_on + timedelta(days=random.randrange(-9, 12)), _amount(random), NOW, "x")
        for no, row in enumerate(rows)
    ]
    random.shuffle(payments)
    due_on = START - timedelta(days=random.randrange(200))
    return Opening(owed, due_on), payments, Adopted(rows, (), START - timedelta(days=60)), []


def _amount(random: Random) -> Money:
    return Money(random.choice((200_000, 200_000, 120_000, 260_000)))


def _ours(case: Case) -> tuple[tuple[int, ...], list[str]]:
    opening, payments, adopted, promises = case
    lenience = Lenience(GRACE, 0)
    kept = account_keeping(opening, payments, KeepingRules(ORDER, lenience, lenience), TODAY, adopted, promises)
    return kept.ledger.parts, [one.state for one in kept.instalments]


def _plain(case: Case) -> Plain:
    opening, payments, adopted, _ = case
    owed = opening.balances
    edge = opening.due_on.toordinal() + ORDER.until_days if opening.due_on else 0
    return (
        (owed.principal.minor, owed.interest.minor, owed.penalty.minor, owed.fees.minor),
        edge,
        sorted((one.on.toordinal(), one.amount.minor) for one in payments if one.on <= TODAY),
        [(row.due_on.toordinal(), row.amount) for row in adopted.rows],
    )


def _bare(case: Plain) -> tuple[tuple[int, ...], list[str]]:
    owed, edge, payments, rows = case
    left = list(owed)
    purse = 0
    for on, amount in payments:
        purse += amount
        for place in EARLY if on <= edge else LATE:
            part = min(amount, left[place])
            left[place] -= part
            amount -= part
    states = []
    today = TODAY.toordinal()
    for due, need in rows:
        got = min(purse, need)
        purse -= got
        states.append("paid" if got == need else "due" if today <= due + GRACE else "part" if got else "missed")
    return tuple(left), states
