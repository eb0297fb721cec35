"""What the table of costs says, finished: each item's own yearly rate, their sum, and the single rate beside it."""

from __future__ import annotations

from dataclasses import dataclass

from workstation.money import Money


@dataclass(frozen=True, slots=True)
class CostLine:
    """One item of cost; rates in words, ``12.00%``."""

    name: str
    payee: str
    total: Money
    simple: str
    compound: str


@dataclass(frozen=True, slots=True)
class CostSheet:
    """A plan of one account. ``added`` and ``single``: simple and compound; ``contingent``: what comes only when it is not kept."""

    bank: str
    account: str
    plan: str
    lent: Money
    cost: Money
    lines: tuple[CostLine, ...]
    added: tuple[str, str]
    single: tuple[str, str]
    contingent: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CostFigures:
    """The tables of a case, one plan each."""

    language: str
    number: str
    made_on: str
    name: str
    desk: str
    sheets: tuple[CostSheet, ...]
