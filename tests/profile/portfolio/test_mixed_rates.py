"""A column in which bare rates are shares here and per cents there: each is believable, one of them may be wrong."""

from __future__ import annotations

import pytest

from tests.profile.portfolio.test_portfolio import planned


@pytest.mark.parametrize(
    ("rates", "asked"),
    [(("0.18", "18", "1.8"), True), (("18", "18.25", "18%"), False), (("0.18", "0.1825", "18%"), False)],
)
def test_a_column_with_shares_and_per_cents_is_confirmed_by_a_person(rates, asked):
    lines = [f"甲{at},B,{at},9,{rate}" for at, rate in enumerate(rates)]
    plan = planned(*lines, header="姓名,银行,卡号,本金,年利率")
    assert [(found.code, found.figures["column"]) for found in plan.to_confirm] == [("rates_mixed", "年利率")] * asked
