"""Gathers what the formula sheet says from plans already compared: every amount with its formula, worded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workstation.casework.case_file import CaseFile
from workstation.documents.packet.plan_figures import account_label
from workstation.documents.papers.reckoning.formula_figures import (
    FormulaFigures,
    FormulaGroup,
    FormulaLine,
    FormulaSheet,
)
from workstation.plan.debt.comparison import Compared, Waiting
from workstation.plan.explained.comparison_formulas import of_payment, of_saved, of_total, of_waiting_parts
from workstation.plan.explained.explain import COLUMNS, SUMMED, Explainer
from workstation.plan.explained.formula import Formula, written
from workstation.plan.explained.rate_formulas import of_rates
from workstation.plan.version import PlanVersion
from workstation.profile.account import Account
from workstation.wording import Wording

_SHOWN = tuple(column for column in COLUMNS if column != "opening")
"""What a row opens with is what the row before closed with, which stands there."""


@dataclass(frozen=True, slots=True)
class ExplainedPlan:
    """A plan of an account beside doing nothing; ``version`` None: a trial that nobody kept."""

    account: Account
    version: PlanVersion | None
    plan: Compared
    waiting: Waiting | None


def formula_figures(file: CaseFile, plans: Sequence[ExplainedPlan]) -> FormulaFigures:
    """The sheets of a case, one plan each."""
    words = Wording(file.paper_language)
    return FormulaFigures(
        language=file.paper_language,
        number=file.case.number,
        made_on=words.day(file.today),
        name=file.debtor.name,
        desk=file.settings.desk_name,
        sheets=tuple(_sheet(one, words) for one in plans),
    )


def _sheet(one: ExplainedPlan, words: Wording) -> FormulaSheet:
    schedule = one.plan.schedule
    which = (
        words.text("paper.comparison.version", {"no": str(one.version.version)})
        if one.version
        else words.text("paper.formulas.trial")
    )
    method = words.text(f"paper.method.{schedule.terms.method}")
    plan = words.text("paper.formulas.plan", {"which": which, "method": method, "count": str(len(schedule.rows))})
    return FormulaSheet(
        bank=one.account.bank,
        account=account_label(one.account, words),
        plan=plan,
        owed=one.account.owed,
        whole=tuple(_whole(one.plan, words)),
        rates=_rates(one.plan, words),
        rows=tuple(_rows(one.plan, words)),
        waiting=tuple(_waiting(one.waiting, words)) if one.waiting else (),
    )


def _whole(plan: Compared, words: Wording) -> Iterator[FormulaLine]:
    for formula in (of_payment(plan), of_total(plan), of_saved(plan)):
        if formula is not None:
            yield _line(formula, words)


def _rates(plan: Compared, words: Wording) -> str:
    rates = of_rates(plan.schedule)
    if rates is None:
        return ""
    return words.text("formula_sentence.true_rate", rates.figures(lambda name: words.text(f"formula.{name}")))


def _rows(plan: Compared, words: Wording) -> Iterator[FormulaGroup]:
    """Every amount of every row but those that are nothing in all rows; then the totals, as sums of their columns."""
    schedule = plan.schedule
    explainer = Explainer.of(schedule)
    empty = {name for name in SUMMED if not getattr(schedule.totals, name)}
    shown = [name for name in _SHOWN if name not in empty]
    for row in schedule.rows:
        lines = tuple(_line(explainer.amount(row.no, name), words) for name in shown)
        yield FormulaGroup(str(row.no), words.day(row.due_on), lines)
    sums = words.text("paper.formulas.sum", {"count": str(len(schedule.rows))})
    totals = [(name, getattr(schedule.totals, name)) for name in SUMMED if name not in empty]
    lines = tuple(FormulaLine(words.text(f"formula.{name}"), sums, amount.grouped()) for name, amount in totals)
    yield FormulaGroup(words.text("paper.formulas.total"), "", lines)


def _waiting(waiting: Waiting, words: Wording) -> Iterator[FormulaGroup]:
    for point in waiting.points:
        key, count = ("days", point.days) if point.days else ("months", point.months) if point.months else ("today", 0)
        label = words.text(f"paper.comparison.after_{key}", {"count": str(count)})
        lines = tuple(_line(formula, words) for formula in of_waiting_parts(waiting, point))
        yield FormulaGroup(label, words.day(point.on), lines)


def _line(formula: Formula, words: Wording) -> FormulaLine:
    def label(name: str) -> str:
        return words.text(f"formula.{name}")

    name = formula.subject.rpartition(" ")[2]
    return FormulaLine(label(name), written(formula.expression, formula.values, label), formula.amount.grouped())
