"""One plan for all creditors in two stages: 72 equal payments without interest, then what is left."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import account
from workstation.errors import Refused
from workstation.money import Money, total
from workstation.plan.options.two_stage import TwoStages, two_stage_terms
from workstation.plan.schedule.calculate import schedule
from workstation.rates import Rate

TODAY, FIRST = date(2026, 11, 29), date(2027, 1, 10)


def owing(no: int, principal: int, interest: int = 0):
    """Whole dollars."""
    none = Money.zero("TWD")
    return replace(
        account(id=f"a{no}", currency="TWD", principal=Money(principal * 100, "TWD"), interest=Money(interest * 100, "TWD")),
        penalty=none, fees=none, limit=none, minimum_due=none, as_of=TODAY,
    )  # fmt: skip


def stages(monthly: int, **changes) -> TwoStages:
    return replace(TwoStages(Money(monthly * 100, "TWD"), 72, FIRST, 180), **changes)


@given(
    debts=st.lists(st.tuples(st.integers(60_000, 900_000), st.integers(0, 40_000)), min_size=1, max_size=5),
    share=st.integers(30, 95),
)
def test_the_stages_pay_everything_and_the_last_of_the_first_takes_all_that_is_left(debts, share):
    """``last = total − 71 × monthly``, as the credit centre checks it."""
    accounts = [owing(no, principal, interest) for no, (principal, interest) in enumerate(debts)]
    whole = sum(principal + interest for principal, interest in debts)
    monthly = max(whole * share // 100 // 72, 2 * len(debts))
    try:
        found = two_stage_terms(accounts, stages(monthly), TODAY)
    except Refused as refused:
        assert {one.code for one in refused.findings} <= {"stages_not_needed", "share_nothing"}
        return
    plans = [schedule(terms) for _, terms in found]
    sums = [total([row.payment for row in rows]) for rows in zip(*(plan.rows for plan in plans), strict=True)]
    assert {amount.minor for amount in sums[:72]} == {monthly * 100}
    assert total(sums) == Money(whole * 100, "TWD")
    rest = total(sums[72:])
    last = Money(whole * 100 - 71 * monthly * 100, "TWD")
    assert last == rest + Money(monthly * 100, "TWD")
    assert all(row.payment.minor % 100 == 0 for plan in plans for row in plan.rows)


def test_interest_of_the_second_stage_begins_with_it():
    ((_, terms),) = two_stage_terms([owing(1, 300_000)], stages(2_000, second=60, rate=Rate.parse("6%")), TODAY)
    rows = schedule(terms).rows
    assert (len(rows), {row.interest.minor for row in rows[:72]}) == (132, {0})
    assert rows[71].closing == Money(156_000_00, "TWD")
    assert rows[72].interest == Money(780_00, "TWD")


@pytest.mark.parametrize(
    ("monthly", "code"), [(0, "amount_not_positive"), (4_167, "stages_not_needed"), (4_166, None), (1, "")]
)
def test_a_month_that_leaves_nothing_for_a_second_stage_is_refused(monthly, code):
    """300,000 in 72 payments: 4,166.67."""
    try:
        found = two_stage_terms([owing(1, 300_000)], stages(monthly), TODAY)
    except Refused as refused:
        assert [one.code for one in refused.findings] == [code]
    else:
        assert code in (None, "")
        assert found[0][1].instalments == (73 if code is None else 180)


@pytest.mark.parametrize(("accounts", "code"), [([], "shares_nothing"), ([owing(1, 300_000)], "share_other_currency")])
def test_a_month_in_a_currency_in_which_nothing_is_owed_is_refused(accounts, code):
    """A household told in yuan, debts in dollars of Taiwan."""
    with pytest.raises(Refused) as refused:
        two_stage_terms(accounts, TwoStages(Money(7_000_00), 72, FIRST, 180), TODAY)
    assert [one.code for one in refused.value.findings] == [code]
