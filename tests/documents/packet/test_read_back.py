"""A packet that says something else than its figures never leaves: each kind of difference is found in the finished bytes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.documents.packet.test_household import two_plans
from tests.documents.packet.test_packet import in_language
from tests.documents.sample_case import AT, BANK, OTHER, case_file, exhibits
from workstation.documents.packet.build import build_packet
from workstation.documents.packet.figures import PacketFigures, PlannedFigures
from workstation.documents.packet.gather import packet_figures
from workstation.documents.packet.read_back import read_back_findings
from workstation.errors import Refused
from workstation.money import Money
from workstation.plan.version import PlanChoice
from workstation.received.pdf.texts import line_texts

SHARES = {BANK: 3_972_389, OTHER: 307_517, "微众银行": 250_192}


@pytest.fixture(scope="module")
def figures() -> PacketFigures:
    return packet_figures(case_file(), BANK)


@pytest.fixture(scope="module")
def texts(figures) -> list[str]:
    """The papers of a draft, which is not read back by itself."""
    return line_texts(build_packet(figures, exhibits(case_file()), draft=True).pdf, 8)


def codes(texts, figures) -> set[str]:
    return {finding.code for finding in read_back_findings(texts, figures)}


def test_what_was_set_reads_back(texts, figures):
    assert read_back_findings(texts, figures) == ()


@pytest.mark.parametrize("bank", [BANK, OTHER])
@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
def test_final_packets_of_two_banks_read_back(language, bank):
    file = two_plans(in_language(language))
    figures = packet_figures(file, bank)
    given = [one for one in exhibits(file) if one.item_id in {shown.item_id for shown in figures.exhibits}]
    assert build_packet(figures, given).pages > 6


def test_a_sum_that_the_figures_work_out_is_one_of_them(figures):
    """What all other banks get is told to each bank; of three banks it is a sum that no plan has by itself."""
    planned = tuple(PlannedFigures(name, "", Money(amount), not at) for at, (name, amount) in enumerate(SHARES.items()))
    budget = replace(figures.budget, planned=planned)
    assert budget.elsewhere == Money(5_577_09)
    assert "5,577.09" not in unknown(["5,577.09"], replace(figures, budget=budget))
    assert "5,577.09" in unknown(["5,577.09"], figures)


def unknown(texts, figures) -> set[str]:
    found = read_back_findings(texts, figures)
    return {one.figures["value"] for one in found if one.code == "readback_unknown"}


def test_what_two_other_banks_take_together_is_a_figure():
    """Of three banks, each packet prints the sum of the other two, which no single plan has."""
    file = two_plans(case_file())
    (other,) = file.accounts_at(OTHER)
    third = replace(other, id="third", bank="微众银行", number="9900000000009012")
    chosen = file.chosen(other.id)
    assert chosen is not None
    plan = replace(chosen, id="third", account_id="third")
    choice = PlanChoice("third", file.case.id, "third", plan.id, AT, "林协商")
    file = replace(file, accounts=(*file.accounts, third), plans=(*file.plans, plan), choices=(*file.choices, choice))
    figures = packet_figures(file, BANK)
    both = figures.budget.elsewhere
    assert both is not None and both not in [one.monthly for one in figures.budget.planned]
    papers = line_texts(build_packet(figures, exhibits(file), draft=True).pdf, 9)  # the third plan takes a page more
    assert any(both.grouped() in page for page in papers)
    assert read_back_findings(papers, figures) == ()


def changed_row(figures: PacketFigures) -> PacketFigures:
    plan = figures.plans[0]
    row = replace(plan.rows[30], closing=plan.rows[30].closing + Money(1))
    return replace(figures, plans=(replace(plan, rows=(*plan.rows[:30], row, *plan.rows[31:])),))


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda f: replace(f, applicant=replace(f.applicant, name="欧阳·阿依古里")), "readback_missing"),
        (lambda f: replace(f, applicant=replace(f.applicant, resident_id="110105194912310021")), "readback_missing"),
        (lambda f: replace(f, budget=replace(f.budget, surplus=f.budget.surplus + Money(1))), "readback_missing"),
        (lambda f: replace(f, plans=(replace(f.plans[0], payment=Money(123_45)),)), "readback_missing"),
        (lambda f: replace(f, plans=(replace(f.plans[0], first_due="2026-12-11"),)), "readback_missing"),
        (changed_row, "readback_row"),
    ],
)
def test_every_kind_of_difference_is_found(texts, figures, change, code):
    assert code in codes(texts, change(figures))


@pytest.mark.parametrize("stray", ["9,999.99", "2031-12-31", "-1.00"])
def test_what_is_no_figure_is_found_with_its_page(texts, figures, stray):
    found = read_back_findings([texts[0], texts[1] + f"\n{stray}", *texts[2:]], figures)
    assert [(one.code, one.figures["value"], one.figures["page"]) for one in found] == [
        ("readback_unknown", stray, "2")
    ]


def test_figures_lost_on_the_way_to_paper_keep_a_final_packet_from_leaving(monkeypatch, figures):
    monkeypatch.setattr("workstation.documents.packet.build.line_texts", lambda pdf, pages: ["nothing"] * pages)
    with pytest.raises(Refused) as refused:
        build_packet(figures, exhibits(case_file()))
    assert {one.code for one in refused.value.findings} >= {"readback_missing", "readback_row"}
    assert build_packet(figures, exhibits(case_file()), draft=True).pages
