"""The comparison sheet's page on several debts: every order with its cost and last day, in every language."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.documents import poppler
from tests.documents.papers.debtor_case import compared, compared_case
from workstation.documents.papers.build_for_debtor import build_comparison
from workstation.documents.typesetting.strips import TypesetContext
from workstation.wording import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_several_debts_have_a_page_of_their_own(context: TypesetContext, tmp_path: Path, language: str) -> None:
    case = compared_case(language)
    second = replace(case.accounts[0], id="second", bank="平安银行", number="62221234", product="consumer_loan")
    file = replace(case, accounts=(case.accounts[0], second))
    figures = compared(file)
    assert figures.orders is not None and len(figures.orders.lines) == 4
    assert figures.orders.law.startswith("the Civil Code" if language == "en" else "《民法典》")
    made = build_comparison(figures, context)
    text = poppler.squeezed(poppler.text(made.pdf, tmp_path))
    assert made.pages == 2
    ending = [line for line in figures.orders.lines if line.cost is not None]
    assert ending
    for line in ending:
        assert line.cost is not None and line.cost.grouped() in text and line.last_on in text
    unknown = replace(file, accounts=(case.accounts[0], replace(second, rate=None)))
    assert compared(unknown).orders is None
