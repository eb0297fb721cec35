"""How an application is filed where a pack holds: with whom, on which papers, in whose words, and what runs from it.

A pack without a ``[filing]`` files with each bank apart, on the general papers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Final, Literal, cast

from workstation.policy.rules import Labels, Rule, Source, label
from workstation.policy.toml_section import Section

Addressee = Literal["each_bank", "largest_creditor"]
Start = Literal["list_issued", "filed", "granted", "not_requested"]
STARTS: Final[tuple[Start, ...]] = ("list_issued", "filed", "granted", "not_requested")
"""The events from which a clock runs: the list of creditors was issued, the application left, the lender agreed, it sent the
application back as one that was never made.
"""
EACH_BANK: Final = ("application", "hardship", "budget", "schedule", "evidence", "provenance")
"""The papers of a packet where each bank is asked apart."""
PAPERS: Final = ("application", "statement", "creditors", "hardship", "budget", "schedule", "evidence", "provenance")
"""Every paper that a packet may hold."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A span of ``days`` from an event. ``last``: something must be done by its end; else something happens or is open from it."""

    code: str
    title: Labels
    days: int
    starts: Start
    last: bool
    source: Source

    def text(self, language: str) -> str:
        """What it is, in a language."""
        return label(self.title, language)


@dataclass(frozen=True, slots=True)
class Cause:
    """A cause of the debt as a form numbers it, with the reasons of the pack that mean it."""

    code: str
    title: Labels
    reasons: tuple[str, ...]
    source: Source

    def text(self, language: str) -> str:
        """The cause in a language."""
        return label(self.title, language)


@dataclass(frozen=True, slots=True)
class LivingCost:
    """The least that a month of living costs a person at a place, from a day up to and including another; whole minor units.

    ``amount`` None: the authority's figure was not found.
    """

    place: Labels
    words: tuple[str, ...]
    from_on: date
    until_on: date
    amount: int | None
    source: Source


@dataclass(frozen=True, slots=True)
class Living:
    """What a month of living may cost without proof: ``factor`` times the least cost of the place."""

    factor: Rule[Decimal]
    costs: tuple[LivingCost, ...]

    def cost(self, address: str, on: date) -> LivingCost | None:
        """The figure for the place that an address names on a day; None where the pack has no entry for it."""
        here = [one for one in self.costs if one.from_on <= on <= one.until_on]
        return next((one for one in here if any(word in address for word in one.words)), None)


@dataclass(frozen=True, slots=True)
class Filing:
    """``papers``: those of the packet, in order. ``region``: whose words and days papers use (BCP 47), empty for the general ones.

    ``first_stage``: how many instalments the first of two stages has; None: the place knows no such plan. ``pauses``: how many
    instalments may be put off in all. ``sources``: of addressee and papers by their names.
    """

    addressee: Addressee = "each_bank"
    papers: tuple[str, ...] = EACH_BANK
    region: str = ""
    clocks: tuple[Clock, ...] = ()
    causes: tuple[Cause, ...] = ()
    first_stage: Rule[int] | None = None
    pauses: Rule[int] | None = None
    living: Living | None = None
    sources: Mapping[str, Source] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def single(self) -> bool:
        """Whether one application speaks of the accounts at every bank."""
        return self.addressee == "largest_creditor"

    def cause_of(self, reason: str) -> Cause | None:
        """The cause that a reason of the pack stands for; None where the form has none for it."""
        return next((one for one in self.causes if reason in one.reasons), None)

    def clock(self, code: str) -> Clock | None:
        """A clock by its code."""
        return next((one for one in self.clocks if one.code == code), None)


NO_FILING: Final = Filing()
"""Of a pack that says nothing of it."""


def filing(top: Section, reasons: tuple[str, ...]) -> Filing:
    """The filing of a pack; the usual one where it says nothing of it."""
    if not top.has("filing"):
        return NO_FILING
    section = top.table("filing")
    sources: dict[str, Source] = {}

    def part(key: str) -> Section:
        table = section.table(key)
        sources[key] = table.source()
        return table

    to, papers = part("addressee"), part("papers")
    found = Filing(
        addressee=cast(Any, to.text("value", choices=("each_bank", "largest_creditor"))),
        papers=papers.texts("value", PAPERS),
        region=section.text("region"),
        clocks=tuple(_clocks(section)),
        causes=tuple(_causes(section, reasons)),
        first_stage=_count(section, "first_stage", 600),
        pauses=_count(section, "pauses", 366),
        living=_living(section.table("living")) if section.has("living") else None,
        sources=sources,
    )
    for table in (to, papers, section):
        table.done()
    return found


def _count(section: Section, key: str, most: int) -> Rule[int] | None:
    if not section.has(key):
        return None
    table = section.table(key)
    found = Rule(table.whole("value", 1, most), table.source())
    table.done()
    return found


def _clocks(section: Section) -> Iterator[Clock]:
    for code, table in section.named_tables("clocks") if section.has("clocks") else ():
        starts = cast(Any, table.text("starts", choices=STARTS))
        yield Clock(
            code, table.labels("title"), table.whole("days", 1, 3_660), starts, table.yes("last", False), table.source()
        )
        table.done()


def _causes(section: Section, reasons: tuple[str, ...]) -> Iterator[Cause]:
    for code, table in section.named_tables("causes") if section.has("causes") else ():
        yield Cause(code, table.labels("title"), table.texts("reasons", reasons, ()), table.source())
        table.done()


def _living(section: Section) -> Living:
    factor = section.table("factor")
    rule = Rule(factor.decimal("value", "0", "10"), factor.source())
    factor.done()
    costs = []
    for table in section.tables("costs"):
        amount = table.whole("amount", 1, 10**12) if table.has("amount") else None
        costs.append(
            LivingCost(
                table.labels("place"),
                table.texts("words"),
                table.day("from_on"),
                table.day("until_on"),
                amount,
                table.source(),
            )
        )
        table.done()
    section.done()
    return Living(rule, tuple(costs))
