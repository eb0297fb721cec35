"""The cover of a packet: for whom, by whom, what is inside on which page, and how the file can be checked."""

from __future__ import annotations

from workstation.documents.packet.figures import PacketFigures
from workstation.documents.typesetting.blocks import (
    Anchor,
    Block,
    Contents,
    Fields,
    Heading,
    LabelledValue,
    Note,
    Space,
    Title,
    VerificationCode,
)
from workstation.documents.typesetting.phrases import Phrases

ANCHOR = "paper.cover"


def cover(figures: PacketFigures, phrases: Phrases) -> tuple[Block, ...]:
    """The first page; a long list of exhibits runs on to the next."""
    title = phrases.text("cover.title")
    return (
        Anchor(ANCHOR, title),
        Space(6),
        Title(title, phrases.text("cover.subtitle")),
        Space(3),
        _facts(figures, phrases),
        Heading(phrases.text("cover.contents")),
        _contents(figures, phrases),
        Space(2),
        Note(phrases.text("cover.standing")),
        VerificationCode(phrases.text("cover.code")),
    )


def _facts(figures: PacketFigures, phrases: Phrases) -> Fields:
    def field(key: str, value: str, strong: bool = False) -> LabelledValue:
        return LabelledValue(phrases.text(f"label.{key}"), value, strong)

    owed = tuple((field("overall_owed", f"{phrases.money(one.owed)}  {one.words}", True),) for one in figures.owed)
    return Fields(
        (
            (field("addressee", figures.bank),),
            (field("applicant", figures.applicant.name, True), field("phone", figures.applicant.phone)),
            *owed,
            (field("number", figures.number), field("version", str(figures.version))),
            (
                field("made_on", figures.made_on),
                field("adviser" if figures.adviser else "agent", f"{figures.desk} {figures.agent}"),
            ),
        )
    )


def _contents(figures: PacketFigures, phrases: Phrases) -> Contents:
    papers = ("application", "hardship", "budget", "schedule", "evidence", "provenance")
    titles = [(f"paper.{paper}", phrases.text(f"{paper}.title"), 0) for paper in papers]
    for exhibit in figures.exhibits:
        titles.append((exhibit.anchor, phrases.text("cover.exhibit", no=exhibit.no, title=exhibit.title), 1))
    entries = tuple((title, phrases.page(anchor), level) for anchor, title, level in titles)
    return Contents(entries, tuple(anchor for anchor, _, _ in titles))
