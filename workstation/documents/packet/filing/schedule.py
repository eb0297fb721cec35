"""The schedule of one plan for all creditors: what each gets on every day of payment, and the sum that the debtor pays."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from workstation.documents.packet.figures import PacketFigures, named_plans
from workstation.documents.packet.filing.figures import FilingFigures
from workstation.documents.packet.repayment import plan_blocks, repayment, summary_blocks
from workstation.documents.typesetting.blocks import (
    Anchor,
    Block,
    Keep,
    PageBreak,
    TableBlock,
    TableColumn,
    TableRow,
    Title,
)
from workstation.documents.typesetting.phrases import Phrases
from workstation.money import Money

MOST_COLUMNS: Final = 5
"""Accounts whose payments stand side by side; more than that are told one after the other."""


def schedule_for_all(figures: PacketFigures, filing: FilingFigures, phrases: Phrases) -> tuple[Block, ...]:
    """The plans together where their days are the same, else one after the other."""
    named = replace(figures, plans=named_plans(figures.plans, figures.accounts))
    if not side_by_side(figures, filing):
        return repayment(named, phrases)
    title = phrases.text("schedule.title")
    blocks: list[Block] = [
        PageBreak(),
        Anchor("paper.schedule", title),
        Title(title, phrases.standing("schedule", figures.granted)),
    ]
    for number, plan in enumerate(named.plans, 1):
        last = number == len(named.plans)
        blocks.append(Keep((*summary_blocks(number, plan, phrases), *plan_blocks(plan, phrases)), leads=last))
    return (*blocks, _table(figures, filing, phrases))


def side_by_side(figures: PacketFigures, filing: FilingFigures) -> bool:
    """Whether one table tells every payment."""
    return bool(filing.rows) and 1 < len(figures.plans) == len(filing.rows[0].payments) <= MOST_COLUMNS


def _table(figures: PacketFigures, filing: FilingFigures, phrases: Phrases) -> TableBlock:
    banks = {account.id: account.bank for account in figures.accounts}
    columns = (
        TableColumn(phrases.text("schedule.no"), align="centre"),
        TableColumn(phrases.text("schedule.due")),
        *(TableColumn(f"{banks[plan.account_id]}\n{plan.account}", "figure") for plan in figures.plans),
        TableColumn(phrases.text("filing.monthly"), "figure"),
    )
    rows = [
        TableRow((row.no, row.due_on, *(amount.grouped() for amount in row.payments), row.total.grouped()))
        for row in filing.rows
    ]
    sums = [plan.total.payment.grouped() for plan in figures.plans]
    everything = sum((row.total.minor for row in filing.rows), 0)
    last = Money(everything, filing.total.currency)
    return TableBlock(columns, (*rows, TableRow((phrases.text("total"), "", *sums, last.grouped()), strong=True)))
