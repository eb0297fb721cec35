"""Paper 4: the repayment schedule 还款计划表 of every plan applied for, row by row."""

from __future__ import annotations

from collections.abc import Iterator

from workstation.documents.packet.application import during, payment, relief
from workstation.documents.packet.figures import PacketFigures, PlanFigures, RowFigures
from workstation.documents.typesetting.blocks import (
    Anchor,
    Block,
    Fields,
    Heading,
    Keep,
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

ANCHOR = "paper.schedule"


def repayment(figures: PacketFigures, phrases: Phrases) -> tuple[Block, ...]:
    """A summary, the rows and the true cost, plan by plan."""
    title = phrases.text("schedule.title")
    blocks: list[Block] = [
        PageBreak(),
        Anchor(ANCHOR, title),
        Title(title, phrases.standing("schedule", figures.granted)),
    ]
    for number, plan in enumerate(figures.plans, 1):
        blocks.append(Keep(tuple(summary_blocks(number, plan, phrases)), leads=True))
        blocks.append(_rows(plan, phrases))
        blocks += plan_blocks(plan, phrases)
    return tuple(blocks)


def plan_blocks(plan: PlanFigures, phrases: Phrases) -> tuple[Block, ...]:
    """What a plan comes to in all."""
    overall = phrases.text("schedule.overall", overall=phrases.money(plan.overall), words=plan.overall_words)
    return (Text(overall, style="strong"),)


def summary_blocks(number: int, plan: PlanFigures, phrases: Phrases) -> Iterator[Block]:
    """Instalments, relief and cost of a plan."""
    yield Heading(phrases.section(number, phrases.text("schedule.plan", account=plan.account, method=plan.method)))
    instalments = phrases.text("unit.instalments", count=plan.count, every=plan.every)
    yield Fields(
        (
            (
                LabelledValue(phrases.text("label.instalments"), instalments),
                LabelledValue(phrases.text("label.payment"), payment(plan, phrases), True),
            ),
            (
                LabelledValue(phrases.text("label.relief"), relief(plan, phrases)),
                LabelledValue(phrases.text("label.during"), during(plan, phrases)),
            ),
        )
    )
    yield Text(_cost(plan, phrases), style="quiet")
    if plan.up_front:
        yield Note(phrases.text("schedule.up_front", amount=phrases.money(plan.up_front)))


def _cost(plan: PlanFigures, phrases: Phrases) -> str:
    """Both true rates, as PBoC notice 2021-3 wants a simple one to be called so."""
    if not plan.total.interest and not plan.total.fee:
        return phrases.text("schedule.free")
    return phrases.text("schedule.cost", simple=plan.simple, compound=plan.compound)


def _rows(plan: PlanFigures, phrases: Phrases) -> TableBlock:
    """Columns that are zero throughout are left out, but never the amounts that the debtor pays and owes."""
    optional = [key for key in ("interest", "fee", "carried") if getattr(plan.total, key)]
    keys = ["opening", "principal", *optional, "payment", "closing"]
    columns = (
        TableColumn(phrases.text("schedule.no"), align="centre"),
        TableColumn(phrases.text("schedule.due")),
        *(TableColumn(phrases.text(f"schedule.{key}"), "figure") for key in keys),
    )
    rows = [_cells(row, keys) for row in plan.rows]
    summed = {"principal", "payment", *optional}
    amounts = [getattr(plan.total, key).grouped() if key in summed else "" for key in keys]
    return TableBlock(columns, (*rows, TableRow((phrases.text("total"), "", *amounts), strong=True)))


def _cells(row: RowFigures, keys: list[str]) -> TableRow:
    return TableRow((row.no, row.due_on, *(getattr(row, key).grouped() for key in keys)))
