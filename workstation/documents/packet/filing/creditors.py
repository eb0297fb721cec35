"""The list of creditors and debtors 債權人及債務人清冊, with the largest creditor named."""

from __future__ import annotations

from collections.abc import Iterator

from workstation.documents.packet.figures import PacketFigures
from workstation.documents.packet.filing.figures import FilingFigures
from workstation.documents.typesetting.blocks import (
    Anchor,
    Block,
    Fields,
    Heading,
    Keep,
    LabelledValue,
    PageBreak,
    Signature,
    SignatureArea,
    TableBlock,
    TableColumn,
    TableRow,
    Text,
    Title,
)
from workstation.documents.typesetting.phrases import Phrases

_KEY = "creditors."


def creditors(figures: PacketFigures, filing: FilingFigures, phrases: Phrases) -> tuple[Block, ...]:
    """Financial creditors, others, and who owes the applicant."""
    title = phrases.text(_KEY + "title")
    return (
        PageBreak(),
        Anchor("paper.creditors", title),
        Title(title, phrases.text(_KEY + "subtitle")),
        Fields(
            (
                (
                    LabelledValue(phrases.text("label.name"), figures.applicant.name),
                    LabelledValue(phrases.text("label.resident_id"), figures.applicant.resident_id),
                ),
            )
        ),
        *_banks(figures, filing, phrases),
        *_secured(filing, phrases),
        *_others(figures, phrases),
        *_debtors(filing, phrases),
        Keep(
            (
                Text(phrases.text("statement.signed"), style="prose"),
                Signature((SignatureArea(phrases.text("filing.sign"), phrases.text("day_blank")),)),
            )
        ),
    )


def _banks(figures: PacketFigures, filing: FilingFigures, phrases: Phrases) -> Iterator[Block]:
    currency = phrases.currency(filing.total.currency)
    yield Heading(phrases.section(1, phrases.text(_KEY + "banks", currency=currency)))
    reached = any(one.reach for one in filing.creditors)
    columns = [
        TableColumn(phrases.text(_KEY + "no"), align="centre"),
        TableColumn(phrases.text(_KEY + "creditor"), grow=True),
        TableColumn(phrases.text(_KEY + "kind"), grow=True),
        TableColumn(phrases.text(_KEY + "date")),
        TableColumn(phrases.text("filing.claim"), "figure"),
        TableColumn(phrases.text("filing.part"), "right"),
        *([TableColumn(phrases.text(_KEY + "reach"), grow=True)] if reached else []),
    ]
    rows = []
    for no, one in enumerate(filing.creditors, 1):
        name = phrases.text("filing.mark_largest", bank=one.bank) if one.largest else one.bank
        cells = (str(no), name, one.label, one.as_of, one.owed.grouped(), one.share)
        rows.append(TableRow((*cells, one.reach) if reached else cells))
    yield TableBlock(tuple(columns), tuple(rows))
    largest = {"bank": filing.largest, "owed": phrases.money(filing.largest_owed), "share": filing.largest_share}
    yield Text(phrases.text(_KEY + "largest", **largest))
    key = "listed" if filing.listed_on else "not_listed"
    yield Text(phrases.text(_KEY + key, day=filing.listed_on), style="quiet")


def _secured(filing: FilingFigures, phrases: Phrases) -> Iterator[Block]:
    """Debts that a thing secures: they are told, and are no part of the application."""
    yield Heading(phrases.section(2, phrases.text(_KEY + "secured")))
    if not filing.secured:
        yield Text(phrases.text(_KEY + "no_secured"))
        return
    columns = (
        TableColumn(phrases.text(_KEY + "creditor"), grow=True),
        TableColumn(phrases.text(_KEY + "kind"), grow=True),
        TableColumn(phrases.text(_KEY + "date")),
        TableColumn(phrases.text("filing.claim"), "figure"),
        TableColumn(phrases.text(_KEY + "security"), grow=True),
    )
    rows = tuple(TableRow((one.bank, one.label, one.as_of, one.owed.grouped(), one.security)) for one in filing.secured)
    yield TableBlock(columns, rows)
    yield Text(phrases.text(_KEY + "secured_apart"), style="quiet")


def _others(figures: PacketFigures, phrases: Phrases) -> Iterator[Block]:
    yield Heading(phrases.section(3, phrases.text(_KEY + "others")))
    budget = figures.budget
    if not budget.priority:
        yield Text(phrases.text(_KEY + "no_others"))
        return
    yield Text(phrases.text(_KEY + "priority", amount=phrases.money(budget.priority_total)))
    columns = (TableColumn(grow=True), TableColumn(grow=True), TableColumn(align="figure"))
    rows = tuple(TableRow((one.category, one.note, one.monthly.grouped())) for one in budget.priority)
    yield TableBlock(columns, rows, plain=True)


def _debtors(filing: FilingFigures, phrases: Phrases) -> Iterator[Block]:
    yield Heading(phrases.section(4, phrases.text(_KEY + "debtors")))
    if not filing.receivables:
        yield Text(phrases.text(_KEY + "no_debtors"))
        return
    columns = (
        TableColumn(phrases.text("statement.name"), grow=True),
        TableColumn(phrases.text("statement.amount"), "figure"),
        TableColumn(phrases.text("statement.note"), grow=True),
    )
    rows = tuple(TableRow((one.name, one.amount.grouped(), one.note)) for one in filing.receivables)
    yield TableBlock(columns, rows)
