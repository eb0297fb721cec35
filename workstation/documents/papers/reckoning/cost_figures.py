"""What the table of costs says, finished: each item's own yearly rate, their sum, and the single rate beside it."""

from __future__ import annotations

from dataclasses import dataclass

from workstation.money import Money


@dataclass(frozen=True, slots=True)
class CostLine:
    """One item of cost; rates in words, ``12.00%``; ``stated``: what the lender's table says of it, empty where it says nothing."""

    name: str
    payee: str
    total: Money
    simple: str
    compound: str
    stated: str = ""


@dataclass(frozen=True, slots=True)
class CostSheet:
    """A plan of one account, or its loan as the lender showed it (``lender``). ``added``, ``single``: simple and compound.

    ``contingent``: what comes only when it is not kept; of a lender's table what is to be asked about it. ``stated``: its sum.
    """

    bank: str
    account: str
    plan: str
    lent: Money
    cost: Money
    lines: tuple[CostLine, ...]
    added: tuple[str, str]
    single: tuple[str, str]
    contingent: tuple[str, ...]
    lender: bool = False
    stated: str = ""


@dataclass(frozen=True, slots=True)
class CostFigures:
    """The tables of a case, one plan or one lender's table each."""

    language: str
    number: str
    made_on: str
    name: str
    desk: str
    sheets: tuple[CostSheet, ...]
