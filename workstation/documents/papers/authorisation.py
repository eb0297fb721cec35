"""The power of attorney of a debtor-side desk 授权委托书: what it may do, what it may not, until when; it promises nothing."""

from __future__ import annotations

from collections.abc import Iterator

from workstation.documents.papers.figures import AuthorityFigures
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

_KEY = "authorisation."


def authorisation(figures: AuthorityFigures, voice: Phrases) -> tuple[Block, ...]:
    """One page for a usual name and a few accounts."""
    bank, title = figures.head.bank.name, voice.say(_KEY + "title")
    term = voice.say(_KEY + "term_text", bank=bank, **{"from": figures.head.made_on, "to": figures.until})
    return (
        PageBreak(),
        Anchor("paper.authorisation", title),
        Title(title, voice.say(_KEY + "subtitle", bank=bank)),
        _parties(figures, voice),
        Text(voice.say(_KEY + "opening"), style="prose", indent=voice.language != "en"),
        Heading(voice.section(1, voice.say(_KEY + "accounts"))),
        _accounts(figures, voice),
        *_clause(2, "scope", voice.say(_KEY + "scope_can", bank=bank), voice),
        *_clause(3, "limits", voice.say(_KEY + "limits_cannot"), voice),
        *_clause(4, "honest", voice.say(_KEY + "honest_text", bank=bank), voice),
        Keep((*_clause(5, "term", term, voice), _signatures(voice))),
    )


def _parties(figures: AuthorityFigures, voice: Phrases) -> Fields:
    who, desk = figures.head.applicant, figures.head.desk
    reach = voice.listed([one for one in (desk.phone, desk.address) if one])
    return Fields(
        (
            (
                Field(voice.say(_KEY + "principal"), who.name, True),
                Field(voice.say("label.resident_id"), who.resident_id),
                Field(voice.say("label.phone"), who.phone),
            ),
            (Field(voice.say("label.residence"), who.residence),),
            (
                Field(voice.say(_KEY + "agent"), desk.name, True),
                Field(voice.say(_KEY + "agent_person"), desk.agent),
            ),
            (Field(voice.say(_KEY + "agent_reach"), reach),),
        )
    )


def _accounts(figures: AuthorityFigures, voice: Phrases) -> Table:
    day = max((account.as_of for account in figures.accounts), default=figures.head.made_on)
    columns = (
        Column(voice.say(_KEY + "bank"), grow=True),
        Column(voice.say(_KEY + "account")),
        Column(voice.say(_KEY + "owed", day=day), "figure"),
    )
    rows = (Row((one.bank, one.label, f"{one.owed.currency} {one.owed.grouped()}")) for one in figures.accounts)
    return Table(columns, tuple(rows))


def _clause(no: int, key: str, text: str, voice: Phrases) -> Iterator[Block]:
    yield Keep((Heading(voice.section(no, voice.say(_KEY + key))), Text(text, style="list")))


def _signatures(voice: Phrases) -> Signature:
    return Signature(
        (
            SignatureArea(voice.say(_KEY + "signature"), voice.say("day_blank_short")),
            SignatureArea(voice.say(_KEY + "accepted"), voice.say("day_blank_short"), seal=voice.say("label.seal")),
        )
    )
