"""Plans of every kind in three languages: no sheet prints a placeholder, a key for its word, a rate but by two decimals."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import pytest

from tests.documents.workbook.spreadsheet import Cells, cells
from tests.documents.workbook.workbook_cases import EVERY_METHOD, EVERY_OPTION, figures, terms, wild_terms, yuan
from workstation.documents.workbook.case_workbook import case_workbook
from workstation.plan.schedule.terms import FixedPayment, Step
from workstation.rates import percent

PLANS = (
    *EVERY_METHOD.values(),
    *EVERY_OPTION.values(),
    terms(waive_principal=yuan("5000"), treat_interest="waive", treat_penalty="up_front", down_payment=yuan("3000")),
    terms(method="step", steps=(Step(1, yuan("3000")), Step(5, yuan("4000")), Step(9, None)), skip_months=(2, 10)),
    terms(method="custom", instalments=3, fixed=(FixedPayment(1, yuan("2000")), FixedPayment(2, yuan("40000")))),
    *wild_terms(12, 6),
)
RAW = re.compile(r"[{}]|\b[a-z]{2,}(?:[_.][a-z]+)+\b|\b(?:None|nan)\b|^(?:True|False)$|Decimal|Fraction")
"""A brace, words joined as keys are, and what Python prints where a value was to be told."""
FILES = re.compile(r"[\w-]+\.(?:png|pdf|csv|jpe?g|eml)|\btry_[a-z_]+")
"""Names of proofs; names that the formulas of the trial sheet speak of stand beside the page."""
RATE = re.compile(r"\d+(?:\.\d+)?\s?%")


@cache
def shown(language: str) -> Cells:
    """The sheets of all the plans; a trial of twelve rows prints what one of sixty prints."""
    return cells(case_workbook(replace(figures(*PLANS, max_instalments=12), language=language)))


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
def test_every_sheet_names_things_by_their_words(language: str) -> None:
    texts = [
        (title, at, text)
        for title, sheet in shown(language).items()
        for at, text in sheet.items()
        if isinstance(text, str)
    ]
    assert len(texts) > 1_000
    assert [one for one in texts if RAW.search(FILES.sub("", one[2]))] == []
    rates = [(*one, rate) for one in texts for rate in RATE.findall(one[2])]
    assert [one for one in rates if not re.fullmatch(r"\d+\.\d\d%", one[3])] == []
    assert len(rates) > len(PLANS)
    assert [one for one in texts if re.search("CNY|[¥￥]", one[2])] == [], "a currency has its name"


def test_the_true_rate_of_each_sheet_is_its_plans() -> None:
    sheets = [sheet for title, sheet in shown("zh-Hans").items() if title.startswith("还款计划")]
    for plan, sheet in zip(figures(*PLANS).plans, sheets, strict=True):
        rate = plan.schedule.true_rate
        told = [percent(rate.simple), percent(rate.compound)] if rate else []
        assert RATE.findall(sheet["A9"]) == told
