"""The figures of an application that somebody states and a page of a proof may show: which they are, and what they are now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from workstation.casework.case_file import CaseFile
from workstation.evidence.figure_source import FigureSource, standing_sources
from workstation.evidence.written_value import ValueKind, WrittenValue, written_amount
from workstation.money import Money
from workstation.profile.account import Account
from workstation.profile.budget import BudgetLine

_OF_PERSON: Final = ("name", "resident_id", "residence", "employer")
_SUMS: Final = ("principal", "interest", "penalty", "fees")
_DAYS: Final = ("due_on", "overdue_since")
FIGURE_NAMES: Final = (*_OF_PERSON, *_SUMS, "limit", *_DAYS, "income", "expense")
"""The figures that a text can say word for word; a reason takes a person."""


@dataclass(frozen=True, slots=True)
class SourcedFigure:
    """``key`` stays the same while the value changes: ``name``, ``<account>/principal``, ``income/wage/1``. ``name``: what it is, a
    key of the wording. ``line``: of the budget, where it is one.
    """

    key: str
    name: str
    value: str | Money | date
    kind: ValueKind
    account_id: str = ""
    line: BudgetLine | None = None

    @property
    def text(self) -> str:
        """What is kept with a source and compared later: an amount with its currency."""
        if isinstance(self.value, Money):
            return f"{self.value.grouped()} {self.value.currency}"
        return self.value.isoformat() if isinstance(self.value, date) else self.value

    @property
    def written(self) -> WrittenValue:
        """As it is looked for on pages."""
        if isinstance(self.value, Money):
            return written_amount(self.value, spending=self.kind == "spending")
        return WrittenValue(self.kind, self.text)


def sourced_figures(file: CaseFile, bank: str | None = None) -> tuple[SourcedFigure, ...]:
    """Every stated figure of a case in the order of the papers; with ``bank`` those of the application to it."""
    accounts = file.accounts if bank is None else file.applied_for(bank)
    found = (*_of_person(file), *(one for account in accounts for one in _of_account(account)), *_of_household(file))
    return tuple(one for one in found if one.value)


def _of_person(file: CaseFile) -> Iterator[SourcedFigure]:
    debtor = file.debtor
    yield SourcedFigure("name", "name", debtor.name, "text")
    yield SourcedFigure("resident_id", "resident_id", debtor.resident_id, "number")
    yield SourcedFigure("residence", "residence", debtor.address("residence"), "text")
    yield SourcedFigure("employer", "employer", debtor.employer, "text")


def _of_account(account: Account) -> Iterator[SourcedFigure]:
    for part in _SUMS:
        yield SourcedFigure(f"{account.id}/{part}", part, getattr(account, part), "amount", account.id)
    if account.limit:
        yield SourcedFigure(f"{account.id}/limit", "limit", account.limit, "amount", account.id)
    for day in _DAYS:
        yield SourcedFigure(f"{account.id}/{day}", day, getattr(account, day) or "", "day", account.id)


def _of_household(file: CaseFile) -> Iterator[SourcedFigure]:
    """Each line of income; spending as a whole, since single lines of it are seldom proven."""
    yield SourcedFigure("reason", "reason", file.case.reason, "meaning")
    counted: Counter[str] = Counter()
    for line in file.budget.lines:
        if line.side == "income":
            counted[line.category] += 1
            key = f"income/{line.category}/{counted[line.category]}"
            yield SourcedFigure(key, "income", line.amount, "amount", line=line)
    yield SourcedFigure("expense", "expense", file.budget.of("expense"), "spending")


def sources_of(
    figure: SourcedFigure, sources: Iterable[FigureSource], items: Iterable[str]
) -> tuple[FigureSource, ...]:
    """The confirmed places that show a figure as it is now, in proofs of these ids, in the order of the proofs."""
    order = {item_id: number for number, item_id in enumerate(items)}
    held = [
        one
        for one in standing_sources(sources)
        if one.figure == figure.key and one.value == figure.text and one.item_id in order
    ]
    return tuple(sorted(held, key=lambda one: order[one.item_id]))
