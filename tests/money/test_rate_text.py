"""One reader of rates: what a bare number means is believed only where it can mean one thing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workstation.errors import Refused
from workstation.profile.portfolio.dry_run import plan_import
from workstation.rate_text import read_rate
from workstation.rates import Rate

READ = [
    ("18", "annual", "0.18"), ("18.25", "annual", "0.1825"), ("0.18", "annual", "0.18"), ("18%", "annual", "0.18"),
    ("１８％", "annual", "0.18"), ("24 %", "annual", "0.24"), ("4.75", "annual", "0.0475"), ("0", "annual", "0"),
    ("1", "annual", "0.01"),
    ("年利率18%", "annual", "0.18"), ("18%/年", "annual", "0.18"), ("18% p.a.", "annual", "0.18"), ("百分之十八", "annual", "0.18"),
    ("0.5%", "annual", "0.005"), ("100", "annual", "1"), ("百分之二十四", "annual", "0.24"),
    ("1.5", "monthly", "0.015"), ("0.015", "monthly", "0.015"), ("15‰", "monthly", "0.015"), ("月息1.5%", "monthly", "0.015"),
    ("千分之十五", "monthly", "0.015"), ("0.6", "monthly", "0.006"),
    ("0.05", "daily", "0.0005"), ("0.0005", "daily", "0.0005"), ("万分之五", "daily", "0.0005"), ("5‱", "daily", "0.0005"),
    ("日息0.05%", "daily", "0.0005"), ("萬分之5", "daily", "0.0005"), ("0.05%/日", "daily", "0.0005"),
    ("万分之三点五", "daily", "0.00035"),
]  # fmt: skip
REFUSED = [
    ("0.5", "annual", "rate_unclear"), ("0.99", "annual", "rate_unclear"), ("1800", "annual", "rate_unclear"),
    ("0.05", "monthly", "rate_unclear"), ("18", "monthly", "rate_unclear"), ("5", "daily", "rate_unclear"),
    ("0.005", "daily", "rate_unclear"), ("18", "daily", "rate_unclear"),
    ("日息0.05%", "annual", "rate_other_span"), ("18%/年", "monthly", "rate_other_span"), ("月息1.5%", "daily", "rate_other_span"),
    ("", "annual", "rate_unreadable"), ("-5%", "annual", "rate_unreadable"), ("1 8 %%", "annual", "rate_unreadable"),
    ("eighteen", "annual", "rate_unreadable"), ("NaN", "annual", "rate_unreadable"), ("1e2", "annual", "rate_unreadable"),
    ("18,25", "annual", "rate_unreadable"), ("18-24%", "annual", "rate_unreadable"), ("万分之", "daily", "rate_unreadable"),
    ("万分之五六七", "daily", "rate_unreadable"), ("²%", "annual", "rate_unreadable"), ("年", "annual", "rate_unreadable"),
]  # fmt: skip
HEAD = "姓名,委托方,卡号,剩余本金,逾期开始日期,"


@pytest.mark.parametrize(("text", "span", "value"), READ)
def test_a_rate_reads_as_it_is_meant(text, span, value):
    assert read_rate(text, span) == Rate(Decimal(value), span)


@pytest.mark.parametrize(("text", "span", "code"), REFUSED)
def test_any_other_is_refused_or_asked(text, span, code):
    with pytest.raises(Refused) as refusal:
        read_rate(text, span)
    assert refusal.value.findings[0].code == code


@given(st.decimals(0, 1000, places=4), st.sampled_from(["annual", "monthly", "daily"]))
def test_no_bare_number_becomes_an_unbelievable_rate(number, span):
    most = {"annual": Decimal(1), "monthly": Decimal("0.1"), "daily": Decimal("0.003")}[span]
    try:
        assert read_rate(f"{number:f}", span).value <= most
    except Refused as refused:
        assert refused.findings[0].code == "rate_unclear"


@given(st.decimals(0, 100, places=6), st.sampled_from(["annual", "monthly", "daily"]))
def test_what_is_shown_reads_back(share, span):
    rate = Rate(share / 100, span)
    assert read_rate(rate.percent(), span).value == rate.value


def plan(heading: str, cells: list[str], units: dict[str, Decimal] | None = None):
    lines = [f"甲{at},示例银行,622500000000000{at},50000,2026-03-02,{cell}" for at, cell in enumerate(cells)]
    data = "\n".join([HEAD + heading, *lines]).encode()
    return plan_import(data, "list.csv", today=date(2026, 11, 28), units=units or {})


def rates(made) -> list[str]:
    return [claim.account.rate.percent() for claim in made.claims]


def test_a_column_of_rates_by_heading_mark_and_plausibility():
    assert rates(plan("年利率", ["18", "18.25", "0.18", "18%"])) == ["18.00%", "18.25%", "18.00%", "18.00%"]
    assert rates(plan("月利率", ["1.5", "0.015", "15‰"])) == ["1.50%", "1.50%", "1.50%"]
    assert rates(plan("年利率(%)", ["18", "18%"])) == ["18.00%", "18.00%"]


def test_what_may_mean_two_things_is_asked_once_a_column():
    made = plan("日利率", ["0.05", "0.0005", "5", "万分之五"])
    assert rates(made) == ["0.05%", "0.05%", "0.05%"]
    (rejected,) = made.rejected
    (finding,) = rejected.findings
    assert (finding.code, finding.figures["column"], finding.figures["field"]) == (
        "cell_rate_unclear",
        "日利率",
        "rate_daily",
    )
    answered = plan("日利率", ["0.05", "5"], {"rate_daily": Decimal("0.0001")})
    assert [claim.account.rate.value for claim in answered.claims] == [Decimal("0.000005"), Decimal("0.0005")]


def test_a_heading_against_its_cell_is_asked():
    made = plan("年利率(%)", ["18", "0.18"])
    assert rates(made) == ["18.00%"]
    assert [one.findings[0].code for one in made.rejected] == ["cell_rate_unclear"]
    assert rates(plan("年利率(%)", ["18", "0.18"], {"rate_annual": Decimal("0.01")})) == ["18.00%", "0.18%"]


def test_a_cell_of_another_span_goes_back():
    made = plan("年利率", ["日息0.05%"])
    assert [one.findings[0].code for one in made.rejected] == ["cell_rate_span"]
