"""Paper 4: the repayment schedule 还款计划表 of every plan applied for, row by row."""

from __future__ import annotations

from collections.abc import Iterator

from workstation.documents.packet.application import during, payment, relief
from workstation.documents.packet.figures import PacketFigures, PlanFigures, RowFigures
from workstation.documents.typesetting.blocks import (
    Anchor,
    Block,
    Column,
    Field,
    Fields,
    Heading,
    Keep,
    Note,
    PageBreak,
    Row,
    Table,
    Text,
    Title,
)
from workstation.documents.typesetting.phrases import Phrases

ANCHOR = "paper.schedule"


def repayment(figures: PacketFigures, voice: Phrases) -> tuple[Block, ...]:
    """A summary, the rows and the true cost, plan by plan."""
    title = voice.say("schedule.title")
    blocks: list[Block] = [PageBreak(), Anchor(ANCHOR, title), Title(title, voice.say("schedule.subtitle"))]
    for number, plan in enumerate(figures.plans, 1):
        blocks.append(Keep(tuple(_summary(number, plan, voice))))
        blocks.append(_rows(plan, voice))
        overall = voice.say("schedule.overall", overall=voice.money(plan.overall), words=plan.overall_words)
        blocks.append(Text(overall, style="strong"))
    return tuple(blocks)


def _summary(number: int, plan: PlanFigures, voice: Phrases) -> Iterator[Block]:
    yield Heading(voice.section(number, voice.say("schedule.plan", account=plan.account, method=plan.method)))
    instalments = voice.say("unit.instalments", count=plan.count, every=plan.every)
    yield Fields(
        (
            (
                Field(voice.say("label.instalments"), instalments),
                Field(voice.say("label.payment"), payment(plan, voice), True),
            ),
            (
                Field(voice.say("label.relief"), relief(plan, voice)),
                Field(voice.say("label.during"), during(plan, voice)),
            ),
        )
    )
    yield Text(_cost(plan, voice), style="quiet")
    if plan.up_front:
        yield Note(voice.say("schedule.up_front", amount=voice.money(plan.up_front)))


def _cost(plan: PlanFigures, voice: Phrases) -> str:
    """Both true rates, as PBoC notice 2021-3 wants a simple one to be called so."""
    if not plan.total.interest and not plan.total.fee:
        return voice.say("schedule.free")
    return voice.say("schedule.cost", simple=plan.simple, compound=plan.compound)


def _rows(plan: PlanFigures, voice: Phrases) -> Table:
    """Columns that are zero throughout are left out, but never the amounts that the debtor pays and owes."""
    optional = [key for key in ("interest", "fee", "carried") if getattr(plan.total, key)]
    keys = ["opening", "principal", *optional, "payment", "closing"]
    columns = (
        Column(voice.say("schedule.no"), align="centre"),
        Column(voice.say("schedule.due")),
        *(Column(voice.say(f"schedule.{key}"), "figure") for key in keys),
    )
    rows = [_cells(row, keys) for row in plan.rows]
    summed = {"principal", "payment", *optional}
    amounts = [getattr(plan.total, key).grouped() if key in summed else "" for key in keys]
    return Table(columns, (*rows, Row((voice.say("total"), "", *amounts), strong=True)))


def _cells(row: RowFigures, keys: list[str]) -> Row:
    return Row((row.no, row.due_on, *(getattr(row, key).grouped() for key in keys)))
