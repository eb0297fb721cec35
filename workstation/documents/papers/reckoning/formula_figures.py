"""What the formula sheet says, finished: for every amount of a plan, and of doing nothing, where it comes from."""

from __future__ import annotations

from dataclasses import dataclass

from workstation.money import Money


@dataclass(frozen=True, slots=True)
class FormulaLine:
    """An amount by its name, and the arithmetic that gives it, with every value in place."""

    name: str
    text: str
    amount: str


@dataclass(frozen=True, slots=True)
class FormulaGroup:
    """Amounts that belong together: a row of the schedule (``label`` its number, ``on`` its due day), or a day of waiting."""

    label: str
    on: str
    lines: tuple[FormulaLine, ...]


@dataclass(frozen=True, slots=True)
class FormulaSheet:
    """One plan of one account. ``plan`` says which; ``rates`` how both yearly rates come about, where there are any.

    ``waiting`` is empty where nobody knows how the debt grows.
    """

    bank: str
    account: str
    plan: str
    owed: Money
    whole: tuple[FormulaLine, ...]
    rates: str
    rows: tuple[FormulaGroup, ...]
    waiting: tuple[FormulaGroup, ...]


@dataclass(frozen=True, slots=True)
class FormulaFigures:
    """The sheets of a case, one plan each."""

    language: str
    number: str
    made_on: str
    name: str
    desk: str
    sheets: tuple[FormulaSheet, ...]
