"""The formula sheet 算式单: every amount of a plan, and of doing nothing, with the arithmetic that gives it."""

from __future__ import annotations

from collections.abc import Iterator

from workstation.documents.papers.formula_figures import FormulaFigures, FormulaGroup, FormulaLine, FormulaSheet
from workstation.documents.typesetting.blocks import (
    Anchor,
    Block,
    Column,
    Field,
    Fields,
    Heading,
    Note,
    PageBreak,
    Row,
    Table,
    Text,
    Title,
)
from workstation.documents.typesetting.phrases import Phrases

_KEY = "formulas."


def formulas(figures: FormulaFigures, voice: Phrases) -> tuple[Block, ...]:
    """One plan after the other, each from a page of its own."""
    return tuple(block for no, one in enumerate(figures.sheets) for block in _sheet(figures, one, no, voice))


def _sheet(figures: FormulaFigures, one: FormulaSheet, no: int, voice: Phrases) -> Iterator[Block]:
    title = voice.say(_KEY + "title")
    yield PageBreak()
    yield Anchor(f"paper.formulas.{no}", f"{title} {one.bank} {one.account} {one.plan}")
    yield Title(title, voice.say(_KEY + "subtitle"))
    yield _who(figures, one, voice)
    yield Heading(voice.section(1, voice.say(_KEY + "whole")))
    yield _table([(("",) * len(one.whole), one.whole)], _heads(voice))
    if one.rates:
        yield Text(one.rates)
    yield Heading(voice.section(2, voice.say(_KEY + "rows")))
    yield _table([(_labels(group), group.lines) for group in one.rows], (voice.say(_KEY + "row"), *_heads(voice)))
    if one.waiting:
        yield Heading(voice.section(3, voice.say(_KEY + "waiting")))
        yield _table(
            [(_labels(group), group.lines) for group in one.waiting], (voice.say(_KEY + "day"), *_heads(voice))
        )
    yield Note(voice.say(_KEY + "rounding"))


def _who(figures: FormulaFigures, one: FormulaSheet, voice: Phrases) -> Fields:
    return Fields(
        (
            (
                Field(voice.say("label.name"), figures.name),
                Field(voice.say("comparison.owed"), voice.money(one.owed), True),
            ),
            (
                Field(voice.say("label.account"), f"{one.bank} {one.account}"),
                Field(voice.say(_KEY + "which"), one.plan),
            ),
        )
    )


def _heads(voice: Phrases) -> tuple[str, str, str]:
    return voice.say(_KEY + "name"), voice.say(_KEY + "formula"), voice.say(_KEY + "amount")


def _labels(group: FormulaGroup) -> tuple[str, ...]:
    """The name of a group at its first line, its day at the second."""
    if len(group.lines) < 2:
        return (f"{group.label}\n{group.on}",)
    return (group.label, group.on, *[""] * (len(group.lines) - 2))


def _table(groups: list[tuple[tuple[str, ...], tuple[FormulaLine, ...]]], heads: tuple[str, ...]) -> Table:
    columns = (Column(heads[-3]), Column(heads[-2], grow=True, quiet=True), Column(heads[-1], "figure"))
    led = len(heads) > len(columns)
    rows = [
        Row(((label,) if led else ()) + (line.name, line.text, line.amount))
        for labels, lines in groups
        for label, line in zip(labels, lines, strict=True)
    ]
    return Table(((Column(heads[0]), *columns) if led else columns), tuple(rows), small=True)
