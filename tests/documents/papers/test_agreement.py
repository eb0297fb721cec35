"""The agreement holds every item the pack wants; whatever is taken out of the print is found, item by item, fact by fact."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.documents import poppler
from tests.documents.papers.single_cases import replied, single_case
from tests.documents.sample_case import BANK, terms
from workstation.documents.papers.agreement import agreement
from workstation.documents.papers.agreement_check import agreement_missing
from workstation.documents.papers.build import build_agreement
from workstation.documents.papers.figures import AgreementFigures
from workstation.documents.papers.gather.case_figures import agreement_figures
from workstation.documents.papers.mandatory import clauses, flat
from workstation.documents.typesetting import blocks as b
from workstation.documents.typesetting.phrases import Phrases
from workstation.documents.typesetting.strips import TypesetContext
from workstation.money import Money
from workstation.policy.pack import packs

LANGUAGES = ("zh-Hans", "en")
ITEMS = tuple(item.code for item in packs()["cn-card"].agreement)


def printed(language: str = "zh-Hans") -> tuple[tuple[b.Block, ...], AgreementFigures, Phrases]:
    """The blocks one by one, so that each can be left out."""
    figures, phrases = agreement_figures(single_case(language), BANK), Phrases(f"{language}-CN", {})
    return tuple(flat(agreement(figures, phrases))), figures, phrases


def clause_of(blocks: tuple[b.Block, ...], title: str) -> range:
    """Where a clause stands: its heading and all up to the next one, or to what stands before the signatures."""
    starts = [i for i, block in enumerate(blocks) if isinstance(block, b.Heading | b.Note)]
    begin = next(i for i in starts if isinstance(block := blocks[i], b.Heading) and block.text.endswith(title))
    return range(begin, starts[starts.index(begin) + 1])


def found(blocks: tuple[b.Block, ...], figures: AgreementFigures, phrases: Phrases) -> list[str]:
    return [finding.subject for finding in agreement_missing(blocks, figures, phrases)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_whole_paper_lacks_nothing_and_has_six_numbered_clauses(language: str) -> None:
    blocks, figures, phrases = printed(language)
    assert found(blocks, figures, phrases) == []
    headings = [heading for heading in clauses(blocks) if heading]
    assert headings == [phrases.section(no, item.title) for no, item in enumerate(figures.items, 1)]
    assert len(headings) == 6


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", ITEMS)
def test_each_removed_item_is_found(code: str, language: str) -> None:
    blocks, figures, phrases = printed(language)
    title = next(item.title for item in figures.items if item.code == code)
    clause = clause_of(blocks, title)
    without = tuple(block for i, block in enumerate(blocks) if i not in clause)
    assert found(without, figures, phrases) == [f"paper.agreement.{code}"]
    emptied = tuple(block for i, block in enumerate(blocks) if i not in clause or i == clause.start)
    assert found(emptied, figures, phrases) == [f"paper.agreement.{code}"]


@pytest.mark.parametrize("code", ITEMS)
def test_each_removed_part_of_an_item_is_found(code: str) -> None:
    """Every table row, field and paragraph of a clause counts: without it the item is not whole."""
    blocks, figures, phrases = printed()
    clause = clause_of(blocks, next(item.title for item in figures.items if item.code == code))
    tried = 0
    for i in clause:
        for thinner in thinned(blocks[i]):
            text = tuple(thinner if k == i else block for k, block in enumerate(blocks))
            assert found(text, figures, phrases) == [f"paper.agreement.{code}"], thinner
            tried += 1
    assert tried >= {"repayment": 20, "rights_duties": 7, "other": 5, "balance": 4}.get(code, 1)


def thinned(block: b.Block) -> Iterator[b.Block]:
    """The block with one of its rows, fields or lines left out; the caption above the instalments is no fact."""
    if isinstance(block, b.TableBlock):
        yield from (replace(block, rows=left) for left in one_less(block.rows))
    elif isinstance(block, b.Fields):
        for i, row in enumerate(block.rows):
            yield from (replace(block, rows=(*block.rows[:i], left, *block.rows[i + 1 :])) for left in one_less(row))
    elif isinstance(block, b.Text) and block.style == "list":
        yield from (replace(block, text="\n".join(left)) for left in one_less(tuple(block.text.split("\n"))))
    elif isinstance(block, b.Text | b.Pair) and "各期还款" not in str(block):
        yield b.Text("")
    elif isinstance(block, b.Keep):
        for i, inner in enumerate(block.blocks):
            for thinner in thinned(inner):
                yield replace(block, blocks=(*block.blocks[:i], thinner, *block.blocks[i + 1 :]))


def one_less(parts: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    return (parts[:i] + parts[i + 1 :] for i in range(len(parts)))


def test_a_wrong_amount_or_day_is_found() -> None:
    _, figures, phrases = printed()
    rows = figures.plans[0].rows
    for wrong in (replace(rows[7], payment=rows[7].payment + Money(1)), replace(rows[7], due_on="2027-07-11")):
        plan = replace(figures.plans[0], rows=(*rows[:7], wrong, *rows[8:]))
        other = agreement(replace(figures, plans=(plan,)), phrases)
        assert found(other, figures, phrases) == ["paper.agreement.repayment"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_a_draft_until_the_bank_has_agreed(context: TypesetContext, tmp_path: Path, language: str) -> None:
    file = single_case(language)
    for decision in ("requested", "countered", "refused"):
        assert agreement_figures(replied(file, decision), BANK).approved == ""
    draft = poppler.squeezed(poppler.text(build_agreement(agreement_figures(file, BANK), context).pdf, tmp_path))
    final = agreement_figures(replied(file, "granted"), BANK)
    assert final.approved == "2026-11-20"
    signed = poppler.squeezed(poppler.text(build_agreement(final, context).pdf, tmp_path))
    told = ("草案，尚未获批准", "拟减免") if language == "zh-Hans" else ("Draft,notyetgranted", "Proposedtobewaived")
    assert all(poppler.squeezed(one) in draft and poppler.squeezed(one) not in signed for one in told)
    assert ("草案" if language == "zh-Hans" else "DRAFT") not in signed


def test_a_loan_has_no_undertaking_on_cards_and_five_clauses() -> None:
    file = replace(single_case(), pack=packs()["cn-consumer-loan"])
    figures = agreement_figures(file, BANK)
    blocks = agreement(figures, Phrases("zh-Hans-CN", {}))
    assert len([one for one in clauses(blocks) if one]) == 5
    assert found(blocks, figures, Phrases("zh-Hans-CN", {})) == []
    assert "申领信用卡" not in "".join(clauses(blocks).values())


def test_every_method_and_two_accounts_are_whole() -> None:
    file = single_case()
    account = file.accounts[0]
    second = replace(file.accounts[1], bank=BANK)
    for method, changes in (
        ("equal_principal", {"instalments": 24}),
        ("lump_sum", {"instalments": 1, "waive_principal": Money(1_000_000)}),
        ("interest_free", {"instalments": 5, "down_payment": Money(500_000), "treat_fees": "up_front"}),
    ):
        one = replace(file.plans[0], terms=terms(account, method=method, **changes))
        two = replace(file.plans[0], id="q1", account_id="a2", terms=terms(second, treat_penalty="in_plan"))
        choice = replace(file.choices[0], id="y", account_id="a2", plan_id="q1")
        both = replace(file, accounts=(account, second), plans=(one, two), choices=(*file.choices, choice))
        figures, phrases = agreement_figures(both, BANK), Phrases("zh-Hans-CN", {})
        assert len(figures.plans) == 2
        assert found(agreement(figures, phrases), figures, phrases) == []
