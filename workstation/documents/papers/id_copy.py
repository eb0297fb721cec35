"""The copy of a card of identity 身份证复印件: both sides on one sheet, each as large as the card itself."""

from __future__ import annotations

from workstation.documents.packet.exhibits.pages import CARD_WIDTH
from workstation.documents.papers.figures import IdCopyFigures
from workstation.documents.typesetting.blocks import (
    Anchor,
    Block,
    Fields,
    Heading,
    Image,
    LabelledValue,
    PageBreak,
    Space,
    Text,
    Title,
)
from workstation.documents.typesetting.phrases import Phrases

_KEY = "id-copy."


def id_copy(figures: IdCopyFigures, phrases: Phrases) -> tuple[Block, ...]:
    """One page."""
    title = phrases.text(_KEY + "title")
    blocks: list[Block] = [PageBreak(), Anchor("paper.id-copy", title), Title(title, phrases.text(_KEY + "subtitle"))]
    who = figures.head.applicant
    told = {"label.name": who.name, "label.number": figures.head.number, "label.made_on": figures.head.made_on}
    blocks.append(Fields((tuple(LabelledValue(phrases.text(key), value) for key, value in told.items()),)))
    for side, picture in (("front", figures.front), ("back", figures.back)):
        blocks.append(Heading(phrases.text(_KEY + side)))
        if picture is None:
            blocks.append(Text(phrases.text(_KEY + "missing"), style="quiet"))
        else:
            size = picture.width, picture.height
            blocks += [Image(picture.data, *size, alt=phrases.text(_KEY + side), across=CARD_WIDTH), Space(4)]
    return tuple(blocks)
