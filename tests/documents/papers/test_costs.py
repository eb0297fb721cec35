"""The table of costs as a paper: every item with both of its rates, both sums with their rules, and what comes only in default."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from tests.documents import poppler
from tests.documents.papers.debtor_case import compared_case
from workstation.documents.papers.build_for_debtor import build_costs
from workstation.documents.papers.gather.costs import cost_figures
from workstation.documents.typesetting.strips import TypesetContext
from workstation.rates import Rate
from workstation.wording import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_item_and_each_sum_stands_with_its_rule(context: TypesetContext, tmp_path: Path, language: str) -> None:
    file = compared_case(language)
    account, kept = file.accounts[0], next(one for one in file.plans if one.account_id == file.accounts[0].id)
    terms = replace(
        kept.terms, method="equal_principal", rate=Rate(Decimal("0.12")), period_fee=Decimal("0.003"), instalments=12,
        affordable=None, fixed=(), steps=(),
    )  # fmt: skip
    figures = cost_figures(file, [(account, replace(kept, terms=terms))])
    (sheet,) = figures.sheets
    assert len(sheet.lines) >= 1 and sheet.lines[0].simple == "12.00%"
    text = poppler.squeezed(poppler.text(build_costs(figures, context).pdf, tmp_path))
    for line in sheet.lines:
        assert line.total.grouped() in text and line.simple in text and line.compound in text
    for rate in (*sheet.added, *sheet.single):
        assert rate in text
    assert "2026〕2" in text and "2021〕" in text
    assert build_costs(figures, context).pdf == build_costs(figures, context).pdf
