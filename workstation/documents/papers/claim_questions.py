"""The sheet of questions to the bank 欠款核对问询单: what it claims beside what was rebuilt, and what it is asked to show."""

from __future__ import annotations

from collections.abc import Iterator

from workstation.documents.papers.figures import ClaimedFigures, ClaimItemFigures, ClaimQuestionFigures
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
    TableRow,
    Text,
    Title,
)
from workstation.documents.typesetting.phrases import Phrases

_KEY = "claim."


def claim_questions(figures: ClaimQuestionFigures, phrases: Phrases) -> tuple[Block, ...]:
    """One part for each account: the table, where it parts first, and the questions."""
    title = phrases.text(_KEY + "title")
    return (
        PageBreak(),
        Anchor("paper.claim-questions", title),
        Title(title, phrases.text(_KEY + "subtitle")),
        Text(
            phrases.text(_KEY + "opening", name=figures.head.applicant.name, bank=figures.head.bank.name),
            style="prose",
            indent=phrases.language != "en",
        ),
        *(block for one in figures.claimed for block in _account(one, phrases)),
        Text(phrases.text(_KEY + "honest")),
        Keep((_signatures(figures, phrases),)),
    )


def _account(one: ClaimedFigures, phrases: Phrases) -> Iterator[Block]:
    first = one.first or phrases.text(_KEY + "agrees")
    above = (Text(phrases.text(_KEY + "open_above"), style="quiet"),) if one.open_above else ()
    yield Keep((Heading(one.label), Text(first, style="strong"), _table(one, phrases), *above))
    questions = "\n".join(f"{no}. {text}" for no, text in enumerate(one.questions, 1))
    yield Keep((Heading(phrases.text(_KEY + "questions")), Text(questions, style="list")))


def _table(one: ClaimedFigures, phrases: Phrases) -> TableBlock:
    columns = (
        TableColumn(phrases.text(_KEY + "day")),
        TableColumn(phrases.text(_KEY + "item"), grow=True),
        *(TableColumn(phrases.text(_KEY + key), "right") for key in ("claimed", "least", "most", "difference")),
    )
    return TableBlock(columns, tuple(_row(item, phrases) for item in one.items), small=True)


def _row(item: ClaimItemFigures, phrases: Phrases) -> TableRow:
    most = phrases.text(_KEY + "unknown") if item.most is None else phrases.money(item.most)
    beyond = phrases.text(_KEY + "none") if item.beyond is None else phrases.money(item.beyond)
    cells = (item.day, item.item, phrases.money(item.claimed), phrases.money(item.least), most, beyond)
    return TableRow(cells, strong=item.beyond is not None)


def _signatures(figures: ClaimQuestionFigures, phrases: Phrases) -> Signature:
    asked = phrases.text(_KEY + "asked", name=figures.head.applicant.name)
    return Signature(
        (
            SignatureArea(asked, phrases.text("day_blank")),
            SignatureArea(phrases.text(_KEY + "answered"), phrases.text("day_blank")),
        )
    )
