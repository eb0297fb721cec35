"""Every line of docs/boundaries.md, which a banker can read, asked of the program."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from tests.builders import CARD_PACK, account
from tests.casework.claims.test_claims import DUE, fact, file_of
from tests.plan.rebuilt.test_rebuild import CARD, TERMS, history
from tests.source_tree import ROOT
from workstation.actions.plans.options import waiting_terms
from workstation.casework.claims.limitation import limitation_of
from workstation.casework.claims.received import cost_on_received
from workstation.money import Money
from workstation.plan.debt.balances import Component
from workstation.plan.debt.waiting import month_penalty
from workstation.plan.options.caps import last_day
from workstation.plan.rebuilt.history import Bounds, History, Paid, Pause
from workstation.plan.rebuilt.rebuild import rebuild
from workstation.policy.lenders import lenders
from workstation.policy.pack import packs
from workstation.rates import Rate, percent, rounded

Line = tuple[str, ...]


def read(of: History, on: str, part: str) -> str:
    reading = rebuild(of, [date.fromisoformat(on)]).readings[0]
    assert reading.is_exact
    return str(getattr(reading.least, part).text())


def order(paid_on: str, days: str, *_: str) -> Line:
    due, on = date(2026, 5, 31), date.fromisoformat(paid_on)
    terms = replace(
        TERMS,
        order=CARD_PACK.allocation,
        due_on=due,
        rates=(replace(TERMS.rates[0], from_on=on, least=Rate(Decimal(0)), most=Rate(Decimal(0))),),
    )
    opening: dict[Component, Bounds] = {
        "principal": Bounds.known(Money(100_000)),
        "interest": Bounds.known(Money(50_000)),
        "penalty": Bounds.known(Money(10_000)),
    }
    found = (
        rebuild(History(on, "CNY", terms, opening, payments=(Paid(on, Bounds.known(Money(60_000))),)), [on])
        .readings[0]
        .least
    )
    return (
        paid_on,
        str((on - due).days),
        *(getattr(found, part).text() for part in ("principal", "interest", "penalty")),
    )


def bucket(days: str, _: str) -> Line:
    return days, CARD_PACK.bucket(int(days))


def month(bank: str, minimum: str, overdue: int = 0) -> str:
    today = date(2026, 11, 23)
    one = account(
        bank=bank, minimum_due=Money.parse(minimum), due_on=today - timedelta(days=overdue), rate=Rate(Decimal("0.18"))
    )
    terms = waiting_terms(one, CARD_PACK, today)
    assert terms is not None
    return month_penalty(Money.parse(minimum), terms).text()


def penalty(bank: str, minimum: str, _: str) -> Line:
    return bank, minimum, month(bank, minimum)


def step(days: str, *_: str) -> Line:
    return days, str(int(days) // 30), month("广发银行", "1000.00", int(days))


def tolerance(paid: str, *_: str) -> Line:
    amount = Money.parse(paid)
    none = replace(CARD, penalty=replace(CARD.penalty, minimum=Bounds.known(Money(0)))) if CARD.penalty else CARD
    of = history(none, payments=(Paid(date(2023, 2, 10), Bounds.known(amount)),))
    return paid, (Money(100_000) - amount).text(), read(of, "2023-02-20", "penalty")


def grace(on: str, _: str) -> Line:
    of = history(CARD, payments=(Paid(date.fromisoformat(on), Bounds.known(Money(100_000))),))
    return on, read(of, "2023-02-20", "penalty")


def pause(last: str, *_: str) -> Line:
    interest = read(
        history(pauses=(Pause(date(2023, 1, 12), date(2023, 1, 15), last == "counted"),)), "2023-01-20", "interest"
    )
    return last, str(Money.parse(interest).minor // 500), interest


def cap(kind: str, on: str, _: str) -> Line:
    found = lenders()["cn"].kinds[kind].cap(date.fromisoformat(on), CARD_PACK.reference_rates)
    return kind, on, percent(found.rate) if found else "—"


def term(pack: str, on: str, _: str) -> Line:
    return pack, on, last_day(date.fromisoformat(on), packs()[pack]).isoformat()


def received(amount: str, *_: str) -> Line:
    cost = cost_on_received(Money(1_000_000), Money.parse(amount), Rate(Decimal("0.18")), 12)
    assert cost is not None
    return amount, percent(cost), "yes" if rounded(cost) > CARD_PACK.annual_cap("招商银行").rate else "no"


def limit(kind: str, on: str, _: str) -> Line:
    facts = () if kind == "nothing" else (fact(kind, on, proof="x", amount=Money(1)),)
    found = limitation_of(file_of(DUE, facts=facts), DUE)
    assert found is not None
    return kind, on, found.last.isoformat()


RULES: dict[str, Callable[..., Line]] = {
    one.__name__: one
    for one in (order, bucket, penalty, step, tolerance, grace, pause, cap, term, received, limit)
}  # fmt: skip


def lines() -> list[tuple[str, Line]]:
    """The lines of every table, without its head."""
    found: list[tuple[str, Line]] = []
    for section in (ROOT / "docs" / "boundaries.md").read_text("utf-8").split("\n## ")[1:]:
        name = section.partition(":")[0]
        rows = [line for line in section.splitlines() if line.startswith("|")][2:]
        found += [(name, tuple(cell.strip() for cell in row.strip("|").split("|"))) for row in rows]
    return found


@pytest.mark.parametrize(("rule", "line"), lines(), ids=lambda one: one if isinstance(one, str) else " ".join(one))
def test_each_line_holds(rule: str, line: Line) -> None:
    assert RULES[rule](*line) == line


def test_every_rule_has_its_table() -> None:
    assert {rule for rule, _ in lines()} == set(RULES)
