"""The letter that asks a debtor for payment 催收函: to the debtor alone, with every disclosure that the pack wants."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from workstation.documents.packet.debts import debts_table, since_then
from workstation.documents.papers.figures import LetterFigures
from workstation.documents.papers.mandatory import Demand, lacking
from workstation.documents.typesetting.blocks import (
    Anchor,
    Block,
    Fields,
    Heading,
    Keep,
    LabelledValue,
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


def letter(figures: LetterFigures, phrases: Phrases) -> tuple[Block, ...]:
    """The whole letter. A disclosure of the pack for which there is no text here raises KeyError."""
    who, title = figures.head.applicant, phrases.text(_KEY + "title")
    return (
        PageBreak(),
        Anchor("paper.collection-letter", title),
        Title(title, phrases.text(_KEY + "subtitle")),
        Fields(
            (
                (LabelledValue(phrases.text("label.name"), who.name, True),),
                (LabelledValue(phrases.text(_KEY + "address"), who.residence),),
            )
        ),
        Text(phrases.text(_KEY + "greeting", name=who.name), style="strong"),
        *_clauses(figures, phrases),
    )


def letter_missing(blocks: Iterable[Block], figures: LetterFigures, phrases: Phrases) -> tuple[Finding, ...]:
    """One finding a disclosure that the blocks do not print whole."""
    demands = (Demand(item.code, item.title, tuple(_FACTS[item.code](figures, phrases))) for item in figures.items)
    return lacking(blocks, tuple(demands), "letter")


def _clauses(figures: LetterFigures, phrases: Phrases) -> Iterator[Block]:
    """Each whole but the balances of several currencies; the last, with the seal, on the page of the one before it."""
    clauses = []
    for no, item in enumerate(figures.items, 1):
        clause = (Heading(phrases.section(no, item.title)), *_CLAUSES[item.code](figures, phrases))
        clauses.append(clause if item.code == "balance" and len(figures.owed) > 1 else (Keep(clause),))
    yield from (block for clause in clauses[:-2] for block in clause)
    yield Keep(tuple(block for clause in clauses[-2:] for block in clause))


def _balance(figures: LetterFigures, phrases: Phrases) -> Iterator[Block]:
    head = figures.head
    for owed in figures.owed:
        accounts = [account for account in figures.accounts if account.owed.currency == owed.currency]
        day, currency = max(account.as_of for account in accounts), phrases.currency(owed.currency)
        values = {"day": day, "name": head.applicant.name, "bank": head.bank.name, "currency": currency}
        yield Keep(
            (
                Text(phrases.text(_KEY + "balance", **values)),
                debts_table(accounts, owed, phrases, buckets=False),
                Pair(phrases.text("words", words=owed.words)),
                *since_then(accounts, phrases),
            )
        )
    if len(figures.accounts) == 1:  # of several the table says it
        yield Text("\n".join(_overdue(figures, phrases)))


def _overdue(figures: LetterFigures, phrases: Phrases) -> Iterator[str]:
    for account in figures.accounts:
        late = {"due": account.due_on, "since": account.overdue_since, "days": account.days}
        yield phrases.text(_KEY + "overdue", account=account.label, **late)


def _balance_facts(figures: LetterFigures, phrases: Phrases) -> Iterator[str]:
    yield figures.head.applicant.name
    yield from (account.owed.grouped() for account in figures.accounts)
    for owed in figures.owed:
        yield from (owed.owed.grouped(), owed.words, phrases.currency(owed.currency))


def _cause(figures: LetterFigures, phrases: Phrases) -> Iterator[str]:
    source = next((item.source for item in figures.items if item.code == "cause"), "")
    yield phrases.text(_KEY + "cause", bank=figures.head.bank.name, source=source)


def _rights_duties(figures: LetterFigures, phrases: Phrases) -> Iterator[str]:
    yield phrases.text(_KEY + ("rights" if figures.quiet else "rights_open"), quiet=figures.quiet)
    yield phrases.text(_KEY + "duties")
    yield phrases.text(_KEY + ("help_card" if figures.card else "help"))


def _ways(figures: LetterFigures, phrases: Phrases) -> Iterator[Block]:
    yield Fields(tuple((LabelledValue(phrases.text(_KEY + way), getattr(figures.head.bank, way)),) for way in _WAYS))


def _ways_facts(figures: LetterFigures, phrases: Phrases) -> Iterator[str]:
    for way in _WAYS:
        said = getattr(figures.head.bank, way)
        yield from (said, f"{phrases.text(_KEY + way)}\t{said}")


def _contact(figures: LetterFigures, phrases: Phrases) -> Iterator[Block]:
    bank = figures.head.bank
    row = [
        LabelledValue(phrases.text(_KEY + "bank"), bank.name),
        LabelledValue(phrases.text(_KEY + "phone"), bank.phone, True),
    ]
    address = ((LabelledValue(phrases.text(_KEY + "bank_address"), bank.address),),) if bank.address else ()
    yield Fields((tuple(row), *address))
    yield Text(_agency(figures, phrases))


def _agency(figures: LetterFigures, phrases: Phrases) -> str:
    desk, bank = figures.head.desk, figures.head.bank.name
    return phrases.text(_KEY + "agency", desk=desk.name, bank=bank, agent=desk.agent, phone=desk.phone)


def _contact_facts(figures: LetterFigures, phrases: Phrases) -> Iterator[str]:
    bank = figures.head.bank
    yield from (bank.name, bank.phone, f"{phrases.text(_KEY + 'phone')}\t{bank.phone}", _agency(figures, phrases))


def _other(figures: LetterFigures, phrases: Phrases) -> Iterator[str]:
    yield phrases.text(_KEY + "until", until=figures.until) if figures.until else phrases.text(_KEY + "no_until")
    yield phrases.text(_KEY + "only_bank")
    yield phrases.text(_KEY + "ignore")


def _seal(figures: LetterFigures, phrases: Phrases) -> Iterator[Block]:
    yield Text(phrases.text(_KEY + "seal"))
    yield Signature(
        (
            SignatureArea(phrases.text(_KEY + "received"), phrases.text("day_blank_short")),
            SignatureArea(phrases.text(_KEY + "sealed_by"), figures.head.made_on, seal=phrases.text("label.seal")),
        )
    )


def _seal_facts(figures: LetterFigures, phrases: Phrases) -> Iterator[str]:
    yield phrases.text(_KEY + "seal")
    yield f"{phrases.text(_KEY + 'sealed_by')}\t{phrases.text('label.seal')}\t{figures.head.made_on}"


def _listed(
    said: Callable[[LetterFigures, Phrases], Iterator[str]],
) -> Callable[[LetterFigures, Phrases], Iterator[Block]]:
    def clause(figures: LetterFigures, phrases: Phrases) -> Iterator[Block]:
        yield Text("\n".join(said(figures, phrases)), style="list")

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
