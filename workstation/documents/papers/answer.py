"""The draft of an answer to a bank's claim 民事答辩状: element by element as court forms ask, open where nothing is said."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from workstation.documents.packet.debts import debts_table, since_then
from workstation.documents.papers.answer_figures import AnswerFigures, ElementFigures
from workstation.documents.typesetting.blocks import (
    Anchor,
    Block,
    Fields,
    Heading,
    Keep,
    LabelledValue,
    Note,
    PageBreak,
    Pair,
    Signature,
    SignatureArea,
    TableBlock,
    TableColumn,
    TableRow,
    Text,
    Title,
)
from workstation.documents.typesetting.phrases import Phrases

_KEY = "answer."
_CHOSEN, _OPEN = "■", "□"
_LINE: Final = "________________"


def answer(figures: AnswerFigures, phrases: Phrases) -> tuple[Block, ...]:
    """The whole paper."""
    title = phrases.text(_KEY + "title")
    return (
        PageBreak(),
        Anchor("paper.answer", title),
        Title(title, phrases.text(_KEY + "subtitle", kind=figures.kind)),
        _parties(figures, phrases),
        Heading(phrases.section(1, phrases.text(_KEY + "claims"))),
        _elements(figures.claims, phrases),
        Heading(phrases.section(2, phrases.text(_KEY + "facts"))),
        _elements(figures.facts, phrases),
        *_known(figures, phrases),
        *_ground(figures, phrases),
        Keep((Note(phrases.text(_KEY + "note", source=figures.source)), *_close(figures, phrases))),
    )


def _parties(figures: AnswerFigures, phrases: Phrases) -> Fields:
    who = figures.head.applicant

    def field(key: str, value: str, strong: bool = False) -> LabelledValue:
        return LabelledValue(phrases.text(key), value, strong)

    return Fields(
        (
            (field(_KEY + "court", figures.court or _LINE), field(_KEY + "case_number", figures.case_number or _LINE)),
            (field(_KEY + "plaintiff", figures.plaintiff), field(_KEY + "served_on", figures.served_on or _LINE)),
            (field(_KEY + "defendant", who.name, True), field("label.resident_id", who.resident_id)),
            (field("label.phone", who.phone), field("label.employer", who.employer or who.employment)),
            (field("label.registered", who.registered),),
            (field(_KEY + "service", who.residence),),
        )
    )


def _elements(elements: tuple[ElementFigures, ...], phrases: Phrases) -> TableBlock:
    columns = (
        TableColumn(phrases.text(_KEY + "element"), grow=True),
        TableColumn(phrases.text(_KEY + "stance")),
        TableColumn(phrases.text(_KEY + "why"), grow=True),
    )
    rows = (
        TableRow((f"{no}. {one.title}", _boxes(one, phrases), one.why or _blank(one)))
        for no, one in enumerate(elements, 1)
    )
    return TableBlock(columns, tuple(rows))


def _boxes(one: ElementFigures, phrases: Phrases) -> str:
    stances = ("admitted", "disputed", "unknown")
    return "\n".join(f"{_CHOSEN if one.stance == code else _OPEN} {phrases.word('stance', code)}" for code in stances)


def _blank(one: ElementFigures) -> str:
    """Room to write where something is disputed or nothing said yet."""
    return "" if one.stance == "admitted" else _LINE


def _known(figures: AnswerFigures, phrases: Phrases) -> Iterator[Block]:
    """The debts as the debtor's side has them, beside which the court sees what is disputed."""
    for owed in figures.owed:
        accounts = [account for account in figures.accounts if account.owed.currency == owed.currency]
        day = max(account.as_of for account in accounts)
        said = phrases.text(_KEY + "known", day=day, currency=phrases.currency(owed.currency))
        claimed = phrases.text(_KEY + "claimed", sum=figures.claimed) if figures.claimed else ""
        yield Keep(
            (
                Heading(phrases.section(3, said)),
                debts_table(accounts, owed, phrases, buckets=False),
                Pair(phrases.text("words", words=owed.words), claimed),
                *since_then(accounts, phrases),
            )
        )


def _ground(figures: AnswerFigures, phrases: Phrases) -> Iterator[Block]:
    said = {"basis": figures.basis, "evidence": figures.evidence}
    yield Heading(phrases.section(4, phrases.text(_KEY + "ground")))
    for key, text in said.items():
        yield Text(f"{phrases.text(_KEY + key)}{phrases.text('colon')}{text or _LINE}")
    yield Text(
        phrases.text(_KEY + "hardship", reason=figures.reason) if figures.reason else phrases.text(_KEY + "will")
    )
    ways = ("yes", "no", "unsure")
    boxes = "   ".join(
        f"{_CHOSEN if figures.mediation == way else _OPEN} {phrases.word('mediation', way)}" for way in ways
    )
    yield Text(f"{phrases.text(_KEY + 'mediation')}{phrases.text('colon')}{boxes}")


def _close(figures: AnswerFigures, phrases: Phrases) -> Iterator[Block]:
    court = figures.court or _LINE
    yield Text(phrases.text(_KEY + "to", court=court))
    yield Signature((SignatureArea(phrases.text(_KEY + "sign"), phrases.text("day_blank_short")),))
