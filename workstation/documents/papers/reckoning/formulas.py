"""The formula sheet 算式单: every amount of a plan, and of doing nothing, with the arithmetic that gives it."""

from __future__ import annotations

from collections.abc import Iterator

from workstation.documents.papers.reckoning.formula_figures import (
    FormulaFigures,
    FormulaGroup,
    FormulaLine,
    FormulaSheet,
)
from workstation.documents.typesetting.blocks import (
    Anchor,
    Block,
    Fields,
    Heading,
    LabelledValue,
    Note,
    PageBreak,
    TableBlock,
    TableColumn,
    TableRow,
    Text,
    Title,
)
from workstation.documents.typesetting.phrases import Phrases

_KEY = "formulas."


def formulas(figures: FormulaFigures, phrases: Phrases) -> tuple[Block, ...]:
    """One plan after the other, each from a page of its own."""
    return tuple(block for no, one in enumerate(figures.sheets) for block in _sheet(figures, one, no, phrases))


def _sheet(figures: FormulaFigures, one: FormulaSheet, no: int, phrases: Phrases) -> Iterator[Block]:
    title = phrases.text(_KEY + "title")
    yield PageBreak()
    yield Anchor(f"paper.formulas.{no}", f"{title} {one.bank} {one.account} {one.plan}")
    yield Title(title, phrases.text(_KEY + "subtitle"))
    yield _who(figures, one, phrases)
    yield Heading(phrases.section(1, phrases.text(_KEY + "whole")))
    yield _table([(("",) * len(one.whole), one.whole)], _heads(phrases))
    if one.rates:
        yield Text(one.rates)
    yield Heading(phrases.section(2, phrases.text(_KEY + "rows")))
    yield _table([(_labels(group), group.lines) for group in one.rows], (phrases.text(_KEY + "row"), *_heads(phrases)))
    if one.waiting:
        yield Heading(phrases.section(3, phrases.text(_KEY + "waiting")))
        yield _table(
            [(_labels(group), group.lines) for group in one.waiting], (phrases.text(_KEY + "day"), *_heads(phrases))
        )
    yield Note(phrases.text(_KEY + "rounding"))


def _who(figures: FormulaFigures, one: FormulaSheet, phrases: Phrases) -> Fields:
    return Fields(
        (
            (
                LabelledValue(phrases.text("label.name"), figures.name),
                LabelledValue(phrases.text("comparison.owed"), phrases.money(one.owed), True),
            ),
            (
                LabelledValue(phrases.text("label.account"), f"{one.bank} {one.account}"),
                LabelledValue(phrases.text(_KEY + "which"), one.plan),
            ),
        )
    )


def _heads(phrases: Phrases) -> tuple[str, str, str]:
    return phrases.text(_KEY + "name"), phrases.text(_KEY + "formula"), phrases.text(_KEY + "amount")


def _labels(group: FormulaGroup) -> tuple[str, ...]:
    """The name of a group at its first line, its day at the second."""
    if len(group.lines) < 2:
        return (f"{group.label}\n{group.on}",)
    return (group.label, group.on, *[""] * (len(group.lines) - 2))


def _table(groups: list[tuple[tuple[str, ...], tuple[FormulaLine, ...]]], heads: tuple[str, ...]) -> TableBlock:
    columns = (TableColumn(heads[-3]), TableColumn(heads[-2], grow=True, quiet=True), TableColumn(heads[-1], "figure"))
    led = len(heads) > len(columns)
    rows = [
        TableRow(((label,) if led else ()) + (line.name, line.text, line.amount), leads=line is not lines[-1])
        for labels, lines in groups
        for label, line in zip(labels, lines, strict=True)
    ]
    return TableBlock(((TableColumn(heads[0]), *columns) if led else columns), tuple(rows), small=True)
