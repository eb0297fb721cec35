"""The summary of a talk 谈话小结: read back, corrected by hand and confirmed by the debtor; it grants nothing."""

from __future__ import annotations

from workstation.documents.papers.figures import TalkFigures
from workstation.documents.typesetting.blocks import (
    Anchor,
    Block,
    Fields,
    Keep,
    LabelledValue,
    PageBreak,
    Signature,
    SignatureArea,
    Text,
    Title,
)
from workstation.documents.typesetting.phrases import Phrases

_KEY = "talk."


def talk_summary(figures: TalkFigures, phrases: Phrases) -> tuple[Block, ...]:
    """Who talked when, each point as it was read back, room for corrections, and both signatures on the page of the last words."""
    title = phrases.text(_KEY + "title")
    return (
        PageBreak(),
        Anchor("paper.talk-summary", title),
        Title(title, phrases.text(_KEY + "subtitle")),
        _about(figures, phrases),
        Text(figures.opening, style="strong"),
        Text("\n".join(f"{no}. {point}" for no, point in enumerate(figures.points, 1)), style="list"),
        Text(figures.closing),
        Keep((_corrections(phrases), Text(phrases.text(_KEY + "rights")), _signatures(figures, phrases))),
    )


def _about(figures: TalkFigures, phrases: Phrases) -> Fields:
    head = figures.head
    return Fields(
        (
            (
                LabelledValue(phrases.text("label.name"), head.applicant.name, True),
                LabelledValue(phrases.text(_KEY + "day"), figures.talked_on or head.made_on),
            ),
            (
                LabelledValue(phrases.text(_KEY + "desk"), head.desk.name),
                LabelledValue(phrases.text(_KEY + "agent"), head.desk.agent),
                LabelledValue(phrases.text(_KEY + "phone"), head.desk.phone),
            ),
        )
    )


def _corrections(phrases: Phrases) -> Fields:
    return Fields(((LabelledValue(phrases.text(_KEY + "corrections"), "\n\n"),),))


def _signatures(figures: TalkFigures, phrases: Phrases) -> Signature:
    return Signature(
        (
            SignatureArea(
                phrases.text(_KEY + "confirmed", name=figures.head.applicant.name), phrases.text("day_blank")
            ),
            SignatureArea(phrases.text(_KEY + "read_back", agent=figures.head.desk.agent), figures.head.made_on),
        )
    )
