"""What the papers of one application for all creditors say beside the figures of every packet, finished."""

from __future__ import annotations

from dataclasses import dataclass

from workstation.money import Money


@dataclass(frozen=True, slots=True)
class CauseFigures:
    """A cause as the form numbers it; ``chosen``: the one that the reason of the case stands for."""

    code: str
    title: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class CreditorFigures:
    """One account with its part of all claims, ``34.20%``; ``monthly``: what it gets of a payment, None where that varies."""

    bank: str
    label: str
    owed: Money
    share: str
    monthly: Money | None
    largest: bool
    as_of: str
    reach: str = ""


@dataclass(frozen=True, slots=True)
class SecuredFigures:
    """One account that is kept apart, since a thing secures it: ``security`` names it with its day, amount and proof."""

    bank: str
    label: str
    owed: Money
    as_of: str
    security: str


@dataclass(frozen=True, slots=True)
class StageFigures:
    """Two stages: ``count`` payments of ``monthly``; ``last`` is due with the last of them where no second stage follows, the
    ``total`` less all others; then ``then_count`` of at most ``then_monthly`` at ``then_rate``.
    """

    total: Money
    count: int
    monthly: Money
    last: Money
    then_count: int
    then_monthly: Money
    then_rate: str


@dataclass(frozen=True, slots=True)
class TogetherRow:
    """One day of payment: what each account gets, in the order of the plans, and their sum."""

    no: str
    due_on: str
    payments: tuple[Money, ...]
    total: Money


@dataclass(frozen=True, slots=True)
class EntryFigures:
    """One entry of the statement; ``year`` and ``share`` are empty where it has none."""

    kind: str
    name: str
    amount: Money
    year: str = ""
    share: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class LivingFigures:
    """The standard of living cost: ``minimum`` and ``limit`` None where nobody has found it, ``place`` empty where unknown.

    ``stated_source``: where the person read it, where the rules do not have it.
    """

    place: str
    year: str
    factor: str
    minimum: Money | None
    limit: Money | None
    spent: Money
    stated_source: str = ""


@dataclass(frozen=True, slots=True)
class ClockFigures:
    """A span that runs from the day on which the application is handed in."""

    title: str
    days: int


@dataclass(frozen=True, slots=True)
class FilingFigures:
    """``rows`` are the payments of all plans together, empty where their days differ; ``monthly`` and ``count`` are theirs.

    ``listed_on``: when the credit centre issued its list of creditors. ``secured``: debts that are no part of the application.
    """

    largest: str
    largest_owed: Money
    largest_share: str
    causes: tuple[CauseFigures, ...]
    uncoded: str
    creditors: tuple[CreditorFigures, ...]
    total: Money
    rows: tuple[TogetherRow, ...]
    stages: StageFigures | None
    clocks: tuple[ClockFigures, ...]
    assets: tuple[EntryFigures, ...]
    counts: tuple[str, str, str]
    trade: tuple[EntryFigures, ...]
    incomes: tuple[EntryFigures, ...]
    dependants: tuple[EntryFigures, ...]
    dependants_counted: str
    receivables: tuple[EntryFigures, ...]
    employer_number: str
    living: LivingFigures | None
    listed_on: str
    secured: tuple[SecuredFigures, ...] = ()
