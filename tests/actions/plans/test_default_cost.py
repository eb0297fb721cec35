"""What a year of doing nothing costs against the cap of the pack: advice with its source, checked by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.builders import account, case_file, terms
from workstation.actions.plans.options import compare_plans
from workstation.errors import Finding
from workstation.money import Money
from workstation.policy.pack import packs
from workstation.rates import Rate

DAILY = Rate(Decimal("0.0005"), "daily")


def found(pack: str = "cn-card", **changes) -> tuple[Finding, ...]:
    owed = account(**changes)
    return compare_plans(case_file(accounts=(owed,), pack=packs()[pack]), owed, (terms(owed),)).default_cost


def test_interest_compound_and_penalty_of_a_year_are_set_against_the_principal():
    """58,142.10 × (1.015¹² × 1.0025 − 1) = 11,547.44 and twelve times 150.00, on 50,000.00."""
    (finding,) = found(rate=DAILY, minimum_due=Money(300_000))
    interest = (Decimal("58142.10") * (Decimal("1.015") ** 12 * Decimal("1.0025") - 1)).quantize(Decimal("0.01"))
    added = interest + 12 * 150
    assert finding.code == "cap_default_cost"
    assert finding.figures["amount"] == f"{added:,}"
    assert finding.figures["principal"] == "50,000.00"
    assert finding.figures["rate"] == f"{(added / 500).quantize(Decimal('0.01'))}%"
    assert (finding.figures["limit"], finding.figures["dated"]) == ("24.00%", "2017-08-04")
    assert "法发〔2017〕22号" in finding.figures["source"]


@pytest.mark.parametrize(
    ("pack", "changes", "above"),
    [
        ("cn-card", {"rate": DAILY}, False),
        ("cn-card", {"rate": None, "minimum_due": Money(300_000)}, False),
        ("cn-card", {"rate": DAILY, "principal": Money(0), "minimum_due": Money(300_000)}, False),
        # A loan at 24 % a year of 360 days costs 24.33 % in 365.
        ("cn-consumer-loan", {"rate": Rate(Decimal("0.24")), "product": "consumer_loan"}, True),
        ("cn-consumer-loan", {"rate": Rate(Decimal("0.2367")), "product": "consumer_loan"}, False),
        # Exactly the cap is allowed; Taiwan's is one of cards only.
        ("tw-prenegotiation", {"rate": Rate(Decimal("0.15"))}, False),
        ("tw-prenegotiation", {"rate": Rate(Decimal("0.1501"))}, True),
        ("tw-prenegotiation", {"rate": Rate(Decimal("0.16")), "product": "consumer_loan"}, False),
    ],
)
def test_only_what_is_above_the_cap_is_told(pack, changes, above):
    assert [one.code for one in found(pack, **changes)] == ["cap_default_cost"] * above
