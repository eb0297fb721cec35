"""The separate consent to the use of sensitive data 个人信息处理单独同意书: one clause for each item that the pack wants."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from workstation.documents.papers.figures import ConsentFigures
from workstation.documents.papers.mandatory import Demand, lacking
from workstation.documents.typesetting.blocks import (
    Anchor,
    Block,
    Field,
    Fields,
    Heading,
    Keep,
    PageBreak,
    Signature,
    SignatureArea,
    Text,
    Title,
)
from workstation.documents.typesetting.phrases import Phrases
from workstation.errors import Finding

_KEY = "consent."


def consent(figures: ConsentFigures, voice: Phrases) -> tuple[Block, ...]:
    """The whole paper. A clause of the pack for which there is no text here raises KeyError."""
    head, title = figures.head, voice.say(_KEY + "title")
    source = next(item.source for item in figures.items if item.code == "categories")
    clauses = tuple(
        Keep((Heading(voice.section(no, item.title)), Text(CLAUSES[item.code](figures, voice))))
        for no, item in enumerate(figures.items, 1)
    )
    opening = voice.say(_KEY + "opening", bank=head.bank.name, desk=head.desk.name)
    return (
        PageBreak(),
        Anchor("paper.consent", title),
        Title(title, voice.say(_KEY + "subtitle", source=source)),
        Fields(
            (
                (
                    Field(voice.say(_KEY + "party"), head.applicant.name, True),
                    Field(voice.say("label.resident_id"), head.applicant.resident_id),
                ),
            )
        ),
        Text(opening, style="prose", indent=voice.language != "en"),
        *clauses[:-1],
        Keep((*clauses[-1:], _signatures(voice))),
    )


def consent_missing(blocks: Iterable[Block], figures: ConsentFigures, voice: Phrases) -> tuple[Finding, ...]:
    """One finding an item that the blocks do not print."""
    demands = (Demand(item.code, item.title, (CLAUSES[item.code](figures, voice),)) for item in figures.items)
    return lacking(blocks, tuple(demands), "consent")


def _signatures(voice: Phrases) -> Signature:
    return Signature(
        (
            SignatureArea(voice.say(_KEY + "signature"), voice.say("day_blank")),
            SignatureArea(voice.say(_KEY + "received"), voice.say("day_blank")),
        )
    )


def _handler(figures: ConsentFigures, voice: Phrases) -> str:
    desk = figures.head.desk
    key = "handler" if desk.address else "handler_short"
    return voice.say(_KEY + key, desk=desk.name, agent=desk.agent, phone=desk.phone, address=desk.address)


def _purpose(figures: ConsentFigures, voice: Phrases) -> str:
    return voice.say(_KEY + "purpose", bank=figures.head.bank.name)


def _categories(figures: ConsentFigures, voice: Phrases) -> str:
    if not figures.categories:
        return voice.say(_KEY + "categories_open")
    return voice.say(_KEY + "categories", categories=voice.listed(figures.categories))


def _recipient(figures: ConsentFigures, voice: Phrases) -> str:
    bank = figures.head.bank
    reach = voice.listed([one for one in (bank.phone, bank.address) if one])
    return voice.say(_KEY + ("recipient" if reach else "recipient_bare"), bank=bank.name, reach=reach)


CLAUSES: Final[Mapping[str, Callable[[ConsentFigures, Phrases], str]]] = {
    "handler": _handler,
    "purpose": _purpose,
    "categories": _categories,
    "necessity": lambda figures, voice: voice.say(_KEY + "necessity"),
    "recipient": _recipient,
    "retention": lambda figures, voice: voice.say(_KEY + "retention", years=figures.years),
    "withdrawal": lambda figures, voice: voice.say(_KEY + "withdrawal"),
}
"""The words of each item."""
