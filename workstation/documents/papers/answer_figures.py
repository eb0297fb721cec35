"""The figures of an answer to a claim in court."""

from __future__ import annotations

from dataclasses import dataclass

from workstation.documents.packet.figures import AccountFigures, OwedFigures
from workstation.documents.papers.figures import HeadFigures


@dataclass(frozen=True, slots=True)
class ElementFigures:
    """One element of an answer: ``stance`` admitted, disputed, unknown, or empty while nobody said, and the reasons."""

    title: str
    stance: str
    why: str


@dataclass(frozen=True, slots=True)
class AnswerFigures:
    """The draft of an answer: of which court and lawsuit, element by element, and the debts as this side has them.

    ``claimed``, ``served_on`` as a person wrote them; ``source``: the public form whose elements these are.
    """

    head: HeadFigures
    kind: str
    court: str
    case_number: str
    plaintiff: str
    claimed: str
    served_on: str
    basis: str
    evidence: str
    mediation: str
    claims: tuple[ElementFigures, ...]
    facts: tuple[ElementFigures, ...]
    accounts: tuple[AccountFigures, ...]
    owed: tuple[OwedFigures, ...]
    reason: str
    source: str
