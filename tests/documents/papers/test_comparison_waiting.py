"""What the comparison sheet says about waiting: above the cap with its source on the same page, and what is counted."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from tests.documents import poppler
from tests.documents.papers.debtor_case import compared_account, compared_case
from tests.documents.sample_case import TODAY
from workstation.documents.papers.build_for_debtor import build_comparison
from workstation.documents.papers.gather.comparison import ComparedAccount, comparison_figures
from workstation.documents.papers.reckoning.comparison import comparison
from workstation.documents.typesetting.blocks import Text
from workstation.documents.typesetting.phrases import Phrases
from workstation.documents.typesetting.strips import TypesetContext
from workstation.errors import Finding
from workstation.money import Money
from workstation.plan.debt.comparison import compare
from workstation.plan.debt.waiting import Penalty, WaitingTerms
from workstation.wording import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_year_of_waiting_above_the_cap_is_told_with_its_source_on_the_same_page(
    context: TypesetContext, tmp_path: Path, language: str
) -> None:
    file = compared_case(language)
    said = {"amount": "13,347.44", "principal": "50,000.00", "rate": "26.69%", "limit": "24.00%"}
    source = "法发〔2017〕22号 第二条（金融借款综合费用年利率24%）"
    told = Finding("cap_default_cost", "waiting", {**said, "source": source, "dated": "2017-08-04"})
    one = replace(compared_account(file, file.accounts[0]), default_cost=(told,))
    figures = comparison_figures(file, (one,))
    waits = figures.accounts[0].waiting
    assert waits is not None
    # The cap is mostly exceeded where penalties count, which takes more words.
    account = replace(figures.accounts[0], waiting=replace(waits, penalised=True))
    paper = build_comparison(replace(figures, accounts=(account,)), context)
    text = poppler.squeezed(poppler.text(paper.pdf, tmp_path))
    assert all(figure in text for figure in ("13,347.44", "26.69%", "24.00%", "法发〔2017〕22号"))
    unsaid = comparison_figures(file, (replace(one, default_cost=()),))
    assert "26.69%" not in poppler.text(build_comparison(unsaid, context).pdf, tmp_path)
    assert paper.pages == 1


@pytest.mark.parametrize(("due", "said"), [(None, "未计违约金和其他费用"), (Money(300_000), "未还部分的违约金，未计")])
def test_whether_penalties_are_counted_is_said_as_it_is(due: Money | None, said: str) -> None:
    file = compared_case()
    growth = WaitingTerms(Decimal("0.0005"), penalty=Penalty(Decimal("0.05"), Money(1_000)))
    found = compare([file.plans[0].terms], growth, file.budget.surplus, TODAY, due)
    one = ComparedAccount(file.accounts[0], file.plans[:1], found, ({},), growth)
    blocks = comparison(comparison_figures(file, (one,)), Phrases("zh-Hans", {}), 40)
    assert any(said in block.text for block in blocks if isinstance(block, Text))
