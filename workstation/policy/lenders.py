"""What lenders may charge by their kind, and what is known of single banks (``resources/lenders``). What is not known is None.

A pack takes a set over by ``lenders = "cn"``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, Generic, TypeVar

import resources
from workstation.bank_names import bank_key
from workstation.errors import refuse_if
from workstation.folding import folded
from workstation.policy import building
from workstation.policy.rules import DatedRate, Labels, Source
from workstation.policy.toml_section import Review, Section

T = TypeVar("T")
_AMOUNT_MOST: Final = 10**9


@dataclass(frozen=True, slots=True)
class Known(Generic[T]):
    """A figure with where it was read."""

    value: T
    source: Source


@dataclass(frozen=True, slots=True)
class KindCap:
    """The most that a kind of lender may charge a year, from a day on: ``rate``, or ``times`` the reference rate of the day."""

    from_on: date
    rate: Decimal | None
    times: Decimal | None
    source: Source


@dataclass(frozen=True, slots=True)
class AnnualCap:
    """The most that a year may cost on a day, as a share of what is owed; ``kind``: of which lenders, empty for all."""

    rate: Decimal
    source: Source
    kind: str = ""


@dataclass(frozen=True, slots=True)
class LenderKind:
    """A kind of lender, told by folded ``words`` of its name. ``caps`` rise by day."""

    code: str
    title: Labels
    words: tuple[str, ...]
    caps: tuple[KindCap, ...]

    def cap(self, on: date, reference: Sequence[DatedRate]) -> AnnualCap | None:
        """The cap on a day; None before the first, and where the reference rate of the day is not known."""
        begun = [cap for cap in self.caps if cap.from_on <= on]
        if not begun:
            return None
        cap = begun[-1]
        if cap.rate is not None:
            return AnnualCap(cap.rate, cap.source, self.code)
        quoted = [rate for rate in reference if rate.from_on <= on]
        return AnnualCap(quoted[-1].rate * (cap.times or 0), cap.source, self.code) if quoted else None


@dataclass(frozen=True, slots=True)
class BankRules:
    """What is known of one bank's cards. Amounts are whole minor units for one month; ``grace_until``: the hour of the last day.

    ``minimum_share`` of the principal is asked for each month; ``tolerance``: a shortfall that counts as paid; ``remainder``: the
    instalment that takes up what does not divide evenly. After ``step_after`` months in a row the penalty is ``step_rate``.
    """

    name: str
    penalty_minimum: Known[int] | None = None
    penalty_maximum: Known[int] | None = None
    grace_days: Known[int] | None = None
    grace_until: Known[str] | None = None
    tolerance: Known[int] | None = None
    minimum_share: Known[Decimal] | None = None
    remainder: Known[str] | None = None
    step_rate: Known[Decimal] | None = None
    step_after: Known[int] | None = None

    def rules(self) -> Iterator[tuple[str, Known[Any] | None]]:
        """Every rule by its name, also those that nobody knows."""
        for field in fields(self)[1:]:
            yield field.name, getattr(self, field.name)


@dataclass(frozen=True, slots=True)
class Lenders:
    """All kinds and banks of one set."""

    kinds: Mapping[str, LenderKind]
    banks: Mapping[str, BankRules]

    def kind_of(self, name: str) -> LenderKind | None:
        """The kind that a lender's name tells; None where it tells none."""
        written = (folded(name), bank_key(name))
        told = [
            (len(word), kind)
            for kind in self.kinds.values()
            for word in kind.words
            if any(word in one for one in written)
        ]
        return max(told, key=lambda one: one[0])[1] if told else None

    def bank(self, name: str) -> BankRules:
        """What is known of a bank under any of its names; of one that is not named, nothing."""
        return self.banks.get(bank_key(name)) or BankRules(name)


NO_LENDERS: Final = Lenders({}, {})


def load_lenders(file: Path) -> Lenders:
    """Read one set. Raises `Refused` with one finding a mistake, as `load_pack` does."""
    text = file.read_text("utf-8")
    review = Review(file.name, text)
    top = Section(review, tomllib.loads(text))
    top.text("id", choices=(file.stem,))
    top.labels("title")
    top.day("dated")
    building.sources(top)
    kinds = {name: _kind(name, section) for name, section in top.named_tables("kinds")}
    banks = {bank_key(bank.name): bank for bank in map(_bank, top.tables("banks"))}
    top.done()
    refuse_if(sorted(review.findings, key=lambda finding: int(finding.figures["line"])))
    return Lenders(kinds, banks)


@cache
def lenders() -> Mapping[str, Lenders]:
    """Every set of the program by its id. Read once: the files lie inside the program."""
    files = sorted(resources.path("lenders").glob("*.toml"))
    return MappingProxyType({file.stem: load_lenders(file) for file in files})


def _kind(code: str, section: Section) -> LenderKind:
    caps: list[KindCap] = []
    for table in section.tables("caps"):
        rate = table.decimal("rate", "0", "10") if table.has("rate") else None
        times = None if rate is not None else table.decimal("times", "0", "100")
        cap = KindCap(table.day("from"), rate, times, table.source())
        if table.sound("from") and caps and cap.from_on <= caps[-1].from_on:
            table.report("pack_order", "from", found=cap.from_on.isoformat())
        caps.append(cap)
        table.done()
    words = tuple(folded(word) for word in section.texts("words"))
    found = LenderKind(code, section.labels("title"), words, tuple(caps))
    section.done()
    return found


def _bank(section: Section) -> BankRules:
    def amount(table: Section) -> int:
        return table.whole("value", 0, _AMOUNT_MOST)

    def days(table: Section) -> int:
        return table.whole("value", 0, 60)

    def share(table: Section) -> Decimal:
        return table.decimal("value", "0", "1")

    def hour(table: Section) -> str:
        return table.text("value")

    def row(table: Section) -> str:
        return table.text("value", choices=("first", "last"))

    readers: dict[str, Any] = {
        "penalty_minimum": amount, "penalty_maximum": amount, "grace_days": days, "grace_until": hour,
        "tolerance": amount, "minimum_share": share, "remainder": row,
        "step_rate": share, "step_after": days,
    }  # fmt: skip
    known = {}
    for key, read in readers.items():
        if section.has(key):
            table = section.table(key)
            known[key] = Known(read(table), table.source())
            table.done()
    found = BankRules(section.text("name"), **known)
    section.done()
    return found
