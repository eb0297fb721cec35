"""Paper 2: the statement of hardship 困难情况说明, in the debtor's own words as they were told."""

from __future__ import annotations

from collections.abc import Iterator

from workstation.documents.packet.application import proof_rows
from workstation.documents.packet.figures import PacketFigures
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
    Text,
    Title,
)
from workstation.documents.typesetting.phrases import Phrases

ANCHOR = "paper.hardship"


def hardship(figures: PacketFigures, phrases: Phrases) -> tuple[Block, ...]:
    """A letter with headings; parts that nobody spoke of are left out."""
    title = phrases.text("hardship.title")
    return (
        PageBreak(),
        Anchor(ANCHOR, title),
        Title(title, phrases.text("hardship.subtitle")),
        Text(phrases.text("hardship.greeting", bank=figures.bank), style="strong"),
        _opening(figures, phrases),
        *_story(figures, phrases),
        Keep(
            (
                Text(phrases.text("hardship.closing"), style="prose", indent=True),
                Signature((SignatureArea(phrases.text("label.signature"), phrases.text("day_blank")),)),
            )
        ),
    )


def _opening(figures: PacketFigures, phrases: Phrases) -> Text:
    sums = [phrases.text("hardship.owed", owed=phrases.money(one.owed), words=one.words) for one in figures.owed]
    opening = phrases.text(
        "hardship.opening",
        name=figures.applicant.name,
        resident_id=figures.applicant.resident_id,
        day=max((account.as_of for account in figures.accounts), default=figures.made_on),
        owed=phrases.listed(sums),
        reason=figures.hardship.reason,
        period=figures.hardship.period,
    )
    return Text(opening, style="prose", indent=True)


def _story(figures: PacketFigures, phrases: Phrases) -> Iterator[Block]:
    hardship = figures.hardship
    parts: list[tuple[str, tuple[Block, ...]]] = []
    story = [Text(hardship.note or phrases.text("hardship.no_story"), style="prose", indent=True)]
    if hardship.gaps:
        story.append(Text(phrases.text("hardship.gaps", months=hardship.gaps), style="prose", indent=True))
    parts.append(("story", tuple(story)))
    purposes = [
        phrases.text("hardship.purpose", account=account.label, purpose=account.purpose)
        for account in figures.accounts
        if account.purpose
    ]
    if purposes:
        parts.append(("purposes", (Text("\n".join(purposes), style="prose", indent=True),)))
    if hardship.requests:
        requested = "\n".join(f"{no}. {request}" for no, request in enumerate(hardship.requests, 1))
        parts.append(("requests", (Text(requested, style="list"),)))
    for key, text in (("source", hardship.source), ("proposal", hardship.proposal)):
        if text:
            parts.append((key, (Text(text, style="prose", indent=True),)))
    proofs = proof_rows(figures, phrases)
    if proofs:
        columns = (TableColumn(grow=True), TableColumn(quiet=True), TableColumn(quiet=True, align="right"))
        parts.append(("proofs", (TableBlock(columns, proofs, plain=True),)))
    for number, (key, blocks) in enumerate(parts, 1):
        yield Heading(phrases.section(number, phrases.text(f"hardship.{key}")))
        yield from blocks
