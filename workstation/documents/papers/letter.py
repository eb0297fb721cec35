"""The letter that asks a debtor for payment 催收函: to the debtor alone, with every disclosure that the pack wants."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from workstation.documents.packet.application import debts_table
from workstation.documents.papers.figures import LetterFigures
from workstation.documents.papers.mandatory import Demand, lacking
from workstation.documents.typesetting.blocks import (
    Anchor,
    Block,
    Field,
    Fields,
    Heading,
    Keep,
    PageBreak,
    Pair,
    Signature,
    SignatureArea,
    Text,
    Title,
)
from workstation.documents.typesetting.phrases import Phrases
from workstation.errors import Finding

_KEY = "letter."
_WAYS: Final = ("query", "repay", "object_to")


def letter(figures: LetterFigures, voice: Phrases) -> tuple[Block, ...]:
    """The whole letter. A disclosure of the pack for which there is no text here raises KeyError."""
    who, title = figures.head.applicant, voice.say(_KEY + "title")
    return (
        PageBreak(),
        Anchor("paper.collection-letter", title),
        Title(title, voice.say(_KEY + "subtitle")),
        Fields(
            (
                (Field(voice.say("label.name"), who.name, True),),
                (Field(voice.say(_KEY + "address"), who.residence),),
            )
        ),
        Text(voice.say(_KEY + "greeting", name=who.name), style="strong"),
        *_clauses(figures, voice),
    )


def letter_missing(blocks: Iterable[Block], figures: LetterFigures, voice: Phrases) -> tuple[Finding, ...]:
    """One finding a disclosure that the blocks do not print whole."""
    demands = (Demand(item.code, item.title, tuple(_FACTS[item.code](figures, voice))) for item in figures.items)
    return lacking(blocks, tuple(demands), "letter")


def _clauses(figures: LetterFigures, voice: Phrases) -> Iterator[Block]:
    """Each whole; the last, where the seal stands, on the page of the one before it."""
    clauses = [
        Keep((Heading(voice.section(no, item.title)), *_CLAUSES[item.code](figures, voice)))
        for no, item in enumerate(figures.items, 1)
    ]
    yield from clauses[:-2]
    yield Keep(tuple(clauses[-2:]))


def _balance(figures: LetterFigures, voice: Phrases) -> Iterator[Block]:
    head = figures.head
    for owed in figures.owed:
        accounts = [account for account in figures.accounts if account.owed.currency == owed.currency]
        day, currency = max(account.as_of for account in accounts), voice.currency(owed.currency)
        told = {"day": day, "name": head.applicant.name, "bank": head.bank.name, "currency": currency}
        yield Text(voice.say(_KEY + "balance", **told))
        yield debts_table(accounts, owed, voice, buckets=False)
        yield Pair(voice.say("words", words=owed.words))
    if len(figures.accounts) == 1:  # of several the table says it
        yield Text("\n".join(_overdue(figures, voice)))


def _overdue(figures: LetterFigures, voice: Phrases) -> Iterator[str]:
    for account in figures.accounts:
        yield voice.say(_KEY + "overdue", account=account.label, since=account.overdue_since, days=account.days)


def _balance_facts(figures: LetterFigures, voice: Phrases) -> Iterator[str]:
    yield figures.head.applicant.name
    yield from (account.owed.grouped() for account in figures.accounts)
    for owed in figures.owed:
        yield from (owed.owed.grouped(), owed.words, voice.currency(owed.currency))


def _cause(figures: LetterFigures, voice: Phrases) -> Iterator[str]:
    source = next((item.source for item in figures.items if item.code == "cause"), "")
    yield voice.say(_KEY + "cause", bank=figures.head.bank.name, source=source)


def _rights_duties(figures: LetterFigures, voice: Phrases) -> Iterator[str]:
    yield voice.say(_KEY + "rights", quiet=figures.quiet)
    yield voice.say(_KEY + "duties")
    yield voice.say(_KEY + ("help_card" if figures.card else "help"))


def _ways(figures: LetterFigures, voice: Phrases) -> Iterator[Block]:
    yield Fields(tuple((Field(voice.say(_KEY + way), getattr(figures.head.bank, way)),) for way in _WAYS))


def _ways_facts(figures: LetterFigures, voice: Phrases) -> Iterator[str]:
    for way in _WAYS:
        said = getattr(figures.head.bank, way)
        yield from (said, f"{voice.say(_KEY + way)}\t{said}")


def _contact(figures: LetterFigures, voice: Phrases) -> Iterator[Block]:
    bank = figures.head.bank
    row = [Field(voice.say(_KEY + "bank"), bank.name), Field(voice.say(_KEY + "phone"), bank.phone, True)]
    address = ((Field(voice.say(_KEY + "bank_address"), bank.address),),) if bank.address else ()
    yield Fields((tuple(row), *address))
    yield Text(_agency(figures, voice))


def _agency(figures: LetterFigures, voice: Phrases) -> str:
    desk, bank = figures.head.desk, figures.head.bank.name
    return voice.say(_KEY + "agency", desk=desk.name, bank=bank, agent=desk.agent, phone=desk.phone)


def _contact_facts(figures: LetterFigures, voice: Phrases) -> Iterator[str]:
    bank = figures.head.bank
    yield from (bank.name, bank.phone, f"{voice.say(_KEY + 'phone')}\t{bank.phone}", _agency(figures, voice))


def _other(figures: LetterFigures, voice: Phrases) -> Iterator[str]:
    yield voice.say(_KEY + "until", until=figures.until) if figures.until else voice.say(_KEY + "no_until")
    yield voice.say(_KEY + "only_bank")
    yield voice.say(_KEY + "ignore")


def _seal(figures: LetterFigures, voice: Phrases) -> Iterator[Block]:
    yield Text(voice.say(_KEY + "seal"))
    yield Signature(
        (
            SignatureArea(voice.say(_KEY + "received"), voice.say("day_blank_short")),
            SignatureArea(voice.say(_KEY + "sealed_by"), figures.head.made_on, seal=voice.say("label.seal")),
        )
    )


def _seal_facts(figures: LetterFigures, voice: Phrases) -> Iterator[str]:
    yield voice.say(_KEY + "seal")
    yield f"{voice.say(_KEY + 'sealed_by')}\t{voice.say('label.seal')}\t{figures.head.made_on}"


def _listed(
    said: Callable[[LetterFigures, Phrases], Iterator[str]],
) -> Callable[[LetterFigures, Phrases], Iterator[Block]]:
    def clause(figures: LetterFigures, voice: Phrases) -> Iterator[Block]:
        yield Text("\n".join(said(figures, voice)), style="list")

    return clause


_CLAUSES: Final[Mapping[str, Callable[[LetterFigures, Phrases], Iterator[Block]]]] = {
    "balance": _balance,
    "cause": _listed(_cause),
    "rights_duties": _listed(_rights_duties),
    "ways": _ways,
    "contact": _contact,
    "seal": _seal,
    "other": _listed(_other),
}
_FACTS: Final[Mapping[str, Callable[[LetterFigures, Phrases], Iterator[str]]]] = {
    "balance": _balance_facts,
    "cause": _cause,
    "rights_duties": _rights_duties,
    "ways": _ways_facts,
    "contact": _contact_facts,
    "seal": _seal_facts,
    "other": _other,
}
