"""What a payment that does not cover its row is told."""

from __future__ import annotations

import pytest

from tests.plan.plans import annual, fixed, plan, yuan
from workstation.errors import Refused

ASKED = {"principal": "50000", "interest": "1200", "penalty": "300", "instalments": 12, "rate": annual("0.18")}


@pytest.mark.parametrize(
    ("row", "given", "owed"),
    [
        (1, "100", "125.00"),  # less than its share of the old amounts alone
        (1, "700", "875.00"),  # interest of the balance, and its share of the old amounts
        (1, "874.99", "875.00"),
        (3, "500", "746.89"),
    ],
)
def test_a_payment_that_is_too_small_is_told_the_whole_of_what_it_would_have_to_cover(
    row: int, given: str, owed: str
) -> None:
    with pytest.raises(Refused) as refused:
        plan(**ASKED, fixed=fixed((row, given)))
    (finding,) = refused.value.findings
    assert (finding.code, finding.figures["row"], finding.figures["amount"]) == (
        "negative_amortisation",
        str(row),
        owed,
    )


def test_a_payment_of_the_whole_is_taken() -> None:
    assert plan(**ASKED, fixed=fixed((1, "875.00"))).rows[0].payment == yuan("875.00")
