"""The formula sheet explains every amount of the chosen plan and of doing nothing; it passes no gate and is not recorded."""

from __future__ import annotations

import random
from dataclasses import replace
from decimal import Decimal

import pytest

from tests.actions.test_cases import refused
from tests.actions.whole_case import BANK, whole_case
from tests.builders import account, case_file, terms
from tests.documents import poppler
from tests.plan.random_terms import random_terms
from workstation.actions import cases
from workstation.actions.papers.packet import packets
from workstation.actions.plans import options
from workstation.documents.papers.gather.formulas import ExplainedPlan, formula_figures
from workstation.errors import Refused
from workstation.money import Money
from workstation.rates import Rate


def sheet(owed, asked, file=None):
    file = file or case_file()
    found = options.compare_plans(file, owed, (asked,)).comparison
    return formula_figures(file, [ExplainedPlan(owed, None, found.plans[0], found.waiting)]).sheets[0]


def test_it_is_one_of_the_papers(desk, tmp_path):
    case_id = whole_case(desk, tmp_path)
    made = packets.paper(desk, case_id, BANK, "formulas")
    told = poppler.text(made.pdf, tmp_path)
    assert "算式单" in told
    assert packets.paper(desk, case_id, "", "formulas").pdf == made.pdf, "same input, same bytes"


def test_without_a_plan_it_says_so(desk):
    case_id = desk.run(cases.new_case, "甲")
    assert refused(packets.paper, desk, case_id, "", "formulas") == [("formulas_empty", "plan")]


def test_every_amount_of_a_row_stands_beside_its_formula():
    owed = account(rate=Rate(Decimal("0.18")), minimum_due=Money(300_000))
    asked = replace(
        terms(owed), method="equal_instalment", rate=Rate(Decimal("0.18")), instalments=12, treat_interest="in_plan"
    )
    found = sheet(owed, asked)
    schedule = options.compare_plans(case_file(), owed, (asked,)).comparison.plans[0].schedule
    assert len(found.rows) == 13  # with the totals
    for row, group in zip(schedule.rows, found.rows, strict=False):
        amounts = [line.amount for line in group.lines]
        shown = (row.principal, row.interest, row.carried, row.payment, row.closing)
        assert amounts == [amount.grouped() for amount in shown]
        assert all(line.text and "{" not in line.text for line in group.lines)
    assert [group.lines[-1].amount for group in found.waiting][-1] == (
        options.compare_plans(case_file(), owed, (asked,)).comparison.waiting.points[-1].owed.total.grouped()
    )
    assert "×" in found.waiting[-1].lines[-1].text
    assert "18." in found.rates


def test_a_debt_whose_growth_nobody_knows_has_no_waiting_part():
    assert sheet(account(), terms()).waiting == ()


@pytest.mark.parametrize("language", ["zh-Hans", "en"])
def test_every_name_has_its_word(language):
    """No formula of any method falls back on the name in the code."""
    file = case_file()
    file = replace(file, case=replace(file.case, language=language))
    seen = 0
    for seed in range(60):
        asked = random_terms(random.Random(seed))
        owed = account(principal=asked.principal, interest=asked.interest, penalty=asked.penalty, fees=asked.fees)
        try:
            found = sheet(owed, asked, file)
        except Refused:
            continue
        seen += 1
        lines = [line for group in found.rows for line in group.lines]
        for line in (*found.whole, *lines):
            assert "formula." not in line.name + line.text
            assert "_" not in line.name + line.text
    assert seen > 20
