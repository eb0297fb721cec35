"""Whether a printed agreement holds every item that the pack wants in it (for cards the six of Art. 70), whole."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from workstation.documents.papers.agreement import (
    breach_texts,
    charge_texts,
    distribution_texts,
    other_texts,
    pause_texts,
    plan_terms,
    relief_text,
    rights_texts,
)
from workstation.documents.papers.figures import AgreementFigures
from workstation.documents.papers.mandatory import Demand, lacking
from workstation.documents.typesetting.blocks import Block
from workstation.documents.typesetting.phrases import Phrases
from workstation.errors import Finding


def agreement_missing(blocks: Iterable[Block], figures: AgreementFigures, phrases: Phrases) -> tuple[Finding, ...]:
    """One finding an item that the blocks do not print whole; it is read from them, whatever made them."""
    return lacking(blocks, tuple(_demands(figures, phrases)), "agreement")


def _demands(figures: AgreementFigures, phrases: Phrases) -> Iterator[Demand]:
    for item in figures.items:
        yield Demand(item.code, item.title, tuple(_FACTS[item.code](figures, phrases)))


def _balance(figures: AgreementFigures, phrases: Phrases) -> Iterator[str]:
    """Balance, structure and currency."""
    for account in figures.accounts:
        parts = (account.principal, account.interest, account.penalty, account.fees, account.owed)
        yield account.label
        yield "\t".join(part.grouped() for part in parts)
        yield account.as_of
    for owed in figures.owed:
        yield from (owed.owed.grouped(), owed.words, phrases.currency(owed.currency))
    yield relief_text(figures, phrases)


def _repayment(figures: AgreementFigures, phrases: Phrases) -> Iterator[str]:
    """Cycle, method, currency, and day and amount of every instalment."""
    for plan, method in zip(figures.plans, figures.methods, strict=True):
        yield from (f"{field.label}\t{field.value}" for row in plan_terms(plan, method, phrases) for field in row)
        if not figures.together:
            yield from (f"{row.no}\t{row.due_on}\t{row.payment.grouped()}" for row in plan.rows)
    yield from (f"{row.no}\t{row.due_on}\t{row.total.grouped()}" for row in figures.together)


def _charges(figures: AgreementFigures, phrases: Phrases) -> Iterator[str]:
    for plan in figures.plans:
        yield from charge_texts(plan, phrases, figures.annual_fee_settled)
    yield from figures.of_part("charges")


_FACTS: Final[Mapping[str, Callable[[AgreementFigures, Phrases], Iterable[str]]]] = {
    "balance": _balance,
    "repayment": _repayment,
    "charges": _charges,
    "no_new_card": lambda figures, phrases: (phrases.text("agreement.no_new_card"),),
    "rights_duties": rights_texts,
    "distribution": distribution_texts,
    "pause": pause_texts,
    "breach": breach_texts,
    "other": other_texts,
}
