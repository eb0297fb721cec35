"""The lender's table of costs is asked for of loans made since 2026-08-01, and of no others: the day before, on it, after it."""

from __future__ import annotations

from datetime import date

import pytest

from tests import builders
from workstation.evidence.checklist import requirements
from workstation.policy.pack import packs

LOANS, CARDS = packs()["cn-consumer-loan"], packs()["cn-card"]


@pytest.mark.parametrize(
    ("pack", "product", "opened", "asked"),
    [
        (LOANS, "consumer_loan", date(2026, 7, 31), False),
        (LOANS, "consumer_loan", date(2026, 8, 1), True),
        (LOANS, "online_loan", date(2026, 8, 2), True),
        (LOANS, "consumer_loan", None, False),  # nobody knows the day: the profile asks for it
        (LOANS, "credit_card", date(2026, 9, 1), False),
        (CARDS, "consumer_loan", date(2026, 7, 31), False),
        (CARDS, "consumer_loan", date(2026, 8, 1), True),  # the general rules hold for loans, too
        (CARDS, "credit_card", date(2026, 9, 1), False),
    ],
)
def test_the_table_of_costs_is_asked_of_contracts_since_the_rule(pack, product, opened, asked):
    account = builders.account(product=product, opened_on=opened)
    found = requirements(pack, "illness", (), (product,), "creditor_agency", (account,))
    assert ("cost_disclosure" in {one.code for one in found}) is asked
    assert "cost_disclosure" not in {
        one.code for one in requirements(pack, "illness", (), (product,), "creditor_agency")
    }
