"""The confirmation of payments received 还款确认 with a card of the coming instalments, for the debtor to keep."""

from __future__ import annotations

from workstation.documents.papers.figures import LeftFigures, ReceiptFigures
from workstation.documents.typesetting.blocks import (
    Anchor,
    Block,
    Heading,
    Keep,
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

_KEY = "receipt."


def receipt(figures: ReceiptFigures, phrases: Phrases) -> tuple[Block, ...]:
    """What was received, what is left by the desk's reckoning, and the next instalments."""
    title = phrases.text(_KEY + "title")
    return (
        PageBreak(),
        Anchor("paper.receipt", title),
        Title(title, phrases.text(_KEY + "subtitle")),
        Text(
            phrases.text(_KEY + "opening", name=figures.head.applicant.name, bank=figures.head.bank.name),
            style="prose",
            indent=phrases.language != "en",
        ),
        _received(figures, phrases),
        Heading(phrases.section(1, phrases.text(_KEY + "left"))),
        _left(figures, phrases),
        *_card(figures, phrases),
        Text(phrases.text(_KEY + "honest")),
        Keep((_signatures(phrases),)),
    )


def _received(figures: ReceiptFigures, phrases: Phrases) -> TableBlock:
    columns = (
        TableColumn(phrases.text(_KEY + "day")),
        TableColumn(phrases.text(_KEY + "account"), grow=True),
        TableColumn(phrases.text(_KEY + "method")),
        TableColumn(phrases.text(_KEY + "amount"), "right"),
    )
    rows = [TableRow((one.day, one.account, one.method, phrases.money(one.amount))) for one in figures.received]
    return TableBlock(columns, tuple(rows))


def _left(figures: ReceiptFigures, phrases: Phrases) -> TableBlock:
    columns = (
        TableColumn(phrases.text(_KEY + "account"), grow=True),
        TableColumn(phrases.text(_KEY + "owed", day=figures.head.made_on), "right"),
    )
    rows = tuple(TableRow((_account(one, phrases), phrases.money(one.owed))) for one in figures.left)
    return TableBlock(columns, rows)


def _account(one: LeftFigures, phrases: Phrases) -> str:
    if not one.waived:
        return one.account
    return f"{one.account}\n{phrases.text(_KEY + 'waived', amount=phrases.money(one.waived))}"


def _card(figures: ReceiptFigures, phrases: Phrases) -> tuple[Block, ...]:
    if not figures.coming:
        return ()
    columns = (
        TableColumn(phrases.text(_KEY + "due")),
        TableColumn(phrases.text(_KEY + "account"), grow=True),
        TableColumn(phrases.text(_KEY + "amount"), "right"),
    )
    rows = tuple(TableRow((one.day, one.account, phrases.money(one.amount))) for one in figures.coming)
    return (Heading(phrases.section(2, phrases.text(_KEY + "card"))), TableBlock(columns, rows))


def _signatures(phrases: Phrases) -> Signature:
    return Signature(
        (
            SignatureArea(
                phrases.text(_KEY + "confirmed"), phrases.text("day_blank_short"), seal=phrases.text("label.seal")
            ),
        )
    )
