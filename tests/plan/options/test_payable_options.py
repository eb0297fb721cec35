"""Options that a person can pay: one instalment less for a late pay day, whole dollars in Taiwan."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

import pytest

from tests.builders import TODAY
from tests.plan.options.test_options import ALL_REQUESTS, FIRST_DUE, debt, excluded, offer, one, pack_of
from workstation.money import Money
from workstation.plan.options.options import PaymentCapacity, Setting, case_options
from workstation.promise.authority import tiers_by_length


@pytest.mark.parametrize(
    ("first_due", "instalments", "tried"),
    [
        (date(2026, 12, 23), (60,), {"plain-60": 60}),  # the sixtieth falls on the last day of five years
        (date(2026, 12, 25), (60,), {"plain-60": 59}),
        (date(2026, 12, 25), (60, 59), {"plain-59": 59}),
        (date(2026, 12, 23), (60, 59), {"plain-60": 60, "plain-59": 59}),
    ],
)
def test_one_instalment_less_where_the_pay_day_is_more_than_a_month_away(first_due, instalments, tried):
    found = one(offer(instalments=instalments), first_due=first_due)
    every = (*(each.option for each in found.offered), *(each.option for each in found.dominated))
    assert {each.id.removeprefix("6214:"): each.instalments for each in every} == tried
    assert "cap_term" not in str(excluded(found))


def test_options_in_taiwan_are_paid_in_whole_dollars():
    debts = {
        "6214": debt(
            currency="TWD",
            principal=Money(12_000_000, "TWD"),
            interest=Money(1_562_136, "TWD"),
            penalty=Money(0, "TWD"),
            fees=Money(0, "TWD"),
        )
    }
    rules = replace(pack_of(offer(instalments=(24, 60))), currency="TWD")
    means = PaymentCapacity(Money(900_000, "TWD"), Money(0, "TWD"))
    setting = Setting(ALL_REQUESTS, FIRST_DUE, TODAY)
    (found,) = case_options(debts, means, setting, rules, partial(tiers_by_length, pack=rules))
    assert [each.option.payment.minor % 100 for each in found.offered] == [0] * len(found.offered)
    assert found.offered
