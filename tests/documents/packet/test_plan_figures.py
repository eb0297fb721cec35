"""What a paper says of a plan holds for the plan as it was agreed: its rate a year, and the months without a payment."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.documents.sample_case import account_of, terms
from workstation.documents.packet.plan_figures import plan_figures
from workstation.plan.schedule.calculate import schedule
from workstation.plan.version import PlanVersion
from workstation.rates import Rate
from workstation.wording import LANGUAGES, Wording

CARD = account_of("a1", "招商银行", "6225880112346214", 5_000_000, 0, 0, 0)


def figures(language: str = "zh-Hans", **changes):
    asked = replace(terms(CARD), method="equal_instalment", instalments=24, **changes)
    plan = PlanVersion("p1", "c1", "a1", 1, asked, None, "陈静")  # type: ignore[arg-type]  # nothing here asks when
    return plan_figures(plan, schedule(asked), CARD, Wording(language), language)


@pytest.mark.parametrize(
    ("rate", "day_count", "said"),
    [
        (Rate(Decimal("0.0365")), "30/360", "3.65%"),
        (Rate(Decimal("0.005"), "monthly"), "30/360", "6.00%"),
        (Rate(Decimal("0.0005"), "daily"), "30/360", "18.00%"),
        (Rate(Decimal("0.0005"), "daily"), "actual/365", "18.25%"),
        (Rate(Decimal("0.0005"), "daily"), "actual/360", "18.00%"),
        (Rate(Decimal(0)), "30/360", ""),
    ],
)
def test_a_rate_is_told_for_a_year(rate: Rate, day_count: str, said: str) -> None:
    assert figures(rate=rate, day_count=day_count).rate == said


@pytest.mark.parametrize("language", LANGUAGES)
def test_months_without_a_payment_are_told(language: str) -> None:
    words = Wording(language)
    monthly = words.text("paper.plan.every_month")
    assert figures(language).every == monthly
    months = words.text("paper.list_separator").join(("1", "2"))
    assert figures(language, skip_months=(2, 1)).every == words.text(
        "paper.plan.every_but", {"every": monthly, "months": months}
    )
