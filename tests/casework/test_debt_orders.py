"""The orders of a case's debts: what the case brings, what keeps them back, and that sheet, workbook and page show the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests import builders
from workstation.casework.case_file import CaseFile
from workstation.casework.debt_orders import debt_orders, order_lines, orders_or_why
from workstation.errors import Refused
from workstation.money import Money
from workstation.rates import Rate
from workstation.wording import Wording

NONE = Money(0)


def debt(tail: str, owed: int, rate: str | None, **more: Any):
    parts = {"principal": Money(owed * 100), "interest": NONE, "penalty": NONE, "fees": NONE}
    known = Rate(Decimal(rate)) if rate else None
    return builders.account(id=f"a{tail}", number=f"6222{tail}", rate=known, **parts, **more)


def case(*accounts) -> CaseFile:
    file = builders.case_file(accounts=accounts)
    return replace(file, debtor=replace(file.debtor, pay_day=10))


TWO = case(debt("1111", 10_000, "0.12"), debt("2222", 2_000, "0.18", minimum_due=Money(200_00)))


def test_the_case_brings_means_pay_day_minimums_and_the_order_of_its_pack():
    found = debt_orders(TWO, Money(600_00), token=Money(50_00))
    assert found.conditions.monthly == Money(600_00)
    assert found.conditions.first_on == date(2026, 12, 10)
    assert found.minimums == (Money(50_00), Money(50_00))
    assert [one.method for one in found.orders] == ["snowball", "avalanche", "pro_rata", "court"]
    assert all(month[0] >= 50_00 for one in found.orders for month in one.payments[:3])


@pytest.mark.parametrize(
    ("file", "minimum", "codes"),
    [
        (case(debt("1111", 10_000, "0.12")), "token", {"priority_count"}),
        (case(debt("1111", 10_000, None), debt("2222", 2_000, "0.18")), "token", {"priority_rate_missing"}),
        (TWO, "contract", {"priority_minimum_missing"}),
    ],
)
def test_what_is_not_known_is_asked_for_and_never_filled_in(file, minimum, codes):
    if "minimum" in str(codes):
        file = replace(file, accounts=(replace(file.accounts[0], minimum_due=None), file.accounts[1]))
    with pytest.raises(Refused) as refused:
        debt_orders(file, Money(600_00), minimum)
    assert {one.code for one in refused.value.findings} == codes


def test_the_minimum_due_of_the_contract_is_each_debts_own():
    file = replace(TWO, accounts=tuple(replace(one, minimum_due=Money(200_00)) for one in TWO.accounts))
    found = debt_orders(file, Money(600_00), "contract")
    assert found.minimums == (Money(200_00), Money(200_00))
    with pytest.raises(Refused) as refused:
        debt_orders(file, Money(399_99), "contract")
    (finding,) = refused.value.findings
    assert (finding.code, finding.figures["short"]) == ("priority_minimums", "0.01")


def test_a_single_debt_has_no_order_and_says_nothing():
    assert orders_or_why(case(debt("1111", 10_000, "0.12"))) == ()


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
def test_every_order_is_told_in_words(language):
    lines = order_lines(debt_orders(TWO, Money(600_00)), Wording(language))
    assert sum(line.cheapest for line in lines) >= 1
    for line in lines:
        assert line.paid is not None and line.cost is not None and line.last_on
        assert "1111" in line.steps and "2222" in line.steps and "{" not in line.steps
