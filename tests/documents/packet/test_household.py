"""The household is one: whatever bank a packet goes to, it tells the same plans, the same surplus and the same remainder."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.documents.packet.test_packet import in_language
from tests.documents.sample_case import AT, BANK, OTHER, case_file
from workstation.casework.case_file import CaseFile
from workstation.casework.packet_facts import packet_facts
from workstation.documents.packet.application import application
from workstation.documents.packet.budget import budget
from workstation.documents.packet.gather import packet_figures
from workstation.documents.typesetting.blocks import TableBlock
from workstation.documents.typesetting.phrases import Phrases
from workstation.money import total
from workstation.plan.version import PlanChoice, PlanVersion


def two_plans(file: CaseFile) -> CaseFile:
    """A plan for the other bank as well, thirty-six months without interest."""
    (other,) = file.accounts_at(OTHER)
    ours = file.chosen_plans[0]
    terms = replace(
        ours.terms,
        principal=other.principal,
        interest=other.interest,
        penalty=other.penalty,
        fees=other.fees,
        instalments=36,
        method="interest_free",
    )
    plan = PlanVersion("other", file.case.id, other.id, 1, terms, AT, "林协商")
    choice = PlanChoice("other", file.case.id, other.id, plan.id, AT, "林协商")
    return replace(file, plans=(*file.plans, plan), choices=(*file.choices, choice))


def test_two_packets_of_one_day_leave_the_same():
    file = two_plans(case_file())
    here, there = packet_figures(file, BANK).budget, packet_figures(file, OTHER).budget
    assert here.payments and there.payments and here.elsewhere == there.payments and there.elsewhere == here.payments
    assert here.left == there.left == file.budget.surplus - (here.payments + there.payments)
    assert {(one.bank, one.monthly) for one in here.planned} == {(one.bank, one.monthly) for one in there.planned}


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
@pytest.mark.parametrize("bank", [BANK, OTHER])
def test_every_packet_prints_all_plans_and_one_remainder(language, bank):
    figures, phrases = packet_figures(two_plans(in_language(language)), bank), Phrases(language, {})
    (table,) = [
        block for block in budget(figures, phrases) if isinstance(block, TableBlock) and len(block.columns) == 3
    ]
    cells = [row.cells for row in table.rows]
    assert cells[0][0] == bank
    assert {row[0] for row in cells[:2]} == {BANK, OTHER}
    assert figures.budget.left is not None
    assert cells[-1][-1] == figures.budget.left.grouped()
    assert cells[-2][-1] == total([one.monthly for one in figures.budget.planned]).grouped()
    said = str(application(figures, phrases))
    assert figures.budget.left.grouped() in said
    assert "{" not in said.replace("{}", "")


def test_a_plan_for_another_bank_makes_a_packet_stale():
    alone, both = packet_facts(case_file(), BANK), packet_facts(two_plans(case_file()), BANK)
    assert {fact.place for fact in both} - {fact.place for fact in alone} == {
        f"plan.{case_file().accounts_at(OTHER)[0].id}"
    }


def test_one_plan_alone_prints_no_second_table():
    figures = packet_figures(case_file(), BANK)
    assert figures.budget.elsewhere is None
    assert not [
        block
        for block in budget(figures, Phrases("en", {}))
        if isinstance(block, TableBlock) and len(block.columns) == 3
    ]
