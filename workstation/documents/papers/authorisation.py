"""The power of attorney of a debtor-side desk 授权委托书: what it may do, what it may not, until when; it promises nothing."""

from __future__ import annotations

from collections.abc import Iterator

from workstation.documents.papers.figures import AuthorityFigures
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
    TableBlock,
    TableColumn,
    TableRow,
    Text,
    Title,
)
from workstation.documents.typesetting.phrases import Phrases

_KEY = "authorisation."


def authorisation(figures: AuthorityFigures, phrases: Phrases) -> tuple[Block, ...]:
    """One page for a usual name and a few accounts."""
    bank, title = figures.head.bank.name, phrases.text(_KEY + "title")
    term = phrases.text(_KEY + "term_text", bank=bank, **{"from": figures.head.made_on, "to": figures.until})
    return (
        PageBreak(),
        Anchor("paper.authorisation", title),
        Title(title, phrases.text(_KEY + "subtitle", bank=bank)),
        _parties(figures, phrases),
        Text(phrases.text(_KEY + "opening"), style="prose", indent=phrases.language != "en"),
        Heading(phrases.section(1, phrases.text(_KEY + "accounts"))),
        _accounts(figures, phrases),
        *_clause(2, "scope", phrases.text(_KEY + "scope_can", bank=bank), phrases),
        *_clause(3, "limits", phrases.text(_KEY + "limits_cannot"), phrases),
        *_clause(4, "honest", phrases.text(_KEY + "honest_text", bank=bank), phrases),
        Keep((*_clause(5, "term", term, phrases), _signatures(phrases))),
    )


def _parties(figures: AuthorityFigures, phrases: Phrases) -> Fields:
    who, desk = figures.head.applicant, figures.head.desk
    reach = phrases.listed([one for one in (desk.phone, desk.address) if one])
    return Fields(
        (
            (
                LabelledValue(phrases.text(_KEY + "principal"), who.name, True),
                LabelledValue(phrases.text("label.resident_id"), who.resident_id),
                LabelledValue(phrases.text("label.phone"), who.phone),
            ),
            (LabelledValue(phrases.text("label.residence"), who.residence),),
            (
                LabelledValue(phrases.text(_KEY + "agent"), desk.name, True),
                LabelledValue(phrases.text(_KEY + "agent_person"), desk.agent),
            ),
            (LabelledValue(phrases.text(_KEY + "agent_reach"), reach),),
        )
    )


def _accounts(figures: AuthorityFigures, phrases: Phrases) -> TableBlock:
    day = max((account.as_of for account in figures.accounts), default=figures.head.made_on)
    columns = (
        TableColumn(phrases.text(_KEY + "bank"), grow=True),
        TableColumn(phrases.text(_KEY + "account")),
        TableColumn(phrases.text(_KEY + "owed", day=day), "figure"),
    )
    rows = (TableRow((one.bank, one.label, phrases.money(one.owed))) for one in figures.accounts)
    return TableBlock(columns, tuple(rows))


def _clause(no: int, key: str, text: str, phrases: Phrases) -> Iterator[Block]:
    yield Keep((Heading(phrases.section(no, phrases.text(_KEY + key))), Text(text, style="list")))


def _signatures(phrases: Phrases) -> Signature:
    return Signature(
        (
            SignatureArea(phrases.text(_KEY + "signature"), phrases.text("day_blank_short")),
            SignatureArea(
                phrases.text(_KEY + "accepted"), phrases.text("day_blank_short"), seal=phrases.text("label.seal")
            ),
        )
    )
