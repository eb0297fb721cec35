"""The cover of a packet: for whom, by whom, what is inside on which page, and how the file can be checked."""

from __future__ import annotations

from typing import Final

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
from workstation.documents.typesetting.fact_code import squares_across
from workstation.documents.typesetting.phrases import Phrases

ANCHOR = "paper.cover"
_UNNAMED: Final = ("schedule", "evidence", "provenance")
"""Papers that leave to the cover whose they are."""


def cover(figures: PacketFigures, phrases: Phrases, long: bool = False) -> tuple[Block, ...]:
    """The first page. Where a ``long`` list of exhibits runs on to the next, the QR picture stands before it."""
    title = phrases.text("cover.title")
    contents = (Heading(phrases.text("cover.contents")), _contents(figures, phrases))
    standing = Note(phrases.standing("cover", figures.granted))
    code = VerificationCode(_checking(figures, phrases), phrases.text("cover.qr"), squares_across(figures.facts))
    return (
        Anchor(ANCHOR, title),
        Space(6),
        Title(title, phrases.text("cover.subtitle")),
        Space(3),
        _facts(figures, phrases),
        *((code, standing, *contents) if long else (*contents, Space(2), standing, code)),
    )


def _checking(figures: PacketFigures, phrases: Phrases) -> str:
    """How the papers can be checked with any telephone, and by calling who made them."""
    desk = f"{figures.desk} {figures.agent}".strip()
    key = "cover.call" if figures.desk_phone else "cover.call_desk"
    call = phrases.text(key, desk=desk, phone=figures.desk_phone)
    return phrases.join((phrases.text("cover.code"), call))


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
    titles = [(f"paper.{paper}", phrases.text(f"{paper}.title"), 0) for paper in figures.papers]
    for exhibit in figures.exhibits:
        titles.append((exhibit.anchor, phrases.text("cover.exhibit", no=exhibit.no, title=exhibit.title), 1))
    entries = tuple((title, phrases.page(anchor), level) for anchor, title, level in titles)
    return Contents(entries, tuple(anchor for anchor, _, _ in titles))


def alone(blocks: tuple[Block, ...], kind: str, figures: PacketFigures, phrases: Phrases) -> tuple[Block, ...]:
    """The blocks of a paper with applicant, number and day below its title, where the paper does not name them itself."""
    if kind not in _UNNAMED:
        return blocks
    at = next(i for i, block in enumerate(blocks) if isinstance(block, Title)) + 1
    return (*blocks[:at], _whose(figures, phrases), *blocks[at:])


def _whose(figures: PacketFigures, phrases: Phrases) -> Fields:
    told = {"applicant": figures.applicant.name, "number": figures.number, "made_on": figures.made_on}
    return Fields((tuple(LabelledValue(phrases.text(f"label.{key}"), value) for key, value in told.items()),))
