"""The table of sources as figures: each figure of the application with the pages on which it was confirmed, or who states it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from workstation.casework.case_file import CaseFile
from workstation.casework.sources.figures import SourcedFigure, sourced_figures, sources_of
from workstation.documents.packet.figures import ExhibitFigures, PacketFigures, named_plans
from workstation.documents.packet.source_figures import ProvenanceFigures, SourcePlace
from workstation.evidence.figure_source import FigureSource
from workstation.evidence.page_values import meets
from workstation.money import Money
from workstation.wording import Wording

STATED: Final = "stated"


def provenance(file: CaseFile, bank: str, figures: PacketFigures, words: Wording) -> tuple[ProvenanceFigures, ...]:
    """Every figure of the application, in the order of its papers."""
    rows: dict[str, list[ProvenanceFigures]] = {"income": [], "expense": []}
    others: list[ProvenanceFigures] = []
    for one in sourced_figures(file, bank):
        rows.get(one.name, others).append(_stated(one, file, figures, words))
    budget = figures.budget
    found = (
        *others,
        _computed("income_gaps", figures.hardship.gaps, "computed_statements", figures, words),
        *rows["income"],
        _computed("income", budget.income_total, "computed_budget", figures, words),
        *rows["expense"],
        _computed("surplus", budget.surplus, "computed_budget", figures, words),
        *_payments(figures, words),
    )
    return tuple(one for one in found if one.value != "")


def _computed(key: str, value: str | Money, how: str, figures: PacketFigures, words: Wording) -> ProvenanceFigures:
    """With the paper that shows the reckoning: the budget, or the statement that takes its place."""
    budget = "paper.budget" if "budget" in figures.papers else "paper.statement"
    papers = {"computed_budget": budget, "computed_plan": "paper.schedule"}
    return ProvenanceFigures(words.text(f"paper.figure.{key}"), value, (), how, papers.get(how, ""))


def _payments(figures: PacketFigures, words: Wording) -> Iterator[ProvenanceFigures]:
    for plan in named_plans(figures.plans, figures.accounts):
        yield _computed("payment", f"{plan.account} {plan.payment.grouped()}", "computed_plan", figures, words)


def _stated(one: SourcedFigure, file: CaseFile, figures: PacketFigures, words: Wording) -> ProvenanceFigures:
    """With its confirmed places in exhibits that the bank sees."""
    shown = {exhibit.item_id: exhibit for exhibit in figures.exhibits if not exhibit.held_back}
    held = sources_of(one, file.sources, shown)
    places = tuple(_place(source, shown[source.item_id], one) for source in held)
    value = figures.hardship.reason if one.name == "reason" else one.value
    printed = words.day(value) if isinstance(value, date) else value
    return ProvenanceFigures(_name(one, figures, words), printed, places, "" if places else STATED)


def _place(source: FigureSource, exhibit: ExhibitFigures, figure: SourcedFigure) -> SourcePlace:
    covered = any(meets(mask, source.place) for mask in exhibit.masks)
    part = source.page + 1 if source.width else 1
    return SourcePlace(exhibit.no, part, source.how, source.place, figure.written, covered)


def _name(one: SourcedFigure, figures: PacketFigures, words: Wording) -> str:
    if one.line is not None:
        line = {
            "category": words.text(f"category.{one.line.side}.{one.line.category}"),
            "every": words.text(f"every.{one.line.every}"),
        }
        return words.text("paper.figure.budget_line", line)
    section = "component" if one.kind == "amount" else "figure"
    name = words.text(f"paper.{section}.{one.name}")
    several = len({account.bank for account in figures.accounts}) > 1
    labels: Mapping[str, str] = {
        account.id: f"{account.bank} {account.label}" if several else account.label for account in figures.accounts
    }
    return f"{labels[one.account_id]} {name}" if one.account_id else name
