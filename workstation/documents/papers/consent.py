"""The separate consent to the use of sensitive data 个人信息处理单独同意书: one clause for each item that the pack wants."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from workstation.documents.papers.figures import ConsentFigures
from workstation.documents.papers.mandatory import Demand, lacking
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
    Text,
    Title,
)
from workstation.documents.typesetting.phrases import Phrases
from workstation.errors import Finding

_KEY = "consent."


def consent(figures: ConsentFigures, phrases: Phrases) -> tuple[Block, ...]:
    """The whole paper. A clause of the pack for which there is no text here raises KeyError."""
    head, title = figures.head, phrases.text(_KEY + "title")
    source = next(item.source for item in figures.items if item.code == "categories")
    clauses = tuple(
        Keep((Heading(phrases.section(no, item.title)), Text(CLAUSES[item.code](figures, phrases))))
        for no, item in enumerate(figures.items, 1)
    )
    opening = phrases.text(_KEY + "opening", bank=head.bank.name, desk=head.desk.name)
    return (
        PageBreak(),
        Anchor("paper.consent", title),
        Title(title, phrases.text(_KEY + "subtitle", source=source)),
        Fields(
            (
                (
                    LabelledValue(phrases.text(_KEY + "party"), head.applicant.name, True),
                    LabelledValue(phrases.text("label.resident_id"), head.applicant.resident_id),
                ),
            )
        ),
        Text(opening, style="prose", indent=phrases.language != "en"),
        *clauses[:-1],
        Keep((*clauses[-1:], _signatures(phrases))),
    )


def consent_missing(blocks: Iterable[Block], figures: ConsentFigures, phrases: Phrases) -> tuple[Finding, ...]:
    """One finding an item that the blocks do not print."""
    demands = (Demand(item.code, item.title, (CLAUSES[item.code](figures, phrases),)) for item in figures.items)
    return lacking(blocks, tuple(demands), "consent")


def _signatures(phrases: Phrases) -> Signature:
    return Signature(
        (
            SignatureArea(phrases.text(_KEY + "signature"), phrases.text("day_blank")),
            SignatureArea(phrases.text(_KEY + "received"), phrases.text("day_blank")),
        )
    )


def _handler(figures: ConsentFigures, phrases: Phrases) -> str:
    desk = figures.head.desk
    key = "handler" if desk.address else "handler_short"
    return phrases.text(_KEY + key, desk=desk.name, agent=desk.agent, phone=desk.phone, address=desk.address)


def _purpose(figures: ConsentFigures, phrases: Phrases) -> str:
    return phrases.text(_KEY + "purpose", bank=figures.head.bank.name)


def _categories(figures: ConsentFigures, phrases: Phrases) -> str:
    if not figures.categories:
        return phrases.text(_KEY + "categories_open")
    return phrases.text(_KEY + "categories", categories=phrases.listed(figures.categories))


def _recipient(figures: ConsentFigures, phrases: Phrases) -> str:
    bank = figures.head.bank
    reach = phrases.listed([one for one in (bank.phone, bank.address) if one])
    return phrases.text(_KEY + ("recipient" if reach else "recipient_bare"), bank=bank.name, reach=reach)


CLAUSES: Final[Mapping[str, Callable[[ConsentFigures, Phrases], str]]] = {
    "handler": _handler,
    "purpose": _purpose,
    "categories": _categories,
    "necessity": lambda figures, phrases: phrases.text(_KEY + "necessity"),
    "recipient": _recipient,
    "retention": lambda figures, phrases: phrases.text(
        _KEY + ("retention" if figures.years else "retention_open"), years=figures.years
    ),
    "withdrawal": lambda figures, phrases: phrases.text(_KEY + "withdrawal"),
}
"""The words of each item."""
