"""Every amount of a waiting table comes out of its own formula again."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from tests.plan.plans import yuan
from workstation.money import Money
from workstation.plan.debt.balances import Balances
from workstation.plan.debt.waiting import Penalty, WaitingTerms, waiting
from workstation.plan.explained.waiting_formulas import PARTS, WaitingExplainer
from workstation.wording import LANGUAGES, Wording

START = date(2026, 11, 1)
MONEY = st.integers(0, 10**8).map(Money)
RATES = st.one_of(
    st.decimals("0", "0.002", places=6), st.sampled_from([Decimal("0.0005"), Decimal("0.18") / 365, Decimal(0)])
)
TERMS = st.builds(
    WaitingTerms, RATES, st.sampled_from(["monthly", "none"]), st.sampled_from(["30", "actual"]),
    st.none()
    | st.builds(
        Penalty, st.decimals("0", "0.1", places=4), st.integers(0, 10_000).map(Money), tolerance=st.just(Money(1000)),
        step_rate=st.none() | st.just(Decimal("0.06")), step_after=st.just(2),
    ),
    st.none() | st.integers(1, 31),
    st.none() | st.just(Decimal("0.1")),
)  # fmt: skip
EXPLAINERS = st.builds(
    WaitingExplainer, st.builds(Balances, MONEY, MONEY, MONEY, MONEY), MONEY,
    st.integers(0, 800).map(lambda days: START + timedelta(days)), TERMS,
)  # fmt: skip


@given(EXPLAINERS, st.integers(0, 1500))
def test_every_amount_is_worked_out_again(explainer, days) -> None:
    on = explainer.start + timedelta(days)
    (point,) = waiting(explainer.owed, explainer.minimum_due, explainer.start, [on], explainer.terms)
    for part in PARTS:
        formula = explainer.amount(on, part)
        assert formula.amount == (point.owed.total if part == "total" else point.owed.part(part))
        assert formula.worked_out() == formula.amount, formula.expression
    for formula in explainer.every(on):
        assert formula.worked_out() == formula.amount, formula.expression


@given(EXPLAINERS, st.integers(0, 1500))
def test_every_name_has_a_label_in_each_language(explainer, days) -> None:
    formulas = list(explainer.every(explainer.start + timedelta(days)))
    names = {name for formula in formulas for name in formula.values}
    names |= {formula.subject.rpartition(" ")[2] for formula in formulas}
    for language in LANGUAGES:
        assert [name for name in names if not Wording(language).has(f"formula.{name}")] == []


def test_a_formula_as_it_is_read() -> None:
    words = Wording("zh-Hans")
    terms = WaitingTerms(Decimal("0.0005"), penalty=Penalty(Decimal("0.05"), yuan("30")))
    owed = Balances(yuan("50000"), yuan("0"), yuan("100"), yuan("20"))
    explainer = WaitingExplainer(owed, yuan("2500"), START, terms)

    def read(part) -> str:
        formula = explainer.amount(START + timedelta(95), part)
        return formula.written(lambda name: words.text(f"formula.{name}"))

    assert read("total") == (
        "今日欠款 50,120.00 + 今日本金 50,000.00 × ((1 + 日利率 0.0005 × 30) ^ 30 天的月数 3"
        " × (1 + 日利率 0.0005 × 不足一月的天数 5) − 1) + 每月违约金 125.00 × 月数 3 = 52,909.63"
    )
    assert read("fees") == "今日费用 20.00 = 20.00"
    assert explainer.charge().written(lambda name: words.text(f"formula.{name}")).endswith("0.05 = 125.00")
