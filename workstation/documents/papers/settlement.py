"""The request for a certificate of settlement 结清证明开具申请: what is paid, and what is asked of the bank."""

from __future__ import annotations

from workstation.documents.papers.figures import SettlementFigures
from workstation.documents.typesetting.amounts_in_words import in_words
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

_KEY = "settlement."


def settlement_request(figures: SettlementFigures, phrases: Phrases) -> tuple[Block, ...]:
    """A letter of one page."""
    who, title = figures.head.applicant, phrases.text(_KEY + "title")
    return (
        PageBreak(),
        Anchor("paper.settlement-certificate", title),
        Title(title, phrases.text(_KEY + "subtitle")),
        Text(phrases.text(_KEY + "greeting", bank=figures.head.bank.name), style="strong"),
        Text(
            phrases.text(_KEY + "opening", name=who.name, resident_id=who.resident_id),
            style="prose",
            indent=phrases.language != "en",
        ),
        _person(figures, phrases),
        _accounts(figures, phrases),
        Heading(phrases.section(1, phrases.text(_KEY + "asked"))),
        Text(phrases.text(_KEY + "asked_list"), style="list"),
        Text(phrases.text(_KEY + "honest")),
        Heading(phrases.section(2, phrases.text(_KEY + "deliver"))),
        Text(phrases.text(_KEY + "deliver_text")),
        Keep((_signatures(phrases),)),
    )


def _person(figures: SettlementFigures, phrases: Phrases) -> Fields:
    who = figures.head.applicant
    return Fields(
        (
            (
                LabelledValue(phrases.text("label.applicant"), who.name),
                LabelledValue(phrases.text("label.phone"), who.phone),
            ),
            (LabelledValue(phrases.text("label.residence"), who.residence),),
        )
    )


def _accounts(figures: SettlementFigures, phrases: Phrases) -> TableBlock:
    day = max((account.as_of for account in figures.accounts), default=figures.head.made_on)
    columns = (
        TableColumn(phrases.text(_KEY + "account"), grow=True),
        TableColumn(phrases.text(_KEY + "settled", day=day), "right"),
    )
    rows = (
        TableRow(
            (
                f"{one.bank} {one.label}",
                phrases.text(_KEY + "zero", amount=phrases.money(one.owed), words=in_words(one.owed, phrases.language)),
            )
        )
        for one in figures.accounts
    )
    return TableBlock(columns, tuple(rows))


def _signatures(phrases: Phrases) -> Signature:
    return Signature(
        (
            SignatureArea(phrases.text("label.signature"), phrases.text("day_blank_short")),
            SignatureArea(
                phrases.text(_KEY + "reply"), phrases.text("day_blank_short"), seal=phrases.text("label.seal")
            ),
        )
    )
