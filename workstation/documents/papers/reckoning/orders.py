"""The page on several debts: each order of paying them beside the others, what it costs and when the last one ends."""

from __future__ import annotations

from collections.abc import Iterator

from workstation.casework.debt_orders import OrderLine
from workstation.documents.papers.debtor_figures import OrdersFigures
from workstation.documents.typesetting.blocks import (
    Block,
    Fields,
    Heading,
    LabelledValue,
    PageBreak,
    TableBlock,
    TableColumn,
    TableRow,
    Text,
    Title,
)
from workstation.documents.typesetting.phrases import Phrases

_KEY = "orders."


def orders_page(figures: OrdersFigures, phrases: Phrases) -> Iterator[Block]:
    """The page: what is paid, each order in a line, and its steps."""
    yield PageBreak()
    yield Title(phrases.text(_KEY + "title"), phrases.text(_KEY + "subtitle"))
    yield _given(figures, phrases)
    yield _table(figures, phrases)
    yield Heading(phrases.section(1, phrases.text(_KEY + "steps")))
    for line in figures.lines:
        yield Text(f"{line.title}: {line.steps}" if phrases.language == "en" else f"{line.title}：{line.steps}")
    said = [phrases.text(_KEY + "best")] if any(line.cheapest for line in figures.lines) else []
    said += [phrases.text(_KEY + "law", source=figures.law)] if figures.law else []
    said.append(phrases.text(_KEY + "basis"))
    yield Text(" ".join(said) if phrases.language == "en" else "".join(said), style="quiet")


def _given(figures: OrdersFigures, phrases: Phrases) -> Fields:
    return Fields(
        (
            (
                LabelledValue(phrases.text(_KEY + "monthly"), phrases.money(figures.monthly), True),
                LabelledValue(phrases.text(_KEY + "minimums"), phrases.money(figures.minimums)),
                LabelledValue(phrases.text(_KEY + "first"), figures.first_on),
            ),
        )
    )


def _table(figures: OrdersFigures, phrases: Phrases) -> TableBlock:
    heads = ("first_off", "last", "months", "paid", "cost")
    columns = (
        TableColumn(phrases.text(_KEY + "order")),
        *(TableColumn(phrases.text(_KEY + key), "figure") for key in heads),
    )
    return TableBlock(columns, tuple(TableRow(_cells(line, phrases)) for line in figures.lines))


def _cells(line: OrderLine, phrases: Phrases) -> tuple[str, ...]:
    none = phrases.text(_KEY + "never")
    return (
        ("★ " if line.cheapest else "") + line.title,
        line.first_on or none,
        line.last_on or none,
        str(line.months) if line.months else none,
        line.paid.grouped() if line.paid else none,
        line.cost.grouped() if line.cost is not None else none,
    )
