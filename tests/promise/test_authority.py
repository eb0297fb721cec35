"""What terms ask to be granted, and of whom: nothing asked for is left out, nothing else is in it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from tests.builders import CARD_PACK, account, terms
from workstation.money import Money
from workstation.promise.authority import concessions, required_authorities, tiers
from workstation.rates import Rate

OLD = ("waive_interest", "waive_penalty", "waive_fees")


@pytest.mark.parametrize(
    ("method", "rate", "stops"),
    [
        ("interest_free", "0", True),
        ("interest_free", "0.18", True),  # the method takes no interest, whatever rate stands beside it
        ("equal_instalment", "0", True),  # at no rate the bank goes without interest as well
        ("equal_principal", "0", True),
        ("equal_instalment", "0.18", False),
        ("equal_principal", "0.0001", False),
        ("lump_sum", "0", False),  # a settlement is asked for, no interest to come is spoken of
    ],
)
def test_to_go_without_interest_is_asked_for(method, rate, stops):
    asked = concessions(terms(method=method, rate=Rate(Decimal(rate))), 60)
    assert ("stop_interest" in asked) is stops
    assert ("settlement" in asked, "instalments" in asked) == (method == "lump_sum", method != "lump_sum")


@pytest.mark.parametrize("name", OLD)
def test_only_what_is_owed_can_be_waived(name):
    component = name.removeprefix("waive_")
    treatment: dict[str, Any] = {f"treat_{component}": "in_plan"}
    kept = terms(**treatment)
    nothing = terms(account(**{component: Money(0)}))
    assert name in concessions(terms(), 60)
    assert name not in concessions(kept, 60)
    assert name not in concessions(nothing, 60)
    assert [one for one in OLD if one in concessions(kept, 60)] == [one for one in OLD if one != name]


@pytest.mark.parametrize(
    ("changes", "concession", "size"),
    [
        ({}, "instalments", "60"),
        ({"deferral_months": 3}, "deferral", "3"),
        ({"waive_principal": Money(12_500_00)}, "waive_principal", "0.25"),
        ({"method": "lump_sum"}, "settlement", "60"),
    ],
)
def test_how_much_is_asked_for(changes, concession, size):
    assert concessions(terms(**changes), 60)[concession] == Decimal(size)
    assert ("deferral" in concessions(terms(), 60), "waive_principal" in concessions(terms(), 60)) == (False, False)


def test_a_plan_at_no_rate_is_for_the_tier_that_may_stop_interest():
    free = terms(method="equal_instalment", rate=Rate(Decimal(0)))
    assert tiers(free, 60, CARD_PACK)["stop_interest"] == CARD_PACK.authority_for("stop_interest", Decimal(1))
    assert required_authorities(free, 60, CARD_PACK) == required_authorities(terms(), 60, CARD_PACK)
