"""A lender's table of costs: items by hand, a guarantee like the interest, refusals by name."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, reject
from hypothesis import strategies as st

from workstation.errors import Refused
from workstation.money import Money
from workstation.plan.calc.cost_json import cost_answer
from workstation.plan.rate.true_rate import TrueRate
from workstation.plan.schedule.lender_table import (
    COUNTS,
    LENT_METHODS,
    LenderCost,
    LenderTable,
    lender_costs,
    table_findings,
)
from workstation.rates import Rate

GUARANTEE = LenderCost("担保费", "balance", Money(0), "0.06", "某融资担保公司")
SERVICE = LenderCost("服务费", "each", Money(72_00))
TABLE = LenderTable(
    "a1", "c1", Money(12_000_00), date(2026, 8, 3), date(2026, 9, 3), 12, "equal_principal", "30/360", Rate.parse("0.12"),
    (GUARANTEE, SERVICE), datetime(2026, 11, 29, tzinfo=UTC), "林协商",
)  # fmt: skip


def shown(rate: TrueRate) -> tuple[str, str]:
    return str(round(rate.simple * 100, 2)), str(round(rate.compound * 100, 2))


def test_by_hand() -> None:
    """Interest 120 + 110 + … + 10, a guarantee of half of it, 72.00 a month: 12.00, 6.00, 13.03 %; together 30.70 %."""
    found = lender_costs(TABLE)
    assert [one.total for one in found.items] == [Money(780_00), Money(390_00), Money(864_00)]
    assert [shown(one.rate)[0] for one in found.items] == ["12.00", "6.00", "13.03"]
    assert (shown(found.added)[0], shown(found.single)[0]) == ("31.03", "30.70")


@pytest.mark.parametrize(
    ("item", "payments"),
    [
        (LenderCost("x", "start", Money(500_00)), ((500_00, 0),)),
        (LenderCost("x", "end", Money(500_00)), ((500_00, 360),)),
        (LenderCost("x", "lent", Money(0), "0.006"), tuple((72_00, 30 * month) for month in range(1, 13))),
        (SERVICE, tuple((72_00, 30 * month) for month in range(1, 13))),
    ],
)
def test_when_each_basis_is_paid(item: LenderCost, payments: tuple[tuple[int, int], ...]) -> None:
    assert lender_costs(replace(TABLE, items=(item,))).items[1].item.payments == payments


@given(
    st.integers(1_000_00, 500_000_00), st.integers(1, 60), st.integers(1, 3_600), st.sampled_from(LENT_METHODS),
    st.sampled_from(COUNTS), st.integers(0, 60),
)  # fmt: skip
def test_an_item_of_the_balance_at_the_rate_of_the_interest_costs_what_the_interest_costs(
    lent: int, months: int, rate: int, method: str, count: str, later: int
) -> None:
    share = Decimal(rate) / 10_000
    alike = LenderCost("担保费", "balance", Money(0), str(share))
    first = date.fromordinal(date(2026, 9, 3).toordinal() + later)
    table = replace(
        TABLE, lent=Money(lent), instalments=months, method=method, day_count=count, rate=Rate(share), first_due=first,
        items=(alike,),
    )  # fmt: skip
    try:
        interest, guarantee = lender_costs(table).items
    except Refused as refused:  # a long first month may cost more than the usual instalment
        assert {one.code for one in refused.findings} == {"negative_amortisation"}
        reject()
    assert interest.item.payments == guarantee.item.payments


@pytest.mark.parametrize(
    ("changes", "refused"),
    [
        ({"items": (GUARANTEE, replace(SERVICE, name=" 擔保費 "))}, ("cost_item_twice", "cost_item.name")),
        ({"items": (replace(SERVICE, name="利息"),)}, ("cost_item_twice", "cost_item.name")),
        ({"items": (replace(SERVICE, name=" "),)}, ("required_field", "cost_item.name")),
        ({"items": (replace(SERVICE, amount=Money(0)),)}, ("amount_not_positive", "cost_item.amount")),
        ({"items": (replace(SERVICE, amount=Money(1, "USD")),)}, ("amount_currency", "cost_item.amount")),
        ({"items": (replace(GUARANTEE, share=""),)}, ("cost_share_impossible", "cost_item.share")),
        ({"items": (replace(GUARANTEE, share="11"),)}, ("cost_share_impossible", "cost_item.share")),
        ({"items": (replace(GUARANTEE, basis="daily"),)}, ("choice_unknown", "cost_item.basis")),
        ({"lent": Money(0)}, ("amount_not_positive", "costs.lent")),
        ({"first_due": date(2026, 8, 3)}, ("day_too_early", "costs.first_due")),
        ({"instalments": 0}, ("number_range", "costs.instalments")),
        ({"method": "flat"}, ("choice_unknown", "costs.method")),
        ({"day_count": "31/365"}, ("choice_unknown", "costs.day_count")),
        ({"rate": Rate.parse("-0.01")}, ("cost_share_impossible", "costs.rate")),
    ],
)
def test_what_cannot_be_reckoned_is_named(changes: dict[str, Any], refused: tuple[str, str]) -> None:
    found = list(table_findings(replace(TABLE, **changes), frozenset({"利息"})))
    assert [(one.code, one.subject) for one in found] == [refused]
    assert list(table_findings(TABLE)) == []


def test_the_question_refuses_two_items_of_one_name() -> None:
    paid = [{"on": "2027-08-01", "amount": "10.00"}]
    items = [{"name": name, "payments": paid} for name in ("fee", " Fee ")]
    asked = {
        "lent": "100.00",
        "on": "2026-08-01",
        "principal": [{"on": "2027-08-01", "amount": "100.00"}],
        "items": items,
    }
    with pytest.raises(Refused) as refused:
        cost_answer(asked)
    assert [(one.code, one.subject) for one in refused.value.findings] == [("cost_item_twice", "items[1].name")]
