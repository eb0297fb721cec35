"""Every amount of a schedule opens its formula, and the formula gives the amount."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from tests.plan.plans import annual, plan
from tests.plan.random_terms import random_terms
from tests.prove import how_many
from workstation.errors import Refused
from workstation.plan.explained.explain import COLUMNS, Explainer
from workstation.plan.explained.formula import evaluated
from workstation.plan.schedule.calculate import Schedule, schedule
from workstation.wording import LANGUAGES, Wording


def test_formulas_as_they_are_read():
    label = Wording("zh-Hans")
    explainer = Explainer.of(plan())
    written = {name: explainer.amount(2, name).written(lambda key: label.text(f"formula.{key}")) for name in COLUMNS}
    assert written["interest"] == "期初本金 49,480.33 × 利率 0.18 × 天数 30 ÷ 360 = 742.20"
    assert written["principal"] == "每期还款 1,269.67 − 利息 742.20 = 527.47"
    even = explainer.even_part()
    assert even is not None
    assert even.written(lambda key: label.text(f"formula.{key}")).endswith("− 1) = 1,269.67")


def schedules(count: int) -> Iterator[Schedule]:
    for seed in range(count):
        try:
            yield schedule(random_terms(random.Random(seed)))
        except Refused:
            continue


@pytest.mark.prove
def test_every_formula_gives_its_amount():
    for found in schedules(how_many(150, 5000)):
        for formula in Explainer.of(found).every():
            assert formula.worked_out() == formula.amount, (found.terms, formula.subject, formula.expression)


def test_every_name_has_a_label():
    names = {name for found in schedules(60) for formula in Explainer.of(found).every() for name in formula.values}
    names |= set(Explainer.of(plan(rate=annual("0.1"))).even_part().values)
    for language in LANGUAGES:
        labels = Wording(language)
        assert [name for name in names if not name.startswith("row_") and not labels.has(f"formula.{name}")] == []


def test_only_arithmetic_is_worked_out():
    with pytest.raises(ValueError, match="open"):
        evaluated("open(1)", {})
