"""A plan in each of its lengths comes to the same as its rows do, whatever days, rates and treatments it has."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from random import Random

import pytest

from tests.plan.random_terms import random_terms
from tests.prove import how_many
from workstation.errors import Refused
from workstation.money import Rounding
from workstation.plan.schedule.calculate import rows_of
from workstation.plan.schedule.lengths import Lengths
from workstation.plan.schedule.term_checks import term_findings
from workstation.plan.schedule.terms import Terms

EVEN = (
    "equal_instalment",
    "equal_instalment",
    "equal_principal",
    "interest_free",
    "lump_sum",
    "flat_fee",
    "flat_interest",
)
Came = tuple[object, ...]


def even_terms(chance: Random) -> Terms:
    """Terms of the kind that offers have three times in four, else of any kind."""
    terms = random_terms(chance)
    if chance.random() < 0.25:
        return terms
    fee = chance.choice([Decimal(0), terms.period_fee])
    alike = {"fixed": (), "steps": (), "grace_principal": 0, "remainder": "last", "rounding": Rounding(1, "up")}
    return replace(terms, method=chance.choice(EVEN), period_fee=fee, skip_months=(), **alike)  # type: ignore[arg-type]


def by_lengths(lengths: Lengths, rows: int) -> Came:
    try:
        figures = lengths.figures(rows)
    except Refused as refused:
        return refused.findings
    return *figures[:3], lengths.due_on(rows), lengths.up_front


def by_rows(terms: Terms, rows: int) -> Came:
    try:
        plan = rows_of(terms, rows)
    except Refused as refused:
        return refused.findings
    cost = sum(row.interest_minor + row.fee_minor for row in plan.rows)
    payments = [row.payment_minor for row in plan.rows]
    up_front = plan.up_front.minor
    return max(payments), sum(payments) + up_front, cost, plan.rows[-1].due_on, up_front


@pytest.mark.prove
def test_every_length_comes_to_what_its_rows_come_to() -> None:
    chance = Random(619)
    for _ in range(how_many(400, 10_000)):
        terms = even_terms(chance)
        longest = terms.instalments or 1
        if term_findings(terms):
            continue
        try:
            lengths = Lengths(terms)
        except Refused:
            continue
        for rows in {1, longest, chance.randint(1, longest)}:
            if not term_findings(lengths.terms(rows)):
                assert by_lengths(lengths, rows) == by_rows(terms, rows)
