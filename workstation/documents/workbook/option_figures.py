"""The figures of the options sheet: what the desk weighed for each account, labelled; values only, no layout."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from workstation.casework.case_file import CaseFile
from workstation.money import Money, total
from workstation.plan.debt.comparison import Comparison, Owing
from workstation.plan.options.options import AccountOptions, Ranked
from workstation.policy.rules import label
from workstation.profile.account import Account
from workstation.wording import Wording

_DECIDERS: Final = ("supervisor", "bank")


@dataclass(frozen=True, slots=True)
class Evaluated:
    """The options of one account, and the first of them compared with doing nothing; None when nothing can be offered."""

    account: Account
    options: AccountOptions
    comparison: Comparison | None


@dataclass(frozen=True, slots=True)
class OptionFigures:
    """An option on offer. ``payment`` is its largest instalment, ``total`` all that is paid, ``cost`` what of it is new.

    ``decides`` names who must grant it, ``why`` says why it has its ``rank``.
    """

    rank: int
    title: str
    method: str
    count: int
    first_due: date
    last_due: date
    payment: Money
    up_front: Money
    total: Money
    cost: Money
    waived: Money
    simple: Decimal | None
    compound: Decimal | None
    decides: str
    why: str


@dataclass(frozen=True, slots=True)
class HorizonFigures:
    """A day on which doing nothing owes ``waited``, and each compared option has taken and still asks ``spent``."""

    label: str
    on: date
    waited: Money
    spent: tuple[Money, ...]


@dataclass(frozen=True, slots=True)
class AccountOptionFigures:
    """One account: what it owes, the ``share`` of a month it may get, options by rank, horizons, and what kept offers untried."""

    account: Account
    share: Money
    options: tuple[OptionFigures, ...]
    horizons: tuple[HorizonFigures, ...]
    notes: tuple[str, ...]


def option_figures(file: CaseFile, evaluated: Sequence[Evaluated], words: Wording) -> tuple[AccountOptionFigures, ...]:
    """One entry an account that was weighed."""
    return tuple(_account(file, one, words) for one in evaluated)


def _account(file: CaseFile, one: Evaluated, words: Wording) -> AccountOptionFigures:
    return AccountOptionFigures(
        one.account,
        one.options.share,
        tuple(_option(file, ranked, words) for ranked in one.options.offered),
        _horizons(one.comparison, words) if one.comparison else (),
        tuple(words.finding(finding) for finding in one.options.findings),
    )


def _option(file: CaseFile, ranked: Ranked, words: Wording) -> OptionFigures:
    option, rate = ranked.option, ranked.option.true_rate
    waived = option.schedule.waived
    deciders = [words.text(f"authority.{tier}") for tier in _DECIDERS if tier in option.tiers.values()]
    return OptionFigures(
        rank=ranked.rank,
        title=label(option.offer.title, file.case.language),
        method=words.text(f"method.{option.terms.method}"),
        count=option.instalments,
        first_due=option.first_due,
        last_due=option.last_due,
        payment=option.payment,
        up_front=option.up_front,
        total=option.total,
        cost=option.cost,
        waived=total((waived.principal, waived.interest, waived.penalty, waived.fees)),
        simple=rate.simple if rate else None,
        compound=rate.compound if rate else None,
        decides=words.text("paper.list_separator").join(deciders) or words.text("authority.agent"),
        why=words.finding(ranked.why),
    )


def _horizons(comparison: Comparison, words: Wording) -> tuple[HorizonFigures, ...]:
    """The horizons that waiting and every plan share; none where nobody knows how the debt grows."""
    if comparison.waiting is None:
        return ()
    spent = [{entry.on: entry.spent for entry in plan.saved} for plan in comparison.plans]
    return tuple(
        HorizonFigures(_after(point, words), point.on, point.owed.total, tuple(by_day[point.on] for by_day in spent))
        for point in comparison.waiting.points[1:]
    )


def _after(point: Owing, words: Wording) -> str:
    key, count = ("days", point.days) if point.days else ("months", point.months)
    return words.text(f"workbook.options.after_{key}", {"count": str(count)})
