"""The table of costs 综合融资成本明示表: a page a plan, each item with its own yearly rate, each sum with the rule it follows."""

from __future__ import annotations

from collections.abc import Iterator

from workstation.documents.papers.reckoning.cost_figures import CostFigures, CostLine, CostSheet
from workstation.documents.typesetting.blocks import (
    Anchor,
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

_KEY = "cost."


def costs(figures: CostFigures, phrases: Phrases) -> tuple[Block, ...]:
    """The tables, one page each."""
    return tuple(block for one in figures.sheets for block in _page(figures, one, phrases))


def _page(figures: CostFigures, one: CostSheet, phrases: Phrases) -> Iterator[Block]:
    title = phrases.text(_KEY + "title")
    yield PageBreak()
    yield Anchor(f"paper.cost.{one.bank}.{one.account}", f"{title} {one.account}")
    yield Title(title, phrases.text(_KEY + ("subtitle_lender" if one.lender else "subtitle")))
    yield _who(figures, one, phrases)
    yield Heading(phrases.section(1, phrases.text(_KEY + "items")))
    yield _items(one, phrases)
    yield Heading(phrases.section(2, phrases.text(_KEY + "rates")))
    yield _sums(one, phrases)
    third, nothing = ("asked", "agrees") if one.lender else ("contingent", "unknown")
    yield Heading(phrases.section(3, phrases.text(_KEY + third)))
    yield Text("\n".join(one.contingent) if one.contingent else phrases.text(_KEY + nothing))
    yield Text(phrases.text(_KEY + ("basis_lender" if one.lender else "basis")), style="quiet")


def _who(figures: CostFigures, one: CostSheet, phrases: Phrases) -> Fields:
    return Fields(
        (
            (
                LabelledValue(phrases.text("label.name"), figures.name),
                LabelledValue(phrases.text(_KEY + "lent"), phrases.money(one.lent), True),
                LabelledValue(phrases.text(_KEY + "all"), phrases.money(one.cost)),
            ),
            (LabelledValue(phrases.text("label.account"), f"{one.bank} {one.account}"),),
            (LabelledValue(phrases.text(_KEY + ("loan" if one.lender else "plan")), one.plan),),
        )
    )


def _items(one: CostSheet, phrases: Phrases) -> TableBlock:
    columns = (
        TableColumn(phrases.text(_KEY + "item")),
        TableColumn(phrases.text(_KEY + "payee"), quiet=True, grow=True),
        *(TableColumn(phrases.text(_KEY + key), "figure") for key in ("total", *_rates_shown(one))),
    )
    rows = [TableRow((line.name, line.payee, line.total.grouped(), *_rates(one, line))) for line in one.lines]
    return TableBlock(columns, tuple(rows) or (TableRow((phrases.text(_KEY + "none"), "", "0.00", "0.00%", "0.00%")),))


def _rates_shown(one: CostSheet) -> tuple[str, ...]:
    """What a lender states stands before what its figures come to."""
    return ("stated", "simple", "compound") if one.lender else ("simple", "compound")


def _rates(one: CostSheet, line: CostLine) -> tuple[str, ...]:
    return (line.stated or "—", line.simple, line.compound) if one.lender else (line.simple, line.compound)


def _sums(one: CostSheet, phrases: Phrases) -> TableBlock:
    """Two sums of the same costs, which differ wherever items are not paid alike; neither stands without its rule."""
    columns = (
        TableColumn(phrases.text(_KEY + "rule"), grow=True),
        *(TableColumn(phrases.text(_KEY + key), "figure") for key in _rates_shown(one)),
    )
    stated = ((one.stated or "—",), ("—",)) if one.lender else ((), ())
    rows = (
        TableRow((phrases.text(_KEY + "added"), *stated[0], *one.added), strong=True),
        TableRow((phrases.text(_KEY + "single"), *stated[1], *one.single)),
    )
    return TableBlock(columns, rows)
