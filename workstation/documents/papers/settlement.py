"""The request for a certificate of settlement 结清证明开具申请: what is paid, and what is asked of the bank."""

from __future__ import annotations

from workstation.documents.papers.figures import SettlementFigures
from workstation.documents.typesetting.amounts_in_words import in_words
from workstation.documents.typesetting.blocks import (
    Anchor,
    Block,
    Column,
    Field,
    Fields,
    Heading,
    Keep,
    PageBreak,
    Row,
    Signature,
    SignatureArea,
    Table,
    Text,
    Title,
)
from workstation.documents.typesetting.phrases import Phrases

_KEY = "settlement."


def settlement_request(figures: SettlementFigures, voice: Phrases) -> tuple[Block, ...]:
    """A letter of one page."""
    who, title = figures.head.applicant, voice.say(_KEY + "title")
    return (
        PageBreak(),
        Anchor("paper.settlement-certificate", title),
        Title(title, voice.say(_KEY + "subtitle")),
        Text(voice.say(_KEY + "greeting", bank=figures.head.bank.name), style="strong"),
        Text(
            voice.say(_KEY + "opening", name=who.name, resident_id=who.resident_id),
            style="prose",
            indent=voice.language != "en",
        ),
        _person(figures, voice),
        _accounts(figures, voice),
        Heading(voice.section(1, voice.say(_KEY + "asked"))),
        Text(voice.say(_KEY + "asked_list"), style="list"),
        Text(voice.say(_KEY + "honest")),
        Heading(voice.section(2, voice.say(_KEY + "deliver"))),
        Text(voice.say(_KEY + "deliver_text")),
        Keep((_signatures(voice),)),
    )


def _person(figures: SettlementFigures, voice: Phrases) -> Fields:
    who = figures.head.applicant
    return Fields(
        (
            (Field(voice.say("label.applicant"), who.name), Field(voice.say("label.phone"), who.phone)),
            (Field(voice.say("label.residence"), who.residence),),
        )
    )


def _accounts(figures: SettlementFigures, voice: Phrases) -> Table:
    day = max((account.as_of for account in figures.accounts), default=figures.head.made_on)
    columns = (Column(voice.say(_KEY + "account"), grow=True), Column(voice.say(_KEY + "settled", day=day), "right"))
    rows = (
        Row(
            (
                f"{one.bank} {one.label}",
                voice.say(_KEY + "zero", amount=voice.money(one.owed), words=in_words(one.owed, voice.language)),
            )
        )
        for one in figures.accounts
    )
    return Table(columns, tuple(rows))


def _signatures(voice: Phrases) -> Signature:
    return Signature(
        (
            SignatureArea(voice.say("label.signature"), voice.say("day_blank_short")),
            SignatureArea(voice.say(_KEY + "reply"), voice.say("day_blank_short"), seal=voice.say("label.seal")),
        )
    )
