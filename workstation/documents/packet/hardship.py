"""Paper 2: the statement of hardship 困难情况说明, in the debtor's own words as they were told."""

from __future__ import annotations

from collections.abc import Iterator

from workstation.documents.packet.application import proof_rows
from workstation.documents.packet.figures import PacketFigures
from workstation.documents.typesetting.blocks import (
    Anchor,
    Block,
    Column,
    Heading,
    Keep,
    PageBreak,
    Signature,
    SignatureArea,
    Table,
    Text,
    Title,
)
from workstation.documents.typesetting.phrases import Phrases

ANCHOR = "paper.hardship"


def hardship(figures: PacketFigures, voice: Phrases) -> tuple[Block, ...]:
    """A letter with headings; parts that nobody spoke of are left out."""
    title = voice.say("hardship.title")
    return (
        PageBreak(),
        Anchor(ANCHOR, title),
        Title(title, voice.say("hardship.subtitle")),
        Text(voice.say("hardship.greeting", bank=figures.bank), style="strong"),
        _opening(figures, voice),
        *_story(figures, voice),
        Keep(
            (
                Text(voice.say("hardship.closing"), style="prose", indent=True),
                Signature((SignatureArea(voice.say("label.signature"), voice.say("day_blank")),)),
            )
        ),
    )


def _opening(figures: PacketFigures, voice: Phrases) -> Text:
    sums = [voice.say("hardship.owed", owed=voice.money(one.owed), words=one.words) for one in figures.owed]
    opening = voice.say(
        "hardship.opening",
        name=figures.applicant.name,
        resident_id=figures.applicant.resident_id,
        day=max((account.as_of for account in figures.accounts), default=figures.made_on),
        owed=voice.listed(sums),
        reason=figures.hardship.reason,
        period=figures.hardship.period,
    )
    return Text(opening, style="prose", indent=True)


def _story(figures: PacketFigures, voice: Phrases) -> Iterator[Block]:
    told = figures.hardship
    parts: list[tuple[str, tuple[Block, ...]]] = []
    story = [Text(told.note or voice.say("hardship.no_story"), style="prose", indent=True)]
    if told.gaps:
        story.append(Text(voice.say("hardship.gaps", months=told.gaps), style="prose", indent=True))
    parts.append(("story", tuple(story)))
    purposes = [
        voice.say("hardship.purpose", account=account.label, purpose=account.purpose)
        for account in figures.accounts
        if account.purpose
    ]
    if purposes:
        parts.append(("purposes", (Text("\n".join(purposes), style="prose", indent=True),)))
    if told.requests:
        asked = "\n".join(f"{no}. {request}" for no, request in enumerate(told.requests, 1))
        parts.append(("requests", (Text(asked, style="list"),)))
    for key, text in (("source", told.source), ("proposal", told.proposal)):
        if text:
            parts.append((key, (Text(text, style="prose", indent=True),)))
    proofs = proof_rows(figures, voice)
    if proofs:
        columns = (Column(grow=True), Column(quiet=True), Column(quiet=True, align="right"))
        parts.append(("proofs", (Table(columns, proofs, plain=True),)))
    for number, (key, blocks) in enumerate(parts, 1):
        yield Heading(voice.section(number, voice.say(f"hardship.{key}")))
        yield from blocks
